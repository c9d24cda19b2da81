import '@shared/domain/zodWithoutEval';
import {
  type CsvAnswer,
  type CsvTable,
  looksLikeRow,
  readCsv,
  type SaidOfCsv,
  type Separator,
  type TellShare,
} from '@shared/interchange/csv';
import {
  type PeopleImportContext,
  type PeopleImportPlan,
  type PeopleMapping,
  planPeopleImport,
  proposePeopleMapping,
} from '@shared/interchange/peopleCsv';
import type { FileProblem } from '@shared/interchange/text';
import { v7 as newUuid } from 'uuid';

export type ImportContext = Omit<PeopleImportContext, 'newId'>;

/** `open` brings the file, `read` reads it again as said, `plan` asks what an import would do. `ask` pairs an answer with its question. */
export type ImportQuestion = Readonly<{ ask: number }> &
  (
    | Readonly<{ kind: 'open'; bytes: Uint8Array }>
    | Readonly<{ kind: 'read'; separator: Separator; said: SaidOfCsv }>
    | Readonly<{ kind: 'plan'; mapping: PeopleMapping; context: ImportContext }>
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
    | Readonly<{ kind: 'plan'; plan: PeopleImportPlan }>
  );

const sampleLength = 3;
let bytes = new Uint8Array() as Uint8Array;
let table: CsvTable | null = null;

self.onmessage = ({ data }: MessageEvent<ImportQuestion>) => {
  const { ask } = data;
  const answer = (said: ImportAnswer): void => self.postMessage(said);
  const tellShare: TellShare = (share) => answer({ ask, kind: 'progress', share });
  if (data.kind === 'plan') {
    if (!table) return;
    const context = { ...data.context, newId: newUuid };
    answer({ ask, kind: 'plan', plan: planPeopleImport(table, data.mapping, context, tellShare) });
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
  const isRow = looksLikeRow(headers) && proposePeopleMapping(headers).every((column) => column === null);
  return isRow ? readCsv(bytes, undefined, { hasHeader: false }, tellShare) : read;
}

function factsOf({ rows, ...facts }: CsvTable): TableFacts {
  return {
    ...facts,
    rowCount: rows.length,
    sample: rows.slice(0, sampleLength).map(({ cells }) => cells),
  };
}
