import { peopleOf } from '@renderer/data/people';
import { PeoplePage } from '@renderer/features/people/PeoplePage';
import type { StaffMember } from '@shared/domain/staffMember';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { accessibilityFaults } from '../../../support/accessibility';
import { aStaffMember } from '../../../support/builders';
import { memoryHost } from '../../../support/memoryHost';
import { renderPage } from '../../../support/renderPage';
import equipeAddress from '../../../fixtures/journee-dumbea/equipe.csv?url';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-03-10T00:00Z') });
  localStorage.clear();
});
afterEach(() => vi.useRealTimers());

const patience = { timeout: 15_000 };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const equipe = async () => new Uint8Array(await (await fetch(equipeAddress)).arrayBuffer());
const outcome = (name: string) => page.getByRole('button', { name });

async function showImport(bytes: Uint8Array, people: readonly StaffMember[] = []) {
  const host = memoryHost({ 'files:open': async () => ({ kind: 'opened', name: 'equipe.csv', bytes }) });
  const shown = await renderPage(
    <main style={{ display: 'flex', width: '1200px', height: '780px' }}>
      <PeoplePage />
    </main>,
    { workspace: { people: [...people] }, address: '/people?import=1', host },
  );
  await page.getByRole('button', { name: 'Choisir un fichier' }).click();
  return shown;
}

describe('importing the office’s team', () => {
  it(
    'shows the 46 people that it would add, adds them in one change, and nothing the second time',
    { timeout: 60_000 },
    async () => {
      const { database, door, history } = await showImport(await equipe());
      await expect.element(outcome('46 Nouvelles'), patience).toBeVisible();
      await expect.element(page.getByText(/elle prendra fin le 20 février 2025/)).toBeVisible();
      await expect
        .element(page.getByText('Les heures sont lues dans le fuseau Pacific/Noumea.'))
        .toBeVisible();
      // The button has just come alive: its colours are still on their way.
      await expect.poll(accessibilityFaults).toEqual([]);
      expect(await peopleOf(database)).toEqual([]);
      await page.getByRole('button', { name: 'Importer 46 personnes' }).click();
      await expect.poll(() => history.location.search, patience).toBe('');
      expect(await peopleOf(database)).toHaveLength(46);

      await page.getByRole('button', { name: 'Autres actions' }).click();
      await page.getByRole('menuitem', { name: 'Importer un fichier CSV' }).click();
      await page.getByRole('button', { name: 'Choisir un fichier' }).click();
      await expect.element(outcome('46 Inchangées'), patience).toBeVisible();
      await expect.element(page.getByRole('button', { name: 'Rien à importer' })).toBeDisabled();
      await door.undo();
      expect(await peopleOf(database)).toEqual([]);
    },
  );
});

describe('what stands in the way', () => {
  it('is said line by line, and a refused line changes nothing of its person', async () => {
    const known = aStaffMember({ name: 'Jeanne', team: 'Accueil' });
    const { database } = await showImport(
      bytesOf(
        'identité;équipe;profil;indisponibilités\nJeanne;Technique;;\nPaul;Technique;pirate;31/02/2025 08:00 - 09:00\nA B;;;\nB A;;;\n',
      ),
      [known],
    );
    await expect.element(outcome('3 Refusées'), patience).toBeVisible();
    await expect.element(page.getByText('Équipe\u202f: Accueil → Technique')).toBeVisible();
    await expect.element(page.getByText(/le profil «\u202fpirate\u202f» est inconnu/)).toBeVisible();
    await expect
      .element(
        page.getByText(/indisponibilités\u202f: «\u202f31\/02\/2025 08:00 - 09:00\u202f» n’est pas un jour/),
      )
      .toBeVisible();
    await expect
      .element(page.getByText(/une autre ligne porte aussi le nom «\u202fB A\u202f»/))
      .toBeVisible();
    await page.getByText('Paul', { exact: true }).click();
    await expect.element(page.getByRole('region', { name: 'Ligne 3' })).toBeVisible();
    await page.getByRole('button', { name: 'Importer 1 personne' }).click();
    await expect
      .poll(async () => (await peopleOf(database)).map(({ name, team }) => [name, team]), patience)
      .toEqual([['Jeanne', 'Technique']]);
  });

  it('is corrected: a column that names nobody is mapped by hand', async () => {
    await showImport(bytesOf('Qui est-ce;Groupe\nJeanne;Accueil\n'));
    await expect
      .element(page.getByText('Une colonne doit donner le nom des personnes.'), patience)
      .toBeVisible();
    await page.getByRole('button', { name: /Qui est-ce/ }).click();
    await page.getByRole('option', { name: 'Nom', exact: true }).click();
    await expect.element(outcome('1 Nouvelles'), patience).toBeVisible();
  });

  it('is a file that is no text: nothing is written', async () => {
    const { database } = await showImport(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]));
    await expect
      .element(page.getByRole('alert'), patience)
      .toHaveTextContent('le fichier n’est pas du texte');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Rien n’a été modifié.');
    expect(await peopleOf(database)).toEqual([]);
  });
});
