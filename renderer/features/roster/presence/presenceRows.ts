import { type PresenceStatus, workedMinutes } from '@shared/domain/assignment';
import { formatClock, formatMinutes } from '@shared/domain/formatting';
import type { SheetRow } from '@shared/domain/presenceSheet';
import type { RosterFacts } from '@shared/domain/roster';
import type { Language } from '@shared/domain/settings';
import { clockTimeOf, type Instant, type Span, type TimeZone } from '@shared/domain/time';
import type { StatusKind } from '@renderer/ui/StatusMark';

/** What a status looks like beside its word. */
export const statusKinds: Record<PresenceStatus, StatusKind> = {
  expected: 'info',
  arrived: 'ok',
  late: 'warn',
  left: 'ok',
  absent: 'alert',
  replaced: 'warn',
};

/** « 9 h – 13 h » in the event's zone. */
export function timesOf({ startsAt, endsAt }: Span, zone: TimeZone, language: Language): string {
  return [startsAt, endsAt].map((at) => clockOf(at, zone, language)).join(' – ');
}

export function clockOf(at: Instant | null, zone: TimeZone, language: Language): string {
  return at === null ? '' : formatClock(clockTimeOf(at, zone), language);
}

export function workedText({ assignment, shift }: SheetRow, language: Language): string {
  const minutes = workedMinutes(assignment, shift);
  return minutes === null ? '' : formatMinutes(minutes, language);
}

/** Who stands in for somebody who was replaced; empty when nobody does. */
export function substituteName({ assignment }: SheetRow, facts: RosterFacts): string {
  const { replacedById } = assignment.presence;
  return replacedById === null ? '' : (facts.people.find(({ id }) => id === replacedById)?.name ?? '');
}
