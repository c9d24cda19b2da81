import type { PostImportContext, PostImportPlan, PostMapping } from '@shared/interchange/postsCsv';
import type { FileProblem } from '@shared/interchange/text';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PostsAnswer, PostsQuestion } from '@renderer/workers/postsImport.worker';

export type PostsImportFile = Readonly<{
  fileName: string | null;
  /** What the worker is doing; `null` when it waits. */
  work: 'reading' | 'planning' | null;
  /** How much of it is done, 0 to 1; `null` until the worker has said. */
  share: number | null;
  headers: readonly string[] | null;
  sample: readonly string[];
  problem: FileProblem | null;
  plan: PostImportPlan | null;
  open: (name: string, bytes: Uint8Array) => void;
  refuse: (name: string, problem: FileProblem) => void;
  planWith: (mapping: PostMapping, context: Omit<PostImportContext, 'newId'>) => void;
  /** Ends the work under way and forgets the file: nothing was written. */
  clear: () => void;
}>;

type Told = Omit<PostsImportFile, 'open' | 'refuse' | 'planWith' | 'clear'>;
const nothing: Told = {
  fileName: null,
  work: null,
  share: null,
  headers: null,
  sample: [],
  problem: null,
  plan: null,
};
type Unasked = PostsQuestion extends infer Q ? (Q extends PostsQuestion ? Omit<Q, 'ask'> : never) : never;

/** A file read and compared with the posts off the main thread. Only the answer to the last question counts; leaving ends the work. */
export function usePostsImport(): PostsImportFile {
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

  const open = useCallback(
    (name: string, bytes: Uint8Array) => {
      stop();
      const next = new Worker(new URL('../../../workers/postsImport.worker.ts', import.meta.url), {
        type: 'module',
      });
      next.onmessage = ({ data }: MessageEvent<PostsAnswer>) => {
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
    [stop, ask],
  );
  const refuse = useCallback(
    (name: string, problem: FileProblem) => {
      stop();
      setTold({ ...nothing, fileName: name, problem });
    },
    [stop],
  );
  const planWith = useCallback(
    (mapping: PostMapping, context: Omit<PostImportContext, 'newId'>) => {
      setTold((before) => ({ ...before, work: 'planning' }));
      ask({ kind: 'plan', mapping, context });
    },
    [ask],
  );
  const clear = useCallback(() => {
    stop();
    setTold(nothing);
  }, [stop]);
  return { ...told, open, refuse, planWith, clear };
}

function withAnswer(before: Told, answer: PostsAnswer): Told {
  switch (answer.kind) {
    case 'progress':
      return { ...before, share: answer.share };
    case 'table': {
      const { headers, sample } = answer;
      return { ...before, work: null, share: null, headers, sample, problem: null, plan: null };
    }
    case 'refused':
      return { ...before, work: null, share: null, problem: answer.problem, plan: null };
    case 'plan':
      return { ...before, work: null, share: null, plan: answer.plan };
  }
}
