import type { Label } from '@shared/domain/changeSet';
import { attachmentIdsOf, bundleOf, type EventBundle } from '@shared/domain/eventBundle';
import type { EventExchange } from '@shared/domain/eventExchange';
import { newVersion, type VersionChanges, versionsToKeep } from '@shared/domain/eventVersions';
import { type MergedRecord, mergedTables } from '@shared/domain/mergePlan';
import type { EventId } from '@shared/domain/plannedEvent';
import type { StaffId } from '@shared/domain/staffMember';
import type { TaskId } from '@shared/domain/task';
import type { WorkProfileId } from '@shared/domain/workProfile';
import { emptyWorkspace, type Workspace } from '@shared/domain/workspace';
import { v7 as newUuid } from 'uuid';
import { type Database, recordsOf } from './database';
import { withoutErased } from './erasedAgain';
import { wholeWorkspace } from './workspace';
import { type Change, type Commit, put, remove } from './writeDoor';

/** What an exchange needs of the desktop. */
type Files = {
  ask: {
    'attachments:get': (id: string) => Promise<Uint8Array | null>;
    'attachments:put': (id: string, bytes: Uint8Array) => Promise<void>;
  };
};

/** An event ready to leave: all that its archive holds, and the version that it is. */
export type DepartingEvent = Readonly<{
  version: EventExchange;
  workspace: Workspace;
  attachmentIds: readonly string[];
}>;

/** `null` when there is no such event. Nothing is written until `noteExport`. */
export async function departingEvent(database: Database, id: EventId): Promise<DepartingEvent | null> {
  const workspace = await eventRecords(database, id);
  const bundle = bundleOf(workspace, id);
  if (!bundle) return null;
  const version = newVersion(newUuid(), bundle, workspace.exchanges, true);
  return {
    version,
    workspace: archived(workspace, bundle, [...versionsToKeep(workspace.exchanges), version]),
    attachmentIds: attachmentIdsOf(bundle),
  };
}

/** Keeps the version that has left: what comes back will be compared with it. */
export async function noteExport(database: Database, commit: Commit, version: EventExchange) {
  const known = await versionsOf(database, version.eventId);
  const kept = versionsToKeep([...known, version]);
  const gone = known.filter((one) => !kept.includes(one));
  return commit({ key: 'eventExported', params: { name: version.contents.event.name } }, [
    put('exchanges', version),
    ...gone.map(({ id }) => remove('exchanges', id)),
  ]);
}

/** Records of theirs that here may belong to another event, or to none. */
type Beside = Readonly<{
  taskIds: readonly TaskId[];
  personIds: readonly StaffId[];
  profileIds: readonly WorkProfileId[];
}>;
const nothingBeside: Beside = { taskIds: [], personIds: [], profileIds: [] };

/** What an archive is compared with: everything, or one event, what belongs to it, and whatever bears the id of a record of theirs. */
export function recordsBeside(
  database: Database,
  event: (Beside & Readonly<{ id: EventId }>) | null,
): Promise<Workspace> {
  return event ? eventRecords(database, event.id, event) : wholeWorkspace(database);
}

type Import = Readonly<{
  label: Label;
  attachments: ReadonlyMap<string, Uint8Array>;
  /** Called when everything is ready and nothing is written yet. */
  snapshot: () => Promise<void>;
}>;

/** What a merge leads to, as one change. Files are put first: no record names a file that is not there. */
export async function mergeArchive(
  database: Database,
  commit: Commit,
  files: Files,
  {
    records,
    versions,
    ...rest
  }: Import & Readonly<{ records: readonly MergedRecord[]; versions: VersionChanges }>,
) {
  const changes = [
    ...records.map((one) =>
      one.kind === 'put' ? put(one.table, one.record as never) : remove(one.table, one.key),
    ),
    ...versionChanges(versions),
  ];
  return writeImport(database, commit, files, changes, rest);
}

/** The workspace becomes what the archive holds, as one change. */
export async function replaceWorkspace(
  database: Database,
  commit: Commit,
  files: Files,
  { workspace, ...rest }: Import & Readonly<{ workspace: Workspace }>,
) {
  const before = await wholeWorkspace(database);
  const tables = [...mergedTables, 'exchanges'] as const;
  const changes = tables.flatMap((table): Change[] => {
    const kept = new Set<string>(workspace[table].map(({ id }) => id));
    return [
      ...before[table].flatMap(({ id }) => (kept.has(id) ? [] : [remove(table, id)])),
      ...workspace[table].map((record) => put(table, record as never)),
    ];
  });
  return writeImport(database, commit, files, changes, rest);
}

/** People who were erased here do not come back. */
async function writeImport(
  database: Database,
  commit: Commit,
  files: Files,
  wanted: readonly Change[],
  { label, attachments, snapshot }: Import,
) {
  const { changes, removedFiles } = await withoutErased(database, wanted);
  await snapshot();
  for (const [id, bytes] of attachments) {
    if (removedFiles.has(id)) continue;
    // A file never changes under its id: one that is here stays as it is.
    if ((await files.ask['attachments:get'](id)) === null) await files.ask['attachments:put'](id, bytes);
  }
  return commit(label, changes);
}

function versionChanges({ put: added, remove: gone }: VersionChanges): Change[] {
  return [...added.map((version) => put('exchanges', version)), ...gone.map((id) => remove('exchanges', id))];
}

function versionsOf(database: Database, eventId: EventId): Promise<EventExchange[]> {
  return database.exchanges.where('eventId').equals(eventId).toArray();
}

async function eventRecords(
  database: Database,
  id: EventId,
  beside: Beside = nothingBeside,
): Promise<Workspace> {
  const [event, own, others, report, exchanges] = await Promise.all([
    database.events.get(id),
    database.tasks.where('eventId').equals(id).toArray(),
    database.tasks.bulkGet([...beside.taskIds]),
    database.reports.get(id),
    versionsOf(database, id),
  ]);
  const roster = await rosterRecords(database, id, beside);
  const elsewhere = others.flatMap((task) => (task && task.eventId !== id ? [task] : []));
  return {
    ...emptyWorkspace(),
    events: event ? recordsOf<'events'>([event]) : [],
    tasks: recordsOf<'tasks'>([...own, ...elsewhere]),
    reports: report ? [report] : [],
    ...roster,
    exchanges,
  };
}

/** The roster of an event, its people, and the profiles of theirs that were edited here. */
async function rosterRecords(database: Database, id: EventId, beside: Beside) {
  const [posts, shifts, assignments] = await Promise.all([
    database.posts.where('eventId').equals(id).toArray(),
    database.shifts.where('eventId').equals(id).toArray(),
    database.assignments.where('eventId').equals(id).toArray(),
  ]);
  const inCharge = posts.flatMap(({ inChargeId }) => inChargeId ?? []);
  const personIds = [
    ...new Set([...assignments.map(({ personId }) => personId), ...inCharge, ...beside.personIds]),
  ];
  const people = (await database.people.bulkGet(personIds)).flatMap((row) => (row ? [row] : []));
  const profileIds = [
    ...new Set([...people.flatMap(({ profileId }) => profileId ?? []), ...beside.profileIds]),
  ];
  const profiles = (await database.profiles.bulkGet(profileIds)).flatMap((row) => (row ? [row] : []));
  return { posts, shifts, assignments, people, profiles };
}

function archived(workspace: Workspace, bundle: EventBundle, exchanges: EventExchange[]): Workspace {
  const { event, tasks, report, posts = [], shifts = [], assignments = [] } = bundle;
  return {
    ...emptyWorkspace(),
    events: [event],
    tasks,
    reports: report ? [report] : [],
    posts,
    shifts,
    assignments,
    people: workspace.people,
    profiles: workspace.profiles,
    exchanges,
  };
}
