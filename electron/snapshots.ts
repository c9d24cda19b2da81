import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, deflateRaw, inflateRaw } from 'node:zlib';
import { z } from 'zod';
import { listZip, packedEntry, type PackedEntry, type ZipEntry, zipParts } from '@shared/interchange/zip';
import { sameSums, type TableSums, tableTally } from '@shared/tableDigest';
import { type Disk, systemDisk } from './disk';
import { writeAtomically } from './files';
import { type Base, beginning, type Entry, readJournal } from './journal';

/** Records of each table by key, as JSON: what the host knows of a workspace. */
export type Tables = Map<string, Map<string, string>>;

/** What a snapshot says of itself, before any of its records is read. */
export type SnapshotFacts = Readonly<{
  createdAt: string;
  program: string;
  schemaVersion: number;
  /** The last change that it holds, and its line's check. */
  base: Base;
  sums: TableSums;
  /** It holds less than half of what the one before held: it never pushes another out. */
  isShrunk: boolean;
}>;
export type Snapshot = Readonly<{ name: string; path: string; bytes: number; facts: SnapshotFacts }>;

const journalSchema = z.object({
  seq: z.int().min(0),
  check: z.string().regex(/^[0-9a-f]{16}$/),
  sums: z.record(z.string(), z.object({ count: z.int().min(0), digest: z.string().regex(/^[0-9a-f]{16}$/) })),
  isShrunk: z.boolean(),
});
const manifestSchema = z.object({
  format: z.literal('regie-archive'),
  formatVersion: z.int(),
  schemaVersion: z.int().min(1),
  createdAt: z.string().max(40),
  program: z.string().max(60),
  counts: z.record(z.string(), z.int().min(0)),
  digests: z.record(z.string(), z.string()),
  journal: journalSchema,
});

/** One whose facts cannot be read is damaged: it counts for nothing, and is left where it is. */
export type FoundSnapshot = Snapshot | Readonly<{ name: string; path: string; facts: null }>;

export function isSound(snapshot: FoundSnapshot): snapshot is Snapshot {
  return snapshot.facts !== null;
}

export function snapshotFolder(profile: string): string {
  return join(profile, 'snapshots');
}

/** `snapshot-<last change>-<moment>.regie`: sorts by age, and says what it is to somebody who finds it on a stick. */
export function snapshotName(seq: number, moment: Date): string {
  const stamp = moment.toISOString().replace(/[-:]|\.\d+Z/g, '');
  return `snapshot-${String(seq).padStart(9, '0')}-${stamp}.regie`;
}

/** The snapshots of a folder, newest first. */
export async function snapshotsIn(folder: string, disk: Disk = systemDisk): Promise<FoundSnapshot[]> {
  const names = (await disk.readdir(folder)).filter((name) => /^snapshot-\d{9}-[\dT]+\.regie$/.test(name));
  const found: FoundSnapshot[] = [];
  for (const name of names.toSorted().toReversed()) {
    const path = join(folder, name);
    try {
      const bytes = await disk.readFile(path);
      const { journal, ...manifest } = await manifestIn(bytes);
      const { seq, check, sums, isShrunk } = journal;
      const { createdAt, program, schemaVersion } = manifest;
      const facts = { createdAt, program, schemaVersion, base: { seq, check }, sums, isShrunk };
      found.push({ name, path, bytes: bytes.length, facts });
    } catch {
      found.push({ name, path, facts: null });
    }
  }
  return found;
}

/**
 * Writes a snapshot and reads it back: it counts only if what stands on the disk is what was meant. It is an ordinary archive of the workspace,
 * `attachments` included when given. Throws with nothing left behind.
 */
export async function writeSnapshot(
  path: string,
  tables: Tables,
  facts: SnapshotFacts,
  disk: Disk = systemDisk,
  attachments: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<number> {
  const entries: PackedEntry[] = [];
  const digests: Record<string, string> = {};
  const pack = async (name: string, content: Buffer) => {
    digests[name] = sha256(content);
    entries.push(await packed(name, content));
  };
  for (const [table, records] of tables) await pack(`records/${table}.json`, await recordsJson(records));
  for (const [id, bytes] of attachments) {
    digests[`attachments/${id}`] = sha256(bytes);
    entries.push(packedEntry(`attachments/${id}`, bytes, bytes, crc32(bytes)));
  }
  const { base, sums, isShrunk, ...told } = facts;
  const manifest = {
    format: 'regie-archive',
    formatVersion: 1,
    ...told,
    counts: Object.fromEntries([...tables].map(([table, records]) => [table, records.size])),
    digests,
    journal: { ...base, sums, isShrunk },
  } satisfies z.input<typeof manifestSchema>;
  const first = await packed('manifest.json', Buffer.from(JSON.stringify(manifest, null, 2)));
  await writeAtomically(path, zipParts([first, ...entries]), disk);
  try {
    await readSnapshot(path, disk);
  } catch (error) {
    await disk.rm(path, { force: true }).catch(() => undefined);
    throw error;
  }
  return entries.reduce((sum, entry) => sum + entry.packed.length, first.packed.length);
}

/** The records of a snapshot, every byte and every sum checked. Throws `damagedSnapshot`. */
export async function readSnapshot(path: string, disk: Disk = systemDisk): Promise<Tables> {
  const bytes = await disk.readFile(path);
  const { digests, journal } = await manifestIn(bytes);
  const tables: Tables = new Map();
  const tally = tableTally();
  const entries = new Map(entriesOf(bytes).map((entry) => [entry.name, entry]));
  for (const [name, digest] of Object.entries(digests)) {
    const entry = entries.get(name);
    const content = entry && (await contentOf(bytes, entry));
    if (!content || sha256(content) !== digest) throw new Error(`damagedSnapshot: ${name}`);
    const table = /^records\/(\w+)\.json$/.exec(name)?.[1];
    if (table === undefined) continue;
    const records = new Map<string, string>();
    for await (const json of recordsIn(content)) {
      const { id } = JSON.parse(json) as { id: string };
      records.set(id, json);
      tally.add(table, id, json);
    }
    tables.set(table, records);
  }
  if (!sameSums(tally.sums(), journal.sums)) throw new Error('damagedSnapshot: its records differ');
  return tables;
}

/**
 * The records of a profile up to a change: those of the newest of these snapshots that can be read, with the journal's lines after it laid over. Changes nothing. Throws
 * when the journal does not reach back to any of them.
 */
export async function tablesOf(
  profile: string,
  newestFirst: readonly Snapshot[],
  seq: number,
  disk: Disk = systemDisk,
): Promise<{ tables: Tables; damaged: Snapshot[] }> {
  const damaged: Snapshot[] = [];
  for (const snapshot of [...newestFirst.filter(({ facts }) => facts.base.seq <= seq), null]) {
    const tables: Tables | null = snapshot
      ? await readSnapshot(snapshot.path, disk).catch(() => null)
      : new Map();
    if (!tables) {
      if (snapshot) damaged.push(snapshot);
      continue;
    }
    const base = snapshot?.facts.base ?? beginning;
    await readJournal(profile, base, (entry) => entry.seq <= seq && layOver(tables, entry), disk);
    return { tables, damaged };
  }
  throw new Error('unreachable: the last one is nothing at all');
}

/** Lays a change over the tables, as the page did over its own. */
function layOver(tables: Tables, entry: Entry): void {
  for (const { table, key, after } of operationsOf(entry)) {
    const records = tables.get(table) ?? new Map<string, string>();
    tables.set(table, records);
    if (after === null) records.delete(key);
    else records.set(key, JSON.stringify(after));
  }
}

/** Counts a change into the sums. */
export function countIn(tally: ReturnType<typeof tableTally>, entry: Entry): void {
  for (const { table, key, before, after } of operationsOf(entry)) {
    if (before !== null) tally.drop(table, key, JSON.stringify(before));
    if (after !== null) tally.add(table, key, JSON.stringify(after));
  }
}

export function sumsOf(tables: Tables): TableSums {
  const tally = tableTally();
  for (const [table, records] of tables) for (const [key, json] of records) tally.add(table, key, json);
  return tally.sums();
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** How many are kept of those that are this far apart. */
const rotation = [
  { apart: 0, count: 12 },
  { apart: hour, count: 24 },
  { apart: day, count: 14 },
  { apart: 7 * day, count: 8 },
];

/**
 * Which snapshots may go: all but the 12 newest, one for each of the last 24 hours, 14 days and 8 weeks that have one. Those that are
 * shrunk count for nothing here: as many that are not are kept beside them.
 */
export function outgrown(snapshots: readonly Snapshot[]): Snapshot[] {
  const kept = new Set<Snapshot>();
  for (const isShrunk of [false, true]) {
    const newestFirst = snapshots.filter(({ facts }) => facts.isShrunk === isShrunk);
    for (const { apart, count } of rotation) {
      const slots = new Set<number>();
      for (const [index, snapshot] of newestFirst.entries()) {
        if (slots.size >= count) break;
        const slot = apart === 0 ? index : Math.floor(Date.parse(snapshot.facts.createdAt) / apart);
        if (slots.has(slot)) continue;
        slots.add(slot);
        kept.add(snapshot);
      }
    }
  }
  return snapshots.filter((snapshot) => !kept.has(snapshot));
}

type Operation = {
  table: string;
  key: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

function operationsOf(entry: Entry): readonly Operation[] {
  return (entry as Entry & { operations?: Operation[] }).operations ?? [];
}

const deflate = promisify<Uint8Array, { level: number }, Buffer>(deflateRaw);
const inflate = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflateRaw);
const recordsBetweenPauses = 2_000;

async function packed(name: string, content: Buffer): Promise<PackedEntry> {
  return packedEntry(name, content, await deflate(content, { level: 3 }), crc32(content));
}

/** An array with one record on each line, so that it is read record by record. */
async function recordsJson(records: ReadonlyMap<string, string>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let lines: string[] = [];
  for (const json of records.values()) {
    lines.push(json);
    if (lines.length < recordsBetweenPauses) continue;
    parts.push(Buffer.from(`${parts.length === 0 ? '' : ',\n'}${lines.join(',\n')}`));
    lines = [];
    await pause();
  }
  if (lines.length > 0) parts.push(Buffer.from(`${parts.length === 0 ? '' : ',\n'}${lines.join(',\n')}`));
  return Buffer.concat([Buffer.from('[\n'), ...parts, Buffer.from('\n]')]);
}

async function* recordsIn(content: Buffer): AsyncGenerator<string> {
  let count = 0;
  for (let start = 2; start < content.length - 2;) {
    const newline = content.indexOf(0x0a, start);
    const end = newline < 0 ? content.length : newline;
    const line = content.toString('utf8', start, end);
    yield line.endsWith(',') ? line.slice(0, -1) : line;
    start = end + 1;
    count += 1;
    if (count % recordsBetweenPauses === 0) await pause();
  }
}

async function manifestIn(bytes: Uint8Array): Promise<z.infer<typeof manifestSchema>> {
  const entry = entriesOf(bytes).find(({ name }) => name === 'manifest.json');
  const content = entry && (await contentOf(bytes, entry));
  if (!content) throw new Error('damagedSnapshot: manifest.json');
  return manifestSchema.parse(JSON.parse(content.toString('utf8')));
}

function entriesOf(bytes: Uint8Array): readonly ZipEntry[] {
  const list = listZip(bytes);
  if (list.kind !== 'list') throw new Error('damagedSnapshot: its list');
  return list.entries;
}

async function contentOf(bytes: Uint8Array, entry: ZipEntry): Promise<Buffer | null> {
  const packedBytes = bytes.subarray(entry.dataAt, entry.dataAt + entry.packedSize);
  const content = entry.isDeflated
    ? await inflate(packedBytes, { maxOutputLength: entry.size })
    : Buffer.from(packedBytes);
  return content.length === entry.size && crc32(content) === entry.crc ? content : null;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
