import { type CalendarPeriod, closesWork } from './calendarPeriod';
import type { Settings } from './settings';
import { addDays, type Day, daysBetween, weekdayOf } from './time';

/** Longest run of closed days that is searched through, in days: beyond it, everything is closed. */
const searchLimitDays = 800;

/** Which days are worked. Built once from settings and periods; every question is constant time but for closed stretches. */
export type WorkCalendar = Readonly<{
  isWorkingDay: (day: Day) => boolean;
  /** The day itself when it is worked, else the next one that is; `day` unchanged when nothing opens within 800 days. */
  onOrAfter: (day: Day) => Day;
  /** The day itself when it is worked, else the last one before that is; `day` unchanged when nothing opens within 800 days. */
  onOrBefore: (day: Day) => Day;
  /** `count` working days later (earlier when negative). 0 leaves the day as it is, worked or not. */
  addWorkingDays: (day: Day, count: number) => Day;
  /** Working days after `from` up to and including `to`; negative when `to` is earlier. */
  workingDaysBetween: (from: Day, to: Day) => number;
  /** Why a day is not worked: the period that closes it, the weekend, or `null` when it is worked. */
  whyClosed: (day: Day) => CalendarPeriod | 'weekend' | null;
}>;

export function workCalendarOf(
  settings: Pick<Settings, 'workingWeekdays'>,
  periods: readonly CalendarPeriod[],
): WorkCalendar {
  const worked = new Set(settings.workingWeekdays);
  const closing = periods.filter(closesWork);
  const closedDays = new Map<Day, CalendarPeriod>();
  for (const period of closing) {
    const length = Math.min(daysBetween(period.firstOn, period.lastOn), searchLimitDays);
    for (let step = 0; step <= length; step += 1) {
      const day = addDays(period.firstOn, step);
      if (!closedDays.has(day)) closedDays.set(day, period);
    }
  }

  function whyClosed(day: Day): CalendarPeriod | 'weekend' | null {
    return closedDays.get(day) ?? (worked.has(weekdayOf(day)) ? null : 'weekend');
  }
  function isWorkingDay(day: Day): boolean {
    return !closedDays.has(day) && worked.has(weekdayOf(day));
  }
  function seek(day: Day, direction: 1 | -1): Day | null {
    let found = day;
    for (let step = 0; step <= searchLimitDays; step += 1) {
      if (isWorkingDay(found)) return found;
      found = addDays(found, direction);
    }
    return null;
  }

  return {
    isWorkingDay,
    whyClosed,
    onOrAfter: (day) => seek(day, 1) ?? day,
    onOrBefore: (day) => seek(day, -1) ?? day,
    addWorkingDays(day, count) {
      const direction = count < 0 ? -1 : 1;
      let found = day;
      for (let left = Math.abs(count); left > 0; left -= 1) {
        const next = seek(addDays(found, direction), direction);
        if (next === null) return found;
        found = next;
      }
      return found;
    },
    workingDaysBetween(from, to) {
      const direction = from <= to ? 1 : -1;
      let count = 0;
      for (let day = from; day !== to;) {
        day = addDays(day, direction);
        if (isWorkingDay(day)) count += direction;
      }
      return count;
    },
  };
}
