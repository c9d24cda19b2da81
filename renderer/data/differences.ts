import { type TableName, tableNames } from '@shared/domain/changeSet';
import type { Host } from '../host/host';
import { type Database, recordsOf } from './database';
import { type Change, put, remove } from './writeDoor';

type PlainRecord = Record<string, unknown>;
/** A record that is not the same in the database and in a copy of the host's; `null` where there is none. */
export type Difference = Readonly<{
  table: TableName;
  key: string;
  here: PlainRecord | null;
  there: PlainRecord | null;
}>;

const page = 2_000;

/** Every record in which the database differs from what the journal has (`head`), or from a snapshot. Reads both whole. */
export async function differences(
  database: Database,
  keeper: Pick<Host['ask'], 'safety:records'>,
  source: 'head' | (string & {}),
): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const table of tableNames) {
    const there = new Map<string, PlainRecord>();
    for (let from = 0, count = page; count === page; from += page) {
      const records = await keeper['safety:records'](source, table, from, page);
      count = records.length;
      for (const record of records) there.set(String(record['id']), record);
    }
    const rows = await database.table(table).toArray();
    for (const here of recordsOf(rows) as PlainRecord[]) {
      const key = String(here['id']);
      const other = there.get(key) ?? null;
      there.delete(key);
      if (JSON.stringify(here) !== JSON.stringify(other)) found.push({ table, key, here, there: other });
    }
    for (const [key, other] of there) found.push({ table, key, here: null, there: other });
  }
  return found;
}

/** What makes the database what the copy is. */
export function changesTowards(found: readonly Difference[]): Change[] {
  return found.map(({ table, key, there }) =>
    there === null ? remove(table, key) : put(table, there as never),
  );
}
