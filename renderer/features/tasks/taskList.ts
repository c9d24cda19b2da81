import { canStartNow } from '@shared/domain/dependencies';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import {
  isOpen,
  isOverdue,
  type Task,
  type TaskId,
  taskPriorities,
  type TaskPriority,
  taskStatuses,
  type TaskStatus,
} from '@shared/domain/task';
import { fold } from '@shared/domain/text';
import { addDays, type Day, lastDay, weekdayOf } from '@shared/domain/time';

export const taskScopes = ['open', 'mine', 'overdue', 'ready', 'done', 'dropped', 'all'] as const;
export type TaskScope = (typeof taskScopes)[number];
export const taskGroupings = ['due', 'team', 'owner', 'event', 'status', 'priority', 'tag', 'none'] as const;
export type TaskGrouping = (typeof taskGroupings)[number];

/** What narrows a list beyond its scope; an empty text and a missing choice narrow nothing. */
export type TaskFilter = Readonly<{
  q: string;
  team: string;
  owner: string;
  tag: string;
  status?: TaskStatus | undefined;
  priority?: TaskPriority | undefined;
}>;

export const noFilter: TaskFilter = { q: '', team: '', owner: '', tag: '' };

export function isNarrowed(filter: TaskFilter): boolean {
  return [filter.q, filter.team, filter.owner, filter.tag, filter.status, filter.priority].some(Boolean);
}

/** Those that the filter leaves; its words are looked for in title, owner, team and tags, accents aside. */
export function narrowed(tasks: readonly Task[], filter: TaskFilter): readonly Task[] {
  if (!isNarrowed(filter)) return tasks;
  const { team, owner, tag, status, priority } = filter;
  const terms = fold(filter.q).split(' ').filter(Boolean);
  return tasks.filter((task) => {
    if (team !== '' && task.team !== team) return false;
    if (owner !== '' && task.owner !== owner) return false;
    if (tag !== '' && !task.tags.includes(tag)) return false;
    if (status && task.status !== status) return false;
    if (priority && task.priority !== priority) return false;
    return terms.length === 0 || holdsAll(task, terms);
  });
}

/** `tasks` must hold whatever they wait for and is still open: a predecessor that is not among them holds nothing up. */
export function inScope(
  tasks: readonly Task[],
  scope: TaskScope,
  { me, today }: { me: string; today: Day },
): readonly Task[] {
  switch (scope) {
    case 'open':
      return tasks.filter(isOpen);
    case 'mine':
      return tasks.filter((task) => isOpen(task) && me !== '' && task.owner === me);
    case 'overdue':
      return tasks.filter((task) => isOverdue(task, today));
    case 'ready': {
      const byId = new Map<TaskId, Task>(tasks.map((task) => [task.id, task]));
      return tasks.filter((task) => canStartNow(task, byId));
    }
    case 'done':
    case 'dropped':
      return tasks.filter(({ status }) => status === scope);
    case 'all':
      return tasks;
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

export type TaskGroup = Readonly<{ id: string; label: string; order: string | number }>;
export type GroupWords = Readonly<{
  due: (group: DueGroup) => string;
  status: (status: TaskStatus) => string;
  priority: (priority: TaskPriority) => string;
  none: (grouping: 'team' | 'owner' | 'event' | 'tag') => string;
}>;

/** A task stands in one group; of several tags it is the first in order of the alphabet. What has no value comes last. */
export function groupedBy(
  grouping: TaskGrouping,
  today: Day,
  events: ReadonlyMap<string, PlannedEvent>,
  words: GroupWords,
): ((task: Task) => TaskGroup) | undefined {
  // Each group is worded once, however many thousand tasks it holds.
  const known = new Map<string, TaskGroup>();
  const group = (id: string, make: () => Omit<TaskGroup, 'id'>): TaskGroup => {
    const made = known.get(id) ?? { id, ...make() };
    known.set(id, made);
    return made;
  };
  const named = (of: 'team' | 'owner' | 'tag', value: string): TaskGroup =>
    group(value, () => ({
      label: value || words.none(of),
      order: value === '' ? afterAll : fold(value),
    }));
  switch (grouping) {
    case 'due':
      return (task) => {
        const id = dueGroupOf(task, today);
        return group(id, () => ({ label: words.due(id), order: dueOrder.indexOf(id) }));
      };
    case 'team':
      return ({ team }) => named('team', team);
    case 'owner':
      return ({ owner }) => named('owner', owner);
    case 'tag':
      return ({ tags }) => named('tag', [...tags].sort(byAlphabet)[0] ?? '');
    case 'event':
      return ({ eventId }) =>
        group(eventId ?? '', () => {
          const event = eventId ? events.get(eventId) : undefined;
          return {
            label: event ? eventName(event) : words.none('event'),
            order: event?.opensAt ?? afterAll,
          };
        });
    case 'status':
      return ({ status }) =>
        group(status, () => ({ label: words.status(status), order: taskStatuses.indexOf(status) }));
    case 'priority':
      return ({ priority }) =>
        group(priority, () => ({ label: words.priority(priority), order: taskPriorities.indexOf(priority) }));
    case 'none':
      return undefined;
  }
}

/** Soonest first, tasks without a date last, then the most urgent, then by title. */
export function byDue(left: Task, right: Task): number {
  const [a, b] = [left.dueOn ?? lastDay, right.dueOn ?? lastDay];
  if (a !== b) return a < b ? -1 : 1;
  const urgency = taskPriorities.indexOf(left.priority) - taskPriorities.indexOf(right.priority);
  return urgency || byAlphabet(left.title, right.title);
}

/** Values already used, each once, in order: what fields suggest and filters offer. */
export function usedValues(
  tasks: readonly Task[],
  of: (task: Task) => string | readonly string[],
): readonly string[] {
  const values = new Set<string>();
  for (const task of tasks) {
    const value = of(task);
    if (typeof value === 'string') values.add(value);
    else for (const one of value) values.add(one);
  }
  values.delete('');
  return [...values].sort(byAlphabet);
}

export function eventName({ name, edition }: Pick<PlannedEvent, 'name' | 'edition'>): string {
  return edition ? `${name}, ${edition}` : name;
}

const afterAll = '\uffff';
const { compare: byAlphabet } = new Intl.Collator(['fr', 'en'], { numeric: true, sensitivity: 'base' });

function holdsAll(task: Task, terms: readonly string[]): boolean {
  const text = fold([task.title, task.owner, task.team, ...task.tags].join(' '));
  return terms.every((term) => text.includes(term));
}
