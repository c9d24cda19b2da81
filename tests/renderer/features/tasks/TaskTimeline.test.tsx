import { taskOf } from '@renderer/data/tasks';
import { EventTasksPage } from '@renderer/features/tasks/EventTasksPage';
import type { Task } from '@shared/domain/task';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { accessibilityFaults } from '../../../support/accessibility';
import { anEvent, aTask } from '../../../support/builders';
import { renderPage } from '../../../support/renderPage';

/** A Monday; the event opens on Saturday 22. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-02-10T00:00Z') });
});
afterEach(() => vi.useRealTimers());

const event = anEvent();

async function showTimeline(tasks: readonly Task[], search = '') {
  const shown = await renderPage(
    <main style={{ display: 'flex', height: '780px' }}>
      <EventTasksPage eventId={event.id} />
    </main>,
    {
      workspace: { events: [event], tasks: [...tasks] },
      address: `/events/${event.id}/tasks?view=timeline${search}`,
    },
  );
  await expect.element(page.getByRole('group', { name: 'Frise des tâches' })).toBeVisible();
  return shown;
}
const bar = (title: string) => page.getByRole('button', { name: new RegExp(`^${title}, du`) });
const focusBar = (task: Task) => document.querySelector<HTMLElement>(`[data-bar="${task.id}"]`)?.focus();

const print = aTask({ eventId: event.id, title: 'Imprimer', dueOn: '2025-02-14', durationDays: 2 });
const hand = aTask({
  eventId: event.id,
  title: 'Distribuer',
  dueOn: '2025-02-19',
  durationDays: 2,
  dependsOn: [print.id],
});

describe('the timeline', () => {
  it('moves a bar by working days with the arrows, says what would go wrong, and writes on Enter', async () => {
    const { database, door } = await showTimeline([print, hand]);
    await expect.element(bar('Imprimer')).toBeVisible();
    focusBar(print);
    await userEvent.keyboard('{ArrowRight}');
    const status = page.getByText('«\u202fImprimer\u202f»\u202f: ven. 14 févr. → lun. 17 févr.');
    await expect.element(status).toBeVisible();
    await expect.element(page.getByText('Aucun nouveau problème')).toBeVisible();
    expect((await taskOf(database, print.id))?.dueOn).toBe('2025-02-14');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect
      .element(
        page.getByText(
          '«\u202fDistribuer\u202f» commence 1 jour avant la fin de «\u202fImprimer\u202f», qu’elle attend.',
        ),
      )
      .toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(async () => {
        const now = await taskOf(database, print.id);
        return [now?.dueOn, now?.isPinned];
      })
      .toEqual(['2025-02-19', true]);
    await expect.poll(() => document.activeElement?.getAttribute('data-bar')).toBe(print.id);
    await door.undo();
    expect(await taskOf(database, print.id)).toEqual(print);
  });

  it('gives up with Escape, and never moves what is done', async () => {
    const done = aTask({
      eventId: event.id,
      title: 'Valider',
      dueOn: '2025-02-11',
      status: 'done',
      doneOn: '2025-02-10',
    });
    const { database } = await showTimeline([print, done]);
    await expect.element(bar('Imprimer')).toBeVisible();
    focusBar(print);
    await userEvent.keyboard('{ArrowLeft}{Escape}{Tab}');
    focusBar(done);
    await userEvent.keyboard('{ArrowRight}{Tab}');
    expect([await taskOf(database, print.id), await taskOf(database, done.id)]).toEqual([print, done]);
  });

  it('moves a bar with the mouse, on to a worked day, and pins it', async () => {
    const { database } = await showTimeline([print], '&zoom=day');
    await expect.element(bar('Imprimer')).toBeVisible();
    const element = document.querySelector<HTMLElement>(`[data-bar="${print.id}"]`) as HTMLElement;
    const { left, top } = element.getBoundingClientRect();
    const at = (type: string, x: number) =>
      element.dispatchEvent(
        new PointerEvent(type, { bubbles: true, pointerId: 1, button: 0, clientX: x, clientY: top + 5 }),
      );
    element.setPointerCapture = () => undefined;
    at('pointerdown', left + 5);
    // One day further is Saturday: the next worked day is Monday.
    at('pointermove', left + 35);
    await expect.element(page.getByText(/→ lun. 17 févr/)).toBeVisible();
    at('pointerup', left + 35);
    await expect
      .poll(async () => {
        const now = await taskOf(database, print.id);
        return [now?.dueOn, now?.isPinned];
      })
      .toEqual(['2025-02-17', true]);
  });

  it('tells the critical path and the margins in words', async () => {
    const calm = aTask({ eventId: event.id, title: 'Remercier', dueOn: '2025-02-12' });
    await showTimeline([print, hand, calm], '&critical=1');
    await expect
      .element(page.getByRole('button', { name: /^Distribuer, .*sur le chemin critique/ }))
      .toBeVisible();
    await expect
      .element(page.getByRole('button', { name: /^Remercier, .*marge de \d+ jours ouvrés/ }))
      .toBeVisible();
    expect(page.getByRole('button', { name: /^Remercier, .*critique/ }).query()).toBeNull();
  });

  it('goes from bar to bar with the arrows', async () => {
    await showTimeline([print, hand]);
    await expect.element(bar('Imprimer')).toBeVisible();
    focusBar(print);
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(() => document.activeElement?.getAttribute('data-bar')).toBe(hand.id);
  });

  it('says how many tasks have no date, and has nothing that axe finds', async () => {
    await showTimeline([print, hand, aTask({ eventId: event.id })], '&critical=1&rows=team');
    await expect.element(page.getByText('1 tâche sans date n’est pas montrée.')).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
  });
});
