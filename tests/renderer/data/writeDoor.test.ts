import { openDatabase } from '@renderer/data/database';
import { type Keeper, openWorkspace } from '@renderer/data/openWorkspace';
import { openTasks, tasksOfEvent } from '@renderer/data/tasks';
import { patch, put, remove } from '@renderer/data/writeDoor';
import { afterEach, describe, expect, it } from 'vitest';
import { aTask, anEvent } from '../../support/builders';
import { memoryHost } from '../../support/memoryHost';

const label = { key: 'taskChanged', params: {} };
const now = () => '2025-02-10T08:00Z';
const opened: { close: () => void; delete: () => Promise<void> }[] = [];

afterEach(async () => {
  for (const database of opened.splice(0)) {
    database.close();
    await database.delete();
  }
});

function memoryKeeper() {
  const { ask, lines } = memoryHost();
  let fails = false;
  const keeper: Keeper = {
    ...ask,
    'journal:append': async (changeSet) => {
      if (fails) throw new Error('disk full');
      await ask['journal:append'](structuredClone(changeSet));
    },
  };
  return { keeper, lines, failNow: (value: boolean) => void (fails = value) };
}

async function aWorkspace(kept = memoryKeeper(), name = `door-${crypto.randomUUID()}`) {
  const database = openDatabase(name);
  opened.push(database);
  const workspace = await openWorkspace(database, kept.keeper, { now });
  if (workspace.kind !== 'ready') throw new Error(workspace.kind);
  return { ...kept, ...workspace, database, name };
}

describe('the write door', () => {
  it('writes the journal first and the database after, with what stood before', async () => {
    const { door, lines, database } = await aWorkspace();
    const task = aTask({ title: 'Louer le fourgon' });
    await door.commit(label, [put('tasks', task)]);
    await door.commit(label, [patch('tasks', task.id, { title: 'Louer deux fourgons' })]);
    expect(lines.map(({ seq, operations }) => [seq, operations])).toEqual([
      [1, [{ table: 'tasks', key: task.id, before: null, after: task }]],
      [2, [{ table: 'tasks', key: task.id, before: task, after: { ...task, title: 'Louer deux fourgons' } }]],
    ]);
    expect(await openTasks(database)).toEqual([{ ...task, title: 'Louer deux fourgons' }]);
  });

  it('changes nothing when the journal refuses, and accepts the next change', async () => {
    const { door, failNow, database } = await aWorkspace();
    failNow(true);
    await expect(door.commit(label, [put('tasks', aTask())])).rejects.toThrow('disk full');
    expect([door.state().save.kind, await database.tasks.count()]).toEqual(['refused', 0]);
    failNow(false);
    await door.commit(label, [put('tasks', aTask())]);
    expect([door.state().save, await database.tasks.count()]).toEqual([{ kind: 'saved', at: now() }, 1]);
  });

  it('refuses a record that its schema refuses, before anything is written', async () => {
    const { door, lines } = await aWorkspace();
    const task = { ...aTask(), durationDays: 0 };
    await expect(door.commit(label, [put('tasks', task)])).rejects.toThrow('durationDays');
    expect(lines).toEqual([]);
  });

  it('writes nothing for a change that changes nothing', async () => {
    const { door, lines } = await aWorkspace();
    const task = aTask();
    await door.commit(label, [put('tasks', task)]);
    expect(await door.commit(label, [patch('tasks', task.id, { title: task.title })])).toBeNull();
    expect(await door.commit(label, [remove('tasks', 'nobody')])).toBeNull();
    expect(lines).toHaveLength(1);
  });

  it('undoes and redoes in order, across a restart, and a new change forgets what could be redone', async () => {
    const first = await aWorkspace();
    const event = anEvent();
    const tasks = [aTask({ eventId: event.id }), aTask({ eventId: event.id })];
    await first.door.commit({ key: 'eventCreated', params: {} }, [put('events', event)]);
    await first.door.commit(
      { key: 'tasksCreated', params: {} },
      tasks.map((task) => put('tasks', task)),
    );
    await first.door.undo();
    expect(await tasksOfEvent(first.database, event.id)).toEqual([]);

    first.database.close();
    const second = await aWorkspace(first, first.name);
    expect([second.door.state().undo?.label.key, second.door.state().redo?.label.key]).toEqual([
      'eventCreated',
      'tasksCreated',
    ]);
    await second.door.redo();
    expect((await tasksOfEvent(second.database, event.id)).length).toBe(2);
    await second.door.undo();
    await second.door.undo();
    expect([await second.database.events.count(), await second.door.undo()]).toEqual([0, null]);
    await second.door.commit(label, [put('tasks', aTask())]);
    expect(second.door.state().redo).toBeNull();
  });

  it('fills an emptied database again from the journal', async () => {
    const first = await aWorkspace();
    const task = aTask();
    await first.door.commit(label, [put('tasks', task)]);
    await first.door.commit(label, [patch('tasks', task.id, { title: 'Autre' })]);
    first.database.close();
    await first.database.delete();

    const second = await aWorkspace(first, first.name);
    expect([second.levelled, await openTasks(second.database)]).toEqual([
      { kind: 'rebuilt', count: 1 },
      [{ ...task, title: 'Autre' }],
    ]);
  });

  it('keeps changes asked at the same moment one after the other', async () => {
    const { door, lines, database } = await aWorkspace();
    const task = aTask();
    await door.commit(label, [put('tasks', task)]);
    await Promise.all(
      ['a', 'b', 'c'].map((tag) => door.commit(label, [patch('tasks', task.id, { tags: [tag] })])),
    );
    expect(lines.map((line) => line.seq)).toEqual([1, 2, 3, 4]);
    expect((await openTasks(database))[0]?.tags).toEqual(['c']);
  });
});
