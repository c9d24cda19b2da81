import type { BrowserWindow, Dialog, FileFilter } from 'electron';
import { type Answer, type FileKind, maxOpenBytes } from '@shared/ipc';
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { type Disk, systemDisk, writeAt } from './disk';
import type { Language } from './menu';

const kinds: Record<FileKind, { extensions: string[]; names: Record<Language, string> }> = {
  csv: { extensions: ['csv', 'txt'], names: { fr: 'Tableau CSV', en: 'CSV table' } },
  html: { extensions: ['html'], names: { fr: 'Page HTML', en: 'HTML page' } },
  pdf: { extensions: ['pdf'], names: { fr: 'Document PDF', en: 'PDF document' } },
  regie: { extensions: ['regie'], names: { fr: 'Archive Régie', en: 'Régie archive' } },
  image: { extensions: ['png', 'jpg', 'jpeg', 'svg'], names: { fr: 'Image', en: 'Image' } },
  ics: { extensions: ['ics'], names: { fr: 'Calendrier ICS', en: 'ICS calendar' } },
  any: { extensions: ['*'], names: { fr: 'Tous les fichiers', en: 'All files' } },
};

export type FileDialogs = {
  save: (name: string, kind: FileKind, bytes: Uint8Array) => Promise<Answer<'files:save'>>;
  /** The same for what writes its file itself. */
  saveBy: (
    name: string,
    kind: FileKind,
    write: (path: string) => Promise<void>,
  ) => Promise<Answer<'files:save'>>;
  open: (kind: FileKind) => Promise<Answer<'files:open'>>;
  /** A folder, or `null` when the dialog was cancelled. */
  folder: () => Promise<string | null>;
};

/** The system's dialogs over the window; each begins in the folder where the last one ended. */
export function fileDialogs(
  dialog: Pick<Dialog, 'showSaveDialog' | 'showOpenDialog'>,
  window: () => BrowserWindow,
  language: () => Language,
  firstFolder: string,
): FileDialogs {
  let folder = firstFolder;
  const saveBy: FileDialogs['saveBy'] = async (name, kind, write) => {
    const { canceled, filePath } = await dialog.showSaveDialog(window(), {
      defaultPath: join(folder, cleanFileName(name)),
      filters: filtersOf(kind, language()),
    });
    if (canceled || !filePath) return { kind: 'cancelled' };
    const path = await withExtension(filePath, kind);
    await write(path);
    folder = dirname(path);
    return { kind: 'saved', name: basename(path) };
  };
  return {
    saveBy,
    save: (name, kind, bytes) => saveBy(name, kind, (path) => writeAtomically(path, bytes)),
    folder: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        defaultPath: folder,
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    open: async (kind) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        defaultPath: folder,
        filters: filtersOf(kind, language()),
        properties: ['openFile'],
      });
      const path = filePaths[0];
      if (canceled || !path) return { kind: 'cancelled' };
      folder = dirname(path);
      return readWithin(path, maxOpenBytes(kind));
    },
  };
}

/**
 * A name that every system takes: no folder, no control or reserved character, no device name of Windows, no dot or space at the
 * end, at most 180 bytes with its extension kept.
 */
export function cleanFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    // Control characters, what Windows and shells reserve, and marks that turn the direction of text.
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[/\\:*?"<>|]+/g, '-')
    .replace(/^[. ]+|[. ]+$/g, '');
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(plain)?.[0] ?? '';
  const stem = withinBytes(plain.slice(0, plain.length - extension.length), 180 - extension.length);
  const kept = stem.replace(/[. ]+$/, '') || 'document';
  return (/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(kept) ? `${kept}-` : kept) + extension;
}

/** The old content or the new, never between: a temporary file beside the target, flushed, then given its name. */
export async function writeAtomically(
  path: string,
  content: Uint8Array | readonly Uint8Array[],
  disk: Disk = systemDisk,
): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const temporary = join(dirname(target), `.${randomBytes(8).toString('hex')}.tmp`);
  try {
    const file = await disk.open(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL);
    try {
      let at = 0;
      for (const part of content instanceof Uint8Array ? [content] : content) {
        await writeAt(file, part, at);
        at += part.length;
      }
      await file.datasync();
    } finally {
      await file.close();
    }
    await disk.rename(temporary, target);
  } catch (error) {
    await disk.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await disk.syncFolder(dirname(target));
}

async function readWithin(path: string, limitBytes: number): Promise<Answer<'files:open'>> {
  const name = basename(path);
  if (!(await stat(path)).isFile()) throw new Error(`notAFile: ${name}`);
  const file = await open(path, constants.O_RDONLY);
  try {
    const { size } = await file.stat();
    if (size > limitBytes) return { kind: 'tooLarge', name, limitBytes };
    const bytes = new Uint8Array(size);
    let done = 0;
    while (done < size) {
      const { bytesRead } = await file.read(bytes, done, size - done, done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return { kind: 'opened', name, bytes: bytes.subarray(0, done) };
  } finally {
    await file.close();
  }
}

/** Cut between characters, never inside one. */
function withinBytes(text: string, most: number): string {
  let kept = text;
  while (Buffer.byteLength(kept) > most) kept = kept.replace(/.$/su, '');
  return kept;
}

/** GTK leaves a typed name as it is. A name completed here was not confirmed by the dialog, so it must not replace a file. */
async function withExtension(path: string, kind: FileKind): Promise<string> {
  const [extension] = kinds[kind].extensions;
  if (extension === undefined || extension === '*' || extname(path) !== '') return path;
  const completed = `${path}.${extension}`;
  return (await stat(completed).catch(() => null)) === null ? completed : path;
}

function filtersOf(kind: FileKind, language: Language): FileFilter[] {
  const wanted = kind === 'any' ? [] : [kind];
  return [...wanted, 'any' as const].map((each) => ({
    name: kinds[each].names[language],
    extensions: kinds[each].extensions,
  }));
}
