import { type TableName, tableNames } from '@shared/domain/changeSet';
import type { Workspace } from '@shared/domain/workspace';
import { type Database, recordsOf } from './database';
import { type Change, type Commit, put } from './writeDoor';

/** Everything, for an archive. */
export async function wholeWorkspace(database: Database): Promise<Workspace> {
  const tables = await Promise.all(
    tableNames.map(async (name) => [name, recordsOf(await database.table(name).toArray())] as const),
  );
  return Object.fromEntries(tables) as unknown as Workspace;
}

/** A whole workspace as one change: the example, an empty start with its reference data, a restored copy. */
export function fillWorkspace(commit: Commit, workspace: Workspace, origin: 'example' | 'empty' | 'copy') {
  const changes = tableNames.flatMap((name: TableName) =>
    (workspace[name] as readonly never[]).map((record): Change => put(name, record)),
  );
  return commit({ key: 'workspaceFilled', params: { origin } }, changes);
}
