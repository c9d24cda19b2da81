import type { ChangeSet } from '@shared/domain/changeSet';
import { latestChanges } from '@renderer/data/history';
import { countsOf, headOf, openDatabase, stateOf } from '@renderer/data/database';
import { differences } from '@renderer/data/differences';
import { followDatabase, giveUp, type Keeper, openWorkspace } from '@renderer/data/openWorkspace';
import { openTasks } from '@renderer/data/tasks';
import { patch, put, remove } from '@renderer/data/writeDoor';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aTask, anEvent } from '../../support/builders';
import { memoryHost, sumsAfter } from '../../support/memoryHost';

const label = { key: 'taskChanged', params: {} };
const now = () => '2025-02-10T08:00Z';

function aDatabase() {
  const database = openDatabase(`open-${crypto.randomUUID()}`);
  onTestFinished(async () => {
    database.close();
    await database.delete();
  });
  return database;
}

/** A workspace of one event, two tasks, and five changes. */
async function worked() {
  const { ask, lines } = memoryHost();
  const database = aDatabase();
  const opened = await openWorkspace(database, ask, { now });
  if (opened.kind !== 'ready') throw new Error(opened.kind);
  const { commit } = opened.door;
  const event = anEvent();
  const [first, second] = [aTask({ eventId: event.id, title: 'un' }), aTask({ title: 'deux' })];
  await commit(label, [put('events', event)]);
  await commit(label, [put('tasks', first)]);
  await commit(label, [put('tasks', second)]);
  await commit(label, [patch('tasks', first.id, { title: 'un, corrigé' })]);
  await commit(label, [remove('tasks', second.id)]);
  return { database, keeper: ask as Keeper, lines, event, first };
}

/** The same keeper, whose journal begins after a snapshot: older changes cannot be asked for. */
function afterSnapshot(keeper: Keeper, lines: readonly ChangeSet[], from: number): Keeper {
  return {
    ...keeper,
    'safety:start': async (version) => {
      const start = await keeper['safety:start'](version);
      return start.kind === 'ready' ? { ...start, from } : start;
    },
    'journal:after': async (seq, limit) => {
      if (seq < from) throw new Error('asked for what is not there');
      return keeper['journal:after'](seq, limit);
    },
    'journal:latest': async (limit) => lines.slice(-limit).filter(({ seq }) => seq > from - 2),
  };
}

async function levelOf(database: ReturnType<typeof aDatabase>, lines: readonly ChangeSet[]) {
  const { seq, sums } = await stateOf(database);
  expect(sums).toEqual(sumsAfter(lines));
  return seq;
}

describe('opening the workspace', () => {
  it('says nothing when database and journal are level', async () => {
    const { database, keeper } = await worked();
    expect(await openWorkspace(database, keeper, { now })).toMatchObject({ kind: 'ready', levelled: null });
  });

  it('gives the database the changes that it lacks', async () => {
    const { keeper, lines } = await worked();
    const behind = aDatabase();
    const short = lines.slice(0, 3);
    const shortKeeper: Keeper = {
      ...keeper,
      'safety:start': async () => ({
        kind: 'ready',
        seq: 3,
        from: 0,
        sums: sumsAfter(short),
        wasClean: true,
      }),
      'safety:records': async (_source, table) =>
        short.flatMap(({ operations }) =>
          operations.flatMap((each) => (each.table === table && each.after ? [each.after] : [])),
        ),
      'journal:latest': async () => short,
    };
    await openWorkspace(behind, shortKeeper, { now });
    expect(await openWorkspace(behind, keeper, { now })).toMatchObject({
      kind: 'ready',
      levelled: { kind: 'replayed', count: 2 },
    });
    expect(await levelOf(behind, lines)).toBe(5);
  });

  it('fills an empty database from the snapshot and the lines after it, with counts, history and undo', async () => {
    const { keeper, lines, event, first } = await worked();
    const emptied = aDatabase();
    const progress: [number, number][] = [];
    const opened = await openWorkspace(emptied, afterSnapshot(keeper, lines, 4), {
      now,
      onProgress: (...each) => progress.push(each),
    });
    if (opened.kind !== 'ready') throw new Error(opened.kind);
    expect(opened.levelled).toEqual({ kind: 'rebuilt', count: 2 });
    expect(await levelOf(emptied, lines)).toBe(5);
    expect(progress.at(-1)).toEqual([2, 2]);
    expect((await latestChanges(emptied, 10)).map(({ seq }) => seq)).toEqual([5, 4, 3]);
    expect(await emptied.taskTallies.toArray()).toEqual([{ id: event.id, open: 1, total: 1 }]);
    await opened.door.undo();
    expect((await openTasks(emptied)).length).toBe(2);
    expect((await openTasks(emptied)).map(({ id }) => id)).toContain(first.id);
  });

  it('begins a filling again that was cut short', async () => {
    const { keeper, lines } = await worked();
    const emptied = aDatabase();
    const cut: Keeper = {
      ...keeper,
      'journal:latest': async () => {
        throw new Error('killed');
      },
    };
    await expect(openWorkspace(emptied, cut, { now })).rejects.toThrow('killed');
    expect(await headOf(emptied)).toBe(0);
    expect(await openWorkspace(emptied, keeper, { now })).toMatchObject({ levelled: { kind: 'rebuilt' } });
    expect(await levelOf(emptied, lines)).toBe(5);
  });

  it('gives the journal back the lines that it lost, when the database has them', async () => {
    const { database, keeper, lines } = await worked();
    const all = [...lines];
    lines.splice(3);
    expect(await openWorkspace(database, keeper, { now })).toMatchObject({
      kind: 'ready',
      levelled: { kind: 'mended', count: 2 },
    });
    expect(lines).toEqual(all);
  });

  it('gives the journal back lines in its middle that cannot be read', async () => {
    const { database, keeper, lines } = await worked();
    const mended: ChangeSet[] = [];
    let isWhole = false;
    const damaged: Keeper = {
      ...keeper,
      'safety:start': async (version) =>
        isWhole ? keeper['safety:start'](version) : { kind: 'damaged', missing: [2, 4], lastSeq: 5 },
      'safety:mend': async (given) => {
        mended.push(...given);
        isWhole = true;
      },
    };
    expect(await openWorkspace(database, damaged, { now })).toMatchObject({
      levelled: { kind: 'mended', count: 2 },
    });
    expect(mended).toEqual([lines[1], lines[3]]);
  });

  it('asks when lines are lost that the database does not have, and goes on without them', async () => {
    const { keeper } = await worked();
    let given: readonly ChangeSet[] | null = null;
    const damaged: Keeper = {
      ...keeper,
      'safety:start': async () => ({ kind: 'damaged', missing: [2], lastSeq: 5 }),
      'safety:mend': async (changeSets) => void (given = changeSets),
    };
    expect(await openWorkspace(aDatabase(), damaged, { now })).toEqual({
      kind: 'journalDamaged',
      missing: [2],
      isInDatabase: false,
    });
    await giveUp(damaged, now, [2]);
    expect(given).toMatchObject([{ seq: 2, operations: [], label: { key: 'changeGivenUp' } }]);
  });

  it('asks when the database is ahead and cannot tell by what, then follows it in one change', async () => {
    const { database, keeper, lines } = await worked();
    const { ask: other, lines: otherLines } = memoryHost();
    await database.changeSets.clear();
    expect(await openWorkspace(database, other, { now })).toEqual({
      kind: 'journalBehind',
      databaseSeq: 5,
      journalSeq: 0,
    });
    await followDatabase(database, other, now);
    expect(sumsAfter(otherLines)).toEqual(sumsAfter(lines));
    expect(await differences(database, other, 'head')).toEqual([]);
    expect(await openWorkspace(database, other, { now })).toMatchObject({ kind: 'ready', levelled: null });
    expect(keeper).toBeDefined();
  });

  it('does not believe a database that has the same number of changes and other records', async () => {
    const { database, keeper, first } = await worked();
    await database.tasks.update(first.id, { title: 'autre' });
    const unclean: Keeper = {
      ...keeper,
      'safety:start': async (version) =>
        ({ ...(await keeper['safety:start'](version)), wasClean: false }) as never,
    };
    expect(await openWorkspace(database, unclean, { now })).toEqual({ kind: 'different' });
    await database.tasks.delete(first.id);
    expect([await openWorkspace(database, keeper, { now }), (await countsOf(database)).tasks]).toEqual([
      { kind: 'different' },
      0,
    ]);
  });

  it('touches nothing of a newer program’s, nor where everything is gone', async () => {
    const { keeper } = await worked();
    const kinds = [];
    for (const kind of ['newer', 'lost'] as const) {
      const database = aDatabase();
      const opened = await openWorkspace(
        database,
        { ...keeper, 'safety:start': async () => ({ kind }) },
        { now },
      );
      kinds.push([opened, await headOf(database)]);
    }
    expect(kinds).toEqual([
      [{ kind: 'newer' }, 0],
      [{ kind: 'lost' }, 0],
    ]);
  });
});
