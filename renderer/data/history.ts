import type { ChangeSet } from '@shared/domain/changeSet';
import type { Database } from './database';

/** The newest changes first, `limit` of them, before `beforeSeq` when given. */
export function latestChanges(database: Database, limit: number, beforeSeq?: number): Promise<ChangeSet[]> {
  const all = database.changeSets.orderBy('seq').reverse();
  return (beforeSeq === undefined ? all : database.changeSets.where('seq').below(beforeSeq).reverse())
    .limit(limit)
    .toArray();
}
