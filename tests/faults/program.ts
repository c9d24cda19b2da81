import { readdir, readFile } from 'node:fs/promises';
import { schemaVersion } from '@shared/domain/workspace';
import type { HostBridge } from '@shared/ipc';
import { type ElectronApplication, _electron, type Page } from 'playwright-core';

declare const regieHost: HostBridge;

/** What a start showed, and what stands in the two places where the work is. */
export type Seen = Readonly<{
  screen: 'program' | 'firstStart' | 'recovery' | 'none';
  /** What the program said it did at the start; empty when it had nothing to do. */
  said: string;
  /** Records that are not the same in the database and in the journal. */
  differing: number;
  /** Every record, by table and key, as the journal has it. */
  records: ReadonlyMap<string, string>;
  /** Identifiers of the change sets that the journal holds. */
  changes: readonly string[];
}>;

export type Program = {
  window: Page;
  look: () => Promise<Seen>;
  close: () => Promise<void>;
  /** `tree`: every process at once, as a power cut. `browser`: the main one, as a crash. */
  kill: (how: 'tree' | 'browser') => Promise<void>;
};

export async function begin(executable: string, profile: string): Promise<Program> {
  const app = await _electron.launch({
    executablePath: executable,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--lang=fr',
      '--profile',
      profile,
    ],
    env: {
      ...(process.env as Record<string, string>),
      LANG: 'fr_FR.UTF-8',
      LC_ALL: 'fr_FR.UTF-8',
      TZ: 'Pacific/Noumea',
    },
    timeout: 60_000,
  });
  const window = await app.firstWindow();
  return {
    window,
    look: () => look(window),
    close: () => ended(app, () => app.close()),
    kill: async (how) => {
      const { pid } = app.process();
      if (pid === undefined) return;
      const doomed = how === 'tree' ? [...(await descendants(pid)), pid] : [pid];
      await ended(app, () => {
        for (const each of doomed) tryKill(each);
      });
      // What the browser process leaves behind ends by itself; it must not hold the profile at the next start.
      if (how === 'browser') await new Promise((resolve) => setTimeout(resolve, 300));
    },
  };
}

async function ended(app: ElectronApplication, work: () => unknown): Promise<void> {
  const child = app.process();
  const isOver = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  if (child.exitCode !== null || child.signalCode !== null) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await Promise.resolve(work()).catch(() => undefined);
  await isOver;
  clearTimeout(timer);
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It had just ended.
  }
}

async function descendants(pid: number): Promise<number[]> {
  const children = new Map<number, number[]>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const facts = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = Number(facts.slice(facts.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found: number[] = [];
  for (const waiting = [pid]; waiting.length > 0;) {
    const next = children.get(waiting.pop() as number) ?? [];
    found.push(...next);
    waiting.push(...next);
  }
  return found;
}

/** The program's own navigation: it is there once the workspace is. */
export const rail = 'nav a[href="#/calendar"]';
const recovery = 'main:has(button):not(#main)';

/** Waits for the first screen that stays, through the reload by which a damaged database is put aside. */
async function look(window: Page): Promise<Seen> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    try {
      await window.waitForSelector(`${rail}, ${recovery}`, { timeout: 15_000 });
      const screen = await screenOf(window);
      if (screen === 'none') throw new Error('not yet');
      const said = (await window.locator('[role=status], [role=alert]').allInnerTexts()).join(' ');
      const inside = await window.evaluate(readInside, schemaVersion);
      return {
        screen,
        said,
        differing: inside.differing,
        records: new Map(inside.records),
        changes: inside.changes,
      };
    } catch {
      await window.waitForTimeout(500).catch(() => undefined);
    }
  }
  return { screen: 'none', said: '', differing: 0, records: new Map(), changes: [] };
}

async function screenOf(window: Page): Promise<Seen['screen']> {
  if ((await window.locator(rail).count()) > 0) return 'program';
  const text = await window.locator('main').first().innerText();
  if (/Bienvenue dans Régie/.test(text)) return 'firstStart';
  return /demande une décision/.test(text) ? 'recovery' : 'none';
}

/** Runs in the page: reads every table of the database by the browser's own means, and what the host has. */
async function readInside(version: number) {
  const tables = ['settings', 'events', 'tasks', 'templates', 'periods', 'reports'];
  const wished = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('unreadable'));
    });
  const start = await regieHost.ask['safety:start'](version);
  if (start.kind !== 'ready')
    return { differing: 0, records: [] as [string, string][], changes: [] as string[] };
  const records: [string, string][] = [];
  for (const table of tables) {
    for (let from = 0, count = 2_000; count === 2_000; from += 2_000) {
      const page = await regieHost.ask['safety:records']('head', table, from, 2_000);
      count = page.length;
      for (const record of page) records.push([`${table}/${String(record['id'])}`, JSON.stringify(record)]);
    }
  }
  const expected = new Map(records);
  let differing = 0;
  const known = (await indexedDB.databases()).some(({ name }) => name === 'regie');
  if (known) {
    const database = await wished(indexedDB.open('regie'));
    const present = tables.filter((table) => database.objectStoreNames.contains(table));
    const transaction = present.length > 0 ? database.transaction(present, 'readonly') : null;
    for (const table of present) {
      const rows = transaction ? await wished(transaction.objectStore(table).getAll()) : [];
      for (const row of rows as Record<string, unknown>[]) {
        const plain = Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith('$')));
        const place = `${table}/${String(row['id'])}`;
        if (expected.get(place) !== JSON.stringify(plain)) differing += 1;
        expected.delete(place);
      }
    }
    database.close();
  }
  differing += expected.size;
  const changes = (await regieHost.ask['journal:latest'](1_000)).map(({ id }) => id);
  return { differing, records, changes };
}
