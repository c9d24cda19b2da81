import type { SaidOfCsv, Separator } from '@shared/interchange/csv';
import type { FileProblem } from '@shared/interchange/text';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CsvMapping, CsvQuestion, CsvReply, TableFacts } from '../workers/csvImport';

export type CsvImport<Column extends string, Context, Plan> = Readonly<{
  fileName: string | null;
  /** What the worker is doing; `null` when it waits. */
  work: 'reading' | 'planning' | null;
  /** How much of it is done, 0 to 1; `null` until the worker has said. */
  share: number | null;
  table: TableFacts | null;
  problem: FileProblem | null;
  plan: Plan | null;
  open: (name: string, bytes: Uint8Array) => void;
  refuse: (name: string, problem: FileProblem) => void;
  readAgain: (separator: Separator, said: SaidOfCsv) => void;
  planWith: (mapping: CsvMapping<Column>, context: Context) => void;
  /** Ends the work under way and forgets the file: nothing was written. */
  clear: () => void;
}>;

type Told<Plan> = Pick<
  CsvImport<string, unknown, Plan>,
  'fileName' | 'work' | 'share' | 'table' | 'problem' | 'plan'
>;
const nothing: Told<never> = {
  fileName: null,
  work: null,
  share: null,
  table: null,
  problem: null,
  plan: null,
};
type Unasked<Q> = Q extends unknown ? Omit<Q, 'ask'> : never;

/**
 * A file read and compared with the records off the main thread. Only the answer to the last question counts; leaving ends the
 * work. `startWorker` never changes identity.
 */
export function useCsvImport<Column extends string, Context, Plan>(
  startWorker: () => Worker,
): CsvImport<Column, Context, Plan> {
  const [told, setTold] = useState<Told<Plan>>(nothing);
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);

  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
    asked.current += 1;
  }, []);
  useEffect(() => stop, [stop]);

  const ask = useCallback((question: Unasked<CsvQuestion<Column, Context>>) => {
    asked.current += 1;
    worker.current?.postMessage({ ...question, ask: asked.current });
  }, []);

  const open = useCallback(
    (name: string, bytes: Uint8Array) => {
      stop();
      const next = startWorker();
      next.onmessage = ({ data }: MessageEvent<CsvReply<Plan>>) => {
        if (data.ask === asked.current) setTold((before) => withAnswer(before, data));
      };
      next.onerror = () => {
        stop();
        setTold({ ...nothing, fileName: name, problem: { code: 'damaged', place: '' } });
      };
      worker.current = next;
      setTold({ ...nothing, fileName: name, work: 'reading' });
      ask({ kind: 'open', bytes });
    },
    [stop, ask, startWorker],
  );
  const refuse = useCallback(
    (name: string, problem: FileProblem) => {
      stop();
      setTold({ ...nothing, fileName: name, problem });
    },
    [stop],
  );
  const readAgain = useCallback(
    (separator: Separator, said: SaidOfCsv) => {
      setTold((before) => ({ ...before, work: 'reading', plan: null }));
      ask({ kind: 'read', separator, said });
    },
    [ask],
  );
  const planWith = useCallback(
    (mapping: CsvMapping<Column>, context: Context) => {
      setTold((before) => ({ ...before, work: 'planning' }));
      ask({ kind: 'plan', mapping, context });
    },
    [ask],
  );
  const clear = useCallback(() => {
    stop();
    setTold(nothing);
  }, [stop]);
  return { ...told, open, refuse, readAgain, planWith, clear };
}

function withAnswer<Plan>(before: Told<Plan>, answer: CsvReply<Plan>): Told<Plan> {
  switch (answer.kind) {
    case 'progress':
      return { ...before, share: answer.share };
    case 'table':
      return { ...before, work: null, share: null, table: answer.table, problem: null, plan: null };
    case 'refused':
      return { ...before, work: null, share: null, problem: answer.problem, plan: null };
    case 'plan':
      return { ...before, work: null, share: null, plan: answer.plan };
  }
}
