import { indicatorGaps } from './completeness';
import type { EventReport } from './eventReport';
import {
  dDayOf,
  type EventId,
  type HostRequest,
  type Indicator,
  isSettled,
  type PlannedEvent,
} from './plannedEvent';
import { isOpen, isOverdue, type Task } from './task';
import { addDays, type Day, daysBetween } from './time';

/** What needs the coordinator now, each line leading to the exact row. `lateDays` counts days past due, `inDays` days left. */
export type Attention =
  | Readonly<{ kind: 'overdueTask'; task: Task; event: PlannedEvent | null; lateDays: number }>
  | Readonly<{ kind: 'dueTask'; task: Task; event: PlannedEvent | null; inDays: number }>
  | Readonly<{ kind: 'hostRequest'; request: HostRequest; event: PlannedEvent; waitingDays: number | null }>
  | Readonly<{ kind: 'redGap'; indicator: Indicator; event: PlannedEvent; inDays: number }>
  | Readonly<{ kind: 'toMeasure'; indicator: Indicator; event: PlannedEvent; sinceDays: number }>
  | Readonly<{ kind: 'reportDue'; event: PlannedEvent; inDays: number }>;
export type AttentionKind = Attention['kind'];

/** In the order in which they are shown. */
export const attentionKinds: readonly AttentionKind[] = [
  'overdueTask',
  'dueTask',
  'hostRequest',
  'redGap',
  'toMeasure',
  'reportDue',
];

/** How far ahead the home page looks for what can still go wrong, in days. */
export const attentionHorizonDays = 45;
/** How far ahead tasks are called « due soon », in days. */
export const dueSoonDays = 7;

type Known = {
  /** Open tasks due up to `today + dueSoonDays`. */
  tasks: readonly Task[];
  /** At least those from a year ago to `today + attentionHorizonDays`. */
  events: readonly PlannedEvent[];
  reports: readonly EventReport[];
  today: Day;
};

export function attentionOf({ tasks, events, reports, today }: Known): Attention[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const written = new Set(reports.filter(isWritten).map((report) => report.id));
  return [
    ...tasks.filter(isOpen).flatMap((task) => taskAttention(task, byId, today)),
    ...events.filter((event) => !isSettled(event)).flatMap((event) => eventAttention(event, written, today)),
  ].sort(byUrgency);
}

function taskAttention(task: Task, byId: Map<EventId, PlannedEvent>, today: Day): Attention[] {
  const event = (task.eventId && byId.get(task.eventId)) ?? null;
  if (task.dueOn === null || event?.status === 'cancelled') return [];
  if (isOverdue(task, today))
    return [{ kind: 'overdueTask', task, event, lateDays: daysBetween(task.dueOn, today) }];
  const inDays = daysBetween(today, task.dueOn);
  return inDays <= dueSoonDays ? [{ kind: 'dueTask', task, event, inDays }] : [];
}

function eventAttention(event: PlannedEvent, written: ReadonlySet<EventId>, today: Day): Attention[] {
  const on = dDayOf(event);
  const inDays = daysBetween(today, on);
  if (inDays >= 0) return inDays <= attentionHorizonDays ? beforeEvent(event, inDays, today) : [];
  const lines: Attention[] = measurable(event)
    .filter((indicator) => indicator.actual === null && indicator.meansOfMeasure !== '')
    .map((indicator) => ({ kind: 'toMeasure', indicator, event, sinceDays: -inDays }));
  const dueOn = event.reportDueOn ?? addDays(on, 30);
  const toReport = event.reportDueOn !== null && !written.has(event.id) && daysBetween(today, dueOn) <= 14;
  return toReport ? [...lines, { kind: 'reportDue', event, inDays: daysBetween(today, dueOn) }] : lines;
}

function beforeEvent(event: PlannedEvent, inDays: number, today: Day): Attention[] {
  const requests = event.role === 'participant' ? event.hostRequests : [];
  return [
    ...requests
      .filter(({ status }) => status !== 'received' && status !== 'confirmed')
      .map((request): Attention => {
        const waits = request.status !== 'toAsk' && request.changedOn !== null;
        return {
          kind: 'hostRequest',
          request,
          event,
          waitingDays: waits && request.changedOn ? daysBetween(request.changedOn, today) : null,
        };
      }),
    ...indicatorGaps(event).map((indicator): Attention => ({ kind: 'redGap', indicator, event, inDays })),
  ];
}

function measurable(event: PlannedEvent): readonly Indicator[] {
  return event.objectives.flatMap(({ indicators }) => indicators);
}

function isWritten(report: EventReport): boolean {
  return Boolean(report.narratives.summary?.trim());
}

function byUrgency(left: Attention, right: Attention): number {
  const order = attentionKinds.indexOf(left.kind) - attentionKinds.indexOf(right.kind);
  return order !== 0 ? order : daysLeft(left) - daysLeft(right);
}

function daysLeft(line: Attention): number {
  switch (line.kind) {
    case 'overdueTask':
      return -line.lateDays;
    case 'toMeasure':
      return -line.sinceDays;
    case 'hostRequest':
      return -(line.waitingDays ?? 0);
    case 'dueTask':
    case 'redGap':
    case 'reportDue':
      return line.inDays;
  }
}
