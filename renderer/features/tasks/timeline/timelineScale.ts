import { addDays, type Day, daysBetween, weekdayOf } from '@shared/domain/time';
import type { WorkCalendar } from '@shared/domain/workCalendar';

export const zooms = ['day', 'week', 'month'] as const;
export type Zoom = (typeof zooms)[number];

/** Pixels a day. */
const dayWidths: Record<Zoom, number> = { day: 30, week: 12, month: 4 };
/** Longer plans are cut: a date mistyped by a century must not make a sheet of a million pixels. */
const mostDays = 1_500;
const marginDays = 10;
/** Today is drawn when it is this near to the plan. */
const nearDays = 60;

/** Where days stand on the axis: `first` at 0, each day `dayWidth` pixels wide, `days` of them. */
export type TimelineScale = Readonly<{
  zoom: Zoom;
  first: Day;
  days: number;
  dayWidth: number;
  width: number;
  /** Of the day's beginning, in pixels; negative or beyond `width` for a day outside. */
  at: (day: Day) => number;
  holds: (day: Day) => boolean;
  dayAt: (pixels: number) => Day;
}>;

/** Holds the days given, and today when it is not far from them, with some room, from a Monday. */
export function scaleOf(days: readonly Day[], today: Day, zoom: Zoom): TimelineScale {
  const dayWidth = dayWidths[zoom];
  const [earliest, latest] = boundsOf(days, today);
  const before = addDays(earliest, -marginDays);
  const first = addDays(before, 1 - weekdayOf(before));
  const length = Math.min(daysBetween(first, latest) + marginDays + 5, mostDays);
  return {
    zoom,
    first,
    days: length,
    dayWidth,
    width: length * dayWidth,
    at: (day) => daysBetween(first, day) * dayWidth,
    holds: (day) => day >= first && daysBetween(first, day) < length,
    dayAt: (pixels) => addDays(first, Math.floor(pixels / dayWidth)),
  };
}

/** A stretch of the axis, half-open, in days from the first one. */
export type Stretch = Readonly<{ from: number; to: number }>;

export function stretchOf({ days, dayWidth }: TimelineScale, left: number, width: number): Stretch {
  return {
    from: Math.max(0, Math.floor(left / dayWidth)),
    to: Math.min(days, Math.ceil((left + width) / dayWidth)),
  };
}

/** First days of months, of weeks, or every day, within a stretch; always the one that the stretch begins in. */
export function ticksOf({ first }: TimelineScale, { from, to }: Stretch, unit: Zoom | 'year'): Day[] {
  const ticks: Day[] = [];
  for (let step = from; step < to; step += 1) {
    const day = addDays(first, step);
    if (step === from || begins(day, unit)) ticks.push(day);
  }
  return ticks;
}

/** Runs of days that are not worked, within a stretch, in days from the first one. Weekends are left out where days are too narrow. */
export function closedRuns(scale: TimelineScale, { from, to }: Stretch, calendar: WorkCalendar): Stretch[] {
  const runs: { from: number; to: number }[] = [];
  for (let step = from; step < to; step += 1) {
    const day = addDays(scale.first, step);
    const isClosed =
      scale.zoom === 'month'
        ? weekdayOf(day) < 6 && !calendar.isWorkingDay(day)
        : !calendar.isWorkingDay(day);
    const last = runs.at(-1);
    if (isClosed && last?.to === step) last.to = step + 1;
    else if (isClosed) runs.push({ from: step, to: step + 1 });
  }
  return runs;
}

/** Names that would stand on each other are told together, at the first one's place. `letter` is the width of one, in pixels. */
export function joinedMarks(
  marks: readonly { at: number; name: string }[],
  letter: number,
): { at: number; words: string }[] {
  const joined: { at: number; words: string }[] = [];
  for (const { at, name } of [...marks].sort((left, right) => left.at - right.at)) {
    const last = joined.at(-1);
    if (last && at - last.at < (last.words.length + 2) * letter) last.words += ` · ${name}`;
    else joined.push({ at, words: name });
  }
  return joined;
}

function boundsOf(days: readonly Day[], today: Day): [Day, Day] {
  let [earliest, latest] = [days[0] ?? today, days[0] ?? today];
  for (const day of days) {
    if (day < earliest) earliest = day;
    if (day > latest) latest = day;
  }
  if (addDays(today, nearDays) >= earliest && addDays(today, -nearDays) <= latest) {
    if (today < earliest) earliest = today;
    if (today > latest) latest = today;
  }
  const isTooLong = daysBetween(earliest, latest) > mostDays - 2 * marginDays;
  const isWithin = earliest <= today && today <= latest;
  if (isTooLong && isWithin) {
    const cut = addDays(today, -mostDays / 3);
    if (cut > earliest) earliest = cut;
  }
  return [earliest, latest];
}

function begins(day: Day, unit: Zoom | 'year'): boolean {
  switch (unit) {
    case 'day':
      return true;
    case 'week':
      return weekdayOf(day) === 1;
    case 'month':
      return day.endsWith('-01');
    case 'year':
      return day.endsWith('-01-01');
  }
}
