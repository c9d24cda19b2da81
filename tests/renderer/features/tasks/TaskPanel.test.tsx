import { createTasks, taskOf } from '@renderer/data/tasks';
import { EventTasksPage } from '@renderer/features/tasks/EventTasksPage';
import type { Task } from '@shared/domain/task';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { anEvent, aPeriod, aTask } from '../../../support/builders';
import { renderPage } from '../../../support/renderPage';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-01-06T00:00Z') });
});
afterEach(() => vi.useRealTimers());

/** Opens on Saturday 22 February 2025. */
const event = anEvent({ name: 'Journée de Dumbéa' });
const other = anEvent({ name: 'Forum de Païta' });

async function showPanel(task: Task, others: readonly Task[] = []) {
  const shown = await renderPage(
    <main style={{ display: 'flex', height: '780px' }}>
      <EventTasksPage eventId={event.id} />
    </main>,
    {
      workspace: {
        events: [event, other],
        tasks: [task, ...others],
        periods: [aPeriod({ name: 'Pont', firstOn: '2025-02-06', lastOn: '2025-02-07' })],
      },
      address: `/events/${event.id}/tasks?task=${task.id}`,
    },
  );
  await expect.element(page.getByRole('textbox', { name: 'Titre' })).toBeVisible();
  return { ...shown, now: async () => (await taskOf(shown.database, task.id)) as Task };
}

const panel = () => page.getByRole('complementary', { name: 'Tâche' });
const field = (name: string) => panel().getByRole('textbox', { name });
const leave = () => userEvent.keyboard('{Tab}');

describe('the task’s panel', () => {
  it('refuses beside the field what cannot be, and keeps what was typed', async () => {
    const task = aTask({ eventId: event.id, title: 'Louer le fourgon', durationDays: 2 });
    const { now } = await showPanel(task);
    await field('Titre').fill('');
    await leave();
    await expect.element(panel().getByText('Ce champ ne peut pas rester vide.')).toBeVisible();
    await field('Durée en jours ouvrés').fill('401');
    await leave();
    await expect.element(panel().getByText('Ce nombre est hors limites.')).toBeVisible();
    await field('Temps estimé').fill('une heure');
    await leave();
    await expect.element(panel().getByText('Ce nombre ne se lit pas.')).toBeVisible();
    await expect.element(field('Temps estimé')).toHaveValue('une heure');
    await expect.element(field('Durée en jours ouvrés')).toHaveValue('401');
    expect(await now()).toEqual(task);
    await field('Temps estimé').fill('1h30');
    await leave();
    await field('Durée en jours ouvrés').fill('3');
    await leave();
    await expect.poll(async () => (await now()).estimateMinutes).toBe(90);
    await expect.poll(async () => (await now()).durationDays).toBe(3);
    await expect.element(field('Temps estimé')).toHaveValue('1\u202fh\u202f30');
    expect(panel().getByText('Ce nombre ne se lit pas.').query()).toBeNull();
  });

  it('says at once the day that the plan gives, and why it is not the one counted', async () => {
    const plan = { anchor: { kind: 'opening' }, offsetDays: -30, unit: 'calendarDays' } as const;
    const { now } = await showPanel(aTask({ eventId: event.id, plan, dueOn: '2025-01-23' }));
    await expect.element(panel().getByText('= jeudi 23 janvier 2025')).toBeVisible();
    await field('Nombre').fill('14');
    await leave();
    // Saturday 8 February is not worked, nor are the two days before.
    await expect
      .element(
        panel().getByText(
          '= mercredi 5 février 2025, jour ouvré précédent (sam. 8 févr.\u202f: jour non travaillé)',
        ),
      )
      .toBeVisible();
    await expect.poll(async () => (await now()).dueOn).toBe('2025-02-05');
    await field('Nombre').fill('15');
    await leave();
    await expect
      .element(
        panel().getByText('= mercredi 5 février 2025, jour ouvré précédent (ven. 7 févr.\u202f: Pont)'),
      )
      .toBeVisible();
  });

  it('refuses a dependency that would close a loop, naming the loop', async () => {
    const first = aTask({ eventId: event.id, title: 'Imprimer' });
    const second = aTask({ eventId: event.id, title: 'Valider l’épreuve', dependsOn: [first.id] });
    const third = aTask({ eventId: event.id, title: 'Dessiner', dependsOn: [second.id] });
    const { now } = await showPanel(first, [second, third]);
    const picker = panel().getByRole('combobox', { name: 'Attend aussi' });
    await picker.fill('dess');
    await page.getByRole('option', { name: 'Dessiner' }).click();
    await expect
      .element(
        panel().getByText(
          'Impossible d’attendre «\u202fDessiner\u202f»\u202f: ces tâches s’attendraient l’une l’autre (Imprimer → Valider l’épreuve → Dessiner → Imprimer).',
        ),
      )
      .toBeVisible();
    expect((await now()).dependsOn).toEqual([]);
  });

  it('adds a dependency by a part of its title, shows what waits, and says when the order is impossible', async () => {
    const task = aTask({ eventId: event.id, title: 'Imprimer', dueOn: '2025-01-20' });
    const before = aTask({ eventId: event.id, title: 'Valider l’épreuve', dueOn: '2025-01-27' });
    const after = aTask({ eventId: event.id, title: 'Distribuer', dependsOn: [task.id] });
    const { now } = await showPanel(task, [before, after]);
    await expect.element(panel().getByRole('button', { name: 'Distribuer' })).toBeVisible();
    await panel().getByRole('combobox', { name: 'Attend aussi' }).fill('epreuve');
    await page.getByRole('option', { name: 'Valider l’épreuve' }).click();
    await expect.poll(async () => (await now()).dependsOn).toEqual([before.id]);
    await expect
      .element(
        panel().getByText(
          '«\u202fImprimer\u202f» commence 7 jours avant la fin de «\u202fValider l’épreuve\u202f», qu’elle attend.',
        ),
      )
      .toBeVisible();
  });

  it('pins a day chosen against the plan, and goes back to the plan when asked', async () => {
    const plan = { anchor: { kind: 'opening' }, offsetDays: -30, unit: 'calendarDays' } as const;
    const { now } = await showPanel(aTask({ eventId: event.id, plan, dueOn: '2025-01-28', isPinned: true }));
    await expect.element(panel().getByText('L’échéance est épinglée à une autre date.')).toBeVisible();
    await panel().getByRole('button', { name: 'Revenir au plan' }).click();
    await expect
      .poll(async () => [(await now()).dueOn, (await now()).isPinned])
      .toEqual(['2025-01-23', false]);
  });

  it('keeps steps in order: added with Enter, moved, ticked', async () => {
    const { now } = await showPanel(aTask({ eventId: event.id }));
    const steps = async () => (await now()).checklist.map(({ text, isDone }) => [text, isDone]);
    await panel().getByRole('textbox', { name: 'Ajouter une étape' }).click();
    await userEvent.keyboard('Mesurer{Enter}');
    await expect.poll(steps).toEqual([['Mesurer', false]]);
    await userEvent.keyboard('Couper{Enter}');
    await expect.poll(steps).toEqual([
      ['Mesurer', false],
      ['Couper', false],
    ]);
    await panel().getByRole('button', { name: 'Monter' }).nth(1).click();
    await expect.poll(steps).toEqual([
      ['Couper', false],
      ['Mesurer', false],
    ]);
    (panel().getByRole('checkbox', { name: 'Étape «\u202fCouper\u202f»' }).element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    await expect.poll(steps).toEqual([
      ['Couper', true],
      ['Mesurer', false],
    ]);
  });

  it('hands the task to another event, without what tied it to this one', async () => {
    const before = aTask({ eventId: event.id, title: 'Avant' });
    const { now } = await showPanel(aTask({ eventId: event.id, dependsOn: [before.id] }), [before]);
    const picker = panel().getByRole('combobox', { name: 'Événement' });
    await picker.fill('Inconnu');
    await leave();
    await expect
      .element(panel().getByText('Aucun événement ne porte le nom «\u202fInconnu\u202f».'))
      .toBeVisible();
    await picker.fill('paita');
    await page.getByRole('option', { name: 'Forum de Païta, 2025' }).click();
    await expect.poll(async () => [(await now()).eventId, (await now()).dependsOn]).toEqual([other.id, []]);
  });

  it('tells the task’s own history', async () => {
    const task = aTask({ eventId: event.id, title: 'Louer le fourgon' });
    const { door } = await showPanel(task);
    await createTasks(door.commit, [{ ...task, title: 'Louer deux fourgons' }]);
    await panel().getByText('Historique de la tâche').click();
    await expect
      .element(panel().getByText('Titre\u202f: Louer le fourgon → Louer deux fourgons'))
      .toBeVisible();
  });

  it('says that a task is gone, and Escape closes the panel', async () => {
    const task = aTask({ eventId: event.id, title: 'Louer le fourgon' });
    const { history } = await showPanel(task);
    await panel().getByRole('button', { name: 'Supprimer la tâche' }).click();
    await expect.poll(() => history.location.search).toBe('');
  });
});
