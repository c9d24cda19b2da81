import { anchorDay } from './anchors';
import { plannedDueOn } from './backwardPlan';
import { dDayOf, type PlannedEvent } from './plannedEvent';
import type { Task, TaskId } from './task';
import type { TaskTemplate, TemplateTask } from './taskTemplate';
import { type Day, daysBetween, type Instant } from './time';
import type { WorkCalendar } from './workCalendar';

type NewId = () => string;

/** The template's tasks as this event's own, dated from its anchors; without a date where the event lacks the anchor. */
export function tasksFromTemplate(
  template: TaskTemplate,
  event: PlannedEvent,
  calendar: WorkCalendar,
  newId: NewId,
  now: Instant,
): Task[] {
  const ids = new Map(template.tasks.map(({ key }) => [key, newId() as TaskId]));
  return template.tasks.map((line) => {
    const plan = { anchor: { kind: line.anchor }, offsetDays: line.offsetDays, unit: line.unit } as const;
    return {
      id: ids.get(line.key) ?? (newId() as TaskId),
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
      dependsOn: line.dependsOn.flatMap((key) => ids.get(key) ?? []),
      tags: [],
      doneOn: null,
      createdAt: now,
    };
  });
}

/** An event's plan without the event: dates become offsets, from their own anchor or from the opening. Tasks without any date are left out. */
export function templateFromTasks(
  tasks: readonly Task[],
  event: PlannedEvent,
  name: string,
  newId: NewId,
): TaskTemplate {
  const kept = tasks.filter(
    (task) => task.status !== 'dropped' && (task.plan !== null || task.dueOn !== null),
  );
  const keys = new Map(kept.map((task, index) => [task.id, `t${index + 1}`]));
  return {
    id: newId(),
    name,
    kind: event.kind,
    role: event.role,
    hostRequests: event.hostRequests.map(({ subject }) => subject),
    tasks: kept.map((task) => ({
      key: keys.get(task.id) ?? '',
      title: task.title,
      team: task.team,
      priority: task.priority,
      ...templatePlan(task, event),
      durationDays: task.durationDays,
      dependsOn: task.dependsOn.flatMap((id) => keys.get(id) ?? []),
      checklist: task.checklist.map(({ text }) => text),
    })),
  };
}

function templatePlan(task: Task, event: PlannedEvent): Pick<TemplateTask, 'anchor' | 'offsetDays' | 'unit'> {
  const { plan } = task;
  if (plan && plan.anchor.kind !== 'custom') {
    return { anchor: plan.anchor.kind, offsetDays: plan.offsetDays, unit: plan.unit };
  }
  const fromCustom = plan && anchorDay(event, plan.anchor);
  const on: Day = task.dueOn ?? fromCustom ?? dDayOf(event);
  return { anchor: 'opening', offsetDays: daysBetween(dDayOf(event), on), unit: 'calendarDays' };
}
