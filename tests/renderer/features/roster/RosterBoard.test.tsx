import { recordsOf } from '@renderer/data/database';
import { addMinutes } from '@shared/domain/time';
import { describe, expect, it, vi, beforeEach, afterEach } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { accessibilityFaults } from '../../../support/accessibility';
import { anEvent, aPost, aShift, aStaffMember } from '../../../support/builders';
import { memoryHost } from '../../../support/memoryHost';
import {
  agentProfile,
  bar,
  firstOnNorth,
  focusBar,
  on,
  people,
  posts,
  shifts,
  showRoster,
} from './rosterBoards';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-02-10T00:00Z') });
  localStorage.clear();
});
afterEach(() => vi.useRealTimers());

const heldOn = async (database: Awaited<ReturnType<typeof showRoster>>['database'], shiftId: string) =>
  recordsOf<'assignments'>(await database.assignments.where('shiftId').equals(shiftId).toArray());

describe('the board by post', () => {
  it('shows what each shift has and needs, in figures and in words', async () => {
    await showRoster();
    await expect
      .element(bar('Porte Nord'))
      .toHaveAccessibleName(
        /^Porte Nord, sam\. 22 févr\., de 9\sh à 13\sh, 1 affectés sur 2, il manque 1 personne, Agent 01/,
      );
    await expect.element(bar('Porte Nord')).toHaveTextContent('1/2');
    await expect.element(page.getByText(/^1\u202f\/\u202f4 places pourvues$/)).toBeVisible();
    await expect
      .element(page.getByRole('img', { name: /au plus 4 personnes à la fois, il en manque au pire 3/ }))
      .toBeVisible();
  });

  it('goes from bar to bar with the arrows, along a row and between rows', async () => {
    await showRoster();
    await focusBar('Porte Nord');
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(bar('Porte Sud')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(bar('Poste de secours')).toHaveFocus();
    await userEvent.keyboard('{Home}');
    await expect.element(bar('Porte Nord')).toHaveFocus();
  });

  it('moves a shift by quarters of an hour, says what it would bring, and one undo takes it back', async () => {
    const second = on(shifts.south, people.first);
    const south = { ...shifts.south, startsAt: '2025-02-22T02:00Z', endsAt: '2025-02-22T06:00Z' };
    const { database, door } = await showRoster({
      assignments: [firstOnNorth, second],
      shifts: [shifts.north, south, shifts.aid],
    });
    await focusBar('Porte Sud');
    await userEvent.keyboard('m{ArrowLeft}{ArrowLeft}');
    await expect.element(page.getByText(/Porte Sud.*13\sh.*→.*12\sh\s30/)).toBeVisible();
    await expect.element(page.getByText(/conflits? nouveaux?/)).toBeVisible();
    expect((await database.shifts.get(south.id))?.startsAt).toBe(south.startsAt);
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await database.shifts.get(south.id))?.startsAt).toBe('2025-02-22T01:30Z');
    expect(door.state().last?.label).toEqual({ key: 'shiftMoved', params: { name: 'Porte Sud' } });
    await door.undo();
    expect((await database.shifts.get(south.id))?.startsAt).toBe(south.startsAt);
  });

  it('stretches the end with Shift, and gives up with Escape', async () => {
    const { database, door } = await showRoster();
    await focusBar('Porte Sud');
    await userEvent.keyboard('m{ArrowRight}{Escape}');
    await userEvent.keyboard('m{Shift>}{ArrowRight}{/Shift}{Enter}');
    await expect
      .poll(async () => (await database.shifts.get(shifts.south.id))?.endsAt)
      .toBe('2025-02-22T02:15Z');
    expect((await database.shifts.get(shifts.south.id))?.startsAt).toBe(shifts.south.startsAt);
    expect(door.state().last?.label.key).toBe('shiftStretched');
  });

  it('stretches with the mouse at the end of a bar', async () => {
    const { database } = await showRoster();
    await expect.element(bar('Porte Sud')).toBeVisible();
    const frame = bar('Porte Sud').element().parentElement as HTMLElement;
    const grip = frame.lastElementChild as HTMLElement;
    grip.setPointerCapture = () => undefined;
    const { right, top } = frame.getBoundingClientRect();
    const at = (type: string, x: number) =>
      grip.dispatchEvent(
        new PointerEvent(type, { bubbles: true, pointerId: 1, button: 0, clientX: x, clientY: top + 5 }),
      );
    at('pointerdown', right - 2);
    at('pointermove', right + 24);
    await expect.element(page.getByText(/→/)).toBeVisible();
    at('pointerup', right + 24);
    await expect
      .poll(async () => (await database.shifts.get(shifts.south.id))?.endsAt)
      .toBe('2025-02-22T02:30Z');
  });

  it('takes the only one off with Delete, locks with l', async () => {
    const { database, door } = await showRoster();
    await focusBar('Porte Nord');
    await userEvent.keyboard('l');
    await expect.poll(async () => (await heldOn(database, shifts.north.id))[0]?.isLocked).toBe(true);
    await expect.element(bar('Porte Nord')).toHaveAccessibleName(/1 affectation verrouillée/);
    await userEvent.keyboard('{Delete}');
    await expect.poll(async () => (await heldOn(database, shifts.north.id)).length).toBe(0);
    expect(door.state().last?.label).toEqual({
      key: 'unassigned',
      params: { person: 'Agent 01', name: 'Porte Nord' },
    });
  });

  it('opens its menu with Shift+F10; a shift is split there', async () => {
    const { database, door } = await showRoster();
    await focusBar('Porte Nord');
    await userEvent.keyboard('{Shift>}{F10}{/Shift}');
    await page.getByRole('menuitem', { name: 'Partager le créneau' }).click();
    await page.getByRole('button', { name: 'Partager', exact: true }).click();
    await expect.poll(() => database.shifts.count()).toBe(4);
    expect(door.state().last?.label.key).toBe('shiftSplit');
    expect(await database.assignments.count()).toBe(2);
  });

  it('has nothing that axe finds', async () => {
    await showRoster({ assignments: [firstOnNorth, on(shifts.aid, people.second)] });
    await expect.element(bar('Porte Nord')).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
  });
});

describe('people on the board', () => {
  it('are swapped by dragging one on to the other', async () => {
    const other = on(shifts.south, people.second);
    const { database, door } = await showRoster({ assignments: [firstOnNorth, other] });
    await expect.element(bar('Porte Nord')).toBeVisible();
    const chip = (id: string) =>
      page.elementLocator(document.querySelector(`[data-chip="${id}"]`) as Element);
    await userEvent.dragAndDrop(chip(firstOnNorth.id), chip(other.id));
    await expect
      .poll(async () => (await heldOn(database, shifts.north.id)).map(({ personId }) => personId))
      .toEqual([people.second.id]);
    expect(door.state().last?.label).toEqual({
      key: 'assignmentsSwapped',
      params: { person: 'Agent 01', other: 'Agent 02' },
    });
    await door.undo();
    expect((await heldOn(database, shifts.north.id)).map(({ personId }) => personId)).toEqual([
      people.first.id,
    ]);
  });

  it('are swapped by keyboard, with what it would break', async () => {
    const other = on(shifts.aid, people.aider);
    const { database } = await showRoster({ assignments: [firstOnNorth, other] });
    await focusBar('Porte Nord');
    await userEvent.keyboard('x');
    const field = page.getByRole('combobox', { name: 'Échanger avec' });
    await field.fill('Agent 03');
    await page.getByRole('option', { name: /Agent 03, Poste de secours/ }).click();
    await expect.element(page.getByText(/Agent 01 n’a pas la compétence demandée/)).toBeVisible();
    await page.getByRole('button', { name: 'Échanger', exact: true }).click();
    await page.getByRole('textbox', { name: 'Raison de l’accepter' }).fill('Sous la garde d’Agent 03');
    await page.getByRole('button', { name: 'Accepter et échanger' }).click();
    await expect
      .poll(async () => (await heldOn(database, shifts.aid.id)).map(({ personId }) => personId))
      .toEqual([people.first.id]);
    expect((await heldOn(database, shifts.aid.id))[0]?.accepted).toMatchObject([
      { rule: 'missingSkill', reason: 'Sous la garde d’Agent 03', at: '2025-02-10T00:00Z' },
    ]);
  });

  it('are dragged from the list to a shift', async () => {
    const { database } = await showRoster();
    await expect.element(bar('Porte Sud')).toBeVisible();
    await userEvent.dragAndDrop(page.getByRole('button', { name: /^Affecter Agent 02/ }), bar('Porte Sud'));
    await expect
      .poll(async () => (await heldOn(database, shifts.south.id)).map(({ personId }) => personId))
      .toEqual([people.second.id]);
  });
});

describe('the board by person', () => {
  it('shows the work of each, absences, and everybody on demand', async () => {
    await showRoster({ search: '?by=person' });
    await expect.element(page.getByRole('link', { name: 'Fiche de Agent 01' })).toBeVisible();
    expect(page.getByRole('link', { name: 'Fiche de Agent 04' }).query()).toBeNull();
    await page.getByText('Tout le monde').first().click();
    await expect.element(page.getByRole('link', { name: 'Fiche de Agent 04' })).toBeVisible();
    await expect.element(page.getByText('Absence\u202f: formation')).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
  });
});

describe('work dragged by person', () => {
  it('goes from one row to another, as one change', async () => {
    const { database, door } = await showRoster({ search: '?by=person&everybody=1' });
    await expect.element(bar('Porte Nord')).toBeVisible();
    await userEvent.dragAndDrop(bar('Porte Nord'), page.getByRole('link', { name: 'Fiche de Agent 02' }));
    await expect
      .poll(async () => (await heldOn(database, shifts.north.id)).map(({ personId }) => personId))
      .toEqual([people.second.id]);
    expect(door.state().last?.label).toEqual({
      key: 'assignmentMoved',
      params: { person: 'Agent 02', name: 'Porte Nord' },
    });
  });
});

describe('a large roster', () => {
  it('draws only what is in sight, in both directions', async () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      aStaffMember({ name: `Personne ${String(index).padStart(3, '0')}`, profileId: agentProfile.id }),
    );
    const long = Array.from({ length: 16 }, (_, index) => ({
      ...shifts.north,
      id: aShift().id,
      startsAt: addMinutes(shifts.north.startsAt, index * 360),
      endsAt: addMinutes(shifts.north.endsAt, index * 360),
      headcount: 100,
    }));
    const assignments = many.flatMap((member, index) =>
      [0, 5, 10].map((step) => on(long[(index + step) % long.length] as never, member)),
    );
    await showRoster({ search: '?by=person&day=all', people: many, shifts: long, assignments });
    await expect.element(page.getByRole('link', { name: 'Fiche de Personne 000' })).toBeVisible();
    expect(document.querySelectorAll('[data-bar]').length).toBeLessThan(150);
    expect(document.querySelectorAll('li').length).toBeLessThan(150);
    const board = page.getByRole('group', { name: 'Planning sur un axe de temps' }).element();
    for (let step = 1; step <= 20; step += 1) {
      board.scrollTo({ top: step * 600, left: step * 150 });
      await new Promise((done) => requestAnimationFrame(done));
    }
    await expect.poll(() => document.querySelectorAll('[data-bar]').length).toBeLessThan(150);
    expect(page.getByRole('link', { name: 'Fiche de Personne 000' }).query()).toBeNull();
  });
});

describe('work elsewhere', () => {
  it('is shown on the board by person, and counts against a rule', async () => {
    const other = anEvent({ name: 'Forum de Païta' });
    const stand = aPost({ eventId: other.id, name: 'Stand' });
    const there = aShift({ eventId: other.id, postId: stand.id });
    await showRoster({
      search: '?by=person',
      events: [other],
      posts: [...Object.values(posts), stand],
      shifts: [...Object.values(shifts), there],
      assignments: [firstOnNorth, on(there, people.first, { eventId: other.id })],
    });
    await expect.element(page.getByText('Ailleurs\u202f: Forum de Païta')).toBeInTheDocument();
    await expect.element(bar('Porte Nord')).toHaveAccessibleName(/1 conflit/);
  });
});

describe('posts of another event', () => {
  it('are taken over at the same distance from the opening day, as one change', async () => {
    const next = anEvent({
      name: 'Édition 2024',
      opensAt: '2024-02-23T22:00Z',
      closesAt: '2024-02-24T06:00Z',
      setUp: null,
      teardown: null,
    });
    const gate = aPost({ eventId: next.id, name: 'Porte Ouest', team: 'Accueil' });
    const known = aPost({ eventId: next.id, name: 'Porte nord', team: 'accueil' });
    const shift = aShift({
      eventId: next.id,
      postId: gate.id,
      startsAt: '2024-02-23T22:00Z',
      endsAt: '2024-02-24T02:00Z',
    });
    const { database, door } = await showRoster({
      search: '?over=copy',
      events: [next],
      posts: [...Object.values(posts), gate, known],
      shifts: [...Object.values(shifts), shift],
    });
    await expect.element(page.getByText(/déjà là/)).toBeVisible();
    // Its button has just become one that can be pressed.
    await expect.poll(accessibilityFaults).toEqual([]);
    await page.getByRole('button', { name: 'Reprendre 1 poste' }).click();
    await expect.element(bar('Porte Ouest')).toBeVisible();
    const made = (await database.shifts.toArray()).at(-1);
    expect(await database.shifts.where('startsAt').equals('2025-02-21T22:00Z').count()).toBe(4);
    expect(made).toBeDefined();
    expect(door.state().last?.label).toEqual({ key: 'postsCopied', params: { count: 1 } });
  });
});

describe('conflicts on the board', () => {
  it('are gone through with c, in order of time', async () => {
    await showRoster({ assignments: [firstOnNorth, on(shifts.south, people.first)], search: '?by=post' });
    await focusBar('Poste de secours');
    await userEvent.keyboard('c');
    await expect.poll(() => document.activeElement?.hasAttribute('data-bar')).toBe(true);
  });
});

describe('the roster in English', () => {
  it('speaks English, and saves a file', async () => {
    const saved: string[] = [];
    const host = memoryHost({
      'files:save': async (name) => {
        saved.push(name);
        return { kind: 'saved', name };
      },
    });
    await showRoster({ language: 'en', host });
    await expect
      .element(page.getByRole('button', { name: /^Porte Nord, Sat 22 Feb, 09:00 to 13:00, 1 assigned of 2/ }))
      .toBeVisible();
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Export the roster as CSV' }).click();
    await expect.poll(() => saved).toEqual(['Roster Journée de Dumbéa.csv']);
  });
});

describe('an empty roster', () => {
  it('offers to import, to copy and to create; a post comes with its first shift', async () => {
    const { database, door } = await showRoster({ posts: [], shifts: [], assignments: [] });
    await page.getByRole('button', { name: 'Créer un poste' }).click();
    await page.getByRole('button', { name: 'Créer le poste' }).click();
    await expect.element(page.getByText('Ce champ ne peut pas rester vide.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Poste', exact: true }).fill('Vestiaire');
    await userEvent.keyboard('{Enter}');
    await page.getByRole('button', { name: 'Créer le poste' }).click();
    await expect.poll(() => database.shifts.count()).toBe(1);
    expect(door.state().last?.label).toEqual({ key: 'postCreated', params: { name: 'Vestiaire' } });
    await expect.element(bar('Vestiaire')).toBeVisible();
  });

  it('leads to the directory when nobody is in it', async () => {
    await showRoster({ people: [], assignments: [] });
    await expect.element(page.getByRole('button', { name: 'Ouvrir l’annuaire' })).toBeVisible();
    expect(posts.north.name).toBe('Porte Nord');
  });
});
