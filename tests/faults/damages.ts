import { open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A way to damage a file, given its path and a number between 0 and 1. */
type Blow = (path: string, random: () => number) => Promise<void>;

const blows: Record<string, Blow> = {
  emptied: (path) => truncate(path, 0),
  halved: async (path) => truncate(path, Math.floor((await stat(path)).size / 2)),
  shortened: async (path) => truncate(path, Math.max(0, (await stat(path)).size - 7)),
  zeroed: async (path) => writeFile(path, Buffer.alloc((await stat(path)).size)),
  removed: (path) => rm(path),
  flipped: flipOneByte,
};

const places: Record<string, (profile: string) => Promise<string[]>> = {
  CURRENT: (profile) => databaseFiles(profile, /^CURRENT$/),
  MANIFEST: (profile) => databaseFiles(profile, /^MANIFEST-/),
  'database log': (profile) => databaseFiles(profile, /\.log$/),
  'database table': (profile) => databaseFiles(profile, /\.ldb$/),
  journal: async (profile) => (await filesIn(join(profile, 'journal'), /\.jsonl$/)).slice(-1),
  snapshot: async (profile) => (await filesIn(join(profile, 'snapshots'), /\.regie$/)).slice(-1),
  'safety.json': async (profile) => filesIn(profile, /^safety\.json$/),
};

export type Damage = Readonly<{
  name: string;
  apply: (profile: string, random: () => number) => Promise<boolean>;
}>;

/** Each blow to each kind of file, and the folders as a whole. `apply` answers whether there was something to damage. */
export const damages: readonly Damage[] = [
  ...Object.entries(places).flatMap(([place, find]) =>
    Object.entries(blows).map(([blow, strike]): Damage => ({
      name: `${place} ${blow}`,
      apply: async (profile, random) => {
        const paths = await find(profile);
        for (const path of paths) await strike(path, random);
        return paths.length > 0;
      },
    })),
  ),
  ...['IndexedDB', 'journal', 'snapshots'].map((folder): Damage => ({
    name: `${folder}/ removed`,
    apply: async (profile) => {
      await rm(join(profile, folder), { recursive: true });
      return true;
    },
  })),
];

export async function flipOneByte(path: string, random: () => number): Promise<void> {
  const { size } = await stat(path);
  if (size === 0) return;
  const file = await open(path, 'r+');
  const place = Math.floor(random() * size);
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, place);
  byte[0] = (byte[0] ?? 0) ^ (1 + Math.floor(random() * 255));
  await file.write(byte, 0, 1, place);
  await file.close();
}

/** Every plain file of the profile that holds something. */
export async function profileFiles(profile: string): Promise<string[]> {
  const found = await readdir(profile, { recursive: true, withFileTypes: true });
  const paths = found.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  return paths.filter((_, index) => (sizes[index] ?? 0) > 0).toSorted();
}

function databaseFiles(profile: string, name: RegExp): Promise<string[]> {
  return filesIn(join(profile, 'IndexedDB/app_regie_0.indexeddb.leveldb'), name);
}

async function filesIn(folder: string, name: RegExp): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const paths = names.filter((each) => name.test(each)).map((each) => join(folder, each));
  const contents = await Promise.all(paths.map((path) => readFile(path)));
  return paths.filter((_, index) => (contents[index]?.length ?? 0) > 0).toSorted();
}
