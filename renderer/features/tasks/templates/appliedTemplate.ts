import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Task, TaskId } from '@shared/domain/task';
import type { TaskTemplate } from '@shared/domain/taskTemplate';
import { tasksFromTemplate } from '@shared/domain/taskTemplateApply';
import { fold } from '@shared/domain/text';
import type { Instant } from '@shared/domain/time';
import type { WorkCalendar } from '@shared/domain/workCalendar';

/** A template on an event, before anybody says yes: what it would add, and what the event has already under the same title. */
export type AppliedTemplate = Readonly<{
  tasks: readonly Readonly<{ task: Task; isKnown: boolean }>[];
}>;

export function appliedTemplate(
  template: TaskTemplate,
  event: PlannedEvent,
  tasks: readonly Task[],
  calendar: WorkCalendar,
  newId: () => string,
  now: Instant,
): AppliedTemplate {
  const titles = new Set(tasks.map(({ title }) => fold(title)));
  return {
    tasks: tasksFromTemplate(template, event, calendar, newId, now).map((task) => ({
      task,
      isKnown: titles.has(fold(task.title)),
    })),
  };
}

/** The tasks to add. Where one is left out because the event has it, those that wait for it wait for the event's own. */
export function addedTasks(
  { tasks: made }: AppliedTemplate,
  existing: readonly Task[],
  withKnown: boolean,
): Task[] {
  if (withKnown) return made.map(({ task }) => task);
  const ownByTitle = new Map(existing.map(({ id, title }) => [fold(title), id]));
  const own = new Map<TaskId, TaskId | undefined>(
    made.filter(({ isKnown }) => isKnown).map(({ task }) => [task.id, ownByTitle.get(fold(task.title))]),
  );
  return made
    .filter(({ isKnown }) => !isKnown)
    .map(({ task }) => ({
      ...task,
      dependsOn: task.dependsOn.flatMap((id) => (own.has(id) ? (own.get(id) ?? []) : id)),
    }));
}
