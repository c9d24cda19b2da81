import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, session } from 'electron';
import { fulfil, type Order } from './cli';
import { guardSession } from './guards';
import type { Language } from './menu';
import { printPages } from './print';
import { serve } from './protocol';

const headless = '--ozone-platform=headless';
/** Between the program that waits and the one that works: the folder to work in, and where the exit code is written. */
const folderGiven = 'REGIE_EXPORT_FOLDER';
const codePipe = 3;
const folderPrefix = 'regie-export-';

/**
 * Fulfils an order of the command line and ends. The user's profile is not opened: Chromium works in a folder of its own, removed at
 * the end. A Linux machine without a display starts the program once more, without one; what that one says at its end counts, not
 * how it ends: without a display GTK now and then aborts while Chromium shuts down.
 */
export async function fulfilUnattended(
  order: Exclude<Order, { kind: 'window' }>,
  pageFolder: string,
  language: () => Language,
): Promise<void> {
  if (needsHeadless()) process.exit(runAgainHeadless());
  const folder = process.env[folderGiven] ?? mkdtempSync(join(tmpdir(), folderPrefix));
  app.setPath('userData', folder);
  app.disableHardwareAcceleration();
  app.dock?.hide();
  app.on('window-all-closed', () => undefined);
  await app.whenReady();
  const pageSession = session.fromPartition('export');
  await guardSession(pageSession);
  serve(pageSession, pageFolder);
  const code = await fulfil(order, {
    language: language(),
    version: app.getVersion(),
    now: `${new Date().toISOString().slice(0, 16)}Z`,
    pageFolder,
    printPages: (document) => printPages(document, document.title, document.language, pageSession),
    say: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  });
  if (process.env[folderGiven] !== undefined) {
    writeSync(codePipe, String(code));
    process.kill(process.pid, 'SIGKILL');
  }
  // Chromium writes to the end: its folder goes when this process does.
  process.on('exit', () => remove(folder));
  app.exit(code);
}

function needsHeadless(): boolean {
  if (process.platform !== 'linux' || process.argv.includes(headless)) return false;
  return !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
}

/** Waits without letting go: Chromium would look for a display as soon as this program's own code returns. */
function runAgainHeadless(): number {
  const folder = mkdtempSync(join(tmpdir(), folderPrefix));
  const { output, signal, error } = spawnSync(
    process.execPath,
    [headless, '--log-level=3', ...process.argv.slice(1)],
    { stdio: ['inherit', 'inherit', 'inherit', 'pipe'], env: { ...process.env, [folderGiven]: folder } },
  );
  remove(folder);
  const said = output?.[codePipe]?.toString() ?? '';
  if (/^\d$/.test(said)) return Number(said);
  process.stderr.write(`regie: ${error?.message ?? signal ?? 'stopped'}\n`);
  return 1;
}

/** Chromium's helpers may write for a moment after their program is gone. What still resists is a temporary folder left behind. */
function remove(folder: string): void {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
}
