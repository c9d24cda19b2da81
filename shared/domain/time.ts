import { TZDate, tz } from '@date-fns/tz';
import { addDays as addCalendarDays, differenceInCalendarDays, getISODay } from 'date-fns';
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
  const [year, month, date] = partsOf(day);
  const [hours, minutes] = [Number(time.slice(0, 2)), Number(time.slice(3, 5))];
  const naive = Date.UTC(year, month - 1, date, hours, minutes);
  const offsets = new Set([-1, 1].map((side) => offsetMinutes(naive + side * 36 * 3_600_000, zone)));
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
  const [hours, minutes] = [Number(time.slice(0, 2)), Number(time.slice(3, 5))];
  const [year, month, date] = partsOf(day);
  return instantFromEpoch(new TZDate(year, month - 1, date, hours, minutes, zone).getTime());
}

export function addDays(day: Day, days: number): Day {
  return dateText(addCalendarDays(utcMidnight(day), days, { in: tz('UTC') }));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return differenceInCalendarDays(utcMidnight(to), utcMidnight(from), { in: tz('UTC') });
}

/** ISO: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return getISODay(new TZDate(utcMidnight(day).getTime(), 'UTC'));
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

/** Seconds are dropped. */
export function instantFromEpoch(milliseconds: number): Instant {
  return `${new Date(Math.floor(milliseconds / 60_000) * 60_000).toISOString().slice(0, 16)}Z`;
}

/** First day of the month of `day`. */
export function monthStart(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}

/** The same span, carried `days` days of the local calendar later, at the same clock times. */
export function shiftInstant(instant: Instant, days: number, zone: TimeZone): Instant {
  return instantOnOrAfter(addDays(dayOf(instant, zone), days), clockTimeOf(instant, zone), zone);
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

function utcMidnight(day: Day): Date {
  return new Date(Date.parse(`${day}T00:00Z`));
}

function partsOf(day: Day): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function dateText(date: Date): Day {
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
