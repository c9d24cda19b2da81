import { z } from 'zod';
import { lineSchema } from './text';
import { timeZoneSchema } from './time';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** The workspace's settings: one record. */
export const settingsSchema = z.object({
  id: z.literal('workspace'),
  organisation: lineSchema,
  /** Under the organisation's name on documents: a programme, a department. */
  organisationUnit: lineSchema,
  /** Who orders the events; printed on the cover. */
  contractingAuthority: lineSchema,
  /** The user's own name or function, as tasks name their owner: it makes « mine ». */
  me: lineSchema,
  /** A PNG, JPEG or SVG kept by the host under this id. */
  logoId: z.uuid().nullable(),
  /** Hue of the accent colour, in degrees of oklch. */
  accentHue: z.int().min(0).max(359),
  language: z.enum(['system', ...languages]),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'airy']),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/, 'notACurrency'),
  timeZone: timeZoneSchema,
  /** ISO weekdays that are worked: 1 is Monday. */
  workingWeekdays: z.array(z.int().min(1).max(7)).min(1, 'noWorkingDay').max(7),
  /** Region of public holidays: country, or country-region, as the holidays package names them (`NC`, `FR`, `FR-57`). */
  holidaysRegion: z.string().max(12),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** What a new workspace begins with, for the first user: a province of New Caledonia. */
export const defaultSettings: Settings = {
  id: 'workspace',
  organisation: '',
  organisationUnit: '',
  contractingAuthority: '',
  me: '',
  logoId: null,
  accentHue: 205,
  language: 'system',
  theme: 'system',
  density: 'compact',
  currency: 'XPF',
  timeZone: 'Pacific/Noumea',
  workingWeekdays: [1, 2, 3, 4, 5],
  holidaysRegion: 'NC',
};
