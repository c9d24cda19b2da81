import { recordsOf } from '@renderer/data/database';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { accessibilityFaults } from '../../../support/accessibility';
import { bar, firstOnNorth, focusBar, on, people, posts, shifts, showRoster } from './rosterBoards';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-02-10T00:00Z') });
  localStorage.clear();
});
afterEach(() => vi.useRealTimers());

const heldOn = async (database: Awaited<ReturnType<typeof showRoster>>['database'], shiftId: string) =>
  recordsOf<'assignments'>(await database.assignments.where('shiftId').equals(shiftId).toArray());

describe('assigning', () => {
  it('by keyboard: who can first, one key each, and the focus comes back to the bar', async () => {
    const { database, door } = await showRoster({ assignments: [] });
    await focusBar('Poste de secours');
    await userEvent.keyboard('a');
    await expect.element(page.getByRole('searchbox', { name: /Chercher une personne/ })).toHaveFocus();
    await expect
      .element(page.getByRole('region', { name: 'Peuvent le tenir' }))
      .toHaveTextContent(/Agent 03/);
    await expect
      .element(page.getByRole('region', { name: 'Ne peuvent pas' }))
      .toHaveTextContent(/Cette personne n’a pas la compétence demandée.*PSC1/);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect
      .poll(async () => (await heldOn(database, shifts.aid.id)).map(({ personId }) => personId))
      .toEqual([people.aider.id]);
    expect(door.state().last?.label).toEqual({
      key: 'assigned',
      params: { person: 'Agent 03', name: 'Poste de secours' },
    });
    await expect.element(bar('Poste de secours')).toHaveFocus();
    await door.undo();
    expect(await heldOn(database, shifts.aid.id)).toEqual([]);
  });

  it('against a rule lists what it breaks, and goes through with a reason that is kept', async () => {
    const { database } = await showRoster();
    await focusBar('Porte Sud');
    await userEvent.keyboard('a');
    await expect.element(page.getByRole('searchbox', { name: /Chercher une personne/ })).toHaveFocus();
    await userEvent.keyboard('Agent 01{ArrowDown}{Enter}');
    const dialog = page.getByRole('dialog', { name: 'Affecter malgré tout' });
    await expect
      .element(dialog)
      .toHaveTextContent(
        /Agent 01 serait à deux endroits pendant 4\sh\s: Porte Nord, sam\. 22 févr\., 9\sh\s–\s13\sh/,
      );
    expect(await heldOn(database, shifts.south.id)).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Une raison est demandée pour passer outre.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Raison de l’accepter' }).fill('Les portes se touchent');
    expect(await accessibilityFaults()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(async () => (await heldOn(database, shifts.south.id))[0]?.accepted.map(({ reason }) => reason))
      .toContain('Les portes se touchent');
  });

  it('against a rule changes nothing when it is cancelled', async () => {
    const { database, door } = await showRoster();
    const { last } = door.state();
    await focusBar('Poste de secours');
    await userEvent.keyboard('a');
    await expect.element(page.getByRole('searchbox', { name: /Chercher une personne/ })).toHaveFocus();
    await userEvent.keyboard('Agent 02{ArrowDown}{Enter}');
    await page.getByRole('button', { name: 'Ne rien changer' }).click();
    expect(await heldOn(database, shifts.aid.id)).toEqual([]);
    expect(door.state().last).toEqual(last);
  });
});

describe('the panel of a shift', () => {
  const open = (fields = {}) => showRoster({ search: `?shift=${shifts.aid.id}`, ...fields });

  it('says beside the field that a shift ends before it starts, and keeps what was typed', async () => {
    const { database } = await open();
    const end = page.getByRole('group', { name: 'Fin, heure' }).first();
    await expect.element(end).toBeVisible();
    await end.getByRole('spinbutton').first().click();
    await userEvent.keyboard('0800{Enter}');
    await expect.element(page.getByText('La fin précède le début.')).toBeVisible();
    await expect.element(end).toHaveTextContent(/08.*00/);
    expect((await database.shifts.get(shifts.aid.id))?.endsAt).toBe(shifts.aid.endsAt);
    await end.getByRole('spinbutton').first().click();
    await userEvent.keyboard('1400{Enter}');
    await expect
      .poll(async () => (await database.shifts.get(shifts.aid.id))?.endsAt)
      .toBe('2025-02-22T03:00Z');
    expect(page.getByText('La fin précède le début.').query()).toBeNull();
  });

  it('refuses a shift of 25 hours', async () => {
    const { database } = await open();
    const day = page.getByRole('group', { name: 'Fin, jour' }).first();
    await day.getByRole('spinbutton').first().click();
    await userEvent.keyboard('23{Enter}');
    await expect.element(page.getByText(/Un créneau dure 24\sheures au plus/)).toBeVisible();
    expect((await database.shifts.get(shifts.aid.id))?.endsAt).toBe(shifts.aid.endsAt);
  });

  it('tells its conflicts in full; one is accepted with a reason, shown, and withdrawn', async () => {
    const { database, door } = await open({ assignments: [on(shifts.aid, people.second)] });
    const section = page.getByRole('region', { name: 'Ce qui ne va pas' });
    await expect
      .element(section)
      .toHaveTextContent(/Agent 02 n’a pas la compétence demandée pour Poste de secours, sam\. 22 févr\./);
    await section.getByRole('button', { name: 'Accepter', exact: true }).click();
    await page.getByRole('textbox', { name: 'Raison', exact: true }).fill('Secouriste confirmé');
    await userEvent.keyboard('{Enter}');
    await expect.element(section).toHaveTextContent(/Accepté par .* le 10 févr\..*Secouriste confirmé/);
    expect(door.state().last?.label).toEqual({ key: 'conflictAccepted', params: { person: 'Agent 02' } });
    await section.getByRole('button', { name: 'Retirer', exact: true }).click();
    await expect.poll(async () => (await heldOn(database, shifts.aid.id))[0]?.accepted).toEqual([]);
  });

  it('locks and takes off who holds it', async () => {
    const { database } = await showRoster({ search: `?shift=${shifts.north.id}` });
    await page.getByRole('button', { name: 'Verrouiller Agent 01' }).click();
    await expect.poll(async () => (await heldOn(database, shifts.north.id))[0]?.isLocked).toBe(true);
    await page.getByRole('button', { name: 'Retirer Agent 01 de ce créneau' }).click();
    await expect.poll(async () => heldOn(database, shifts.north.id)).toEqual([]);
  });

  it('has nothing that axe finds', async () => {
    await open({ assignments: [firstOnNorth, on(shifts.aid, people.second)] });
    await expect.element(page.getByRole('region', { name: 'Ce qui ne va pas' })).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
  });
});

describe('the panel of a post', () => {
  it('warns of a skill that nobody has, and refuses an empty name beside its field', async () => {
    const { database } = await showRoster({ search: `?post=${posts.aid.id}` });
    await page.getByRole('combobox', { name: 'Compétences demandées' }).fill('permis BE');
    await userEvent.keyboard('{Enter}');
    await expect
      .element(page.getByText('Personne dans l’annuaire n’a «\u202fpermis BE\u202f».'))
      .toBeVisible();
    await page.getByRole('textbox', { name: 'Poste', exact: true }).fill('');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Ce champ ne peut pas rester vide.')).toBeVisible();
    expect((await database.posts.get(posts.aid.id))?.name).toBe('Poste de secours');
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('is deleted with its shifts and whoever holds them, and one undo brings all back', async () => {
    const { database, door } = await showRoster({ search: `?post=${posts.north.id}` });
    await page.getByRole('button', { name: 'Supprimer le poste et ses créneaux' }).click();
    await expect.poll(() => database.posts.count()).toBe(2);
    expect([await database.shifts.count(), await database.assignments.count()]).toEqual([2, 0]);
    await door.undo();
    expect([
      await database.posts.count(),
      await database.shifts.count(),
      await database.assignments.count(),
    ]).toEqual([3, 3, 1]);
  });
});

describe('the conflicts', () => {
  it('are listed by what they ask for, and lead to their bar', async () => {
    await showRoster({ assignments: [firstOnNorth, on(shifts.south, people.first)] });
    await page.getByRole('button', { name: /conflits$/ }).click();
    const toDecide = page.getByRole('region', { name: 'À décider' });
    await expect.element(toDecide).toHaveTextContent(/Agent 01 serait à deux endroits/);
    await expect.element(toDecide).toHaveTextContent(/Poste de secours.*il manque 1 personne sur 1/);
    expect(await accessibilityFaults()).toEqual([]);
    await toDecide.getByRole('button', { name: 'Montrer sur le planning' }).first().click();
    await expect.poll(() => document.activeElement?.getAttribute('data-shift')).toBeTruthy();
  });
});
