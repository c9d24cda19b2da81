import { type Database, openDatabase, rowOf } from '@renderer/data/database';
import { openWorkspace } from '@renderer/data/openWorkspace';
import {
  changesOfTask,
  createTasks,
  deleteTasks,
  doneTasks,
  droppedTasks,
  looseTasks,
  moveTaskToEvent,
  openTasks,
  openTasksOf,
  rescheduleTasks,
  setTaskStatus,
  taskCountsByEvent,
  taskOf,
} from '@renderer/data/tasks';
import type { Task } from '@shared/domain/task';
import { describe, expect, it, onTestFinished } from 'vitest';
import { anEvent, aTask } from '../../support/builders';
import { memoryHost } from '../../support/memoryHost';
import { releasedDatabase } from '../../support/releasedDatabase';

async function aWorkspaceWith(tasks: readonly Task[]) {
  const database = openDatabase(`tasks-${crypto.randomUUID()}`);
  onTestFinished(async () => {
    database.close();
    await database.delete();
  });
  const { ask } = memoryHost();
  const opened = await openWorkspace(database, ask, { now: () => '2025-02-10T08:00Z' });
  if (opened.kind !== 'ready') throw new Error(opened.kind);
  await createTasks(opened.door.commit, tasks);
  return { database, door: opened.door, commit: opened.door.commit };
}

const titles = (tasks: readonly Task[]): string[] => tasks.map(({ title }) => title);

describe('the named questions of tasks', () => {
  it('gives what is open, soonest first, tasks without a date last', async () => {
    const { database } = await aWorkspaceWith([
      aTask({ title: 'sans date' }),
      aTask({ title: 'plus tard', dueOn: '2025-03-01' }),
      aTask({ title: 'faite', status: 'done', doneOn: '2025-02-01', dueOn: '2025-01-01' }),
      aTask({ title: 'bientôt', dueOn: '2025-02-12' }),
    ]);
    expect(titles(await openTasks(database))).toEqual(['bientôt', 'plus tard', 'sans date']);
  });

  it('gives what is done by the day it was done, page by page, with or without a due day', async () => {
    const { database } = await aWorkspaceWith([
      aTask({ title: 'hier', status: 'done', doneOn: '2025-02-09' }),
      aTask({ title: 'en janvier', status: 'done', doneOn: '2025-01-10', dueOn: '2025-01-31' }),
      aTask({ title: 'ouverte' }),
      aTask({ title: 'abandonnée', status: 'dropped' }),
    ]);
    expect(titles(await doneTasks(database, 1))).toEqual(['hier']);
    expect(titles(await doneTasks(database, 10))).toEqual(['hier', 'en janvier']);
    expect(titles(await droppedTasks(database, 10))).toEqual(['abandonnée']);
  });

  it('finds the tasks of no event, and those of one person', async () => {
    const event = anEvent();
    const { database } = await aWorkspaceWith([
      aTask({ title: 'libre', owner: 'Agent 01' }),
      aTask({ title: 'du plan', eventId: event.id, owner: 'Agent 01' }),
      aTask({ title: 'd’un autre', owner: 'Agent 02' }),
    ]);
    expect(titles(await looseTasks(database)).sort()).toEqual(['d’un autre', 'libre']);
    expect(titles(await openTasksOf(database, 'Agent 01')).sort()).toEqual(['du plan', 'libre']);
  });

  it('gives back the record as it was written, without what indexes need', async () => {
    const task = aTask();
    const { database } = await aWorkspaceWith([task]);
    expect(await looseTasks(database)).toEqual([task]);
  });
});

describe('the counts by event', () => {
  const today = '2025-02-10';
  const counted = async (database: Database) =>
    Object.fromEntries([...(await taskCountsByEvent(database, today))].filter(([, { total }]) => total > 0));

  it('follow tasks made, done, handed to another event, removed, and all of it undone', async () => {
    const [fair, stand] = [anEvent().id, anEvent().id];
    const late = aTask({ eventId: fair, dueOn: '2025-02-01' });
    const done = aTask({ eventId: fair, status: 'done', doneOn: '2025-02-01' });
    const { database, door, commit } = await aWorkspaceWith([late, done, aTask({ eventId: null })]);
    const atFirst = { [fair]: { open: 1, overdue: 1, total: 2 } };
    expect(await counted(database)).toEqual(atFirst);
    await setTaskStatus(commit, [late], 'done', today);
    expect(await counted(database)).toEqual({ [fair]: { open: 0, overdue: 0, total: 2 } });
    await door.undo();
    await moveTaskToEvent(database, commit, late, { eventId: stand, plan: null, dueOn: '2025-03-01' });
    expect(await counted(database)).toEqual({
      [fair]: { open: 0, overdue: 0, total: 1 },
      [stand]: { open: 1, overdue: 0, total: 1 },
    });
    await deleteTasks(database, commit, [done]);
    expect(await counted(database)).toEqual({ [stand]: { open: 1, overdue: 0, total: 1 } });
    await door.undo();
    await door.undo();
    expect(await counted(database)).toEqual(atFirst);
    await door.undo();
    expect(await counted(database)).toEqual({});
    while (await door.redo());
    expect(await counted(database)).toEqual({ [stand]: { open: 1, overdue: 0, total: 1 } });
  });

  it('are made when a database of the first version is opened', async () => {
    const name = `first-${crypto.randomUUID()}`;
    const event = anEvent();
    const first = releasedDatabase(name, 1);
    const [late, loose] = [aTask({ eventId: event.id, dueOn: '2025-02-01' }), aTask({ eventId: null })];
    await first.table('tasks').bulkPut([rowOf('tasks', late), rowOf('tasks', loose)]);
    first.close();
    const database = openDatabase(name);
    onTestFinished(() => database.delete());
    expect(await counted(database)).toEqual({ [event.id]: { open: 1, overdue: 1, total: 1 } });
    expect(await taskOf(database, loose.id)).toEqual(loose);
  });
});

describe('the named changes of tasks', () => {
  it('frees whatever waited for a task that is deleted, with or without an event, in one change', async () => {
    const event = anEvent();
    const [first, loose] = [aTask({ eventId: event.id }), aTask()];
    const waiting = aTask({ eventId: event.id, dependsOn: [first.id] });
    const looseWaiting = aTask({ dependsOn: [loose.id] });
    const { database, commit, door } = await aWorkspaceWith([first, loose, waiting, looseWaiting]);
    await deleteTasks(database, commit, [first, loose]);
    expect((await taskOf(database, waiting.id))?.dependsOn).toEqual([]);
    expect((await taskOf(database, looseWaiting.id))?.dependsOn).toEqual([]);
    await door.undo();
    expect(await taskOf(database, first.id)).toEqual(first);
    expect((await taskOf(database, waiting.id))?.dependsOn).toEqual([first.id]);
  });

  it('hands a task to another event without what tied it to the old one', async () => {
    const [from, to] = [anEvent(), anEvent()];
    const before = aTask({ eventId: from.id });
    const task = aTask({ eventId: from.id, dependsOn: [before.id] });
    const after = aTask({ eventId: from.id, dependsOn: [task.id] });
    const { database, commit } = await aWorkspaceWith([before, task, after]);
    await moveTaskToEvent(database, commit, task, { eventId: to.id, plan: null, dueOn: '2025-03-01' });
    expect(await taskOf(database, task.id)).toEqual({
      ...task,
      eventId: to.id,
      dueOn: '2025-03-01',
      dependsOn: [],
    });
    expect((await taskOf(database, after.id))?.dependsOn).toEqual([]);
  });

  it('pins what is redated by hand when an event could move it again, and only then', async () => {
    const planned = aTask({ eventId: anEvent().id, dueOn: '2025-02-12' });
    const loose = aTask({ dueOn: '2025-02-12' });
    const { database, commit } = await aWorkspaceWith([planned, loose]);
    await rescheduleTasks(commit, [
      { task: planned, dueOn: '2025-02-14' },
      { task: loose, dueOn: '2025-02-14' },
    ]);
    expect(await taskOf(database, planned.id)).toEqual({ ...planned, dueOn: '2025-02-14', isPinned: true });
    expect(await taskOf(database, loose.id)).toEqual({ ...loose, dueOn: '2025-02-14' });
  });

  it('tells the changes that touched one task, the latest first', async () => {
    const [task, other] = [aTask({ dueOn: '2025-02-12' }), aTask()];
    const { database, commit } = await aWorkspaceWith([task, other]);
    await rescheduleTasks(commit, [{ task, dueOn: '2025-02-14' }]);
    await deleteTasks(database, commit, [other]);
    const changes = await changesOfTask(database, task.id, 100);
    expect(changes.map(({ label }) => label.key)).toEqual(['tasksRescheduled', 'tasksCreated']);
  });
});
