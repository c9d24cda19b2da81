import { type ChangeSet, inverse, type Operation } from '@shared/domain/changeSet';
import { emptyWorkspace, replay } from '@shared/domain/workspace';
import { describe, expect, it } from 'vitest';
import { anEvent, anId, aTask } from '../../support/builders';

function aChange(...operations: Operation[]): ChangeSet {
  return {
    seq: 1,
    id: anId(),
    at: '2025-03-03T00:00Z',
    label: { key: 'taskChanged', params: {} },
    kind: 'do',
    of: null,
    operations,
  };
}
const task = aTask();
const changed = { ...task, title: 'Réserver la salle' };
const event = anEvent();
const created: Operation = { table: 'tasks', key: task.id, before: null, after: task };
const edited: Operation = { table: 'tasks', key: task.id, before: task, after: changed };
const planned: Operation = { table: 'events', key: event.id, before: null, after: event };

describe('a workspace replayed from its changes', () => {
  it('is empty when nothing was ever done', () => {
    expect(replay([])).toEqual(emptyWorkspace());
  });

  it('holds each record as the last change left it', () => {
    expect(replay([aChange(created, planned), aChange(edited)])).toEqual({
      ...emptyWorkspace(),
      tasks: [changed],
      events: [event],
    });
  });

  it('no longer holds what was deleted, or taken back', () => {
    const back = inverse([created, edited]);
    expect(replay([aChange(created, edited), aChange(...back)])).toEqual(emptyWorkspace());
    expect(replay([aChange(created), aChange(edited), aChange(...inverse([edited]))]).tasks).toEqual([task]);
  });

  it('of 100 000 tasks is replayed in one go', () => {
    const many = Array.from({ length: 100_000 }, () => aTask());
    const sets = many.map((after) => aChange({ table: 'tasks', key: after.id, before: null, after }));
    expect(replay(sets).tasks.length).toBe(100_000);
  });
});
