import type { CalendarPeriod, CalendarPeriodKind } from '@shared/domain/calendarPeriod';
import type { Occurrence } from '@shared/domain/repetition';
import type { EventId, EventKind, EventRole, EventStatus, PlannedEvent } from '@shared/domain/plannedEvent';
import { isOpen, isOverdue, type Task } from '@shared/domain/task';
import { fold } from '@shared/domain/text';
import type { Day, Span } from '@shared/domain/time';
import {
  dayMinutes,
  type DayNumber,
  firstDayNumber,
  lastDayNumber,
  type Wall,
  wallAt,
  wallSpan,
} from './wallTime';

/** What can be shown or hidden, in the order of the legend. */
export const layers = [
  'own',
  'takingPart',
  'meetings',
  'setUp',
  'tasks',
  'publicHoliday',
  'schoolBreak',
  'closedPeriod',
] as const;
export type Layer = (typeof layers)[number];

/** How a date is drawn: what we organise, where we take part, and meetings or training sessions. */
export type Tone = 'own' | 'takingPart' | 'meetings';

type Drawn = Readonly<{
  /** Steady from one drawing to the next: focus and drags follow it. */
  key: string;
  title: string;
  /** In the zone of the event; a task fills its due day. */
  from: Wall;
  to: Wall;
  isMovable: boolean;
}>;

export type EventItem = Drawn &
  Readonly<{
    kind: 'opening' | 'setUp' | 'teardown';
    tone: Tone;
    occurrence: Occurrence;
    isCancelled: boolean;
  }>;

export type TaskItem = Drawn &
  Readonly<{
    kind: 'task';
    task: Task;
    event: PlannedEvent | null;
    state: 'open' | 'late' | 'done' | 'dropped';
  }>;

/** One block of the calendar. */
export type PlanningItem = EventItem | TaskItem;

export function isEventItem(item: PlanningItem): item is EventItem {
  return item.kind !== 'task';
}

/** Every block of these records. `events` names the events of the tasks, where they are known. */
export function itemsOf(
  occurrences: readonly Occurrence[],
  tasks: readonly Task[],
  events: ReadonlyMap<EventId, PlannedEvent>,
  today: Day,
): PlanningItem[] {
  return [...occurrences.flatMap(eventItems), ...tasks.flatMap((task) => taskItem(task, events, today))];
}

export function toneOf(event: Pick<PlannedEvent, 'kind' | 'role'>): Tone {
  if (event.kind === 'meeting' || event.kind === 'training') return 'meetings';
  return event.role === 'organiser' ? 'own' : 'takingPart';
}

export type ItemFilter = Readonly<{
  text: string;
  kind: EventKind | null;
  role: EventRole | null;
  status: EventStatus | null;
  team: string | null;
}>;

/** What is about an event narrows its tasks too; a team narrows tasks alone. */
export function matching(items: readonly PlanningItem[], filter: ItemFilter): readonly PlanningItem[] {
  const { kind, role, status, team } = filter;
  const text = fold(filter.text);
  if (!text && !kind && !role && !status && team === null) return items;
  return items.filter((item) => {
    const event = eventOfItem(item);
    if (kind && event?.kind !== kind) return false;
    if (role && event?.role !== role) return false;
    if (status && event?.status !== status) return false;
    if (team !== null && item.kind === 'task' && item.task.team !== team) return false;
    return text === '' || searchedText(item).includes(text);
  });
}

/** Those of the layers that are shown. Set-up and teardown go with their event. */
export function onLayers(
  items: readonly PlanningItem[],
  hidden: ReadonlySet<Layer>,
): readonly PlanningItem[] {
  if (hidden.size === 0) return items;
  return items.filter((item) => {
    if (item.kind === 'task') return !hidden.has('tasks');
    return !hidden.has(item.tone) && (item.kind === 'opening' || !hidden.has('setUp'));
  });
}

export function eventOfItem(item: PlanningItem): PlannedEvent | null {
  return item.kind === 'task' ? item.event : item.occurrence.event;
}

/** At least a whole day long: a bar, where shorter ones are blocks, even across midnight. */
export function isLong(item: PlanningItem): boolean {
  return item.kind !== 'task' && item.to - item.from >= dayMinutes;
}

export type ItemCounts = Readonly<{
  own: number;
  takingPart: number;
  meetings: number;
  trainings: number;
  setUp: number;
  tasks: number;
  late: number;
}>;

/** Of the blocks with a day from `first` to `last`, both included. */
export function countItems(items: readonly PlanningItem[], first: DayNumber, last: DayNumber): ItemCounts {
  const counts = { own: 0, takingPart: 0, meetings: 0, trainings: 0, setUp: 0, tasks: 0, late: 0 };
  for (const item of items) {
    if (firstDayNumber(item.from) > last || lastDayNumber(item.to) < first) continue;
    if (item.kind === 'task') {
      counts.tasks += 1;
      if (item.state === 'late') counts.late += 1;
    } else if (item.kind === 'opening') {
      counts[item.tone] += 1;
      if (item.occurrence.event.kind === 'training') counts.trainings += 1;
    } else counts.setUp += 1;
  }
  return counts;
}

/** How many holidays, breaks and closed periods touch these days. */
export function countPeriods(
  periods: readonly CalendarPeriod[],
  { firstOn, lastOn }: { firstOn: Day; lastOn: Day },
): Readonly<Record<CalendarPeriodKind, number>> {
  const counts = { publicHoliday: 0, schoolBreak: 0, closedPeriod: 0 };
  for (const period of periods)
    if (period.firstOn <= lastOn && period.lastOn >= firstOn) counts[period.kind] += 1;
  return counts;
}

/** The teams of the tasks in sight, and the one that is asked for even when it has none. */
export function teamsOf(items: readonly PlanningItem[], asked: string | undefined): string[] {
  const teams = new Set(
    items.flatMap((item) => (item.kind === 'task' && item.task.team ? [item.task.team] : [])),
  );
  if (asked && asked !== withoutTeam) teams.add(asked);
  return [...teams].sort((left, right) => left.localeCompare(right));
}

/** Stands for tasks without a team where a team is chosen. */
export const withoutTeam = '-';

function eventItems(occurrence: Occurrence): EventItem[] {
  const { event, on, setUp, teardown } = occurrence;
  const { timeZone } = event;
  const shared = {
    title: event.name,
    tone: toneOf(event),
    occurrence,
    isCancelled: event.status === 'cancelled',
  };
  // Set-up and teardown of a series are those of its first occurrence: the others follow, and cannot be moved alone.
  const item = (kind: EventItem['kind'], span: Span): EventItem => ({
    ...shared,
    key: `${event.id}/${on}/${kind}`,
    kind,
    ...wallSpan(span, timeZone),
    isMovable: kind === 'opening' || event.repetition === null,
  });
  const items = [item('opening', { startsAt: occurrence.opensAt, endsAt: occurrence.closesAt })];
  if (setUp) items.unshift(item('setUp', setUp));
  if (teardown) items.push(item('teardown', teardown));
  return items;
}

function taskItem(task: Task, events: ReadonlyMap<EventId, PlannedEvent>, today: Day): TaskItem[] {
  if (task.dueOn === null) return [];
  const from = wallAt(task.dueOn);
  const event = (task.eventId && events.get(task.eventId)) ?? null;
  return [
    {
      key: task.id,
      kind: 'task',
      title: task.title,
      from,
      to: from + dayMinutes,
      isMovable: isOpen(task),
      task,
      event,
      state: stateOf(task, event, today),
    },
  ];
}

/** What was due for an event that will not take place is late for nobody. */
function stateOf(task: Task, event: PlannedEvent | null, today: Day): TaskItem['state'] {
  if (task.status === 'done' || task.status === 'dropped') return task.status;
  return isOverdue(task, today) && event?.status !== 'cancelled' ? 'late' : 'open';
}

const searched = new WeakMap<object, string>();

function searchedText(item: PlanningItem): string {
  const record = item.kind === 'task' ? item.task : item.occurrence.event;
  const known = searched.get(record);
  if (known !== undefined) return known;
  const text = fold(
    item.kind === 'task'
      ? [item.task.title, item.task.owner, item.task.team, ...item.task.tags].join(' ')
      : eventText(item.occurrence.event),
  );
  searched.set(record, text);
  return text;
}

function eventText({ name, edition, venue, tags }: PlannedEvent): string {
  return [name, edition, venue.name, venue.commune, ...tags].join(' ');
}
