import type { CalendarPeriod } from '../domain/calendarPeriod';
import type { EventReport, NarrativeSlot } from '../domain/eventReport';
import { type DayStyle, formatDay, formatNumber } from '../domain/formatting';
import type { PlannedEvent } from '../domain/plannedEvent';
import type { RosterFacts } from '../domain/roster';
import type { Language, Settings } from '../domain/settings';
import type { Task } from '../domain/task';
import type { Day } from '../domain/time';
import type { Block, BlockOf, Cell, Column, Row, Section } from './document';
import { polished } from './typography';
import { type ReportWords, reportWords } from './words';

/** Everything that a report is composed from. */
export type ReportInput = Readonly<{
  event: PlannedEvent;
  tasks: readonly Task[];
  report: EventReport;
  settings: Settings;
  periods: readonly CalendarPeriod[];
  /** The event's roster; left out or `null`, the report has no section of it. */
  staff?: RosterFacts | null;
  language: Language;
  /** The day of the data. It stands on the cover too, until a day is set there. */
  today: Day;
  /** `data:` address. */
  logo: string | null;
}>;

export type SectionId = keyof ReportWords['sections'];

/** What every section is written with. */
export type ReportContext = ReportInput &
  Readonly<{
    words: ReportWords;
    /** « 3 » of each section that the document has; « A » of an annex. */
    numberOf: ReadonlyMap<SectionId, string>;
    /** What a person typed, in the typography of the document. */
    say: (text: string) => string;
    day: (day: Day, style?: DayStyle) => string;
    count: (value: number) => string;
  }>;

export function contextOf(input: ReportInput, numberOf: ReadonlyMap<SectionId, string>): ReportContext {
  const { language } = input;
  return {
    ...input,
    words: reportWords[language],
    numberOf,
    say: (text) => polished(text, language),
    day: (day, style = 'long') => formatDay(day, style, language),
    count: (value) => formatNumber(value, language, 0),
  };
}

/** Numbers are given once the whole document is there. */
export function section(
  { words }: ReportContext,
  id: SectionId,
  blocks: readonly (Block | null)[],
  startsPage = false,
): Section {
  return {
    id,
    number: '',
    title: words.sections[id],
    startsPage,
    blocks: blocks.filter((block): block is Block => block !== null),
  };
}

export function heading(text: string): BlockOf<'heading'> {
  return { kind: 'heading', number: '', text };
}

export function paragraph(text: string): BlockOf<'paragraph'> {
  return { kind: 'paragraph', text };
}

export function narrative({ report, words, say }: ReportContext, slot: NarrativeSlot): BlockOf<'narrative'> {
  return {
    kind: 'narrative',
    slot,
    text: say(report.narratives[slot]?.trim() ?? ''),
    prompt: words.prompts[slot],
  };
}

type TableFields = {
  caption?: string;
  columns: readonly Column[];
  rows: readonly Row[];
  total?: readonly Cell[];
  source?: string;
  isDense?: boolean;
};

export function table({
  caption,
  columns,
  rows,
  total,
  source = '',
  isDense = false,
}: TableFields): BlockOf<'table'> {
  return {
    kind: 'table',
    caption: caption === undefined ? null : { label: '', text: caption },
    columns: [...columns],
    rows: [...rows],
    total: total ? [...total] : null,
    source,
    isDense,
  };
}

export function column(header: string, share: number, align: Column['align'] = 'start'): Column {
  return { header, align, share };
}

export function row(...cells: (Cell | string)[]): Row {
  return { kind: 'cells', cells: cells.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)) };
}

export function group(text: string): Row {
  return { kind: 'group', text };
}

export function strong(text: string): Cell {
  return { text, isStrong: true };
}

/** Where something happens, its commune said once. */
export function placeOf({ venue }: PlannedEvent): string[] {
  const name = [venue.name, venue.address].filter(Boolean);
  const isNamed = venue.commune === '' || name.some((part) => part.includes(venue.commune));
  return isNamed ? name : [...name, venue.commune];
}

export function isSession({ kind }: PlannedEvent): boolean {
  return kind === 'meeting' || kind === 'training';
}

export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
