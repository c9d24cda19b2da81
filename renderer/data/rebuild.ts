import { type TableName, tableNames } from '@shared/domain/changeSet';
import { sameSums, type TableSums, tableTally } from '@shared/tableDigest';
import type { Task } from '@shared/domain/task';
import type { Host } from '../host/host';
import { type Database, rowOf, tallyTasks } from './database';
import { historyLength } from './writeDoor';

const page = 2_000;

/**
 * Fills the database again from what the journal knows at `head`, history included, and answers how many records that was. The head is taken off
 * first and written last: killed half-way, the next start begins again. Throws when what was given does not add up.
 */
export async function rebuild(
  database: Database,
  keeper: Pick<Host['ask'], 'safety:records' | 'journal:latest'>,
  head: { seq: number; sums: TableSums },
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<number> {
  const total = Object.values(head.sums).reduce((sum, { count }) => sum + count, 0);
  const tally = tableTally();
  let done = 0;
  await database.meta.clear();
  for (const name of [...tableNames, 'taskTallies', 'changeSets']) await database.table(name).clear();
  for (const table of tableNames) {
    for (let from = 0, count = page; count === page; from += page) {
      const records = await keeper['safety:records']('head', table, from, page);
      count = records.length;
      for (const record of records) tally.add(table, String(record['id']), JSON.stringify(record));
      await fill(database, table, records);
      done += count;
      onProgress(done, total);
    }
  }
  if (!sameSums(tally.sums(), head.sums)) throw new Error('What the snapshots hold does not add up');
  const history = await keeper['journal:latest'](historyLength);
  await database.changeSets.bulkPut(history.filter(({ seq }) => seq <= head.seq));
  await database.meta.put({ id: 'head', seq: head.seq });
  return done;
}

async function fill(
  database: Database,
  table: TableName,
  records: readonly Record<string, unknown>[],
): Promise<void> {
  await database.transaction('rw', database.table(table), database.taskTallies, async () => {
    await database.table(table).bulkPut(records.map((record) => rowOf(table, record as never)));
    if (table !== 'tasks') return;
    const tasks = records as unknown as readonly Task[];
    await tallyTasks(
      database,
      tasks.map((after) => ({ before: null, after })),
    );
  });
}
