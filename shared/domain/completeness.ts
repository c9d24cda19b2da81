import type { EventRole, EventStatus, HostRequest, Indicator, PlannedEvent } from './plannedEvent';

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

type Rule = Readonly<{
  code: MissingCode;
  section: SheetSection;
  /** The first status that the lack keeps the event out of, and the last: later, it is too late to ask. `null`: never. */
  blocks: readonly [EventStatus, EventStatus] | null;
  /** The first status for which it is said. */
  warnsFrom: EventStatus;
  role?: EventRole;
  /** Asked of meetings and training sessions too. */
  isForAll?: true;
  /** How many are lacking. */
  count: (event: PlannedEvent) => number;
}>;

const rules: readonly Rule[] = [
  {
    code: 'venue',
    section: 'venue',
    blocks: ['confirmed', 'evaluated'],
    warnsFrom: 'planned',
    isForAll: true,
    count: ({ venue }) => Number(venue.name === ''),
  },
  {
    code: 'contact',
    section: 'contacts',
    blocks: ['confirmed', 'evaluated'],
    warnsFrom: 'planned',
    count: ({ contacts }) => Number(contacts.length === 0),
  },
  {
    code: 'objective',
    section: 'objectives',
    blocks: ['confirmed', 'evaluated'],
    warnsFrom: 'planned',
    role: 'organiser',
    count: ({ objectives }) => Number(objectives.length === 0),
  },
  {
    code: 'redGap',
    section: 'objectives',
    blocks: ['confirmed', 'running'],
    warnsFrom: 'planned',
    count: (event) => indicatorGaps(event).length,
  },
  {
    code: 'hostRequests',
    section: 'hostRequests',
    blocks: ['running', 'running'],
    warnsFrom: 'confirmed',
    role: 'participant',
    count: (event) => unansweredRequests(event).length,
  },
  {
    code: 'attendance',
    section: 'audience',
    blocks: ['confirmed', 'evaluated'],
    warnsFrom: 'planned',
    role: 'organiser',
    count: ({ expectedAttendancePeople }) => Number(expectedAttendancePeople === null),
  },
  {
    code: 'audience',
    section: 'audience',
    blocks: ['running', 'evaluated'],
    warnsFrom: 'confirmed',
    role: 'organiser',
    count: ({ audiences }) => Number(audiences.trim() === ''),
  },
  {
    code: 'setUp',
    section: 'dates',
    blocks: ['running', 'running'],
    warnsFrom: 'confirmed',
    role: 'organiser',
    count: ({ setUp }) => Number(setUp === null),
  },
  {
    code: 'reportDue',
    section: 'dates',
    blocks: ['closed', 'evaluated'],
    warnsFrom: 'running',
    role: 'organiser',
    count: ({ reportDueOn }) => Number(reportDueOn === null),
  },
  {
    code: 'target',
    section: 'objectives',
    blocks: ['running', 'evaluated'],
    warnsFrom: 'confirmed',
    role: 'organiser',
    count: (event) => indicatorsOf(event).filter(({ target }) => target === null).length,
  },
  {
    code: 'actuals',
    section: 'objectives',
    blocks: ['evaluated', 'evaluated'],
    warnsFrom: 'closed',
    count: (event) =>
      indicatorsOf(event).filter(({ actual, evidence }) => actual === null && evidence === '').length,
  },
  {
    code: 'evidence',
    section: 'objectives',
    blocks: null,
    warnsFrom: 'closed',
    count: (event) =>
      indicatorsOf(event).filter(({ actual, evidence }) => actual !== null && evidence === '').length,
  },
];

/**
 * What the event lacks to be in `status`, wherever it stands now. What blocks keeps it out; what only warns is said one status
 * ahead. Meetings and training sessions ask for a place only, and a cancelled event for nothing. A value that could not be
 * measured is answered by evidence that says so.
 */
export function missingFor(event: PlannedEvent, status: EventStatus): Missing[] {
  const isPublic = event.kind !== 'meeting' && event.kind !== 'training';
  return rules.flatMap((rule): Missing[] => {
    const { code, section, role, isForAll } = rule;
    if ((!isPublic && !isForAll) || (role && role !== event.role)) return [];
    const severity = severityOf(rule, status);
    const count = severity ? rule.count(event) : 0;
    return severity && count > 0 ? [{ code, severity, section, count }] : [];
  });
}

function severityOf({ blocks, warnsFrom }: Rule, status: EventStatus): Missing['severity'] | null {
  const rank = order.indexOf(status);
  if (rank < order.indexOf(warnsFrom)) return null;
  if (!blocks) return 'warns';
  if (rank > order.indexOf(blocks[1])) return null;
  return rank >= order.indexOf(blocks[0]) ? 'blocks' : 'warns';
}

/** Information that the host has not given yet. */
export function unansweredRequests({ hostRequests }: PlannedEvent): HostRequest[] {
  return hostRequests.filter(({ status }) => status !== 'received' && status !== 'confirmed');
}

/** The red gap: indicators without a value that nobody has said how to measure. */
export function indicatorGaps(event: PlannedEvent): Indicator[] {
  return indicatorsOf(event).filter(({ actual, meansOfMeasure }) => actual === null && meansOfMeasure === '');
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
  return actual === baseline ? 0 : (actual - baseline) / (target - baseline);
}
