import {
  type CsvAnswer,
  type CsvTable,
  looksLikeRow,
  readCsv,
  type SaidOfCsv,
  type Separator,
  type TellShare,
} from '@shared/interchange/csv';
import type { FileProblem } from '@shared/interchange/text';

/** What each column of a file fills; `null` for one that is ignored. */
export type CsvMapping<Column extends string> = readonly (Column | null)[];

/** `open` brings the file, `read` reads it again as said, `plan` asks what an import would do. `ask` pairs an answer with its question. */
export type CsvQuestion<Column extends string, Context> = Readonly<{ ask: number }> &
  (
    | Readonly<{ kind: 'open'; bytes: Uint8Array }>
    | Readonly<{ kind: 'read'; separator: Separator; said: SaidOfCsv }>
    | Readonly<{ kind: 'plan'; mapping: CsvMapping<Column>; context: Context }>
  );

/** The table stays in the worker: the page is told what it needs to choose. */
export type TableFacts = Omit<CsvTable, 'rows'> &
  Readonly<{ rowCount: number; sample: readonly (readonly string[])[] }>;

export type CsvReply<Plan> = Readonly<{ ask: number }> &
  /** Before the answer: how much of the work is done, 0 to 1. */
  (
    | Readonly<{ kind: 'progress'; share: number }>
    | Readonly<{ kind: 'table'; table: TableFacts }>
    | Readonly<{ kind: 'refused'; problem: FileProblem }>
    | Readonly<{ kind: 'plan'; plan: Plan }>
  );

/** What an import makes of a table: which columns it knows by their titles, and what it would do. */
export type CsvWork<Column extends string, Context, Plan> = Readonly<{
  propose: (headers: readonly string[]) => CsvMapping<Column>;
  plan: (table: CsvTable, mapping: CsvMapping<Column>, context: Context, tellShare: TellShare) => Plan;
}>;

const sampleLength = 3;

/** Makes this worker answer about one file at a time. */
export function serveCsvImport<Column extends string, Context, Plan>({
  propose,
  plan,
}: CsvWork<Column, Context, Plan>): void {
  let bytes = new Uint8Array() as Uint8Array;
  let table: CsvTable | null = null;

  self.onmessage = ({ data }: MessageEvent<CsvQuestion<Column, Context>>) => {
    const { ask } = data;
    const answer = (said: CsvReply<Plan>): void => self.postMessage(said);
    const tellShare: TellShare = (share) => answer({ ask, kind: 'progress', share });
    if (data.kind === 'plan') {
      if (table) answer({ ask, kind: 'plan', plan: plan(table, data.mapping, data.context, tellShare) });
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
    const isRow = looksLikeRow(headers) && propose(headers).every((column) => column === null);
    return isRow ? readCsv(bytes, undefined, { hasHeader: false }, tellShare) : read;
  }
}

function factsOf({ rows, ...facts }: CsvTable): TableFacts {
  return {
    ...facts,
    rowCount: rows.length,
    sample: rows.slice(0, sampleLength).map(({ cells }) => cells),
  };
}
