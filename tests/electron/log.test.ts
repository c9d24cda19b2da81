import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { attachmentsIn } from '../../electron/attachments';
import { bareError, logFolderName, noteLifeOf, openLog } from '../../electron/log';
import { aFolder } from '../support/folder';

const clock = () => new Date('2026-05-01T08:00:07.123Z');

async function linesIn(profile: string): Promise<unknown[]> {
  const text = await readFile(join(profile, logFolderName, 'regie.log'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

test('each fact is a line with its moment, in a file that only its owner may read', async () => {
  const profile = await aFolder();
  const log = openLog(profile, clock);
  log.note({ what: 'refused', channel: 'shell:open', why: 'shape' });
  log.note({ what: 'ended' });
  expect(await linesIn(profile)).toEqual([
    { at: '2026-05-01T08:00:07Z', what: 'refused', channel: 'shell:open', why: 'shape' },
    { at: '2026-05-01T08:00:07Z', what: 'ended' },
  ]);
  const { mode } = await stat(join(profile, logFolderName, 'regie.log'));
  expect(process.platform === 'win32' || (mode & 0o777) === 0o600).toBe(true);
});

test('a full log makes room by forgetting the oldest: size and number stay bounded', async () => {
  const profile = await aFolder();
  const limits = { bytesPerFile: 400, olderFiles: 2, sameFactPerStart: 20 };
  const log = openLog(profile, clock, limits);
  for (let exitCode = 0; exitCode < 60; exitCode += 1)
    log.note({ what: 'pageGone', reason: 'crashed', exitCode });
  const folder = join(profile, logFolderName);
  const names = (await readdir(folder)).toSorted();
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  expect(names).toEqual(['regie.1.log', 'regie.2.log', 'regie.log']);
  expect(sizes.filter((size) => size > limits.bytesPerFile + 100)).toEqual([]);
  expect((await linesIn(profile)).at(-1)).toMatchObject({ exitCode: 59 });
});

test('the same fact a thousand times is twenty lines, and says that there was more', async () => {
  const profile = await aFolder();
  const log = openLog(profile, clock);
  for (let time = 0; time < 1_000; time += 1)
    log.note({ what: 'refused', channel: 'files:open', why: 'shape' });
  const lines = await linesIn(profile);
  expect(lines).toHaveLength(20);
  expect(lines.at(-1)).toMatchObject({ andMore: true });
});

test('a log that cannot be written stops nothing', async () => {
  const profile = await aFolder();
  await writeFile(join(profile, logFolderName), 'a file where the folder should be');
  openLog(profile, clock).note({ what: 'ended' });
  expect(await readFile(join(profile, logFolderName), 'utf8')).toBe('a file where the folder should be');
});

test('an error keeps its kind, its code and our own lines; nothing of its message or of anybody’s paths', async () => {
  const profile = await aFolder();
  const real = await attachmentsIn(profile)
    .get('../Mireille Dupont')
    .catch((error: unknown) => error);
  expect(bareError(real)).toEqual({
    name: 'Error',
    code: null,
    frames: [expect.stringMatching(/^attachments\.ts:\d+$/), expect.stringMatching(/^attachments\.ts:\d+$/)],
  });
  const planted = Object.assign(
    new TypeError('Dupont, 12 rue Galliéni\n    at Dupont (/home/mireille/electron/Galliéni.js:1:1)'),
    { code: 'Dupont', path: '/home/mireille' },
  );
  expect(JSON.stringify(bareError(planted))).not.toMatch(/Dupont|mireille|Galli|home/i);
  planted.name = 'Dupont';
  planted.message = 'another message than the one in the stack';
  expect(bareError(planted)).toEqual({ name: 'Error', code: null, frames: [] });
  expect(bareError('Mireille Dupont')).toEqual({ name: 'notAnError', code: null, frames: [] });
});

test('start, fallen pages, fallen helpers and the end are noted', async () => {
  const profile = await aFolder();
  const app = Object.assign(new EventEmitter(), { getVersion: () => '1.2.3' });
  const before = ['uncaughtExceptionMonitor', 'unhandledRejection'].map((name) =>
    process.listeners(name as never),
  );
  onTestFinished(() => {
    for (const [index, name] of ['uncaughtExceptionMonitor', 'unhandledRejection'].entries()) {
      for (const listener of process.listeners(name as never))
        if (!before[index]?.includes(listener)) process.removeListener(name, listener);
    }
  });
  noteLifeOf(app as never, openLog(profile, clock));
  app.emit('render-process-gone', {}, {}, { reason: 'oom', exitCode: 5 });
  app.emit('render-process-gone', {}, {}, { reason: 'clean-exit', exitCode: 0 });
  app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 139, name: 'Dupont' });
  process.listeners('unhandledRejection').at(-1)?.(new RangeError('Dupont'), Promise.resolve());
  app.emit('quit');
  expect(await linesIn(profile)).toEqual([
    {
      at: '2026-05-01T08:00:07Z',
      what: 'started',
      version: '1.2.3',
      electron: '',
      system: expect.stringMatching(/^\w+ \S+ \w+$/),
    },
    { at: '2026-05-01T08:00:07Z', what: 'pageGone', reason: 'oom', exitCode: 5 },
    { at: '2026-05-01T08:00:07Z', what: 'helperGone', helper: 'GPU', reason: 'crashed', exitCode: 139 },
    { at: '2026-05-01T08:00:07Z', what: 'uncaught', error: { name: 'RangeError', code: null, frames: [] } },
    { at: '2026-05-01T08:00:07Z', what: 'ended' },
  ]);
});
