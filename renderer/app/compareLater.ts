import { schemaVersion } from '@shared/domain/workspace';
import { sameSums } from '@shared/tableDigest';
import type { WriteDoor } from '../data/writeDoor';
import type { Host } from '../host/host';
import type { CheckAnswer } from '../workers/check.worker';

const firstAfter = 5_000;
const againAfter = 60_000;

/**
 * Where there are too many records to compare them before the first screen: compares them beside the work, in a worker. What differs
 * freezes the door; the next start puts it right from the journal.
 */
export function compareLater(host: Host, door: WriteDoor): void {
  const worker = new Worker(new URL('../workers/check.worker.ts', import.meta.url), { type: 'module' });
  const ask = () => worker.postMessage('check');
  worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
    void judge(data).then((verdict) => {
      if (verdict === 'moved') return setTimeout(ask, againAfter);
      worker.terminate();
      return undefined;
    });
  };
  setTimeout(ask, firstAfter);

  async function judge(answer: CheckAnswer): Promise<'level' | 'moved' | 'different'> {
    if ('failure' in answer) {
      door.freeze(answer.failure);
      return 'different';
    }
    const start = await host.ask['safety:start'](schemaVersion);
    if (start.kind !== 'ready' || start.sums === null || start.seq !== answer.seq) return 'moved';
    if (sameSums(start.sums, answer.sums)) return 'level';
    door.freeze('different');
    return 'different';
  }
}
