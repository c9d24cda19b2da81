import type { ChangeSet } from '@shared/domain/changeSet';
import { openDatabase, recordsOf, stateOf } from '@renderer/data/database';
import { changesTowards, differences } from '@renderer/data/differences';
import { withoutErased } from '@renderer/data/erasedAgain';
import { type Keeper, openWorkspace } from '@renderer/data/openWorkspace';
import { type Change, patch, put, remove, type WriteDoor } from '@renderer/data/writeDoor';
import type { Task } from '@shared/domain/task';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aTask } from '../../support/builders';
import { memoryHost, recordsAfter, sumsAfter } from '../../support/memoryHost';

const label = { key: 'taskChanged', params: {} };
const now = () => '2025-02-10T08:00Z';

type Step =
  | { kind: 'add' | 'edit' | 'remove'; which: number }
  | { kind: 'import'; count: number }
  | { kind: 'undo' | 'redo' | 'snapshot' }
  | { kind: 'restore'; which: number }
  | { kind: 'restart'; how: 'clean' | 'emptied' | 'journalShort' | 'recordLost' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('add', 'edit', 'remove'), which: fc.nat(20) }),
  fc.record({ kind: fc.constant('import' as const), count: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ kind: fc.constantFrom('undo', 'redo', 'snapshot') }),
  fc.record({ kind: fc.constant('restore' as const), which: fc.nat(5) }),
  fc.record({
    kind: fc.constant('restart' as const),
    how: fc.constantFrom('clean', 'emptied', 'journalShort', 'recordLost'),
  }),
);

/** What the workspace should be, kept as a list of whole states: undo goes back in it. */
type Model = { states: ReadonlyMap<string, Task>[]; at: number; snapshots: ReadonlyMap<string, Task>[] };

function agree<T>(what: string, found: T, wanted: T): void {
  if (found !== wanted) throw new Error(`${what}: ${String(found)} where ${String(wanted)} was wanted`);
}

function standing({ states, at }: Model): ReadonlyMap<string, Task> {
  return states[at] ?? new Map();
}

function become(model: Model, tasks: ReadonlyMap<string, Task>): void {
  model.states = [...model.states.slice(0, model.at + 1), tasks];
  model.at += 1;
}

/** The program without its page: database, door and journal, closed and opened again as a user, a kill or a bad disk would. */
class Desk {
  readonly lines: ChangeSet[];
  readonly keeper: Keeper;
  readonly snapshotsAt: number[] = [];
  readonly name = `long-${crypto.randomUUID()}`;
  database = openDatabase(this.name);
  door!: WriteDoor;

  constructor() {
    const { ask, lines } = memoryHost();
    this.lines = lines;
    this.keeper = {
      ...ask,
      'safety:records': async (source, table, from, limit) => {
        const upTo = source === 'head' ? lines.length : Number(source);
        return recordsAfter(lines.slice(0, upTo), table).slice(from, from + limit);
      },
    };
  }

  async open(): Promise<void> {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const opened = await openWorkspace(this.database, this.keeper, { now });
      if (opened.kind === 'ready') {
        this.door = opened.door;
        return;
      }
      agree('opening', opened.kind, 'different');
      await this.empty();
    }
    throw new Error('it does not open');
  }

  async empty(): Promise<void> {
    this.database.close();
    await this.database.delete();
    this.database = openDatabase(this.name);
  }

  async tasks(): Promise<Map<string, Task>> {
    const tasks = recordsOf<'tasks'>(await this.database.tasks.toArray());
    return new Map(tasks.map((task) => [task.id, task]));
  }
}

async function take(desk: Desk, model: Model, { ...wanted }: Step): Promise<void> {
  const tasks = standing(model);
  const chosen = (which: number) => [...tasks.values()][which % Math.max(1, tasks.size)];
  const change = async (changes: readonly Change[], after: ReadonlyMap<string, Task>) => {
    await desk.door.commit(label, changes);
    become(model, after);
  };
  switch (wanted.kind) {
    case 'add':
    case 'import': {
      const count = wanted.kind === 'import' ? wanted.count : 1;
      const added = Array.from({ length: count }, (_, index) => aTask({ title: `Tâche ${index}` }));
      await change(
        added.map((task) => put('tasks', task)),
        new Map([...tasks, ...added.map((task): [string, Task] => [task.id, task])]),
      );
      return;
    }
    case 'edit': {
      const task = chosen(wanted.which);
      if (!task) return;
      const title = `${task.title.slice(0, 40)} ${model.at}`;
      await change([patch('tasks', task.id, { title })], new Map([...tasks, [task.id, { ...task, title }]]));
      return;
    }
    case 'remove': {
      const task = chosen(wanted.which);
      if (!task) return;
      await change([remove('tasks', task.id)], new Map([...tasks].filter(([id]) => id !== task.id)));
      return;
    }
    case 'undo':
      agree('undo', (await desk.door.undo()) !== null, model.at > 0);
      model.at = Math.max(0, model.at - 1);
      return;
    case 'redo':
      agree('redo', (await desk.door.redo()) !== null, model.at < model.states.length - 1);
      model.at = Math.min(model.states.length - 1, model.at + 1);
      return;
    case 'snapshot':
      desk.snapshotsAt.push(desk.lines.length);
      model.snapshots.push(tasks);
      return;
    case 'restore': {
      const [at, kept] = [desk.snapshotsAt[wanted.which], model.snapshots[wanted.which]];
      if (at === undefined || !kept) return;
      const found = await differences(desk.database, desk.keeper, String(at));
      const { changes } = await withoutErased(desk.database, changesTowards(found));
      if (await desk.door.commit(label, changes)) become(model, kept);
      return;
    }
    case 'restart': {
      if (wanted.how === 'emptied') await desk.empty();
      if (wanted.how === 'journalShort') desk.lines.splice(Math.max(0, desk.lines.length - 2));
      const [first] = tasks.keys();
      if (wanted.how === 'recordLost' && first) await desk.database.tasks.delete(first);
      desk.database.close();
      desk.database = openDatabase(desk.name);
      await desk.open();
    }
  }
}

it('however long it is used, and however it ends in between, the workspace is what the plain model says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const desk = new Desk();
      const model: Model = { states: [new Map()], at: 0, snapshots: [] };
      try {
        await desk.open();
        for (const each of steps) {
          await take(desk, model, each);
          expect(await desk.tasks()).toEqual(standing(model));
        }
        expect((await stateOf(desk.database)).sums).toEqual(sumsAfter(desk.lines));
      } finally {
        desk.database.close();
        await desk.database.delete();
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
