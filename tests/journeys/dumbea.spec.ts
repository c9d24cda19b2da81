import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aFolder } from '../support/folder';
import {
  answerDialogs,
  aProfile,
  argumentsFor,
  environmentFor,
  existingProgram,
  launch,
  type Running,
} from '../support/electron';
import { stored } from '../support/stored';

const run = promisify(execFile);
const eventName = 'Journée des activités « Élan&Moi’ », Dumbéa';
/** The plan is made in January for a day in February: the clock of the page says so. */
const day = '2025-01-13T09:00:00+11:00';

async function openAt(profile: string): Promise<Running> {
  const running = await launch(profile);
  await running.window.clock.install({ time: new Date(day) });
  await running.window.reload();
  await running.window.waitForLoadState();
  return running;
}

type StoredTask = { id: string; title: string; dueOn: string | null; status: string; isPinned: boolean };

async function dueDays(window: Page): Promise<Map<string, string | null>> {
  return new Map((await stored<StoredTask>(window, 'tasks')).map(({ title, dueOn }) => [title, dueOn]));
}

async function go(window: Page, address: string): Promise<void> {
  await window.evaluate((hash) => void (location.hash = hash), address);
}

/** Part by part, as a date or a time is typed. */
async function typeInto(window: Page, label: string, digits: string): Promise<void> {
  await window.getByRole('group', { name: label, exact: true }).getByRole('spinbutton').first().click();
  await window.keyboard.type(digits);
}

test('the Dumbéa day goes from its sheet to its printed report, through a kill', async () => {
  const folder = await aFolder();
  const profile = await aProfile();
  const { app, window, faults, kill } = await openAt(profile);

  await window.getByRole('button', { name: /Commencer à vide/ }).click();
  await window.getByRole('navigation', { name: 'Navigation' }).waitFor();

  // The event, from its sheet.
  await window.keyboard.press('Control+n');
  await window.getByRole('textbox', { name: 'Nom' }).fill(eventName);
  await window.getByRole('button', { name: /Modèle/ }).click();
  await window.getByRole('option', { name: /Sans modèle/i }).click();
  await typeInto(window, 'Jour d’ouverture', '22022025');
  await window.getByRole('textbox', { name: 'Lieu' }).fill('Complexe sportif de Dumbéa');
  await window.getByRole('button', { name: 'Créer' }).click();
  await window.getByRole('heading', { level: 1, name: /Élan&Moi/ }).waitFor();
  const [event] = await stored<{ id: string; opensAt: string; closesAt: string }>(window, 'events');
  expect(event).toMatchObject({ opensAt: '2025-02-21T22:00Z', closesAt: '2025-02-22T06:00Z' });
  const eventId = event?.id ?? '';

  // Its dates of set-up and report, then its tasks from the office's file.
  await completeDates(window);
  await answerDialogs(app, { open: join(process.cwd(), 'tests/fixtures/journee-dumbea/taches.csv') });
  await go(window, `/events/${eventId}/tasks?import=1`);
  await window.getByRole('button', { name: 'Choisir un fichier' }).click();
  await window.getByRole('button', { name: 'Importer 66 tâches' }).click();
  await window.getByText('66 tâches', { exact: true }).first().waitFor();

  // One task done, one pinned.
  await tick(window, "Cadrer l'édition 2025 (objectifs, format, budget cible)");
  await pin(window, eventId, 'Louer le fourgon');
  const before = await dueDays(window);
  expect(before.get('Imprimer les affiches et les dépliants')).toBe('2025-01-08');

  // The event dragged two weeks earlier on the calendar: what would follow, and what becomes impossible, is shown, then applied.
  await go(window, '/calendar?view=month&day=2025-02-22');
  const block = window.locator('[data-entry]', { hasText: 'Élan&Moi' }).filter({ hasText: '9' }).first();
  await block.waitFor();
  await dragTo(window, block, '2025-02-08');
  const dialog = window.getByRole('dialog');
  await dialog.waitFor();
  expect(await dialog.innerText()).toMatch(/tâches suivent/);
  expect(await dialog.innerText()).toMatch(/problèmes? nouveaux?/);
  await dialog.getByRole('button', { name: 'Appliquer' }).click();
  await expect
    .poll(async () => (await stored<{ opensAt: string }>(window, 'events'))[0]?.opensAt)
    .toBe('2025-02-07T22:00Z');
  const after = await dueDays(window);
  expect(after.get("Cadrer l'édition 2025 (objectifs, format, budget cible)")).toBe(
    before.get("Cadrer l'édition 2025 (objectifs, format, budget cible)"),
  );
  expect(after.get('Louer le fourgon')).toBe(before.get('Louer le fourgon'));
  expect(after.get('Imprimer les affiches et les dépliants')).toBe('2024-12-24');
  expect(
    [...after]
      .filter(([, dueOn]) => dueOn !== null && [0, 6].includes(new Date(`${dueOn}T00:00Z`).getUTCDay()))
      .map(([title]) => title),
  ).toEqual(['Rendre le site propre']);

  // Undone, redone.
  await window.locator('body').press('Control+z');
  await expect.poll(() => dueDays(window)).toEqual(before);
  await window.locator('body').press('Control+Shift+z');
  await expect.poll(() => dueDays(window)).toEqual(after);

  // Killed, and opened again: nothing is lost.
  await kill();
  const again = await launch(profile);
  await again.window.getByRole('navigation', { name: 'Navigation' }).waitFor();
  expect(await dueDays(again.window)).toEqual(after);

  // The same report from the window and from the command line, both made today.
  const fromWindow = join(folder, 'fenetre.pdf');
  await answerDialogs(again.app, { save: fromWindow });
  await go(again.window, `/events/${eventId}/evaluation`);
  await again.window.locator('[data-pages]:not([data-pages="0"])').waitFor();
  await typeInto(again.window, 'Établi le', '21032025');
  await again.window.keyboard.press('Enter');
  await again.window.locator('[data-pages]').getByText('21 mars 2025').first().waitFor();
  await again.window.getByRole('button', { name: 'Enregistrer en PDF' }).click();
  await again.window.getByText(/PDF enregistré/).waitFor();
  expect([...faults, ...again.faults]).toEqual([]);
  await again.kill();

  const fromCommand = join(folder, 'commande.pdf');
  await run(
    existingProgram(),
    [
      ...argumentsFor(profile).filter((argument) => /^--(no-sandbox$|log-net-log=)/.test(argument)),
      'export',
      '--workspace',
      profile,
      '--event',
      eventId,
      '--format',
      'pdf',
      '--language',
      'fr',
      '--out',
      fromCommand,
    ],
    { env: environmentFor() },
  );
  expect((await readFile(fromCommand)).subarray(0, 5).toString()).toBe('%PDF-');
  expect(await textOf(fromCommand)).toBe(await textOf(fromWindow));
  expect(await textOf(fromWindow)).toContain('Imprimer les affiches et les dépliants');
});

/** Set-up on the eve, teardown in the evening, and the day on which the report is due. */
async function completeDates(window: Page): Promise<void> {
  await window.getByRole('button', { name: /^Ajouter.*: Montage$/ }).click();
  await typeInto(window, 'Montage, jour de début', '21022025');
  await typeInto(window, 'Montage, heure de début', '1300');
  await typeInto(window, 'Montage, jour de fin', '21022025');
  await typeInto(window, 'Montage, heure de fin', '1800');
  await window.getByRole('button', { name: /^Ajouter.*: Démontage$/ }).click();
  await typeInto(window, 'Rapport à rendre le', '21032025');
  await window.getByRole('button', { name: 'Appliquer les dates' }).click();
  await expect
    .poll(async () => (await stored<{ reportDueOn: string | null }>(window, 'events'))[0]?.reportDueOn)
    .toBe('2025-03-21');
}

async function tick(window: Page, title: string): Promise<void> {
  await window.getByRole('searchbox', { name: 'Filtrer les tâches' }).fill(title.slice(0, 20));
  await window
    .getByRole('row', { name: title })
    .getByRole('checkbox', { name: `Cocher « ${title} »` })
    .click();
  await window.getByRole('searchbox', { name: 'Filtrer les tâches' }).fill('');
}

async function pin(window: Page, eventId: string, title: string): Promise<void> {
  const task = (await stored<StoredTask>(window, 'tasks')).find((one) => one.title === title);
  await go(window, `/events/${eventId}/tasks?task=${task?.id}`);
  await window.getByText('Épinglée : ne bouge pas avec l’événement').click();
  await expect
    .poll(
      async () => (await stored<StoredTask>(window, 'tasks')).find((one) => one.title === title)?.isPinned,
    )
    .toBe(true);
}

async function dragTo(window: Page, block: ReturnType<Page['locator']>, on: string): Promise<void> {
  const from = await block.boundingBox();
  const to = await window.locator(`[data-day="${on}"]`).first().boundingBox();
  if (!from || !to) throw new Error('The block or the day is not in sight');
  await window.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await window.mouse.down();
  await window.mouse.move(from.x + from.width / 2, from.y + from.height + 20, { steps: 4 });
  await window.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 10 });
  await window.mouse.up();
}

async function textOf(pdf: string): Promise<string> {
  return (await run('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 50_000_000 })).stdout;
}
