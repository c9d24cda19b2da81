import type { ChangeSet } from '@shared/domain/changeSet';
import { type Database, headOf } from './database';

/** The newest changes first, `limit` of them, before `beforeSeq` when given. */
export function latestChanges(database: Database, limit: number, beforeSeq?: number): Promise<ChangeSet[]> {
  const all = database.changeSets.orderBy('seq').reverse();
  return (beforeSeq === undefined ? all : database.changeSets.where('seq').below(beforeSeq).reverse())
    .limit(limit)
    .toArray();
}

/** How many changes were made after this one. */
export async function changesSince(database: Database, seq: number): Promise<number> {
  return Math.max(0, (await headOf(database)) - seq);
}
