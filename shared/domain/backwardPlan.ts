import { anchorDay } from './anchors';
import { findCycle } from './dependencies';
import type { PlannedEvent } from './plannedEvent';
import { type Anchor, isOpen, type Task, type TaskId, type TaskPlan } from './task';
import { addDays, type Day, daysBetween, firstDay, lastDay } from './time';
import type { WorkCalendar } from './workCalendar';

/**
 * The due day of a plan; `null` when the event has no such anchor, or beyond the years that a day can have. Calendar days: counted, then
 * moved off closed days away from the anchor; the anchor's own day stands even when it is closed, for a Saturday event is worked
 * that Saturday. Working days: closed days are not counted.
 */
export function plannedDueOn(plan: TaskPlan, event: PlannedEvent, calendar: WorkCalendar): Day | null {
  const on = anchorDay(event, plan.anchor);
  if (on === null || plan.offsetDays === 0) return on;
  if (plan.unit === 'workingDays') return calendar.addWorkingDays(on, plan.offsetDays);
  const counted = addDays(on, plan.offsetDays);
  if (counted < firstDay || counted > lastDay) return null;
  return plan.offsetDays < 0 ? calendar.onOrBefore(counted) : calendar.onOrAfter(counted);
}

/** The day on which work must begin: the due day and the working days before it make the duration. */
export function startOn(task: Pick<Task, 'dueOn' | 'durationDays'>, calendar: WorkCalendar): Day | null {
  return task.dueOn && calendar.addWorkingDays(task.dueOn, 1 - task.durationDays);
}

/** What is wrong with a plan: sentences for the page, never errors. Days are counted in calendar days. */
export type PlanProblem =
  | Readonly<{ kind: 'anchorMissing'; task: Task; anchor: Anchor }>
  | Readonly<{ kind: 'dueInPast'; task: Task; lateDays: number }>
  | Readonly<{ kind: 'startsInPast'; task: Task; startOn: Day; lateDays: number }>
  /** `task` begins before `predecessor`, for which it waits, is due; `overlapDays` of them, at least 1. */
  | Readonly<{ kind: 'dependencyOrder'; task: Task; predecessor: Task; overlapDays: number }>
  | Readonly<{ kind: 'dependencyMissing'; task: Task; predecessorId: TaskId }>
  | Readonly<{ kind: 'dependencyCycle'; tasks: readonly Task[] }>
  /** Meant to be before the opening, due after it. */
  | Readonly<{ kind: 'dueAfterOpening'; task: Task; lateDays: number }>;

export function planProblems(
  event: PlannedEvent,
  tasks: readonly Task[],
  calendar: WorkCalendar,
  today: Day,
): PlanProblem[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const cycle = findCycle(tasks)?.flatMap((id) => byId.get(id) ?? []);
  const opening = anchorDay(event, { kind: 'opening' });
  return [
    ...(cycle ? [{ kind: 'dependencyCycle', tasks: cycle } as const] : []),
    ...tasks
      .filter(isOpen)
      .flatMap((task) => [
        ...anchorProblems(task, event),
        ...dateProblems(task, calendar, opening, today),
        ...orderProblems(task, byId, calendar),
      ]),
  ];
}

/** One key for the same problem before and after a change. */
export function problemKey(problem: PlanProblem): string {
  switch (problem.kind) {
    case 'dependencyCycle':
      return `${problem.kind}/${problem.tasks
        .map(({ id }) => id)
        .sort()
        .join('/')}`;
    case 'dependencyOrder':
      return `${problem.kind}/${problem.task.id}/${problem.predecessor.id}`;
    case 'dependencyMissing':
      return `${problem.kind}/${problem.task.id}/${problem.predecessorId}`;
    case 'anchorMissing':
    case 'dueInPast':
    case 'startsInPast':
    case 'dueAfterOpening':
      return `${problem.kind}/${problem.task.id}`;
  }
}

function anchorProblems(task: Task, event: PlannedEvent): PlanProblem[] {
  if (!task.plan || anchorDay(event, task.plan.anchor) !== null) return [];
  return [{ kind: 'anchorMissing', task, anchor: task.plan.anchor }];
}

function dateProblems(task: Task, calendar: WorkCalendar, opening: Day | null, today: Day): PlanProblem[] {
  if (task.dueOn === null) return [];
  const problems: PlanProblem[] = [];
  const from = startOn(task, calendar);
  if (task.dueOn < today)
    problems.push({ kind: 'dueInPast', task, lateDays: daysBetween(task.dueOn, today) });
  else if (task.status === 'todo' && from !== null && from < today) {
    problems.push({ kind: 'startsInPast', task, startOn: from, lateDays: daysBetween(from, today) });
  }
  const isBefore = task.plan !== null && task.plan.offsetDays < 0 && task.plan.anchor.kind === 'opening';
  if (isBefore && opening !== null && task.dueOn > opening) {
    problems.push({ kind: 'dueAfterOpening', task, lateDays: daysBetween(opening, task.dueOn) });
  }
  return problems;
}

function orderProblems(task: Task, byId: ReadonlyMap<TaskId, Task>, calendar: WorkCalendar): PlanProblem[] {
  const from = startOn(task, calendar);
  return task.dependsOn.flatMap((predecessorId): PlanProblem[] => {
    const predecessor = byId.get(predecessorId);
    if (!predecessor) return [{ kind: 'dependencyMissing', task, predecessorId }];
    if (from === null || predecessor.dueOn === null || !isOpen(predecessor) || predecessor.dueOn <= from)
      return [];
    return [
      { kind: 'dependencyOrder', task, predecessor, overlapDays: daysBetween(from, predecessor.dueOn) },
    ];
  });
}
