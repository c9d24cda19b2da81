import {
  type ClockTime,
  clockTimeOf,
  type Day,
  dayOf,
  epochOf,
  type Instant,
  instantFromEpoch,
  instantOnOrAfter,
  minutesBetween,
  type Span,
  type TimeZone,
} from '@shared/domain/time';

/**
 * What a place's calendar and clocks show, as whole minutes since they showed 1970-01-01 00:00: without a zone and without summer time, so that
 * adding 1 440 is always the next day at the same time. Everything that is drawn stands on this line; the machine's own zone never counts.
 */
export type Wall = number;

/** The same line counted in days: 0 is 1970-01-01. */
export type DayNumber = number;

export const dayMinutes = 1_440;

export function wallAt(day: Day, minutes = 0): Wall {
  return dayNumberOf(day) * dayMinutes + minutes;
}

export function dayNumberOf(day: Day): DayNumber {
  return Date.parse(`${day}T00:00Z`) / 86_400_000;
}

export function dayOfNumber(number: DayNumber): Day {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

export function dayOfWall(wall: Wall): Day {
  return dayOfNumber(firstDayNumber(wall));
}

export function clockOfWall(wall: Wall): ClockTime {
  const minutes = minuteOfDay(wall);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

export function wallOfClock(day: Day, time: ClockTime): Wall {
  return wallAt(day, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
}

/** 0 to 1 439. */
export function minuteOfDay(wall: Wall): number {
  return wall - firstDayNumber(wall) * dayMinutes;
}

export function firstDayNumber(from: Wall): DayNumber {
  return Math.floor(from / dayMinutes);
}

/** The last day that something ending at `to` touches: what ends at midnight ends on the day before. */
export function lastDayNumber(to: Wall): DayNumber {
  return Math.floor((to - 1) / dayMinutes);
}

export function wallOf(instant: Instant, zone: TimeZone): Wall {
  const epoch = epochOf(instant);
  const day = Math.floor(epoch / 86_400_000);
  const offset = offsetOfDay(day, zone) ?? offsetAt(epoch, zone);
  return epoch / 60_000 + offset;
}

/** Both ends. Where the clocks go back between them, the end never comes before the beginning. */
export function wallSpan({ startsAt, endsAt }: Span, zone: TimeZone): { from: Wall; to: Wall } {
  const from = wallOf(startsAt, zone);
  const to = wallOf(endsAt, zone);
  return { from, to: to > from ? to : from + minutesBetween(startsAt, endsAt) };
}

/** A skipped hour gives the first moment after it; of a repeated one, the first. */
export function instantOfWall(wall: Wall, zone: TimeZone): Instant {
  return instantOnOrAfter(dayOfWall(wall), clockOfWall(wall), zone);
}

/** For the calendar library: a `Date` whose UTC fields are what the clocks show. `planningLocalizer` reads it the same way. */
export function dateOfWall(wall: Wall): Date {
  return new Date(wall * 60_000);
}

/** Seconds are dropped. */
export function wallOfDate(date: Date): Wall {
  return Math.floor(date.getTime() / 60_000);
}

/** Minutes ahead of UTC, by zone and by UTC day; `null` on a day in which the clocks change. */
const offsets = new Map<TimeZone, Map<number, number | null>>();

function offsetOfDay(utcDay: number, zone: TimeZone): number | null {
  let known = offsets.get(zone);
  if (!known) offsets.set(zone, (known = new Map()));
  const cached = known.get(utcDay);
  if (cached !== undefined) return cached;
  const start = offsetAt(utcDay * 86_400_000, zone);
  const offset = start === offsetAt((utcDay + 1) * 86_400_000, zone) ? start : null;
  known.set(utcDay, offset);
  return offset;
}

function offsetAt(epoch: number, zone: TimeZone): number {
  const instant = instantFromEpoch(epoch);
  return wallOfClock(dayOf(instant, zone), clockTimeOf(instant, zone)) - epochOf(instant) / 60_000;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
