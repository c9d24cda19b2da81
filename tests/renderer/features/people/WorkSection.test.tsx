import { profilesOf, travelTimesOf } from '@renderer/data/people';
import { WorkSection } from '@renderer/features/people/work/WorkSection';
import type { Workspace } from '@shared/domain/workspace';
import { shippedProfiles } from '@shared/seed/workProfiles';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { accessibilityFaults } from '../../../support/accessibility';
import { anId, aProfile, aStaffMember } from '../../../support/builders';
import { renderPage } from '../../../support/renderPage';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-02-10T00:00Z') });
});
afterEach(() => vi.useRealTimers());

function showSection(workspace: Partial<Workspace> = {}, language: 'fr' | 'en' = 'fr') {
  const sized = (
    <main style={{ width: '1100px', height: '780px', overflow: 'auto' }}>
      <h1>Réglages</h1>
      <h2>Profils et trajets</h2>
      <WorkSection />
    </main>
  );
  return renderPage(sized, { workspace, language });
}
const row = (name: RegExp) => page.getByRole('row', { name });
const field = (name: string) => page.getByRole('dialog').getByRole('textbox', { name, exact: true });
const save = () => page.getByRole('button', { name: 'Enregistrer' }).click();

describe('working profiles', () => {
  it('are listed with their rules in hours, asked to be checked, and counted', async () => {
    const [agent] = shippedProfiles('fr');
    await showSection({ people: [aStaffMember({ profileId: agent?.id ?? null })] });
    const shown = row(/Agent public/);
    for (const text of ['1', '10 h', '48 h', '11 h', 'dès 18 ans', 'à vérifier'])
      await expect.element(shown).toHaveTextContent(text);
  });

  it('are edited in hours; the sentence stands beside the field, and a shipped one is not deleted', async () => {
    const { database, door } = await showSection();
    await row(/Agent public/).click();
    await expect.element(page.getByText(/livré avec le programme/)).toBeVisible();
    expect(page.getByRole('button', { name: 'Supprimer' }).query()).toBeNull();
    await field('Amplitude de la journée (h)').fill('8');
    await userEvent.keyboard('{Tab}');
    await save();
    await expect
      .element(page.getByText('L’amplitude est plus courte que le travail d’une journée.'))
      .toBeVisible();
    await field('Travail par journée (h)').fill('7,5');
    await userEvent.keyboard('{Tab}');
    await save();
    const first = async () => (await profilesOf(database, 'fr'))[0];
    await expect.poll(async () => (await first())?.dayMinutes).toBe(450);
    expect((await first())?.spanMinutes).toBe(480);
    await door.undo();
    expect(await first()).toEqual(shippedProfiles('fr')[0]);
  });

  it('say when they forbid everything', async () => {
    await showSection();
    await row(/Bénévole/).click();
    await field('Travail par semaine (h)').fill('0');
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByText(/Ce profil interdit tout travail/)).toBeVisible();
    await save();
    await expect.element(row(/Bénévole, interdit tout travail/)).toBeVisible();
  });

  it('are added, refuse a name that is taken, and are deleted when nobody has them', async () => {
    const used = aProfile({ name: 'Vacataire' });
    const { database } = await showSection({
      profiles: [used],
      people: [aStaffMember({ profileId: used.id })],
    });
    await row(/Vacataire/).click();
    await expect.element(page.getByText('1 personne a ce profil : il ne se supprime pas.')).toBeVisible();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByRole('button', { name: 'Ajouter un profil' }).click();
    await field('Nom').fill('vacataire');
    await expect.element(page.getByText('Un profil porte déjà ce nom.')).toBeVisible();
    await field('Nom').fill('Stagiaire');
    await save();
    await expect.element(row(/Stagiaire/)).toBeVisible();
    await row(/Stagiaire/).click();
    await page.getByRole('button', { name: 'Supprimer' }).click();
    await expect
      .poll(async () => (await profilesOf(database, 'fr')).map(({ name }) => name).slice(5))
      .toEqual(['Vacataire']);
  });
});

describe('travel times', () => {
  it('are added once a way, with a sentence beside what is wrong', async () => {
    const { database } = await showSection({
      travelTimes: [
        { id: anId(), from: 'Nouméa', to: 'Dumbéa', minutes: 25, source: '', checkedOn: '2025-01-01' },
      ],
    });
    await expect.element(row(/Nouméa/)).toHaveTextContent('25');
    await page.getByRole('button', { name: 'Ajouter un trajet' }).click();
    await field('De').fill('dumbea');
    await field('À').fill('Noumea');
    await expect
      .element(page.getByText('Le trajet entre ces deux lieux est déjà dans la liste.'))
      .toBeVisible();
    await field('À').fill('Dumbéa');
    await save();
    await expect.element(page.getByText('Le départ et l’arrivée sont le même lieu.')).toBeVisible();
    await field('À').fill('Païta');
    await save();
    await expect.poll(async () => (await travelTimesOf(database)).length).toBe(2);
    await row(/dumbea/).click();
    await page.getByRole('button', { name: 'Supprimer' }).click();
    await expect.poll(async () => (await travelTimesOf(database)).length).toBe(1);
  });
});

describe('for everybody', () => {
  it.each(['fr', 'en'] as const)(
    'the section and a profile have no accessibility fault (%s)',
    async (language) => {
      await showSection({}, language);
      await expect.element(page.getByRole('grid')).toBeVisible();
      expect(await accessibilityFaults()).toEqual([]);
      await page.getByRole('row').nth(4).click();
      await expect.element(page.getByRole('dialog')).toBeVisible();
      expect(await accessibilityFaults()).toEqual([]);
    },
  );
});
