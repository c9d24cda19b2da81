import { anchorDay } from './anchors';
import { aroundOpening } from './aroundOpening';
import { plannedDueOn, type PlanProblem, planProblems, problemKey } from './backwardPlan';
import { type CustomAnchor, dDayOf, type PlannedEvent } from './plannedEvent';
import { repetitionMovedBy } from './repetition';
import { type RosterFacts, rosterOf } from './roster';
import { type Conflict, openConflicts, rosterConflicts } from './rosterConflicts';
import type { Shift } from './shift';
import type { Task, TaskPlan } from './task';
import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  shiftSpan,
  type Span,
  type TimeZone,
} from './time';
import type { WorkCalendar } from './workCalendar';

/**
 * `shiftDays` carries the whole event along. `reschedule` gives new moments; what it does not name goes along as in a shift,
 * teardown with the closing and everything else with the opening. `null` takes a date away.
 */
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
      customAnchors?: CustomAnchor[];
      timeZone?: TimeZone;
    }>;

export type KeptReason = 'done' | 'dropped' | 'pinned' | 'noDate' | 'sameDate' | 'anchorMissing';

export type MovedTask = Readonly<{ before: Task; after: Task; fromDueOn: Day | null; toDueOn: Day }>;

/** What moving an event does to its tasks, before anybody says yes. */
export type EventMove = Readonly<{
  before: PlannedEvent;
  after: PlannedEvent;
  moved: readonly MovedTask[];
  kept: readonly Readonly<{ task: Task; reason: KeptReason }>[];
  /** Those of the result; `isNew` when the move itself brings it. */
  problems: readonly Readonly<{ problem: PlanProblem; isNew: boolean }>[];
  /** Shifts as they would be, of those that follow. */
  shifts: readonly Shift[];
  /** What the move alone would break on the roster: people who are then absent, on another event, or short of rest. */
  conflicts: readonly Readonly<{ conflict: Conflict; names: readonly string[]; post: string }>[];
}>;

/**
 * Set-up, teardown, report day, repetition and the anchors that move with the event go along at the same clock times; the day an order
 * was signed is a fact and stays. Done, dropped and pinned tasks never move. Open planned tasks whose anchor moved are counted
 * again from it; open tasks with a plain date go as many days as the opening does, then off closed days in the direction of the move. Shifts
 * go as many days as the opening does, at the same clock times, and keep their people; those on which somebody's presence was noted stay.
 */
export function planMove(
  event: PlannedEvent,
  tasks: readonly Task[],
  change: EventChange,
  calendar: WorkCalendar,
  today: Day,
  roster: RosterFacts | null = null,
): EventMove {
  const after = changedEvent(event, change);
  const days = daysBetween(dDayOf(event), dDayOf(after));
  const moved: MovedTask[] = [];
  const kept: EventMove['kept'][number][] = [];
  const result = tasks.map((task) => {
    const outcome = outcomeOf(task, event, after, days, calendar);
    if (outcome.kind === 'kept') {
      kept.push({ task, reason: outcome.reason });
      return task;
    }
    const followed = movedTo(task, outcome.on);
    moved.push(followed);
    return followed.after;
  });
  const known = new Set(planProblems(event, tasks, calendar, today).map(problemKey));
  const problems = planProblems(after, result, calendar, today)
    .map((problem) => ({ problem, isNew: !known.has(problemKey(problem)) }))
    .sort((left, right) => Number(right.isNew) - Number(left.isNew));
  return { before: event, after, moved, kept, problems, ...movedRoster(after, days, roster) };
}

/** Open, unpinned, planned tasks whose date is no longer what their plan gives, with the date it does give. */
export function replan(
  event: PlannedEvent,
  tasks: readonly Task[],
  calendar: WorkCalendar,
): EventMove['moved'] {
  return tasks.flatMap((task) => {
    if (!task.plan || stays(task)) return [];
    const on = plannedDueOn(task.plan, event, calendar);
    return on === null || on === task.dueOn ? [] : [movedTo(task, on)];
  });
}

/** The event on its new dates. As valid as the moments that were given: nothing that goes along can make it invalid. */
export function changedEvent(event: PlannedEvent, change: EventChange): PlannedEvent {
  const { opensAt, closesAt, timeZone } = event;
  if (change.kind === 'shiftDays') {
    return carriedAlong(
      event,
      shiftSpan({ startsAt: opensAt, endsAt: closesAt }, change.days, timeZone),
      timeZone,
    );
  }
  const { kind: _kind, ...given } = change;
  const along = carriedAlong(
    event,
    { startsAt: given.opensAt, endsAt: given.closesAt },
    given.timeZone ?? timeZone,
  );
  return { ...along, ...withoutUndefined(given) };
}

function movedRoster(
  after: PlannedEvent,
  days: number,
  facts: RosterFacts | null,
): Pick<EventMove, 'shifts' | 'conflicts'> {
  if (!facts || days === 0) return { shifts: [], conflicts: [] };
  const noted = new Set(
    facts.assignments.filter(({ presence }) => presence.status !== 'expected').map(({ shiftId }) => shiftId),
  );
  const shifts = facts.shifts
    .filter(({ id, eventId }) => eventId === after.id && !noted.has(id))
    .map((shift) => ({ ...shift, ...shiftSpan(shift, days, after.timeZone) }));
  const moved = new Map(shifts.map((shift) => [shift.id, shift]));
  const conflictKey = ({ rule, personIds, shiftIds }: Conflict) =>
    [rule, ...personIds, ...shiftIds].join(' ');
  const known = new Set(openConflicts(rosterConflicts(rosterOf(facts))).map(conflictKey));
  const then = rosterOf({
    ...facts,
    events: facts.events.map((event) => (event.id === after.id ? after : event)),
    shifts: facts.shifts.map((shift) => moved.get(shift.id) ?? shift),
  });
  return {
    shifts,
    conflicts: openConflicts(rosterConflicts(then))
      .filter((conflict) => !known.has(conflictKey(conflict)))
      .map((conflict) => ({
        conflict,
        names: conflict.personIds.map((id) => then.people.get(id)?.name ?? ''),
        post: conflict.shiftIds.flatMap((id) => then.slotOf.get(id)?.post.name ?? []).at(-1) ?? '',
      })),
  };
}

function carriedAlong(event: PlannedEvent, opening: Span, timeZone: TimeZone): PlannedEvent {
  const days = daysBetween(dDayOf(event), dayOf(opening.startsAt, timeZone));
  return {
    ...event,
    timeZone,
    opensAt: opening.startsAt,
    closesAt: opening.endsAt,
    ...aroundOpening(event, opening, timeZone),
    reportDueOn: event.reportDueOn && addDays(event.reportDueOn, days),
    customAnchors: event.customAnchors.map((anchor) =>
      anchor.movesWithEvent ? { ...anchor, on: addDays(anchor.on, days) } : anchor,
    ),
    repetition: repetitionMovedBy(event, days),
  };
}

function withoutUndefined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

type Outcome = { kind: 'moved'; on: Day } | { kind: 'kept'; reason: KeptReason };

function outcomeOf(
  task: Task,
  before: PlannedEvent,
  after: PlannedEvent,
  days: number,
  calendar: WorkCalendar,
): Outcome {
  const held = stays(task);
  if (held) return { kind: 'kept', reason: held };
  const on = task.plan
    ? followedDueOn({ ...task, plan: task.plan }, before, after, calendar)
    : shiftedDueOn(task.dueOn, days, calendar);
  if (on === null) return { kind: 'kept', reason: task.plan ? 'anchorMissing' : 'noDate' };
  return on === task.dueOn ? { kind: 'kept', reason: 'sameDate' } : { kind: 'moved', on };
}

/** Why a task stays whatever moves; `null` when it may follow. */
function stays(task: Task): 'done' | 'dropped' | 'pinned' | null {
  if (task.status === 'done' || task.status === 'dropped') return task.status;
  return task.isPinned ? 'pinned' : null;
}

/** A date that somebody chose against its plan is left alone for as long as its anchor stays where it is. */
function followedDueOn(
  { dueOn, plan }: { dueOn: Day | null; plan: TaskPlan },
  before: PlannedEvent,
  after: PlannedEvent,
  calendar: WorkCalendar,
): Day | null {
  const anchor = anchorDay(after, plan.anchor);
  if (dueOn !== null && anchor !== null && anchor === anchorDay(before, plan.anchor)) return dueOn;
  return plannedDueOn(plan, after, calendar);
}

function shiftedDueOn(dueOn: Day | null, days: number, calendar: WorkCalendar): Day | null {
  if (dueOn === null || days === 0) return dueOn;
  const counted = addDays(dueOn, days);
  return days < 0 ? calendar.onOrBefore(counted) : calendar.onOrAfter(counted);
}

function movedTo(task: Task, on: Day): MovedTask {
  return { before: task, after: { ...task, dueOn: on }, fromDueOn: task.dueOn, toDueOn: on };
}
