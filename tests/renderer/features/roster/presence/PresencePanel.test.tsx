import { PresencePage } from '@renderer/features/roster/presence/PresencePanel';
import type { Language } from '@shared/domain/settings';
import { presenceSheets } from '@shared/domain/presenceSheet';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { accessibilityFaults } from '../../../../support/accessibility';
import { aSmallRoster, type SomeRoster } from '../../../../support/aRoster';
import { someSettings } from '../../../../support/builders';
import { renderPage } from '../../../../support/renderPage';

// 10 h in Nouméa, during the morning shift.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-02-21T23:00Z') });
});
afterEach(() => vi.useRealTimers());

async function thePage(roster: SomeRoster = aSmallRoster(), language: Language = 'fr', search = '') {
  const { event, posts, shifts, people, profiles, assignments } = roster;
  const page = await renderPage(
    <main style={{ display: 'flex', height: '100vh' }}>
      <PresencePage eventId={event.id} />
    </main>,
    {
      workspace: {
        settings: [someSettings({ language })],
        events: [event],
        posts: [...posts],
        shifts: [...shifts],
        people: [...people],
        profiles: [...profiles],
        assignments: [...assignments],
      },
      language,
      address: `/events/${event.id}/roster${search}`,
    },
  );
  const presenceOf = async (index: number) =>
    (await page.database.assignments.get(roster.assignments[index]?.id ?? ''))?.presence;
  return { ...page, roster, presenceOf };
}
type Screen = Awaited<ReturnType<typeof thePage>>['screen'];
const row = (screen: Screen, name: string) => screen.getByRole('row', { name: new RegExp(name) }).first();

describe('the day, shift by shift', () => {
  it('notes by a letter what became of the line that has the focus', async () => {
    const { screen, presenceOf } = await thePage();
    await expect.element(row(screen, 'Ana')).toBeVisible();
    (row(screen, 'Ana').element() as HTMLElement).focus();
    await userEvent.keyboard('a');
    await vi.waitFor(async () => expect((await presenceOf(0))?.status).toBe('arrived'));
    await userEvent.keyboard('{ArrowDown}b');
    await vi.waitFor(async () => expect((await presenceOf(1))?.status).toBe('absent'));
    await userEvent.keyboard('r');
    await vi.waitFor(async () =>
      expect(await presenceOf(1)).toMatchObject({ status: 'late', arrivedAt: '2025-02-21T23:00Z' }),
    );
  });

  it('takes everybody as arrived at once, and takes it back at once', async () => {
    const { screen, database, door } = await thePage();
    await screen.getByRole('button', { name: 'Tout le monde est arrivé' }).click();
    const statuses = async () =>
      (await database.assignments.toArray()).map(({ presence }) => presence.status);
    await vi.waitFor(async () => expect(new Set(await statuses())).toEqual(new Set(['arrived'])));
    await door.undo();
    expect(new Set(await statuses())).toEqual(new Set(['expected']));
  });

  it('replaces somebody by a substitute, who is expected on the same shift, in one change', async () => {
    const { screen, database, door, roster, presenceOf } = await thePage();
    const [, bruno, , david] = roster.people;
    await expect.element(row(screen, 'Bruno')).toBeVisible();
    (row(screen, 'Bruno').element() as HTMLElement).focus();
    await userEvent.keyboard('s');
    const panel = screen.getByRole('complementary', { name: 'Bruno' });
    await panel.getByRole('button', { name: /Remplacé par/ }).click();
    await screen.getByRole('option', { name: 'David' }).click();
    await vi.waitFor(async () =>
      expect(await presenceOf(1)).toMatchObject({ status: 'replaced', replacedById: david?.id }),
    );
    const own = (await database.assignments.toArray()).filter(({ personId }) => personId === david?.id);
    expect(own.map(({ shiftId, presence }) => [shiftId, presence.status])).toEqual([
      [roster.shifts[0]?.id, 'expected'],
    ]);
    expect(bruno?.name).toBe('Bruno');
    // A note keeps the substitute; undone with it, everything is as it was.
    await panel.getByLabelText('Note').fill('Malade');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(async () => expect((await presenceOf(1))?.note).toBe('Malade'));
    expect(await database.assignments.count()).toBe(5);
    await door.undo();
    await door.undo();
    expect(await database.assignments.count()).toBe(4);
    expect((await presenceOf(1))?.status).toBe('expected');
  });

  it('takes the substitute back with the replacement', async () => {
    const { screen, database, presenceOf } = await thePage();
    await expect.element(row(screen, 'Bruno')).toBeVisible();
    (row(screen, 'Bruno').element() as HTMLElement).focus();
    await userEvent.keyboard('s');
    const panel = screen.getByRole('complementary', { name: 'Bruno' });
    await expect.element(panel.getByRole('button', { name: /Remplacé par/ })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await screen.getByRole('option', { name: 'David' }).click();
    await vi.waitFor(async () => expect(await database.assignments.count()).toBe(5));
    await panel.getByRole('button', { name: 'Fermer' }).click();
    (row(screen, 'Bruno').element() as HTMLElement).focus();
    await userEvent.keyboard('a');
    await vi.waitFor(async () => expect((await presenceOf(1))?.status).toBe('arrived'));
    expect(await database.assignments.count()).toBe(4);
  });

  it('takes times as they are typed, and refuses a departure before the arrival', async () => {
    const { screen, presenceOf } = await thePage();
    await expect.element(row(screen, 'Bruno')).toBeVisible();
    (row(screen, 'Bruno').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    const panel = screen.getByRole('complementary', { name: 'Bruno' });
    await panel.getByRole('button', { name: 'Maintenant' }).first().click();
    await vi.waitFor(async () =>
      expect(await presenceOf(1)).toMatchObject({ status: 'late', arrivedAt: '2025-02-21T23:00Z' }),
    );
    await panel.getByRole('spinbutton').nth(2).click();
    await userEvent.keyboard('0930{Enter}');
    await expect.element(panel.getByRole('alert')).toHaveTextContent('Le départ doit suivre l’arrivée.');
    expect((await presenceOf(1))?.leftAt).toBe(null);
  });

  it('says who should be here now, and who is free', async () => {
    const { screen } = await thePage();
    const now = screen.getByRole('complementary', { name: /^Maintenant/ });
    await expect.element(now.getByText('Bruno')).toBeVisible();
    await now.getByRole('button', { name: 'Ana est arrivé' }).click();
    await vi.waitFor(() =>
      expect(now.getByRole('button', { name: 'Ana est arrivé' }).elements()).toEqual([]),
    );
    await expect.element(now.getByText('jusqu’à 22\u202fh')).toBeVisible();
  });
});

describe('a sheet that comes back', () => {
  it('is found by its number, with its rows alone', async () => {
    const roster = aSmallRoster();
    const [sheet] = presenceSheets(roster.facts, 'post');
    const { screen } = await thePage(roster);
    await screen.getByLabelText('Feuille n°').fill(sheet?.number.toLowerCase().replace('-', ' ') ?? '');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText(/Feuille .*: Accueil/)).toBeVisible();
    expect(screen.getByRole('row').elements()).toHaveLength(3);
    await screen.getByRole('button', { name: 'Toutes les lignes du jour' }).click();
    await expect.element(row(screen, 'Chloé')).toBeVisible();
  });

  it('says that no sheet has the number', async () => {
    const { screen } = await thePage();
    await screen.getByLabelText('Feuille n°').fill('2202-XXXX');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('alert')).toHaveTextContent('Aucune feuille');
  });
});

describe('hours', () => {
  it('stand by person with their totals, and leave as CSV and XLSX', async () => {
    const { screen, host, roster } = await thePage(aSmallRoster(), 'fr', '?part=hours');
    const saved = (host as unknown as { saved: { name: string; bytes: Uint8Array }[] }).saved;
    await expect.element(row(screen, 'Ana')).toHaveTextContent(/7\sh\s30/);
    expect(roster.facts.people).toHaveLength(4);
    await screen.getByRole('button', { name: 'CSV pour la paie' }).click();
    await screen.getByRole('button', { name: 'Classeur XLSX' }).click();
    await vi.waitFor(() =>
      expect(saved.map(({ name }) => name)).toEqual([
        'Heures Journée du jeu 2025.csv',
        'Heures Journée du jeu 2025.xlsx',
      ]),
    );
    expect(new TextDecoder().decode(saved[0]?.bytes)).toContain('7,5');
    await screen.getByRole('radio', { name: 'Par équipe' }).click();
    await expect.element(row(screen, 'Technique')).toBeVisible();
  });
});

it.each(['fr', 'en'] as const)('has no barrier that axe knows (%s)', async (language) => {
  const { screen } = await thePage(aSmallRoster(), language);
  await expect.element(row(screen, 'Ana')).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
  await screen.getByRole('radio', { name: language === 'fr' ? 'Heures' : 'Hours' }).click();
  await expect.element(row(screen, 'Ana')).toBeVisible();
  await Promise.all(document.getAnimations().map(({ finished }) => finished));
  expect(await accessibilityFaults()).toEqual([]);
});
