import { type ElectronApplication, _electron, type Page } from 'playwright-core';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf, instantFromEpoch } from '../../shared/domain/time';
import { writeArchive } from '../../shared/interchange/archive';
import { median, ms, printTable } from './table';
import { type SizeName, sizes, workspaceOf } from './sizes';

const rounds = 7;
const starts = 5;

/** The program itself on both sizes: the medians of what its user waits for. */
export async function benchApp(program: string): Promise<void> {
  const columns = new Map<SizeName, Map<string, string>>();
  for (const size of Object.keys(sizes) as SizeName[]) {
    console.log(`\n${size}: ${sizes[size].events} events, ${sizes[size].tasks} tasks`);
    columns.set(size, await measure(program, size));
  }
  const names = [...(columns.get('coordinator')?.keys() ?? [])];
  printTable(
    `Medians of ${rounds} (starts: ${starts}), from the gesture to the next painted frame that shows its result`,
    ['', ...columns.keys()],
    names.map((name) => [name, ...[...columns.values()].map((column) => column.get(name) ?? '')]),
  );
}

async function measure(program: string, size: SizeName): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'regie-bench-'));
  try {
    const { workspace, bigEvent } = await workspaceOf(
      size,
      dayOf(instantFromEpoch(Date.now()), 'Pacific/Noumea'),
    );
    const archive = join(folder, 'bench.regie');
    await writeFile(
      archive,
      await writeArchive(workspace, new Map(), { createdAt: '2026-01-01T00:00Z', schemaVersion: 1 }),
    );
    const results = new Map<string, string>();
    const profile = join(folder, 'profile');
    results.set('restore the copy (once)', ms(await fill(program, profile, archive)));
    const begun: number[] = [];
    for (let start = 0; start < starts; start += 1) begun.push(await startTime(program, profile));
    results.set('start to usable page', ms(median(begun)));
    const running = await open(program, profile);
    try {
      await gestures(running, bigEvent.id, folder, results);
    } finally {
      await running.app.close();
    }
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

type Running = { app: ElectronApplication; window: Page };

/** The program on a profile, in French. */
export async function open(program: string, profile: string): Promise<Running> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath: program,
    args: [...asRoot, '--disable-gpu', '--lang=fr', '--profile', profile],
    env: {
      ...(process.env as Record<string, string>),
      LANG: 'fr_FR.UTF-8',
      LC_ALL: 'fr_FR.UTF-8',
      TZ: 'Pacific/Noumea',
    },
    timeout: 120_000,
  });
  const window = await app.firstWindow();
  window.setDefaultTimeout(600_000);
  return { app, window };
}

/** Restores an archive into a new profile, and answers how long that took. */
export async function fill(program: string, profile: string, archive: string): Promise<number> {
  const { app, window } = await open(program, profile);
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, archive);
  const startedAt = performance.now();
  await window.getByRole('button', { name: /Reprendre une copie/ }).click();
  await window.getByRole('navigation', { name: 'Navigation' }).waitFor();
  const took = performance.now() - startedAt;
  await app.close();
  return took;
}

/** From the launch to the home page with its list. */
/** From the launch to a page that can be used. */
export async function startTime(program: string, profile: string): Promise<number> {
  const startedAt = performance.now();
  const { app, window } = await open(program, profile);
  await window.locator('main h1').waitFor();
  const took = performance.now() - startedAt;
  await app.close();
  return took;
}

async function gestures(
  { app, window }: Running,
  bigEventId: string,
  folder: string,
  results: Map<string, string>,
): Promise<void> {
  const set = (name: string, values: readonly number[]): void => {
    results.set(name, ms(median(values)));
    console.log(`  ${name}: ${results.get(name)}`);
  };
  const go = (address: string) => window.evaluate((hash) => void (location.hash = hash), address);
  await window.locator('main h1').waitFor();

  await go('/calendar?view=month');
  const title = window.locator('main h1').first();
  await title.waitFor();
  set(
    'calendar, next month',
    await repeated(() => timed(window, 'button', /Suivant|suivant|Next/, 'main h1')),
  );

  const opened: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await go('/');
    await window.locator('main h1').waitFor();
    opened.push(await timedAddress(window, `/events/${bigEventId}/tasks`, '[role="grid"] [data-row]'));
  }
  set(`task list of the big event, open`, opened);
  const filtered: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    filtered.push(
      await timedTyping(
        window,
        'input[type="search"]',
        round % 2 === 0 ? 'sall' : 'affich',
        '[role="grid"]',
        'aria-rowcount',
      ),
    );
  }
  set('task list, filter', filtered);
  await window.locator('main input[type="search"]').fill('');
  const all: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await go('/');
    await window.locator('main h1').waitFor();
    all.push(await timedAddress(window, '/tasks', '[role="grid"] [data-row]'));
  }
  set('all open tasks, open', all);

  await go(`/events/${bigEventId}/tasks?group=none&sort=-due`);
  await window.locator('[data-row]').first().waitFor();
  const committed: number[] = [];
  const undone: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    committed.push(await timedTick(window));
    undone.push(await timedUndo(window));
  }
  set('tick a task: journal, database, screen', committed);
  set('undo it', undone);

  const searched: number[] = [];
  await window.keyboard.press('Control+k');
  await window.getByRole('combobox').fill('zz');
  await window.waitForTimeout(3_000);
  for (let round = 0; round < rounds; round += 1) {
    await window.getByRole('combobox').fill('zz');
    await window.waitForTimeout(500);
    searched.push(await timedPalette(window, round % 2 === 0 ? 'affich' : 'sall'));
  }
  await window.keyboard.press('Escape');
  set('palette, search', searched);

  const reported: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await go('/');
    await window.locator('main h1').waitFor();
    reported.push(
      await timedAddress(window, `/events/${bigEventId}/evaluation`, '[data-pages]:not([data-pages="0"])'),
    );
  }
  set('report, model and pages', reported);
  const pdf = join(folder, 'report.pdf');
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, pdf);
  const startedAt = performance.now();
  await window.getByRole('button', { name: /Enregistrer en PDF/ }).click();
  await window.getByText(/PDF enregistré/).waitFor();
  results.set('report, PDF on disk', ms(performance.now() - startedAt));
  results.set('report, size of the PDF', `${Math.round((await stat(pdf)).size / 1024)} KB`);
}

async function repeated(measureOne: () => Promise<number>): Promise<number[]> {
  const values: number[] = [];
  for (let round = 0; round < rounds; round += 1) values.push(await measureOne());
  return values;
}

/** Clicks a button in the page and waits, inside the page, until the text of `watched` has changed and a frame was painted. */
function timed(window: Page, role: 'button', name: RegExp, watched: string): Promise<number> {
  return window
    .getByRole(role, { name })
    .first()
    .evaluate(async (button, selector) => {
      const value = (): string | null | undefined => document.querySelector(selector)?.textContent;
      const before = value();
      const startedAt = performance.now();
      (button as HTMLElement).click();
      while (value() === before) await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      return performance.now() - startedAt;
    }, watched);
}

function timedAddress(window: Page, address: string, selector: string): Promise<number> {
  return window.evaluate(
    async ([hash, wanted]) => {
      const startedAt = performance.now();
      location.hash = hash;
      const found = (): boolean => document.querySelector(`main ${wanted}`) !== null;
      while (!found()) await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      return performance.now() - startedAt;
    },
    [address, selector] as const,
  );
}

function timedTyping(
  window: Page,
  field: string,
  words: string,
  watched: string,
  attribute: string,
): Promise<number> {
  return window.evaluate(
    async ([input, text, selector, name]) => {
      const value = (): string | null | undefined =>
        document.querySelector(`main ${selector}`)?.getAttribute(name);
      const before = value();
      const element = document.querySelector(`main ${input}`) as HTMLInputElement;
      const startedAt = performance.now();
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(element, text);
      element.dispatchEvent(new Event('input', { bubbles: true }));
      while (value() === before) await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      return performance.now() - startedAt;
    },
    [field, words, watched, attribute] as const,
  );
}

function timedTick(window: Page): Promise<number> {
  return window.evaluate(async () => {
    const row = [...document.querySelectorAll<HTMLElement>('main [data-row]')].find((one) =>
      one.querySelector('button[role="checkbox"][aria-checked="false"]'),
    );
    // Without one, the undo that follows would take back the filling of the workspace.
    if (!row) throw new Error('no task to tick in sight');
    const id = row.dataset['row'] ?? '';
    const state = (): string | null | undefined =>
      document.querySelector(`main [data-row="${id}"] button[role="checkbox"]`)?.getAttribute('aria-checked');
    const startedAt = performance.now();
    row.querySelector<HTMLElement>('button[role="checkbox"]')?.click();
    while (state() === 'false') await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    (window as unknown as { ticked: string }).ticked = id;
    return performance.now() - startedAt;
  });
}

function timedUndo(window: Page): Promise<number> {
  return window.evaluate(async () => {
    const { ticked } = window as unknown as { ticked: string };
    const state = (): string | null | undefined =>
      document
        .querySelector(`main [data-row="${ticked}"] button[role="checkbox"]`)
        ?.getAttribute('aria-checked');
    const startedAt = performance.now();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }));
    while (state() === 'true') await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    return performance.now() - startedAt;
  });
}

function timedPalette(window: Page, words: string): Promise<number> {
  return window.evaluate(async (text) => {
    const isFound = (): boolean =>
      [...document.querySelectorAll('dialog [role="option"]')].some((option) =>
        option.textContent?.toLowerCase().includes(text),
      );
    if (isFound()) throw new Error(`${text} is in the list before it is searched`);
    const input = document.querySelector('dialog input') as HTMLInputElement;
    const startedAt = performance.now();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    while (!isFound()) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - startedAt;
  }, words);
}
