import { z } from 'zod';
import { changeSetSchema } from './domain/changeSet';
import { languages } from './domain/settings';

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

export const channels = {
  'app:info': { ask: z.tuple([]), answer: hostInfoSchema },
  /** The native menu's language and the frame's theme follow the settings. */
  'app:appearance': {
    ask: z.tuple([z.object({ language: z.enum(languages), theme: z.enum(['system', 'light', 'dark']) })]),
    answer: z.void(),
  },
  /** Appends one change set and flushes it to disk. Answers only when it is safe; rejects when it is not, with nothing written. */
  'journal:append': { ask: z.tuple([changeSetSchema]), answer: z.void() },
  /** The last `seq` written; 0 when the journal is empty. */
  'journal:head': { ask: z.tuple([]), answer: z.object({ seq: z.int().min(0) }) },
  /** Change sets after `seq`, oldest first, at most `limit` of them. */
  'journal:after': {
    ask: z.tuple([z.int().min(0), z.int().min(1).max(1000)]),
    answer: z.array(changeSetSchema),
  },
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
