import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workspace } from '@shared/domain/workspace';
import { emptyWorkspace } from '@shared/domain/workspace';
import { describe, expect, test } from 'vitest';
import { fulfil, type Order, readOrder } from '../../electron/cli';
import { journalPath } from '../../electron/journal';
import { anEvent, anId, aTask, someSettings } from '../support/builders';
import { aFolder } from '../support/folder';
import { anArchiveOf, aProfileWith, theChangeThatMakes } from '../support/workspaces';

const asked = ['--workspace', 'w', '--event', 'e', '--format', 'pdf', '--out', 'o'];

describe('what is asked', () => {
  test.each<[string, string[], Partial<Order>]>([
    ['nothing: the window', [], { kind: 'window' }],
    ['another profile: the window', ['--profile', '/tmp/x'], { kind: 'window' }],
    ['help', ['--help'], { kind: 'help' }],
    ['help about exporting', ['export', '-h'], { kind: 'help' }],
    ['the version', ['--version'], { kind: 'version' }],
    [
      'an export',
      ['export', ...asked],
      { kind: 'export', workspace: 'w', event: 'e', format: 'pdf', out: 'o', language: null },
    ],
    [
      'an export, with equals signs and a language',
      ['export', '--event=Fête = joie', '--workspace=w', '--format=html', '--out=o', '--language=en'],
      { kind: 'export', workspace: 'w', event: 'Fête = joie', format: 'html', out: 'o', language: 'en' },
    ],
  ])('%s', (_words, given, order) => {
    expect(readOrder(given)).toEqual(order);
  });

  test.each<[string[], string, string]>([
    [['imprime'], 'unknownCommand', 'imprime'],
    [['export', ...asked, '--fromat', 'pdf'], 'unknownOption', '--fromat'],
    [['export', ...asked, 'stray'], 'unknownOption', 'stray'],
    [['export', ...asked, '--out', 'again'], 'givenTwice', '--out'],
    [['export', '--workspace', '--event', 'e'], 'noValue', '--workspace'],
    [['export', '--workspace='], 'noValue', '--workspace'],
    [['export', ...asked.slice(0, -1)], 'noValue', '--out'],
    [['export', ...asked.slice(0, -2)], 'missingOption', '--out'],
    [['export'], 'missingOption', '--workspace'],
    [['export', ...asked.with(5, 'docx')], 'unknownFormat', 'docx'],
    [['export', ...asked, '--language', 'de'], 'unknownLanguage', 'de'],
  ])('%j is asked wrongly', (given, problem, detail) => {
    expect(readOrder(given)).toEqual({ kind: 'wrong', problem, detail });
  });
});

describe('an export', () => {
  test('is the same from a profile and from an archive of it, and leaves both as they were', async () => {
    const folder = await aFolder();
    const workspace = aWorkspace();
    const profile = await aProfileWith(folder, [theChangeThatMakes(workspace)]);
    const archive = await anArchiveOf(folder, workspace);
    const before = await readFile(journalPath(profile));
    const fromProfile = await exported(['--workspace', profile, '--event', 'Journée des activités'], folder);
    const fromArchive = await exported(['--workspace', archive, '--event', 'Journée des activités'], folder);
    expect(fromProfile).toMatchObject({ code: 0, complaints: [] });
    expect(fromProfile.html).toContain('<title>Journée des activités 2025');
    expect(fromProfile.html).toContain('Réserver le complexe sportif');
    expect(fromProfile.html).toContain('font/woff2');
    expect(fromArchive).toEqual(fromProfile);
    expect(await readFile(journalPath(profile))).toEqual(before);
    expect(await readdir(profile)).toEqual(['journal']);
  });

  test('follows every change of the journal, undo included', async () => {
    const folder = await aFolder();
    const workspace = aWorkspace();
    const [event] = workspace.events;
    const renamed = { ...event, name: 'Journée portes ouvertes' };
    const rename = (seq: number, before: unknown, after: unknown, kind: 'do' | 'undo') => ({
      ...theChangeThatMakes(emptyWorkspace(), seq),
      kind,
      operations: [
        { table: 'events' as const, key: event?.id ?? '', before: before as never, after: after as never },
      ],
    });
    const first = theChangeThatMakes(workspace);
    const once = await aProfileWith(join(folder, 'a'), [first, rename(2, event, renamed, 'do')]);
    const undone = await aProfileWith(join(folder, 'b'), [
      first,
      rename(2, event, renamed, 'do'),
      rename(3, renamed, event, 'undo'),
    ]);
    const of = async (profile: string) =>
      (await exported(['--workspace', profile, '--event', event?.id ?? ''], folder)).html;
    expect(await of(once)).toContain('<title>Journée portes ouvertes');
    expect(await of(undone)).toContain('<title>Journée des activités');
  });

  test.each([
    ['without accents or capitals', 'journee DES activites'],
    ['with its edition', 'Journée des activités 2025'],
  ])('finds the event by its name %s', async (_words, name) => {
    const folder = await aFolder();
    const archive = await anArchiveOf(folder, aWorkspace());
    expect(await exported(['--workspace', archive, '--event', name], folder)).toMatchObject({ code: 0 });
  });

  test('is in the language that is asked, else the workspace’s, else the machine’s', async () => {
    const folder = await aFolder();
    const languageOf = async (settings: 'system' | 'fr' | 'en', ...more: string[]) => {
      const archive = await anArchiveOf(folder, {
        ...aWorkspace(),
        settings: [someSettings({ language: settings })],
      });
      const { html } = await exported(
        ['--workspace', archive, '--event', 'Journée des activités', ...more],
        folder,
      );
      return /<html lang="(\w+)"/.exec(html)?.[1];
    };
    expect([
      await languageOf('system'),
      await languageOf('en'),
      await languageOf('en', '--language', 'fr'),
    ]).toEqual(['fr', 'en', 'fr']);
  });

  test('carries the organisation’s logo, from the profile’s files', async () => {
    const folder = await aFolder();
    const logoId = anId();
    const workspace = { ...aWorkspace(), settings: [someSettings({ logoId })] };
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const profile = await aProfileWith(folder, [theChangeThatMakes(workspace)], { [logoId]: png });
    const { html } = await exported(['--workspace', profile, '--event', 'Journée des activités'], folder);
    expect(html).toContain('src="data:image/png;base64,iVBORw0KGgo="');
  });

  test('of a PDF writes what the pages give', async () => {
    const folder = await aFolder();
    const archive = await anArchiveOf(folder, aWorkspace());
    const out = join(folder, 'rapport.pdf');
    const { code } = await run([
      'export',
      '--workspace',
      archive,
      '--event',
      'Journée des activités',
      '--format',
      'pdf',
      '--out',
      out,
    ]);
    expect({ code, content: await readFile(out, 'utf8') }).toEqual({
      code: 0,
      content: '%PDF of Journée des activités 2025',
    });
  });
});

describe('what stands in the way is told in one line', () => {
  const ways: [string, (folder: string) => Promise<string[]>, RegExp][] = [
    ['no such place', async (folder) => ['--workspace', join(folder, 'nowhere')], /nowhere n’existe pas$/],
    [
      'a folder that is no profile',
      async (folder) => ['--workspace', folder],
      /n’est pas un profil de Régie/,
    ],
    [
      'a file that is no archive',
      async (folder) => {
        await writeFile(join(folder, 'x.regie'), 'not a zip');
        return ['--workspace', join(folder, 'x.regie')];
      },
      /l’archive est refusée \(notAnArchive\)/,
    ],
    [
      'a damaged journal',
      async (folder) => {
        const profile = await aProfileWith(folder, [theChangeThatMakes(aWorkspace())]);
        await appendFile(journalPath(profile), '{"seq":2}\n{"seq":3}\n');
        return ['--workspace', profile];
      },
      /le journal du profil ne peut être lu \(journalDamaged: line 2/,
    ],
    [
      'no event of that name',
      async (folder) => ['--workspace', await anArchiveOf(folder, emptyWorkspace())],
      /aucun événement ne s’appelle « Journée des activités »/,
    ],
    [
      'two events of that name',
      async (folder) => {
        const events = [anEvent({ edition: '2024' }), anEvent({ edition: '2025' })];
        return ['--workspace', await anArchiveOf(folder, { ...emptyWorkspace(), events })];
      },
      /plusieurs événements portent ce nom.*2024 \(.*2025 \(/,
    ],
  ];
  test.each(ways)('%s', async (_words, place, sentence) => {
    const folder = await aFolder();
    const given = await place(folder);
    const before = (await readdir(folder)).toSorted();
    const { code, complaints } = await exported([...given, '--event', 'Journée des activités'], folder);
    expect({ code, lines: complaints.length, isOneLine: !complaints[0]?.includes('\n') }).toEqual({
      code: 1,
      lines: 1,
      isOneLine: true,
    });
    expect(complaints[0]).toMatch(sentence);
    expect((await readdir(folder)).toSorted()).toEqual(before);
  });

  test('a place where nothing can be written', async () => {
    const folder = await aFolder();
    const archive = await anArchiveOf(folder, aWorkspace());
    const out = join(folder, 'nowhere', 'rapport.html');
    const { code, complaints } = await run([
      'export',
      '--workspace',
      archive,
      '--event',
      'Journée des activités',
      '--format',
      'html',
      '--out',
      out,
    ]);
    expect({ code, complaints }).toEqual({
      code: 1,
      complaints: [expect.stringMatching(/le fichier ne peut être écrit.*ENOENT/)],
    });
  });

  test('a printing that fails leaves the old file', async () => {
    const folder = await aFolder();
    const archive = await anArchiveOf(folder, aWorkspace());
    const out = join(folder, 'rapport.pdf');
    await writeFile(out, 'old');
    const { code, complaints } = await run(
      ['export', '--workspace', archive, '--event', 'Journée des activités', '--format', 'pdf', '--out', out],
      () => Promise.reject(new Error('printTooLong')),
    );
    expect({ code, complaints, content: await readFile(out, 'utf8') }).toEqual({
      code: 1,
      complaints: ['regie: l’export a échoué (printTooLong) ; rien n’a été écrit'],
      content: 'old',
    });
  });

  test('a wrong question has its own exit code', async () => {
    expect(await run(['export', '--workspace', 'x'])).toEqual({
      code: 2,
      said: [],
      complaints: ['regie: --event manque ; voir regie --help'],
    });
  });
});

function aWorkspace(): Workspace {
  const event = anEvent();
  return {
    ...emptyWorkspace(),
    settings: [someSettings({ organisation: 'Province Sud' })],
    events: [event],
    tasks: [aTask({ eventId: event.id, title: 'Réserver le complexe sportif' })],
  };
}

async function exported(given: string[], folder: string) {
  const out = join(folder, 'rapport.html');
  const answer = await run(['export', ...given, '--format', 'html', '--out', out]);
  const html = answer.code === 0 ? await readFile(out, 'utf8') : '';
  return { ...answer, html };
}

async function run(given: string[], printPages?: () => Promise<Uint8Array>) {
  const said: string[] = [];
  const complaints: string[] = [];
  const order = readOrder(given);
  if (order.kind === 'window') throw new Error('this opens the window');
  const code = await fulfil(order, {
    language: 'fr',
    version: '0.1.0',
    now: '2025-03-03T00:00Z',
    pageFolder: await aPageWithItsFont(),
    printPages: printPages ?? (async ({ title }) => Buffer.from(`%PDF of ${title}`)),
    say: (line) => said.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, said, complaints };
}

async function aPageWithItsFont(): Promise<string> {
  const page = await aFolder();
  await mkdir(join(page, 'assets'));
  await writeFile(join(page, 'assets', 'inter-latin-wght-normal-x.woff2'), 'font');
  return page;
}
