import type { EventKind } from '@shared/domain/plannedEvent';
import {
  type ClockTime,
  type Day,
  type Instant,
  type TimeZone,
  clockTimeOf,
  dayOf,
  instantOf,
} from '@shared/domain/time';

/** A day and a time as two fields hold them; `null` while nothing readable is typed. */
export type TypedMoment = Readonly<{ on: Day | null; at: ClockTime | null }>;

/** What a field shows: a code of `errors`. */
export type MomentProblem = 'notADay' | 'notATime' | 'skippedHour';

export function typedMomentOf(instant: Instant, zone: TimeZone): TypedMoment {
  return { on: dayOf(instant, zone), at: clockTimeOf(instant, zone) };
}

/** The moment, or which of the two fields is wrong: an hour that summer time skips is the hour's fault. */
export function readMoment(
  { on, at }: TypedMoment,
  zone: TimeZone,
): { kind: 'read'; instant: Instant } | { kind: 'wrong'; field: 'on' | 'at'; problem: MomentProblem } {
  if (on === null) return { kind: 'wrong', field: 'on', problem: 'notADay' };
  if (at === null) return { kind: 'wrong', field: 'at', problem: 'notATime' };
  const instant = instantOf(on, at, zone);
  return instant ? { kind: 'read', instant } : { kind: 'wrong', field: 'at', problem: 'skippedHour' };
}

/** Usual hours of each kind: what a new event begins with. */
export const usualHours: Record<EventKind, Readonly<{ opens: ClockTime; closes: ClockTime }>> = {
  activityDay: { opens: '09:00', closes: '17:00' },
  stand: { opens: '09:00', closes: '16:00' },
  training: { opens: '08:00', closes: '12:00' },
  meeting: { opens: '08:30', closes: '10:00' },
  other: { opens: '09:00', closes: '17:00' },
};
