import { type EventHealth, healthOf } from '@shared/domain/eventHealth';
import {
  dDayOf,
  eventKinds,
  eventRoles,
  eventStatuses,
  isSettled,
  type PlannedEvent,
} from '@shared/domain/plannedEvent';
import { occurrencesOf } from '@shared/domain/repetition';
import { fold } from '@shared/domain/text';
import { type Day, daysBetween } from '@shared/domain/time';
import { z } from 'zod';
import type { TaskCounts } from '@renderer/data/tasks';

/** An event ready to be listed. `on` is its day, or the next one of a series; `counts` is null until tasks were counted. */
export type EventRow = Readonly<{
  event: PlannedEvent;
  on: Day;
  daysToGo: number;
  counts: TaskCounts | null;
  health: EventHealth;
  /** Folded: what the search looks in. */
  words: string;
}>;

export const groupings = ['none', 'month', 'status', 'kind', 'role'] as const;
export type Grouping = (typeof groupings)[number];

/** How the list was left, as its address keeps it. `period` is `open` (to follow), `all`, or a year. */
export const listStateSchema = z.object({
  q: z.string().max(200).default(''),
  period: z.union([z.enum(['open', 'all']), z.string().regex(/^\d{4}$/)]).default('open'),
  kind: z.enum(eventKinds).optional(),
  role: z.enum(eventRoles).optional(),
  status: z.enum(eventStatuses).optional(),
  tag: z.string().max(40).optional(),
  group: z.enum(groupings).default('none'),
  /** A column, descending when it begins with `-`. */
  sort: z
    .string()
    .regex(/^-?[a-z]+$/i)
    .default('date'),
});
export type ListState = z.infer<typeof listStateSchema>;

const nothing: TaskCounts = { open: 0, overdue: 0, total: 0 };

export function rowOf(event: PlannedEvent, counts: TaskCounts | undefined | null, today: Day): EventRow {
  const on = nextDayOf(event, today);
  return {
    event,
    on,
    daysToGo: daysBetween(today, on),
    counts: counts === null ? null : (counts ?? nothing),
    health: healthOf(event, counts ?? nothing, today),
    words: wordsOf(event),
  };
}

export function matches({ event, on, words }: EventRow, state: ListState): boolean {
  return (
    isInPeriod(event, on, state.period) &&
    (state.kind === undefined || event.kind === state.kind) &&
    (state.role === undefined || event.role === state.role) &&
    (state.status === undefined || event.status === state.status) &&
    (state.tag === undefined || event.tags.includes(state.tag)) &&
    fold(state.q)
      .split(' ')
      .every((word) => words.includes(word))
  );
}

/** Is anything narrowed beyond the way the list first opens? */
export function isFiltered({ q, period, kind, role, status, tag }: ListState): boolean {
  return q !== '' || period !== 'open' || [kind, role, status, tag].some((one) => one !== undefined);
}

export function yearsOf(rows: readonly EventRow[]): string[] {
  return [...new Set(rows.map(({ on }) => on.slice(0, 4)))].sort().reverse();
}

export function tagsOf(events: readonly PlannedEvent[]): string[] {
  return [...new Set(events.flatMap(({ tags }) => tags))].sort((left, right) => left.localeCompare(right));
}

function isInPeriod(event: PlannedEvent, on: Day, period: string): boolean {
  if (period === 'all') return true;
  if (period === 'open') return !isSettled(event);
  return on.startsWith(period);
}

/** Of a series: the next time it takes place, or its last. */
function nextDayOf(event: PlannedEvent, today: Day): Day {
  if (!event.repetition) return dDayOf(event);
  const [next] = occurrencesOf(event, today, event.repetition.untilOn);
  return (
    next?.on ?? occurrencesOf(event, dDayOf(event), event.repetition.untilOn).at(-1)?.on ?? dDayOf(event)
  );
}

const folded = new WeakMap<PlannedEvent, string>();
/** Folding is dear on thousands of events: done once for each version of an event. */
function wordsOf(event: PlannedEvent): string {
  const known = folded.get(event);
  if (known !== undefined) return known;
  const { name, edition, venue, tags } = event;
  const words = fold([name, edition, venue.name, venue.commune, ...tags].join(' '));
  folded.set(event, words);
  return words;
}
