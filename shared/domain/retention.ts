import { z } from 'zod';
import { lineSchema } from './text';
import { daySchema } from './time';

/** What the program does with personal data: each is one entry of the register of processing. */
export const personalUses = ['contacts', 'owners', 'staff', 'reports', 'texts', 'user', 'erasures'] as const;
export type PersonalUse = (typeof personalUses)[number];

/** How long the personal data of one use is kept. Reference data: dated, sourced, editable. */
export const retentionSchema = z.object({
  id: z.enum(personalUses),
  /** Counted as `personalUseFacts` says; 0 is « not after ». */
  months: z.int().min(0).max(600, 'tooLong'),
  source: lineSchema,
  /** When somebody last compared it with the source; `null` asks for it. */
  checkedOn: daySchema.nullable(),
});
export type Retention = Readonly<z.infer<typeof retentionSchema>>;
