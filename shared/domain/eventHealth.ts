import { indicatorGaps, missingFor, unansweredRequests } from './completeness';
import { dDayOf, isSettled, type PlannedEvent } from './plannedEvent';
import { type Day, daysBetween, lastDayOf } from './time';

export type HealthLevel = 'ok' | 'warn' | 'alert';
export type HealthReason = Readonly<{
  kind: 'overdueTasks' | 'redGaps' | 'hostRequests' | 'missing' | 'toClose';
  level: HealthLevel;
  count: number;
}>;
export type EventHealth = Readonly<{ level: HealthLevel; reasons: readonly HealthReason[] }>;

/** Information of a host is expected by this many days before the event. */
const hostAnswerDays = 14;

/** How near the event is when what it lacks to be confirmed is said, in days. */
const completenessDays = 60;

/** The worst thing about an event, and each reason with its count. A settled event is well; counts are of its own tasks. */
export function healthOf(event: PlannedEvent, counts: { overdue: number }, today: Day): EventHealth {
  if (isSettled(event)) return { level: 'ok', reasons: [] };
  const days = countdown(event, today);
  const isAhead = days >= 0 || event.repetition !== null;
  const reasons: HealthReason[] = [
    { kind: 'overdueTasks', level: 'alert', count: counts.overdue },
    { kind: 'redGaps', level: 'alert', count: indicatorGaps(event).length },
    {
      kind: 'hostRequests',
      level: days <= hostAnswerDays ? 'alert' : 'warn',
      count: event.role === 'participant' && isAhead ? unansweredRequests(event).length : 0,
    },
    {
      kind: 'missing',
      level: 'warn',
      count: isAhead && days <= completenessDays ? missingInformation(event) : 0,
    },
    { kind: 'toClose', level: 'warn', count: Number(isToClose(event, today)) },
  ];
  const given = reasons.filter(({ count }) => count > 0);
  return { level: worst(given), reasons: given };
}

/** Days before the opening; negative after it. */
export function countdown(event: PlannedEvent, today: Day): number {
  return daysBetween(today, dDayOf(event));
}

/** What keeps it from being confirmed; red gaps have a reason of their own. */
function missingInformation(event: PlannedEvent): number {
  return missingFor(event, 'confirmed').filter(
    ({ code, severity }) => severity === 'blocks' && code !== 'redGap',
  ).length;
}

/** Over since the day before yesterday, and nobody has said how it went. A repeated event ends with its last time. */
function isToClose(event: PlannedEvent, today: Day): boolean {
  if (event.status === 'idea' || event.status === 'closed') return false;
  const lastOn = event.repetition?.untilOn ?? lastDayOf(event.closesAt, event.timeZone);
  return daysBetween(lastOn, today) > 1;
}

function worst(reasons: readonly HealthReason[]): HealthLevel {
  if (reasons.some(({ level }) => level === 'alert')) return 'alert';
  return reasons.length > 0 ? 'warn' : 'ok';
}
