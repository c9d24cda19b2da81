import { changeSetSchema } from '../domain/changeSet';
import { replay, schemaVersion, type Workspace } from '../domain/workspace';
import { type ArchiveAnswer, readArchive } from './archive';

/** The workspace that a profile's journal adds up to. Throws on a line that is no change set. */
export function workspaceFromJournal(lines: readonly unknown[]): Workspace {
  return replay(lines.map((line) => changeSetSchema.parse(line)));
}

/** An archive as this version of the program reads it. */
export function workspaceFromArchive(bytes: Uint8Array): Promise<ArchiveAnswer> {
  return readArchive(bytes, schemaVersion);
}
