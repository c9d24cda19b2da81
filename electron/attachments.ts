import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Disk, systemDisk } from './disk';
import { writeAtomically } from './files';

export type Attachments = {
  put: (id: string, bytes: Uint8Array) => Promise<void>;
  /** `null` when there is none. Throws `damagedAttachment` when neither of its two copies is what was put. */
  get: (id: string) => Promise<Uint8Array | null>;
  remove: (id: string) => Promise<void>;
  list: () => Promise<string[]>;
};

/**
 * Files kept beside the journal, `<profile>/attachments/<uuid>`, each with a twin in `attachments/twins` that ends with its SHA-256: one of the two may
 * be damaged, and is mended from the other when it is read. Anything but a UUID is refused.
 */
export function attachmentsIn(profile: string, disk: Disk = systemDisk): Attachments {
  const folder = join(profile, 'attachments');
  const twins = join(folder, 'twins');
  const checked = (id: string) => {
    if (!uuid.test(id)) throw new Error('notAnAttachment');
    return id;
  };
  return {
    put: async (id, bytes) => {
      checked(id);
      await disk.mkdir(twins, { recursive: true });
      await writeAtomically(join(twins, id), [bytes, sha256(bytes)], disk);
      await writeAtomically(join(folder, id), bytes, disk);
    },
    get: async (id) => {
      const own = await bytesAt(join(folder, checked(id)), disk);
      const twin = await bytesAt(join(twins, id), disk);
      if (!twin) return own;
      const [copy, digest] = [twin.subarray(0, -digestBytes), twin.subarray(-digestBytes)];
      if (own && sha256(own).equals(digest)) return own;
      const isTwinSound = sha256(copy).equals(digest);
      if (isTwinSound) await writeAtomically(join(folder, id), copy, disk);
      else if (own && Buffer.from(own).equals(copy))
        await writeAtomically(join(twins, id), [own, sha256(own)], disk);
      else throw new Error(`damagedAttachment: ${id}`);
      return copy;
    },
    remove: async (id) => {
      await disk.rm(join(folder, checked(id)), { force: true });
      await disk.rm(join(twins, id), { force: true });
    },
    list: async () => {
      const names = await disk.readdir(folder).catch(absent);
      return (names ?? []).filter((name) => uuid.test(name));
    },
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const digestBytes = 32;

async function bytesAt(path: string, disk: Disk): Promise<Uint8Array | null> {
  const bytes = await disk.readFile(path).catch(absent);
  return bytes && new Uint8Array(bytes);
}

function absent(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
