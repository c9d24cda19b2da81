import type { SaidOfCsv, Separator } from '@shared/interchange/csv';

import type { PeopleImportPlan, PeopleMapping } from '@shared/interchange/peopleCsv';
import type { FileProblem } from '@shared/interchange/text';
import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  ImportAnswer,
  ImportContext,
  ImportQuestion,
  TableFacts,
} from '@renderer/workers/peopleImport.worker';

export type PeopleImport = Readonly<{
  fileName: string | null;
  /** What the worker is doing; `null` when it waits. */
  work: 'reading' | 'planning' | null;
  /** How much of it is done, 0 to 1; `null` until the worker has said. */
  share: number | null;
  table: TableFacts | null;
  problem: FileProblem | null;
  plan: PeopleImportPlan | null;
  open: (name: string, bytes: Uint8Array) => void;
  refuse: (name: string, problem: FileProblem) => void;
  readAgain: (separator: Separator, said: SaidOfCsv) => void;
  planWith: (mapping: PeopleMapping, context: ImportContext) => void;
  /** Ends the work under way and forgets the file: nothing was written. */
  clear: () => void;
}>;

type Told = Pick<PeopleImport, 'fileName' | 'work' | 'share' | 'table' | 'problem' | 'plan'>;
const nothing: Told = { fileName: null, work: null, share: null, table: null, problem: null, plan: null };
type Unasked = ImportQuestion extends infer Q ? (Q extends ImportQuestion ? Omit<Q, 'ask'> : never) : never;

/** A file read and compared with the directory off the main thread. Only the answer to the last question counts; leaving ends the work. */
export function usePeopleImport(): PeopleImport {
  const [told, setTold] = useState<Told>(nothing);
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);

  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
    asked.current += 1;
  }, []);
  useEffect(() => stop, [stop]);

  const ask = useCallback((question: Unasked) => {
    asked.current += 1;
    worker.current?.postMessage({ ...question, ask: asked.current });
  }, []);

  const start = useCallback(
    (name: string) => {
      stop();
      const next = new Worker(new URL('../../../workers/peopleImport.worker.ts', import.meta.url), {
        type: 'module',
      });
      next.onmessage = ({ data }: MessageEvent<ImportAnswer>) => {
        if (data.ask === asked.current) setTold((before) => withAnswer(before, data));
      };
      next.onerror = () => {
        stop();
        setTold({ ...nothing, fileName: name, problem: { code: 'damaged', place: '' } });
      };
      worker.current = next;
    },
    [stop],
  );

  const open = useCallback(
    (name: string, bytes: Uint8Array) => {
      start(name);
      setTold({ ...nothing, fileName: name, work: 'reading' });
      ask({ kind: 'open', bytes });
    },
    [start, ask],
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
    (mapping: PeopleMapping, context: ImportContext) => {
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

function withAnswer(before: Told, answer: ImportAnswer): Told {
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
