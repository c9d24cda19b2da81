import type { EventBundle } from '@shared/domain/eventBundle';
import { keptVersions, newVersion, versionsAfterImport } from '@shared/domain/eventVersions';
import { mergedRecords, noBase, planMerge } from '@shared/domain/mergePlan';
import { emptyWorkspace, type Workspace } from '@shared/domain/workspace';
import { openDatabase, rowOf } from '@renderer/data/database';
import { deleteEvents } from '@renderer/data/events';
import {
  departingEvent,
  mergeArchive,
  noteExport,
  recordsBeside,
  replaceWorkspace,
} from '@renderer/data/exchange';
import { openWorkspace } from '@renderer/data/openWorkspace';
import { fillWorkspace, wholeWorkspace } from '@renderer/data/workspace';
import { describe, expect, it, onTestFinished } from 'vitest';
import { anEvent, anId, aReport, aStaffMember, aTask, aTemplate, someSettings } from '../../support/builders';
import { aRosterPlan } from '../../support/rosters';
import { memoryHost } from '../../support/memoryHost';
import { releasedDatabase } from '../../support/releasedDatabase';

async function aWorkspaceWith(workspace: Partial<Workspace>) {
  const database = openDatabase(`exchange-${crypto.randomUUID()}`);
  onTestFinished(() => database.delete());
  const host = memoryHost();
  const opened = await openWorkspace(database, host.ask, { now: () => '2025-02-10T08:00Z' });
  if (opened.kind !== 'ready') throw new Error(opened.kind);
  const { commit } = opened.door;
  await fillWorkspace(commit, { ...emptyWorkspace(), ...workspace }, 'empty');
  return { database, commit, host, door: opened.door };
}

const file = {
  id: anId(),
  name: 'plan.pdf',
  mediaType: 'application/pdf',
  bytes: 3,
  addedAt: '2025-01-01T00:00Z',
};
const event = anEvent({ attachments: [file] });
const task = aTask({ eventId: event.id });
const report = aReport({ id: event.id, author: 'A' });
const bundle: EventBundle = { event, tasks: [task], report, posts: [], shifts: [], assignments: [] };
const importing = {
  label: { key: 'archiveMerged', params: { file: 'a.regie' } },
  snapshot: async () => undefined,
};

describe('an event that leaves', () => {
  it('takes what belongs to it and its known versions, and is kept once it has left', async () => {
    const { database, commit, door } = await aWorkspaceWith({
      events: [event, anEvent()],
      tasks: [task, aTask()],
      reports: [report],
      settings: [someSettings()],
    });
    const first = await departingEvent(database, event.id);
    if (!first) throw new Error('no event');
    expect([first, (await wholeWorkspace(database)).exchanges]).toEqual([
      {
        version: newVersion(first.version.id, bundle, [], true),
        workspace: {
          ...emptyWorkspace(),
          events: [event],
          tasks: [task],
          reports: [report],
          exchanges: [first.version],
        },
        attachmentIds: [file.id],
      },
      [],
    ]);
    await noteExport(database, commit, first.version);
    expect(door.state().undo?.label.key).toBe('workspaceFilled');
    const second = await departingEvent(database, event.id);
    expect(second?.version.ancestors).toEqual([first.version.id]);
    expect(await departingEvent(database, anEvent().id)).toBeNull();
  });

  it('takes its roster, the people on it and the profiles of theirs that were edited, and nobody else', async () => {
    const plan = aRosterPlan();
    const profile = plan.profile();
    const [held, lead, other] = [plan.person({ profileId: profile.id }), plan.person(), plan.person()];
    const elsewhere = plan.post({ eventId: plan.elsewhere().id });
    plan.shift('09:00', '13:00', { post: plan.post({ inChargeId: lead.id }), who: [held] });
    plan.shift('09:00', '13:00', { post: elsewhere, who: [other] });
    const { events, posts, shifts, assignments, people, profiles } = plan.facts();
    const whole = { events: [...events], posts, shifts, assignments, people, profiles };
    const { database } = await aWorkspaceWith(whole);
    const departing = await departingEvent(database, plan.event.id);
    const of = <T extends { eventId: string }>(records: readonly T[]) =>
      records.filter(({ eventId }) => eventId === plan.event.id);
    expect(departing?.workspace).toEqual({
      ...emptyWorkspace(),
      events: [plan.event],
      posts: of(posts),
      shifts: of(shifts),
      assignments: of(assignments),
      people: [held, lead],
      profiles: [profile],
      exchanges: [departing?.version],
    });
    expect(departing?.version.contents.assignments).toEqual(of(assignments));
  });

  it('leaves no version behind when it is deleted, and undo brings them back', async () => {
    const { database, commit, door } = await aWorkspaceWith({
      events: [event],
      exchanges: [newVersion(anId(), bundle, [], true)],
    });
    await deleteEvents(database, commit, [event]);
    expect(await database.exchanges.count()).toBe(0);
    await door.undo();
    expect(await database.exchanges.count()).toBe(1);
  });

  it('keeps no more than the last versions', async () => {
    const { database, commit } = await aWorkspaceWith({ events: [event] });
    for (let time = 0; time < keptVersions + 3; time += 1) {
      const departing = await departingEvent(database, event.id);
      if (departing) await noteExport(database, commit, departing.version);
    }
    expect(await database.exchanges.count()).toBe(keptVersions);
  });
});

describe('what an archive is compared with', () => {
  it('is the event with what belongs to it, and a task of theirs that is elsewhere here', async () => {
    const moved = aTask();
    const known = aStaffMember();
    const { database } = await aWorkspaceWith({
      people: [known, aStaffMember()],
      events: [event, anEvent()],
      tasks: [task, moved, aTask()],
      templates: [aTemplate()],
    });
    expect(
      await recordsBeside(database, {
        id: event.id,
        taskIds: [moved.id, task.id, aTask().id],
        personIds: [known.id],
        profileIds: [],
      }),
    ).toEqual({
      ...emptyWorkspace(),
      events: [event],
      tasks: [task, moved],
      people: [known],
    });
    expect(await recordsBeside(database, null)).toEqual(await wholeWorkspace(database));
  });
});

describe('an import', () => {
  it('is one change, files first, after the copy that was asked for, and one undo takes it back', async () => {
    const { database, commit, host, door } = await aWorkspaceWith({ events: [event], tasks: [task] });
    const before = await wholeWorkspace(database);
    const theirs: Workspace = {
      ...emptyWorkspace(),
      events: [event],
      tasks: [task, aTask({ eventId: event.id })],
      reports: [report],
      exchanges: [newVersion(anId(), bundle, [], true)],
    };
    await host.ask['attachments:put'](file.id, Uint8Array.from([1]));
    const other = anId();
    const seen: number[] = [];
    await mergeArchive(database, commit, host, {
      ...importing,
      records: mergedRecords(planMerge(before, theirs, noBase), new Map()),
      versions: versionsAfterImport(before, theirs),
      attachments: new Map([
        [file.id, Uint8Array.from([2])],
        [other, Uint8Array.from([3])],
      ]),
      snapshot: async () => void seen.push(await database.changeSets.count()),
    });
    const after = await wholeWorkspace(database);
    expect([after.tasks.length, after.reports, after.exchanges]).toEqual([
      2,
      [report],
      theirs.exchanges.map((one) => ({ ...one, isOwn: false })),
    ]);
    expect([seen, await database.changeSets.count()]).toEqual([[1], 2]);
    expect(await host.ask['attachments:get'](file.id)).toEqual(Uint8Array.from([1]));
    expect(await host.ask['attachments:get'](other)).toEqual(Uint8Array.from([3]));
    await door.undo();
    expect(await wholeWorkspace(database)).toEqual(before);
  });

  it('writes nothing when the copy cannot be made', async () => {
    const { database, commit, host } = await aWorkspaceWith({ events: [event] });
    const failing = mergeArchive(database, commit, host, {
      ...importing,
      records: [{ kind: 'remove', table: 'events', key: event.id }],
      versions: { put: [], remove: [] },
      attachments: new Map(),
      snapshot: () => Promise.reject(new Error('disk full')),
    });
    await expect(failing).rejects.toThrow('disk full');
    expect(await database.events.count()).toBe(1);
  });

  it('that replaces everything leaves nothing of before, and one undo brings it back', async () => {
    const { database, commit, host, door } = await aWorkspaceWith({
      settings: [someSettings({ me: 'A' })],
      events: [event, anEvent()],
      tasks: [task, aTask()],
    });
    const before = await wholeWorkspace(database);
    const theirs: Workspace = {
      ...emptyWorkspace(),
      settings: [someSettings({ me: 'B' })],
      events: [{ ...event, name: 'Autre' }],
      exchanges: [newVersion(anId(), bundle, [], true)],
    };
    await replaceWorkspace(database, commit, host, {
      ...importing,
      workspace: theirs,
      attachments: new Map(),
    });
    expect(await wholeWorkspace(database)).toEqual(theirs);
    await door.undo();
    const sorted = (workspace: Workspace) => ({
      ...workspace,
      events: workspace.events.toSorted((a, b) => a.id.localeCompare(b.id)),
    });
    expect(sorted(await wholeWorkspace(database))).toEqual(sorted(before));
  });
});

describe('a database of the version before', () => {
  it('opens with all that it had, and a place for versions', async () => {
    const name = `second-${crypto.randomUUID()}`;
    const second = releasedDatabase(name, 2);
    await second.table('events').put(rowOf('events', event));
    await second.table('tasks').put(rowOf('tasks', task));
    await second.table('meta').put({ id: 'head', seq: 3 });
    second.close();
    const database = openDatabase(name);
    onTestFinished(() => database.delete());
    expect([await wholeWorkspace(database), await database.meta.get('head')]).toEqual([
      { ...emptyWorkspace(), events: [event], tasks: [task] },
      { id: 'head', seq: 3 },
    ]);
  });
});
