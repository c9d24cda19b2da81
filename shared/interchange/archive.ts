import { strFromU8, strToU8, unzip, type UnzipFileInfo, zip } from 'fflate';
import { z } from 'zod';
import { recordSchemas, type TableName, tableNames } from '../domain/changeSet';
import { type Instant, instantSchema } from '../domain/time';
import { emptyWorkspace, type Workspace } from '../domain/workspace';
import type { FileProblem, FileProblemCode } from './text';

/** Raised when a program of before could misread a file of now. */
export const archiveFormat = 1;

/** Beyond these an archive is refused before it is unpacked. */
const limits = { entries: 20_000, totalBytes: 2 * 1024 ** 3, ratio: 200, depth: 32 };

const manifestSchema = z.strictObject({
  format: z.literal('regie-archive'),
  formatVersion: z.int().min(1),
  schemaVersion: z.int().min(1),
  createdAt: instantSchema,
  counts: z.record(z.string(), z.int().min(0)),
  /** SHA-256, in hexadecimal, of every other entry. */
  digests: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});
type Manifest = z.infer<typeof manifestSchema>;

export type ArchiveAnswer =
  | Readonly<{
      kind: 'archive';
      manifest: Manifest;
      workspace: Workspace;
      attachments: ReadonlyMap<string, Uint8Array>;
    }>
  | Readonly<{ kind: 'refused'; problem: FileProblem }>;

/** One file for a whole workspace: a zip of `manifest.json`, `records/<table>.json` and `attachments/<id>`. */
export async function writeArchive(
  workspace: Workspace,
  attachments: ReadonlyMap<string, Uint8Array>,
  { createdAt, schemaVersion }: { createdAt: Instant; schemaVersion: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const entries = new Map<string, Uint8Array>();
  for (const table of tableNames) entries.set(recordsEntry(table), strToU8(JSON.stringify(workspace[table])));
  for (const [id, bytes] of attachments) entries.set(`attachments/${id}`, bytes);
  const digests: Record<string, string> = {};
  for (const [name, bytes] of entries) digests[name] = await sha256(bytes);
  const manifest: Manifest = {
    format: 'regie-archive',
    formatVersion: archiveFormat,
    schemaVersion,
    createdAt,
    counts: Object.fromEntries(tableNames.map((table) => [table, workspace[table].length])),
    digests,
  };
  const files = {
    'manifest.json': strToU8(JSON.stringify(manifest, null, 2)),
    ...Object.fromEntries(entries),
  };
  return new Promise((resolve, reject) => {
    zip(files, { level: 6 }, (error, bytes) =>
      error ? reject(error) : resolve(bytes as Uint8Array<ArrayBuffer>),
    );
  });
}

/** Checks everything, then answers everything; a file of a newer program, or damaged in any byte, is refused whole. Never throws. */
export async function readArchive(bytes: Uint8Array, schemaVersion: number): Promise<ArchiveAnswer> {
  const refused = (code: FileProblemCode, place = ''): ArchiveAnswer => ({
    kind: 'refused',
    problem: { code, place },
  });
  const unpacked = await unpack(bytes);
  if ('code' in unpacked) return refused(unpacked.code, unpacked.place);
  const { files } = unpacked;
  const manifest = manifestSchema.safeParse(jsonOf(files.get('manifest.json')));
  if (!manifest.success) return refused('notAnArchive', 'manifest.json');
  const { digests, counts } = manifest.data;
  if (manifest.data.formatVersion > archiveFormat)
    return refused('newerFormat', String(manifest.data.formatVersion));
  if (manifest.data.schemaVersion > schemaVersion)
    return refused('newerSchema', String(manifest.data.schemaVersion));

  for (const [name, content] of files) {
    if (name === 'manifest.json') continue;
    if (digests[name] !== (await sha256(content))) return refused('damaged', name);
  }
  const missing = Object.keys(digests).find((name) => !files.has(name));
  if (missing !== undefined) return refused('damaged', missing);

  const workspace: { -readonly [T in TableName]: unknown } = { ...emptyWorkspace() };
  for (const table of tableNames) {
    const name = recordsEntry(table);
    const records = jsonOf(files.get(name));
    if (!Array.isArray(records) || records.length !== counts[table]) return refused('damaged', name);
    const checked: unknown[] = [];
    for (const [index, record] of records.entries()) {
      const answer = recordSchemas[table].safeParse(record);
      if (!answer.success)
        return refused('badRecord', `${name}[${index}].${answer.error.issues[0]?.path.join('.') ?? ''}`);
      checked.push(answer.data);
    }
    workspace[table] = checked;
  }
  const attachments = new Map(
    [...files].flatMap(([name, content]) =>
      name.startsWith('attachments/') ? [[name.slice(12), content] as const] : [],
    ),
  );
  return { kind: 'archive', manifest: manifest.data, workspace: workspace as Workspace, attachments };
}

type Unpacked = { files: Map<string, Uint8Array> } | FileProblem;

/** The zip's own list is checked, entry by entry, before a byte is inflated. */
function unpack(bytes: Uint8Array): Promise<Unpacked> {
  let entries = 0;
  let total = 0;
  let problem: FileProblem | null = null;
  const accept = (info: UnzipFileInfo): boolean => {
    entries += 1;
    total += info.originalSize;
    if (!isEntryName(info.name)) problem ??= { code: 'badEntry', place: info.name.slice(0, 80) };
    else if (entries > limits.entries || total > limits.totalBytes)
      problem ??= { code: 'tooLarge', place: '' };
    else if (info.originalSize > 1_000_000 && info.originalSize > limits.ratio * info.size)
      problem ??= { code: 'tooLarge', place: info.name };
    return problem === null;
  };
  return new Promise((resolve) => {
    try {
      unzip(bytes, { filter: accept }, (error, files) => {
        if (problem) resolve(problem);
        else if (error) resolve({ code: entries > 0 ? 'damaged' : 'notAnArchive', place: '' });
        else resolve({ files: new Map(Object.entries(files)) });
      });
    } catch {
      resolve(problem ?? { code: 'notAnArchive', place: '' });
    }
  });
}

function isEntryName(name: string): boolean {
  if (name === 'manifest.json' || tableNames.some((table) => name === recordsEntry(table))) return true;
  return /^attachments\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name);
}

function recordsEntry(table: TableName): string {
  return `records/${table}.json`;
}

/** `undefined` when the text is no JSON, is nested too deep, or names a prototype. */
function jsonOf(bytes: Uint8Array | undefined): unknown {
  if (!bytes) return undefined;
  try {
    const text = strFromU8(bytes);
    if (text.includes('"__proto__"')) return undefined;
    const value: unknown = JSON.parse(text);
    return depthOf(value) <= limits.depth ? value : undefined;
  } catch {
    return undefined;
  }
}

function depthOf(value: unknown): number {
  let depth = 0;
  let level: unknown[] = [value];
  while (level.length > 0 && depth <= limits.depth) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    depth += 1;
  }
  return depth;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
