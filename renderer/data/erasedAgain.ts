import { tableNames } from '@shared/domain/changeSet';
import { erasedWords, reapplyErasures } from '@shared/domain/erasePerson';
import { emptyWorkspace, type Workspace } from '@shared/domain/workspace';
import type { Database } from './database';
import { type Change, put } from './writeDoor';

/**
 * Changes that bring records back from elsewhere, without the people who were erased here, nor the files that went with them. That
 * they were erased is not forgotten: no change of `erasures` is kept.
 */
export async function withoutErased(
  database: Database,
  changes: readonly Change[],
): Promise<{ changes: Change[]; removedFiles: ReadonlySet<string> }> {
  const wanted = changes.filter(({ table }) => table !== 'erasures');
  const [erasures, settings] = await Promise.all([
    database.erasures.toArray(),
    database.settings.toCollection().first(),
  ]);
  if (erasures.length === 0) return { changes: wanted, removedFiles: new Set() };
  const incoming: Record<string, readonly unknown[]> = { ...emptyWorkspace() };
  for (const table of tableNames) {
    incoming[table] = wanted.flatMap((change) =>
      change.kind === 'put' && change.table === table ? [change.record] : [],
    );
  }
  const { workspace, removedFiles } = await reapplyErasures(
    incoming as unknown as Workspace,
    erasures,
    erasedWords(settings?.language ?? 'system'),
  );
  const records = new Map(
    tableNames.flatMap((table) =>
      (workspace[table] as readonly { id: string }[]).map((record) => [`${table}/${record.id}`, record]),
    ),
  );
  return {
    removedFiles,
    changes: wanted.map((change) =>
      change.kind === 'put'
        ? put(change.table, records.get(`${change.table}/${change.record.id}`) as never)
        : change,
    ),
  };
}
