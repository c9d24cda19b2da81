import { RosterPage } from '@renderer/features/roster/RosterPage';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { accessibilityFaults } from '../../../support/accessibility';
import { anEvent, aStaffMember } from '../../../support/builders';
import { memoryHost } from '../../../support/memoryHost';
import { renderPage } from '../../../support/renderPage';
import dumbeaAddress from '../../../fixtures/journee-dumbea/postes.csv?url';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-01-10T00:00Z') });
  localStorage.clear();
});
afterEach(() => vi.useRealTimers());

const event = anEvent({ name: 'Journée de Dumbéa' });
const patience = { timeout: 15_000 };

async function showImport(bytes: Uint8Array) {
  const host = memoryHost({ 'files:open': async () => ({ kind: 'opened', name: 'postes.csv', bytes }) });
  const shown = await renderPage(
    <main style={{ display: 'flex', height: '780px' }}>
      <RosterPage eventId={event.id} />
    </main>,
    {
      workspace: { events: [event], people: [aStaffMember()] },
      address: `/events/${event.id}/roster?import=1`,
      host,
    },
  );
  await page.getByRole('button', { name: 'Choisir un fichier' }).click();
  return shown;
}
const dumbea = async () => new Uint8Array(await (await fetch(dumbeaAddress)).arrayBuffer());

describe('importing the office’s posts', () => {
  it(
    'shows the 36 shifts, writes them as one change, and one undo takes all back',
    { timeout: 60_000 },
    async () => {
      const { database, door, history } = await showImport(await dumbea());
      await expect.element(page.getByRole('button', { name: '36 Créés' }), patience).toBeVisible();
      await expect.element(page.getByText('36 postes')).toBeVisible();
      expect(await database.posts.count()).toBe(0);
      // Its button has just become one that can be pressed.
      await expect.poll(accessibilityFaults, patience).toEqual([]);
      await page.getByRole('button', { name: 'Importer 36 créneaux' }).click();
      await expect.poll(() => history.location.search, patience).toBe('');
      expect([await database.posts.count(), await database.shifts.count()]).toEqual([36, 36]);
      expect(door.state().last?.label).toEqual({
        key: 'postsImported',
        params: { count: 36, file: 'postes.csv' },
      });
      await door.undo();
      expect([await database.posts.count(), await database.shifts.count()]).toEqual([0, 0]);
    },
  );

  it(
    'says why a line is refused, with its number, and writes nothing of it',
    { timeout: 60_000 },
    async () => {
      const text = `poste;équipe;début;fin;effectif;compétence
Garde;;22/02/2025 13:00;22/02/2025 09:00;1;
Porte;;22/02/2025 08:00;22/02/2025 15:00;2;PSC1`;
      const { database } = await showImport(new TextEncoder().encode(text));
      await expect
        .element(
          page.getByText('Ligne 2\u202f: la fin «\u202f22/02/2025 09:00\u202f» précède le début'),
          patience,
        )
        .toBeVisible();
      await expect.element(page.getByText(/reçoit une pause de 20\u202fminutes/)).toBeVisible();
      await expect.element(page.getByText(/demande une compétence que personne n’a/)).toBeVisible();
      await page.getByRole('button', { name: 'Importer 1 créneau' }).click();
      await expect.poll(() => database.posts.count(), patience).toBe(1);
    },
  );

  it('says which column is missing', { timeout: 60_000 }, async () => {
    await showImport(new TextEncoder().encode('poste;début\nGarde;22/02/2025 09:00'));
    await expect
      .element(page.getByText('Il manque une colonne\u202f: Fin, Effectif.'), patience)
      .toBeVisible();
  });
});
