import { type CalendarPeriod, closesWork, covers } from './calendarPeriod';
import type { Settings } from './settings';
import { addDays, type Day, daysBetween, firstDay, lastDay, weekdayOf } from './time';

/** Which days are worked. Built once from settings and periods; every answer but `whyClosed` is constant time, however long a closure. */
export type WorkCalendar = Readonly<{
  isWorkingDay: (day: Day) => boolean;
  /** The day itself when it is worked, else the next one that is; `day` unchanged when none is left before the year 2200. */
  onOrAfter: (day: Day) => Day;
  /** The day itself when it is worked, else the last one before that is; `day` unchanged when there is none since 1900. */
  onOrBefore: (day: Day) => Day;
  /**
   * `count` working days later (earlier when negative). 0 leaves the day as it is, worked or not. Where fewer are left in the
   * years of the calendar, the last of them, or `day` unchanged when there is none.
   */
  addWorkingDays: (day: Day, count: number) => Day;
  /** Working days after `from` up to and including `to`; when `to` is earlier, those before `from` down to and including `to`, negative. */
  workingDaysBetween: (from: Day, to: Day) => number;
  /** Why a day is not worked: the period that closes it, the weekend, or `null` when it is worked. */
  whyClosed: (day: Day) => CalendarPeriod | 'weekend' | null;
}>;

export function workCalendarOf(
  settings: Pick<Settings, 'workingWeekdays'>,
  periods: readonly CalendarPeriod[],
): WorkCalendar {
  const closing = periods.filter(closesWork);
  const isWorked = workedDays(settings.workingWeekdays, closing);
  const { before, indexes } = numbered(isWorked);
  const workedBefore = (index: number): number => before[index] ?? indexes.length;
  const workedDay = (number: number, otherwise: Day): Day => {
    const index = indexes[number];
    return index === undefined ? otherwise : addDays(firstDay, index);
  };

  return {
    isWorkingDay: (day) => isWorked[indexOf(day)] === 1,
    onOrAfter: (day) => workedDay(workedBefore(indexOf(day)), day),
    onOrBefore: (day) => workedDay(workedBefore(indexOf(day) + 1) - 1, day),
    addWorkingDays(day, count) {
      const index = indexOf(day);
      if (count < 0) {
        const earlier = workedBefore(index);
        return earlier === 0 ? day : workedDay(Math.max(earlier + count, 0), day);
      }
      const upToDay = workedBefore(index + 1);
      const step = Math.min(count, indexes.length - upToDay);
      return step === 0 ? day : workedDay(upToDay - 1 + step, day);
    },
    workingDaysBetween(from, to) {
      const [start, end] = [indexOf(from), indexOf(to)];
      return start <= end
        ? workedBefore(end + 1) - workedBefore(start + 1)
        : workedBefore(end) - workedBefore(start);
    },
    whyClosed(day) {
      if (isWorked[indexOf(day)] === 1) return null;
      return closing.find((period) => covers(period, day)) ?? 'weekend';
    },
  };
}

const calendarDays = daysBetween(firstDay, lastDay) + 1;

/** Days outside of the calendar's years count as its first or last. */
function indexOf(day: Day): number {
  return Math.min(Math.max(daysBetween(firstDay, day), 0), calendarDays - 1);
}

function workedDays(workingWeekdays: readonly number[], closing: readonly CalendarPeriod[]): Uint8Array {
  const week = [0, 1, 2, 3, 4, 5, 6].map((day) =>
    workingWeekdays.includes(((weekdayOf(firstDay) - 1 + day) % 7) + 1) ? 1 : 0,
  );
  const isWorked = Uint8Array.from({ length: calendarDays }, (_, index) => week[index % 7] ?? 0);
  for (const { firstOn, lastOn } of closing) isWorked.fill(0, indexOf(firstOn), indexOf(lastOn) + 1);
  return isWorked;
}

/** For each day, how many worked days come before it; and the worked days in their order. */
function numbered(isWorked: Uint8Array): { before: Uint32Array; indexes: Uint32Array } {
  const before = new Uint32Array(calendarDays + 1);
  const indexes = new Uint32Array(calendarDays);
  let count = 0;
  for (let index = 0; index < calendarDays; index += 1) {
    before[index] = count;
    if (isWorked[index] === 1) {
      indexes[count] = index;
      count += 1;
    }
  }
  before[calendarDays] = count;
  return { before, indexes: indexes.subarray(0, count) };
}
