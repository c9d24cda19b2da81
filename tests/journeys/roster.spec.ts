import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aFolder } from '../support/folder';
import { answerDialogs, aProfile, launch, type Running } from '../support/electron';
import { stored } from '../support/stored';

const run = promisify(execFile);
const day = '2025-01-13T09:00:00+11:00';
const fixture = (name: string) => join(process.cwd(), 'tests/fixtures/journee-dumbea', name);

async function openAt(profile: string): Promise<Running> {
  const running = await launch(profile);
  await running.window.clock.install({ time: new Date(day) });
  await running.window.reload();
  await running.window.waitForLoadState();
  return running;
}

async function go(window: Page, address: string): Promise<void> {
  await window.evaluate((hash) => void (location.hash = hash), address);
}

type StoredAssignment = {
  id: string;
  shiftId: string;
  personId: string;
  isLocked: boolean;
  accepted: { rule: string; reason: string; by: string }[];
};
type Named = { id: string; name: string };
type StoredShift = { id: string; postId: string };

/** Who holds what, in words: « post: person », sorted. */
async function whoHolds(window: Page): Promise<string[]> {
  const [assignments, shifts, posts, people] = await Promise.all([
    stored<StoredAssignment>(window, 'assignments'),
    stored<StoredShift>(window, 'shifts'),
    stored<Named>(window, 'posts'),
    stored<Named>(window, 'people'),
  ]);
  const postOf = new Map(
    shifts.map(({ id, postId }) => [id, posts.find((post) => post.id === postId)?.name]),
  );
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return assignments
    .map(({ shiftId, personId }) => `${postOf.get(shiftId)}: ${nameOf.get(personId)}`)
    .toSorted();
}

test('the Dumbéa roster goes from two files to a full board, through a proof, a swap against a rule, a kill and a second filling', async () => {
  const profile = await aProfile();
  const { app, window, faults, kill } = await openAt(profile);
  await window.getByRole('button', { name: /Commencer à vide/ }).click();
  await window.getByRole('navigation', { name: 'Navigation' }).waitFor();
  await window.keyboard.press('Control+n');
  await window.getByRole('textbox', { name: 'Nom' }).fill('Journée des activités, Dumbéa');
  await window.getByRole('button', { name: /Modèle/ }).click();
  await window.getByRole('option', { name: /Sans modèle/i }).click();
  await window
    .getByRole('group', { name: 'Jour d’ouverture', exact: true })
    .getByRole('spinbutton')
    .first()
    .click();
  await window.keyboard.type('22022025');
  await window.getByRole('button', { name: 'Créer' }).click();
  await window.getByRole('heading', { level: 1, name: /Dumbéa/ }).waitFor();
  const eventId = (await stored<Named>(window, 'events'))[0]?.id ?? '';

  // The people, then the posts, from the office's files.
  await answerDialogs(app, { open: fixture('equipe.csv') });
  await go(window, '/people?import=1');
  await window.getByRole('button', { name: 'Choisir un fichier' }).click();
  await window.getByRole('button', { name: /Importer 46 personnes/ }).click();
  await expect.poll(async () => (await stored<Named>(window, 'people')).length).toBe(46);
  await answerDialogs(app, { open: fixture('postes.csv') });
  await go(window, `/events/${eventId}/roster?import=1`);
  await window.getByRole('button', { name: 'Choisir un fichier' }).click();
  await window.getByRole('button', { name: /Importer 36/ }).click();
  await expect.poll(async () => (await stored<StoredShift>(window, 'shifts')).length).toBe(36);

  // Filled: the two posts that stay short are explained before anything changes.
  await window.getByRole('button', { name: 'Remplir' }).click();
  const dialog = window.getByRole('dialog', { name: 'Remplir le planning' });
  await dialog.getByRole('button', { name: 'Chercher' }).click();
  await dialog.getByRole('button', { name: /Appliquer 116 changements/ }).waitFor({ timeout: 60_000 });
  const told = await dialog.innerText();
  expect(told).toContain('Poste de secours – après-midi');
  await dialog.getByRole('button', { name: /Appliquer/ }).click();
  await expect.poll(async () => (await whoHolds(window)).length).toBe(116);
  // Somebody on leave takes the empty seat: the rules are told, a reason is asked for and kept.
  const posts = await stored<Named>(window, 'posts');
  const shiftNamed = async (name: string) =>
    (await stored<StoredShift>(window, 'shifts')).find(
      ({ postId }) => posts.find(({ id }) => id === postId)?.name === name,
    )?.id ?? '';
  const van = await shiftNamed('Conduite du fourgon – retour');
  await go(window, `/events/${eventId}/roster?shift=${van}`);
  await window.getByRole('region', { name: 'Propositions' }).getByRole('button').first().click();
  const warning = window.getByRole('dialog', { name: 'Affecter malgré tout' });
  expect(await warning.innerText()).toContain('indisponible pendant 2 h 30');
  await warning.getByRole('textbox').fill('Accompagne le conducteur');
  await warning.getByRole('button', { name: 'Accepter et affecter' }).click();
  const exception = async () =>
    (await stored<StoredAssignment>(window, 'assignments')).filter(({ shiftId }) => shiftId === van);
  await expect.poll(async () => (await exception()).length).toBe(2);
  expect(
    (await exception()).flatMap(({ accepted }) => accepted.map(({ rule, reason }) => [rule, reason])),
  ).toEqual([['unavailable', 'Accompagne le conducteur']]);

  // Two people change places from the keyboard.
  await window.keyboard.press('Escape');
  await go(window, `/events/${eventId}/roster?day=2025-02-21`);
  const bar = window.locator(`[data-shift="${await shiftNamed('Réception des livraisons')}"]`);
  await bar.focus();
  await window.keyboard.press('x');
  const before = await whoHolds(window);
  const swap = window.getByRole('dialog', { name: 'Échanger deux créneaux' });
  await swap.waitFor();
  await swap.getByRole('combobox').last().fill('Signal');
  await window
    .getByRole('option', { name: /Signalétique/ })
    .first()
    .click();
  await swap.getByRole('button', { name: 'Échanger' }).click();
  await expect
    .poll(async () => (await whoHolds(window)).filter((line) => !before.includes(line)).length)
    .toBe(2);

  // Killed and opened again: the board is as it was.
  const kept = await whoHolds(window);
  await kill();
  const again = await openAt(profile);
  await again.window.getByRole('navigation', { name: 'Navigation' }).waitFor();
  expect(await whoHolds(again.window)).toEqual(kept);

  // Filled again: what is there stays, and the exception with it.
  await go(again.window, `/events/${eventId}/roster`);
  await again.window.getByRole('button', { name: 'Remplir' }).click();
  await again.window.getByRole('button', { name: 'Chercher', exact: true }).click();
  await again.window.getByText('Places qui restent vides').waitFor({ timeout: 60_000 });
  const outcome = await again.window.getByRole('dialog').innerText();
  expect(outcome).toContain('117 places pourvues sur 119');
  await again.window.keyboard.press('Escape');

  // One booklet for everybody.
  const booklet = join(await aFolder(), 'papiers.pdf');
  await answerDialogs(again.app, { save: booklet });
  await again.window.getByRole('button', { name: 'Papiers…' }).click();
  await again.window.getByRole('button', { name: 'Un seul PDF pour tout le monde' }).click();
  await again.window.getByText(/^Enregistré/).waitFor({ timeout: 90_000 });
  const { stdout: text } = await run('pdftotext', ['-layout', booklet, '-']);
  const pages = text.split('\f').slice(0, -1);
  expect(pages.filter((page) => page.trim() === '')).toEqual([]);
  expect(text).toContain('Feuille de route');
  expect([...faults, ...again.faults]).toEqual([]);
});

const tables = ['people', 'posts', 'shifts', 'assignments'] as const;
async function rosterRecords(window: Page) {
  return Promise.all(tables.map((table) => stored<{ id: string }>(window, table)));
}

test('a kill while a filling is applied leaves the roster of before or of after; rubbish writes nothing; everything undone and redone is the same', async () => {
  const profile = await aProfile();
  const first = await launch(profile);
  await first.window.getByRole('button', { name: /Ouvrir l’exemple/ }).click();
  await first.window.getByRole('navigation', { name: 'Navigation' }).waitFor();
  const day = (await stored<{ id: string; kind: string; status: string }>(first.window, 'events')).find(
    ({ kind, status }) => kind === 'activityDay' && status === 'planned',
  );
  const before = (await stored<StoredAssignment>(first.window, 'assignments')).length;
  await go(first.window, `/events/${day?.id}/roster`);
  await first.window.getByRole('button', { name: 'Remplir' }).click();
  const dialog = first.window.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Chercher' }).click();
  const counts = /(\d+) affectations ajoutées, (\d+) retirées/;
  await dialog.getByText(counts).waitFor({ timeout: 60_000 });
  const [, added, removed] = counts.exec(await dialog.innerText()) ?? [];
  await dialog.getByRole('button', { name: /^Appliquer/ }).click();
  await first.kill();

  const again = await launch(profile);
  const { window } = again;
  await window.getByRole('navigation', { name: 'Navigation' }).waitFor();
  const after = (await stored<StoredAssignment>(window, 'assignments')).length;
  expect([before, before + Number(added) - Number(removed)]).toContain(after);

  // A picture is no list of people, and a list of people is no list of posts.
  const kept = await rosterRecords(window);
  for (const [address, file, sentence] of [
    ['/people?import=1', join(process.cwd(), 'docs/images/today.png'), /n’a pas été lu/],
    [`/events/${day?.id}/roster?import=1`, fixture('equipe.csv'), /Il manque une colonne/],
  ] as const) {
    await answerDialogs(again.app, { open: file });
    await go(window, address);
    await window.getByRole('button', { name: 'Choisir un fichier' }).click();
    await window.getByText(sentence).first().waitFor();
  }
  expect(await rosterRecords(window)).toEqual(kept);

  // Taken back step by step to the empty start, and brought back.
  await go(window, '/history');
  let steps = 0;
  for (; steps < 20 && (await stored(window, 'people')).length > 0; steps += 1) {
    const sizes = async () => (await rosterRecords(window)).map((records) => records.length).join();
    const now = await sizes();
    await window.locator('body').press('Control+z');
    await expect.poll(sizes).not.toBe(now);
  }
  expect(await rosterRecords(window)).toEqual([[], [], [], []]);
  for (; steps > 0; steps -= 1) {
    const sizes = async () => (await rosterRecords(window)).map((records) => records.length).join();
    const now = await sizes();
    await window.locator('body').press('Control+Shift+z');
    await expect.poll(sizes).not.toBe(now);
  }
  expect(await rosterRecords(window)).toEqual(kept);
  expect([...first.faults, ...again.faults]).toEqual([]);
});
