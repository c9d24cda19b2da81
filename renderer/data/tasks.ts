import type { ChangeSet } from '@shared/domain/changeSet';
import type { EventId } from '@shared/domain/plannedEvent';
import { type Task, type TaskId, type TaskStatus, withStatus } from '@shared/domain/task';
import { type Day, lastDay } from '@shared/domain/time';
import { Dexie } from 'dexie';
import { type Database, recordOf, recordsOf } from './database';
import { type Change, type Commit, patch, put, remove } from './writeDoor';

const { minKey, maxKey } = Dexie;

export async function taskOf(database: Database, id: TaskId): Promise<Task | null> {
  const row = await database.tasks.get(id);
  return row ? recordOf<'tasks'>(row) : null;
}

export async function tasksOfEvent(database: Database, eventId: EventId): Promise<Task[]> {
  return recordsOf<'tasks'>(await database.tasks.where('eventId').equals(eventId).toArray());
}

export async function tasksOfEvents(database: Database, eventIds: readonly EventId[]): Promise<Task[]> {
  return recordsOf<'tasks'>(await database.tasks.where('eventId').anyOf(eventIds).toArray());
}

/** Done or not, due between two days, both included. */
export async function tasksDueBetween(database: Database, firstOn: Day, lastOn: Day): Promise<Task[]> {
  return recordsOf<'tasks'>(
    await database.tasks.where('dueOn').between(firstOn, lastOn, true, true).toArray(),
  );
}

/** Those that belong to no event, done or not. */
export async function looseTasks(database: Database): Promise<Task[]> {
  return recordsOf<'tasks'>(await database.tasks.where('$loose').equals(1).toArray());
}

/** The tasks that may wait for each other: those of one event, or those of none. */
export function tasksBeside(database: Database, eventId: EventId | null): Promise<Task[]> {
  return eventId === null ? looseTasks(database) : tasksOfEvent(database, eventId);
}

/** Everything still to do, of all events, soonest first; tasks without a date come last. */
export async function openTasks(database: Database): Promise<Task[]> {
  const rows = await database.tasks.where('[$open+owner]').between([1, minKey], [1, maxKey]).toArray();
  return recordsOf<'tasks'>(rows).sort(bySoonest);
}

/** Done, the latest first, `limit` of them. */
export async function doneTasks(database: Database, limit: number): Promise<Task[]> {
  return recordsOf<'tasks'>(await database.tasks.orderBy('doneOn').reverse().limit(limit).toArray());
}

/** Dropped, `limit` of them. */
export async function droppedTasks(database: Database, limit: number): Promise<Task[]> {
  return recordsOf<'tasks'>(await database.tasks.where('status').equals('dropped').limit(limit).toArray());
}

/** Open and due before `today`, oldest first. */
export async function overdueTasks(database: Database, today: Day): Promise<Task[]> {
  return recordsOf<'tasks'>(
    await database.tasks.where('[$open+dueOn]').between([1, minKey], [1, today], true, false).toArray(),
  );
}

/** Open and due between two days, both included. */
export async function openTasksDueBetween(database: Database, firstOn: Day, lastOn: Day): Promise<Task[]> {
  return recordsOf<'tasks'>(
    await database.tasks.where('[$open+dueOn]').between([1, firstOn], [1, lastOn], true, true).toArray(),
  );
}

/** Open and `owner`'s, soonest first. */
export async function openTasksOf(database: Database, owner: string): Promise<Task[]> {
  const rows = await database.tasks.where('[$open+owner]').equals([1, owner]).toArray();
  return recordsOf<'tasks'>(rows).sort(bySoonest);
}

/** The latest changes that touched a task, newest first, among the last `reach` changes of all. */
export async function changesOfTask(database: Database, id: TaskId, reach: number): Promise<ChangeSet[]> {
  const latest = await database.changeSets.orderBy('seq').reverse().limit(reach).toArray();
  return latest.filter(({ operations }) =>
    operations.some(({ table, key }) => table === 'tasks' && key === id),
  );
}

export type TaskCounts = Readonly<{ open: number; overdue: number; total: number }>;

/** Counts by event, for lists of events: of the tasks themselves only the late ones are read. */
export async function taskCountsByEvent(database: Database, today: Day): Promise<Map<EventId, TaskCounts>> {
  const [tallies, late] = await Promise.all([database.taskTallies.toArray(), overdueTasks(database, today)]);
  const overdue = new Map<EventId, number>();
  for (const { eventId } of late) if (eventId) overdue.set(eventId, (overdue.get(eventId) ?? 0) + 1);
  return new Map(tallies.map(({ id, open, total }) => [id, { open, total, overdue: overdue.get(id) ?? 0 }]));
}

export function createTasks(commit: Commit, tasks: readonly Task[]) {
  const label = { key: 'tasksCreated', params: { title: tasks[0]?.title ?? '', count: tasks.length } };
  return commit(
    label,
    tasks.map((task) => put('tasks', task)),
  );
}

/** What a template adds to an event's plan, as one change. */
export function addFromTemplate(commit: Commit, tasks: readonly Task[], templateName: string) {
  return commit(
    { key: 'templateApplied', params: { name: templateName, count: tasks.length } },
    tasks.map((task) => put('tasks', task)),
  );
}

export function changeTask(commit: Commit, task: Task, fields: Partial<Task>) {
  return commit({ key: 'taskChanged', params: { title: fields.title ?? task.title } }, [
    patch('tasks', task.id, fields),
  ]);
}

/** The same fields laid over several tasks, as one change. */
export function changeTasks(commit: Commit, tasks: readonly Task[], fields: Partial<Task>) {
  return changeEachTask(commit, tasks, () => fields);
}

/** To each task its own fields, as one change. */
export function changeEachTask(
  commit: Commit,
  tasks: readonly Task[],
  fieldsOf: (task: Task) => Partial<Task>,
) {
  const label = { key: 'tasksChanged', params: { title: tasks[0]?.title ?? '', count: tasks.length } };
  return commit(
    label,
    tasks.map((task) => patch('tasks', task.id, fieldsOf(task))),
  );
}

/** New due days set by hand. Among an event's tasks they are pinned, so that each keeps the day it was given. */
export function rescheduleTasks(commit: Commit, moves: readonly { task: Task; dueOn: Day | null }[]) {
  const label = {
    key: 'tasksRescheduled',
    params: { title: moves[0]?.task.title ?? '', count: moves.length },
  };
  return commit(
    label,
    moves.map(({ task, dueOn }) =>
      patch('tasks', task.id, { dueOn, isPinned: task.isPinned || task.eventId !== null }),
    ),
  );
}

/** Due days that the plan itself gives: nothing is pinned. */
export function replanTasks(commit: Commit, tasks: readonly Task[]) {
  const label = { key: 'tasksReplanned', params: { title: tasks[0]?.title ?? '', count: tasks.length } };
  return commit(
    label,
    tasks.map((task) => patch('tasks', task.id, { dueOn: task.dueOn })),
  );
}

export function setTaskStatus(commit: Commit, tasks: readonly Task[], status: TaskStatus, today: Day) {
  const key = status === 'done' ? 'tasksDone' : 'tasksStatus';
  return commit(
    { key, params: { title: tasks[0]?.title ?? '', count: tasks.length, status } },
    tasks.map((task) => {
      const { doneOn } = withStatus(task, status, today);
      return patch('tasks', task.id, { status, doneOn });
    }),
  );
}

export function importTasks(commit: Commit, tasks: readonly Task[], fileName: string) {
  return commit(
    { key: 'tasksImported', params: { count: tasks.length, file: fileName } },
    tasks.map((task) => put('tasks', task)),
  );
}

/** Tasks that waited for them wait no more; undo brings all back. */
export async function deleteTasks(database: Database, commit: Commit, tasks: readonly Task[]) {
  return commit({ key: 'tasksDeleted', params: { title: tasks[0]?.title ?? '', count: tasks.length } }, [
    ...(await withoutWaitingFor(database, tasks)),
    ...tasks.map((task) => remove('tasks', task.id)),
  ]);
}

/**
 * Hands a task to another event, or to none. What ties it to the old one goes: its dependencies both ways, a date counted from an
 * anchor of the old event's own. `dueOn` is its day there.
 */
export async function moveTaskToEvent(
  database: Database,
  commit: Commit,
  task: Task,
  fields: Pick<Task, 'eventId' | 'plan' | 'dueOn'>,
) {
  return commit({ key: 'taskChanged', params: { title: task.title } }, [
    ...(await withoutWaitingFor(database, [task])),
    patch('tasks', task.id, { ...fields, dependsOn: [] }),
  ]);
}

/** Changes that free whatever waits for these tasks. */
async function withoutWaitingFor(database: Database, tasks: readonly Task[]): Promise<Change[]> {
  const gone = new Set(tasks.map((task) => task.id));
  const eventIds = [...new Set(tasks.map((task) => task.eventId))];
  const beside = await Promise.all(eventIds.map((eventId) => tasksBeside(database, eventId)));
  return beside
    .flat()
    .filter((task) => !gone.has(task.id) && task.dependsOn.some((id) => gone.has(id)))
    .map((task) => patch('tasks', task.id, { dependsOn: task.dependsOn.filter((id) => !gone.has(id)) }));
}

function bySoonest(left: Task, right: Task): number {
  const [a, b] = [left.dueOn ?? lastDay, right.dueOn ?? lastDay];
  return a < b ? -1 : Number(a > b);
}
