import { type RecordOf, recordSchemas, type TableName } from './changeSet';
import type { ChangedRecord } from './erasePerson';
import type { EventReport } from './eventReport';
import { nameKey, phoneKey } from './person';
import { eachText, withTexts } from './personalData';
import { masked, matcherOf, type PersonMatcher } from './personMentions';
import { occupiedSpan, type PlannedEvent } from './plannedEvent';
import type { PersonalUse, Retention } from './retention';
import type { Task } from './task';
import { type Day, lastDayOf } from './time';

export type EventRecords = Readonly<{
  event: PlannedEvent;
  tasks: readonly Task[];
  report: EventReport | null;
}>;

/** Uses whose retention is counted from the end of an event. */
const eventUses = ['contacts', 'owners', 'reports'] as const satisfies readonly PersonalUse[];
export type EventUse = (typeof eventUses)[number];

/** An event over for longer than the personal data in it may be kept. */
export type RetentionProposal = Readonly<{
  event: PlannedEvent;
  endedOn: Day;
  /** Those that are due; the others stay. */
  uses: readonly EventUse[];
  /** How many people would become roles. */
  people: number;
}>;

/** The earliest event first. Events without any name, address or number left are not proposed. */
export function retentionProposalsOf(
  workspace: Readonly<{
    events: readonly PlannedEvent[];
    tasks: readonly Task[];
    reports: readonly EventReport[];
  }>,
  retentions: readonly Retention[],
  today: Day,
): RetentionProposal[] {
  const months = new Map(retentions.map((retention) => [retention.id, retention.months]));
  const reports = new Map(workspace.reports.map((report) => [report.id, report]));
  const over = workspace.events.flatMap((event) => {
    const endedOn = lastDayFor(event);
    const uses = eventUses.filter((use) => monthsLater(endedOn, months.get(use) ?? 0) < today);
    return uses.length === 0 ? [] : [{ event, endedOn, uses }];
  });
  const tasks = new Map(over.map(({ event }) => [event.id as string, [] as Task[]]));
  for (const task of workspace.tasks) tasks.get(task.eventId ?? '')?.push(task);
  return over
    .map(({ event, endedOn, uses }): RetentionProposal => {
      const records = { event, tasks: tasks.get(event.id) ?? [], report: reports.get(event.id) ?? null };
      const left = uses.filter((use) => peopleIn(records, [use]).length > 0 || hasReach(event, use));
      const names = peopleIn(records, left).length;
      return { event, endedOn, uses: left, people: Math.max(names, left.length > 0 ? 1 : 0) };
    })
    .filter(({ uses }) => uses.length > 0)
    .sort((left, right) => left.endedOn.localeCompare(right.endedOn));
}

/**
 * The records of an event that change when the people of these uses become roles, « Agent 1 », « Agent 2 », in the order in which they
 * come: each has one role wherever they are named, addresses and numbers go, and texts that name them are masked. Every figure, day,
 * status and count stays, and so do teams.
 */
export function anonymisedRecords(
  { event, tasks, report }: EventRecords,
  uses: readonly PersonalUse[],
): ChangedRecord[] {
  const records = { event, tasks, report };
  const people = peopleIn(records, uses);
  const first = 1 + Math.max(0, ...rolesIn(records));
  const roles = new Map(people.map((name, index) => [name, `Agent ${first + index}`]));
  const reach = uses.includes('contacts') ? event.contacts : [];
  const find = matcherOf({
    names: people,
    emails: reach.map(({ email }) => email),
    phones: reach.map(({ phone }) => phone).filter((phone) => phoneKey(phone) !== ''),
  });
  const changed = <T extends TableName>(table: T, record: RecordOf<T>): ChangedRecord[] => {
    const made = withRoles(table, record, { roles, uses, find });
    return made === record ? [] : [{ table, record: made } as unknown as ChangedRecord];
  };
  return [
    ...changed('events', event),
    ...tasks.flatMap((task) => changed('tasks', task)),
    ...(report ? changed('reports', report) : []),
  ];
}

type Rewriting = Readonly<{
  roles: ReadonlyMap<string, string>;
  uses: readonly PersonalUse[];
  find: PersonMatcher;
}>;

function withRoles<T extends TableName>(table: T, record: RecordOf<T>, rewriting: Rewriting): RecordOf<T> {
  const made = rolesWritten(table, record, rewriting, '[…]');
  if (made === record || recordSchemas[table].safeParse(made).success) return made;
  return rolesWritten(table, record, rewriting, '…');
}

function rolesWritten<T extends TableName>(
  table: T,
  record: RecordOf<T>,
  { roles, uses, find }: Rewriting,
  mask: string,
): RecordOf<T> {
  return withTexts(table, record, (text, mark) => {
    if (mark.kind === 'personal' && mark.data === 'name')
      return uses.includes(mark.use) ? (roles.get(text) ?? text) : text;
    if (mark.kind === 'personal' && (mark.data === 'email' || mark.data === 'phone'))
      return uses.includes(mark.use) ? '' : text;
    return masked(text, find(text), mask);
  });
}

/** The names in the fields of these uses, as they are written, each once; roles and teams are nobody. */
function peopleIn({ event, tasks, report }: EventRecords, uses: readonly PersonalUse[]): string[] {
  const teams = new Set(tasks.map(({ team }) => nameKey(team)));
  const names = new Set<string>();
  const meet = (table: TableName, record: object): void =>
    eachText(table, record, (text, mark) => {
      if (mark.kind !== 'personal' || mark.data !== 'name' || !uses.includes(mark.use)) return;
      if (nameKey(text) !== '' && roleNumber(text) === null && !teams.has(nameKey(text))) names.add(text);
    });
  meet('events', event);
  for (const task of tasks) meet('tasks', task);
  if (report) meet('reports', report);
  return [...names];
}

function rolesIn({ event, tasks, report }: EventRecords): number[] {
  const numbers: number[] = [];
  const meet = (table: TableName, record: object): void =>
    eachText(table, record, (text, mark) => {
      const number = mark.kind === 'personal' && mark.data === 'name' ? roleNumber(text) : null;
      if (number !== null) numbers.push(number);
    });
  meet('events', event);
  for (const task of tasks) meet('tasks', task);
  if (report) meet('reports', report);
  return numbers;
}

/** « Agent 12 »: 12. Whoever was erased is a role too, without a number. */
function roleNumber(name: string): number | null {
  const [, number] = /^agent (\d{1,4})$/.exec(nameKey(name).split(' ').toReversed().join(' ')) ?? [];
  if (number !== undefined) return Number(number);
  return /^(effacee personne|erased person)$/.test(nameKey(name)) ? 0 : null;
}

function hasReach({ contacts }: PlannedEvent, use: EventUse): boolean {
  return use === 'contacts' && contacts.some(({ email, phone }) => email !== '' || phone !== '');
}

function lastDayFor(event: PlannedEvent): Day {
  const last = lastDayOf(occupiedSpan(event).endsAt, event.timeZone);
  const until = event.repetition?.untilOn ?? last;
  return until > last ? until : last;
}

/** For comparison only: the 31st of a shorter month comes after its last day, and before the next one. */
function monthsLater(day: Day, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}${day.slice(7)}`;
}
