import { doneTasks, openTasks, taskOf, tasksOfEvent } from '@renderer/data/tasks';
import { EventTasksPage } from '@renderer/features/tasks/EventTasksPage';
import { TasksPage } from '@renderer/features/tasks/TasksPage';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Task } from '@shared/domain/task';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { accessibilityFaults } from '../../../support/accessibility';
import { anEvent, aTask, someSettings } from '../../../support/builders';
import { renderPage } from '../../../support/renderPage';

/** A Monday, eleven in the morning where the office is. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-02-10T00:00Z') });
});
afterEach(() => vi.useRealTimers());

const event = anEvent({ name: 'Journée de Dumbéa' });

function framed(content: React.ReactNode) {
  return <main style={{ display: 'flex', height: '780px' }}>{content}</main>;
}
function showAll(tasks: readonly Task[], address = '/tasks', events: readonly PlannedEvent[] = [event]) {
  const workspace = {
    settings: [someSettings({ language: 'fr', me: 'Agent 01' })],
    events: [...events],
    tasks: [...tasks],
  };
  return renderPage(framed(<TasksPage />), { workspace, address });
}
function showPlan(tasks: readonly Task[], search = '') {
  const workspace = { events: [event], tasks: [...tasks] };
  const address = `/events/${event.id}/tasks${search}`;
  return renderPage(framed(<EventTasksPage eventId={event.id} />), { workspace, address });
}

const row = (title: string | RegExp) => page.getByRole('row', { name: title });
const quickLine = () => page.getByRole('textbox', { name: 'Ajouter une tâche' });
/** The focus is put on a row as the arrows would. */
function focusRow(title: string): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  rows.find((one) => one.textContent?.includes(title))?.focus();
}

describe('the quick line', () => {
  it('shows what it understood while it is typed, adds with Enter and waits for the next', async () => {
    const { database } = await showPlan([aTask({ eventId: event.id, title: 'Autre', owner: 'Agent 04' })]);
    await expect.element(quickLine()).toBeVisible();
    await userEvent.keyboard('n');
    await expect.element(quickLine()).toHaveFocus();
    await userEvent.keyboard('Relancer la mairie J-5 !haute @Agent 04 #mairie');
    await expect.element(page.getByText('J-5\u202f: lun. 17 févr. 2025')).toBeVisible();
    await expect.element(page.getByText('Priorité\u202f: Haute')).toBeVisible();
    await expect.element(page.getByText('Responsable\u202f: Agent 04')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('«\u202fRelancer la mairie\u202f» ajoutée')).toBeVisible();
    await expect.element(quickLine()).toHaveValue('');
    await expect.element(quickLine()).toHaveFocus();
    const added = (await tasksOfEvent(database, event.id)).find(({ title }) => title !== 'Autre');
    expect(added).toMatchObject({
      title: 'Relancer la mairie',
      priority: 'high',
      owner: 'Agent 04',
      tags: ['mairie'],
      dueOn: '2025-02-17',
      plan: { anchor: { kind: 'opening' }, offsetDays: -5, unit: 'calendarDays' },
    });
  });

  it('asks for a title, and keeps what was typed', async () => {
    const { database } = await showAll([]);
    await quickLine().fill('demain !haute');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Il reste à écrire ce qui est à faire.')).toBeVisible();
    await expect.element(quickLine()).toHaveValue('demain !haute');
    expect(await openTasks(database)).toEqual([]);
  });

  it('takes hostile text as it is', async () => {
    const { database } = await showAll([]);
    const title = `${'x'.repeat(180)} 🎪 מרכז`;
    await quickLine().fill(title);
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await openTasks(database)).map((task) => task.title)).toEqual([title]);
  });
});

describe('the keys of the list', () => {
  it('go down with j, tick with d, and the next row has the focus when the task leaves', async () => {
    const tasks = ['une', 'deux', 'trois'].map((title, index) =>
      aTask({ title, dueOn: `2025-02-1${index + 1}` }),
    );
    const { database } = await showAll(tasks);
    await expect.element(row(/une/)).toBeVisible();
    focusRow('une');
    await userEvent.keyboard('jd');
    await expect
      .poll(async () => (await doneTasks(database, 10)).map(({ title }) => title))
      .toEqual(['deux']);
    await expect.poll(() => document.activeElement?.textContent ?? '').toContain('trois');
    await userEvent.keyboard('k');
    await expect.poll(() => document.activeElement?.textContent ?? '').toContain('une');
  });

  it('edit the title in its row: refused text stays with its sentence, Escape leaves, Enter saves', async () => {
    const task = aTask({ title: 'Louer le fourgon' });
    const { database } = await showAll([task]);
    await expect.element(row(/Louer/)).toBeVisible();
    focusRow('Louer');
    await userEvent.keyboard('e');
    const field = page.getByRole('textbox', { name: 'Titre de la tâche' });
    await field.fill('   ');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Ce champ ne peut pas rester vide.')).toBeVisible();
    await field.fill('Louer deux fourgons');
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await taskOf(database, task.id))?.title).toBe('Louer deux fourgons');
    await expect.poll(() => document.activeElement?.getAttribute('data-row')).toBe(task.id);
    await userEvent.keyboard('e');
    await field.fill('Rien');
    await userEvent.keyboard('{Escape}');
    expect((await taskOf(database, task.id))?.title).toBe('Louer deux fourgons');
  });

  it('change the status from a menu at the row, and give the focus back', async () => {
    const task = aTask({ title: 'Louer le fourgon' });
    const { database } = await showAll([task]);
    await expect.element(row(/Louer/)).toBeVisible();
    focusRow('Louer');
    await userEvent.keyboard('s');
    await page.getByRole('menuitem', { name: 'En attente' }).click();
    await expect.poll(async () => (await taskOf(database, task.id))?.status).toBe('waiting');
    await expect.poll(() => document.activeElement?.getAttribute('data-row')).toBe(task.id);
  });

  it('carry a task over the weekend with +', async () => {
    const task = aTask({ title: 'Louer le fourgon', dueOn: '2025-02-14' });
    const { database } = await showAll([task]);
    await expect.element(row(/Louer/)).toBeVisible();
    focusRow('Louer');
    await userEvent.keyboard('+');
    await expect.poll(async () => (await taskOf(database, task.id))?.dueOn).toBe('2025-02-17');
  });
});

describe('several tasks at once', () => {
  const tasks = ['une', 'deux', 'trois'].map((title, index) =>
    aTask({ title, dueOn: `2025-02-1${index + 1}`, eventId: event.id }),
  );

  it('change in one go, and one undo brings all of them back', async () => {
    const { database, door } = await showPlan(tasks);
    await expect.element(row(/une/)).toBeVisible();
    focusRow('une');
    await userEvent.keyboard('{Control>}a{/Control}');
    await expect.element(page.getByText('3 choisies')).toBeVisible();
    const bar = page.getByRole('toolbar', { name: 'Actions sur les tâches choisies' });
    await bar.getByRole('button', { name: 'Priorité' }).click();
    await page.getByRole('menuitem', { name: 'Haute' }).click();
    const priorities = async () => (await tasksOfEvent(database, event.id)).map(({ priority }) => priority);
    await expect.poll(priorities).toEqual(['high', 'high', 'high']);
    await door.undo();
    expect(await priorities()).toEqual(['medium', 'medium', 'medium']);
  });

  it('are given an owner, a tag, and are shifted by working days', async () => {
    const { database } = await showPlan(tasks);
    await expect.element(row(/une/)).toBeVisible();
    focusRow('une');
    await userEvent.keyboard('x{Shift>}{ArrowDown}{/Shift}');
    await expect.element(page.getByText('2 choisies')).toBeVisible();
    const bar = page.getByRole('toolbar', { name: 'Actions sur les tâches choisies' });
    await bar.getByRole('button', { name: 'Responsable' }).click();
    await page.getByRole('combobox', { name: 'Responsable' }).fill('Agent 07');
    await userEvent.keyboard('{Enter}');
    await bar.getByRole('button', { name: 'Étiquette' }).click();
    await page.getByRole('combobox', { name: 'Étiquette' }).fill('mairie');
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await bar.getByRole('button', { name: 'Échéance' }).click();
    await page.getByRole('textbox', { name: 'Décaler, en jours ouvrés' }).fill('4');
    await userEvent.keyboard('{Tab}');
    await page.getByRole('button', { name: 'Décaler', exact: true }).click();
    await expect
      .poll(async () =>
        (await tasksOfEvent(database, event.id)).map(({ title, owner, tags, dueOn, isPinned }) => ({
          title,
          owner,
          tags,
          dueOn,
          isPinned,
        })),
      )
      .toEqual([
        { title: 'une', owner: 'Agent 07', tags: ['mairie'], dueOn: '2025-02-17', isPinned: true },
        { title: 'deux', owner: 'Agent 07', tags: ['mairie'], dueOn: '2025-02-18', isPinned: true },
        { title: 'trois', owner: '', tags: [], dueOn: '2025-02-13', isPinned: false },
      ]);
  });
});

describe('what is shown', () => {
  it('is kept in the address: scope, filters, words', async () => {
    const tasks = [
      aTask({ title: 'Relancer la mairie', team: 'Coordination' }),
      aTask({ title: 'Relancer le traiteur', team: 'Restauration' }),
    ];
    const { history } = await showAll(tasks, '/tasks?team=Coordination');
    await expect.element(row(/mairie/)).toBeVisible();
    expect(row(/traiteur/).query()).toBeNull();
    await page.getByRole('button', { name: 'Tout montrer' }).click();
    await expect.element(row(/traiteur/)).toBeVisible();
    await userEvent.keyboard('/');
    await userEvent.keyboard('mairie');
    await expect.poll(() => row(/traiteur/).query()).toBeNull();
    expect(history.location.search).toBe('?q=mairie');
  });

  it('says who « me » is not, and leads to the settings', async () => {
    const workspace = { tasks: [aTask()], settings: [someSettings({ language: 'fr' })] };
    const { history } = await renderPage(framed(<TasksPage />), { workspace, address: '/tasks?scope=mine' });
    await page.getByRole('button', { name: 'Dire qui je suis' }).click();
    expect(history.location.href).toBe('/settings?section=user');
  });

  it('reads what is done only when asked, the latest first', async () => {
    const done = [1, 2, 3].map((day) =>
      aTask({ title: `faite le ${day}`, status: 'done', doneOn: `2025-02-0${day}` }),
    );
    await showAll([...done, aTask({ title: 'ouverte' })]);
    await expect.element(row(/ouverte/)).toBeVisible();
    expect(row(/faite le/).query()).toBeNull();
    await page.getByRole('radio', { name: 'Faites' }).click();
    await expect.element(row(/faite le 3/)).toBeVisible();
    expect(row(/ouverte/).query()).toBeNull();
  });

  it('draws only the rows in sight of 5 000, and reaches the last', { timeout: 60_000 }, async () => {
    const tasks = Array.from({ length: 5_000 }, (_, index) => aTask({ title: `Tâche ${index + 1}` }));
    await showAll(tasks, '/tasks?group=none');
    await expect.element(page.getByText('5\u202f000 tâches')).toBeVisible();
    expect(document.querySelectorAll('[data-row]').length).toBeLessThan(100);
    focusRow('Tâche 1');
    await userEvent.keyboard('{End}');
    await expect.poll(() => document.activeElement?.textContent ?? '').toContain('Tâche 5000');
    expect(document.querySelectorAll('[data-row]').length).toBeLessThan(100);
  });

  it('offers the next step when a plan is empty', async () => {
    await showPlan([]);
    await expect
      .element(page.getByRole('heading', { name: 'Le plan de cet événement est vide' }))
      .toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Appliquer un modèle' })).toBeVisible();
  });
});

describe('accessibility', () => {
  it('axe finds nothing on the list, with its bar and its panel', async () => {
    const task = aTask({ title: 'Louer le fourgon', dueOn: '2025-02-03', eventId: event.id });
    await showPlan([task], `?task=${task.id}`);
    await expect.element(page.getByRole('textbox', { name: 'Titre' })).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
    focusRow('Louer');
    await userEvent.keyboard('x');
    await expect.element(page.getByText('1 choisie')).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
  });
});
