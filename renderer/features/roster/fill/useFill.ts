import type { FillQuestion, FillResult, FillTold, FillWish } from '@renderer/workers/roster.worker';
import { useCallback, useEffect, useRef, useState } from 'react';

export type FillState =
  | Readonly<{ kind: 'idle' }>
  | Readonly<{ kind: 'working'; share: number; seats: number; empty: number }>
  | Readonly<{ kind: 'done'; result: FillResult; isStopped: boolean }>
  | Readonly<{ kind: 'failed'; reason: string }>;

export type Fill = Readonly<{
  state: FillState;
  begin: (wish: FillWish) => void;
  /** Ends the search with the best roster so far. */
  stop: () => void;
}>;

/** The engine at work off the main thread. Leaving ends it: nothing is written here. */
export function useFill(): Fill {
  const [state, setState] = useState<FillState>({ kind: 'idle' });
  const worker = useRef<Worker | null>(null);
  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => end, [end]);

  const begin = useCallback(
    (wish: FillWish) => {
      end();
      const next = new Worker(new URL('../../../workers/roster.worker.ts', import.meta.url), {
        type: 'module',
      });
      next.onmessage = ({ data }: MessageEvent<FillTold>) => {
        if (data.kind === 'progress') {
          setState({ kind: 'working', share: data.share, seats: data.seats, empty: data.empty });
          return;
        }
        setState({ kind: 'done', result: data.result, isStopped: data.isStopped });
        end();
      };
      next.onerror = (event) => {
        setState({ kind: 'failed', reason: event.message });
        end();
      };
      worker.current = next;
      setState({ kind: 'working', share: 0, seats: 0, empty: 0 });
      next.postMessage({ kind: 'fill', wish } satisfies FillQuestion);
    },
    [end],
  );
  const stop = useCallback(() => {
    worker.current?.postMessage({ kind: 'stop' } satisfies FillQuestion);
  }, []);
  return { state, begin, stop };
}
