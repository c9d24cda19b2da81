import { eventOf } from '@renderer/data/events';
import { tasksOfEvent } from '@renderer/data/tasks';
import { type MoveOutcome, useMoveEvent } from '@renderer/features/moving/MoveEventDialog';
import type { EventChange } from '@shared/domain/moveEvent';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Task } from '@shared/domain/task';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { accessibilityFaults } from '../../../support/accessibility';
import { aTask, anEvent, anId } from '../../../support/builders';
import { renderPage } from '../../../support/renderPage';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-01-10T00:00Z') });
});
afterEach(() => vi.useRealTimers());

const plan = (offsetDays: number) =>
  ({ anchor: { kind: 'opening' }, offsetDays, unit: 'calendarDays' }) as const;

async function showMove(event: PlannedEvent, change: EventChange, tasks: readonly Task[] = []) {
  const outcomes: MoveOutcome[] = [];
  function Mover() {
    const { move, dialog } = useMoveEvent();
    return (
      <main>
        <button type="button" onClick={() => void move(event, change).then((one) => outcomes.push(one))}>
          Déplacer
        </button>
        {dialog}
      </main>
    );
  }
  const shown = await renderPage(<Mover />, { workspace: { events: [event], tasks } });
  await page.getByRole('button', { name: 'Déplacer' }).click();
  return { ...shown, outcomes };
}

describe('moving an event', () => {
  const event = anEvent();
  const follows = aTask({ eventId: event.id, title: 'Réserver', dueOn: '2025-02-12', plan: plan(-10) });
  const done = aTask({
    eventId: event.id,
    title: 'Cadrer',
    dueOn: '2025-01-08',
    plan: plan(-45),
    status: 'done',
    doneOn: '2025-01-08',
  });
  const pinned = aTask({
    eventId: event.id,
    title: 'Voter',
    dueOn: '2025-02-05',
    plan: plan(-17),
    isPinned: true,
  });

  it('shows what follows and what stays, with the reason, and changes nothing before a yes', async () => {
    const { database, outcomes } = await showMove(event, { kind: 'shiftDays', days: 14 }, [
      follows,
      done,
      pinned,
    ]);
    const dialog = page.getByRole('dialog');
    await expect.element(dialog).toHaveTextContent('sam. 8 mars 2025, de 9 h à 17 h');
    await expect
      .element(dialog.getByRole('row', { name: /Réserver/ }))
      .toHaveTextContent('mer. 12 févr. 2025mer. 26 févr. 2025+14 jours');
    await expect.element(dialog).toHaveTextContent('1 faite : ce qui est fait ne bouge pas.');
    await expect.element(dialog).toHaveTextContent('1 épinglée : sa date est fixée à la main.');
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    expect([outcomes, await eventOf(database, event.id)]).toEqual([['kept'], event]);
  });

  it('applies with Enter, as one change that one undo takes back', async () => {
    const { database, door, outcomes } = await showMove(event, { kind: 'shiftDays', days: 14 }, [
      follows,
      done,
      pinned,
    ]);
    await expect.element(page.getByRole('button', { name: 'Appliquer' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => outcomes).toEqual(['moved']);
    const dues = async () =>
      new Map((await tasksOfEvent(database, event.id)).map(({ title, dueOn }) => [title, dueOn]));
    expect(await dues()).toEqual(
      new Map([
        ['Réserver', '2025-02-26'],
        ['Cadrer', '2025-01-08'],
        ['Voter', '2025-02-05'],
      ]),
    );
    await door.undo();
    expect([(await dues()).get('Réserver'), await eventOf(database, event.id)]).toEqual([
      '2025-02-12',
      event,
    ]);
  });

  it('puts the problems that the move brings before those that were there', async () => {
    const early = aTask({ eventId: event.id, title: 'Commander', dueOn: '2025-01-23', plan: plan(-30) });
    const old = aTask({ eventId: event.id, title: 'Déclarer', dueOn: '2025-01-02' });
    await showMove(event, { kind: 'shiftDays', days: -28 }, [early, old]);
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByText('1 problème nouveau')).toBeVisible();
    await expect.element(dialog.getByText('« Commander » serait à rendre il y a 15 jours.')).toBeVisible();
    await expect.element(dialog.getByText('1 problème existait déjà')).toBeVisible();
  });

  it('asks nothing when no task follows and nothing breaks', async () => {
    const { database, outcomes } = await showMove(event, { kind: 'shiftDays', days: 1 });
    await expect.poll(() => outcomes).toEqual(['moved']);
    expect((await eventOf(database, event.id))?.opensAt).toBe('2025-02-22T22:00Z');
    expect(page.getByRole('dialog').elements()).toEqual([]);
  });

  it('refuses, with the reason, dates that cannot be', async () => {
    const { database, outcomes } = await showMove(event, {
      kind: 'reschedule',
      opensAt: event.opensAt,
      closesAt: '2025-02-21T21:00Z',
    });
    await expect.element(page.getByRole('dialog')).toHaveTextContent('La fin précède le début.');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => outcomes).toEqual(['kept']);
    expect(await eventOf(database, event.id)).toEqual(event);
  });

  it('moves the tasks counted from an own date when that date moves', async () => {
    const anchor = { id: anId(), name: 'Comité', on: '2025-02-03', movesWithEvent: true };
    const own = anEvent({ customAnchors: [anchor] });
    const task = aTask({
      eventId: own.id,
      title: 'Convoquer',
      dueOn: '2025-01-27',
      plan: { anchor: { kind: 'custom', anchorId: anchor.id }, offsetDays: -7, unit: 'calendarDays' },
    });
    const change: EventChange = {
      kind: 'reschedule',
      opensAt: own.opensAt,
      closesAt: own.closesAt,
      customAnchors: [{ ...anchor, on: '2025-02-10' }],
    };
    await showMove(own, change, [task]);
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByRole('row', { name: /Comité/ })).toHaveTextContent('lun. 10 févr. 2025');
    await expect.element(dialog.getByRole('row', { name: /Convoquer/ })).toHaveTextContent('+7 jours');
  });

  it('stays readable with a thousand tasks', async () => {
    const tasks = Array.from({ length: 1_060 }, (_, index) =>
      aTask({ eventId: event.id, title: `Tâche ${index}`, dueOn: '2025-02-12', plan: plan(-10) }),
    );
    await showMove(event, { kind: 'shiftDays', days: 7 }, tasks);
    await expect.element(page.getByText('1060 tâches suivent')).toBeVisible();
    await page.getByRole('button', { name: 'Montrer 960 autres tâches' }).click();
    expect(page.getByRole('row').elements().length).toBeGreaterThan(1_060);
  });

  it('has no accessibility fault', async () => {
    await showMove(event, { kind: 'shiftDays', days: -40 }, [follows, done, pinned]);
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
  });
});
