import type { Label } from '@shared/domain/changeSet';
import type { EventMove } from '@shared/domain/moveEvent';
import { type Occurrence, occurrencesOf } from '@shared/domain/repetition';
import {
  type EventId,
  occupiedSpan,
  type PlannedEvent,
  plannedEventSchema,
} from '@shared/domain/plannedEvent';
import type { Task } from '@shared/domain/task';
import { type Day, dayOf } from '@shared/domain/time';
import { type Database, recordOf, recordsOf } from './database';
import { type Commit, patch, put, remove } from './writeDoor';

export async function eventOf(database: Database, id: EventId): Promise<PlannedEvent | null> {
  const row = await database.events.get(id);
  return row ? recordOf<'events'>(row) : null;
}

/** Every event, earliest opening first. For lists of events only: thousands, never tens of thousands. */
export async function allEvents(database: Database): Promise<PlannedEvent[]> {
  const events = recordsOf<'events'>(await database.events.toArray());
  return events.sort((left, right) => left.opensAt.localeCompare(right.opensAt));
}

/** Events with anything, set-up and teardown included, between two days of their own zone, both included. Read by month index. */
export async function eventsBetween(database: Database, firstOn: Day, lastOn: Day): Promise<PlannedEvent[]> {
  const rows = await database.events
    .where('$months')
    .anyOf(monthsBetween(firstOn, lastOn))
    .distinct()
    .toArray();
  return recordsOf<'events'>(rows).filter((event) => {
    if (event.repetition) return true;
    const { startsAt, endsAt } = occupiedSpan(event);
    return dayOf(startsAt, event.timeZone) <= lastOn && dayOf(endsAt, event.timeZone) >= firstOn;
  });
}

/** As `eventsBetween`, repeated meetings unfolded. */
export async function occurrencesBetween(
  database: Database,
  firstOn: Day,
  lastOn: Day,
): Promise<Occurrence[]> {
  const events = await eventsBetween(database, firstOn, lastOn);
  return events.flatMap((event) => occurrencesOf(event, firstOn, lastOn));
}

/** Pinned ones, soonest first. */
export async function pinnedEvents(database: Database): Promise<PlannedEvent[]> {
  return (await allEvents(database)).filter((event) => event.isPinned);
}

export function eventCount(database: Database): Promise<number> {
  return database.events.count();
}

export function createEvent(commit: Commit, event: PlannedEvent, tasks: readonly Task[] = []) {
  return commit({ key: 'eventCreated', params: { name: event.name } }, [
    put('events', event),
    ...tasks.map((task) => put('tasks', task)),
  ]);
}

export function changeEvent(commit: Commit, event: PlannedEvent, fields: Partial<PlannedEvent>) {
  return commit({ key: 'eventChanged', params: { name: fields.name ?? event.name } }, [
    patch('events', event.id, fields),
  ]);
}

/**
 * Fields computed from the event as it stands, so that two quick edits of one list never lose each other. Answers the code of what
 * the schema refuses, with nothing written, or `null` once it is saved. One call at a time.
 */
export async function reviseEvent(
  database: Database,
  commit: Commit,
  id: EventId,
  revise: (event: PlannedEvent) => Partial<PlannedEvent>,
): Promise<string | null> {
  const event = await eventOf(database, id);
  if (!event) return null;
  const fields = revise(event);
  const checked = plannedEventSchema.safeParse({ ...event, ...fields });
  if (!checked.success) {
    const { issues } = checked.error;
    const own = issues.find(({ path }) => String(path[0]) in fields) ?? issues[0];
    return own?.message ?? 'other';
  }
  await changeEvent(commit, event, fields);
  return null;
}

/** The same fields laid over several events, as one change. */
export function changeEvents(commit: Commit, events: readonly PlannedEvent[], fields: Partial<PlannedEvent>) {
  return commit(
    { key: 'eventsChanged', params: { name: events[0]?.name ?? '', count: events.length } },
    events.map((event) => patch('events', event.id, fields)),
  );
}

/** Next editions with what they take along, as one change. */
export function duplicateEvents(
  commit: Commit,
  copies: readonly Readonly<{ event: PlannedEvent; tasks: readonly Task[] }>[],
) {
  const label = {
    key: 'eventsDuplicated',
    params: { name: copies[0]?.event.name ?? '', count: copies.length },
  };
  return commit(label, [
    ...copies.map(({ event }) => put('events', event)),
    ...copies.flatMap(({ tasks }) => tasks.map((task) => put('tasks', task))),
  ]);
}

/** New dates, and the tasks and shifts that follow them, as one change; nothing else of the event or of its tasks is touched. */
export function moveEvent(commit: Commit, { before, after, moved, shifts }: EventMove) {
  const isMoved = before.opensAt !== after.opensAt || before.closesAt !== after.closesAt;
  const label: Label = isMoved
    ? { key: 'eventMoved', params: { name: after.name, on: dayOf(after.opensAt, after.timeZone) } }
    : { key: 'eventChanged', params: { name: after.name } };
  return commit(label, [
    patch('events', after.id, datesOf(after)),
    ...moved.map(({ after: task }) => patch('tasks', task.id, { dueOn: task.dueOn })),
    ...shifts.map(({ id, startsAt, endsAt }) => patch('shifts', id, { startsAt, endsAt })),
  ]);
}

/** With its tasks, its roster, its report and the versions of it that were exchanged; undo brings all back. */
export async function deleteEvents(database: Database, commit: Commit, events: readonly PlannedEvent[]) {
  const ids = events.map((event) => event.id);
  const taskIds = await database.tasks.where('eventId').anyOf(ids).primaryKeys();
  const rosterIds = await Promise.all(
    (['posts', 'shifts', 'assignments'] as const).map(async (table) => ({
      table,
      keys: await database.table<object, string>(table).where('eventId').anyOf(ids).primaryKeys(),
    })),
  );
  const versionIds = await database.exchanges.where('eventId').anyOf(ids).primaryKeys();
  const label = { key: 'eventsDeleted', params: { name: events[0]?.name ?? '', count: events.length } };
  return commit(label, [
    ...ids.map((id) => remove('events', id)),
    ...ids.map((id) => remove('reports', id)),
    ...taskIds.map((id) => remove('tasks', id)),
    ...rosterIds.flatMap(({ table, keys }) => keys.map((key) => remove(table, key))),
    ...versionIds.map((id) => remove('exchanges', id)),
  ]);
}

function datesOf(event: PlannedEvent): Partial<PlannedEvent> {
  const { timeZone, opensAt, closesAt, setUp, teardown } = event;
  const { reportDueOn, orderSignedOn, customAnchors, repetition } = event;
  return {
    timeZone,
    opensAt,
    closesAt,
    setUp,
    teardown,
    reportDueOn,
    orderSignedOn,
    customAnchors,
    repetition,
  };
}

function monthsBetween(firstOn: Day, lastOn: Day): string[] {
  const months: string[] = [];
  let [year, month] = [Number(firstOn.slice(0, 4)), Number(firstOn.slice(5, 7))];
  const last = lastOn.slice(0, 7);
  for (;;) {
    const text = `${year}-${String(month).padStart(2, '0')}`;
    if (text > last) return months;
    months.push(text);
    if (month === 12) [year, month] = [year + 1, 1];
    else month += 1;
  }
}
