import { EventsPage } from '@renderer/features/events/EventsPage';
import { allEvents } from '@renderer/data/events';
import { tasksOfEvent } from '@renderer/data/tasks';
import type { Workspace } from '@shared/domain/workspace';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { accessibilityFaults } from '../../../support/accessibility';
import { aTask, anEvent, anId, anIndicator, aTemplate, aTemplateTask } from '../../../support/builders';
import { renderPage } from '../../../support/renderPage';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-02-10T00:00Z') });
});
afterEach(() => vi.useRealTimers());

const template = aTemplate({
  name: 'Journée organisée',
  kind: 'activityDay',
  tasks: [
    aTemplateTask({ key: 'a', title: 'Réserver le site', offsetDays: -60 }),
    aTemplateTask({ key: 'b', title: 'Préparer le plan', offsetDays: -5, dependsOn: ['a'] }),
    aTemplateTask({ key: 'c', title: 'Monter la scène', anchor: 'setUp', offsetDays: 0 }),
  ],
});
const standTemplate = aTemplate({
  name: 'Stand',
  kind: 'stand',
  role: 'participant',
  hostRequests: ['Plan du site', 'Horaires d’installation'],
});

function showEvents(workspace: Partial<Workspace>, address = '/events', language: 'fr' | 'en' = 'fr') {
  const sized = (
    <main style={{ display: 'flex', height: '780px' }}>
      <EventsPage />
    </main>
  );
  return renderPage(sized, { workspace, address, language });
}

describe('the events page', () => {
  it('creates an event from its template with the keyboard alone', async () => {
    const { database, history } = await showEvents({ templates: [template] }, '/events?new=1');
    await expect.element(page.getByRole('textbox', { name: 'Nom' })).toHaveFocus();
    await userEvent.keyboard('Fête du sport');
    await userEvent.keyboard('{Tab}{Tab}{Tab}{Tab}');
    await userEvent.keyboard('22032025');
    await expect
      .element(page.getByText('Le modèle ajoute 3 tâches, dont 1 déjà en retard.'))
      .toBeInTheDocument();
    await expect.element(page.getByText(/^1 tâche reste sans date/)).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => history.location.pathname).toMatch(/^\/events\/[0-9a-f-]{36}\/overview$/);
    const [event] = await allEvents(database);
    expect([event?.name, event?.opensAt, event?.closesAt, event?.status]).toEqual([
      'Fête du sport',
      '2025-03-21T22:00Z',
      '2025-03-22T06:00Z',
      'idea',
    ]);
    const tasks = event ? await tasksOfEvent(database, event.id) : [];
    expect(
      tasks
        .map(({ title, dueOn }) => [title, dueOn])
        .sort(([left], [right]) => String(left).localeCompare(String(right))),
    ).toEqual([
      ['Monter la scène', null],
      ['Préparer le plan', '2025-03-17'],
      ['Réserver le site', '2025-01-21'],
    ]);
  });

  it('is one change: one undo takes the event, its tasks and its requests away', async () => {
    const { database, door } = await showEvents(
      { templates: [template, standTemplate] },
      '/events?new=1&newKind=stand&day=2025-03-22',
    );
    await expect.element(page.getByText('2 informations seront à demander à l’organisateur.')).toBeVisible();
    await userEvent.keyboard('Forum{Control>}{Enter}{/Control}');
    await expect.poll(() => allEvents(database)).toHaveLength(1);
    const [event] = await allEvents(database);
    expect(event?.hostRequests.map(({ subject, status }) => [subject, status])).toEqual([
      ['Plan du site', 'toAsk'],
      ['Horaires d’installation', 'toAsk'],
    ]);
    await door.undo();
    expect([await allEvents(database), await database.tasks.count()]).toEqual([[], 0]);
  });

  it('keeps what was typed and says what is wrong beside the field', async () => {
    const { database } = await showEvents({}, '/events?new=1&day=2025-03-22&opens=10:00&closes=09:30');
    await expect.element(page.getByRole('textbox', { name: 'Nom' })).toHaveFocus();
    await userEvent.keyboard('Fête du sport{Enter}');
    await expect.element(page.getByText('La fin précède le début.')).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Nom' })).toHaveValue('Fête du sport');
    expect(await allEvents(database)).toEqual([]);
    await userEvent.clear(page.getByRole('textbox', { name: 'Nom' }));
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Ce champ ne peut pas rester vide.')).toBeVisible();
  });

  it('is left with Escape, from a date as from a text', async () => {
    const { history } = await showEvents({}, '/events?new=1&day=2025-03-22');
    await page.getByRole('spinbutton').first().click();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => history.location.search).toBe('');
  });

  it('finds without accents, shows dates, countdown and health in words', async () => {
    const late = anEvent({ name: 'Fête de la jeunesse', venue: { ...anEvent().venue, commune: 'Païta' } });
    const tasks = [aTask({ eventId: late.id, dueOn: '2025-02-01' })];
    await showEvents({ events: [late, anEvent({ name: 'Réunion' })], tasks });
    await userEvent.fill(page.getByRole('searchbox'), 'fete paita');
    await expect.element(page.getByText('1 sur 2 événements')).toBeVisible();
    const row = page.getByRole('row', { name: /Fête de la jeunesse/ });
    await expect.element(row).toHaveTextContent('J-12');
    await expect.element(row).toHaveTextContent('1 tâche en retard');
    await expect.element(row).toHaveTextContent('1 ouverte');
  });

  it('changes the status of those that may, and says why of the others', async () => {
    const contacts = [
      { id: anId(), function: 'Mairie', name: '', organisation: '', phone: '', email: '' as const },
    ];
    const objectives = [{ id: anId(), title: 'Découvrir', indicators: [anIndicator()] }];
    const ready = anEvent({ name: 'Prête', contacts, objectives });
    const bare = anEvent({ name: 'Nue' });
    const { database, door } = await showEvents({ events: [ready, bare] });
    await page.getByRole('row', { name: /Nue/ }).getByRole('checkbox').click({ force: true });
    await page.getByRole('row', { name: /Prête/ }).getByRole('checkbox').click({ force: true });
    await page.getByRole('button', { name: 'Changer l’état' }).click();
    await page.getByRole('menuitem', { name: 'Confirmé' }).click();
    await expect
      .element(page.getByText('« Nue » : il manque 2 points pour l’état « Confirmé ».'))
      .toBeVisible();
    await expect
      .poll(async () => (await allEvents(database)).map(({ name, status }) => `${name} ${status}`).sort())
      .toEqual(['Nue planned', 'Prête confirmed']);
    await door.undo();
    expect((await database.events.get(ready.id))?.status).toBe('planned');
  });

  it('deletes the chosen events without a question, and undo brings them back', async () => {
    const events = [anEvent({ name: 'Une' }), anEvent({ name: 'Deux' })];
    const { database, door } = await showEvents({ events });
    await page.getByRole('checkbox', { name: 'Choisir tous les événements' }).click({ force: true });
    await page.getByRole('button', { name: 'Supprimer' }).click();
    await expect.element(page.getByText('Aucun événement', { exact: true })).toBeVisible();
    await door.undo();
    await expect.element(page.getByRole('row', { name: /Deux/ })).toBeVisible();
    expect(await database.events.count()).toBe(2);
  });

  it('makes the next edition with what was chosen', async () => {
    const partners = [{ id: anId(), name: 'Judo-club', activity: '', commune: '' }];
    const event = anEvent({ partners });
    const tasks = [aTask({ eventId: event.id, dueOn: '2025-02-12' })];
    const { database } = await showEvents({ events: [event], tasks }, `/events?duplicate=${event.id}`);
    await expect.element(page.getByRole('textbox', { name: 'Édition' })).toHaveValue('2026');
    await page.getByText('1 partenaire').click();
    await page.getByRole('button', { name: 'Dupliquer' }).click();
    await expect.poll(() => allEvents(database)).toHaveLength(2);
    const copy = (await allEvents(database))[1];
    expect([copy?.edition, copy?.opensAt, copy?.partners]).toEqual(['2026', '2026-02-20T22:00Z', []]);
    expect(copy && (await tasksOfEvent(database, copy.id)).map(({ dueOn }) => dueOn)).toEqual(['2026-02-11']);
  });

  it('groups, sorts and remembers it in its address', async () => {
    const events = [anEvent({ name: 'B', status: 'idea' }), anEvent({ name: 'A', status: 'confirmed' })];
    const { history } = await showEvents({ events }, '/events?group=status&sort=name');
    await expect.element(page.getByRole('button', { name: /Idée/ })).toBeVisible();
    await page.getByRole('button', { name: 'Événement', exact: true }).click();
    await expect.poll(() => history.location.search).toContain('sort=-name');
  });

  it('offers the one next step when it is empty', async () => {
    const { history } = await showEvents({});
    await page.getByRole('button', { name: 'Nouvel événement' }).nth(1).click();
    await expect.poll(() => history.location.search).toBe('?new=1');
  });

  it('holds a name of 200 characters, emoji and another direction of writing', async () => {
    const names = ['x'.repeat(200), '🎪🎭 Fête', 'يوم الأنشطة'];
    await showEvents({ events: names.map((name) => anEvent({ name })) });
    for (const name of names) await expect.element(page.getByText(name)).toBeInTheDocument();
    const grid = page.getByRole('grid').element();
    expect(grid.scrollWidth).toBeLessThanOrEqual(grid.clientWidth);
  });

  it.each(['fr', 'en'] as const)('has no accessibility fault (%s)', async (language) => {
    const events = [anEvent(), anEvent({ status: 'evaluated', tags: ['sport'], isPinned: true })];
    await showEvents({ events, templates: [template] }, '/events?new=1&period=all&group=kind', language);
    await expect.element(page.getByRole('grid')).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
  });
});
