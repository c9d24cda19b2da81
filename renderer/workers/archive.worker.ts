import { commonBase, type VersionChanges, versionsAfterImport } from '@shared/domain/eventVersions';
import { type MergePlan, planMerge } from '@shared/domain/mergePlan';
import type { EventId, PlannedEvent } from '@shared/domain/plannedEvent';
import type { StaffId } from '@shared/domain/staffMember';
import type { TaskId } from '@shared/domain/task';
import type { WorkProfileId } from '@shared/domain/workProfile';
import { schemaVersion, type Workspace } from '@shared/domain/workspace';
import {
  type ArchiveFacts,
  type ArchiveManifest,
  isEncrypted,
  readArchive,
  writeArchive,
} from '@shared/interchange/archive';
import { decrypted, encrypted } from '@shared/interchange/encryption';
import type { FileProblem } from '@shared/interchange/text';
import { z } from 'zod';

// zod would otherwise try `new Function`, which the page's security policy refuses.
z.config({ jitless: true });

export type Attachments = ReadonlyMap<string, Uint8Array>;

/** What the page needs of an archive before it is compared: its records stay here. */
export type OpenedArchive = Readonly<{
  manifest: Omit<ArchiveManifest, 'digests'>;
  /** Of an archive of one event. */
  event: ArchivedEvent | null;
}>;
/** The ids of its records that here may belong to another event, or to none. */
export type ArchivedEvent = Readonly<{
  id: EventId;
  event: PlannedEvent;
  taskIds: readonly TaskId[];
  personIds: readonly StaffId[];
  profileIds: readonly WorkProfileId[];
}>;
export type PlannedImport = Readonly<{
  plan: MergePlan;
  versions: VersionChanges;
  /** Ours that the archive does not have: they go away if it replaces everything. */
  leaving: Readonly<{ events: number; tasks: number }>;
}>;
export type ArchiveContents = Readonly<{ workspace: Workspace; attachments: Attachments }>;

/** Each question and its answer. `open` comes before `plan` and `contents`. */
export type ArchiveQuestions = {
  open: {
    ask: { bytes: Uint8Array; password: string | null };
    answer: { kind: 'opened'; archive: OpenedArchive } | { kind: 'refused'; problem: FileProblem };
  };
  plan: { ask: { ours: Workspace }; answer: PlannedImport };
  contents: { ask: object; answer: ArchiveContents };
  write: {
    ask: { workspace: Workspace; attachments: Attachments; facts: ArchiveFacts; password: string | null };
    answer: Uint8Array;
  };
};
export type ArchiveQuestion = {
  [K in keyof ArchiveQuestions]: Readonly<{ number: number; kind: K; ask: ArchiveQuestions[K]['ask'] }>;
}[keyof ArchiveQuestions];
export type ArchiveReply = Readonly<{ number: number }> &
  (Readonly<{ answer: unknown }> | Readonly<{ failure: string }>);

let contents: ArchiveContents | null = null;

self.onmessage = ({ data }: MessageEvent<ArchiveQuestion>) => {
  const { number } = data;
  answerTo(data).then(
    (answer) => self.postMessage({ number, answer } satisfies ArchiveReply),
    (error: unknown) => self.postMessage({ number, failure: String(error) } satisfies ArchiveReply),
  );
};

async function answerTo(question: ArchiveQuestion): Promise<unknown> {
  switch (question.kind) {
    case 'open':
      return open(question.ask);
    case 'plan': {
      const theirs = opened().workspace;
      const { ours } = question.ask;
      return {
        plan: planMerge(ours, theirs, commonBase(ours, theirs)),
        versions: versionsAfterImport(ours, theirs),
        leaving: {
          events: missingFrom(theirs.events, ours.events),
          tasks: missingFrom(theirs.tasks, ours.tasks),
        },
      } satisfies PlannedImport;
    }
    case 'contents':
      return opened();
    case 'write': {
      const { workspace, attachments, facts, password } = question.ask;
      const archive = await writeArchive(workspace, attachments, facts);
      return password === null ? archive : encrypted(archive, password);
    }
  }
}

function opened(): ArchiveContents {
  if (!contents) throw new Error('no archive is open');
  return contents;
}

async function open({
  bytes,
  password,
}: ArchiveQuestions['open']['ask']): Promise<ArchiveQuestions['open']['answer']> {
  contents = null;
  const plain =
    isEncrypted(bytes) && password !== null
      ? await decrypted(bytes, password)
      : { kind: 'bytes' as const, bytes };
  if (plain.kind === 'refused') return plain;
  const archive = await readArchive(plain.bytes, schemaVersion);
  if (archive.kind === 'refused') return archive;
  const { workspace, attachments } = archive;
  contents = { workspace, attachments };
  const { digests: _digests, ...manifest } = archive.manifest;
  const [event] = workspace.events;
  const isOne = manifest.scope === 'event' && event;
  return {
    kind: 'opened',
    archive: {
      manifest,
      event: isOne
        ? {
            id: event.id,
            event,
            taskIds: workspace.tasks.map(({ id }) => id),
            personIds: workspace.people.map(({ id }) => id),
            profileIds: workspace.profiles.map(({ id }) => id),
          }
        : null,
    },
  };
}

function missingFrom(theirs: readonly { id: string }[], ours: readonly { id: string }[]): number {
  const known = new Set(theirs.map(({ id }) => id));
  return ours.filter(({ id }) => !known.has(id)).length;
}
