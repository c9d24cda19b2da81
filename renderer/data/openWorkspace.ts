import type { ChangeSet } from '@shared/domain/changeSet';
import type { Instant } from '@shared/domain/time';
import type { Database } from './database';
import { applyChangeSets, openWriteDoor, type WriteDoor } from './writeDoor';

export type Journal = {
  head: () => Promise<{ seq: number }>;
  after: (seq: number, limit: number) => Promise<ChangeSet[]>;
  append: (changeSet: ChangeSet) => Promise<void>;
};

export type OpenedWorkspace =
  | { kind: 'ready'; door: WriteDoor; replayed: number }
  /** The database holds changes that the journal does not know: nothing is touched, somebody must decide. */
  | { kind: 'journalBehind'; databaseSeq: number; journalSeq: number };

const batch = 500;

/**
 * Brings the database level with the journal before the first screen, and opens the write door. An emptied database is
 * filled again from the journal's first line.
 */
export async function openWorkspace(
  database: Database,
  journal: Journal,
  now: () => Instant,
): Promise<OpenedWorkspace> {
  let seq = (await database.meta.get('head'))?.seq ?? 0;
  const head = await journal.head();
  if (seq > head.seq) return { kind: 'journalBehind', databaseSeq: seq, journalSeq: head.seq };
  const missing = head.seq - seq;
  while (seq < head.seq) {
    const changeSets = await journal.after(seq, batch);
    const last = changeSets.at(-1);
    if (!last) throw new Error(`The journal stops at change ${seq} of ${head.seq}`);
    await applyChangeSets(database, changeSets);
    seq = last.seq;
  }
  return { kind: 'ready', door: await openWriteDoor(database, journal, now), replayed: missing };
}
