import { z } from 'zod';
import { narrativeSlots } from '../domain/eventReport';
import { languages } from '../domain/settings';

/**
 * A document before any layout: what it says, in its language, with the source of each figure. The page, the HTML file and the PDF are three
 * readings of one of these.
 */
const toneSchema = z.enum(['plain', 'ok', 'warn', 'alert']);
export type Tone = z.infer<typeof toneSchema>;

const cellSchema = z.object({
  text: z.string(),
  tone: toneSchema.optional(),
  isStrong: z.boolean().optional(),
});
export type Cell = z.infer<typeof cellSchema>;

const columnSchema = z.object({
  header: z.string(),
  align: z.enum(['start', 'end']),
  /** Share of the width; the sum of a table's shares is its whole. */
  share: z.number().positive(),
});

const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  /** Written by a person; `prompt` stands in the page, never on paper, while `text` is empty. */
  z.object({
    kind: z.literal('narrative'),
    slot: z.enum(narrativeSlots),
    text: z.string(),
    prompt: z.string(),
  }),
  z.object({ kind: z.literal('facts'), rows: z.array(z.object({ term: z.string(), text: z.string() })) }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    columns: z.array(columnSchema),
    rows: z.array(z.array(cellSchema)),
  }),
  z.object({
    kind: z.literal('keyFigures'),
    figures: z.array(z.object({ value: z.string(), label: z.string(), note: z.string() })),
  }),
  /** Bars on one axis of days; `equivalent` says the same in words. Positions are 0 to 1 of the width. */
  z.object({
    kind: z.literal('timeline'),
    equivalent: z.string(),
    ticks: z.array(z.object({ at: z.number(), label: z.string() })),
    marks: z.array(z.object({ at: z.number(), label: z.string() })),
    bars: z.array(
      z.object({
        label: z.string(),
        from: z.number(),
        to: z.number(),
        doneShare: z.number(),
        note: z.string(),
      }),
    ),
  }),
  /** Shares of a whole, in order; `equivalent` says the same in words. */
  z.object({
    kind: z.literal('shares'),
    equivalent: z.string(),
    parts: z.array(z.object({ label: z.string(), count: z.number(), tone: toneSchema })),
  }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.object({ kind: z.literal('callout'), tone: toneSchema, text: z.string() }),
  z.object({ kind: z.literal('source'), text: z.string() }),
]);
export type Block = z.infer<typeof blockSchema>;
export type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

const sectionSchema = z.object({
  id: z.string(),
  /** « 3 » or « A » for an annex. */
  number: z.string(),
  title: z.string(),
  blocks: z.array(blockSchema),
});
export type Section = z.infer<typeof sectionSchema>;

export const reportDocumentSchema = z.object({
  language: z.enum(languages),
  title: z.string(),
  kindLabel: z.string(),
  subtitle: z.string(),
  accentHue: z.number(),
  organisation: z.string(),
  organisationUnit: z.string(),
  /** `data:` address of the organisation's logo, or `null`. */
  logo: z.string().startsWith('data:image/').nullable(),
  coverFacts: z.array(z.object({ term: z.string(), text: z.string() })),
  visaLabel: z.string(),
  contentsTitle: z.string(),
  runningTitle: z.string(),
  runningVersion: z.string(),
  runningFoot: z.string(),
  pageLabel: z.string(),
  continuedLabel: z.string(),
  sections: z.array(sectionSchema),
});
export type ReportDocument = z.infer<typeof reportDocumentSchema>;
