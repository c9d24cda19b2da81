import { peopleOf, personOf } from '@renderer/data/people';
import { taskOf } from '@renderer/data/tasks';
import { PeoplePage } from '@renderer/features/people/PeoplePage';
import { defaultSettings } from '@shared/domain/settings';
import type { StaffMember } from '@shared/domain/staffMember';
import type { Workspace } from '@shared/domain/workspace';
import { shippedProfiles } from '@shared/seed/workProfiles';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { accessibilityFaults } from '../../../support/accessibility';
import { anAssignment, anEvent, aPost, aShift, aStaffMember, aTask } from '../../../support/builders';
import { memoryHost } from '../../../support/memoryHost';
import { renderPage } from '../../../support/renderPage';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-02-10T00:00Z') });
  localStorage.clear();
});
afterEach(() => vi.useRealTimers());

const [agents, , volunteers] = shippedProfiles('fr').map(({ id }) => id);

function showPeople(workspace: Partial<Workspace>, address = '/people', language: 'fr' | 'en' = 'fr') {
  const host = memoryHost();
  const sized = (
    <main style={{ display: 'flex', width: '1200px', height: '780px' }}>
      <PeoplePage />
    </main>
  );
  return renderPage(sized, { workspace, address, language, host });
}
const row = (name: string | RegExp) => page.getByRole('row', { name });
const panel = () => page.getByRole('complementary', { name: 'Personne', exact: true });
const leave = () => userEvent.keyboard('{Tab}');

describe('the directory', () => {
  it('shows team, profile, certificates by mark and word, availability and phone; finds without accents', async () => {
    const people = [
      aStaffMember({
        name: 'Hélène',
        team: 'Sécurité et secours',
        profileId: agents ?? null,
        phone: '12 34 56',
        skills: [
          { name: 'BAFA', expiresOn: null },
          { name: 'PSC1', expiresOn: '2025-01-31' },
          { name: 'CACES', expiresOn: '2025-03-01' },
        ],
        absences: [{ startsAt: '2025-02-21T22:00Z', endsAt: '2025-02-22T02:00Z', reason: '' }],
      }),
      aStaffMember({ name: 'Autre' }),
      aStaffMember({ name: 'Ancien', hasLeft: true }),
    ];
    await showPeople({ people });
    await expect.element(page.getByText('2 sur 3 personnes')).toBeVisible();
    await userEvent.fill(page.getByRole('searchbox'), 'helene secours');
    await expect.element(page.getByText('1 sur 3 personnes')).toBeVisible();
    const shown = row(/Hélène/);
    for (const text of [
      'Agent public',
      'PSC1 : plus valable',
      'CACES : finit le 1ᵉʳ mars',
      'absence sam. 22 févr., de 9 h à 13 h',
      '12 34 56',
    ]) {
      await expect.element(shown).toHaveTextContent(text);
    }
  });

  it('groups by team, filters by skill, keeps both in its address', async () => {
    const people = [
      aStaffMember({ name: 'Une', team: 'Technique', skills: [{ name: 'PSC1', expiresOn: null }] }),
      aStaffMember({ name: 'Deux' }),
    ];
    const { history } = await showPeople({ people }, '/people?group=team');
    await expect.element(page.getByRole('button', { name: /Technique/ }).first()).toBeVisible();
    await expect.element(page.getByText('Sans équipe')).toBeVisible();
    await page
      .getByRole('button', { name: /Compétence/ })
      .first()
      .click();
    await page.getByRole('option', { name: 'PSC1' }).click();
    await expect.element(page.getByText('1 sur 2 personnes')).toBeVisible();
    expect(history.location.search).toContain('skill=PSC1');
  });

  it('changes the team and the profile of many at once, and undo takes each back', async () => {
    const people = [aStaffMember({ name: 'Une', team: 'Technique' }), aStaffMember({ name: 'Deux' })];
    const { database, door } = await showPeople({ people });
    await page.getByRole('checkbox', { name: 'Choisir toutes' }).click({ force: true });
    await page.getByRole('toolbar').getByRole('button', { name: 'Équipe' }).click();
    await userEvent.fill(page.getByRole('combobox', { name: 'Équipe' }), 'Accueil');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(async () => (await peopleOf(database)).map(({ team }) => team))
      .toEqual(['Accueil', 'Accueil']);
    await page.getByRole('toolbar').getByRole('button', { name: 'Profil' }).click();
    await page.getByRole('menuitem', { name: 'Bénévole' }).click();
    await expect
      .poll(async () => (await peopleOf(database)).every(({ profileId }) => profileId === volunteers))
      .toBe(true);
    await door.undo();
    await door.undo();
    expect((await peopleOf(database)).map(({ team, profileId }) => [team, profileId])).toEqual([
      ['', null],
      ['Technique', null],
    ]);
  });

  it('deletes at once who holds nothing; of the others it asks, and marking as left keeps the roster', async () => {
    const [free, held] = [aStaffMember({ name: 'Libre' }), aStaffMember({ name: 'Tenue' })];
    const assignment = anAssignment({ personId: held.id });
    const { database, door } = await showPeople({ people: [free, held], assignments: [assignment] });
    await row(/Libre/).click({ modifiers: ['Control'] });
    await userEvent.keyboard('{Delete}');
    await expect.poll(async () => (await peopleOf(database)).map(({ name }) => name)).toEqual(['Tenue']);
    await row(/Tenue/).click({ modifiers: ['Control'] });
    await page.getByRole('button', { name: 'Supprimer', exact: true }).click();
    await expect
      .element(page.getByText('Supprimer retirerait 1 affectation, passée ou à venir.'))
      .toBeVisible();
    await page.getByRole('button', { name: 'Noter le départ' }).click();
    await expect.poll(async () => (await personOf(database, held.id))?.hasLeft).toBe(true);
    expect(await database.assignments.count()).toBe(1);
    await door.undo();
    await expect.element(row(/Tenue/)).toBeVisible();
    await row(/Tenue/).click({ modifiers: ['Control'] });
    await page.getByRole('button', { name: 'Supprimer', exact: true }).click();
    await page.getByRole('button', { name: 'Supprimer avec les affectations' }).click();
    await expect
      .poll(async () => [await database.people.count(), await database.assignments.count()])
      .toEqual([0, 0]);
    await door.undo();
    expect([await database.people.count(), await database.assignments.count()]).toEqual([1, 1]);
  });

  it('exports what it shows', async () => {
    const { host } = await showPeople({ people: [aStaffMember({ name: 'Une', team: 'Technique' })] });
    await page.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: 'Exporter la liste en CSV' }).click();
    const { saved } = host as ReturnType<typeof memoryHost>;
    await expect.poll(() => saved.map(({ name }) => name)).toEqual(['equipe.csv']);
    expect(new TextDecoder().decode(saved[0]?.bytes)).toContain('Une;Technique');
  });

  it('scrolls through 2 000 people, drawing few', async () => {
    const people = Array.from({ length: 2_000 }, (_, index) => aStaffMember({ name: `Agent ${index}` }));
    await showPeople({ people });
    await expect.element(page.getByText('2\u202f000 personnes')).toBeVisible();
    expect(document.querySelectorAll('[role="row"]').length).toBeLessThan(90);
  });

  it('says what it is for when it is empty', async () => {
    const { history } = await showPeople({});
    await expect.element(page.getByText('Personne dans l’équipe pour l’instant')).toBeVisible();
    await page.getByRole('button', { name: 'Nouvelle personne' }).nth(1).click();
    await expect.poll(() => history.location.search).toBe('?new=1');
  });
});

describe('a new person', () => {
  it('is added with the keyboard alone, told when the name is known, and opens', async () => {
    const { database, history } = await showPeople({ people: [aStaffMember({ name: 'Jeanne Wamytan' })] });
    await expect.element(page.getByRole('grid')).toBeVisible();
    await userEvent.keyboard('n');
    await expect.element(page.getByRole('textbox', { name: 'Nom' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Ce champ ne peut pas rester vide.')).toBeVisible();
    await userEvent.keyboard('Wamytan Jeanne');
    await expect
      .element(page.getByText('«\u202fJeanne Wamytan\u202f» est déjà dans l’annuaire.'))
      .toBeVisible();
    await userEvent.keyboard('{Tab}{Tab}Accueil{Enter}');
    await expect
      .poll(async () => (await peopleOf(database)).map(({ name, team }) => [name, team]))
      .toEqual([
        ['Jeanne Wamytan', ''],
        ['Wamytan Jeanne', 'Accueil'],
      ]);
    await expect.poll(() => history.location.search).toContain('person=');
    await expect.element(panel()).toHaveTextContent('même nom');
  });
});

describe('the person’s panel', () => {
  async function showPanel(member: StaffMember, workspace: Partial<Workspace> = {}) {
    const { people = [], ...others } = workspace;
    const shown = await showPeople({ people: [member, ...people], ...others }, `/people?person=${member.id}`);
    await expect.element(panel()).toBeVisible();
    return { ...shown, now: async () => (await personOf(shown.database, member.id)) as StaffMember };
  }
  const field = (name: string) => panel().getByRole('textbox', { name, exact: true });

  it('refuses beside the field what cannot be, and keeps what was typed', async () => {
    const member = aStaffMember({ name: 'Jeanne' });
    const { now } = await showPanel(member);
    await field('Courriel').fill('chez moi');
    await leave();
    await expect.element(panel().getByText('Cette adresse ne se lit pas', { exact: false })).toBeVisible();
    await expect.element(field('Courriel')).toHaveValue('chez moi');
    await field('Maximum par jour, en heures').fill('25');
    await leave();
    await expect.element(panel().getByText('Un jour compte 24\u202fheures.')).toBeVisible();
    expect(await now()).toEqual(member);
    await field('Courriel').fill('jeanne@example.org');
    await leave();
    await field('Maximum par jour, en heures').fill('7,5');
    await leave();
    await expect.poll(async () => (await now()).mostDayMinutes).toBe(450);
    expect((await now()).email).toBe('jeanne@example.org');
  });

  it('renames the owner of open and done tasks and the user, in one change', async () => {
    const member = aStaffMember({ name: 'Agent 01' });
    const open = aTask({ owner: 'Agent 01' });
    const done = aTask({ owner: 'Agent 01', status: 'done', doneOn: '2025-01-01' });
    const other = aTask({ owner: 'Agent 02' });
    const { database, door } = await showPanel(member, {
      tasks: [open, done, other],
      settings: [{ ...defaultSettings, language: 'fr', me: 'Agent 01' }],
    });
    await field('Nom').fill('Jeanne');
    await leave();
    const owners = () =>
      Promise.all([open, done, other].map(async ({ id }) => (await taskOf(database, id))?.owner));
    await expect.poll(owners).toEqual(['Jeanne', 'Jeanne', 'Agent 02']);
    expect((await database.settings.get('workspace'))?.me).toBe('Jeanne');
    await door.undo();
    expect(await owners()).toEqual(['Agent 01', 'Agent 01', 'Agent 02']);
    expect((await database.settings.get('workspace'))?.me).toBe('Agent 01');
  });

  it('keeps skills and absences line by line: an unfinished line stays, a complete one is saved', async () => {
    const member = aStaffMember({ name: 'Jeanne', skills: [{ name: 'BAFA', expiresOn: null }] });
    const { now, door } = await showPanel(member);
    await panel().getByRole('button', { name: 'Ajouter une compétence' }).click();
    await expect.element(panel().getByText('Cette ligne sera enregistrée une fois complète.')).toBeVisible();
    await panel().getByRole('combobox', { name: 'Compétence' }).nth(1).fill('PSC1');
    await leave();
    await expect.poll(async () => (await now()).skills.map(({ name }) => name)).toEqual(['BAFA', 'PSC1']);
    await door.undo();
    await expect.poll(() => panel().getByRole('combobox', { name: 'Compétence' }).elements().length).toBe(1);
    await panel().getByRole('button', { name: 'Ajouter une absence' }).click();
    await panel().getByRole('group', { name: 'Absences' }).getByRole('spinbutton').first().click();
    await userEvent.keyboard('22022025');
    await leave();
    await expect
      .poll(async () => (await now()).absences)
      .toEqual([{ startsAt: '2025-02-21T13:00Z', endsAt: '2025-02-22T12:59Z', reason: '' }]);
  });

  it('chooses people for pairs, and says when two wishes contradict each other', async () => {
    const member = aStaffMember({ name: 'Jeanne' });
    const rival = aStaffMember({ name: 'Paul', apart: [member.id] });
    const { now } = await showPanel(member, { people: [rival] });
    await expect.element(panel().getByText('demandé par Paul')).toBeVisible();
    await panel().getByRole('combobox', { name: 'Ajouter quelqu’un avec qui être' }).fill('personne');
    await userEvent.keyboard('{Enter}');
    await expect.element(panel().getByText('Personne ne porte le nom «\u202fpersonne\u202f».')).toBeVisible();
    await panel().getByRole('combobox', { name: 'Ajouter quelqu’un avec qui être' }).fill('paul');
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await now()).together).toEqual([rival.id]);
    await expect.element(panel().getByText(/Paul est à la fois avec et séparément/)).toBeVisible();
  });

  it('shows open tasks and coming shifts, and takes an answer to a coming event', async () => {
    const member = aStaffMember({ name: 'Agent 01' });
    const event = anEvent({ name: 'Journée de Dumbéa' });
    const post = aPost({ eventId: event.id, name: 'Accueil' });
    const [coming, past] = [
      aShift({ eventId: event.id, postId: post.id }),
      aShift({
        eventId: event.id,
        postId: post.id,
        startsAt: '2025-01-01T00:00Z',
        endsAt: '2025-01-01T02:00Z',
      }),
    ];
    const { now } = await showPanel(member, {
      events: [event],
      posts: [post],
      shifts: [coming, past],
      assignments: [coming, past].map(({ id }) =>
        anAssignment({ eventId: event.id, shiftId: id, personId: member.id }),
      ),
      tasks: [aTask({ title: 'Louer le fourgon', owner: 'Agent 01' }), aTask({ title: 'Autre' })],
    });
    const shift = panel().getByRole('link', { name: 'Accueil, Journée de Dumbéa' });
    await expect.element(shift).toHaveAttribute('href', `#/events/${event.id}/roster`);
    expect(panel().getByRole('link', { name: 'Accueil, Journée de Dumbéa' }).elements()).toHaveLength(1);
    await expect.element(panel().getByRole('link', { name: 'Louer le fourgon' })).toBeVisible();
    expect(panel().getByRole('link', { name: 'Autre' }).query()).toBeNull();
    await panel()
      .getByRole('button', { name: /Journée de Dumbéa/ })
      .click();
    await page.getByRole('option', { name: 'peut-être' }).click();
    await expect.poll(async () => (await now()).answers).toEqual([{ eventId: event.id, answer: 'maybe' }]);
  });
});

describe('possible doubles', () => {
  it('are merged: assignments, pairs and tasks go to the kept record, in one change', async () => {
    const first = aStaffMember({ name: 'Jeanne W', phone: '12 34 56' });
    const second = aStaffMember({ name: 'Jeanne', phone: '123456', team: 'Accueil' });
    const friend = aStaffMember({ name: 'Paul', together: [second.id] });
    const assignment = anAssignment({ personId: second.id });
    const task = aTask({ owner: 'Jeanne' });
    const { database, door } = await showPeople({
      people: [first, second, friend],
      assignments: [assignment],
      tasks: [task],
    });
    await page.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: 'Voir 1 doublon possible' }).click();
    await expect.element(page.getByText('même téléphone')).toBeVisible();
    await page.getByRole('button', { name: 'Réunir' }).click();
    await expect.element(page.getByRole('row', { name: /Équipe — Accueil Accueil/ })).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Réunir' }).click();
    await expect.poll(() => database.people.count()).toBe(2);
    expect(await personOf(database, first.id)).toEqual({ ...first, team: 'Accueil' });
    expect((await personOf(database, friend.id))?.together).toEqual([first.id]);
    expect((await database.assignments.get(assignment.id))?.personId).toBe(first.id);
    expect((await taskOf(database, task.id))?.owner).toBe('Jeanne W');
    await door.undo();
    expect(await database.people.count()).toBe(3);
    expect((await database.assignments.get(assignment.id))?.personId).toBe(second.id);
  });

  it('are no longer shown once said to be two people', async () => {
    const people = [aStaffMember({ name: 'A B' }), aStaffMember({ name: 'B A' })];
    await showPeople({ people }, '/people?over=doubles');
    await page.getByRole('button', { name: 'Deux personnes différentes' }).click();
    await expect.element(page.getByText('Aucun doublon ne reste à examiner.')).toBeVisible();
  });
});

describe('for everybody', () => {
  it.each(['fr', 'en'] as const)(
    'the list and the panel have no accessibility fault (%s)',
    async (language) => {
      const member = aStaffMember({
        name: 'Jeanne',
        profileId: agents ?? null,
        skills: [{ name: 'PSC1', expiresOn: '2025-01-31' }],
        weeklyHours: [{ weekday: 6, from: '08:00', until: '18:00' }],
        absences: [{ startsAt: '2025-02-21T22:00Z', endsAt: '2025-02-22T02:00Z', reason: '' }],
      });
      const people = [member, aStaffMember({ name: 'Paul', apart: [member.id] })];
      await showPeople({ people, events: [anEvent()] }, `/people?person=${member.id}&group=team`, language);
      await expect.element(page.getByRole('grid')).toBeVisible();
      await expect.element(page.getByRole('complementary')).toBeVisible();
      expect(await accessibilityFaults()).toEqual([]);
    },
  );
});
