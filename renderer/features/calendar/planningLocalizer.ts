import { formatClock, formatDay } from '@shared/domain/formatting';
import type { Language } from '@shared/domain/settings';
import { format, getDay, startOfWeek } from 'date-fns';
import { enGB, fr } from 'date-fns/locale';
import { dateFnsLocalizer, type DateLocalizer, type DateRange, type Formats } from 'react-big-calendar';
import { capitalised, rangeText } from './calendarGrid';
import { clockOfWall, dayOfWall, wallOfDate } from './wallTime';

const dayMilliseconds = 86_400_000;
const units: Readonly<Record<string, number>> = {
  milliseconds: 1,
  seconds: 1_000,
  minutes: 60_000,
  hours: 3_600_000,
  day: dayMilliseconds,
  week: 7 * dayMilliseconds,
};
/** 1 January 1970 was a Thursday; weeks begin on the Monday before it. */
const firstMonday = -3 * dayMilliseconds;

/**
 * The library's localizer over the `Date`s of `wallTime`: their UTC fields are the clock's, so each day has 24 hours, whatever the machine's zone
 * does that night. Every sum that the library makes with dates goes through here. Weeks begin on Monday in both languages.
 */
export const planningLocalizer: DateLocalizer = Object.assign(
  dateFnsLocalizer({ format, startOfWeek, getDay, locales: { fr, en: enGB } }),
  {
    merge: (date: Date, time: Date) =>
      new Date(floored(date, 'day') + (time.getTime() - floored(time, 'day'))),
    startOf: (date: Date, unit: string) => new Date(floored(date, unit)),
    endOf: (date: Date, unit: string) => new Date(floored(date, unit) + sizeOf(unit) - 1),
    ceil: (date: Date, unit: string) => {
      const start = floored(date, unit);
      return new Date(start < date.getTime() ? start + sizeOf(unit) : start);
    },
    add: (date: Date, count: number, unit: string) => new Date(date.getTime() + count * sizeOf(unit)),
    diff: (from: Date, to: Date, unit = 'milliseconds') =>
      Math.trunc((to.getTime() - from.getTime()) / sizeOf(unit)),
    range: (start: Date, end: Date, unit = 'day') => {
      const dates: Date[] = [];
      for (let at = start.getTime(); at <= end.getTime(); at += sizeOf(unit)) dates.push(new Date(at));
      return dates;
    },
    eq: (left: Date, right: Date, unit?: string) => floored(left, unit) === floored(right, unit),
    neq: (left: Date, right: Date, unit?: string) => floored(left, unit) !== floored(right, unit),
    lt: (left: Date, right: Date, unit?: string) => floored(left, unit) < floored(right, unit),
    lte: (left: Date, right: Date, unit?: string) => floored(left, unit) <= floored(right, unit),
    gt: (left: Date, right: Date, unit?: string) => floored(left, unit) > floored(right, unit),
    gte: (left: Date, right: Date, unit?: string) => floored(left, unit) >= floored(right, unit),
    min: (...dates: Date[]) => new Date(Math.min(...dates.map(Number))),
    max: (...dates: Date[]) => new Date(Math.max(...dates.map(Number))),
    inRange: (date: Date, start: Date, end: Date, unit?: string) =>
      floored(date, unit) >= floored(start, unit) && floored(date, unit) <= floored(end, unit),
    inEventRange: ({ event, range }: { event: DateRange; range: DateRange }) =>
      floored(event.start, 'day') <= floored(range.end, 'day') &&
      event.end.getTime() > floored(range.start, 'day'),
    isSameDate: (left: Date, right: Date) => floored(left, 'day') === floored(right, 'day'),
    getSlotDate: (date: Date, minutesFromMidnight: number, offset: number) =>
      new Date(floored(date, 'day') + (minutesFromMidnight + offset) * 60_000),
    getTotalMin: (start: Date, end: Date) => Math.floor((end.getTime() - start.getTime()) / 60_000),
    getMinutesFromMidnight: (date: Date) => Math.floor((date.getTime() - floored(date, 'day')) / 60_000),
    getTimezoneOffset: () => 0,
    getDstOffset: () => 0,
    // Blocks of whole days are drawn by our own heads: the library's row for them stays empty.
    startAndEndAreDateOnly: () => false,
    segmentOffset: 0,
  },
) as unknown as DateLocalizer;

/** What the library writes by itself: hours in the gutter, the hours of a block that is being dragged, titles. */
export function planningFormats(language: Language): Formats {
  const clock = (date: Date): string => formatClock(clockOfWall(wallOfDate(date)), language);
  const hours = ({ start, end }: DateRange): string => `${clock(start)} – ${clock(end)}`;
  const day = (date: Date) => dayOfWall(wallOfDate(date));
  const days = ({ start, end }: DateRange): string => rangeText(day(start), day(end), language);
  return {
    dateFormat: (date) => String(Number(day(date).slice(8))),
    dayFormat: (date) => formatDay(day(date), 'weekday', language),
    weekdayFormat: (date) => formatDay(day(date), 'full', language).split(' ')[0] ?? '',
    timeGutterFormat: clock,
    selectRangeFormat: hours,
    eventTimeRangeFormat: hours,
    eventTimeRangeStartFormat: ({ start }) => `${clock(start)} –`,
    eventTimeRangeEndFormat: ({ end }) => `– ${clock(end)}`,
    monthHeaderFormat: (date) => capitalised(formatDay(day(date), 'month', language)),
    dayHeaderFormat: (date) => capitalised(formatDay(day(date), 'full', language)),
    dayRangeHeaderFormat: days,
    agendaHeaderFormat: days,
    agendaDateFormat: (date) => formatDay(day(date), 'weekday', language),
    agendaTimeFormat: clock,
    agendaTimeRangeFormat: hours,
  };
}

function sizeOf(unit: string): number {
  const size = units[unit];
  if (size === undefined) throw new Error(`no such unit: ${unit}`);
  return size;
}

/** The library asks for the start of nothing where it names its own slots (1.20): the answer is not a number, as from its own localizers. */
function floored(date: Date | undefined, unit = 'milliseconds'): number {
  const time = date?.getTime() ?? Number.NaN;
  const size = sizeOf(unit);
  const origin = unit === 'week' ? firstMonday : 0;
  return Math.floor((time - origin) / size) * size + origin;
}
