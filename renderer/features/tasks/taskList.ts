import { canStartNow } from '@shared/domain/dependencies';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { isOpen, isOverdue, type Task, type TaskId, taskPriorities, taskStatuses } from '@shared/domain/task';
import { fold } from '@shared/domain/text';
import { addDays, type Day, weekdayOf } from '@shared/domain/time';

export const taskScopes = ['open', 'mine', 'overdue', 'ready', 'done', 'all'] as const;
export type TaskScope = (typeof taskScopes)[number];
export const taskGroups = ['due', 'team', 'owner', 'event', 'status', 'priority', 'none'] as const;
export type TaskGroup = (typeof taskGroups)[number];

export type Filter = Readonly<{ scope: TaskScope; words: string; team: string; me: string; today: Day }>;

/** The tasks that a scope, words and a team leave; words are looked for in title, owner, team and tags, accents aside. */
export function filteredTasks(tasks: readonly Task[], { scope, words, team, me, today }: Filter): Task[] {
  const byId = new Map<TaskId, Task>(tasks.map((task) => [task.id, task]));
  const terms = fold(words).split(' ').filter(Boolean);
  return tasks.filter((task) => {
    if (team !== '' && task.team !== team) return false;
    if (!inScope(task, scope, me, today, byId)) return false;
    if (terms.length === 0) return true;
    const text = fold([task.title, task.owner, task.team, ...task.tags].join(' '));
    return terms.every((term) => text.includes(term));
  });
}

function inScope(
  task: Task,
  scope: TaskScope,
  me: string,
  today: Day,
  byId: ReadonlyMap<TaskId, Task>,
): boolean {
  switch (scope) {
    case 'open':
      return isOpen(task);
    case 'mine':
      return isOpen(task) && me !== '' && task.owner === me;
    case 'overdue':
      return isOverdue(task, today);
    case 'ready':
      return canStartNow(task, byId);
    case 'done':
      return task.status === 'done';
    case 'all':
      return true;
  }
}

export type DueGroup = 'late' | 'today' | 'week' | 'next' | 'later' | 'none' | 'done';
const dueOrder: readonly DueGroup[] = ['late', 'today', 'week', 'next', 'later', 'none', 'done'];

/** Where a task stands by its due day; weeks begin on Monday. */
export function dueGroupOf(task: Task, today: Day): DueGroup {
  if (!isOpen(task)) return 'done';
  if (task.dueOn === null) return 'none';
  if (task.dueOn < today) return 'late';
  if (task.dueOn === today) return 'today';
  const sunday = addDays(today, 7 - weekdayOf(today));
  if (task.dueOn <= sunday) return 'week';
  return task.dueOn <= addDays(sunday, 7) ? 'next' : 'later';
}

export type GroupOf = (task: Task) => Readonly<{ id: string; label: string; order: string | number }>;
type Words = {
  due: (group: DueGroup) => string;
  status: (status: Task['status']) => string;
  priority: (priority: Task['priority']) => string;
  none: (group: 'team' | 'owner' | 'event') => string;
};

export function groupedBy(
  group: TaskGroup,
  today: Day,
  events: ReadonlyMap<string, PlannedEvent>,
  words: Words,
): GroupOf | undefined {
  const named = (of: 'team' | 'owner', value: string) => ({
    id: value,
    label: value || words.none(of),
    order: value === '' ? '\uffff' : fold(value),
  });
  switch (group) {
    case 'due':
      return (task) => {
        const id = dueGroupOf(task, today);
        return { id, label: words.due(id), order: dueOrder.indexOf(id) };
      };
    case 'team':
      return (task) => named('team', task.team);
    case 'owner':
      return (task) => named('owner', task.owner);
    case 'event':
      return (task) => {
        const event = task.eventId ? events.get(task.eventId) : undefined;
        return {
          id: task.eventId ?? '',
          label: event?.name ?? words.none('event'),
          order: event?.opensAt ?? '\uffff',
        };
      };
    case 'status':
      return ({ status }) => ({
        id: status,
        label: words.status(status),
        order: taskStatuses.indexOf(status),
      });
    case 'priority':
      return ({ priority }) => ({
        id: priority,
        label: words.priority(priority),
        order: taskPriorities.indexOf(priority),
      });
    case 'none':
      return undefined;
  }
}

/** Soonest first, tasks without a date last, then by title. */
export function byDue(left: Task, right: Task): number {
  return (left.dueOn ?? '9').localeCompare(right.dueOn ?? '9') || left.title.localeCompare(right.title);
}

/** Values already used, each once, in order: what fields suggest. */
export function usedValues(tasks: readonly Task[], of: (task: Task) => string | readonly string[]): string[] {
  return [...new Set(tasks.flatMap(of))]
    .filter((value) => value !== '')
    .sort((left, right) => left.localeCompare(right));
}
