import { useEffect, useRef, useState } from 'react';
import type { Found } from '../data/search';
import type { SearchAnswer, SearchQuestion } from '../workers/search.worker';

const mostFound = 30;

/** One for the life of the page: its index is built at the first question and follows the changes afterwards. */
let worker: Worker | null = null;
function searchWorker(): Worker {
  worker ??= new Worker(new URL('../workers/search.worker.ts', import.meta.url), { type: 'module' });
  return worker;
}

/** What the workspace holds under these words; the last answer stays until the next one comes. */
export function useFound(words: string): readonly Found[] {
  const [found, setFound] = useState<readonly Found[]>([]);
  const ask = useRef(0);
  useEffect(() => {
    const search = searchWorker();
    function onAnswer({ data }: MessageEvent<SearchAnswer>): void {
      if (data.ask === ask.current) setFound(data.found);
    }
    search.addEventListener('message', onAnswer);
    return () => search.removeEventListener('message', onAnswer);
  }, []);
  useEffect(() => {
    ask.current += 1;
    const question: SearchQuestion = { ask: ask.current, words, limit: mostFound };
    searchWorker().postMessage(question);
  }, [words]);
  return found;
}
