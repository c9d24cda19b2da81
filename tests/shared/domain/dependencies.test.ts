import {
  canStartNow,
  findCycle,
  loopIfWaits,
  successorsOf,
  topologicalOrder,
} from '@shared/domain/dependencies';
import type { Task, TaskId } from '@shared/domain/task';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aTask } from '../../support/builders';

const ids = (tasks: readonly Task[]): TaskId[] => tasks.map(({ id }) => id);
const waiting = (task: Task, ...predecessors: Task[]): Task => ({ ...task, dependsOn: ids(predecessors) });

function chain(length: number): Task[] {
  const tasks: Task[] = [];
  for (let index = 0; index < length; index += 1) {
    const last = tasks.at(-1);
    tasks.push(aTask({ dependsOn: last ? [last.id] : [] }));
  }
  return tasks;
}

const [a, b, c, d] = [aTask(), aTask(), aTask(), aTask()];

/** Up to ten tasks, with links in any direction, loops included. */
const anyGraph = fc.array(fc.array(fc.nat({ max: 9 }), { maxLength: 3 }), { maxLength: 10 }).map((links) => {
  const tasks = links.map(() => aTask());
  return tasks.map((task, index) => ({
    ...task,
    dependsOn: (links[index] ?? []).flatMap((to) => tasks[to]?.id ?? []),
  }));
});

describe('a loop of tasks', () => {
  it('is not found where there is none', () => {
    expect(findCycle([])).toBeNull();
    expect(findCycle([a, waiting(b, a), waiting(c, a, b), waiting(d, a, b, c)])).toBeNull();
    expect(findCycle([waiting(a, b)])).toBeNull();
  });

  it('is found, each task waiting for the next, without those that only lead to it', () => {
    expect(findCycle([waiting(a, b), waiting(b, c), waiting(c, d), waiting(d, b)])).toEqual(ids([b, c, d]));
    expect(findCycle([waiting(a, a)])).toEqual([a.id]);
  });

  it('is seen before it is made', () => {
    const tasks = [a, waiting(b, a), waiting(c, b), d];
    expect(loopIfWaits(tasks, a.id, c.id)).toEqual(ids([a, b, c]));
    expect(loopIfWaits(tasks, a.id, a.id)).toEqual([a.id]);
    expect(loopIfWaits(tasks, c.id, a.id)).toBeNull();
    expect(loopIfWaits(tasks, a.id, d.id)).toBeNull();
    expect(loopIfWaits(tasks, a.id, aTask().id)).toBeNull();
  });

  it('is seen before it is made whenever it would be found after', () => {
    fc.assert(
      fc.property(anyGraph, fc.nat(), fc.nat(), (tasks, one, two) => {
        fc.pre(findCycle(tasks) === null && tasks.length > 0);
        const task = tasks[one % tasks.length] as Task;
        const predecessor = tasks[two % tasks.length] as Task;
        const after = tasks.map((known) =>
          known === task ? { ...known, dependsOn: [...known.dependsOn, predecessor.id] } : known,
        );
        expect(loopIfWaits(tasks, task.id, predecessor.id) === null).toBe(findCycle(after) === null);
      }),
    );
  });

  it('of 5 000 tasks is found, and a chain of as many holds none', () => {
    const tasks = chain(5_000);
    const [first, last] = [tasks[0] as Task, tasks[4_999] as Task];
    expect(findCycle(tasks)).toBeNull();
    expect(findCycle([...tasks].reverse())).toBeNull();
    expect(loopIfWaits(tasks, first.id, last.id)).toHaveLength(5_000);
    expect(findCycle([waiting(first, last), ...tasks.slice(1)])).toHaveLength(5_000);
  });
});

describe('the order of work', () => {
  it('puts predecessors first', () => {
    expect(topologicalOrder([waiting(d, c), waiting(c, a, b), a, waiting(b, a)]).map(({ id }) => id)).toEqual(
      ids([a, b, c, d]),
    );
  });

  it('puts loops, and what waits for them, last', () => {
    const tasks = [waiting(a, b), waiting(b, a), waiting(c, b), d];
    expect(ids(topologicalOrder(tasks))).toEqual(ids([d, a, b, c]));
  });

  it('counts a predecessor named twice, or gone, as it is', () => {
    const twice = waiting(b, a, a, aTask());
    expect(ids(topologicalOrder([twice, a]))).toEqual(ids([a, b]));
  });

  it('keeps every task once, predecessors first wherever there is no loop', () => {
    fc.assert(
      fc.property(anyGraph, (tasks) => {
        const order = ids(topologicalOrder(tasks));
        expect([...order].sort()).toEqual(ids(tasks).sort());
        if (findCycle(tasks) !== null) return;
        const place = new Map(order.map((id, index) => [id, index]));
        for (const { id, dependsOn } of tasks) {
          for (const predecessor of dependsOn)
            expect(place.get(predecessor)).toBeLessThan(place.get(id) ?? -1);
        }
      }),
    );
  });
});

describe('a task', () => {
  it('is waited for by its successors', () => {
    const successors = successorsOf([a, waiting(b, a), waiting(c, a, b)]);
    expect([successors.get(a.id), successors.get(b.id), successors.get(c.id)]).toEqual([
      ids([b, c]),
      ids([c]),
      undefined,
    ]);
  });

  it('can start once all that it waits for is done, dropped or gone', () => {
    const done = aTask({ status: 'done', doneOn: '2025-01-01' });
    const dropped = aTask({ status: 'dropped' });
    const open = aTask({ status: 'doing' });
    const byId = new Map([done, dropped, open].map((task) => [task.id, task]));
    expect(canStartNow(waiting(a, done, dropped, aTask()), byId)).toBe(true);
    expect(canStartNow(waiting(a, done, open), byId)).toBe(false);
    expect(canStartNow(a, byId)).toBe(true);
  });

  it.each([
    ['todo', true],
    ['doing', true],
    ['waiting', false],
    ['dropped', false],
  ] as const)('that is « %s » can start: %s', (status, expected) => {
    expect(canStartNow(aTask({ status }), new Map())).toBe(expected);
  });
});
