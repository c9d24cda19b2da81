import { schemaVersion, type Workspace } from '@shared/domain/workspace';
import { readArchive, writeArchive } from '@shared/interchange/archive';
import type { FileProblem } from '@shared/interchange/text';
import type { Day } from '@shared/domain/time';
import type { Database } from './database';
import { fillWorkspace, wholeWorkspace } from './workspace';
import { readClock } from './clock';
import type { Commit } from './writeDoor';

/** What a copy needs of the desktop. */
type Files = {
  ask: {
    'app:info': () => Promise<{ version: string }>;
    'files:save': (
      name: string,
      kind: 'regie',
      bytes: Uint8Array,
    ) => Promise<{ kind: 'saved'; name: string } | { kind: 'cancelled' }>;
    'attachments:get': (id: string) => Promise<Uint8Array | null>;
    'attachments:put': (id: string, bytes: Uint8Array) => Promise<void>;
  };
};

/** The whole workspace and its files as one archive, where the user says. */
export async function saveCopy(database: Database, files: Files, today: Day) {
  const workspace = await wholeWorkspace(database);
  const attachments = new Map<string, Uint8Array>();
  for (const id of attachmentIdsIn(workspace)) {
    const bytes = await files.ask['attachments:get'](id);
    if (bytes) attachments.set(id, bytes);
  }
  const { version: program } = await files.ask['app:info']();
  const archive = await writeArchive(workspace, attachments, {
    createdAt: readClock(),
    schemaVersion,
    program,
  });
  return files.ask['files:save'](`regie-${today}.regie`, 'regie', archive);
}

export type RestoreAnswer = { kind: 'restored' } | { kind: 'refused'; problem: FileProblem };

/** Fills an empty workspace from an archive of a whole one. Refused: nothing is written. */
export async function restoreCopy(commit: Commit, files: Files, bytes: Uint8Array): Promise<RestoreAnswer> {
  const archive = await readArchive(bytes, schemaVersion);
  if (archive.kind === 'refused') return archive;
  if (archive.manifest.scope === 'event')
    return { kind: 'refused', problem: { code: 'oneEvent', place: '' } };
  await restoreContents(commit, files, archive);
  return { kind: 'restored' };
}

/** Files first, then all records as one change. */
export async function restoreContents(
  commit: Commit,
  files: Files,
  { workspace, attachments }: { workspace: Workspace; attachments: ReadonlyMap<string, Uint8Array> },
): Promise<void> {
  for (const [id, content] of attachments) await files.ask['attachments:put'](id, content);
  await fillWorkspace(commit, workspace, 'copy');
}

/** Files that the workspace's records name: attachments and the logo. */
export function attachmentIdsIn(workspace: Workspace): string[] {
  const logos = workspace.settings.flatMap(({ logoId }) => logoId ?? []);
  return [...logos, ...workspace.events.flatMap((event) => event.attachments.map(({ id }) => id))];
}
