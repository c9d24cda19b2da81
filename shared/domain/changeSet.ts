import { z } from 'zod';
import { assignmentSchema } from './assignment';
import { calendarPeriodSchema } from './calendarPeriod';
import { erasureSchema } from './erasure';
import { eventExchangeSchema } from './eventExchange';
import { eventReportSchema } from './eventReport';
import { plannedEventSchema } from './plannedEvent';
import { postSchema } from './post';
import { retentionSchema } from './retention';
import { settingsSchema } from './settings';
import { shiftSchema } from './shift';
import { staffMemberSchema } from './staffMember';
import { taskSchema } from './task';
import { taskTemplateSchema } from './taskTemplate';
import { instantSchema } from './time';
import { travelTimeSchema } from './travelTime';
import { workProfileSchema } from './workProfile';

/** Every table of a workspace and the schema of its records. To add a noun: one line here, one migration in the data room. */
export const recordSchemas = {
  settings: settingsSchema,
  events: plannedEventSchema,
  tasks: taskSchema,
  templates: taskTemplateSchema,
  periods: calendarPeriodSchema,
  reports: eventReportSchema,
  retentions: retentionSchema,
  erasures: erasureSchema,
  exchanges: eventExchangeSchema,
  profiles: workProfileSchema,
  people: staffMemberSchema,
  posts: postSchema,
  shifts: shiftSchema,
  assignments: assignmentSchema,
  travelTimes: travelTimeSchema,
} as const;
export type TableName = keyof typeof recordSchemas;
export type RecordOf<T extends TableName> = Readonly<z.infer<(typeof recordSchemas)[T]>>;
export const tableNames = Object.keys(recordSchemas) as readonly TableName[];

/** `before` null creates, `after` null deletes. Typed by table through `operation` in the data room. */
export const operationSchema = z.object({
  table: z.enum(tableNames as [TableName, ...TableName[]]),
  key: z.string().min(1).max(60),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type Operation = Readonly<z.infer<typeof operationSchema>>;

/** What was done, in words that both languages can say: a key of `history` in i18n and its parameters. */
export const labelSchema = z.object({
  key: z.string().regex(/^[a-zA-Z]{1,40}$/),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Label = Readonly<z.infer<typeof labelSchema>>;

/** One change, as the journal holds it and history shows it. `seq` has no holes. */
export const changeSetSchema = z.object({
  seq: z.int().min(1),
  id: z.uuid(),
  at: instantSchema,
  label: labelSchema,
  /** `undo` and `redo` name the change that they take back or bring back. */
  kind: z.enum(['do', 'undo', 'redo']),
  of: z.uuid().nullable(),
  operations: z.array(operationSchema),
});
export type ChangeSet = Readonly<z.infer<typeof changeSetSchema>>;

/** The operations that take these back, in reverse order. */
export function inverse(operations: readonly Operation[]): Operation[] {
  return operations
    .map(({ before, after, ...place }) => ({ ...place, before: after, after: before }))
    .reverse();
}
