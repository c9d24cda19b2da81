import { z } from 'zod';
import { eventIdSchema } from './plannedEvent';
import { idSchema, lineSchema, proseSchema, titleSchema } from './text';
import { daySchema } from './time';

/** The places of the report where a person writes. */
export const narrativeSlots = [
  'summary',
  'context',
  'objectives',
  'calendar',
  'tasks',
  'conclusion',
] as const;
export type NarrativeSlot = (typeof narrativeSlots)[number];

export const recommendationKinds = ['keep', 'avoid', 'improve'] as const;

export const recommendationSchema = z.object({
  id: idSchema,
  kind: z.enum(recommendationKinds),
  title: titleSchema,
  details: proseSchema,
  owner: lineSchema,
});
export type Recommendation = Readonly<z.infer<typeof recommendationSchema>>;

/** What people write in an event's report; everything else in it is computed. One record an event, under its id. */
export const eventReportSchema = z.object({
  id: eventIdSchema,
  version: lineSchema,
  /** The day written on the cover; `null`: the day of printing. */
  establishedOn: daySchema.nullable(),
  author: lineSchema,
  narratives: z.partialRecord(z.enum(narrativeSlots), proseSchema),
  recommendations: z.array(recommendationSchema).max(200, 'tooMany'),
});
export type EventReport = Readonly<z.infer<typeof eventReportSchema>>;

export function emptyReport(id: EventReport['id']): EventReport {
  return { id, version: '1.0', establishedOn: null, author: '', narratives: {}, recommendations: [] };
}
