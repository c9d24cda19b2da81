import { plannedDueOn, type PlanProblem, planProblems, problemKey } from './backwardPlan';
import { dDayOf, type PlannedEvent } from './plannedEvent';
import type { Task } from './task';
import { addDays, type Day, daysBetween, type Instant, shiftInstant, type Span } from './time';
import type { WorkCalendar } from './workCalendar';

/** `shiftDays` carries the whole event along; `reschedule` gives new moments and leaves set-up and teardown where they are when absent. */
export type EventChange =
  | Readonly<{ kind: 'shiftDays'; days: number }>
  | Readonly<{
      kind: 'reschedule';
      opensAt: Instant;
      closesAt: Instant;
      setUp?: Span | null;
      teardown?: Span | null;
      reportDueOn?: Day | null;
      orderSignedOn?: Day | null;
    }>;

export type KeptReason = 'done' | 'dropped' | 'pinned' | 'noDate' | 'sameDate' | 'anchorMissing';

/** What moving an event does to its tasks, before anybody says yes. */
export type EventMove = Readonly<{
  before: PlannedEvent;
  after: PlannedEvent;
  moved: readonly Readonly<{ before: Task; after: Task; fromDueOn: Day | null; toDueOn: Day }>[];
  kept: readonly Readonly<{ task: Task; reason: KeptReason }>[];
  /** Those of the result; `isNew` when the move itself brings it. */
  problems: readonly Readonly<{ problem: PlanProblem; isNew: boolean }>[];
}>;

/**
 * Set-up, teardown, report day and the anchors that move with the event go along at the same clock times; the day an order was signed is a fact
 * and stays. Done, dropped and pinned tasks never move. Open planned tasks are counted again from their anchor; open tasks
 * with a plain date go as many days as the opening does, then off closed days in the direction of the move.
 */
export function planMove(
  event: PlannedEvent,
  tasks: readonly Task[],
  change: EventChange,
  calendar: WorkCalendar,
  today: Day,
): EventMove {
  const after = changedEvent(event, change);
  const days = daysBetween(dDayOf(event), dDayOf(after));
  const moved: EventMove['moved'][number][] = [];
  const kept: EventMove['kept'][number][] = [];
  const result = tasks.map((task) => {
    const outcome = follow(task, after, days, calendar);
    if (typeof outcome === 'string' && outcome in keptReasons) {
      kept.push({ task, reason: outcome as KeptReason });
      return task;
    }
    const next = { ...task, dueOn: outcome };
    moved.push({ before: task, after: next, fromDueOn: task.dueOn, toDueOn: outcome });
    return next;
  });
  const known = new Set(planProblems(event, tasks, calendar, today).map(problemKey));
  const problems = planProblems(after, result, calendar, today)
    .map((problem) => ({ problem, isNew: !known.has(problemKey(problem)) }))
    .sort((left, right) => Number(right.isNew) - Number(left.isNew));
  return { before: event, after, moved, kept, problems };
}

/** Open, unpinned, planned tasks whose date is no longer what their plan gives, with the date it does give. */
export function replan(
  event: PlannedEvent,
  tasks: readonly Task[],
  calendar: WorkCalendar,
): EventMove['moved'] {
  return tasks.flatMap((task) => {
    if (!task.plan) return [];
    const toDueOn = follow(task, event, 0, calendar);
    if (toDueOn in keptReasons) return [];
    return [{ before: task, after: { ...task, dueOn: toDueOn }, fromDueOn: task.dueOn, toDueOn }];
  });
}

export function changedEvent(event: PlannedEvent, change: EventChange): PlannedEvent {
  if (change.kind === 'shiftDays') return shifted(event, change.days);
  const { kind: _kind, ...fields } = change;
  return { ...event, ...fields };
}

function shifted(event: PlannedEvent, days: number): PlannedEvent {
  const move = (at: Instant): Instant => shiftInstant(at, days, event.timeZone);
  const moveSpan = (span: Span | null): Span | null =>
    span && { startsAt: move(span.startsAt), endsAt: move(span.endsAt) };
  return {
    ...event,
    opensAt: move(event.opensAt),
    closesAt: move(event.closesAt),
    setUp: moveSpan(event.setUp),
    teardown: moveSpan(event.teardown),
    reportDueOn: event.reportDueOn && addDays(event.reportDueOn, days),
    customAnchors: event.customAnchors.map((anchor) =>
      anchor.movesWithEvent ? { ...anchor, on: addDays(anchor.on, days) } : anchor,
    ),
    repetition: event.repetition && {
      ...event.repetition,
      untilOn: addDays(event.repetition.untilOn, days),
      exceptions: event.repetition.exceptions.map((exception) =>
        exception.kind === 'skipped'
          ? { ...exception, on: addDays(exception.on, days) }
          : {
              ...exception,
              on: addDays(exception.on, days),
              opensAt: move(exception.opensAt),
              closesAt: move(exception.closesAt),
            },
      ),
    },
  };
}

const keptReasons: Record<KeptReason, true> = {
  done: true,
  dropped: true,
  pinned: true,
  noDate: true,
  sameDate: true,
  anchorMissing: true,
};

/** The new due day, or why the task stays. */
function follow(task: Task, after: PlannedEvent, days: number, calendar: WorkCalendar): Day | KeptReason {
  if (task.status === 'done' || task.status === 'dropped') return task.status;
  if (task.isPinned) return 'pinned';
  const toDueOn = task.plan
    ? plannedDueOn(task.plan, after, calendar)
    : shiftedDueOn(task.dueOn, days, calendar);
  if (toDueOn === null) return task.plan ? 'anchorMissing' : 'noDate';
  return toDueOn === task.dueOn ? 'sameDate' : toDueOn;
}

function shiftedDueOn(dueOn: Day | null, days: number, calendar: WorkCalendar): Day | null {
  if (dueOn === null || days === 0) return dueOn;
  const counted = addDays(dueOn, days);
  return days < 0 ? calendar.onOrBefore(counted) : calendar.onOrAfter(counted);
}
