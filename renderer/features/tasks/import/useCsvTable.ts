import type { CsvAnswer, Separator } from '@shared/interchange/csv';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CsvQuestion } from '@renderer/workers/taskImport.worker';

export type ReadFile = Readonly<{ name: string; bytes: Uint8Array }>;
type Reading = Readonly<{ file: ReadFile; answer: CsvAnswer | null }>;

/** A CSV file read off the main thread; a new file, or leaving, ends the reading under way. */
export function useCsvTable(): {
  reading: Reading | null;
  read: (file: ReadFile, separator?: Separator) => void;
  clear: () => void;
} {
  const [reading, setReading] = useState<Reading | null>(null);
  const worker = useRef<Worker | null>(null);
  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => stop, [stop]);

  const read = useCallback(
    (file: ReadFile, separator?: Separator) => {
      stop();
      setReading({ file, answer: null });
      const next = new Worker(new URL('../../../workers/taskImport.worker.ts', import.meta.url), {
        type: 'module',
      });
      worker.current = next;
      next.onmessage = ({ data }: MessageEvent<CsvAnswer>) => {
        setReading({ file, answer: data });
        stop();
      };
      next.onerror = () => {
        setReading({ file, answer: { kind: 'refused', problem: { code: 'damaged', place: '' } } });
        stop();
      };
      const question: CsvQuestion = { bytes: file.bytes, ...(separator ? { separator } : {}) };
      next.postMessage(question);
    },
    [stop],
  );
  const clear = useCallback(() => {
    stop();
    setReading(null);
  }, [stop]);
  return { reading, read, clear };
}
