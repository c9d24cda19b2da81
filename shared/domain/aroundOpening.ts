import type { PlannedEvent } from './plannedEvent';
import { addMinutes, dayOf, daysBetween, minutesBetween, shiftSpan, type Span, type TimeZone } from './time';

/**
 * Set-up and teardown when the event opens and closes at other moments: they go along at their own clock times, set-up with the day of
 * the opening, teardown with that of the closing. Where the hours themselves went past them, they keep their distance instead.
 */
export function aroundOpening(
  event: Pick<PlannedEvent, 'opensAt' | 'closesAt' | 'setUp' | 'teardown' | 'timeZone'>,
  opening: Span,
  timeZone: TimeZone = event.timeZone,
): Pick<PlannedEvent, 'setUp' | 'teardown'> {
  const days = daysBetween(dayOf(event.opensAt, event.timeZone), dayOf(opening.startsAt, timeZone));
  const closingDays = daysBetween(dayOf(event.closesAt, event.timeZone), dayOf(opening.endsAt, timeZone));
  const setUp = event.setUp && shiftSpan(event.setUp, days, event.timeZone);
  const teardown = event.teardown && shiftSpan(event.teardown, closingDays, event.timeZone);
  return {
    setUp:
      event.setUp && setUp && setUp.startsAt > opening.startsAt
        ? delayed(event.setUp, minutesBetween(event.opensAt, opening.startsAt))
        : setUp,
    teardown:
      event.teardown && teardown && teardown.endsAt < opening.endsAt
        ? delayed(event.teardown, minutesBetween(event.closesAt, opening.endsAt))
        : teardown,
  };
}

function delayed({ startsAt, endsAt }: Span, minutes: number): Span {
  return { startsAt: addMinutes(startsAt, minutes), endsAt: addMinutes(endsAt, minutes) };
}
