import { z } from 'zod';
import { recordSchemas, type TableName, tableNames } from '../domain/changeSet';
import { type EventExchange, mostAncestors } from '../domain/eventExchange';
import { idSchema } from '../domain/text';
import { type Instant, instantSchema } from '../domain/time';
import { emptyWorkspace, type Workspace } from '../domain/workspace';
import type { FileProblem, FileProblemCode } from './text';
import { listZip, pause, readZipEntry, writeZip, type ZipEntry } from './zip';

/** Raised when a program of before could misread a file of now. docs/decisions/0004-archive-format.md tells the format. */
export const archiveFormat = 2;

/** Text that is read into records; beyond it an entry is refused before it is unpacked. */
const maxJsonBytes = 256 * 1024 ** 2;
const maxManifestBytes = 16 * 1024 ** 2;
const maxDepth = 32;
const recordsBetweenPauses = 2_000;

/** Tables that came after the first archives, and the version of the records that brought them. */
const tablesSince: Partial<Record<TableName, number>> = {
  exchanges: 2,
  profiles: 3,
  people: 3,
  posts: 3,
  shifts: 3,
  assignments: 3,
  travelTimes: 3,
};

const firstManifestSchema = z.strictObject({
  format: z.literal('regie-archive'),
  formatVersion: z.literal(1),
  /** Of the records: the number of the data room's last migration. */
  schemaVersion: z.int().min(1),
  createdAt: instantSchema,
  /** The version of the program that wrote it; empty when it did not say. */
  program: z.string().max(60),
  /** How many records of each table. */
  counts: z.record(z.string(), z.int().min(0)),
  /** SHA-256, in hexadecimal, of every other entry. */
  digests: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});
const manifestSchema = firstManifestSchema
  .extend({
    formatVersion: z.literal(archiveFormat),
    /** Everything, or one event with what belongs to it and the versions of it that are known. */
    scope: z.enum(['workspace', 'event']),
    /** Of the event, as its records stand here. */
    version: idSchema.nullable(),
    /** The versions that are part of this one. */
    ancestors: z.array(idSchema).max(mostAncestors),
  })
  .refine(({ scope, version, ancestors }) =>
    scope === 'event' ? version !== null : version === null && ancestors.length === 0,
  );
export type ArchiveManifest = Readonly<z.infer<typeof manifestSchema>>;

/** What of a manifest is read before its version is known. */
const versionsSchema = z.object({
  format: z.literal('regie-archive'),
  formatVersion: z.int().min(1),
  schemaVersion: z.int().min(1),
});

export type ArchiveAnswer =
  | Readonly<{
      kind: 'archive';
      manifest: ArchiveManifest;
      workspace: Workspace;
      attachments: ReadonlyMap<string, Uint8Array>;
    }>
  | Readonly<{ kind: 'refused'; problem: FileProblem }>;

export type ArchiveFacts = Readonly<{
  createdAt: Instant;
  schemaVersion: number;
  program?: string;
  /** The version of its one event that the archive is, among the workspace's `exchanges`. */
  version?: string;
}>;

/**
 * One file for a whole workspace, or for one event when `version` is given. Throws when an attachment's id is no uuid, or when it would be
 * too large to be read back.
 */
export async function writeArchive(
  workspace: Workspace,
  attachments: ReadonlyMap<string, Uint8Array>,
  { createdAt, schemaVersion, program = '', version }: ArchiveFacts,
): Promise<Uint8Array<ArrayBuffer>> {
  const [made] = workspace.exchanges.filter(({ id }) => id === version);
  // What this version holds are the records themselves.
  const written = { ...workspace, exchanges: workspace.exchanges.filter((one) => one !== made) };
  const entries = new Map<string, Uint8Array>();
  for (const table of tableNames) {
    const json = new TextEncoder().encode(JSON.stringify(written[table]));
    if (json.length > maxJsonBytes) throw new RangeError(`${table}: too much for one archive`);
    entries.set(recordsEntry(table), json);
  }
  for (const [id, bytes] of attachments) {
    if (!isEntryName(attachmentEntry(id))) throw new RangeError(`not an attachment's id: ${id}`);
    entries.set(attachmentEntry(id), bytes);
  }
  const digests: Record<string, string> = {};
  for (const [name, bytes] of entries) digests[name] = await sha256(bytes);
  const manifest: ArchiveManifest = {
    format: 'regie-archive',
    formatVersion: archiveFormat,
    schemaVersion,
    createdAt,
    program,
    scope: made ? 'event' : 'workspace',
    version: made?.id ?? null,
    ancestors: [...(made?.ancestors ?? [])],
    counts: Object.fromEntries(tableNames.map((table) => [table, written[table].length])),
    digests,
  };
  const first = new TextEncoder().encode(JSON.stringify(manifest, null, 2));
  return writeZip(new Map([['manifest.json', first], ...entries]));
}

/** Checks everything, then answers everything: a file of a newer program, or wrong in any byte, is refused whole. Never throws. */
export async function readArchive(bytes: Uint8Array, schemaVersion: number): Promise<ArchiveAnswer> {
  try {
    const { manifest, entries } = await openArchive(bytes, schemaVersion);
    const contents = await checkedContents(bytes, manifest, entries);
    const tables: [TableName, unknown[]][] = [];
    for (const table of tablesOf(manifest)) tables.push([table, await recordsOf(table, contents, manifest)]);
    const records = { ...emptyWorkspace(), ...Object.fromEntries(tables) } as Workspace;
    const workspace = manifest.scope === 'event' ? withVersion(records, manifest) : records;
    const attachments = new Map(
      [...contents].flatMap(([name, content]) =>
        name.startsWith('attachments/') ? [[name.slice('attachments/'.length), content] as const] : [],
      ),
    );
    return { kind: 'archive', manifest, workspace, attachments };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', problem: error.problem };
    return { kind: 'refused', problem: { code: 'damaged', place: '' } };
  }
}

/** How a file in the age format begins: an archive that a password protects. */
const firstLineOfAge = 'age-encryption.org/v1\n';

export function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, firstLineOfAge.length)) === firstLineOfAge;
}

/** Ends the reading of an archive from wherever something is wrong; never leaves this file. */
class Refusal extends Error {
  readonly problem: FileProblem;
  constructor(code: FileProblemCode, place = '') {
    super(code);
    this.problem = { code, place };
  }
}

type Opened = { manifest: ArchiveManifest; entries: readonly ZipEntry[] };

/** The manifest comes first: what a newer program wrote is refused as such, whatever else it holds. */
async function openArchive(bytes: Uint8Array, schemaVersion: number): Promise<Opened> {
  if (isEncrypted(bytes)) throw new Refusal('encrypted');
  const list = listZip(bytes);
  if (list.kind === 'notAZip') throw new Refusal('notAnArchive');
  if (list.kind !== 'list') throw new Refusal(list.kind, list.place);
  const entry = list.entries.find(({ name }) => name === 'manifest.json');
  if (!entry) throw new Refusal('notAnArchive');
  if (entry.size > maxManifestBytes) throw new Refusal('tooLarge', entry.name);
  const content = await readZipEntry(bytes, entry);
  if (!content) throw new Refusal('damaged', entry.name);
  const json = jsonOf(content);
  const versions = versionsSchema.safeParse(json);
  if (!versions.success) throw new Refusal('notAnArchive', entry.name);
  if (versions.data.formatVersion > archiveFormat)
    throw new Refusal('newerFormat', String(versions.data.formatVersion));
  if (versions.data.schemaVersion > schemaVersion)
    throw new Refusal('newerSchema', String(versions.data.schemaVersion));
  const manifest = manifestOf(json, versions.data.formatVersion);
  if (!manifest) throw new Refusal('damaged', entry.name);
  return { manifest, entries: list.entries };
}

/** Every archive of the first format is of a whole workspace. */
function manifestOf(json: unknown, formatVersion: number): ArchiveManifest | null {
  if (formatVersion === archiveFormat) return manifestSchema.safeParse(json).data ?? null;
  const first = firstManifestSchema.safeParse(json);
  if (!first.success) return null;
  return { ...first.data, formatVersion: archiveFormat, scope: 'workspace', version: null, ancestors: [] };
}

/** The archive of one event holds nothing else; what its records are is a version as well. */
function withVersion(records: Workspace, { version, ancestors }: ArchiveManifest): Workspace {
  const [event, ...others] = records.events;
  if (!event || others.length > 0 || version === null) throw new Refusal('badRecord', recordsEntry('events'));
  const foreign = (['settings', 'templates', 'periods', 'travelTimes'] as const).find(
    (table) => records[table].length > 0,
  );
  if (foreign) throw new Refusal('badRecord', recordsEntry(foreign));
  const isOfEvent: readonly [TableName, boolean][] = [
    ['tasks', records.tasks.every(({ eventId }) => eventId === event.id)],
    ['reports', records.reports.every(({ id }) => id === event.id)],
    ['posts', records.posts.every(({ eventId }) => eventId === event.id)],
    ['shifts', records.shifts.every(({ eventId }) => eventId === event.id)],
    ['assignments', records.assignments.every(({ eventId }) => eventId === event.id)],
    ['exchanges', records.exchanges.every((one) => isOf(event.id, one) && one.id !== version)],
  ];
  for (const [table, isWell] of isOfEvent) if (!isWell) throw new Refusal('badRecord', recordsEntry(table));
  const contents = {
    event,
    tasks: [...records.tasks],
    report: records.reports[0] ?? null,
    posts: [...records.posts],
    shifts: [...records.shifts],
    assignments: [...records.assignments],
  };
  const made: EventExchange = { id: version, eventId: event.id, isOwn: true, ancestors, contents };
  return { ...records, exchanges: [...records.exchanges, made] };
}

function isOf(eventId: string, { eventId: of, contents }: EventExchange): boolean {
  return of === eventId && contents.event.id === eventId;
}

/** Every entry but the manifest: of a name that is ours, listed in the manifest, and with the digest that it gives. */
async function checkedContents(
  bytes: Uint8Array,
  manifest: ArchiveManifest,
  entries: readonly ZipEntry[],
): Promise<Map<string, Uint8Array>> {
  const { digests } = manifest;
  const tables = tablesOf(manifest);
  const others = entries.filter(({ name }) => name !== 'manifest.json');
  const foreign = others.find(({ name }) => !isEntryName(name, tables));
  if (foreign) throw new Refusal('badEntry', foreign.name.slice(0, 80));
  const present = new Set(others.map(({ name }) => name));
  const missing = Object.keys(digests).find((name) => !present.has(name));
  if (missing !== undefined) throw new Refusal('damaged', missing.slice(0, 80));
  const contents = new Map<string, Uint8Array>();
  for (const entry of others) {
    if (entry.name.startsWith('records/') && entry.size > maxJsonBytes)
      throw new Refusal('tooLarge', entry.name);
    const content = await readZipEntry(bytes, entry);
    if (!content || digests[entry.name] !== (await sha256(content))) throw new Refusal('damaged', entry.name);
    contents.set(entry.name, content);
  }
  return contents;
}

async function recordsOf(
  table: TableName,
  contents: ReadonlyMap<string, Uint8Array>,
  { counts }: ArchiveManifest,
): Promise<unknown[]> {
  const name = recordsEntry(table);
  const content = contents.get(name);
  // The archive is older than the table.
  if (content === undefined && counts[table] === undefined) return [];
  const records = content && jsonOf(content);
  if (!Array.isArray(records) || records.length !== counts[table]) throw new Refusal('damaged', name);
  const checked: unknown[] = [];
  const ids = new Set<string>();
  for (const [index, record] of records.entries()) {
    const place = `${name}[${index}]`;
    const answer = recordSchemas[table].safeParse(record);
    if (!answer.success)
      throw new Refusal('badRecord', `${place}.${answer.error.issues[0]?.path.join('.') ?? ''}`);
    const unknown = unknownKey(record, answer.data);
    if (unknown !== null) throw new Refusal('badRecord', `${place}${unknown}`);
    if (ids.has(answer.data.id)) throw new Refusal('badRecord', `${place}.id`);
    ids.add(answer.data.id);
    checked.push(answer.data);
    if (index % recordsBetweenPauses === recordsBetweenPauses - 1) await pause();
  }
  return checked;
}

/** The first key that the schema did not know and left out, as a path; a record is never kept in part. */
function unknownKey(given: unknown, parsed: unknown): string | null {
  if (typeof given !== 'object' || given === null || typeof parsed !== 'object' || parsed === null)
    return null;
  for (const [key, value] of Object.entries(given)) {
    if (!Object.hasOwn(parsed, key)) return `.${key.slice(0, 60)}`;
    const inside = unknownKey(value, (parsed as Record<string, unknown>)[key]);
    if (inside !== null) return `.${key}${inside}`;
  }
  return null;
}

function tablesOf({ schemaVersion }: Pick<ArchiveManifest, 'schemaVersion'>): TableName[] {
  return tableNames.filter((table) => (tablesSince[table] ?? 1) <= schemaVersion);
}

function isEntryName(name: string, tables: readonly TableName[] = tableNames): boolean {
  if (tables.some((table) => name === recordsEntry(table))) return true;
  return /^attachments\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(name);
}

function recordsEntry(table: TableName): string {
  return `records/${table}.json`;
}

function attachmentEntry(id: string): string {
  return `attachments/${id}`;
}

/** `undefined` when the text is no JSON, is nested too deep, or has a key that names a prototype. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isPlain(value, 0) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= maxDepth || Object.hasOwn(value, '__proto__')) return false;
  return Object.values(value).every((inside) => isPlain(inside, depth + 1));
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
