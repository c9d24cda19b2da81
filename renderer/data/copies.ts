import { erasedWords, reapplyErasures } from '@shared/domain/erasePerson';
import type { Erasure } from '@shared/domain/erasure';
import { schemaVersion, type Workspace } from '@shared/domain/workspace';
import { writeArchive } from '@shared/interchange/archive';
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

/**
 * Fills an empty workspace from what an archive holds: files first, then all records as one change. Whoever was erased since, by the
 * copy's own erasures or by those `known` here, does not come back.
 */
export async function restoreContents(
  commit: Commit,
  files: Files,
  { workspace, attachments }: { workspace: Workspace; attachments: ReadonlyMap<string, Uint8Array> },
  known: readonly Erasure[] = [],
): Promise<void> {
  const words = erasedWords(workspace.settings[0]?.language ?? 'system');
  const kept = await reapplyErasures(workspace, known, words);
  for (const [id, content] of attachments) {
    if (!kept.removedFiles.has(id)) await files.ask['attachments:put'](id, content);
  }
  await fillWorkspace(commit, kept.workspace, 'copy');
}

/** Files that the workspace's records name: attachments and the logo. */
export function attachmentIdsIn(workspace: Workspace): string[] {
  const logos = workspace.settings.flatMap(({ logoId }) => logoId ?? []);
  return [...logos, ...workspace.events.flatMap((event) => event.attachments.map(({ id }) => id))];
}
