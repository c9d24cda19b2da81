import { taskOf } from '@renderer/data/tasks';
import { EventTasksPage } from '@renderer/features/tasks/EventTasksPage';
import type { Task } from '@shared/domain/task';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { accessibilityFaults } from '../../../support/accessibility';
import { anEvent, aTask } from '../../../support/builders';
import { renderPage } from '../../../support/renderPage';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-02-10T00:00Z') });
});
afterEach(() => vi.useRealTimers());

const event = anEvent();

async function showBoard(tasks: readonly Task[]) {
  const shown = await renderPage(
    <main style={{ display: 'flex', height: '780px' }}>
      <EventTasksPage eventId={event.id} />
    </main>,
    { workspace: { events: [event], tasks: [...tasks] }, address: `/events/${event.id}/tasks?view=board` },
  );
  await expect.element(page.getByRole('region', { name: /^À faire/ })).toBeVisible();
  return shown;
}
const column = (name: string) => page.getByRole('region', { name });

describe('the board', () => {
  it('moves a card with Shift and an arrow; the focus goes along and the move is said', async () => {
    const task = aTask({ eventId: event.id, title: 'Louer le fourgon' });
    const { database, door } = await showBoard([task]);
    await column('À faire, 1 tâche').getByRole('button', { name: 'Louer le fourgon', exact: true }).click();
    await userEvent.keyboard('{Escape}');
    document.querySelector<HTMLElement>('[data-card]')?.focus();
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await expect.element(column('En cours, 1 tâche')).toBeVisible();
    expect((await taskOf(database, task.id))?.status).toBe('doing');
    await expect.poll(() => document.activeElement?.getAttribute('data-card')).toBe(task.id);
    await expect
      .element(page.getByText('«\u202fLouer le fourgon\u202f»\u202f: En cours'))
      .toBeInTheDocument();
    await door.undo();
    await expect.element(column('À faire, 1 tâche')).toBeVisible();
  });

  it('moves a card with its menu', async () => {
    const task = aTask({ eventId: event.id, title: 'Louer le fourgon' });
    const { database } = await showBoard([task]);
    await page.getByRole('button', { name: 'Déplacer «\u202fLouer le fourgon\u202f» vers' }).click();
    await page.getByRole('menuitem', { name: 'Faite' }).click();
    await expect
      .poll(async () => {
        const now = await taskOf(database, task.id);
        return [now?.status, now?.doneOn];
      })
      .toEqual(['done', '2025-02-10']);
  });

  it('moves a card with the mouse', async () => {
    const task = aTask({ eventId: event.id, title: 'Louer le fourgon' });
    const { database } = await showBoard([task]);
    const card = page.getByRole('button', { name: 'Louer le fourgon', exact: true });
    await userEvent.dragAndDrop(card, column('En attente, 0 tâche'));
    await expect.poll(async () => (await taskOf(database, task.id))?.status).toBe('waiting');
  });

  it('goes from card to card with the arrows', async () => {
    await showBoard([
      aTask({ eventId: event.id, title: 'une', dueOn: '2025-02-11' }),
      aTask({ eventId: event.id, title: 'deux', dueOn: '2025-02-12' }),
      aTask({ eventId: event.id, title: 'faite', status: 'done', doneOn: '2025-02-01' }),
    ]);
    document.querySelector<HTMLElement>('[data-card]')?.focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('button', { name: 'deux', exact: true })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('button', { name: 'faite', exact: true })).toHaveFocus();
  });

  it('shows forty cards of a column at first, and the others when asked', async () => {
    const tasks = Array.from({ length: 45 }, (_, index) =>
      aTask({ eventId: event.id, title: `n° ${index}` }),
    );
    await showBoard(tasks);
    expect(document.querySelectorAll('[data-card]')).toHaveLength(40);
    await page.getByRole('button', { name: 'Montrer les 5 autres' }).click();
    await expect.poll(() => document.querySelectorAll('[data-card]').length).toBe(45);
  });

  it('has nothing that axe finds', async () => {
    await showBoard([aTask({ eventId: event.id, dueOn: '2025-02-03', priority: 'high' })]);
    expect(await accessibilityFaults()).toEqual([]);
  });
});
