import { openDatabase } from '@renderer/data/database';
import {
  allEvents,
  changeEvents,
  createEvent,
  deleteEvents,
  duplicateEvents,
  eventOf,
  moveEvent,
  reviseEvent,
} from '@renderer/data/events';
import { openWorkspace } from '@renderer/data/openWorkspace';
import { tasksOfEvent, tasksOfEvents } from '@renderer/data/tasks';
import { planMove } from '@shared/domain/moveEvent';
import { workCalendarOf } from '@shared/domain/workCalendar';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aTask, anEvent, anId, someSettings } from '../../support/builders';
import { memoryHost } from '../../support/memoryHost';

const calendar = workCalendarOf(someSettings(), []);

async function aWorkspace() {
  const database = openDatabase(`events-${crypto.randomUUID()}`);
  onTestFinished(async () => {
    database.close();
    await database.delete();
  });
  const { ask } = memoryHost();
  const workspace = await openWorkspace(database, ask, { now: () => '2025-01-10T00:00Z' });
  if (workspace.kind !== 'ready') throw new Error(workspace.kind);
  return { database, door: workspace.door };
}

describe('an event in the workspace', () => {
  it('is created with its tasks, deleted with them, and comes back with them', async () => {
    const { database, door } = await aWorkspace();
    const event = anEvent();
    const task = aTask({ eventId: event.id });
    await createEvent(door.commit, event, [task]);
    await deleteEvents(database, door.commit, [event]);
    expect([await eventOf(database, event.id), await tasksOfEvent(database, event.id)]).toEqual([null, []]);
    await door.undo();
    expect([await eventOf(database, event.id), await tasksOfEvent(database, event.id)]).toEqual([
      event,
      [task],
    ]);
  });

  it('keeps both of two quick edits of one list', async () => {
    const { database, door } = await aWorkspace();
    const event = anEvent();
    await createEvent(door.commit, event);
    const add = (name: string) =>
      reviseEvent(database, door.commit, event.id, ({ partners }) => ({
        partners: [...partners, { id: anId(), name, activity: '', commune: '' }],
      }));
    await add('Judo');
    await add('Karaté');
    expect((await eventOf(database, event.id))?.partners.map(({ name }) => name)).toEqual(['Judo', 'Karaté']);
  });

  it('answers the code of what the schema refuses, with nothing written', async () => {
    const { database, door } = await aWorkspace();
    const event = anEvent();
    await createEvent(door.commit, event);
    const before = door.state().undo?.id;
    expect(await reviseEvent(database, door.commit, event.id, () => ({ name: ' ' }))).toBe('empty');
    expect(await reviseEvent(database, door.commit, event.id, () => ({ closesAt: event.opensAt }))).toBe(
      'endsBeforeStart',
    );
    expect([await eventOf(database, event.id), door.state().undo?.id]).toEqual([event, before]);
  });

  it('is moved with the tasks that follow, in one change, and nothing else of it is touched', async () => {
    const { database, door } = await aWorkspace();
    const event = anEvent();
    const plan = { anchor: { kind: 'opening' }, offsetDays: -10, unit: 'calendarDays' } as const;
    const task = aTask({ eventId: event.id, dueOn: '2025-02-12', plan });
    await createEvent(door.commit, event, [task]);
    const move = planMove(event, [task], { kind: 'shiftDays', days: 7 }, calendar, '2025-01-10');
    await reviseEvent(database, door.commit, event.id, () => ({ name: 'Nouveau nom' }));
    await moveEvent(door.commit, move);
    const after = await eventOf(database, event.id);
    expect([after?.name, after?.opensAt, (await tasksOfEvent(database, event.id))[0]?.dueOn]).toEqual([
      'Nouveau nom',
      '2025-02-28T22:00Z',
      '2025-02-19',
    ]);
    expect(door.state().undo?.label).toEqual({
      key: 'eventMoved',
      params: { name: event.name, on: '2025-03-01' },
    });
    await door.undo();
    expect((await tasksOfEvent(database, event.id))[0]?.dueOn).toBe('2025-02-12');
  });

  it('changes with others, or is copied with others, in one change', async () => {
    const { database, door } = await aWorkspace();
    const events = [anEvent(), anEvent()];
    for (const event of events) await createEvent(door.commit, event);
    await changeEvents(door.commit, events, { isPinned: true });
    expect((await allEvents(database)).map(({ isPinned }) => isPinned)).toEqual([true, true]);
    await door.undo();
    const copies = events.map(() => {
      const event = anEvent();
      return { event, tasks: [aTask({ eventId: event.id })] };
    });
    await duplicateEvents(door.commit, copies);
    expect(
      await tasksOfEvents(
        database,
        copies.map(({ event }) => event.id),
      ),
    ).toHaveLength(2);
    await door.undo();
    expect((await allEvents(database)).map(({ isPinned }) => isPinned)).toEqual([false, false]);
  });
});
