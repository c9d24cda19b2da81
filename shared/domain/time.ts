import { TZDate } from '@date-fns/tz';
import { z } from 'zod';

/** A moment: UTC, to the minute, `2026-05-01T08:00Z`. Text order is time order. Years 1900 to 2199. */
export const instantSchema = z
  .string()
  .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\dZ$/, 'notAnInstant')
  .refine((text) => isRealDay(text.slice(0, 10)), 'notAnInstant');
export type Instant = z.infer<typeof instantSchema>;

/** A day of the calendar, `YYYY-MM-DD`, in the event's time zone. Text order is time order. */
export const daySchema = z
  .string()
  .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'notADay')
  .refine(isRealDay, 'notADay');
export type Day = z.infer<typeof daySchema>;

/** The first and the last day that there can be. */
export const firstDay: Day = '1900-01-01';
export const lastDay: Day = '2199-12-31';

/** A time of the clock, `HH:MM`, 00:00 to 23:59. */
export const clockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'notATime');
export type ClockTime = z.infer<typeof clockTimeSchema>;

/** An IANA time zone that this engine knows. */
export const timeZoneSchema = z.string().max(60).refine(isKnownTimeZone, 'unknownTimeZone');
export type TimeZone = z.infer<typeof timeZoneSchema>;

/** Half-open: `endsAt` is not inside. */
export const spanSchema = z
  .object({ startsAt: instantSchema, endsAt: instantSchema })
  .refine((span) => span.startsAt < span.endsAt, { path: ['endsAt'], message: 'endsBeforeStart' });
export type Span = Readonly<z.infer<typeof spanSchema>>;

export function dayOf(instant: Instant, zone: TimeZone): Day {
  return dateText(new TZDate(epochOf(instant), zone));
}

export function clockTimeOf(instant: Instant, zone: TimeZone): ClockTime {
  const local = new TZDate(epochOf(instant), zone);
  return `${two(local.getHours())}:${two(local.getMinutes())}`;
}

/**
 * The moment at which the clocks of `zone` show `time` on `day`; `null` when they never do (the hour skipped
 * when summer time begins). Of a repeated hour, the first one.
 */
export function instantOf(day: Day, time: ClockTime, zone: TimeZone): Instant | null {
  const naive = naiveEpoch(day, time);
  const offsets = new Set([-1, 1].map((side) => offsetMinutes(naive + side * aroundMilliseconds, zone)));
  const found = [...offsets]
    .map((offset) => instantFromEpoch(naive - offset * 60_000))
    .filter((candidate) => dayOf(candidate, zone) === day && clockTimeOf(candidate, zone) === time)
    .sort();
  return found[0] ?? null;
}

/** As `instantOf`, but a skipped hour gives the first moment after the gap: for dates computed, not typed. */
export function instantOnOrAfter(day: Day, time: ClockTime, zone: TimeZone): Instant {
  const exact = instantOf(day, time, zone);
  if (exact) return exact;
  const naive = naiveEpoch(day, time);
  const oldOffset = offsetMinutes(naive - aroundMilliseconds, zone);
  const newOffset = offsetMinutes(naive + aroundMilliseconds, zone);
  return instantFromEpoch(endOfGap(naive - newOffset * 60_000, naive - oldOffset * 60_000, zone));
}

export function addDays(day: Day, days: number): Day {
  return new Date(epochOfDay(day) + days * dayMilliseconds).toISOString().slice(0, 10);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (epochOfDay(to) - epochOfDay(from)) / dayMilliseconds;
}

/** ISO: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(epochOfDay(day)).getUTCDay() || 7;
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return instantFromEpoch(epochOf(instant) + minutes * 60_000);
}

export function minutesBetween(from: Instant, to: Instant): number {
  return (epochOf(to) - epochOf(from)) / 60_000;
}

/** Milliseconds since 1970: only for widgets and libraries that want a `Date`. */
export function epochOf(instant: Instant): number {
  return Date.parse(instant);
}

/** Minutes since 1970: what the rules of a roster count in. */
export function minuteOf(instant: Instant): number {
  return epochOf(instant) / 60_000;
}

/** The minute that the clocks of `zone` show, counted since 1970 as if it were UTC. Each zone's day is looked up once. */
export function localMinuteOf(minute: number, zone: TimeZone): number {
  const block = Math.floor(minute / 360);
  const offsets = zoneOffsets.get(zone) ?? new Map<number, number | null>();
  zoneOffsets.set(zone, offsets);
  let offset = offsets.get(block);
  if (offset === undefined) {
    const first = offsetMinutes(block * 360 * 60_000, zone);
    const last = offsetMinutes((block * 360 + 359) * 60_000, zone);
    offset = first === last ? first : null;
    offsets.set(block, offset);
  }
  return minute + (offset ?? offsetMinutes(minute * 60_000, zone));
}

export function dayOfLocalMinute(minute: number): Day {
  const number = Math.floor(minute / 1_440);
  const known = dayTexts.get(number);
  if (known !== undefined) return known;
  const made = new Date(number * dayMilliseconds).toISOString().slice(0, 10);
  dayTexts.set(number, made);
  return made;
}

/** Minutes since midnight, 0 to 1 439. */
export function clockMinutes(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Seconds are dropped. */
export function instantFromEpoch(milliseconds: number): Instant {
  return `${new Date(Math.floor(milliseconds / 60_000) * 60_000).toISOString().slice(0, 16)}Z`;
}

/** First day of the month of `day`. */
export function monthStart(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}

/** The same moment `days` days of the local calendar later, at the same clock time. */
export function shiftInstant(instant: Instant, days: number, zone: TimeZone): Instant {
  return instantOnOrAfter(addDays(dayOf(instant, zone), days), clockTimeOf(instant, zone), zone);
}

/** Each end as `shiftInstant`; where the clocks change so that nothing would be left, as long as it was. */
export function shiftSpan({ startsAt, endsAt }: Span, days: number, zone: TimeZone): Span {
  const from = shiftInstant(startsAt, days, zone);
  const to = shiftInstant(endsAt, days, zone);
  return { startsAt: from, endsAt: from < to ? to : addMinutes(from, minutesBetween(startsAt, endsAt)) };
}

/** The last day that a span ending at `endsAt` touches: what closes at midnight closes on the day before. */
export function lastDayOf(endsAt: Instant, zone: TimeZone): Day {
  return dayOf(addMinutes(endsAt, -1), zone);
}

export function isKnownTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function isRealDay(text: string): boolean {
  const milliseconds = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().slice(0, 10) === text;
}

function offsetMinutes(epoch: number, zone: TimeZone): number {
  return -new TZDate(epoch, zone).getTimezoneOffset();
}

/** The first moment, to the minute, at which the clocks of `zone` have jumped: after `low`, at or before `high`. */
function endOfGap(low: number, high: number, zone: TimeZone): number {
  const oldOffset = offsetMinutes(low, zone);
  let [before, after] = [low / 60_000, high / 60_000];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetMinutes(middle * 60_000, zone) === oldOffset) before = middle;
    else after = middle;
  }
  return after * 60_000;
}

/** By zone, by stretch of six hours: its offset, `null` when the clocks change within it. */
const zoneOffsets = new Map<TimeZone, Map<number, number | null>>();
const dayTexts = new Map<number, Day>();

const dayMilliseconds = 86_400_000;
/** Far enough from a change of clocks to be sure to stand on its other side, near enough to meet only one. */
const aroundMilliseconds = 36 * 3_600_000;

/** What the moment would be if the zone were UTC. */
function naiveEpoch(day: Day, time: ClockTime): number {
  return Date.parse(`${day}T${time}Z`);
}

function epochOfDay(day: Day): number {
  return Date.parse(`${day}T00:00Z`);
}

function dateText(date: Date): Day {
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
