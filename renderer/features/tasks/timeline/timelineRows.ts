import { anchorDay } from '@shared/domain/anchors';
import { startOn } from '@shared/domain/backwardPlan';
import { criticalPath, slackOf } from '@shared/domain/criticalPath';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Task, TaskId } from '@shared/domain/task';
import type { Day } from '@shared/domain/time';
import type { WorkCalendar } from '@shared/domain/workCalendar';
import { byDue } from '../taskList';

/** A task that stands on the axis: from the day work must begin to the day it is due. */
export type Bar = Readonly<{ task: Task; startsOn: Day; dueOn: Day }>;
export type TimelineRow =
  | Readonly<{ kind: 'team'; id: string; label: string; count: number }>
  | Readonly<{ kind: 'bar'; id: TaskId; bar: Bar }>;

/** Dropped tasks and those without a date have no bar. Earliest start first. */
export function barsOf(tasks: readonly Task[], calendar: WorkCalendar): Bar[] {
  return tasks
    .flatMap((task): Bar[] => {
      if (task.dueOn === null || task.status === 'dropped') return [];
      return [{ task, dueOn: task.dueOn, startsOn: startOn(task, calendar) ?? task.dueOn }];
    })
    .sort((left, right) =>
      left.startsOn === right.startsOn
        ? byDue(left.task, right.task)
        : left.startsOn < right.startsOn
          ? -1
          : 1,
    );
}

export function rowsOf(bars: readonly Bar[], isByTeam: boolean, noTeam: string): TimelineRow[] {
  const asRows = (members: readonly Bar[]): TimelineRow[] =>
    members.map((bar) => ({ kind: 'bar', id: bar.task.id, bar }));
  if (!isByTeam) return asRows(bars);
  const teams = new Map<string, Bar[]>();
  for (const bar of bars) {
    const team = teams.get(bar.task.team);
    if (team) team.push(bar);
    else teams.set(bar.task.team, [bar]);
  }
  return [...teams]
    .sort(([left], [right]) => Number(left === '') - Number(right === '') || left.localeCompare(right))
    .flatMap(([team, members]): TimelineRow[] => [
      { kind: 'team', id: `team-${team}`, label: team || noTeam, count: members.length },
      ...asRows(members),
    ]);
}

/** `slack` in working days, of each open dated task; `critical` are those on which the opening and the report hang. */
export type Margins = Readonly<{ slack: ReadonlyMap<TaskId, number>; critical: ReadonlySet<TaskId> }>;

/** Counted within the plan of each event, to its opening and its report; tasks without an event are one plan. */
export function marginsOf(
  tasks: readonly Task[],
  events: ReadonlyMap<string, PlannedEvent>,
  calendar: WorkCalendar,
): Margins {
  const plans = new Map<string, Task[]>();
  for (const task of tasks) {
    const key = task.eventId ?? '';
    const plan = plans.get(key);
    if (plan) plan.push(task);
    else plans.set(key, [task]);
  }
  const slack = new Map<TaskId, number>();
  const critical = new Set<TaskId>();
  for (const [eventId, plan] of plans) {
    const milestones = milestonesOf(events.get(eventId));
    for (const [id, days] of slackOf(plan, calendar, milestones)) slack.set(id, days);
    for (const id of criticalPath(plan, calendar, milestones)) critical.add(id);
  }
  return { slack, critical };
}

function milestonesOf(event: PlannedEvent | undefined): Day[] {
  if (!event) return [];
  return [anchorDay(event, { kind: 'opening' }), anchorDay(event, { kind: 'reportDue' })].filter(
    (day) => day !== null,
  );
}
