import { taskOf } from '@renderer/data/tasks';
import { EventTasksPage } from '@renderer/features/tasks/EventTasksPage';
import { printedTasks, type PrintedList } from '@renderer/features/tasks/print/printedTasks';
import { readCsv } from '@shared/interchange/csv';
import type { Task } from '@shared/domain/task';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { accessibilityFaults } from '../../../support/accessibility';
import { anEvent, aTask } from '../../../support/builders';
import { memoryHost } from '../../../support/memoryHost';
import { renderPage } from '../../../support/renderPage';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-01-06T00:00Z') });
});
afterEach(() => vi.useRealTimers());

const event = anEvent({ name: 'Journée de Dumbéa' });
const plan = { anchor: { kind: 'opening' }, offsetDays: -30, unit: 'calendarDays' } as const;

function showPlan(tasks: readonly Task[], search = '', host = memoryHost()) {
  return renderPage(
    <main style={{ display: 'flex', height: '780px' }}>
      <EventTasksPage eventId={event.id} />
    </main>,
    {
      workspace: { events: [event], tasks: [...tasks] },
      address: `/events/${event.id}/tasks${search}`,
      host,
    },
  );
}

describe('the problems of a plan', () => {
  it('are sentences, each leading to its task; closing the task comes back to them', async () => {
    const first = aTask({ eventId: event.id, title: 'Valider l’épreuve', dueOn: '2025-01-27' });
    const second = aTask({
      eventId: event.id,
      title: 'Imprimer',
      dueOn: '2025-01-20',
      dependsOn: [first.id],
    });
    await showPlan([first, second]);
    await page.getByRole('button', { name: '1 problème de plan' }).click();
    const sentence = page.getByRole('link', {
      name: '«\u202fImprimer\u202f» commence 7 jours avant la fin de «\u202fValider l’épreuve\u202f», qu’elle attend.',
    });
    await expect.element(sentence).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
    await sentence.click();
    await expect.element(page.getByRole('textbox', { name: 'Titre' })).toHaveValue('Imprimer');
    await page.getByRole('button', { name: 'Fermer la tâche' }).click();
    await expect.element(sentence).toBeVisible();
  });
});

describe('replanning', () => {
  it('shows before and after, moves what is open and unpinned, in one change', async () => {
    const drifted = aTask({ eventId: event.id, title: 'Dériver', plan, dueOn: '2025-01-28' });
    const pinned = aTask({ eventId: event.id, title: 'Épinglée', plan, dueOn: '2025-01-29', isPinned: true });
    const done = aTask({
      eventId: event.id,
      title: 'Faite',
      plan,
      dueOn: '2025-01-30',
      status: 'done',
      doneOn: '2025-01-02',
    });
    const { database, door } = await showPlan([drifted, pinned, done], '?over=replan');
    await expect
      .element(page.getByRole('row', { name: /Dériver mar. 28 janv. 2025 jeu. 23 janv. 2025/ }))
      .toBeVisible();
    await page.getByRole('button', { name: 'Redater 1 tâche' }).click();
    await expect.poll(async () => (await taskOf(database, drifted.id))?.dueOn).toBe('2025-01-23');
    expect([await taskOf(database, pinned.id), await taskOf(database, done.id)]).toEqual([pinned, done]);
    await door.undo();
    expect(await taskOf(database, drifted.id)).toEqual(drifted);
  });
});

describe('a list that leaves the program', () => {
  it('is a CSV file of what is shown', async () => {
    const host = memoryHost();
    const tasks = [
      aTask({ eventId: event.id, title: 'Louer le fourgon', team: 'Logistique' }),
      aTask({ eventId: event.id, title: 'Commander', team: 'Restauration' }),
    ];
    await showPlan(tasks, '?team=Logistique', host);
    await page.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: 'Exporter la liste en CSV' }).click();
    await expect.element(page.getByText(/^Fichier enregistré/)).toBeVisible();
    const table = readCsv(host.saved[0]?.bytes ?? new Uint8Array());
    expect(table.kind === 'table' && table.table.rows.map(({ cells }) => cells[0])).toEqual([
      'Louer le fourgon',
    ]);
  });

  it('is printed in pages that repeat their heading, escape every text and cut no row', async () => {
    const html = await printedTasks(aList(120));
    const paper = new DOMParser().parseFromString(html, 'text/html');
    const pages = [...paper.querySelectorAll('.page')];
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.every((one) => one.querySelector('thead') !== null)).toBe(true);
    expect(paper.querySelectorAll('tbody tr:not(.heading)')).toHaveLength(120);
    expect(pages.at(-1)?.querySelector('.page-foot')?.textContent).toContain(
      `page ${pages.length} / ${pages.length}`,
    );
    expect(paper.querySelectorAll('script, img')).toHaveLength(0);
    expect(html).toContain('&lt;script&gt;');
    // The pages bring their own margins: the printer's would make two of each.
    expect(html).toContain('@page{size:A4;margin:0}');
    // Laid out as it is, no page is fuller than its paper.
    const frame = document.createElement('iframe');
    frame.srcdoc = html;
    frame.style.cssText = 'position:fixed;width:220mm;height:300mm';
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const bodies = [...(frame.contentDocument?.querySelectorAll('.page-body') ?? [])];
    expect(bodies.filter((body) => body.scrollHeight > body.clientHeight + 1)).toEqual([]);
    frame.remove();
  });
});

function aList(count: number): PrintedList {
  const task = (index: number) => ({
    title: `<script>alert(${index})</script> ${'long titre '.repeat(index % 9)}`,
    isTicked: index % 5 === 0,
    detail: '',
    team: 'Logistique',
    owner: 'Agent 04',
    due: 'ven. 7 févr. 2025',
  });
  return {
    title: 'Tâches, Journée de Dumbéa',
    subtitle: `${count} tâches`,
    organisation: 'Province',
    printedOn: 'Imprimé le 6 janvier 2025',
    language: 'fr',
    accentHue: 205,
    heads: { task: 'Tâche', team: 'Équipe', owner: 'Responsable', due: 'Échéance' },
    pageOf: (number, pages) => `page ${number} / ${pages}`,
    continued: (name) => `${name} (suite)`,
    groups: [{ name: 'En retard', tasks: Array.from({ length: count }, (_, index) => task(index)) }],
  };
}
