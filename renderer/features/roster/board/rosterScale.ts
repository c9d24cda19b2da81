import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Slot } from '@shared/domain/roster';
import { type Day, dayOfLocalMinute, localMinuteOf, minuteOf, type TimeZone } from '@shared/domain/time';

export const rosterZooms = ['quarter', 'half', 'hour', 'day'] as const;
export type RosterZoom = (typeof rosterZooms)[number];

/** What a drag or a key moves by, in minutes. */
export const stepMinutes = 15;
/** Pixels a quarter of an hour. */
const quarterWidths: Record<RosterZoom, number> = { quarter: 32, half: 20, hour: 13, day: 2 };
/** Minutes between two figures of the axis. */
const tickMinutes: Record<RosterZoom, number> = { quarter: 15, half: 30, hour: 60, day: 360 };
/** Longer rosters are cut: a date mistyped by a year must not make a sheet of a million pixels. */
const mostMinutes = 62 * 1_440;
const marginMinutes = 60;

/** Where moments stand on the axis. Moments are minutes since 1970, UTC; places are pixels from the beginning. */
export type RosterScale = Readonly<{
  zoom: RosterZoom;
  zone: TimeZone;
  first: number;
  last: number;
  width: number;
  /** Pixels one minute. */
  perMinute: number;
  at: (minute: number) => number;
  minuteAt: (pixels: number) => number;
}>;

/** Holds these slots, or the event's opening hours when there is none, with an hour on each side, from a whole hour to a whole hour. */
export function rosterScaleOf(event: PlannedEvent, slots: readonly Slot[], zoom: RosterZoom): RosterScale {
  const opens = slots.reduce((first, { from }) => Math.min(first, from), Number.POSITIVE_INFINITY);
  const closes = slots.reduce((last, { until }) => Math.max(last, until), 0);
  const from = slots.length > 0 ? opens : minuteOf(event.opensAt);
  const until = slots.length > 0 ? closes : minuteOf(event.closesAt);
  const first = Math.floor((from - marginMinutes) / 60) * 60;
  const last = Math.min(Math.ceil((until + marginMinutes) / 60) * 60, first + mostMinutes);
  const perMinute = quarterWidths[zoom] / stepMinutes;
  return {
    zoom,
    zone: event.timeZone,
    first,
    last,
    width: Math.round((last - first) * perMinute),
    perMinute,
    at: (minute) => Math.round((minute - first) * perMinute),
    minuteAt: (pixels) => first + pixels / perMinute,
  };
}

/** `clock` is minutes since the local midnight. */
export type RosterTick = Readonly<{ at: number; clock: number; day: Day; isDay: boolean }>;

/** The figures of the axis between two places, in pixels: those of the clocks there, whatever they do in between. */
export function rosterTicks(scale: RosterScale, left: number, width: number): RosterTick[] {
  const step = tickMinutes[scale.zoom];
  const from = Math.max(scale.first, Math.floor(scale.minuteAt(left) / stepMinutes) * stepMinutes);
  const until = Math.min(scale.last, scale.minuteAt(left + width));
  const ticks: RosterTick[] = [];
  for (let minute = from; minute <= until; minute += stepMinutes) {
    const local = localMinuteOf(minute, scale.zone);
    if (local % step !== 0) continue;
    ticks.push({
      at: scale.at(minute),
      clock: ((local % 1_440) + 1_440) % 1_440,
      day: dayOfLocalMinute(local),
      isDay: local % 1_440 === 0,
    });
  }
  return ticks;
}

/** The days between two places, each with where it begins; the first one at the left edge. */
export function rosterDays(scale: RosterScale, left: number, width: number): { day: Day; at: number }[] {
  const days: { day: Day; at: number }[] = [];
  const from = Math.max(scale.first, Math.floor(scale.minuteAt(left) / 60) * 60);
  const until = Math.min(scale.last, scale.minuteAt(left + width));
  for (let minute = from; minute < until; minute += 15) {
    const day = dayOfLocalMinute(localMinuteOf(minute, scale.zone));
    if (days.at(-1)?.day !== day) days.push({ day, at: scale.at(minute) });
  }
  return days;
}

/** The days on which shifts begin, in order. */
export function daysOfSlots(slots: readonly Slot[]): Day[] {
  return [...new Set(slots.map(({ day }) => day))].sort();
}
