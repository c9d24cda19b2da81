import type { App } from 'electron';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import type { Channel } from '@shared/ipc';

/** What is left of an error once everything that could name a person, a file or a record is gone. */
export type BareError = Readonly<{ name: string; code: string | null; frames: readonly string[] }>;

/**
 * All that can stand in the log. There is no field for free text: what somebody typed, an address, a path of the machine or the
 * message of an error has no way in.
 */
export type Fact =
  | Readonly<{ what: 'started'; version: string; electron: string; system: string }>
  | Readonly<{ what: 'refused'; channel: Channel; why: 'sender' | 'shape' | 'answer' }>
  | Readonly<{ what: 'failed'; channel: Channel; error: BareError }>
  | Readonly<{ what: 'pageGone'; reason: string; exitCode: number }>
  | Readonly<{ what: 'helperGone'; helper: string; reason: string; exitCode: number }>
  | Readonly<{ what: 'uncaught'; error: BareError }>
  | Readonly<{ what: 'ended' }>;

export type Log = { note: (fact: Fact) => void };

export const logFolderName = 'logs';
/** `regie.log` is written; at its limit it becomes `regie.1.log`, and so on; the oldest is forgotten. */
export const logLimits = { bytesPerFile: 256 * 1024, olderFiles: 3, sameFactPerStart: 20 };

/** `<profile>/logs`: one JSON line for each fact, readable by its owner. A log that cannot be written stops nothing. */
export function openLog(
  profile: string,
  now: () => Date = () => new Date(),
  limits: typeof logLimits = logLimits,
): Log {
  const folder = join(profile, logFolderName);
  const path = join(folder, 'regie.log');
  const said = new Map<string, number>();
  return {
    note: (fact) => {
      const line = JSON.stringify(fact);
      const times = (said.get(line) ?? 0) + 1;
      said.set(line, times);
      // A page gone mad must not push out of the log what was there before.
      if (times > limits.sameFactPerStart) return;
      const at = `${now().toISOString().slice(0, 19)}Z`;
      const isLastTime = times === limits.sameFactPerStart;
      try {
        mkdirSync(folder, { recursive: true });
        makeRoom(folder, path, limits);
        appendFileSync(
          path,
          `${JSON.stringify({ at, ...fact, ...(isLastTime ? { andMore: true } : {}) })}\n`,
          {
            mode: 0o600,
          },
        );
      } catch {
        // Nowhere is left to say it.
      }
    },
  };
}

/** Notes the start, the end, pages and helpers that fall, and errors of the host that nobody caught. */
export function noteLifeOf(app: Pick<App, 'on' | 'getVersion'>, log: Log): void {
  const { platform, arch, versions } = process;
  log.note({
    what: 'started',
    version: app.getVersion(),
    electron: versions['electron'] ?? '',
    system: `${platform} ${release()} ${arch}`,
  });
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => {
    if (reason !== 'clean-exit') log.note({ what: 'pageGone', reason, exitCode });
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log.note({ what: 'helperGone', helper: type, reason, exitCode });
  });
  process.on('uncaughtExceptionMonitor', (error) => log.note({ what: 'uncaught', error: bareError(error) }));
  process.on('unhandledRejection', (reason) => log.note({ what: 'uncaught', error: bareError(reason) }));
  app.on('quit', () => log.note({ what: 'ended' }));
}

/** Its kind, the system's code, and where in the program's own files it happened; never its message. */
export function bareError(error: unknown): BareError {
  if (!(error instanceof Error)) return { name: 'notAnError', code: null, frames: [] };
  const code: unknown = (error as NodeJS.ErrnoException).code;
  const stack = error.stack ?? '';
  const messageAt = stack.indexOf(error.message);
  // The stack begins with the message, which may hold anything, even what looks like a frame.
  const calls = messageAt < 0 ? '' : stack.slice(messageAt + error.message.length);
  return {
    name: /^[A-Z][A-Za-z]*Error$|^DamagedJournal$/.test(error.name) ? error.name : 'Error',
    code: typeof code === 'string' && /^(E[A-Z0-9]+|ERR_[A-Z_]+)$/.test(code) ? code : null,
    frames: [...calls.matchAll(/electron[\\/](\w+\.(?:ts|c?js):\d+):\d+\)?$/gm)]
      .slice(0, 8)
      .map(([, frame = '']) => frame),
  };
}

function makeRoom(folder: string, path: string, { bytesPerFile, olderFiles }: typeof logLimits): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size < bytesPerFile) return;
  const older = (number: number) => join(folder, `regie.${number}.log`);
  for (let number = olderFiles - 1; number >= 1; number -= 1) {
    if (statSync(older(number), { throwIfNoEntry: false })) renameSync(older(number), older(number + 1));
  }
  renameSync(path, older(1));
}
