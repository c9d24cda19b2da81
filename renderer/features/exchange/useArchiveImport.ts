import type { FileProblem } from '@shared/interchange/text';
import type { Workspace } from '@shared/domain/workspace';
import { useCallback, useEffect, useRef, useState } from 'react';
import { recordsBeside } from '@renderer/data/exchange';
import { useDatabase } from '@renderer/data/workspaceContext';
import type { ArchiveContents, OpenedArchive, PlannedImport } from '@renderer/workers/archive.worker';
import { type ArchiveWork, startArchiveWork } from '@renderer/workers/archiveWork';

export type ImportStep =
  | Readonly<{ kind: 'choose'; problem: FileProblem | null; failure: string | null }>
  | Readonly<{ kind: 'password'; problem: FileProblem | null }>
  | Readonly<{ kind: 'working'; what: 'opening' | 'decrypting' | 'planning' }>
  | Readonly<{ kind: 'plan'; archive: OpenedArchive; planned: PlannedImport; ours: Workspace }>;

export type ArchiveImport = Readonly<{
  step: ImportStep;
  fileName: string;
  open: (name: string, bytes: Uint8Array) => void;
  /** A file that was not even read. */
  refuse: (name: string, problem: FileProblem) => void;
  fail: (reason: string) => void;
  unlock: (password: string) => void;
  /** The records and files of the archive, once they are wanted. */
  contents: () => Promise<ArchiveContents>;
  /** Ends the work under way and forgets the file: nothing was written. */
  clear: () => void;
}>;

const start: ImportStep = { kind: 'choose', problem: null, failure: null };

/** A file read, opened and compared off the main thread, as far as the plan; leaving ends the work. */
export function useArchiveImport(): ArchiveImport {
  const database = useDatabase();
  const [step, setStep] = useState<ImportStep>(start);
  const [fileName, setFileName] = useState('');
  const file = useRef(new Uint8Array() as Uint8Array);
  const work = useRef<ArchiveWork | null>(null);

  const stop = useCallback(() => {
    work.current?.end();
    work.current = null;
  }, []);
  useEffect(() => stop, [stop]);

  const read = useCallback(
    async (password: string | null) => {
      stop();
      const mine = startArchiveWork();
      work.current = mine;
      const show = (next: ImportStep): void => {
        if (work.current === mine) setStep(next);
      };
      show({ kind: 'working', what: password === null ? 'opening' : 'decrypting' });
      try {
        const answer = await mine.ask('open', { bytes: file.current, password });
        if (answer.kind === 'refused') {
          const { problem } = answer;
          if (problem.code === 'encrypted') show({ kind: 'password', problem: null });
          else if (problem.code === 'wrongPassword') show({ kind: 'password', problem });
          else show({ kind: 'choose', problem, failure: null });
          return;
        }
        show({ kind: 'working', what: 'planning' });
        const { archive } = answer;
        const ours = await recordsBeside(database, archive.event);
        show({ kind: 'plan', archive, ours, planned: await mine.ask('plan', { ours }) });
      } catch (error) {
        show({ kind: 'choose', problem: null, failure: String(error) });
      }
    },
    [database, stop],
  );

  return {
    step,
    fileName,
    open: (name, bytes) => {
      setFileName(name);
      file.current = bytes;
      void read(null);
    },
    refuse: (name, problem) => {
      stop();
      setFileName(name);
      setStep({ kind: 'choose', problem, failure: null });
    },
    fail: (reason) => {
      stop();
      setStep({ kind: 'choose', problem: null, failure: reason });
    },
    unlock: (password) => void read(password),
    contents: () => {
      if (!work.current) throw new Error('no archive is open');
      return work.current.ask('contents', {});
    },
    clear: () => {
      stop();
      setStep(start);
    },
  };
}
