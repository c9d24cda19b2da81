import { type ChangeSet, type RecordOf, type TableName, tableNames } from '@shared/domain/changeSet';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { monthsOf } from '@shared/domain/repetition';
import { isOpen, type Task } from '@shared/domain/task';
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

export type Database = Dexie & { [T in TableName]: Table<Row<T>, string> } & {
  changeSets: Table<ChangeSet, number>;
  meta: Table<Head, string>;
};

/** Released versions are never edited; each has a test that opens the one before. */
const migrations: ReadonlyArray<{ version: number; stores: Record<string, string> }> = [
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
];

export const schemaVersion = migrations.length;

/** The one constructor of the database. */
export function openDatabase(name: string = databaseName): Database {
  const database = new Dexie(name, { autoOpen: true }) as Database;
  for (const { version, stores } of migrations) database.version(version).stores(stores);
  return database;
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
