import { indicatorGaps, missingFor } from './completeness';
import { dDayOf, isSettled, type PlannedEvent } from './plannedEvent';
import { type Day, daysBetween } from './time';

export type HealthLevel = 'ok' | 'warn' | 'alert';
export type HealthReason = Readonly<{
  kind: 'overdueTasks' | 'redGaps' | 'hostRequests' | 'missing' | 'toClose';
  level: HealthLevel;
  count: number;
}>;
export type EventHealth = Readonly<{ level: HealthLevel; reasons: readonly HealthReason[] }>;

/** Information of a host is expected by this many days before the event. */
const hostAnswerDays = 14;

/** The worst thing about an event, and each reason with its count. A settled event is well. */
export function healthOf(event: PlannedEvent, counts: { overdue: number }, today: Day): EventHealth {
  if (isSettled(event)) return { level: 'ok', reasons: [] };
  const days = daysBetween(today, dDayOf(event));
  const waiting =
    event.role === 'participant' && days >= 0
      ? event.hostRequests.filter(({ status }) => status !== 'received' && status !== 'confirmed').length
      : 0;
  const gaps = indicatorGaps(event).length;
  const missing =
    days >= 0 && days <= 60
      ? missingFor(event, 'confirmed').filter(
          ({ code, severity }) => severity === 'blocks' && code !== 'redGap',
        )
      : [];
  const unclosed =
    days < -1 &&
    (event.status === 'confirmed' || event.status === 'running' || event.status === 'planned') &&
    !event.repetition;
  const reasons: HealthReason[] = [
    { kind: 'overdueTasks', level: 'alert', count: counts.overdue },
    { kind: 'redGaps', level: 'alert', count: gaps },
    { kind: 'hostRequests', level: days <= hostAnswerDays ? 'alert' : 'warn', count: waiting },
    { kind: 'missing', level: 'warn', count: missing.length },
    { kind: 'toClose', level: 'warn', count: unclosed ? 1 : 0 },
  ];
  const given = reasons.filter(({ count }) => count > 0);
  return { level: worst(given), reasons: given };
}

/** Days before the opening; negative after it. */
export function countdown(event: PlannedEvent, today: Day): number {
  return daysBetween(today, dDayOf(event));
}

function worst(reasons: readonly HealthReason[]): HealthLevel {
  if (reasons.some(({ level }) => level === 'alert')) return 'alert';
  return reasons.length > 0 ? 'warn' : 'ok';
}
