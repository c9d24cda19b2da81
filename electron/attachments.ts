import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from './files';

export type Attachments = {
  put: (id: string, bytes: Uint8Array) => Promise<void>;
  get: (id: string) => Promise<Uint8Array | null>;
  remove: (id: string) => Promise<void>;
};

/** Files kept beside the journal, `<profile>/attachments/<uuid>`; anything but a UUID is refused. */
export function attachmentsIn(profile: string): Attachments {
  const folder = join(profile, 'attachments');
  const pathOf = (id: string) => {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Error('notAnAttachment');
    return join(folder, id);
  };
  return {
    put: async (id, bytes) => {
      const path = pathOf(id);
      await mkdir(folder, { recursive: true });
      await writeAtomically(path, bytes);
    },
    get: async (id) => {
      try {
        return new Uint8Array(await readFile(pathOf(id)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    remove: async (id) => rm(pathOf(id), { force: true }),
  };
}
