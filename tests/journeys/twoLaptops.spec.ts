import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aFolder } from '../support/folder';
import { answerDialogs, aProfile, chooseInMenu, launch, type Running, shot } from '../support/electron';
import { stored } from '../support/stored';

const day = '2027-01-12T09:00:00+11:00';

async function openAt(profile: string): Promise<Running> {
  const running = await launch(profile);
  await running.window.clock.install({ time: new Date(day) });
  await running.window.reload();
  await running.window.waitForLoadState();
  return running;
}

type StoredEvent = {
  id: string;
  name: string;
  status: string;
  kind: string;
  format: string;
  description: string;
  venue: { address: string };
};

async function eventIn(window: Page, id: string): Promise<StoredEvent | undefined> {
  return (await stored<StoredEvent>(window, 'events')).find((event) => event.id === id);
}

async function go(window: Page, address: string): Promise<void> {
  await window.evaluate((hash) => void (location.hash = hash), address);
}

async function write(window: Page, id: string, label: string, text: string): Promise<void> {
  await go(window, `/events/${id}/overview`);
  const field = window.getByRole('textbox', { name: label, exact: true });
  await field.fill(text);
  await field.press('Tab');
  await expect.poll(async () => JSON.stringify(await eventIn(window, id))).toContain(JSON.stringify(text));
}

async function exportEvent(
  { app, window }: Running,
  id: string,
  path: string,
  password?: string,
): Promise<void> {
  await answerDialogs(app, { save: path });
  await go(window, `/events/${id}/overview`);
  await window.getByRole('button', { name: 'Exporter l’événement…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Exporter l’événement' });
  if (password !== undefined) {
    await dialog.getByText('Protéger par un mot de passe').click();
    await dialog.getByLabel('Mot de passe', { exact: true }).fill(password);
    await dialog.getByLabel('Le même, une seconde fois').fill(password);
    await shot(window, 'journey-export-password');
  }
  await dialog.getByRole('button', { name: 'Enregistrer le fichier' }).click();
  await window
    .getByText(/^Fichier enregistré/)
    .first()
    .waitFor({ timeout: 60_000 });
}

async function chooseFile({ app, window }: Running, path: string): Promise<void> {
  await answerDialogs(app, { open: path });
  await chooseInMenu(app, 'import');
  await window.getByRole('button', { name: 'Choisir un fichier' }).click();
}

async function countsShown(window: Page): Promise<string[]> {
  const counts = window.getByRole('list', { name: 'Ce que ferait l’importation' }).getByRole('listitem');
  await counts.first().waitFor();
  return (await counts.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
}

test('an event goes to another laptop and comes back: all is merged, one thing is chosen, one undo takes it back', async () => {
  const folder = await aFolder();
  const [going, coming] = ['aller.regie', 'retour.regie'].map((name) => join(folder, name)) as [
    string,
    string,
  ];
  const [ours, theirs] = [await openAt(await aProfile()), await openAt(await aProfile())];

  await ours.window.getByRole('button', { name: /Ouvrir l’exemple/ }).click();
  await ours.window.getByRole('navigation', { name: 'Navigation' }).waitFor();
  const events = await stored<StoredEvent>(ours.window, 'events');
  const event = events.find(({ kind, status }) => kind === 'activityDay' && status === 'planned');
  if (!event) throw new Error('the example has no activity day');
  await exportEvent(ours, event.id, going);

  // The other laptop knows nothing of it; a cancelled import writes nothing.
  await theirs.window.getByRole('button', { name: /Commencer à vide/ }).click();
  await theirs.window.getByRole('navigation', { name: 'Navigation' }).waitFor();
  await chooseFile(theirs, going);
  await theirs.window.getByText(/Un événement que vous n’avez pas/).waitFor();
  const [created] = await countsShown(theirs.window);
  expect(created).toMatch(/^\d{2,3} nouvelles fiches$/);
  await theirs.window.getByRole('button', { name: 'Annuler' }).click();
  expect(await stored(theirs.window, 'events')).toEqual([]);
  await chooseFile(theirs, going);
  await theirs.window.getByRole('button', { name: 'Importer', exact: true }).click();
  await theirs.window.getByRole('heading', { level: 1, name: event.name }).waitFor();
  const taskCount = (await stored<{ eventId: string }>(ours.window, 'tasks')).filter(
    ({ eventId }) => eventId === event.id,
  ).length;
  expect((await stored(theirs.window, 'tasks')).length).toBe(taskCount);
  // Its roster has come along: posts, shifts, who holds them, and those people alone.
  const rosterOf = async (window: Page) =>
    Promise.all(
      (['posts', 'shifts', 'assignments'] as const).map(async (table) =>
        (await stored<{ eventId: string }>(window, table)).filter(({ eventId }) => eventId === event.id),
      ),
    );
  const roster = await rosterOf(theirs.window);
  expect(roster).toEqual(await rosterOf(ours.window));
  const people = (await stored(theirs.window, 'people')).length;
  expect(people).toBeGreaterThan(0);
  const belonging = taskCount + roster.flat().length + people;

  // Both go on, each with his own.
  await write(theirs.window, event.id, 'Format', 'Parcours libre, tampon à chaque stand');
  await write(theirs.window, event.id, 'Adresse', 'Avenue de la Vallée');
  await write(ours.window, event.id, 'Description', 'Une journée pour essayer.');
  await write(ours.window, event.id, 'Adresse', 'Rue des Sports');
  await exportEvent(theirs, event.id, coming);

  // It comes back: what only one changed is taken, what both changed is asked.
  await chooseFile(ours, coming);
  expect(await countsShown(ours.window)).toEqual([
    '0 nouvelle fiche',
    '0 modifiée',
    '0 retirée',
    '1 choix à faire',
    `${belonging} déjà pareilles`,
  ]);
  const question = ours.window.getByRole('radiogroup', { name: /Lieu, Adresse$/ });
  await question.waitFor();
  await shot(ours.window, 'journey-import-conflict');
  const apply = ours.window.getByRole('button', { name: 'Importer', exact: true });
  expect(await apply.isDisabled()).toBe(true);
  await question.getByText('Avenue de la Vallée').click();
  await apply.click();
  await ours.window.getByRole('heading', { level: 1, name: event.name }).waitFor();
  const merged = await eventIn(ours.window, event.id);
  expect([merged?.format, merged?.description, merged?.venue.address]).toEqual([
    'Parcours libre, tampon à chaque stand',
    'Une journée pour essayer.',
    'Avenue de la Vallée',
  ]);

  await chooseInMenu(ours.app, 'undo');
  await expect
    .poll(async () => {
      const back = await eventIn(ours.window, event.id);
      return [back?.format, back?.description, back?.venue.address];
    })
    .toEqual([event.format, 'Une journée pour essayer.', 'Rue des Sports']);
  expect((await stored(ours.window, 'exchanges')).length).toBe(1);

  // The same file again, and from here back to the other laptop: nobody is asked, both hold the same.
  await chooseFile(ours, coming);
  await ours.window.getByRole('button', { name: 'Tout garder comme ici' }).click();
  await apply.click();
  await ours.window.getByRole('heading', { level: 1, name: event.name }).waitFor();
  await exportEvent(ours, event.id, going);
  await chooseFile(theirs, going);
  expect((await countsShown(theirs.window)).slice(0, 4)).toEqual([
    '0 nouvelle fiche',
    '1 modifiée',
    '0 retirée',
    '0 choix à faire',
  ]);
  await theirs.window.getByRole('button', { name: 'Importer', exact: true }).click();
  await theirs.window.getByRole('heading', { level: 1, name: event.name }).waitFor();
  expect(await eventIn(theirs.window, event.id)).toEqual(await eventIn(ours.window, event.id));
  expect([ours.faults, theirs.faults]).toEqual([[], []]);
});

test('a file with a password opens with it alone, and a damaged one is refused with a sentence', async () => {
  const folder = await aFolder();
  const [locked, broken] = ['protege.regie', 'abime.regie'].map((name) => join(folder, name)) as [
    string,
    string,
  ];
  const running = await openAt(await aProfile());
  const { window } = running;
  await window.getByRole('button', { name: /Ouvrir l’exemple/ }).click();
  await window.getByRole('navigation', { name: 'Navigation' }).waitFor();
  const [event] = await stored<StoredEvent>(window, 'events');
  if (!event) throw new Error('the example has no event');
  await exportEvent(running, event.id, locked, 'girafe lampe ciment');
  const bytes = await readFile(locked);
  expect(bytes.subarray(0, 21).toString('latin1')).toBe('age-encryption.org/v1');

  await chooseFile(running, locked);
  const password = window.getByLabel('Mot de passe du fichier');
  await password.fill('girafe lampe');
  await password.press('Enter');
  await window.getByText(/Ce mot de passe n’ouvre pas ce fichier/).waitFor({ timeout: 60_000 });
  await shot(window, 'journey-import-password');
  await password.fill('girafe lampe ciment');
  await password.press('Enter');
  await window.getByText(/n’apporte rien de nouveau/).waitFor({ timeout: 60_000 });

  bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
  await writeFile(broken, bytes);
  await window.getByRole('button', { name: 'Choisir un autre fichier' }).click();
  await chooseFile(running, broken);
  await password.fill('girafe lampe ciment');
  await password.press('Enter');
  await window.getByText(/le fichier est endommagé\. Rien n’a été modifié/).waitFor({ timeout: 60_000 });
  await shot(window, 'journey-import-damaged');
  expect(running.faults).toEqual([]);
});
