import { aroundOpening } from './aroundOpening';
import { dDayOf, occupiedSpan, type PlannedEvent, type Repetition } from './plannedEvent';
import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  daySchema,
  type Instant,
  lastDayOf,
  shiftSpan,
  type Span,
  weekdayOf,
} from './time';

/** One time that an event takes place. `on` is the day that the rule gives, which names it even when it was moved. */
export type Occurrence = Readonly<{
  event: PlannedEvent;
  on: Day;
  opensAt: Instant;
  closesAt: Instant;
  /** Those of this occurrence: they repeat with it. */
  setUp: Span | null;
  teardown: Span | null;
  isMoved: boolean;
}>;

/** More than this many occurrences of one event are never unfolded. */
export const mostOccurrences = 1_500;

export type RepetitionException = Repetition['exceptions'][number];

/**
 * Those that touch the days from `firstOn` to `lastOn`, both included, in the event's zone, from set-up to teardown; earliest first.
 * Clock times stay the same through the year: 14 h is 14 h in winter and in summer.
 */
export function occurrencesOf(event: PlannedEvent, firstOn: Day, lastOn: Day): Occurrence[] {
  const { opensAt, closesAt, setUp, teardown, timeZone, repetition } = event;
  const touches = (one: Occurrence): boolean => {
    const { startsAt, endsAt } = occupiedSpan(one);
    return dayOf(startsAt, timeZone) <= lastOn && lastDayOf(endsAt, timeZone) >= firstOn;
  };
  const first = dDayOf(event);
  if (!repetition) {
    const single = { event, on: first, opensAt, closesAt, setUp, teardown, isMoved: false };
    return touches(single) ? [single] : [];
  }
  const exceptions = new Map(repetition.exceptions.map((exception) => [exception.on, exception]));
  const { lead, tail } = reachOf(event);
  const earliest = addDays(firstOn, -tail);
  const latest = addDays(lastOn, lead);
  return ruleDays(first, repetition)
    .flatMap(({ on }): Occurrence[] => {
      const exception = exceptions.get(on);
      if (exception?.kind === 'skipped') return [];
      if (exception) return [movedOccurrence(event, on, exception.opensAt, exception.closesAt)];
      return earliest <= on && on <= latest ? [plainOccurrence(event, on)] : [];
    })
    .filter(touches)
    .sort((left, right) => (left.opensAt < right.opensAt ? -1 : 1));
}

/** The event with this exception in the place of any other on the same day of the rule; `null` brings the rule back. */
export function withException(
  event: PlannedEvent,
  on: Day,
  exception: RepetitionException | null,
): PlannedEvent {
  if (!event.repetition) return event;
  const others = event.repetition.exceptions.filter((known) => known.on !== on);
  const exceptions = exception ? [...others, exception] : others;
  return {
    ...event,
    repetition: { ...event.repetition, exceptions: exceptions.sort((a, b) => a.on.localeCompare(b.on)) },
  };
}

/**
 * The event's rule when its first occurrence is `days` later. Each exception follows its own occurrence, the third meeting's to the third
 * meeting; one whose occurrence is no longer there is dropped.
 */
export function repetitionMovedBy(event: PlannedEvent, days: number): Repetition | null {
  const { repetition, timeZone } = event;
  if (!repetition || days === 0) return repetition;
  const first = dDayOf(event);
  const steps = new Map(ruleDays(first, repetition).map(({ step, on }) => [on, step]));
  const exceptions = repetition.exceptions.flatMap((exception): RepetitionException[] => {
    const step = steps.get(exception.on);
    const on = step === undefined ? null : ruleDay(addDays(first, days), repetition, step);
    if (on === null) return [];
    if (exception.kind === 'skipped') return [{ ...exception, on }];
    const span = { startsAt: exception.opensAt, endsAt: exception.closesAt };
    const { startsAt, endsAt } = shiftSpan(span, daysBetween(exception.on, on), timeZone);
    return [{ ...exception, on, opensAt: startsAt, closesAt: endsAt }];
  });
  return { ...repetition, untilOn: addDays(repetition.untilOn, days), exceptions };
}

/** The months, `YYYY-MM`, in which the event has anything, a day more at either end so that any zone finds it. For an index. */
export function monthsOf(event: PlannedEvent): string[] {
  const { repetition, timeZone } = event;
  const months = new Set<string>();
  const add = (firstOn: Day, lastOn: Day): void => {
    for (let month = firstOn.slice(0, 7); month <= lastOn.slice(0, 7); month = monthAfter(month, 1)) {
      months.add(month);
    }
  };
  const addSpan = ({ startsAt, endsAt }: Span): void =>
    add(addDays(dayOf(startsAt, timeZone), -1), addDays(dayOf(endsAt, timeZone), 1));
  if (!repetition) addSpan(occupiedSpan(event));
  else {
    const exceptions = new Map(repetition.exceptions.map((exception) => [exception.on, exception]));
    const { lead, tail } = reachOf(event);
    for (const { on } of ruleDays(dDayOf(event), repetition)) {
      const exception = exceptions.get(on);
      if (!exception) add(addDays(on, -lead), addDays(on, tail));
      else if (exception.kind === 'moved') {
        addSpan(occupiedSpan(movedOccurrence(event, on, exception.opensAt, exception.closesAt)));
      }
    }
  }
  return [...months].sort();
}

/** How many days before and after its own day an occurrence reaches, set-up and teardown included, and one more. */
function reachOf(event: PlannedEvent): { lead: number; tail: number } {
  const first = dDayOf(event);
  const { startsAt, endsAt } = occupiedSpan(event);
  return {
    lead: daysBetween(dayOf(startsAt, event.timeZone), first) + 1,
    tail: daysBetween(first, dayOf(endsAt, event.timeZone)) + 1,
  };
}

function plainOccurrence(event: PlannedEvent, on: Day): Occurrence {
  const days = daysBetween(dDayOf(event), on);
  const opening = { startsAt: event.opensAt, endsAt: event.closesAt };
  const { startsAt, endsAt } = shiftSpan(opening, days, event.timeZone);
  return {
    event,
    on,
    opensAt: startsAt,
    closesAt: endsAt,
    ...around(event, startsAt, endsAt),
    isMoved: false,
  };
}

function movedOccurrence(event: PlannedEvent, on: Day, opensAt: Instant, closesAt: Instant): Occurrence {
  return { event, on, opensAt, closesAt, ...around(event, opensAt, closesAt), isMoved: true };
}

function around(
  event: PlannedEvent,
  startsAt: Instant,
  endsAt: Instant,
): Pick<Occurrence, 'setUp' | 'teardown'> {
  return event.setUp || event.teardown
    ? aroundOpening(event, { startsAt, endsAt })
    : { setUp: null, teardown: null };
}

/** The days that the rule gives, from the first occurrence to `untilOn`, each with the number of its step. */
function ruleDays(first: Day, repetition: Repetition): { step: number; on: Day }[] {
  const days: { step: number; on: Day }[] = [];
  for (let step = 0; days.length < mostOccurrences; step += 1) {
    if (stepStart(first, repetition, step) > repetition.untilOn) break;
    const on = ruleDay(first, repetition, step);
    if (on !== null && on <= repetition.untilOn) days.push({ step, on });
  }
  return days;
}

/** No day of this step, or of any later one, comes before. */
function stepStart(first: Day, { frequency, every }: Repetition, step: number): Day {
  return frequency === 'weekly'
    ? addDays(first, 7 * every * step)
    : `${monthAfter(first.slice(0, 7), every * step)}-01`;
}

/** `null` in a month without that date, or without a fifth such weekday. */
function ruleDay(first: Day, { frequency, every }: Repetition, step: number): Day | null {
  if (frequency === 'weekly') return addDays(first, 7 * every * step);
  const month = monthAfter(first.slice(0, 7), every * step);
  return frequency === 'monthlyByDate' ? sameDate(month, first) : sameWeekday(month, first);
}

function sameDate(month: string, first: Day): Day | null {
  const day = `${month}-${first.slice(8)}`;
  return daySchema.safeParse(day).success ? day : null;
}

function sameWeekday(month: string, first: Day): Day | null {
  const rank = Math.floor((Number(first.slice(8)) - 1) / 7);
  const start = `${month}-01`;
  const offset = (weekdayOf(first) - weekdayOf(start) + 7) % 7;
  const day = addDays(start, offset + rank * 7);
  return day.startsWith(month) ? day : null;
}

function monthAfter(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
