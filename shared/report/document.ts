import { z } from 'zod';
import { narrativeSlots } from '../domain/eventReport';
import { languages } from '../domain/settings';

/**
 * A document before any layout: what it says, in its language, with the source of each figure. The page, the HTML file and the PDF are
 * three readings of one of these. Every text is final: numbered, formatted, in the typography of its language.
 */
const toneSchema = z.enum(['plain', 'ok', 'warn', 'alert']);
/** What a text means; shown as a shape beside it, never by colour alone. */
export type Tone = z.infer<typeof toneSchema>;

const cellSchema = z.object({
  text: z.string(),
  /** A second, smaller line under the text. */
  note: z.string().optional(),
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
export type Column = z.infer<typeof columnSchema>;

/** A `group` spans the table and names the rows that follow it. */
const rowSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cells'), cells: z.array(cellSchema) }),
  z.object({ kind: z.literal('group'), text: z.string() }),
]);
export type Row = z.infer<typeof rowSchema>;

/** « Tableau 3 » and what it shows. */
const captionSchema = z.object({ label: z.string(), text: z.string() });

/** How a task or a part of tasks ended; each has its own pattern, legible in black and white. */
export const shareParts = ['onTime', 'late', 'overdue', 'toCome', 'undated', 'dropped'] as const;

const blockSchema = z.discriminatedUnion('kind', [
  /** `number` is empty for a heading that the contents do not name. */
  z.object({ kind: z.literal('heading'), number: z.string(), text: z.string() }),
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
    caption: captionSchema.nullable(),
    columns: z.array(columnSchema),
    rows: z.array(rowSchema),
    total: z.array(cellSchema).nullable(),
    source: z.string(),
    /** Long lists, set smaller. */
    isDense: z.boolean(),
    /** Rows high enough for a pen, every cell in a frame. */
    isToSign: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('keyFigures'),
    figures: z.array(z.object({ value: z.string(), label: z.string(), note: z.string() })),
    source: z.string(),
  }),
  /** How far each thing went from its baseline (0) to its target (1), below and beyond; `null`: nobody measured it. */
  z.object({
    kind: z.literal('progress'),
    caption: captionSchema,
    heads: z.object({ name: z.string(), baseline: z.string(), target: z.string(), value: z.string() }),
    rows: z.array(
      z.object({
        label: z.string(),
        at: z.number().nullable(),
        value: z.string(),
        note: z.string(),
        tone: toneSchema,
        /** The same in words, for whoever cannot see the bar. */
        equivalent: z.string(),
      }),
    ),
    source: z.string(),
  }),
  /** Bars on one axis of days. Positions are 0 to 1 of the width. */
  z.object({
    kind: z.literal('timeline'),
    caption: captionSchema,
    heads: z.object({ name: z.string(), plan: z.string(), note: z.string() }),
    ticks: z.array(z.object({ at: z.number(), label: z.string() })),
    marks: z.array(z.object({ at: z.number(), label: z.string() })),
    /** Days on which nobody works, or schools are closed, behind the bars. */
    bands: z.array(z.object({ from: z.number(), to: z.number() })),
    bars: z.array(
      z.object({
        label: z.string(),
        from: z.number(),
        to: z.number(),
        doneShare: z.number(),
        note: z.string(),
        equivalent: z.string(),
      }),
    ),
    source: z.string(),
  }),
  /** Shares of a whole, in order; `equivalent` says the same in words. */
  z.object({
    kind: z.literal('shares'),
    equivalent: z.string(),
    parts: z.array(z.object({ label: z.string(), count: z.number(), part: z.enum(shareParts) })),
    source: z.string(),
  }),
  /** Counts as bars, the longest first; `share` is 0 to 1 of the longest. */
  z.object({
    kind: z.literal('bars'),
    caption: captionSchema,
    heads: z.object({ name: z.string(), count: z.string() }),
    rows: z.array(z.object({ label: z.string(), count: z.string(), share: z.number() })),
    source: z.string(),
  }),
  z.object({ kind: z.literal('callout'), tone: toneSchema, text: z.string() }),
]);
export type Block = z.infer<typeof blockSchema>;
export type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

const sectionSchema = z.object({
  id: z.string(),
  /** « 3 »; « Annexe A » for an annex; empty where a short document numbers nothing. */
  number: z.string(),
  title: z.string(),
  startsPage: z.boolean(),
  blocks: z.array(blockSchema),
});
export type Section = z.infer<typeof sectionSchema>;

export const reportDocumentSchema = z.object({
  language: z.enum(languages),
  /** Of the event, with its edition. */
  title: z.string(),
  /** « Rapport d’évaluation ». */
  kindLabel: z.string(),
  /** Hue of the charter, in degrees of oklch. */
  accentHue: z.number(),
  /**
   * `page`: a cover of its own, then the contents. `head`: a letterhead above the text, for a short document. `sheet`: the same in as little height
   * as can be, for papers that are carried about.
   */
  form: z.enum(['page', 'head', 'sheet']),
  cover: z.object({
    lines: z.array(z.string()),
    organisation: z.string(),
    organisationUnit: z.string(),
    /** `data:` address of the organisation's logo, or `null`. */
    logo: z.string().startsWith('data:image/').nullable(),
    facts: z.array(z.object({ term: z.string(), text: z.string() })),
    visa: z.object({ label: z.string(), note: z.string() }),
  }),
  contentsTitle: z.string(),
  running: z.object({ version: z.string(), foot: z.string(), page: z.string(), continued: z.string() }),
  sections: z.array(sectionSchema),
});
export type ReportDocument = z.infer<typeof reportDocumentSchema>;
