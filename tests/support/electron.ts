import { type ElectronApplication, _electron, type Page } from 'playwright-core';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { aFolder } from './folder';
import { recordNetwork } from './networkSink';

/** The packaged program of the test flavour, unless `npm test` says which. */
const program = process.env['REGIE_PROGRAM'] ?? 'dist/test/linux-unpacked/regie';
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export type Running = {
  app: ElectronApplication;
  window: Page;
  /** Errors that the page wrote or threw: none, in a good run. */
  faults: string[];
  /** Closes the window as a user does. */
  close: () => Promise<void>;
  /** Ends it as a power cut does: no event, no farewell. */
  kill: () => Promise<void>;
};

export type LaunchOptions = {
  language?: 'fr' | 'en';
  timeZone?: string;
  environment?: Record<string, string>;
  /** Where this program records what it asks of the network, when its test is to read that. */
  networkLog?: string;
};

export function aProfile(): Promise<string> {
  return aFolder();
}

/** Starts the real program on this profile; it is ended with the test. */
export async function launch(profile: string, options: LaunchOptions = {}): Promise<Running> {
  const running = await start(profile, options);
  onTestFinished(running.kill);
  return running;
}

/** The same, for several tests: whoever starts it ends it. */
export async function start(profile: string, options: LaunchOptions = {}): Promise<Running> {
  const app = await _electron.launch({
    executablePath: existingProgram(),
    args: argumentsFor(profile, options),
    env: environmentFor(options),
    timeout: 60_000,
  });
  const faults: string[] = [];
  const window = await app.firstWindow();
  window.on('pageerror', (error) => faults.push(String(error)));
  window.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await window.waitForLoadState();
  const child = app.process();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await ended;
  };
  return { app, window, faults, kill, close: () => app.close() };
}

/** One program for the tests of a group that leave no trace in it. */
export function oneProgram(): () => Running {
  let running: Running;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regie-'));
    running = await start(folder);
  });
  afterAll(async () => {
    await running.kill();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
  return () => running;
}

export function argumentsFor(profile: string, { language = 'fr', networkLog }: LaunchOptions = {}): string[] {
  return [...asRoot, '--disable-gpu', recordNetwork(networkLog), `--lang=${language}`, '--profile', profile];
}

export function environmentFor({ language = 'fr', timeZone, environment }: LaunchOptions = {}): Record<
  string,
  string
> {
  const locale = language === 'fr' ? 'fr_FR.UTF-8' : 'en_US.UTF-8';
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    ...Object.fromEntries(inherited.filter(([name]) => name !== 'NODE_OPTIONS')),
    LANG: locale,
    LANGUAGE: locale,
    LC_ALL: locale,
    TZ: timeZone ?? 'Pacific/Noumea',
    ...environment,
  };
}

export function existingProgram(): string {
  if (!existsSync(program))
    throw new Error(`${program} is not there: npm test packages it, as does build/test.mjs --package`);
  return program;
}

/** What the system's dialogs answer from now on; a `null` path is a cancelled dialog. */
export async function answerDialogs(
  app: ElectronApplication,
  paths: { save?: string | null; open?: string | null },
): Promise<void> {
  await app.evaluate(({ dialog }, { save, open }) => {
    if (save !== undefined) {
      dialog.showSaveDialog = async () => ({ canceled: save === null, filePath: save ?? '' });
    }
    if (open !== undefined) {
      dialog.showOpenDialog = async () => ({
        canceled: open === null,
        filePaths: open === null ? [] : [open],
      });
    }
  }, paths);
}

/** Chooses an item of the native menu by its identifier, as a click does. */
export async function chooseInMenu(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id);
}

/** A picture of the page in `out/shots`, for the eye. */
export async function shot(window: Page, name: string): Promise<void> {
  await mkdir('out/shots', { recursive: true });
  await window.screenshot({ path: join('out/shots', `${name}.png`) });
}
