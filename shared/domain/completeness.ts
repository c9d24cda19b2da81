import { type EventStatus, type Indicator, occupiedSpan, type PlannedEvent } from './plannedEvent';

/** Something that the sheet lacks, as a code; `section` is the part of the sheet where it is given. */
export type Missing = Readonly<{
  code: MissingCode;
  severity: 'blocks' | 'warns';
  section: SheetSection;
  count: number;
}>;

export const sheetSections = [
  'identity',
  'dates',
  'venue',
  'audience',
  'contacts',
  'partners',
  'hostRequests',
  'objectives',
  'attachments',
] as const;
export type SheetSection = (typeof sheetSections)[number];

export const missingCodes = [
  'venue',
  'setUp',
  'reportDue',
  'attendance',
  'audience',
  'contact',
  'objective',
  'redGap',
  'target',
  'hostRequests',
  'actuals',
  'evidence',
] as const;
export type MissingCode = (typeof missingCodes)[number];

/** Where an event may go from each status; the order is that of the buttons. */
const following: Record<EventStatus, readonly EventStatus[]> = {
  idea: ['planned', 'cancelled'],
  planned: ['confirmed', 'idea', 'cancelled'],
  confirmed: ['running', 'planned', 'cancelled'],
  running: ['closed', 'confirmed'],
  closed: ['evaluated', 'running'],
  evaluated: ['closed'],
  cancelled: ['idea'],
};

export function nextStatuses(status: EventStatus): readonly EventStatus[] {
  return following[status];
}

const order: readonly EventStatus[] = ['idea', 'planned', 'confirmed', 'running', 'closed', 'evaluated'];

/**
 * What the event still lacks to be in `status`. What blocks keeps it out; what warns is said. Meetings and training sessions ask for a place
 * only. Going back, or giving up, asks for nothing.
 */
export function missingFor(event: PlannedEvent, status: EventStatus): Missing[] {
  const rank = order.indexOf(status);
  const isPublic = event.kind !== 'meeting' && event.kind !== 'training';
  const missing: Missing[] = [];
  const ask = (
    isLacking: boolean,
    code: MissingCode,
    section: SheetSection,
    from: EventStatus,
    count = 1,
  ): void => {
    const due = order.indexOf(from);
    if (isLacking && rank >= 0 && rank >= due - 1) {
      missing.push({ code, section, count, severity: rank >= due ? 'blocks' : 'warns' });
    }
  };
  const waiting = event.hostRequests.filter(
    ({ status: state }) => state !== 'received' && state !== 'confirmed',
  ).length;
  ask(event.venue.name === '', 'venue', 'venue', 'confirmed');
  if (!isPublic) return missing;
  ask(event.contacts.length === 0, 'contact', 'contacts', 'confirmed');
  ask(event.objectives.length === 0 && event.role === 'organiser', 'objective', 'objectives', 'confirmed');
  ask(indicatorGaps(event).length > 0, 'redGap', 'objectives', 'confirmed', indicatorGaps(event).length);
  ask(event.role === 'participant' && waiting > 0, 'hostRequests', 'hostRequests', 'running', waiting);
  if (event.role === 'organiser') {
    ask(event.expectedAttendancePeople === null, 'attendance', 'audience', 'confirmed');
    ask(event.audiences.trim() === '', 'audience', 'audience', 'running');
    ask(event.setUp === null && occupiedSpan(event).startsAt === event.opensAt, 'setUp', 'dates', 'running');
    ask(event.reportDueOn === null, 'reportDue', 'dates', 'closed');
    const aimless = indicatorsOf(event).filter(({ target }) => target === null).length;
    ask(aimless > 0, 'target', 'objectives', 'running', aimless);
  }
  const unmeasured = indicatorsOf(event).filter(
    ({ actual, evidence }) => actual === null && evidence === '',
  ).length;
  ask(unmeasured > 0, 'actuals', 'objectives', 'evaluated', unmeasured);
  const unproven = indicatorsOf(event).filter(
    ({ actual, evidence }) => actual !== null && evidence === '',
  ).length;
  if (unproven > 0 && rank >= order.indexOf('closed')) {
    missing.push({ code: 'evidence', severity: 'warns', section: 'objectives', count: unproven });
  }
  return missing;
}

/** The red gap: indicators that nobody has said how to measure. */
export function indicatorGaps(event: PlannedEvent): Indicator[] {
  return indicatorsOf(event).filter(({ meansOfMeasure }) => meansOfMeasure === '');
}

export function indicatorsOf(event: PlannedEvent): Indicator[] {
  return event.objectives.flatMap(({ indicators }) => indicators);
}

/** `progress`: better than the baseline, short of the target. */
export type IndicatorResult =
  'reached' | 'progress' | 'notReached' | 'toMeasure' | 'nobodyMeasures' | 'noTarget';

export function indicatorResult(indicator: Indicator): IndicatorResult {
  const { actual, target, baseline, direction, meansOfMeasure } = indicator;
  if (actual === null) return meansOfMeasure === '' ? 'nobodyMeasures' : 'toMeasure';
  if (target === null) return 'noTarget';
  const isBetter = (value: number, than: number): boolean =>
    direction === 'increase' ? value >= than : value <= than;
  if (isBetter(actual, target)) return 'reached';
  const gained = baseline !== null && (direction === 'increase' ? actual > baseline : actual < baseline);
  return gained ? 'progress' : 'notReached';
}

/** Part of the way from baseline to target that was covered, 0 to 1 and beyond; `null` when it cannot be said. */
export function indicatorProgress({ baseline, target, actual }: Indicator): number | null {
  if (baseline === null || target === null || actual === null || baseline === target) return null;
  return (actual - baseline) / (target - baseline);
}
