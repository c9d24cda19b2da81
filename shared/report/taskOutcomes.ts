import { isOpen, type Task } from '../domain/task';
import { type Day, daysBetween } from '../domain/time';

/** `undated`: done, but nobody had said by when. `overdue` and `toCome` are not done; `toCome` is not due yet, or has no day. */
export const taskOutcomes = ['onTime', 'late', 'undated', 'overdue', 'toCome', 'dropped'] as const;
export type TaskOutcome = (typeof taskOutcomes)[number];

/** How a task had ended at the end of the day `dataOn`. Done on its due day is on time. */
export function outcomeOf(task: Task, dataOn: Day): TaskOutcome {
  const { dueOn, doneOn, status } = task;
  if (status === 'dropped') return 'dropped';
  if (isOpen(task)) return dueOn !== null && dueOn < dataOn ? 'overdue' : 'toCome';
  if (dueOn === null) return 'undated';
  return doneOn !== null && doneOn > dueOn ? 'late' : 'onTime';
}

/** Calendar days past the due day: of a task done late, or not done by `dataOn`; 0 when it is not late. */
export function daysLate({ dueOn, doneOn }: Task, dataOn: Day): number {
  return dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, doneOn ?? dataOn));
}

export type OutcomeCounts = Readonly<Record<TaskOutcome, number>>;

export function outcomeCounts(tasks: readonly Task[], dataOn: Day): OutcomeCounts {
  const counts = Object.fromEntries(taskOutcomes.map((outcome) => [outcome, 0])) as Record<
    TaskOutcome,
    number
  >;
  for (const task of tasks) counts[outcomeOf(task, dataOn)] += 1;
  return counts;
}

/** Part of the tasks whose day has come that were done by it, 0 to 1; `null` when none was due. */
export function onTimeShare({ onTime, late, overdue }: OutcomeCounts): number | null {
  const due = onTime + late + overdue;
  return due === 0 ? null : onTime / due;
}
