import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, session } from 'electron';
import { fulfil, type Order } from './cli';
import { guardSession } from './guards';
import type { Language } from './menu';
import { printPages } from './print';
import { serve } from './protocol';

const headless = '--ozone-platform=headless';

/**
 * Fulfils an order of the command line and ends. The user's profile is not opened: Chromium works in a folder of its own, removed at
 * the end. A Linux machine without a display starts the program once more, without one.
 */
export async function fulfilUnattended(
  order: Exclude<Order, { kind: 'window' }>,
  pageFolder: string,
  language: () => Language,
): Promise<void> {
  if (needsHeadless()) process.exit(runAgainHeadless());
  const folder = mkdtempSync(join(tmpdir(), 'regie-export-'));
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
  // Chromium writes to the end: its folder goes when this process does.
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }));
  app.exit(code);
}

function needsHeadless(): boolean {
  if (process.platform !== 'linux' || process.argv.includes(headless)) return false;
  return !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
}

/** Waits without letting go: Chromium would look for a display as soon as this program's own code returns. */
function runAgainHeadless(): number {
  const { status, signal, error } = spawnSync(
    process.execPath,
    [headless, '--log-level=3', ...process.argv.slice(1)],
    { stdio: 'inherit' },
  );
  if (status === null) process.stderr.write(`regie: ${error?.message ?? signal ?? 'stopped'}\n`);
  return status ?? 1;
}
