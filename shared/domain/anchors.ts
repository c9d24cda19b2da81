import type { PlannedEvent } from './plannedEvent';
import type { Anchor } from './task';
import { type Day, dayOf, lastDayOf } from './time';

/** The day that an anchor names, in the event's zone; `null` when the event has no such date. An event that closes at midnight closes on the day before. */
export function anchorDay(event: PlannedEvent, anchor: Anchor): Day | null {
  switch (anchor.kind) {
    case 'opening':
      return dayOf(event.opensAt, event.timeZone);
    case 'closing':
      return lastDayOf(event.closesAt, event.timeZone);
    case 'setUp':
      return event.setUp && dayOf(event.setUp.startsAt, event.timeZone);
    case 'reportDue':
      return event.reportDueOn;
    case 'orderSigned':
      return event.orderSignedOn;
    case 'custom':
      return event.customAnchors.find(({ id }) => id === anchor.anchorId)?.on ?? null;
  }
}

/** Every anchor that the event has a date for, in the order of the calendar. */
export function anchorsOf(event: PlannedEvent): { anchor: Anchor; on: Day }[] {
  const anchors: Anchor[] = [
    { kind: 'orderSigned' },
    { kind: 'setUp' },
    { kind: 'opening' },
    { kind: 'closing' },
    { kind: 'reportDue' },
    ...event.customAnchors.map(({ id }): Anchor => ({ kind: 'custom', anchorId: id })),
  ];
  return anchors
    .flatMap((anchor) => {
      const on = anchorDay(event, anchor);
      return on ? [{ anchor, on }] : [];
    })
    .sort((left, right) => left.on.localeCompare(right.on));
}
