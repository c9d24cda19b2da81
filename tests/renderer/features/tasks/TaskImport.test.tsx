import { tasksOfEvent } from '@renderer/data/tasks';
import { EventTasksPage } from '@renderer/features/tasks/EventTasksPage';
import type { Task } from '@shared/domain/task';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { accessibilityFaults } from '../../../support/accessibility';
import { anEvent, aTask } from '../../../support/builders';
import { memoryHost } from '../../../support/memoryHost';
import { renderPage } from '../../../support/renderPage';
import dumbeaAddress from '../../../fixtures/journee-dumbea/taches.csv?url';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2024-10-01T00:00Z') });
  localStorage.clear();
});
afterEach(() => vi.useRealTimers());

/** The Dumbéa day, with every date that its plan counts from. */
const event = anEvent({ name: 'Journée de Dumbéa', reportDueOn: '2025-03-21' });
const patience = { timeout: 15_000 };

async function showImport(bytes: Uint8Array, { name = 'taches.csv', tasks = [] as readonly Task[] } = {}) {
  const host = memoryHost({ 'files:open': async () => ({ kind: 'opened', name, bytes }) });
  const shown = await renderPage(
    <main style={{ display: 'flex', height: '780px' }}>
      <EventTasksPage eventId={event.id} />
    </main>,
    {
      workspace: { events: [event], tasks: [...tasks] },
      address: `/events/${event.id}/tasks?import=1`,
      host,
    },
  );
  await page.getByRole('button', { name: 'Choisir un fichier' }).click();
  return shown;
}
const bytesOf = (text: string) => new TextEncoder().encode(text);
const dumbea = async () => new Uint8Array(await (await fetch(dumbeaAddress)).arrayBuffer());
const outcome = (name: string) => page.getByRole('button', { name });

describe('importing the office’s file', () => {
  it(
    'shows the 66 tasks that it would create, creates them in one change, and one undo takes all back',
    { timeout: 60_000 },
    async () => {
      const { database, door, history } = await showImport(await dumbea());
      await expect.element(outcome('66 Créées'), patience).toBeVisible();
      await expect.element(page.getByText('66 lignes')).toBeVisible();
      await expect.element(page.getByRole('button', { name: /Dépend de/ })).toBeVisible();
      expect(await tasksOfEvent(database, event.id)).toEqual([]);
      await page.getByRole('button', { name: 'Importer 66 tâches' }).click();
      await expect.poll(() => history.location.search, patience).toBe('');
      const tasks = await tasksOfEvent(database, event.id);
      expect(tasks).toHaveLength(66);
      const order = tasks.find(({ title }) => title === 'Signer les bons de commande');
      expect([order?.team, order?.priority, order?.dueOn, order?.dependsOn.length]).toEqual([
        'Coordination',
        'high',
        '2025-01-03',
        1,
      ]);
      // The office printed the posters a week before it approved their proof.
      await expect.element(page.getByRole('button', { name: /problèmes? de plan/ })).toBeVisible();
      await door.undo();
      expect(await tasksOfEvent(database, event.id)).toEqual([]);
    },
  );

  it('creates nothing the second time', { timeout: 60_000 }, async () => {
    const { database, door } = await showImport(await dumbea());
    await page.getByRole('button', { name: 'Importer 66 tâches' }).click(patience);
    await expect.poll(async () => (await tasksOfEvent(database, event.id)).length, patience).toBe(66);
    const { last } = door.state();
    await page.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: 'Importer un fichier CSV' }).click();
    await page.getByRole('button', { name: 'Choisir un fichier' }).click();
    await expect.element(outcome('66 Inchangées'), patience).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Rien à importer' })).toBeDisabled();
    expect(door.state().last).toEqual(last);
  });
});

describe('what stands in the way', () => {
  it('is said line by line, with the column, the value and the reason; what changes, before and after', async () => {
    const known = aTask({ eventId: event.id, title: 'Louer le fourgon', priority: 'low' });
    await showImport(
      bytesOf(
        'tâche;priorité;durée en jours;dépend de\nLouer le fourgon;haute;;\nBaliser;urgentissime;;\nRendre le site;;0;\nTrier;;;Absente\n',
      ),
      { tasks: [known] },
    );
    await expect.element(outcome('3 Refusées'), patience).toBeVisible();
    await expect.element(outcome('1 Modifiées')).toBeVisible();
    await expect
      .element(
        page.getByText(
          'priorité\u202f: la priorité «\u202furgentissime\u202f» est inconnue (haute, moyenne, basse)',
        ),
      )
      .toBeVisible();
    await expect
      .element(
        page.getByText('durée en jours\u202f: la durée «\u202f0\u202f» n’est pas entre 1 et 400 jours'),
      )
      .toBeVisible();
    await expect.element(page.getByText('Priorité\u202f: Basse → Haute')).toBeVisible();
    await outcome('3 Refusées').click();
    expect(page.getByRole('row', { name: /Louer/ }).query()).toBeNull();
    await page.getByText('Trier').click();
    await expect.element(page.getByRole('region', { name: 'Ligne 5' })).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it.each([
    ['a binary file', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'le fichier n’est pas du texte'],
    ['an empty file', new Uint8Array(), 'le fichier est vide'],
    ['sixty thousand lines', bytesOf(`tâche\n${'une tâche\n'.repeat(60_000)}`), 'le fichier dépasse'],
  ])('%s is refused in a sentence, and nothing is written', async (_name, bytes, reason) => {
    const { database, door } = await showImport(bytes);
    await expect.element(page.getByRole('alert'), patience).toHaveTextContent(reason);
    await expect.element(page.getByRole('alert')).toHaveTextContent('Rien n’a été modifié.');
    expect(door.state().undo?.label.key).not.toBe('tasksImported');
    expect(await tasksOfEvent(database, event.id)).toEqual([]);
  });

  it('is corrected: a separator, a header that is none, a column; the mapping is remembered', async () => {
    const { history } = await showImport(bytesOf('Quoi;Importance\nLouer le fourgon;haute\n'));
    await expect
      .element(page.getByText('Une colonne doit donner le titre des tâches.'), patience)
      .toBeVisible();
    await page.getByRole('button', { name: /Quoi/ }).click();
    await page.getByRole('option', { name: 'Tâche' }).click();
    await expect.element(outcome('1 Créées'), patience).toBeVisible();
    await page.getByRole('button', { name: 'Importer 1 tâche' }).click();
    await expect.poll(() => history.location.search, patience).toBe('');
    await page.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: 'Importer un fichier CSV' }).click();
    await page.getByRole('button', { name: 'Choisir un fichier' }).click();
    await expect.element(outcome('1 Inchangées'), patience).toBeVisible();
    await page.getByText('La première ligne titre les colonnes').click();
    await expect.element(page.getByText('2 lignes'), patience).toBeVisible();
  });
});
