import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type ElectronApplication, _electron, type Page } from 'playwright-core';
import { newVersion } from '@shared/domain/eventVersions';
import { schemaVersion } from '@shared/domain/workspace';
import { readArchive, writeArchive } from '@shared/interchange/archive';
import { encrypted } from '@shared/interchange/encryption';
import { stored } from '../support/stored';

const run = promisify(execFile);
const languages = ['fr', 'en'] as const;
const themes = ['light', 'dark'] as const;
const windows = { laptop: [1280, 800], desk: [1920, 1080] } as const;
const folder = 'out/shots';

type Language = (typeof languages)[number];
type Theme = (typeof themes)[number];

/** Every page, filled and empty, in each language and theme at the laptop's size, and in French by day at the desk's; the report's pages as pictures. */
export async function takeShots(program: string, wanted: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const language of languages) {
    for (const theme of themes) {
      const isWanted = wanted.every(
        (word) => word === language || word === theme || !/^(fr|en|light|dark)$/.test(word),
      );
      if (!isWanted) continue;
      await pictures(program, language, theme);
      await recoveries(program, language, theme);
      console.log(`${language} ${theme}`);
    }
  }
}

async function pictures(program: string, language: Language, theme: Theme): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'regie-shots-'));
  const { app, window } = await open(program, profile, language);
  try {
    await window.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await app.evaluate(({ nativeTheme }, chosen) => void (nativeTheme.themeSource = chosen), theme);
    const shot = (name: string, size: keyof typeof windows = 'laptop') =>
      window.screenshot({
        path: join(folder, `${name}-${language}-${theme}${size === 'desk' ? '-1920' : ''}.png`),
      });
    await resize(app, 'laptop');
    await window.waitForTimeout(500);
    await shot('first-start');
    await window
      .getByRole('button', { name: language === 'fr' ? /Ouvrir l’exemple/ : /Open the example/ })
      .click();
    await window.getByRole('navigation').first().waitFor();
    const pages = await addresses(window);
    const sizes =
      language === 'fr' && theme === 'light' ? (['laptop', 'desk'] as const) : (['laptop'] as const);
    for (const size of sizes) {
      await resize(app, size);
      for (const [name, address] of pages) {
        await window.evaluate((hash) => void (location.hash = hash), address);
        await window.locator('main h1, main h2').first().waitFor();
        await window.waitForTimeout(900);
        await shot(name, size);
      }
    }
    await resize(app, 'laptop');
    await window.keyboard.press('Control+k');
    await window.keyboard.type('affi');
    await window.waitForTimeout(1_200);
    await shot('palette');
    await window.keyboard.press('Escape');
    await window.locator('body').press('?');
    await window.waitForTimeout(400);
    await shot('keyboard');
    await window.keyboard.press('Escape');
    await compared(window, pages, language);
    await shot('settings-copies-full');
    await window.getByRole('row').nth(2).click();
    await window.getByRole('dialog').locator('table, p').first().waitFor();
    await shot('settings-compare');
    await window.keyboard.press('Escape');
    await rosterDialogs(window, pages.get('roster') ?? '/', shot);
    await exchanges(app, window, pages.get('sheet-organiser') ?? '/', language, shot);
    if (theme === 'light') await documents(app, window, pages, language);
  } finally {
    await app.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** The filling of a roster with its proof, and its papers. */
async function rosterDialogs(
  window: Page,
  roster: string,
  shot: (name: string) => Promise<unknown>,
): Promise<void> {
  await window.evaluate((hash) => void (location.hash = hash), roster);
  await window.getByRole('button', { name: /^(Remplir|Fill)$/ }).click();
  await window.waitForTimeout(400);
  await shot('roster-fill');
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('button', { name: /^(Chercher|Search)$/ }).click();
  await dialog.getByText(/Ce qui changerait|What would change/).waitFor({ timeout: 60_000 });
  await window.waitForTimeout(300);
  await shot('roster-proof');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: /^(Papiers…|Papers…)$/ }).click();
  await window.waitForTimeout(2_000);
  await shot('roster-papers');
  await window.keyboard.press('Escape');
}

/** What leaves and what comes in: an event with a password, and a file that somebody changed beside us. */
async function exchanges(
  app: ElectronApplication,
  window: Page,
  sheet: string,
  language: Language,
  shot: (name: string) => Promise<unknown>,
): Promise<void> {
  const isFrench = language === 'fr';
  const path = join(process.cwd(), folder, `exchange-${language}.regie`);
  await app.evaluate(({ dialog }, file) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: file });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
  }, path);
  await window.evaluate((hash) => void (location.hash = hash), sheet);
  await window
    .getByRole('button', { name: isFrench ? 'Exporter l’événement…' : 'Export the event…' })
    .click();
  const protect = window.getByText(isFrench ? 'Protéger par un mot de passe' : 'Protect with a password');
  await protect.click();
  await window.getByLabel(isFrench ? 'Mot de passe' : 'Password', { exact: true }).fill('trampoline9');
  await window.waitForTimeout(400);
  await shot('export-event');
  await protect.click();
  await window.getByRole('button', { name: isFrench ? 'Enregistrer le fichier' : 'Save the file' }).click();
  await window
    .getByText(isFrench ? /^Fichier enregistré/ : /^File saved/)
    .first()
    .waitFor();
  const { answer, lockedAnswer } = await answersTo(path);

  await writeFile(path, lockedAnswer);
  const choose = async () => {
    await window.evaluate(() => void (location.hash = '/import'));
    await window.getByRole('button', { name: isFrench ? 'Choisir un fichier' : 'Choose a file' }).click();
  };
  await window.evaluate(() => void (location.hash = '/import'));
  await window.waitForTimeout(600);
  await shot('import-archive');
  await choose();
  await window.getByLabel(isFrench ? 'Mot de passe du fichier' : 'Password of the file').waitFor();
  await shot('import-password');
  await window.getByRole('button', { name: isFrench ? 'Annuler' : 'Cancel' }).click();

  await window.evaluate((hash) => void (location.hash = hash), sheet);
  const address = window.getByRole('textbox', { name: isFrench ? 'Adresse' : 'Address', exact: true });
  await address.fill('Rue des Sports');
  await address.press('Tab');
  await writeFile(path, answer);
  await choose();
  await window.getByRole('radiogroup').first().waitFor();
  await window.waitForTimeout(8_000);
  await shot('import-plan');
  await rm(path);
}

/** The file that left, as somebody gives it back after some work, and the same under a password. */
async function answersTo(path: string): Promise<{ answer: Uint8Array; lockedAnswer: Uint8Array }> {
  const left = await readArchive(new Uint8Array(await readFile(path)), schemaVersion);
  if (left.kind === 'refused') throw new Error(left.problem.code);
  const { workspace, manifest } = left;
  const [event] = workspace.events;
  if (!event) throw new Error('no event');
  const [first, second, third, ...others] = workspace.tasks;
  const changed = {
    event: {
      ...event,
      format: 'Parcours libre',
      venue: { ...event.venue, address: 'Avenue de la Vallée' },
      contacts: event.contacts.map((one, at) => (at === 0 ? { ...one, phone: '25 01 02' } : one)),
    },
    tasks: [
      ...(first ? [{ ...first, owner: 'Agent 07', tags: ['scène'] }] : []),
      ...(second ? [{ ...second, durationDays: 3, notes: 'Devis reçu.' }] : []),
      ...(third ? [{ ...third, id: randomUUID() as typeof third.id, title: 'Imprimer les badges' }] : []),
      ...others,
    ],
    report: workspace.reports[0] ?? null,
  };
  const version = newVersion(randomUUID(), changed, workspace.exchanges, true);
  const answer = await writeArchive(
    {
      ...workspace,
      events: [changed.event],
      tasks: changed.tasks,
      exchanges: [...workspace.exchanges, version],
    },
    left.attachments,
    { createdAt: manifest.createdAt, schemaVersion, version: version.id },
  );
  return { answer, lockedAnswer: await encrypted(answer, 'trampoline9') };
}

/** Two safety copies with some work between them. */
async function compared(window: Page, pages: ReadonlyMap<string, string>, language: Language): Promise<void> {
  const goTo = (name: string) =>
    window.evaluate((hash) => void (location.hash = hash), pages.get(name) ?? '/');
  const take = window.getByRole('button', {
    name: language === 'fr' ? 'Prendre une copie maintenant' : 'Take a copy now',
  });
  const isTaken = window
    .getByText(language === 'fr' ? /est prise et vérifiée/ : /is taken and checked/)
    .first();
  await goTo('settings-copies');
  await take.click();
  await isTaken.waitFor();
  await goTo('tasks-all');
  const quick = window.getByRole('textbox', { name: language === 'fr' ? 'Ajouter une tâche' : 'Add a task' });
  await quick.fill(language === 'fr' ? 'Louer des barrières' : 'Hire barriers');
  await quick.press('Enter');
  await goTo('settings-copies');
  await take.click();
  await window.waitForTimeout(1_000);
}

/** The screens that stand in the place of the program: a profile of a newer one, and one whose work is gone. */
async function recoveries(program: string, language: Language, theme: Theme): Promise<void> {
  for (const [name, schemaVersion] of [
    ['recovery-newer', 1_000],
    ['recovery-lost', 1],
  ] as const) {
    const profile = await mkdtemp(join(tmpdir(), 'regie-shots-'));
    const known = { wasUsed: true, schemaVersion, cleanSeq: null, second: null, isForgetting: false };
    await writeFile(join(profile, 'safety.json'), JSON.stringify(known));
    const { app, window } = await open(program, profile, language);
    try {
      await window.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await resize(app, 'laptop');
      await window.getByRole('button').first().waitFor();
      await window.waitForTimeout(400);
      await window.screenshot({ path: join(folder, `${name}-${language}-${theme}.png`) });
    } finally {
      await app.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    }
  }
}

/** The report of the closed edition and of the day in preparation, page by page. */
async function documents(
  app: ElectronApplication,
  window: Page,
  pages: ReadonlyMap<string, string>,
  language: Language,
): Promise<void> {
  for (const name of ['report-closed', 'report-running']) {
    const pdf = join(process.cwd(), folder, `${name}-${language}.pdf`);
    await app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
    }, pdf);
    await window.evaluate((hash) => void (location.hash = hash), pages.get(name) ?? '/');
    await window.locator('[data-pages]:not([data-pages="0"])').waitFor();
    await window.waitForTimeout(600);
    await window
      .getByRole('button', { name: language === 'fr' ? 'Enregistrer en PDF' : 'Save as PDF' })
      .click();
    await window
      .getByText(language === 'fr' ? /PDF enregistré/ : /PDF saved/)
      .first()
      .waitFor();
    await window.waitForTimeout(7_000);
    await run('pdftoppm', ['-r', '70', '-png', pdf, pdf.replace(/\.pdf$/, '')]);
  }
}

async function open(program: string, profile: string, language: Language) {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const locale = language === 'fr' ? 'fr_FR.UTF-8' : 'en_GB.UTF-8';
  const app = await _electron.launch({
    executablePath: program,
    args: [...asRoot, '--disable-gpu', `--lang=${language}`, '--profile', profile],
    env: {
      ...(process.env as Record<string, string>),
      LANG: locale,
      LANGUAGE: locale,
      LC_ALL: locale,
      TZ: 'Pacific/Noumea',
    },
  });
  const window = await app.firstWindow();
  return { app, window };
}

async function resize(app: ElectronApplication, size: keyof typeof windows): Promise<void> {
  await app.evaluate(({ BrowserWindow }, [width, height]) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, windows[size]);
}

async function addresses(window: Page): Promise<Map<string, string>> {
  const events = await stored<{ id: string; role: string; status: string; kind: string }>(window, 'events');
  const id = (wanted: (event: (typeof events)[number]) => boolean): string => events.find(wanted)?.id ?? '';
  const shift = (await stored<{ id: string }>(window, 'shifts'))[0]?.id;
  const person = (await stored<{ id: string }>(window, 'people'))[0]?.id;
  const day = id(({ kind, status }) => kind === 'activityDay' && status === 'planned');
  const stand = id(({ role }) => role === 'participant');
  const closed = id(({ status }) => status === 'evaluated');
  return new Map([
    ['today', '/'],
    ...['month', 'week', 'day', 'agenda', 'year'].map((view): [string, string] => [
      `calendar-${view}`,
      `/calendar?view=${view}`,
    ]),
    ['events', '/events'],
    ['event-new', '/events?new=1'],
    ['sheet-organiser', `/events/${day}/overview`],
    ['sheet-objectives', `/events/${day}/overview?section=objectives`],
    ['sheet-participant', `/events/${stand}/overview?section=hostRequests`],
    ['tasks-all', '/tasks'],
    ['tasks-list', `/events/${day}/tasks`],
    ['tasks-board', `/events/${day}/tasks?view=board`],
    ['tasks-timeline', `/events/${day}/tasks?view=timeline`],
    ['tasks-problems', `/events/${day}/tasks?over=problems`],
    ['tasks-import', `/events/${day}/tasks?import=1`],
    ['people', '/people'],
    ['people-grouped', '/people?group=team'],
    ['person', `/people?person=${person}`],
    ['people-import', '/people?import=1'],
    ['roster', `/events/${day}/roster`],
    ['roster-person', `/events/${day}/roster?by=person&day=all&zoom=day`],
    ['roster-conflicts', `/events/${day}/roster?over=conflicts`],
    ['roster-shift', `/events/${day}/roster?shift=${shift}`],
    ['roster-post-new', `/events/${day}/roster?over=newPost`],
    ['roster-import', `/events/${day}/roster?import=1`],
    ['roster-presence', `/events/${day}/roster?part=presence`],
    ['roster-hours', `/events/${day}/roster?part=hours`],
    ['roster-empty', `/events/${stand}/roster`],
    ['reports', '/reports'],
    ['report-closed', `/events/${closed}/evaluation`],
    ['report-running', `/events/${day}/evaluation`],
    ['history', '/history'],
    ...[
      'organisation',
      'user',
      'display',
      'region',
      'periods',
      'work',
      'templates',
      'personal',
      'copies',
      'about',
    ].map((section): [string, string] => [`settings-${section}`, `/settings?section=${section}`]),
    ['missing', '/nowhere'],
  ]);
}
