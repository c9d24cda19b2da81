import { addDays, type Day, daysBetween, weekdayOf } from '@shared/domain/time';

/** Where days stand on the axis: `first` at 0, each day `dayWidth` pixels wide. */
export type TimelineScale = Readonly<{
  first: Day;
  days: number;
  dayWidth: number;
  at: (day: Day) => number;
}>;

/** A week more at either end, from a Monday. */
export function scaleOf(days: readonly Day[], today: Day, dayWidth: number): TimelineScale {
  const sorted = [...days, today].sort();
  const earliest = addDays(sorted[0] ?? today, -7);
  const first = addDays(earliest, 1 - weekdayOf(earliest));
  const length = daysBetween(first, addDays(sorted.at(-1) ?? today, 14));
  return { first, days: length, dayWidth, at: (day) => daysBetween(first, day) * dayWidth };
}

/** Every day of the scale that begins a month, or a week when days are wide. */
export function ticksOf({ first, days }: TimelineScale, unit: 'week' | 'month'): Day[] {
  const ticks: Day[] = [];
  for (let step = 0; step < days; step += 1) {
    const day = addDays(first, step);
    if (unit === 'week' ? weekdayOf(day) === 1 : day.endsWith('-01')) ticks.push(day);
  }
  return ticks;
}
