import { z } from 'zod';
import { changeSetSchema } from './domain/changeSet';
import { languages } from './domain/settings';
import type { TableSums } from './tableDigest';

/**
 * All that the page may ask of the desktop. A channel is a line of this table: what is asked, what is answered.
 * `electron/ipc.ts` checks each request against it and does not compile until every line has its handler;
 * `renderer/host` offers the same lines to the page, and a plain browser answers them too.
 */
const megabyte = 1024 * 1024;
const maxFileBytes = 256 * megabyte;
const bytesSchema = z
  .instanceof(Uint8Array<ArrayBufferLike>)
  .refine((bytes) => bytes.byteLength <= maxFileBytes, 'tooLarge');
const fileNameSchema = z.string().min(1).max(200);
const attachmentIdSchema = z.uuid();

/** What a dialog shows as the type of a file. */
export const fileKinds = ['csv', 'html', 'pdf', 'regie', 'image', 'ics', 'any'] as const;
export type FileKind = (typeof fileKinds)[number];

/** A copy of the whole workspace opens whatever its size was when it was saved; what comes from elsewhere is smaller. */
export function maxOpenBytes(kind: FileKind): number {
  return kind === 'regie' ? maxFileBytes : 50 * megabyte;
}

const savedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), name: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
]);
const openedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), name: z.string(), bytes: bytesSchema }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('tooLarge'), name: z.string(), limitBytes: z.number() }),
]);

/** A page ready to print: complete HTML without a script. Title and language go into the PDF. */
export const printJobSchema = z.object({
  html: z
    .string()
    .min(1)
    .max(64 * 1024 * 1024),
  title: z.string().min(1).max(300),
  language: z.enum(languages),
  landscape: z.boolean(),
});
export type PrintJob = z.infer<typeof printJobSchema>;

export const hostInfoSchema = z.object({
  kind: z.enum(['electron', 'browser']),
  version: z.string(),
  platform: z.enum(['darwin', 'win32', 'linux', 'browser']),
  /** The system's language, BCP 47. */
  systemLocale: z.string(),
});

const tableSumsSchema: z.ZodType<TableSums> = z.record(
  z.string(),
  z.object({ count: z.int().min(0), digest: z.string().regex(/^[0-9a-f]{16}$/) }),
);
const seqSchema = z.int().min(0);

/** What the host found when it opened journal and snapshots, before anything is shown. */
const startSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ready'),
    seq: seqSchema,
    /** Changes after this one can be asked for one by one; what was before stands in a snapshot. */
    from: seqSchema,
    /** `null` in a plain browser, which keeps nothing but a number. */
    sums: tableSumsSchema.nullable(),
    /** The program ended as it should the last time, with nothing written since. */
    wasClean: z.boolean(),
  }),
  /** Lines of the journal cannot be read: nothing is changed until they are given back through `safety:mend`. */
  z.object({ kind: z.literal('damaged'), missing: z.array(z.int().min(1)), lastSeq: seqSchema }),
  /** Written by a newer program: nothing is touched. */
  z.object({ kind: z.literal('newer') }),
  /** There was work here once, and neither journal nor snapshot is left. */
  z.object({ kind: z.literal('lost') }),
]);

const snapshotNameSchema = z.string().regex(/^snapshot-\d{9}-[\dT]+\.regie$/);
const snapshotSchema = z.object({
  name: snapshotNameSchema,
  /** `null` when it is damaged: it is left where it is, and counts for nothing. */
  facts: z
    .object({
      createdAt: z.string(),
      seq: seqSchema,
      sums: tableSumsSchema,
      bytes: z.int(),
      isShrunk: z.boolean(),
    })
    .nullable(),
});
export type SnapshotListed = Readonly<z.infer<typeof snapshotSchema>>;

/** What is safe, and where: shown in the settings, and when something is wrong. */
const safetyStateSchema = z.object({
  snapshot: z.object({ createdAt: z.string(), seq: seqSchema, count: z.int() }).nullable(),
  /** The second place, by its folder's name; `at` is the moment of its last copy. */
  second: z
    .object({ folder: z.string(), at: z.string().nullable(), isThere: z.boolean(), hasFiles: z.boolean() })
    .nullable(),
  freeBytes: z.number(),
  /** `low`: say it. `full`: every change is refused until there is room again. */
  room: z.enum(['enough', 'low', 'full']),
  /** Why the last snapshot could not be taken; `null` when it was. */
  failure: z.string().nullable(),
});
export type SafetyState = Readonly<z.infer<typeof safetyStateSchema>>;

export const channels = {
  'app:info': { ask: z.tuple([]), answer: hostInfoSchema },
  /** The native menu's language and the frame's theme follow the settings. */
  'app:appearance': {
    ask: z.tuple([z.object({ language: z.enum(languages), theme: z.enum(['system', 'light', 'dark']) })]),
    answer: z.void(),
  },
  /** Appends one change set and flushes it to disk. Answers only when it is safe; rejects when it is not, with nothing written. */
  'journal:append': { ask: z.tuple([changeSetSchema]), answer: z.void() },
  /** Change sets after `seq`, oldest first, at most `limit` of them; `seq` is at least the start's `from`. */
  'journal:after': { ask: z.tuple([seqSchema, z.int().min(1).max(1000)]), answer: z.array(changeSetSchema) },
  /** The newest change sets that the journal still holds, at most `limit`, oldest first: for the history. */
  'journal:latest': { ask: z.tuple([z.int().min(1).max(1000)]), answer: z.array(changeSetSchema) },
  /** Opens journal and snapshots for a page that knows this version of the records. Asked again, it looks again where it had stopped. */
  'safety:start': { ask: z.tuple([z.int().min(1)]), answer: startSchema },
  /** Puts change sets back into the journal in the place of lines that cannot be read. */
  'safety:mend': { ask: z.tuple([z.array(changeSetSchema).max(100_000)]), answer: z.void() },
  /** Records of a table as the journal has them now (`head`), or as they stood in a snapshot; fewer than asked only at the end. */
  'safety:records': {
    ask: z.tuple([
      z.union([z.literal('head'), snapshotNameSchema]),
      z.string().max(40),
      seqSchema,
      z.int().min(1).max(5_000),
    ]),
    answer: z.array(z.record(z.string(), z.unknown())),
  },
  /** Keeps a copy of the database's folder aside and gives the page an empty one at its next start. */
  'safety:setAside': { ask: z.tuple([]), answer: z.void() },
  'safety:snapshots': { ask: z.tuple([]), answer: z.array(snapshotSchema) },
  /** Takes a snapshot now, unless the newest holds everything; rejects when it could not be written and read back. */
  'safety:snapshot': { ask: z.tuple([]), answer: z.void() },
  /** Reads every snapshot whole and answers the list with what is damaged. */
  'safety:verify': { ask: z.tuple([]), answer: z.array(snapshotSchema) },
  'safety:state': { ask: z.tuple([]), answer: safetyStateSchema },
  /** Asks for a folder, on a stick for example, and writes a first copy there. `stop` keeps no second place any more. */
  'safety:second': {
    ask: z.tuple([z.enum(['choose', 'copy', 'stop'])]),
    answer: z.object({ kind: z.enum(['done', 'cancelled', 'insideProfile']) }),
  },
  /** Asks where, and writes what the journal knows as an archive, files included: works when the database does not. */
  'safety:saveCopy': { ask: z.tuple([fileNameSchema]), answer: savedSchema },
  /** Leaves of the past nothing but a fresh snapshot: older ones, the journal before it and the database's folder go. */
  'safety:forget': { ask: z.tuple([]), answer: z.void() },
  /** Asks where, writes atomically. `name` is a suggestion, cleaned by the host. */
  'files:save': { ask: z.tuple([fileNameSchema, z.enum(fileKinds), bytesSchema]), answer: savedSchema },
  'files:open': { ask: z.tuple([z.enum(fileKinds)]), answer: openedSchema },
  'attachments:put': { ask: z.tuple([attachmentIdSchema, bytesSchema]), answer: z.void() },
  'attachments:get': { ask: z.tuple([attachmentIdSchema]), answer: bytesSchema.nullable() },
  'attachments:remove': { ask: z.tuple([attachmentIdSchema]), answer: z.void() },
  /** A tagged PDF with title, language and bookmarks. */
  'print:pdf': { ask: z.tuple([printJobSchema]), answer: bytesSchema },
  /** The system's print dialog. */
  'print:paper': {
    ask: z.tuple([printJobSchema]),
    answer: z.object({ kind: z.enum(['printed', 'cancelled']) }),
  },
  /** `https:`, `mailto:` and `tel:` only; anything else is refused. */
  'shell:open': { ask: z.tuple([z.url().max(2000)]), answer: z.void() },
} as const;

export type Channel = keyof typeof channels;
export type Ask<C extends Channel> = z.infer<(typeof channels)[C]['ask']>;
export type Answer<C extends Channel> = z.infer<(typeof channels)[C]['answer']>;

/** What the native menu asks of the page. */
export const menuCommands = [
  'undo',
  'redo',
  'newEvent',
  'newTask',
  'palette',
  'keyboard',
  'settings',
  'print',
  'export',
  'import',
  'about',
] as const;
export type MenuCommand = (typeof menuCommands)[number];
/** The one channel that goes the other way. */
export const menuChannel = 'menu:command';

/** The name under which the preload offers the channels to the page, and their shape there. */
export const bridgeName = 'regieHost';
export type HostBridge = {
  ask: { readonly [C in Channel]: (...ask: Ask<C>) => Promise<Answer<C>> };
  onMenu: (listener: (command: MenuCommand) => void) => () => void;
};
