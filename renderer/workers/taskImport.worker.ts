import '@shared/domain/zodWithoutEval';
import type { CalendarPeriod } from '@shared/domain/calendarPeriod';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Settings } from '@shared/domain/settings';
import type { Task } from '@shared/domain/task';
import type { Day, Instant } from '@shared/domain/time';
import { workCalendarOf } from '@shared/domain/workCalendar';
import {
  type CsvAnswer,
  type CsvTable,
  looksLikeRow,
  readCsv,
  type SaidOfCsv,
  type Separator,
  type TellShare,
} from '@shared/interchange/csv';
import type { TaskMapping } from '@shared/interchange/taskRow';
import { type ImportPlan, planTaskImport, proposeMapping } from '@shared/interchange/tasksCsv';
import type { FileProblem } from '@shared/interchange/text';
import { v7 as newUuid } from 'uuid';

export type ImportContext = Readonly<{
  event: PlannedEvent | null;
  /** Those of the event, or those without one. */
  existing: readonly Task[];
  settings: Pick<Settings, 'workingWeekdays'>;
  periods: readonly CalendarPeriod[];
  now: Instant;
  today: Day;
}>;

/** `open` brings the file, `read` reads it again as said, `plan` asks what an import would do. `ask` pairs an answer with its question. */
export type ImportQuestion = Readonly<{ ask: number }> &
  (
    | Readonly<{ kind: 'open'; bytes: Uint8Array }>
    | Readonly<{ kind: 'read'; separator: Separator; said: SaidOfCsv }>
    | Readonly<{ kind: 'plan'; mapping: TaskMapping; context: ImportContext }>
  );

/** The table stays here: the page is told what it needs to choose. */
export type TableFacts = Omit<CsvTable, 'rows'> &
  Readonly<{ rowCount: number; sample: readonly (readonly string[])[] }>;

export type ImportAnswer = Readonly<{ ask: number }> &
  /** Before the answer: how much of the work is done, 0 to 1. */
  (
    | Readonly<{ kind: 'progress'; share: number }>
    | Readonly<{ kind: 'table'; table: TableFacts }>
    | Readonly<{ kind: 'refused'; problem: FileProblem }>
    | Readonly<{ kind: 'plan'; plan: ImportPlan }>
  );

const sampleLength = 3;
let bytes = new Uint8Array() as Uint8Array;
let table: CsvTable | null = null;

self.onmessage = ({ data }: MessageEvent<ImportQuestion>) => {
  const { ask } = data;
  const answer = (said: ImportAnswer): void => self.postMessage(said);
  const tellShare: TellShare = (share) => answer({ ask, kind: 'progress', share });
  if (data.kind === 'plan') {
    if (table) answer({ ask, kind: 'plan', plan: planFor(table, data.mapping, data.context, tellShare) });
    return;
  }
  if (data.kind === 'open') bytes = data.bytes;
  const read =
    data.kind === 'open' ? readAsDetected(tellShare) : readCsv(bytes, data.separator, data.said, tellShare);
  table = read.kind === 'table' ? read.table : null;
  answer(read.kind === 'table' ? { ask, kind: 'table', table: factsOf(read.table) } : { ask, ...read });
};

/** A first line that titles nothing known and looks like data is a row. */
function readAsDetected(tellShare: TellShare): CsvAnswer {
  const read = readCsv(bytes, undefined, {}, tellShare);
  if (read.kind === 'refused') return read;
  const { headers } = read.table;
  const isRow = looksLikeRow(headers) && proposeMapping(headers).every((column) => column === null);
  return isRow ? readCsv(bytes, undefined, { hasHeader: false }, tellShare) : read;
}

function planFor(
  of: CsvTable,
  mapping: TaskMapping,
  context: ImportContext,
  tellShare: TellShare,
): ImportPlan {
  const { settings, periods, ...others } = context;
  const known = { ...others, calendar: workCalendarOf(settings, periods), newId: newUuid };
  return planTaskImport(of, mapping, known, tellShare);
}

function factsOf({ rows, ...facts }: CsvTable): TableFacts {
  return {
    ...facts,
    rowCount: rows.length,
    sample: rows.slice(0, sampleLength).map(({ cells }) => cells),
  };
}
