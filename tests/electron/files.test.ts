import { mkdir, readdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxOpenBytes } from '@shared/ipc';
import { cleanFileName, fileDialogs, writeAtomically } from '../../electron/files';
import { aFolder } from '../support/folder';

describe('names of files', () => {
  test.each([
    ['Rapport — Journée des activités 2025.pdf', 'Rapport — Journée des activités 2025.pdf'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['C:\\Windows\\system.ini', 'C-Windows-system.ini'],
    ['Stand 14 h 30 : accueil ?.csv', 'Stand 14 h 30 - accueil -.csv'],
    ['CON.csv', 'CON-.csv'],
    ['lpt1', 'lpt1-'],
    ['Console.csv', 'Console.csv'],
    ['.cachée', 'cachée'],
    ['   ', 'document'],
    ['...', 'document'],
    ['.pdf', 'pdf'],
    ['fin. ', 'fin'],
    ['ligne\nsuivante\u0000.txt', 'lignesuivante.txt'],
    ['rapport\u202efdp.exe', 'rapportfdp.exe'],
  ])('« %s » is written as « %s »', (given, cleaned) => {
    expect(cleanFileName(given)).toBe(cleaned);
  });

  test('a name of any text fits every system and keeps its extension', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (name) => {
        const cleaned = cleanFileName(`${name}x.pdf`);
        expect(cleaned.endsWith('.pdf')).toBe(true);
        expect(Buffer.byteLength(cleaned)).toBeLessThanOrEqual(190);
        expect(cleaned).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^[. ]|[. ]$/u);
        expect(cleanFileName(cleaned)).toBe(cleaned);
      }),
    );
  });
});

describe('writing', () => {
  test('a file is replaced whole, and nothing else is left in its folder', async () => {
    const folder = await aFolder();
    const path = join(folder, 'rapport.html');
    await writeFile(path, 'old');
    await writeAtomically(path, Buffer.from('new'));
    expect({ content: await readFile(path, 'utf8'), names: await readdir(folder) }).toEqual({
      content: 'new',
      names: ['rapport.html'],
    });
  });

  test('when it cannot be written, the old file stays and nothing else is left', async () => {
    const folder = await aFolder();
    await mkdir(join(folder, 'rapport.html'));
    await writeFile(join(folder, 'rapport.html', 'inside'), 'old');
    await expect(writeAtomically(join(folder, 'rapport.html'), Buffer.from('new'))).rejects.toThrow(
      /^E[A-Z]+/,
    );
    expect(await readdir(folder)).toEqual(['rapport.html']);
    await expect(writeAtomically(join(folder, 'nowhere', 'a.txt'), Buffer.from('new'))).rejects.toThrow(
      'ENOENT',
    );
  });

  test('a link stays a link, and what it points to is replaced', async () => {
    const folder = await aFolder();
    await writeFile(join(folder, 'real'), 'old');
    await symlink(join(folder, 'real'), join(folder, 'link'));
    await writeAtomically(join(folder, 'link'), Buffer.from('new'));
    expect(await readFile(join(folder, 'real'), 'utf8')).toBe('new');
  });
});

describe('dialogs', () => {
  test('a saved file goes where the dialog says, under the cleaned name that was proposed', async () => {
    const folder = await aFolder();
    const { dialogs, asked } = answering({ save: (proposed) => proposed }, folder);
    const saved = await dialogs.save('tâches : 2025.csv', 'csv', Buffer.from('a;b'));
    expect({ saved, asked, content: await readFile(join(folder, 'tâches - 2025.csv'), 'utf8') }).toEqual({
      saved: { kind: 'saved', name: 'tâches - 2025.csv' },
      asked: [
        { defaultPath: join(folder, 'tâches - 2025.csv'), filters: ['Tableau CSV', 'Tous les fichiers'] },
      ],
      content: 'a;b',
    });
  });

  test('a name typed without its extension gets it, unless that would replace a file that nobody was asked about', async () => {
    const folder = await aFolder();
    const { dialogs } = answering({ save: () => join(folder, 'plan') }, folder);
    expect(await dialogs.save('x.csv', 'csv', Buffer.from('1'))).toEqual({ kind: 'saved', name: 'plan.csv' });
    expect(await dialogs.save('x.csv', 'csv', Buffer.from('2'))).toEqual({ kind: 'saved', name: 'plan' });
    expect(await readFile(join(folder, 'plan.csv'), 'utf8')).toBe('1');
  });

  test('a cancelled dialog writes nothing', async () => {
    const folder = await aFolder();
    const { dialogs } = answering({ save: () => null, open: () => null }, folder);
    expect(await dialogs.save('a.csv', 'csv', Buffer.from('x'))).toEqual({ kind: 'cancelled' });
    expect(await dialogs.open('csv')).toEqual({ kind: 'cancelled' });
    expect(await readdir(folder)).toEqual([]);
  });

  test.each(['csv', 'regie'] as const)(
    'a %s file of the greatest size is opened, one byte more is refused with the limit',
    async (kind) => {
      const folder = await aFolder();
      const name = `grand.${kind}`;
      const path = join(folder, name);
      const limitBytes = maxOpenBytes(kind);
      const { dialogs } = answering({ open: () => path }, folder);
      await writeFile(path, '');
      await truncate(path, limitBytes);
      expect(await dialogs.open(kind)).toMatchObject({ kind: 'opened', name });
      await truncate(path, limitBytes + 1);
      expect(await dialogs.open(kind)).toEqual({ kind: 'tooLarge', name, limitBytes });
    },
  );

  test('a folder is not a file', async () => {
    const folder = await aFolder();
    const { dialogs } = answering({ open: () => folder }, folder);
    await expect(dialogs.open('any')).rejects.toThrow('notAFile');
  });

  test('the next dialog begins where the last one ended', async () => {
    const folder = await aFolder();
    await mkdir(join(folder, 'usb'));
    const { dialogs, asked } = answering({ save: () => join(folder, 'usb', 'a.csv') }, folder);
    await dialogs.save('a.csv', 'csv', Buffer.from('1'));
    await dialogs.save('b.csv', 'csv', Buffer.from('1'));
    expect(asked.map(({ defaultPath }) => defaultPath)).toEqual([
      join(folder, 'a.csv'),
      join(folder, 'usb', 'b.csv'),
    ]);
  });
});

type Answers = { save?: (proposed: string) => string | null; open?: () => string | null };

function answering(answers: Answers, folder: string) {
  const asked: { defaultPath: string; filters: string[] }[] = [];
  const dialogs = fileDialogs(
    {
      showSaveDialog: async (...given: unknown[]) => {
        const { defaultPath, filters } = given[1] as { defaultPath: string; filters: { name: string }[] };
        asked.push({ defaultPath, filters: filters.map(({ name }) => name) });
        const filePath = answers.save?.(defaultPath) ?? '';
        return { canceled: filePath === '', filePath };
      },
      showOpenDialog: async () => {
        const path = answers.open?.() ?? null;
        return { canceled: path === null, filePaths: path === null ? [] : [path] };
      },
    },
    () => ({}) as BrowserWindow,
    () => 'fr',
    folder,
  );
  return { dialogs, asked };
}
