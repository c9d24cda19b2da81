import { startOn } from './backwardPlan';
import { successorsOf, topologicalOrder, untangled } from './dependencies';
import { isOpen, type Task, type TaskId } from './task';
import { type Day, firstDay } from './time';
import type { WorkCalendar } from './workCalendar';

/**
 * « Marge » of each open dated task, in working days: how much later it may end without pushing an open task that waits for it past its own
 * due day, nor passing the milestone that it is planned before. Negative where the dates contradict each other already.
 * `milestones` are the days that the plan leads to, such as the opening and the report day; the last due day is always one. Left out:
 * tasks without a date, tasks of a loop and those that wait for one.
 */
export function slackOf(
  tasks: readonly Task[],
  calendar: WorkCalendar,
  milestones: readonly Day[] = [],
): Map<TaskId, number> {
  const open = tasks.filter(isOpen);
  const byId = new Map(open.map((task) => [task.id, task]));
  const successors = successorsOf(open);
  const lastDue = open.reduce((latest, { dueOn }) => (dueOn && dueOn > latest ? dueOn : latest), firstDay);
  const ends = [...milestones, lastDue].sort();
  const slack = new Map<TaskId, number>();
  for (const { id, dueOn } of untangled(open).ordered.reverse()) {
    if (dueOn === null) continue;
    const end = ends.find((on) => on >= dueOn) ?? dueOn;
    const following = (successors.get(id) ?? []).flatMap((successor) => byId.get(successor) ?? []);
    const margins = following.flatMap((next) => {
      const start = startOn(next, calendar);
      const own = slack.get(next.id);
      return own === undefined || start === null ? [] : [calendar.workingDaysBetween(dueOn, start) + own];
    });
    slack.set(id, Math.min(calendar.workingDaysBetween(dueOn, end), ...margins));
  }
  return slack;
}

/** The tasks that have no margin left, in the order of work: a day lost on one of them is lost on what follows. As `slackOf`. */
export function criticalPath(
  tasks: readonly Task[],
  calendar: WorkCalendar,
  milestones: readonly Day[] = [],
): TaskId[] {
  const slack = slackOf(tasks, calendar, milestones);
  return topologicalOrder(tasks).flatMap(({ id }) => ((slack.get(id) ?? 1) <= 0 ? [id] : []));
}
