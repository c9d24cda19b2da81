import { plannedDueOn } from '@shared/domain/backwardPlan';
import {
  type CustomAnchor,
  eventIdSchema,
  type Objective,
  type PlannedEvent,
} from '@shared/domain/plannedEvent';
import { type Task, taskIdSchema, type TaskPlan } from '@shared/domain/task';
import { addDays, type Day, dayOf, daysBetween, type Instant, shiftInstant } from '@shared/domain/time';
import type { WorkCalendar } from '@shared/domain/workCalendar';

export const copiedParts = ['tasks', 'objectives', 'partners', 'contacts', 'hostRequests'] as const;
export type CopiedPart = (typeof copiedParts)[number];

/** The same weekday a year later: fairs and open days keep their Saturday, not their date. */
export function usualNextDay(event: PlannedEvent): Day {
  return addDays(dayOf(event.opensAt, event.timeZone), 364);
}

/** « 2025 » → « 2026 », « 3ᵉ » → « 4ᵉ »; without a number, the year of the new day. */
export function nextEditionName(edition: string, on: Day): string {
  const numbers = edition.match(/\d+/g);
  if (numbers?.length !== 1) return on.slice(0, 4);
  return edition
    .replace(/\d+/, (text) => String(Number(text) + 1))
    .replace(/^2(ʳᵉ|re|ère|ᵉʳ|er)/, '2ᵉ')
    .replace(/(\d+)(st|nd|rd|th)\b/, (_, number: string) => number + englishOrdinal(number));
}

/**
 * The event again, opening on `opensOn` at the same clock times, with the chosen parts. What happened stays behind: actual
 * values, evidence, answers, attachments, tasks given up. A value that was measured becomes the baseline to beat.
 * Tasks are planned again from their anchors, those with a plain date keep their distance to the opening; all on worked days.
 */
export function nextEditionOf(
  { event, tasks }: Readonly<{ event: PlannedEvent; tasks: readonly Task[] }>,
  {
    name,
    edition,
    opensOn,
    parts,
  }: Readonly<{
    name: string;
    edition: string;
    opensOn: Day;
    parts: ReadonlySet<CopiedPart>;
  }>,
  { calendar, newId, now }: Readonly<{ calendar: WorkCalendar; newId: () => string; now: Instant }>,
): { event: PlannedEvent; tasks: Task[] } {
  const days = daysBetween(dayOf(event.opensAt, event.timeZone), opensOn);
  const moved = (instant: Instant) => shiftInstant(instant, days, event.timeZone);
  const span = (from: PlannedEvent['setUp']) =>
    from && { startsAt: moved(from.startsAt), endsAt: moved(from.endsAt) };
  const anchors = new Map<string, CustomAnchor>(
    event.customAnchors.map((anchor) => [
      anchor.id,
      { ...anchor, id: newId(), on: addDays(anchor.on, days) },
    ]),
  );
  const copy: PlannedEvent = {
    ...event,
    id: eventIdSchema.parse(newId()),
    name,
    edition,
    status: 'idea',
    opensAt: moved(event.opensAt),
    closesAt: moved(event.closesAt),
    setUp: span(event.setUp),
    teardown: span(event.teardown),
    reportDueOn: event.reportDueOn && addDays(event.reportDueOn, days),
    orderSignedOn: null,
    customAnchors: [...anchors.values()],
    repetition: event.repetition && {
      ...event.repetition,
      untilOn: addDays(event.repetition.untilOn, days),
      exceptions: [],
    },
    contacts: parts.has('contacts') ? event.contacts.map((contact) => ({ ...contact, id: newId() })) : [],
    partners: parts.has('partners') ? event.partners.map((partner) => ({ ...partner, id: newId() })) : [],
    hostRequests: parts.has('hostRequests')
      ? event.hostRequests.map(({ subject }) => ({
          id: newId(),
          subject,
          status: 'toAsk',
          changedOn: null,
          answer: '',
        }))
      : [],
    objectives: parts.has('objectives')
      ? event.objectives.map((objective) => objectiveAgain(objective, newId))
      : [],
    attachments: [],
    isPinned: false,
    createdAt: now,
  };
  return {
    event: copy,
    tasks: parts.has('tasks') ? tasksAgain(tasks, copy, { days, anchors, calendar, newId, now }) : [],
  };
}

function objectiveAgain(objective: Objective, newId: () => string): Objective {
  return {
    ...objective,
    id: newId(),
    indicators: objective.indicators.map((indicator) => ({
      ...indicator,
      id: newId(),
      baseline: indicator.actual ?? indicator.baseline,
      actual: null,
      evidence: '',
      measuredOn: null,
    })),
  };
}

type Again = Readonly<{
  days: number;
  anchors: ReadonlyMap<string, CustomAnchor>;
  calendar: WorkCalendar;
  newId: () => string;
  now: Instant;
}>;

function tasksAgain(tasks: readonly Task[], event: PlannedEvent, again: Again): Task[] {
  const { days, anchors, calendar, newId, now } = again;
  const kept = tasks.filter((task) => task.status !== 'dropped');
  const ids = new Map(kept.map((task) => [task.id, taskIdSchema.parse(newId())]));
  return kept.map((task) => {
    const plan = task.plan && planAgain(task.plan, anchors);
    const shifted = task.dueOn && calendar.onOrBefore(addDays(task.dueOn, days));
    return {
      ...task,
      id: ids.get(task.id) ?? task.id,
      eventId: event.id,
      status: 'todo',
      doneOn: null,
      isPinned: false,
      dueOn: (plan && plannedDueOn(plan, event, calendar)) ?? shifted,
      plan,
      checklist: task.checklist.map((item) => ({ ...item, id: newId(), isDone: false })),
      dependsOn: task.dependsOn.flatMap((id) => ids.get(id) ?? []),
      createdAt: now,
    };
  });
}

function planAgain(plan: TaskPlan, anchors: ReadonlyMap<string, CustomAnchor>): TaskPlan | null {
  if (plan.anchor.kind !== 'custom') return plan;
  const anchor = anchors.get(plan.anchor.anchorId);
  return anchor ? { ...plan, anchor: { kind: 'custom', anchorId: anchor.id } } : null;
}

function englishOrdinal(number: string): string {
  if (/1[123]$/.test(number)) return 'th';
  return { '1': 'st', '2': 'nd', '3': 'rd' }[number.slice(-1)] ?? 'th';
}
