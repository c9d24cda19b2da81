import { type ChangeSet, tableNames } from '@shared/domain/changeSet';
import type { Instant } from '@shared/domain/time';
import { schemaVersion } from '@shared/domain/workspace';
import { sameSums, type TableSums } from '@shared/tableDigest';
import { v7 as newUuid } from 'uuid';
import type { Host } from '../host/host';
import { changeSetsNumbered, countsOf, type Database, headOf, stateOf } from './database';
import { differences } from './differences';
import { rebuild } from './rebuild';
import { applyChangeSets, openWriteDoor, type WriteDoor } from './writeDoor';

/** What opening needs of the desktop. */
export type Keeper = Pick<
  Host['ask'],
  | 'safety:start'
  | 'safety:mend'
  | 'safety:records'
  | 'safety:snapshot'
  | 'journal:append'
  | 'journal:after'
  | 'journal:latest'
>;

/** What was done to bring the database and the journal level, to be told in a sentence. */
export type Levelled =
  /** The database lacked the journal's last changes. */
  | { kind: 'replayed'; count: number }
  /** The database was empty, or not what the journal says: it was filled again. */
  | { kind: 'rebuilt'; count: number }
  /** Lines of the journal were damaged, or lost: the database gave them back. */
  | { kind: 'mended'; count: number };

/** Nothing was touched: somebody must decide. */
export type Undecided =
  | { kind: 'newer' }
  /** There was work once, and no journal, no snapshot and no database is left. */
  | { kind: 'lost' }
  /** The database holds changes that the journal does not know and that it cannot tell one by one. */
  | { kind: 'journalBehind'; databaseSeq: number; journalSeq: number }
  /** Changes cannot be read in the journal; `isInDatabase` when the database has what they did. */
  | { kind: 'journalDamaged'; missing: readonly number[]; isInDatabase: boolean }
  /** What the database holds is not what the journal says. */
  | { kind: 'different' };

export type OpenedWorkspace =
  | {
      kind: 'ready';
      door: WriteDoor;
      levelled: Levelled | null;
      /** Every record was compared; false where they are many and the last end was clean: they were only counted. */
      isCompared: boolean;
    }
  | Undecided;

type Options = {
  now: () => Instant;
  /** Called with what is done and what there is to do, in records. */
  onProgress?: (done: number, total: number) => void;
};

const batch = 500;
/** Up to here, and after every unclean end, each record is compared before the first screen; beyond, their numbers are. */
const quicklyChecked = 20_000;

/**
 * Brings database and journal level before the first screen, and opens the write door. Whichever has more is believed; where they have the same number of changes
 * and not the same records, the journal is, and `different` is answered for the database to be put aside.
 */
export async function openWorkspace(
  database: Database,
  keeper: Keeper,
  { now, onProgress }: Options,
): Promise<OpenedWorkspace> {
  let levelled: Levelled | null = null;
  let start = await keeper['safety:start'](schemaVersion);
  let databaseSeq = await headOf(database);
  if (start.kind === 'damaged') {
    const kept = await changeSetsNumbered(database, start.missing);
    if (!kept) {
      const { missing, lastSeq } = start;
      return { kind: 'journalDamaged', missing, isInDatabase: databaseSeq >= lastSeq };
    }
    await keeper['safety:mend'](kept);
    levelled = { kind: 'mended', count: kept.length };
    start = await keeper['safety:start'](schemaVersion);
  }
  if (start.kind === 'lost' && databaseSeq > 0) return { kind: 'journalBehind', databaseSeq, journalSeq: 0 };
  if (start.kind !== 'ready') return start.kind === 'newer' ? start : { kind: 'lost' };

  if (databaseSeq > start.seq) {
    const journalSeq = start.seq;
    const kept = await changeSetsNumbered(database, range(journalSeq + 1, databaseSeq));
    if (!kept) return { kind: 'journalBehind', databaseSeq, journalSeq };
    for (const changeSet of kept) await keeper['journal:append'](changeSet);
    levelled = { kind: 'mended', count: kept.length };
    start = await keeper['safety:start'](schemaVersion);
    if (start.kind !== 'ready') return { kind: 'journalBehind', databaseSeq, journalSeq };
  }
  const { seq, from, sums, wasClean } = start;
  if (sums === null && databaseSeq < seq) return { kind: 'lost' };
  if (sums !== null && databaseSeq < seq) {
    const missing = seq - databaseSeq;
    if (databaseSeq > 0 && databaseSeq >= from) {
      await replay(database, keeper, databaseSeq, seq);
      levelled = { kind: 'replayed', count: missing };
    } else {
      const count = await rebuild(database, keeper, { seq, sums }, onProgress);
      if (databaseSeq > 0 || count > 0) levelled = { kind: 'rebuilt', count };
    }
    databaseSeq = seq;
  }
  const level = sums === null ? 'compared' : await levelOf(database, sums, wasClean);
  if (level === 'different') return { kind: 'different' };
  const door = await openWriteDoor(database, { append: keeper['journal:append'] }, now);
  return { kind: 'ready', door, levelled, isCompared: level === 'compared' };
}

/**
 * The database is believed, and the journal made to follow it: one change says all the difference. `missing` changes of the journal are given up first.
 * Killed half-way, the next start asks again.
 */
export async function followDatabase(
  database: Database,
  keeper: Keeper,
  now: () => Instant,
  missing: readonly number[] = [],
): Promise<void> {
  if (missing.length > 0) await keeper['safety:mend'](missing.map((seq) => changeGivenUp(seq, now())));
  let start = await keeper['safety:start'](schemaVersion);
  if (start.kind === 'lost') {
    await keeper['safety:mend']([]);
    start = await keeper['safety:start'](schemaVersion);
  }
  if (start.kind !== 'ready') throw new Error(`The journal is ${start.kind}`);
  const seq = start.seq + 1;
  const operations = (await differences(database, keeper, 'head')).map(({ here, there, ...place }) => ({
    ...place,
    before: there,
    after: here,
  }));
  const label = { key: 'databaseFollowed', params: {} };
  const changeSet: ChangeSet = { seq, id: newUuid(), at: now(), label, kind: 'do', of: null, operations };
  await keeper['journal:append'](changeSet);
  await database.transaction('rw', database.changeSets, database.meta, async () => {
    await database.changeSets.where('seq').aboveOrEqual(seq).delete();
    await database.changeSets.put(changeSet);
    await database.meta.put({ id: 'head', seq });
  });
  await keeper['safety:snapshot']();
}

/** Goes on with what the journal can still read: the changes that it cannot are given up. */
export async function giveUp(keeper: Keeper, now: () => Instant, missing: readonly number[]): Promise<void> {
  await keeper['safety:mend'](missing.map((seq) => changeGivenUp(seq, now())));
}

function changeGivenUp(seq: number, at: Instant): ChangeSet {
  const label = { key: 'changeGivenUp', params: {} };
  return { seq, id: newUuid(), at, label, kind: 'do', of: null, operations: [] };
}

async function replay(database: Database, keeper: Keeper, from: number, to: number): Promise<void> {
  for (let seq = from; seq < to;) {
    const changeSets = await keeper['journal:after'](seq, batch);
    const last = changeSets.at(-1);
    if (!last) throw new Error(`The journal stops at change ${seq} of ${to}`);
    await applyChangeSets(database, changeSets);
    seq = last.seq;
  }
}

async function levelOf(
  database: Database,
  sums: TableSums,
  wasClean: boolean,
): Promise<'different' | 'counted' | 'compared'> {
  const counts = await countsOf(database);
  if (tableNames.some((table) => counts[table] !== (sums[table]?.count ?? 0))) return 'different';
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (wasClean && total > quicklyChecked) return 'counted';
  return sameSums((await stateOf(database)).sums, sums) ? 'compared' : 'different';
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
