import { plannedDueOn } from './backwardPlan';
import { dDayOf, type PlannedEvent } from './plannedEvent';
import { maxOffsetDays, type Task, taskIdSchema, type TaskPlan } from './task';
import type { TaskTemplate, TemplateTask } from './taskTemplate';
import { daysBetween, type Instant } from './time';
import type { WorkCalendar } from './workCalendar';

type NewId = () => string;

/**
 * The template's tasks as this event's own, dated from its anchors; without a date where the event lacks the anchor, which `planProblems` says.
 * Of two lines with the same key, others wait for the first.
 */
export function tasksFromTemplate(
  template: TaskTemplate,
  event: PlannedEvent,
  calendar: WorkCalendar,
  newId: NewId,
  now: Instant,
): Task[] {
  const lines = template.tasks.map((line) => ({ line, id: taskIdSchema.parse(newId()) }));
  const ids = new Map([...lines].reverse().map(({ line, id }) => [line.key, id]));
  return lines.map(({ line, id }) => {
    const plan: TaskPlan = {
      anchor: { kind: line.anchor },
      offsetDays: line.offsetDays,
      unit: line.unit,
    };
    return {
      id,
      eventId: event.id,
      title: line.title,
      owner: '',
      team: line.team,
      status: 'todo',
      priority: line.priority,
      dueOn: plannedDueOn(plan, event, calendar),
      plan,
      isPinned: false,
      durationDays: line.durationDays,
      estimateMinutes: null,
      notes: '',
      checklist: line.checklist.map((text) => ({ id: newId(), text, isDone: false })),
      dependsOn: line.dependsOn.flatMap((key) => ids.get(key) ?? []).filter((other) => other !== id),
      tags: [],
      doneOn: null,
      createdAt: now,
    };
  });
}

/**
 * An event's plan without the event. Tasks keep their own plan; a plain date, or one counted from an anchor of the event's own, becomes a number of
 * days from the opening. Left out: dropped tasks, and those without a date or too far from the opening to be counted.
 */
export function templateFromTasks(
  tasks: readonly Task[],
  event: PlannedEvent,
  name: string,
  newId: NewId,
): TaskTemplate {
  const kept = tasks.flatMap((task) => {
    const plan = task.status === 'dropped' ? null : templatePlan(task, event);
    return plan ? [{ task, plan }] : [];
  });
  const keys = new Map(kept.map(({ task }, index) => [task.id, `t${index + 1}`]));
  return {
    id: newId(),
    name,
    kind: event.kind,
    role: event.role,
    hostRequests: event.hostRequests.map(({ subject }) => subject),
    tasks: kept.map(({ task, plan }, index) => ({
      key: `t${index + 1}`,
      title: task.title,
      team: task.team,
      priority: task.priority,
      ...plan,
      durationDays: task.durationDays,
      dependsOn: task.dependsOn.flatMap((id) => keys.get(id) ?? []),
      checklist: task.checklist.map(({ text }) => text),
    })),
  };
}

type TemplatePlan = Pick<TemplateTask, 'anchor' | 'offsetDays' | 'unit'>;

function templatePlan({ plan, dueOn }: Task, event: PlannedEvent): TemplatePlan | null {
  if (plan && plan.anchor.kind !== 'custom') {
    return { anchor: plan.anchor.kind, offsetDays: plan.offsetDays, unit: plan.unit };
  }
  if (dueOn === null) return null;
  const offsetDays = daysBetween(dDayOf(event), dueOn);
  return Math.abs(offsetDays) <= maxOffsetDays
    ? { anchor: 'opening', offsetDays, unit: 'calendarDays' }
    : null;
}
