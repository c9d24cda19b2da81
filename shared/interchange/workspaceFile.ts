import { recordSchemas, tableNames } from '../domain/changeSet';
import { emptyWorkspace, schemaVersion, type Workspace } from '../domain/workspace';
import { type ArchiveAnswer, readArchive } from './archive';

/** The workspace that these records are, each as JSON by table and key. Throws on one that its schema refuses. */
export function workspaceFromRecords(tables: ReadonlyMap<string, ReadonlyMap<string, string>>): Workspace {
  const read = tableNames.map((table) => [
    table,
    [...(tables.get(table)?.values() ?? [])].map((json) => recordSchemas[table].parse(JSON.parse(json))),
  ]);
  return { ...emptyWorkspace(), ...(Object.fromEntries(read) as Partial<Workspace>) };
}

/** An archive as this version of the program reads it. */
export function workspaceFromArchive(bytes: Uint8Array): Promise<ArchiveAnswer> {
  return readArchive(bytes, schemaVersion);
}
