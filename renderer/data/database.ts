import { type ChangeSet, type RecordOf, type TableName, tableNames } from '@shared/domain/changeSet';
import type { EventId, PlannedEvent } from '@shared/domain/plannedEvent';
import { monthsOf } from '@shared/domain/repetition';
import { isOpen, type Task } from '@shared/domain/task';
import { type TableSums, tableTally } from '@shared/tableDigest';
import { Dexie, type Table } from 'dexie';

/** Constant for ever: another name is another, empty, database. */
export const databaseName = 'regie';

/**
 * Rows are records plus index columns, whose names begin with `$`: computed on each write by `rowOf`, taken off by
 * `recordOf`, never seen outside this room.
 */
type Row<T extends TableName> = RecordOf<T> & IndexColumns;
type IndexColumns = { $months?: string[]; $open?: 0 | 1; $loose?: 1 };

/** How far the database has followed the journal. */
type Head = { id: 'head'; seq: number };

/** How many tasks an event has, done and open, kept beside them in the same transaction: lists of events read no task. */
export type TaskTally = { id: EventId; open: number; total: number };

export type Database = Dexie & { [T in TableName]: Table<Row<T>, string> } & {
  taskTallies: Table<TaskTally, EventId>;
  changeSets: Table<ChangeSet, number>;
  meta: Table<Head, string>;
};

type Migration = {
  version: number;
  stores: Record<string, string>;
  /** Within the transaction that makes the stores: it happens whole, or the database stays as it was. */
  upgrade?: (database: Database) => Promise<void>;
};

/** Released versions are never edited; each has a test that opens the one before. */
const migrations: readonly Migration[] = [
  {
    version: 1,
    stores: {
      settings: 'id',
      events: 'id, *$months',
      tasks: 'id, eventId, $loose, dueOn, doneOn, status, [$open+dueOn], [$open+owner]',
      templates: 'id',
      periods: 'id, firstOn',
      reports: 'id',
      changeSets: 'seq, id',
      meta: 'id',
    },
  },
  { version: 2, stores: { taskTallies: 'id' }, upgrade: tallyEverything },
  { version: 3, stores: { exchanges: 'id, eventId' } },
  { version: 4, stores: { retentions: 'id', erasures: 'id' } },
  {
    version: 5,
    stores: {
      profiles: 'id',
      people: 'id',
      posts: 'id, eventId',
      shifts: 'id, eventId, startsAt',
      assignments: 'id, eventId, shiftId, personId',
      travelTimes: 'id',
    },
  },
];

/** The one constructor of the database. */
export function openDatabase(name: string = databaseName): Database {
  const database = new Dexie(name, { autoOpen: true }) as Database;
  for (const { version, stores, upgrade } of migrations) {
    const opened = database.version(version).stores(stores);
    if (upgrade) opened.upgrade(() => upgrade(database));
  }
  return database;
}

/** Adds to the tallies what these changes of tasks make of them. Within the caller's transaction. */
export async function tallyTasks(
  database: Database,
  changes: ReadonlyArray<{ before: Task | null; after: Task | null }>,
): Promise<void> {
  const steps = new Map<EventId, { open: number; total: number }>();
  const count = (task: Task | null, by: 1 | -1) => {
    if (task?.eventId == null) return;
    const step = steps.get(task.eventId) ?? { open: 0, total: 0 };
    steps.set(task.eventId, step);
    step.total += by;
    if (isOpen(task)) step.open += by;
  };
  for (const { before, after } of changes) {
    count(before, -1);
    count(after, 1);
  }
  const moved = [...steps].filter(([, { open, total }]) => open !== 0 || total !== 0);
  const known = await database.taskTallies.bulkGet(moved.map(([id]) => id));
  await database.taskTallies.bulkPut(
    moved.map(([id, { open, total }], index) => ({
      id,
      open: (known[index]?.open ?? 0) + open,
      total: (known[index]?.total ?? 0) + total,
    })),
  );
}

async function tallyEverything(database: Database): Promise<void> {
  const tasks = recordsOf<'tasks'>(await database.tasks.toArray());
  await tallyTasks(
    database,
    tasks.map((after) => ({ before: null, after })),
  );
}

export function rowOf<T extends TableName>(table: T, record: RecordOf<T>): Row<T> {
  if (table === 'events') return { ...record, $months: monthsOf(record as PlannedEvent) };
  if (table === 'tasks') return { ...record, ...taskColumns(record as Task) };
  return record;
}

export function recordOf<T extends TableName>(row: Row<T>): RecordOf<T> {
  if (!('$months' in row) && !('$open' in row)) return row;
  const { $months: _months, $open: _open, $loose: _loose, ...record } = row;
  return record as RecordOf<T>;
}

export function recordsOf<T extends TableName>(rows: readonly Row<T>[]): RecordOf<T>[] {
  return rows.map((row) => recordOf<T>(row));
}

/** A task without an event has no `eventId` that an index could hold: `$loose` finds it. */
function taskColumns(task: Task): IndexColumns {
  const $open = isOpen(task) ? 1 : 0;
  return task.eventId === null ? { $open, $loose: 1 } : { $open };
}

export function isTableName(name: string): name is TableName {
  return (tableNames as readonly string[]).includes(name);
}

/** How far the database has followed the journal; 0 when it is empty. */
export async function headOf(database: Database): Promise<number> {
  return (await database.meta.get('head'))?.seq ?? 0;
}

/** The change sets of these numbers, in their order, or `null` when one is not there any more. */
export async function changeSetsNumbered(
  database: Database,
  seqs: readonly number[],
): Promise<ChangeSet[] | null> {
  if (seqs.length > 100_000) return null;
  const found = await database.changeSets.bulkGet([...seqs]);
  return found.every((changeSet) => changeSet !== undefined) ? (found as ChangeSet[]) : null;
}

export async function countsOf(database: Database): Promise<Record<TableName, number>> {
  const counts = await Promise.all(
    tableNames.map(async (name) => [name, await database.table(name).count()] as const),
  );
  return Object.fromEntries(counts) as Record<TableName, number>;
}

/** What the tables add up to, read piece by piece as they stood at one moment, and the change at which that was. */
export function stateOf(database: Database): Promise<{ seq: number; sums: TableSums }> {
  return database.transaction('r', [...tableNames, 'meta'], async () => {
    const seq = await headOf(database);
    const tally = tableTally();
    for (const name of tableNames) {
      const table = database.table<Row<TableName>, string>(name);
      for (let rows = await table.orderBy(':id').limit(sumPage).toArray(); rows.length > 0;) {
        for (const row of rows) tally.add(name, row.id, JSON.stringify(recordOf(row)));
        const last = rows.at(-1)?.id ?? '';
        rows = rows.length < sumPage ? [] : await table.where(':id').above(last).limit(sumPage).toArray();
      }
    }
    return { seq, sums: tally.sums() };
  });
}

const sumPage = 2_000;
