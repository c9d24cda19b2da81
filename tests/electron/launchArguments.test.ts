import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { chosenProfile, ownArguments } from '../../electron/launchArguments';

test.each<[string, string[], boolean, string[]]>([
  ['an installed program', ['/opt/regie'], true, []],
  ['with a profile', ['/opt/regie', '--profile', '/p'], true, ['--profile', '/p']],
  [
    'behind Chromium’s switches',
    ['/opt/regie', '--no-sandbox', '--lang=fr', 'export', '--out', 'x'],
    true,
    ['export', '--out', 'x'],
  ],
  [
    'switches after the order are the order’s',
    ['/opt/regie', 'export', '--no-sandbox'],
    true,
    ['export', '--no-sandbox'],
  ],
  ['from its folder', ['/cache/electron', '/home/agent/regie'], false, []],
  [
    'from its folder, as root',
    ['/cache/electron', '--no-sandbox', '/home/agent/regie', '--version'],
    false,
    ['--version'],
  ],
  ['with nothing but switches', ['/opt/regie', '--no-sandbox'], true, []],
])('%s', (_words, argv, isPackaged, own) => {
  expect(ownArguments(argv, isPackaged)).toEqual(own);
});

test('the profile is the one on the line, else the one of the environment, else the user’s', () => {
  expect(chosenProfile(['--profile', 'a'], { REGIE_PROFILE: 'b' })).toBe(resolve('a'));
  expect(chosenProfile(['--profile=/a b'], {})).toBe('/a b');
  expect(chosenProfile([], { REGIE_PROFILE: '/b' })).toBe('/b');
  expect(chosenProfile(['--profile'], {})).toBeNull();
  expect(chosenProfile([], { REGIE_PROFILE: '' })).toBeNull();
});
