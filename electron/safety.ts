import { z } from 'zod';
import type { Answer, SafetyState, SnapshotListed } from '@shared/ipc';
import { sameSums, tableTally } from '@shared/tableDigest';
import { join, relative } from 'node:path';
import type { Attachments } from './attachments';
import { type Disk, systemDisk } from './disk';
import { writeAtomically } from './files';
import {
  type Base,
  beginning,
  DamagedJournal,
  type Entry,
  type Journal,
  journalFolder,
  mendJournal,
  openJournal,
} from './journal';
import {
  countIn,
  type FoundSnapshot,
  isSound,
  outgrown,
  readSnapshot,
  type Snapshot,
  snapshotFolder,
  snapshotName,
  snapshotsIn,
  sumsOf,
  type Tables,
  tablesOf,
  writeSnapshot,
} from './snapshots';

/** Everything that keeps the work safe in one profile: its journal, its snapshots, its copies elsewhere. */
export type Safety = {
  start: (schemaVersion: number) => Promise<Answer<'safety:start'>>;
  mend: (entries: readonly Entry[]) => Promise<void>;
  append: (entry: Entry) => Promise<void>;
  after: (seq: number, limit: number) => Promise<Entry[]>;
  latest: (limit: number) => Promise<Entry[]>;
  records: (source: string, table: string, from: number, limit: number) => Promise<Record<string, unknown>[]>;
  setAside: () => Promise<void>;
  snapshots: () => SnapshotListed[];
  takeSnapshot: () => Promise<void>;
  verify: () => Promise<SnapshotListed[]>;
  state: () => Promise<SafetyState>;
  keepSecond: (folder: string | null) => Promise<'done' | 'insideProfile'>;
  copyToSecond: () => Promise<void>;
  saveCopyAs: (path: string) => Promise<void>;
  forget: () => Promise<void>;
  /** A last snapshot if anything changed, and the mark of a clean end. Never rejects. */
  close: () => Promise<void>;
};

type Means = {
  profile: string;
  program: string;
  attachments: Pick<Attachments, 'list' | 'get'>;
  /** Takes the page's database away while the program runs. */
  clearDatabase: () => Promise<void>;
  now?: () => Date;
  disk?: Disk;
};

/** Of the history, this many changes stay in the journal when older ones go. */
const keptLines = 1_000;
/** The journal reaches back to the snapshot of this rank, so that the newest ones may be damaged. */
const neededSnapshots = 3;
const megabyte = 1024 * 1024;
const secondEvery = 60 * 60_000;
const filesInCopy = 200 * megabyte;

/** Below this, every change is refused: a hundredth of the place, between 4 and 100 MB. Twelve times that is low. */
export function leastRoom(totalBytes: number): number {
  return Math.max(4 * megabyte, Math.min(100 * megabyte, totalBytes / 100));
}

/** `<profile>/safety.json`: what is known of the profile beside its data. What cannot be read is as good as nothing. */
const memorySchema = z.object({
  /** Somebody has written here once. */
  wasUsed: z.boolean(),
  /** The newest version of the records that wrote here. */
  schemaVersion: z.int(),
  /** Where the journal stood when the program ended as it should; `null` while it runs. */
  cleanSeq: z.int().nullable(),
  second: z
    .object({ folder: z.string(), at: z.string().nullable(), seq: z.int(), hasFiles: z.boolean() })
    .nullable(),
  /** The page's database must go before the next window: it holds what was erased. */
  discardDatabase: z.boolean(),
});
type Memory = z.infer<typeof memorySchema>;
const nothingKnown: Memory = {
  wasUsed: false,
  schemaVersion: 0,
  cleanSeq: null,
  second: null,
  discardDatabase: false,
};

export function databaseFolder(profile: string): string {
  return join(profile, 'IndexedDB');
}

/** Nothing is opened before `start` is asked; what cannot be opened is left as it is. */
export async function openSafety(means: Means): Promise<Safety> {
  const { profile, program, attachments, clearDatabase, now = () => new Date(), disk = systemDisk } = means;
  const folder = snapshotFolder(profile);
  await disk.mkdir(folder, { recursive: true });
  await disk.mkdir(journalFolder(profile), { recursive: true });
  let memory = await readMemory(profile, disk);
  if (memory.discardDatabase) {
    await disk.rm(databaseFolder(profile), { force: true, recursive: true });
    await remember({ discardDatabase: false });
  }
  await sweep(folder, disk);

  let journal: Journal | null = null;
  let base: Base = beginning;
  let tally = tableTally();
  let schemaVersion = 0;
  let list: FoundSnapshot[] = [];
  let failure: string | null = null;
  let held: { source: string; tables: Map<string, string[]>; timer: NodeJS.Timeout } | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  /** Snapshots, copies and purges, one after the other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function remember(fields: Partial<Memory>): Promise<void> {
    memory = { ...memory, ...fields };
    await writeAtomically(join(profile, 'safety.json'), Buffer.from(JSON.stringify(memory)), disk);
  }

  function opened(): Journal {
    if (!journal) throw new Error('journalClosed: not opened yet');
    return journal;
  }

  const sound = () => list.filter(isSound);
  const listed = () => list.map(listedAs);

  async function start(version: number): Promise<Answer<'safety:start'>> {
    schemaVersion = version;
    if (!journal) {
      list = await snapshotsIn(folder, disk);
      if (Math.max(memory.schemaVersion, ...sound().map(({ facts }) => facts.schemaVersion)) > version)
        return { kind: 'newer' };
      const [newest] = sound();
      base = newest?.facts.base ?? beginning;
      tally = tableTally(newest?.facts.sums ?? {});
      try {
        journal = await openJournal(profile, { base, disk, take: (entry) => countIn(tally, entry) });
      } catch (error) {
        if (!(error instanceof DamagedJournal)) throw error;
        return { kind: 'damaged', missing: [...error.missing], lastSeq: error.lastSeq };
      }
      if (memory.wasUsed && journal.end().seq === 0) {
        await journal.close();
        journal = null;
        return { kind: 'lost' };
      }
    }
    const { seq } = journal.end();
    const wasClean = memory.cleanSeq === seq;
    await remember({ cleanSeq: null, schemaVersion: version, wasUsed: memory.wasUsed || seq > 0 });
    return { kind: 'ready', seq, from: base.seq, sums: tally.sums(), wasClean };
  }

  async function append(entry: Entry): Promise<void> {
    const { freeBytes, totalBytes } = await disk.room(profile);
    if (freeBytes < leastRoom(totalBytes))
      throw new Error(`diskFull: ${Math.floor(freeBytes / megabyte)} MB`);
    if (!memory.wasUsed) await remember({ wasUsed: true });
    await opened().append(entry);
  }

  async function tablesUpTo(seq: number): Promise<Tables> {
    const { tables, damaged } = await tablesOf(profile, sound(), seq, disk);
    for (const each of damaged) markDamaged(each);
    return tables;
  }

  function markDamaged({ name, path }: Snapshot): void {
    list = list.map((each) => (each.path === path ? { name, path, facts: null } : each));
  }

  async function snapshot(): Promise<{ taken: Snapshot; tables: Tables | null }> {
    const [newest] = sound();
    if (newest && newest.facts.base.seq === opened().end().seq) return { taken: newest, tables: null };
    const rolled = await opened().roll();
    const sums = tally.sums();
    const tables = await tablesUpTo(rolled.seq);
    if (!sameSums(sumsOf(tables), sums)) throw new Error('damagedSnapshot: the journal does not add up');
    const moment = now();
    const facts = {
      createdAt: minuteOf(moment),
      program,
      schemaVersion,
      base: rolled,
      sums,
      isShrunk: newest !== undefined && total(sums) * 2 < total(newest.facts.sums),
    };
    const name = snapshotName(rolled.seq, moment);
    const path = join(folder, name);
    const bytes = await writeSnapshot(path, tables, facts, disk);
    const taken = { name, path, bytes, facts };
    list = [taken, ...list];
    return { taken, tables };
  }

  async function takeSnapshot(): Promise<void> {
    try {
      const { tables } = await snapshot();
      if (tables) await prune();
      failure = null;
      const { second } = memory;
      if (second && (second.at === null || now().getTime() - Date.parse(second.at) > secondEvery)) {
        await copyToSecond(tables).catch(() => undefined);
      }
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
      throw error;
    }
  }

  async function prune(): Promise<void> {
    for (const { path } of outgrown(sound())) {
      await disk.rm(path, { force: true });
      list = list.filter((each) => each.path !== path);
    }
    const last = sound()[neededSnapshots - 1];
    if (last) await opened().drop(last.facts.base.seq, keptLines);
  }

  async function copyToSecond(given: Tables | null): Promise<void> {
    const { second } = memory;
    if (!second) return;
    const { taken } = await snapshot();
    const tables = given ?? (await tablesUpTo(taken.facts.base.seq));
    const files = await filesWithin(attachments, filesInCopy);
    const path = join(second.folder, taken.name);
    await writeSnapshot(path, tables, taken.facts, disk, files ?? new Map());
    const there = (await snapshotsIn(second.folder, disk)).filter(isSound);
    for (const each of outgrown(there)) await disk.rm(each.path, { force: true });
    await remember({
      second: {
        folder: second.folder,
        at: minuteOf(now()),
        seq: taken.facts.base.seq,
        hasFiles: files !== null,
      },
    });
  }

  function release(): void {
    if (held) clearTimeout(held.timer);
    held = null;
  }

  async function recordsOf(source: string): Promise<Map<string, string[]>> {
    if (held?.source === source) {
      held.timer.refresh();
      return held.tables;
    }
    release();
    const found = sound().find(({ name }) => name === source);
    if (source !== 'head' && !found) throw new Error('damagedSnapshot: it is not there any more');
    const tables = found ? await readSnapshot(found.path, disk) : await tablesUpTo(opened().end().seq);
    const lists = new Map([...tables].map(([table, records]) => [table, [...records.values()]]));
    const timer = setTimeout(release, 30_000);
    timer.unref();
    held = { source, tables: lists, timer };
    return lists;
  }

  return {
    start: (version) => inTurn(() => start(version)),
    mend: (entries) =>
      inTurn(async () => {
        if (journal) throw new Error('refused: the journal is whole');
        if (entries.length === 0) await remember({ wasUsed: false });
        await mendJournal(profile, base, entries, disk);
      }),
    append,
    after: (seq, limit) => opened().after(seq, limit),
    latest: (limit) => opened().before(opened().end().seq, limit),
    records: async (source, table, from, limit) => {
      if (from === 0 && source === 'head') release();
      const records = (await recordsOf(source)).get(table) ?? [];
      return records.slice(from, from + limit).map((json) => JSON.parse(json) as Record<string, unknown>);
    },
    setAside: () =>
      inTurn(async () => {
        const aside = join(profile, 'aside');
        await disk.mkdir(aside, { recursive: true });
        const older = (await disk.readdir(aside)).toSorted().slice(0, -1);
        for (const name of older) await disk.rm(join(aside, name), { force: true, recursive: true });
        const stamp = now().toISOString().replace(/[-:.]/g, '');
        await disk
          .cp(databaseFolder(profile), join(aside, stamp), { recursive: true })
          .catch(() => undefined);
        await clearDatabase();
      }),
    snapshots: listed,
    takeSnapshot: () => inTurn(takeSnapshot),
    verify: () =>
      inTurn(async () => {
        for (const each of sound()) {
          const isSound = await readSnapshot(each.path, disk).then(
            () => true,
            () => false,
          );
          if (!isSound) markDamaged(each);
        }
        return listed();
      }),
    state: async () => {
      const { freeBytes, totalBytes } = await disk.room(profile);
      const least = leastRoom(totalBytes);
      const [newest] = sound();
      const { second } = memory;
      return {
        snapshot: newest
          ? {
              createdAt: newest.facts.createdAt,
              seq: newest.facts.base.seq,
              count: sound().length,
            }
          : null,
        second: second && {
          folder: second.folder,
          at: second.at,
          hasFiles: second.hasFiles,
          isThere: await disk.readdir(second.folder).then(
            () => true,
            () => false,
          ),
        },
        freeBytes,
        room: freeBytes < least ? 'full' : freeBytes < least * 12 ? 'low' : 'enough',
        failure,
      };
    },
    keepSecond: async (chosen) => {
      if (chosen !== null && !relative(profile, chosen).startsWith('..')) return 'insideProfile';
      await remember({
        second: chosen === null ? null : { folder: chosen, at: null, seq: 0, hasFiles: true },
      });
      return 'done';
    },
    copyToSecond: () => inTurn(() => copyToSecond(null)),
    saveCopyAs: (path) =>
      inTurn(async () => {
        const { seq, check } = opened().end();
        const tables = await tablesUpTo(seq);
        const facts = {
          createdAt: minuteOf(now()),
          program,
          schemaVersion,
          base: { seq, check },
          sums: sumsOf(tables),
          isShrunk: false,
        };
        await writeSnapshot(
          path,
          tables,
          facts,
          disk,
          (await filesWithin(attachments, filesInCopy)) ?? new Map(),
        );
      }),
    forget: () =>
      inTurn(async () => {
        await remember({ discardDatabase: true });
        const { taken } = await snapshot();
        await readSnapshot(taken.path, disk);
        for (const each of list) if (each.path !== taken.path) await disk.rm(each.path, { force: true });
        list = [taken];
        await opened().drop(taken.facts.base.seq, 0);
        await sweep(journalFolder(profile), disk);
        await disk.rm(join(profile, 'aside'), { force: true, recursive: true });
        if (memory.second) {
          const { folder: elsewhere } = memory.second;
          await copyToSecond(null);
          for (const each of await snapshotsIn(elsewhere, disk)) {
            if (each.name !== taken.name) await disk.rm(each.path, { force: true });
          }
        }
        release();
        await clearDatabase();
        await remember({ discardDatabase: false });
      }),
    close: () =>
      inTurn(async () => {
        if (!journal) return;
        if (journal.end().seq > 0) {
          await takeSnapshot().catch(() => undefined);
          const { second } = memory;
          if (second && second.seq < journal.end().seq) await copyToSecond(null).catch(() => undefined);
        }
        const { seq } = journal.end();
        await journal.close();
        await remember({ cleanSeq: seq });
      }).catch(() => undefined),
  };
}

/** What a killed program left half-written, or put aside. */
async function sweep(folder: string, disk: Disk): Promise<void> {
  for (const name of await disk.readdir(folder)) {
    if (/^\.[0-9a-f]{16}\.tmp$|\.(torn|damaged|mended)$/.test(name)) {
      await disk.rm(join(folder, name), { force: true });
    }
  }
}

async function readMemory(profile: string, disk: Disk): Promise<Memory> {
  try {
    const bytes = await disk.readFile(join(profile, 'safety.json'));
    return memorySchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return nothingKnown;
  }
}

/** All attached files, or `null` when together they are too large for one archive. */
async function filesWithin(
  attachments: Means['attachments'],
  mostBytes: number,
): Promise<Map<string, Uint8Array> | null> {
  const files = new Map<string, Uint8Array>();
  let total = 0;
  for (const id of await attachments.list()) {
    const bytes = await attachments.get(id);
    if (!bytes) continue;
    total += bytes.length;
    if (total > mostBytes) return null;
    files.set(id, bytes);
  }
  return files;
}

function listedAs(snapshot: FoundSnapshot): SnapshotListed {
  if (!isSound(snapshot)) return { name: snapshot.name, facts: null };
  const { name, bytes, facts } = snapshot;
  const { createdAt, base, sums, isShrunk } = facts;
  return { name, facts: { createdAt, seq: base.seq, sums, bytes, isShrunk } };
}

function total(sums: Snapshot['facts']['sums']): number {
  return Object.values(sums).reduce((sum, { count }) => sum + count, 0);
}

/** As the page writes moments: UTC, to the minute. */
function minuteOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 16)}Z`;
}
