import { type ChangeSet, type RecordOf, type TableName, tableNames } from './changeSet';

/** The version of the records in archives: one more whenever an older program could not read them. The database counts its own. */
export const schemaVersion = 3;

/** Every record of every table: what an archive holds and what a journal replays into. */
export type Workspace = { readonly [T in TableName]: readonly RecordOf<T>[] };

export function emptyWorkspace(): Workspace {
  return {
    settings: [],
    events: [],
    tasks: [],
    templates: [],
    periods: [],
    reports: [],
    retentions: [],
    erasures: [],
    exchanges: [],
    profiles: [],
    people: [],
    posts: [],
    shifts: [],
    assignments: [],
    travelTimes: [],
  };
}

/** The workspace after these change sets, in order, from nothing. Linear in operations. */
export function replay(changeSets: Iterable<ChangeSet>): Workspace {
  const tables = new Map<TableName, Map<string, unknown>>(tableNames.map((name) => [name, new Map()]));
  for (const { operations } of changeSets) {
    for (const { table, key, after } of operations) {
      if (after === null) tables.get(table)?.delete(key);
      else tables.get(table)?.set(key, after);
    }
  }
  return Object.fromEntries(
    [...tables].map(([name, records]) => [name, [...records.values()]]),
  ) as unknown as Workspace;
}
