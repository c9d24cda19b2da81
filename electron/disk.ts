import { constants, type PathLike } from 'node:fs';
import * as nodeFiles from 'node:fs/promises';

/** An open file, as far as the host keeps work in it. */
export type DiskFile = {
  read: (
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ) => Promise<{ bytesRead: number }>;
  write: (
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ) => Promise<{ bytesWritten: number }>;
  datasync: () => Promise<void>;
  truncate: (length: number) => Promise<void>;
  stat: () => Promise<{ size: number }>;
  close: () => Promise<void>;
};

/** All the calls that journal, snapshots and copies make of the file system: a test may fail each of them in turn. */
export type Disk = {
  mkdir: (path: string, options: { recursive: true }) => Promise<unknown>;
  readdir: (path: string) => Promise<string[]>;
  open: (path: PathLike, flags: number) => Promise<DiskFile>;
  readFile: (path: string) => Promise<Uint8Array>;
  writeFile: (path: string, content: Uint8Array) => Promise<void>;
  rename: (from: string, to: string) => Promise<void>;
  rm: (path: string, options: { force: true; recursive?: true }) => Promise<void>;
  cp: (from: string, to: string, options: { recursive: true }) => Promise<void>;
  /** Makes the names in a folder last. Windows, and some network drives, have no such call: there it does nothing. */
  syncFolder: (path: string) => Promise<void>;
  /** What a program may still write where this path is, and how much the place holds in all. */
  room: (path: string) => Promise<{ freeBytes: number; totalBytes: number }>;
};

export const systemDisk: Disk = {
  mkdir: nodeFiles.mkdir,
  readdir: (path) => nodeFiles.readdir(path),
  open: nodeFiles.open,
  readFile: (path) => nodeFiles.readFile(path),
  writeFile: nodeFiles.writeFile,
  rename: nodeFiles.rename,
  rm: nodeFiles.rm,
  cp: nodeFiles.cp,
  syncFolder: async (path) => {
    if (process.platform === 'win32') return;
    const folder = await nodeFiles.open(path, constants.O_RDONLY);
    try {
      await folder.sync();
    } catch (error) {
      if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    } finally {
      await folder.close();
    }
  },
  room: async (path) => {
    const { bavail, blocks, bsize } = await nodeFiles.statfs(path);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  },
};

/** Writes at a place until all is written; a disk that takes nothing more is full. */
export async function writeAt(file: DiskFile, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    if (bytesWritten === 0) throw new Error('ENOSPC: nothing more could be written');
    done += bytesWritten;
  }
}
