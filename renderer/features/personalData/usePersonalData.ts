import { useCallback, useEffect, useRef } from 'react';
import type { PersonalAnswer, PersonalQuestion } from '@renderer/data/personalQuestions';
import { useDatabase } from '@renderer/data/workspaceContext';
import type { AskedOfWorker, WorkerSaid } from '@renderer/workers/personalData.worker';

type AnswerTo<K extends PersonalQuestion['kind']> = Extract<PersonalAnswer, { kind: K }>;
export type AskPersonalData = <Q extends PersonalQuestion>(question: Q) => Promise<AnswerTo<Q['kind']>>;

/** Questions that read the whole workspace, answered off the main thread. Leaving the page ends the work: those answers never come. */
export function useAskPersonalData(): AskPersonalData {
  const { name: database } = useDatabase();
  const worker = useRef<Worker | null>(null);
  const waiting = useRef(
    new Map<number, { resolve: (answer: PersonalAnswer) => void; reject: (reason: Error) => void }>(),
  );
  const asked = useRef(0);
  useEffect(
    () => () => {
      worker.current?.terminate();
      worker.current = null;
    },
    [],
  );
  return useCallback(
    (question) =>
      new Promise((resolve, reject) => {
        worker.current ??= startWorker(waiting.current);
        asked.current += 1;
        waiting.current.set(asked.current, { resolve: resolve as (answer: PersonalAnswer) => void, reject });
        const message: AskedOfWorker = { ask: asked.current, database, question };
        worker.current.postMessage(message);
      }),
    [database],
  );
}

function startWorker(
  waiting: Map<number, { resolve: (answer: PersonalAnswer) => void; reject: (reason: Error) => void }>,
): Worker {
  const worker = new Worker(new URL('../../workers/personalData.worker.ts', import.meta.url), {
    type: 'module',
  });
  worker.onmessage = ({ data }: MessageEvent<WorkerSaid>) => {
    const asker = waiting.get(data.ask);
    waiting.delete(data.ask);
    if ('answer' in data) asker?.resolve(data.answer);
    else asker?.reject(new Error(data.failure));
  };
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  return worker;
}
