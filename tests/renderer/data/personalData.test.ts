import { erasedWords, erasurePlanOf } from '@shared/domain/erasePerson';
import type { Person } from '@shared/domain/person';
import { emptyWorkspace } from '@shared/domain/workspace';
import { readArchive, writeArchive } from '@shared/interchange/archive';
import { schemaVersion } from '@shared/domain/workspace';
import { restoreContents } from '@renderer/data/copies';
import { type Database, openDatabase } from '@renderer/data/database';
import { openWorkspace } from '@renderer/data/openWorkspace';
import {
  completeErasures,
  erasePerson,
  type ErasingMeans,
  retentionsOf,
  saveRetention,
} from '@renderer/data/personalData';
import { fillWorkspace, wholeWorkspace } from '@renderer/data/workspace';
import { patch, put } from '@renderer/data/writeDoor';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aTask } from '../../support/builders';
import { memoryHost } from '../../support/memoryHost';
import { releasedDatabase } from '../../support/releasedDatabase';
import { plantedEverywhere } from '../../support/planted';

const zoé: Person = { names: ['Zoé Qenegei-Wamytan'], emails: ['zoe.q@exemple.nc'], phones: ['78 45 12'] };
const words = erasedWords('fr');
const planted = plantedEverywhere((_text, mark) =>
  mark.kind === 'personal' && mark.data === 'email' ? 'zoe.q@exemple.nc' : 'Zoé Qenegei-Wamytan (78 45 12)',
);
const fileId = planted.events[0]?.attachments[0]?.id ?? '';

/** A workspace in which the person is everywhere, also in the history, its labels and a file. */
async function aWorkspaceWithZoé() {
  const database = openDatabase(`personal-${crypto.randomUUID()}`);
  onTestFinished(async () => {
    database.close();
    await database.delete();
  });
  const host = memoryHost();
  const { ask } = host;
  const open = async () => {
    const opened = await openWorkspace(database, ask, { now: () => '2025-03-03T00:00Z' });
    if (opened.kind !== 'ready') throw new Error(opened.kind);
    return opened.door;
  };
  const door = await open();
  await fillWorkspace(door.commit, planted, 'copy');
  const task = aTask({ title: 'Appeler Zoé Qenegei-Wamytan' });
  await door.commit({ key: 'tasksCreated', params: { title: task.title, count: 1 } }, [put('tasks', task)]);
  await door.commit({ key: 'taskChanged', params: { title: task.title } }, [
    patch('tasks', task.id, { notes: 'zoe qenegei wamytan ne répond pas' }),
  ]);
  await ask['attachments:put'](fileId, new Uint8Array([1]));
  return { database, door, open, host };
}

/** Every row of every table, as it lies in the database. */
async function rawText(database: Database): Promise<string> {
  const tables = await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()]));
  return JSON.stringify(tables);
}
const tracesIn = (text: string) => text.match(/zo[eé]|qenegei|wamytan|78 ?45 ?12/gi) ?? [];

function meansThat(host: ReturnType<typeof memoryHost>, failsAt?: 'remove' | 'purge') {
  const done: string[] = [];
  const means: ErasingMeans = {
    removeAttachment: async (id) => {
      if (failsAt === 'remove') throw new Error('killed');
      done.push(`remove ${id}`);
      await host.ask['attachments:remove'](id);
    },
    purge: async () => {
      if (failsAt === 'purge') throw new Error('killed');
      done.push('purge');
    },
    restart: () => done.push('restart'),
  };
  return { means, done };
}

async function planOf(database: Database) {
  const { places } = erasurePlanOf(await wholeWorkspace(database), zoé);
  return { person: zoé, places, removedFiles: new Set([fileId]), words, on: '2025-03-03' };
}

describe('erasing a person who is in every table, in the history and in a file', () => {
  it('leaves no trace in any row of the database, nor a way back', async () => {
    const { database, door, host } = await aWorkspaceWithZoé();
    expect(tracesIn(await rawText(database)).length).toBeGreaterThan(100);
    const { means, done } = meansThat(host);
    const answer = await erasePerson(database, door, means, await planOf(database));
    expect([answer.status, tracesIn(await rawText(database)), done]).toEqual([
      'done',
      [],
      [`remove ${fileId}`, 'purge', 'restart'],
    ]);
    expect([await host.ask['attachments:get'](fileId), door.state().undo, door.state().redo]).toEqual([
      null,
      null,
      null,
    ]);
    while (await door.undo());
    expect(tracesIn(await rawText(database))).toEqual([]);
  });

  it('names the person in no label, and in nothing that the journal would bring back', async () => {
    const { database, door, host } = await aWorkspaceWithZoé();
    const first = host.lines.length;
    await erasePerson(database, door, meansThat(host).means, await planOf(database));
    const written = host.lines.slice(first);
    const brought = written.map(({ label, operations }) => [label, operations.map(({ after }) => after)]);
    expect([written.map(({ label }) => label.key), tracesIn(JSON.stringify(brought))]).toEqual([
      ['personErased', 'erasureCompleted'],
      [],
    ]);
  });

  it.each(['remove', 'purge'] as const)(
    'stopped when it would %s: the rows are clean already, and the next start does the rest',
    async (step) => {
      const { database, door, open, host } = await aWorkspaceWithZoé();
      const plan = await planOf(database);
      await expect(erasePerson(database, door, meansThat(host, step).means, plan)).rejects.toThrow('killed');
      expect([
        tracesIn(await rawText(database)),
        (await database.erasures.toArray()).map(({ status }) => status),
      ]).toEqual([[], ['pending']]);
      const { means, done } = meansThat(host);
      const again = await open();
      const completed = [
        await completeErasures(database, again, means, words),
        await completeErasures(database, again, means, words),
      ];
      expect([completed, done, (await database.erasures.toArray()).map(({ status }) => status)]).toEqual([
        [1, 0],
        [`remove ${fileId}`, 'purge', 'restart'],
        ['done'],
      ]);
    },
  );

  it('stopped before anything is written: nothing has happened', async () => {
    const { database, door } = await aWorkspaceWithZoé();
    const before = await rawText(database);
    const host = memoryHost();
    const plan = await planOf(database);
    door.rewrite = () => Promise.reject(new Error('disk full'));
    await expect(erasePerson(database, door, meansThat(host).means, plan)).rejects.toThrow('disk full');
    expect(await rawText(database)).toBe(before);
  });

  it('stays pending where the desktop cannot purge its older copies', async () => {
    const { database, door, host } = await aWorkspaceWithZoé();
    const means = { ...meansThat(host).means, purge: null };
    expect(await erasePerson(database, door, means, await planOf(database))).toEqual({
      status: 'pending',
      changed: 15,
    });
  });

  it('is applied again to what came back by another way before the start', async () => {
    const { database, door, open, host } = await aWorkspaceWithZoé();
    await erasePerson(database, door, { ...meansThat(host).means, purge: null }, await planOf(database));
    await door.commit({ key: 'tasksCreated', params: {} }, [
      put('tasks', aTask({ title: 'ZOE QENEGEI WAMYTAN' })),
    ]);
    await completeErasures(database, await open(), meansThat(host).means, words);
    expect(tracesIn(await rawText(database))).toEqual([]);
  });
});

it('a copy of before, restored, comes without the person and without the file', async () => {
  const { database, door, host } = await aWorkspaceWithZoé();
  const older = await writeArchive(await wholeWorkspace(database), new Map([[fileId, new Uint8Array([1])]]), {
    createdAt: '2025-03-01T00:00Z',
    schemaVersion,
  });
  await erasePerson(database, door, meansThat(host).means, await planOf(database));
  const known = await database.erasures.toArray();

  const fresh = openDatabase(`personal-${crypto.randomUUID()}`);
  onTestFinished(async () => {
    fresh.close();
    await fresh.delete();
  });
  const other = memoryHost();
  const opened = await openWorkspace(fresh, other.ask, { now: () => '2025-03-03T00:00Z' });
  if (opened.kind !== 'ready') throw new Error(opened.kind);
  const archive = await readArchive(older, schemaVersion);
  if (archive.kind === 'refused') throw new Error(archive.problem.code);
  await restoreContents(opened.door.commit, other, archive, known);
  const { erasures, tasks } = await wholeWorkspace(fresh);
  expect([
    tracesIn(await rawText(fresh)),
    await other.ask['attachments:get'](fileId),
    erasures,
    tasks.length,
  ]).toEqual([[], null, known, 2]);
});

it('retentions are the defaults until they are set, one by one', async () => {
  const { database, door } = await aWorkspaceWithZoé();
  await saveRetention(door.commit, {
    id: 'owners',
    months: 6,
    source: 'Décision 12',
    checkedOn: '2025-03-03',
  });
  expect((await retentionsOf(database)).map(({ id, months }) => [id, months])).toEqual([
    ['contacts', 12],
    ['owners', 6],
    ['staff', 18],
    ['reports', 60],
    ['texts', 18],
    ['user', 0],
    ['erasures', 60],
  ]);
});

it('a database of the version before gets the tables of retentions and erasures, and keeps its records', async () => {
  const name = `personal-${crypto.randomUUID()}`;
  const before = releasedDatabase(name, 2);
  const task = aTask();
  await before.table('tasks').put({ ...task, $open: 1, $loose: 1 });
  before.close();
  const database = openDatabase(name);
  onTestFinished(async () => {
    database.close();
    await database.delete();
  });
  expect(await wholeWorkspace(database)).toEqual({ ...emptyWorkspace(), tasks: [task] });
});
