import type { ArchiveQuestion, ArchiveQuestions, ArchiveReply } from './archive.worker';

/** Archives read, compared, written and protected off the main thread; one archive is open at a time. */
export type ArchiveWork = Readonly<{
  ask: <K extends keyof ArchiveQuestions>(
    kind: K,
    ask: ArchiveQuestions[K]['ask'],
  ) => Promise<ArchiveQuestions[K]['answer']>;
  /** Stops whatever is under way; what was asked is answered no more. */
  end: () => void;
}>;

export function startArchiveWork(): ArchiveWork {
  const worker = new Worker(new URL('./archive.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { answer: (value: never) => void; fail: (error: Error) => void }>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<ArchiveReply>) => {
    const asked = waiting.get(data.number);
    waiting.delete(data.number);
    if ('failure' in data) asked?.fail(new Error(data.failure));
    else asked?.answer(data.answer as never);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    for (const { fail } of waiting.values()) fail(new Error(event.message));
    waiting.clear();
  };
  return {
    ask: (kind, ask) =>
      new Promise((answer, fail) => {
        last += 1;
        waiting.set(last, { answer, fail });
        worker.postMessage({ number: last, kind, ask } as ArchiveQuestion);
      }),
    end: () => worker.terminate(),
  };
}
