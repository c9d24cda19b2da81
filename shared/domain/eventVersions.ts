import type { EventBundle } from './eventBundle';
import { type EventExchange, mostAncestors } from './eventExchange';
import { type MergeBase, mergedBase, type MergedTable } from './mergePlan';
import type { EventId } from './plannedEvent';
import { isSame } from './isSame';
import type { Plain } from './threeWayMerge';
import type { Workspace } from './workspace';

/** The newest versions of an event that are kept, whoever made them: what an answer to one of them is compared with. */
export const keptVersions = 10;
/** Exports that nobody has answered yet are kept beside those, up to this many: somebody may still be working from one. */
export const keptUnanswered = 10;

/** A version of the event as it stands, with every version that is part of it behind it. */
export function newVersion(
  id: string,
  contents: EventBundle,
  known: readonly EventExchange[],
  isOwn: boolean,
): EventExchange {
  return { id, eventId: contents.event.id, isOwn, ancestors: ancestorsOf(known), contents };
}

/** All versions that are part of an event: those that are kept, and those behind them. */
export function ancestorsOf(known: readonly EventExchange[]): string[] {
  const all = new Set(known.toSorted(byDepth).flatMap(({ id, ancestors }) => [...ancestors, id]));
  return [...all].slice(-mostAncestors);
}

/**
 * Those to keep of one event's versions, the newest last. Without a bound each exchange would make every later one larger. Those behind no other are
 * kept in any case: they alone tell what is part of the event. A version that is forgotten costs no edit: what came from it is then
 * compared without a base, and each difference is asked about.
 */
export function versionsToKeep(known: readonly EventExchange[]): EventExchange[] {
  const inOrder = known.toSorted(byDepth);
  const behind = new Set(known.flatMap(({ ancestors }) => ancestors));
  const answered = new Set(known.filter(({ isOwn }) => !isOwn).flatMap(({ ancestors }) => ancestors));
  const waiting = inOrder.filter(({ id, isOwn }) => isOwn && !answered.has(id)).slice(-keptUnanswered);
  const heads = known.filter(({ id }) => !behind.has(id));
  const kept = new Set([...inOrder.slice(-keptVersions), ...waiting, ...heads]);
  return inOrder.filter((version) => kept.has(version));
}

/** What is known of versions once `theirs` are part of the event too: none of those is our own. A version known already stays as it is here. */
export function versionsTogether(
  ours: readonly EventExchange[],
  theirs: readonly EventExchange[],
): EventExchange[] {
  const known = new Set(ours.map(({ id }) => id));
  return [...ours, ...theirs.filter(({ id }) => !known.has(id)).map((one) => ({ ...one, isOwn: false }))];
}

export type VersionChanges = Readonly<{ put: readonly EventExchange[]; remove: readonly string[] }>;

/** What an import changes in the versions that are known here. */
export function versionsAfterImport(ours: Workspace, theirs: Workspace): VersionChanges {
  const mine = byEvent(ours.exchanges);
  const present = new Set(theirs.events.map(({ id }) => id));
  const changes = [...byEvent(theirs.exchanges)].flatMap(([eventId, other]) =>
    present.has(eventId) ? [changesTo(mine.get(eventId) ?? [], other)] : [],
  );
  return {
    put: changes.flatMap(({ put }) => put),
    remove: changes.flatMap(({ remove }) => remove),
  };
}

/** What one more version, of our own or of theirs, changes in those that are known of an event. */
export function changesTo(known: readonly EventExchange[], added: readonly EventExchange[]): VersionChanges {
  const kept = versionsToKeep(versionsTogether(known, added));
  const [before, after] = [known, kept].map((list) => new Set(list.map(({ id }) => id)));
  return {
    put: kept.filter(({ id }) => !before?.has(id)),
    remove: known.flatMap(({ id }) => (after?.has(id) ? [] : [id])),
  };
}

/**
 * What both sides had of each event: the newest version that is part of ours and of theirs. When there are several, none behind another,
 * it is what they make together. Nothing is known of an event that has none, or whose newest common version was forgotten by both.
 */
export function commonBase(ours: Workspace, theirs: Workspace): MergeBase {
  const [mine, other] = [byEvent(ours.exchanges), byEvent(theirs.exchanges)];
  const isOnBothSides = bothHave(ours, theirs);
  const bases = new Map<string, Records>();
  const ofEvent = new Map<string, EventId>();
  for (const [eventId, known] of mine) {
    const base = isOnBothSides(eventId) ? baseOf(known, other.get(eventId) ?? []) : null;
    if (!base) continue;
    bases.set(eventId, base);
    for (const place of base.keys()) ofEvent.set(place, eventId);
  }
  return (table, key) => {
    const place = placeOf(table, key);
    const eventId = ofEvent.get(place);
    return eventId === undefined ? undefined : bases.get(eventId)?.get(place);
  };
}

/** Records by table and key. */
type Records = ReadonlyMap<string, Plain>;

function baseOf(ours: readonly EventExchange[], theirs: readonly EventExchange[]): Records | null {
  const versions = new Map([...theirs, ...ours].map((version) => [version.id, version]));
  const other = new Set(ancestorsOf(theirs));
  return mergedHeads(
    headsOf(
      ancestorsOf(ours).filter((id) => other.has(id)),
      versions,
    ),
    versions,
    new Map(),
  );
}

type Versions = ReadonlyMap<string, EventExchange>;

/** Those that are behind no other of them. */
function headsOf(ids: readonly string[], versions: Versions): string[] {
  const behind = new Set(ids.flatMap((id) => versions.get(id)?.ancestors ?? []));
  return ids.filter((id) => !behind.has(id));
}

/** `null` when one of them is forgotten, or when they have nothing in common to be compared with. */
function mergedHeads(
  heads: readonly string[],
  versions: Versions,
  done: Map<string, Records | null>,
): Records | null {
  const name = heads.toSorted().join();
  const before = done.get(name);
  if (before !== undefined) return before;
  let merged: Records | null = null;
  let parts = new Set<string>();
  for (const id of heads.toSorted()) {
    const version = versions.get(id);
    if (!version) return null;
    const its = new Set([...version.ancestors, id]);
    const common = [...parts].filter((part) => its.has(part));
    if (merged === null) merged = recordsOf(version.contents);
    else {
      const base = mergedHeads(headsOf(common, versions), versions, done);
      if (!base) return null;
      merged = together(base, merged, recordsOf(version.contents));
    }
    parts = new Set([...parts, ...its]);
  }
  done.set(name, merged);
  return merged;
}

function together(base: Records, one: Records, other: Records): Records {
  const merged = new Map<string, Plain>();
  for (const place of new Set([...one.keys(), ...other.keys()])) {
    const [left, right, before] = [one.get(place), other.get(place), base.get(place)];
    const table = place.slice(0, place.indexOf('/')) as MergedTable;
    if (left && right) merged.set(place, mergedBase(table, before, left, right));
    else {
      const single = left ?? right;
      if (!single || isSame(single, before)) continue;
      // Deleted on one side and changed on the other: only that it was there is known.
      merged.set(place, before ? { id: single['id'] } : single);
    }
  }
  return merged;
}

function recordsOf({ event, tasks, report, posts, shifts, assignments }: EventBundle): Records {
  const records: [string, unknown][] = [
    [placeOf('events', event.id), event],
    ...tasks.map((task): [string, unknown] => [placeOf('tasks', task.id), task]),
    ...(posts ?? []).map((post): [string, unknown] => [placeOf('posts', post.id), post]),
    ...(shifts ?? []).map((shift): [string, unknown] => [placeOf('shifts', shift.id), shift]),
    ...(assignments ?? []).map((one): [string, unknown] => [placeOf('assignments', one.id), one]),
  ];
  if (report) records.push([placeOf('reports', report.id), report]);
  return new Map(records as [string, Plain][]);
}

function placeOf(table: MergedTable, key: string): string {
  return `${table}/${key}`;
}

function bothHave(ours: Workspace, theirs: Workspace): (id: EventId) => boolean {
  const [mine, other] = [ours, theirs].map(({ events }) => new Set(events.map(({ id }) => id)));
  return (id) => (mine?.has(id) ?? false) && (other?.has(id) ?? false);
}

function byEvent(exchanges: readonly EventExchange[]): Map<EventId, EventExchange[]> {
  const found = new Map<EventId, EventExchange[]>();
  for (const exchange of exchanges) {
    const known = found.get(exchange.eventId) ?? [];
    known.push(exchange);
    found.set(exchange.eventId, known);
  }
  return found;
}

/** A version that is part of another has fewer behind it: the order of a graph, which no clock can upset. */
function byDepth(left: EventExchange, right: EventExchange): number {
  return left.ancestors.length - right.ancestors.length || left.id.localeCompare(right.id);
}
