import type { Operation } from '@shared/domain/changeSet';
import type { EventId, PlannedEvent } from '@shared/domain/plannedEvent';
import { type Findable, findable } from '@shared/domain/search';
import { isOpen, type Task, type TaskId } from '@shared/domain/task';
import type { StaffId, StaffMember } from '@shared/domain/staffMember';
import type { TaskTemplate } from '@shared/domain/taskTemplate';
import { type Day, dayOf } from '@shared/domain/time';
import type { Database } from './database';

/** An object of the workspace as the palette lists it. */
export type Found =
  | Readonly<{ kind: 'event'; id: EventId; title: string; on: Day }>
  | Readonly<{
      kind: 'task';
      id: TaskId;
      title: string;
      eventId: EventId | null;
      dueOn: Day | null;
      isOpen: boolean;
    }>
  | Readonly<{ kind: 'person'; id: StaffId; title: string; team: string }>
  | Readonly<{ kind: 'template'; id: string; title: string }>
  | Readonly<{ kind: 'partner'; id: string; title: string; eventId: EventId }>
  | Readonly<{ kind: 'contact'; id: string; title: string; eventId: EventId }>;

/** By record: a record may be found under several names (an event and its partners). */
export type SearchIndex = { entries: Map<string, readonly Findable<Found>[]>; seq: number };

/** Reads everything that has a name, once; afterwards `followChanges` keeps it level. For a worker. */
export async function buildSearchIndex(database: Database): Promise<SearchIndex> {
  return database.transaction(
    'r',
    [database.events, database.tasks, database.templates, database.people, database.meta],
    async () => {
      const entries: SearchIndex['entries'] = new Map();
      const seq = (await database.meta.get('head'))?.seq ?? 0;
      for (const event of await database.events.toArray())
        entries.set(`events/${event.id}`, eventEntries(event));
      for (const template of await database.templates.toArray()) {
        entries.set(`templates/${template.id}`, templateEntries(template));
      }
      for (const member of await database.people.toArray())
        entries.set(`people/${member.id}`, personEntries(member));
      await database.tasks.each((task) => void entries.set(`tasks/${task.id}`, taskEntries(task)));
      return { entries, seq };
    },
  );
}

/** Brings the index level with the database; `null` when history no longer reaches back to it and it must be built again. */
export async function followChanges(database: Database, index: SearchIndex): Promise<SearchIndex | null> {
  const head = (await database.meta.get('head'))?.seq ?? 0;
  if (head === index.seq) return index;
  const changeSets = await database.changeSets.where('seq').above(index.seq).toArray();
  if (changeSets[0]?.seq !== index.seq + 1) return null;
  for (const { operations } of changeSets) for (const operation of operations) follow(index, operation);
  return { ...index, seq: head };
}

function follow({ entries }: SearchIndex, { table, key, after }: Operation): void {
  const place = `${table}/${key}`;
  if (after === null) entries.delete(place);
  else if (table === 'events') entries.set(place, eventEntries(after as PlannedEvent));
  else if (table === 'tasks') entries.set(place, taskEntries(after as Task));
  else if (table === 'people') entries.set(place, personEntries(after as StaffMember));
  else if (table === 'templates') entries.set(place, templateEntries(after as TaskTemplate));
}

function eventEntries(event: PlannedEvent): Findable<Found>[] {
  const { id: eventId, name, edition, venue, tags } = event;
  const found: Found = {
    kind: 'event',
    id: eventId,
    title: edition ? `${name}, ${edition}` : name,
    on: dayOf(event.opensAt, event.timeZone),
  };
  return [
    findable<Found>(found, [name, edition, venue.name, venue.commune, ...tags].join(' '), 3),
    ...event.partners.map(({ id, name: title }) =>
      findable<Found>({ kind: 'partner', id, title, eventId }, title, 1),
    ),
    ...event.contacts.map((contact) => {
      const title = contact.name ? `${contact.name}, ${contact.function}` : contact.function;
      return findable<Found>(
        { kind: 'contact', id: contact.id, title, eventId },
        `${title} ${contact.organisation}`,
        1,
      );
    }),
  ];
}

function taskEntries(task: Task): Findable<Found>[] {
  const { id, title, eventId, dueOn } = task;
  const open = isOpen(task);
  return [findable<Found>({ kind: 'task', id, title, eventId, dueOn, isOpen: open }, title, open ? 2 : 0)];
}

/** Those who left come after the others. */
function personEntries({ id, name: title, team, skills, hasLeft }: StaffMember): Findable<Found>[] {
  const words = [title, team, ...skills.map(({ name }) => name)].join(' ');
  return [findable<Found>({ kind: 'person', id, title, team }, words, hasLeft ? 0 : 3)];
}

function templateEntries({ id, name: title }: TaskTemplate): Findable<Found>[] {
  return [findable<Found>({ kind: 'template', id, title }, title, 0)];
}
