import { anonymisedRecords } from '@shared/domain/anonymiseEvent';
import type { RecordOf, TableName } from '@shared/domain/changeSet';
import { erasureOf, personRecalled, recordsWithout } from '@shared/domain/erasePerson';
import type { Erasure } from '@shared/domain/erasure';
import type { Person } from '@shared/domain/person';
import { type MaskWords, matcherOf, recordWithout } from '@shared/domain/personMentions';
import type { EventId, PlannedEvent } from '@shared/domain/plannedEvent';
import { type PersonalUse, personalUses, type Retention } from '@shared/domain/retention';
import type { Day } from '@shared/domain/time';
import { retentionDefaults } from '@shared/seed/retentions';
import { v7 as newUuid } from 'uuid';
import { type Database, recordOf } from './database';
import { tasksOfEvent } from './tasks';
import { wholeWorkspace } from './workspace';
import { type Change, type Commit, put, type WriteDoor } from './writeDoor';

/** What an erasure needs of the desktop. */
export type ErasingMeans = Readonly<{
  /** May be done twice. */
  removeAttachment: (id: string) => Promise<void>;
  /**
   * Writes one new copy of what stands now and deletes every older copy and journal line; what is interrupted, the desktop goes on with at
   * its next start. The page's database may be gone afterwards. `null`: the desktop has no such thing.
   */
  purge: (() => Promise<void>) | null;
  /** Starts the page again, after a purge. */
  restart: () => void;
}>;

export type ErasureAnswer = Readonly<{
  /** `pending`: older copies on this machine still name the person; the next start goes on. */
  status: Erasure['status'];
  changed: number;
}>;

type Asked = Readonly<{
  person: Person;
  /** The records that name the person, as the plan found them; they are read again here. */
  places: readonly Readonly<{ table: TableName; key: string }>[];
  removedFiles: ReadonlySet<string>;
  words: MaskWords;
  on: Day;
}>;

/**
 * Erases somebody for good. One change writes the records without them, and that an erasure is pending; then the history is emptied, the
 * files are deleted, the erasure is said to be done, and the older copies are purged. Stopped before that change, nothing has happened; stopped after
 * it, the live records are clean and `completeErasures` does the rest at the next start.
 */
export async function erasePerson(
  database: Database,
  door: WriteDoor,
  means: ErasingMeans,
  { person, places, removedFiles, words, on }: Asked,
): Promise<ErasureAnswer> {
  const find = matcherOf(person);
  const changes: Change[] = [];
  for (const { table, key } of places) {
    const row = await database.table(table).get(key);
    if (!row) continue;
    const record = recordOf(row) as RecordOf<TableName>;
    const lighter = table === 'events' ? withoutFiles(record as PlannedEvent, removedFiles) : record;
    const made = recordWithout(table, lighter, find, words);
    if (made !== record) changes.push(put(table, made));
  }
  const erasure = await erasureOf(person, {
    id: newUuid(),
    salt: await saltOf(database),
    on,
    attachmentIds: [...removedFiles],
  });
  await door.rewrite({ key: 'personErased', params: {} }, [put('erasures', erasure), ...changes]);
  return finished(means, await finish(door, means, erasure), changes.length);
}

/** Makes roles of an event's people, of the uses given, for good: the history is emptied and the older copies purged as for an erasure. */
export async function anonymiseEvent(
  database: Database,
  door: WriteDoor,
  means: ErasingMeans,
  { eventId, uses, on }: Readonly<{ eventId: EventId; uses: readonly PersonalUse[]; on: Day }>,
): Promise<ErasureAnswer> {
  const row = await database.events.get(eventId);
  const event = row && recordOf<'events'>(row);
  if (!event) return { status: 'done', changed: 0 };
  const tasks = await tasksOfEvent(database, eventId);
  const report = (await database.reports.get(eventId)) ?? null;
  const records = anonymisedRecords({ event, tasks, report }, uses);
  if (records.length === 0) return { status: 'done', changed: 0 };
  const erasure: Erasure = {
    id: newUuid(),
    salt: await saltOf(database),
    names: [],
    erasedOn: on,
    status: 'pending',
    attachmentIds: [],
  };
  await door.rewrite({ key: 'eventAnonymised', params: {} }, [
    put('erasures', erasure),
    ...records.map(({ table, record }) => put(table, record as never)),
  ]);
  return finished(means, await finish(door, means, erasure), records.length);
}

/** To be called at each start, before the first screen: goes on with what was interrupted. Answers how many erasures were pending. */
export async function completeErasures(
  database: Database,
  door: WriteDoor,
  means: ErasingMeans,
  words: MaskWords,
): Promise<number> {
  const pending = (await database.erasures.toArray()).filter(({ status }) => status === 'pending');
  if (pending.length === 0) return 0;
  const workspace = await wholeWorkspace(database);
  const person = await personRecalled(workspace, workspace.erasures);
  const removed = new Set(workspace.erasures.flatMap(({ attachmentIds }) => attachmentIds));
  const again = recordsWithout(workspace, matcherOf(person), words, removed);
  await door.rewrite(
    { key: 'personErased', params: {} },
    again.map(({ table, record }) => put(table, record as never)),
  );
  // One purge is for all of them.
  const [last, ...others] = pending;
  for (const erasure of others) await finish(door, { ...means, purge: means.purge && noPurge }, erasure);
  if (last) finished(means, await finish(door, means, last), again.length);
  return pending.length;
}

export function erasuresOf(database: Database): Promise<Erasure[]> {
  return database.erasures.toArray();
}

/** One retention for each use: the workspace's own, or the default. */
export async function retentionsOf(database: Database): Promise<Retention[]> {
  const own = new Map((await database.retentions.toArray()).map((retention) => [retention.id, retention]));
  return personalUses.map((use) => own.get(use) ?? retentionDefaults[use]);
}

export function saveRetention(commit: Commit, retention: Retention) {
  return commit({ key: 'retentionChanged', params: {} }, [put('retentions', retention)]);
}

async function noPurge(): Promise<void> {}

function finished(means: ErasingMeans, status: Erasure['status'], changed: number): ErasureAnswer {
  if (status === 'done') means.restart();
  return { status, changed };
}

async function finish(door: WriteDoor, means: ErasingMeans, erasure: Erasure): Promise<Erasure['status']> {
  await door.forgetHistory();
  for (const id of erasure.attachmentIds) await means.removeAttachment(id);
  if (!means.purge) return 'pending';
  // Said before, so that the new copy says it too: afterwards there may be no database to write to.
  await door.rewrite({ key: 'erasureCompleted', params: {} }, [
    put('erasures', { ...erasure, status: 'done' }),
  ]);
  try {
    await means.purge();
  } catch (error) {
    await door.rewrite({ key: 'personErased', params: {} }, [put('erasures', erasure)]);
    throw error;
  }
  return 'done';
}

async function saltOf(database: Database): Promise<string> {
  const known = await database.erasures.toCollection().first();
  if (known) return known.salt;
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

function withoutFiles(event: PlannedEvent, removed: ReadonlySet<string>): PlannedEvent {
  const kept = event.attachments.filter(({ id }) => !removed.has(id));
  return kept.length === event.attachments.length ? event : { ...event, attachments: kept };
}
