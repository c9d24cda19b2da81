import { occupiedSpan, type PlannedEvent, type Repetition } from './plannedEvent';
import {
  addDays,
  clockTimeOf,
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  instantOnOrAfter,
  minutesBetween,
  addMinutes,
  weekdayOf,
} from './time';

/** One time that an event takes place. `on` is the day that the rule gives, which names it even when it was moved. */
export type Occurrence = Readonly<{
  event: PlannedEvent;
  on: Day;
  opensAt: Instant;
  closesAt: Instant;
  isMoved: boolean;
}>;

/** More than this many occurrences of one event are never unfolded. */
export const mostOccurrences = 1_500;

type Exception = Repetition['exceptions'][number];

/** Those that touch the days from `firstOn` to `lastOn`, both included, in the event's zone; set-up and teardown of a single event count. */
export function occurrencesOf(event: PlannedEvent, firstOn: Day, lastOn: Day): Occurrence[] {
  const { opensAt, closesAt, timeZone, repetition } = event;
  if (!repetition) {
    const { startsAt, endsAt } = occupiedSpan(event);
    const touches = dayOf(startsAt, timeZone) <= lastOn && dayOf(endsAt, timeZone) >= firstOn;
    return touches ? [{ event, on: dayOf(opensAt, timeZone), opensAt, closesAt, isMoved: false }] : [];
  }
  const opening = clockTimeOf(opensAt, timeZone);
  const minutes = minutesBetween(opensAt, closesAt);
  const exceptions = new Map(repetition.exceptions.map((exception) => [exception.on, exception]));
  return ruleDays(dayOf(opensAt, timeZone), repetition)
    .flatMap((on): Occurrence[] => {
      const exception = exceptions.get(on);
      if (exception?.kind === 'skipped') return [];
      if (exception)
        return [{ event, on, opensAt: exception.opensAt, closesAt: exception.closesAt, isMoved: true }];
      const from = instantOnOrAfter(on, opening, timeZone);
      return [{ event, on, opensAt: from, closesAt: addMinutes(from, minutes), isMoved: false }];
    })
    .filter((one) => dayOf(one.opensAt, timeZone) <= lastOn && dayOf(one.closesAt, timeZone) >= firstOn);
}

/** The event with this exception in the place of any other on the same day of the rule; `null` brings the rule back. */
export function withException(event: PlannedEvent, on: Day, exception: Exception | null): PlannedEvent {
  if (!event.repetition) return event;
  const others = event.repetition.exceptions.filter((known) => known.on !== on);
  const exceptions = exception ? [...others, exception] : others;
  return {
    ...event,
    repetition: { ...event.repetition, exceptions: exceptions.sort((a, b) => a.on.localeCompare(b.on)) },
  };
}

/** The months, `YYYY-MM`, in which the event has anything, a day more at either end so that any zone finds it. For an index. */
export function monthsOf(event: PlannedEvent): string[] {
  const months = new Set<string>();
  const add = (startsAt: Instant, endsAt: Instant): void => {
    const last = addDays(dayOf(endsAt, event.timeZone), 1);
    for (let day = addDays(dayOf(startsAt, event.timeZone), -1); day <= last;) {
      months.add(day.slice(0, 7));
      day = nextMonth(day);
    }
    months.add(last.slice(0, 7));
  };
  if (!event.repetition) {
    const { startsAt, endsAt } = occupiedSpan(event);
    add(startsAt, endsAt);
  } else {
    for (const { opensAt, closesAt } of occurrencesOf(event, '1900-01-01', '2199-12-31'))
      add(opensAt, closesAt);
  }
  return [...months].sort();
}

/** The days that the rule gives, from the first occurrence to `untilOn`. A month without the date, or without a fifth such weekday, has none. */
function ruleDays(first: Day, { frequency, every, untilOn }: Repetition): Day[] {
  const days: Day[] = [];
  if (frequency === 'weekly') {
    for (let on = first; on <= untilOn && days.length < mostOccurrences; on = addDays(on, 7 * every))
      days.push(on);
    return days;
  }
  for (let step = 0; step < mostOccurrences; step += every) {
    const month = monthAfter(first, step);
    if (`${month}-01` > untilOn) break;
    const on = frequency === 'monthlyByDate' ? sameDate(month, first) : sameWeekday(month, first);
    if (on !== null && on <= untilOn) days.push(on);
  }
  return days;
}

function sameDate(month: string, first: Day): Day | null {
  const day = `${month}-${first.slice(8)}`;
  return dayExists(day) ? day : null;
}

function sameWeekday(month: string, first: Day): Day | null {
  const rank = Math.floor((Number(first.slice(8)) - 1) / 7);
  const start = `${month}-01`;
  const offset = (weekdayOf(first) - weekdayOf(start) + 7) % 7;
  const day = addDays(start, offset + rank * 7);
  return day.startsWith(month) ? day : null;
}

function monthAfter(day: Day, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

function nextMonth(day: Day): Day {
  return `${monthAfter(day, 1)}-01`;
}

function dayExists(day: Day): boolean {
  return daysBetween(day, day) === 0 && addDays(day, 0) === day;
}
