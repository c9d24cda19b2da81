import { startOn } from './backwardPlan';
import { successorsOf, topologicalOrder, untangled } from './dependencies';
import { isOpen, type Task, type TaskId } from './task';
import type { Day } from './time';
import type { WorkCalendar } from './workCalendar';

/**
 * « Marge » of each open dated task, in working days: how much later it may end, what waits for it sliding along, before a milestone is
 * passed. Negative where it is passed already. Each task counts to the first of the `milestones` on or after its due day, such as
 * the opening and the report day; the last due day of all is always one. Left out: tasks without a date, tasks of a loop and those that wait for one.
 */
export function slackOf(
  tasks: readonly Task[],
  calendar: WorkCalendar,
  milestones: readonly Day[] = [],
): Map<TaskId, number> {
  const open = tasks.filter(isOpen);
  const byId = new Map(open.map((task) => [task.id, task]));
  const successors = successorsOf(open);
  const milestoneAfter = milestoneFinder(open, milestones);
  const slack = new Map<TaskId, number>();
  for (const { id, dueOn } of untangled(open).ordered.reverse()) {
    if (dueOn === null) continue;
    const following = (successors.get(id) ?? []).flatMap((successor) => byId.get(successor) ?? []);
    const margins = following.flatMap((next) => {
      const own = slack.get(next.id);
      return own === undefined ? [] : [gapBetween(dueOn, next, calendar) + own];
    });
    slack.set(id, Math.min(calendar.workingDaysBetween(dueOn, milestoneAfter(dueOn)), ...margins));
  }
  return slack;
}

/**
 * The chains on which the milestones hang, in the order of work: the open tasks that leave a milestone the least slack and, back from each, the
 * predecessors that leave it the least room. A day lost on them is the first to be felt. Milestones as for `slackOf`.
 */
export function criticalPath(
  tasks: readonly Task[],
  calendar: WorkCalendar,
  milestones: readonly Day[] = [],
): TaskId[] {
  const open = tasks.filter(isOpen);
  const byId = new Map(open.map((task) => [task.id, task]));
  const slack = slackOf(open, calendar, milestones);
  const critical = tightestOf(open, slack, milestoneFinder(open, milestones));
  for (const id of critical) {
    const task = byId.get(id);
    const predecessors = (task?.dependsOn ?? []).flatMap((predecessor) =>
      slack.has(predecessor) ? (byId.get(predecessor) ?? []) : [],
    );
    const gaps = predecessors.map(({ dueOn }) => (task && dueOn ? gapBetween(dueOn, task, calendar) : 0));
    const narrowest = Math.min(...gaps);
    predecessors.forEach((predecessor, index) => {
      if (gaps[index] === narrowest) critical.add(predecessor.id);
    });
  }
  return topologicalOrder(open).flatMap(({ id }) => (critical.has(id) ? [id] : []));
}

/** Working days from the due day of a task to the day on which the next one begins; negative when it begins before. */
function gapBetween(dueOn: Day, next: Task, calendar: WorkCalendar): number {
  return calendar.workingDaysBetween(dueOn, startOn(next, calendar) ?? dueOn);
}

function milestoneFinder(tasks: readonly Task[], milestones: readonly Day[]): (dueOn: Day) => Day {
  const lastDue = tasks.reduce((latest, { dueOn }) => (dueOn && dueOn > latest ? dueOn : latest), '');
  const ends = [...milestones, lastDue].sort();
  return (dueOn) => ends.find((on) => on >= dueOn) ?? dueOn;
}

/** Of the tasks that count to each milestone, those with the least slack. */
function tightestOf(
  tasks: readonly Task[],
  slack: ReadonlyMap<TaskId, number>,
  milestoneAfter: (dueOn: Day) => Day,
): Set<TaskId> {
  const least = new Map<Day, { slack: number; ids: TaskId[] }>();
  for (const { id, dueOn } of tasks) {
    const own = slack.get(id);
    if (own === undefined || dueOn === null) continue;
    const milestone = milestoneAfter(dueOn);
    const known = least.get(milestone);
    if (!known || own < known.slack) least.set(milestone, { slack: own, ids: [id] });
    else if (own === known.slack) known.ids.push(id);
  }
  return new Set([...least.values()].flatMap(({ ids }) => ids));
}
