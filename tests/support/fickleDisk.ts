import { type Disk, type DiskFile, systemDisk } from '../../electron/disk';

/** The real disk, which counts its calls and fails one of them, by its number, as a full or a broken disk does. */
export function fickleDisk(failing: number): {
  disk: Disk;
  calls: () => number;
  failed: () => string | null;
} {
  let count = 0;
  let failed: string | null = null;
  const call = (name: string) => {
    count += 1;
    if (count !== failing) return;
    failed = name;
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  };
  const counted =
    <A extends unknown[], R>(name: string, work: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      call(name);
      return work(...given);
    };
  const countedFile = (file: DiskFile): DiskFile => ({
    read: counted('read', (...given) => file.read(...given)),
    datasync: counted('datasync', () => file.datasync()),
    truncate: counted('truncate', (length) => file.truncate(length)),
    stat: counted('stat', () => file.stat()),
    close: () => file.close(),
    /** A write that fails has written half. */
    write: async (buffer, offset, length, position) => {
      try {
        call('write');
      } catch (error) {
        await file.write(buffer, offset, Math.floor(length / 2), position);
        throw error;
      }
      return file.write(buffer, offset, length, position);
    },
  });
  const disk: Disk = {
    mkdir: counted('mkdir', systemDisk.mkdir),
    readdir: counted('readdir', systemDisk.readdir),
    open: counted('open', async (path, flags) => countedFile(await systemDisk.open(path, flags))),
    readFile: counted('readFile', systemDisk.readFile),
    writeFile: counted('writeFile', systemDisk.writeFile),
    rename: counted('rename', systemDisk.rename),
    rm: counted('rm', systemDisk.rm),
    cp: counted('cp', systemDisk.cp),
    syncFolder: counted('syncFolder', systemDisk.syncFolder),
    room: systemDisk.room,
  };
  return { disk, calls: () => count, failed: () => failed };
}
