import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ChangeSet, tableNames } from '@shared/domain/changeSet';
import type { Workspace } from '@shared/domain/workspace';
import { schemaVersion } from '@shared/domain/workspace';
import { writeArchive } from '@shared/interchange/archive';
import { attachmentsIn } from '../../electron/attachments';
import { openJournal } from '../../electron/journal';
import { anId } from './builders';

/** One change set that makes all these records, as an import does. */
export function theChangeThatMakes(workspace: Workspace, seq = 1): ChangeSet {
  return {
    seq,
    id: anId(),
    at: '2025-03-03T00:00Z',
    label: { key: 'exampleOpened', params: {} },
    kind: 'do',
    of: null,
    operations: tableNames.flatMap((table) =>
      workspace[table].map((record) => ({ table, key: record.id, before: null, after: record })),
    ),
  };
}

/** A profile whose journal holds these change sets, and these files. */
export async function aProfileWith(
  folder: string,
  changeSets: readonly ChangeSet[],
  files: Readonly<Record<string, Uint8Array>> = {},
): Promise<string> {
  const profile = join(folder, 'profile');
  await mkdir(profile, { recursive: true });
  const journal = await openJournal(profile);
  for (const changeSet of changeSets) await journal.append(changeSet);
  await journal.close();
  for (const [id, bytes] of Object.entries(files)) await attachmentsIn(profile).put(id, bytes);
  return profile;
}

export async function anArchiveOf(folder: string, workspace: Workspace): Promise<string> {
  const path = join(folder, 'copie.regie');
  await writeFile(
    path,
    await writeArchive(workspace, new Map(), { createdAt: '2025-03-03T00:00Z', schemaVersion }),
  );
  return path;
}
