import '@shared/domain/zodWithoutEval';
import { type CsvTable, readCsv, type TellShare } from '@shared/interchange/csv';
import {
  planPostImport,
  type PostImportContext,
  type PostImportPlan,
  type PostMapping,
} from '@shared/interchange/postsCsv';
import type { FileProblem } from '@shared/interchange/text';
import { v7 as newUuid } from 'uuid';

/** `open` brings the file, `plan` asks what an import would do. `ask` pairs an answer with its question. */
export type PostsQuestion = Readonly<{ ask: number }> &
  (
    | Readonly<{ kind: 'open'; bytes: Uint8Array }>
    | Readonly<{ kind: 'plan'; mapping: PostMapping; context: Omit<PostImportContext, 'newId'> }>
  );

export type PostsAnswer = Readonly<{ ask: number }> &
  /** Before the answer: how much of the work is done, 0 to 1. */
  (
    | Readonly<{ kind: 'progress'; share: number }>
    | Readonly<{ kind: 'table'; headers: readonly string[]; sample: readonly string[] }>
    | Readonly<{ kind: 'refused'; problem: FileProblem }>
    | Readonly<{ kind: 'plan'; plan: PostImportPlan }>
  );

let table: CsvTable | null = null;

self.onmessage = ({ data }: MessageEvent<PostsQuestion>) => {
  const { ask } = data;
  const answer = (said: PostsAnswer): void => self.postMessage(said);
  const tellShare: TellShare = (share) => answer({ ask, kind: 'progress', share });
  if (data.kind === 'plan') {
    if (!table) return;
    const context = { ...data.context, newId: newUuid };
    answer({ ask, kind: 'plan', plan: planPostImport(table, data.mapping, context, tellShare) });
    return;
  }
  const read = readCsv(data.bytes, undefined, {}, tellShare);
  table = read.kind === 'table' ? read.table : null;
  if (read.kind === 'refused') answer({ ask, ...read });
  else {
    const { headers, rows } = read.table;
    answer({ ask, kind: 'table', headers, sample: rows[0]?.cells ?? [] });
  }
};
