import { defaultSettings } from '@shared/domain/settings';
import type { ImportAnswer, ImportQuestion } from '@renderer/workers/taskImport.worker';
import { expect, it, onTestFinished } from 'vitest';
import dumbea from '../../fixtures/journee-dumbea/taches.csv?raw';
import { anEvent } from '../../support/builders';

const context = {
  event: anEvent(),
  existing: [],
  settings: defaultSettings,
  periods: [],
  now: '2024-10-06T22:00Z',
  today: '2024-10-07',
};
const mapping = ['title', 'team', 'anchor', 'offsetDays', 'durationDays', 'dependsOn', 'priority'] as const;
type Question = ImportQuestion extends infer Q ? (Q extends ImportQuestion ? Omit<Q, 'ask'> : never) : never;

/** A worker, and how it is asked: all that it says up to its answer. */
function aWorker() {
  const worker = new Worker(new URL('../../../renderer/workers/taskImport.worker.ts', import.meta.url), {
    type: 'module',
  });
  onTestFinished(() => worker.terminate());
  let asked = 0;
  return (question: Question) =>
    new Promise<{ shares: number[]; answer: ImportAnswer }>((resolve) => {
      const shares: number[] = [];
      asked += 1;
      worker.onmessage = ({ data }: MessageEvent<ImportAnswer>) => {
        if (data.kind === 'progress') shares.push(data.share);
        else resolve({ shares, answer: data });
      };
      worker.postMessage({ ...question, ask: asked });
    });
}

it('reads the file of an office off the page, keeps its rows, and plans its 66 tasks', async () => {
  const ask = aWorker();
  const { answer: read } = await ask({ kind: 'open', bytes: new TextEncoder().encode(dumbea) });
  expect(read.kind === 'table' && [read.ask, read.table.rowCount, read.table.headers[0]]).toEqual([
    1,
    66,
    'tâche',
  ]);
  const { answer: planned } = await ask({ kind: 'plan', mapping, context });
  expect(planned.kind === 'plan' && [planned.ask, planned.plan.counts]).toEqual([
    2,
    { created: 66, changed: 0, unchanged: 0, refused: 0 },
  ]);
});

it('says how far it is, never backwards, while a long file is read and planned', async () => {
  const ask = aWorker();
  const rows = Array.from({ length: 5_000 }, (_, index) => `Tâche ${index}`).join('\n');
  const opened = await ask({ kind: 'open', bytes: new TextEncoder().encode(`tâche\n${rows}`) });
  const planned = await ask({ kind: 'plan', mapping: ['title'], context });
  for (const { shares } of [opened, planned]) {
    expect(shares.length).toBeGreaterThanOrEqual(5);
    expect(shares).toEqual(shares.toSorted((left, right) => left - right));
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  }
});

it('refuses a file that is no table, and says why', async () => {
  const { answer } = await aWorker()({ kind: 'open', bytes: Uint8Array.from([0x50, 0x4b, 3, 4]) });
  expect(answer).toEqual({ ask: 1, kind: 'refused', problem: { code: 'binary', place: '' } });
});
