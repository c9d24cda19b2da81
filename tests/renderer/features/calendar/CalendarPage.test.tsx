import type { EventChange } from '@shared/domain/moveEvent';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { instantOf } from '@shared/domain/time';
import { CalendarPage } from '@renderer/features/calendar/CalendarPage';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { anEvent, aPeriod, aTask, someSettings } from '../../../support/builders';
import { memoryHost } from '../../../support/memoryHost';
import { renderPage } from '../../../support/renderPage';

beforeEach(() => void vi.setSystemTime('2025-02-10T01:00Z'));
afterEach(() => {
  vi.useRealTimers();
  document.documentElement.removeAttribute('data-theme');
});

type Asked = { event: PlannedEvent; change: EventChange };

async function calendar(options: Parameters<typeof renderPage>[1] = {}) {
  const asked: Asked[] = [];
  const onMove = async (event: PlannedEvent, change: EventChange) => {
    asked.push({ event, change });
    return 'moved' as const;
  };
  const shown = await renderPage(
    <div style={{ display: 'flex', height: 760 }}>
      <CalendarPage onMove={onMove} />
    </div>,
    { address: '/calendar?day=2025-02-22', ...options },
  );
  return { ...shown, asked };
}

const aMeeting = (fields: Partial<PlannedEvent> = {}): PlannedEvent =>
  anEvent({
    name: 'Coordination',
    kind: 'meeting',
    opensAt: instantOf('2025-02-12', '08:30', 'Pacific/Noumea') ?? '',
    closesAt: instantOf('2025-02-12', '10:00', 'Pacific/Noumea') ?? '',
    setUp: null,
    teardown: null,
    reportDueOn: null,
    repetition: { frequency: 'weekly', every: 1, untilOn: '2025-03-26', exceptions: [] },
    ...fields,
  });

describe('month', () => {
  test('shows an event with its set-up and its teardown, and says each in words', async () => {
    const { screen } = await calendar({ workspace: { events: [anEvent()] } });
    await expect
      .element(
        screen.getByRole('button', {
          name: /^9.h Journée des activités, samedi 22 février 2025, de 9.h à 17.h/,
        }),
      )
      .toBeVisible();
    await expect
      .element(screen.getByRole('button', { name: /^13.h Montage, Journée des activités/ }))
      .toBeVisible();
    await expect
      .element(screen.getByRole('button', { name: /^17.h Démontage, Journée des activités/ }))
      .toBeVisible();
    await expect
      .element(screen.getByRole('button', { name: 'samedi 22 février 2025, 2 éléments' }))
      .toBeVisible();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Février 2025' })).toBeVisible();
    await expect.element(screen.getByText('1 événement, 0 réunion, 0 tâche', { exact: true })).toBeVisible();
  });

  test('names holidays and breaks, and hides a layer that is unticked', async () => {
    const { screen, history } = await calendar({
      workspace: {
        periods: [
          aPeriod({ name: 'Fête du pays', firstOn: '2025-02-18', lastOn: '2025-02-18' }),
          aPeriod({
            kind: 'schoolBreak',
            name: 'Vacances d’été',
            firstOn: '2025-01-20',
            lastOn: '2025-02-16',
          }),
        ],
      },
    });
    await expect
      .element(screen.getByRole('button', { name: /^mardi 18 février 2025.*Fête du pays/ }))
      .toBeVisible();
    await expect.element(screen.getByText('Vacances d’été, jusqu’au 16 févr.').first()).toBeVisible();
    await screen.getByText('Vacances scolaires', { exact: true }).click();
    await expect.element(screen.getByText('Vacances d’été, jusqu’au 16 févr.')).not.toBeInTheDocument();
    expect(history.location.search).toContain('hide=schoolBreak');
  });

  test('speaks English with English formats', async () => {
    const { screen } = await calendar({
      language: 'en',
      workspace: { events: [anEvent()], settings: [someSettings({ language: 'en' })] },
    });
    await expect
      .element(
        screen.getByRole('button', {
          name: /^09:00 Journée des activités, Saturday,? 22 February 2025, 09:00 to 17:00/,
        }),
      )
      .toBeVisible();
    await expect.element(screen.getByRole('columnheader', { name: 'Monday' })).toBeVisible();
  });

  test('a crowded day counts what does not fit and lists it from the keyboard', async () => {
    const tasks = Array.from({ length: 14 }, (_, at) =>
      aTask({ title: `Tâche ${at + 1}`, dueOn: '2025-02-22' }),
    );
    const { screen } = await calendar({ workspace: { tasks } });
    const more = screen.getByRole('button', { name: /^\+\d+ autres, samedi 22 février 2025/ });
    await expect.element(more).toBeVisible();
    (more.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    const list = screen.getByRole('dialog', { name: 'Éléments du samedi 22 février 2025' });
    await expect.element(list).toBeVisible();
    expect(list.getByRole('listitem').elements()).toHaveLength(14);
    await userEvent.keyboard('{Escape}');
    await expect.element(list).not.toBeInTheDocument();
  });

  test('the arrows go from day to day and into the next month', async () => {
    const { screen, history } = await calendar({ address: '/calendar?day=2025-02-28' });
    const day = screen.getByRole('button', { name: /^vendredi 28 février 2025/ });
    await expect.element(day).toBeVisible();
    (day.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Mars 2025' })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: /^samedi 1ᵉʳ mars 2025/ })).toHaveFocus();
    await userEvent.keyboard('{PageUp}t');
    await vi.waitFor(() => expect(history.location.search).not.toContain('day='));
  });

  test('letters and digits change the view, but not after g', async () => {
    const { screen, history } = await calendar();
    const day = screen.getByRole('button', { name: /^samedi 22 février 2025/ });
    await expect.element(day).toBeVisible();
    (day.element() as HTMLElement).focus();
    await userEvent.keyboard('ga');
    expect(history.location.search).not.toContain('view=');
    await userEvent.keyboard('a');
    await vi.waitFor(() => expect(history.location.search).toContain('view=agenda'));
    await vi.waitFor(() => expect(document.activeElement).not.toBe(document.body));
    await userEvent.keyboard('3');
    await vi.waitFor(() => expect(history.location.search).toContain('view=week'));
  });
});

describe('moves', () => {
  test('with the keyboard, two weeks later: the shell is asked for 14 days', async () => {
    const { screen, asked, database } = await calendar({ workspace: { events: [anEvent()] } });
    const entry = screen.getByRole('button', { name: /^9.h Journée des activités/ });
    await expect.element(entry).toBeVisible();
    (entry.element() as HTMLElement).focus();
    await userEvent.keyboard('m');
    const bar = screen.getByRole('group', { name: /Déplacement de/ });
    await expect.element(bar).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect
      .element(bar.getByText(/samedi 8 mars 2025, de 9.h à 17.h, 14 jours plus tard/))
      .toBeVisible();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Mars 2025' })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() =>
      expect(asked.map(({ change }) => change)).toEqual([{ kind: 'shiftDays', days: 14 }]),
    );
    await expect.element(screen.getByText(/«.Journée des activités.» déplacé/)).toBeVisible();
    expect(await database.events.count()).toBe(1);
  });

  test('Escape leaves everything where it is and gives the focus back', async () => {
    const { screen, asked } = await calendar({ workspace: { events: [anEvent()] } });
    const entry = screen.getByRole('button', { name: /^9.h Journée des activités/ });
    await expect.element(entry).toBeVisible();
    (entry.element() as HTMLElement).focus();
    await userEvent.keyboard('m{ArrowRight}{Escape}');
    await expect.element(screen.getByText('Déplacement abandonné, rien n’a changé.')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: /^9.h Journée des activités/ })).toHaveFocus();
    expect(asked).toEqual([]);
  });

  test('a task dragged to another day is written, pinned against its plan, and says so', async () => {
    const event = anEvent();
    const plan = { anchor: { kind: 'opening' as const }, offsetDays: -8, unit: 'calendarDays' as const };
    const task = aTask({ title: 'Baliser', eventId: event.id, dueOn: '2025-02-13', plan });
    const { screen, database } = await calendar({ workspace: { events: [event], tasks: [task] } });
    const entry = screen.getByRole('button', { name: /^Baliser/ });
    await expect.element(entry).toBeVisible();
    await drag(entry.element(), screen.getByRole('button', { name: /^mercredi 19 février 2025/ }).element());
    await vi.waitFor(async () => {
      expect(await database.tasks.get(task.id)).toMatchObject({ dueOn: '2025-02-19', isPinned: true });
    });
    await expect.element(screen.getByText(/mercredi 19 février 2025 et épinglée/)).toBeVisible();
  });

  test('an event dragged in the month goes through the shell, days only', async () => {
    const { screen, asked } = await calendar({ workspace: { events: [anEvent()] } });
    const entry = screen.getByRole('button', { name: /^9.h Journée des activités/ });
    await expect.element(entry).toBeVisible();
    await drag(entry.element(), screen.getByRole('button', { name: /^dimanche 23 février 2025/ }).element());
    await vi.waitFor(() =>
      expect(asked.map(({ change }) => change)).toEqual([{ kind: 'shiftDays', days: 1 }]),
    );
  });

  test('days chosen with the mouse open the panel of a new event', async () => {
    const { screen, history } = await calendar();
    await expect.element(screen.getByRole('button', { name: /^mardi 18 février 2025/ })).toBeVisible();
    await drag(cellOf('2025-02-18'), cellOf('2025-02-20'));
    await vi.waitFor(() =>
      expect(history.location.href).toBe('/events?new=1&day=2025-02-18&until=2025-02-20'),
    );
  });

  test('the form moves to a date that is written', async () => {
    const { screen, asked } = await calendar({ workspace: { events: [anEvent()] } });
    await screen.getByRole('button', { name: /^9.h Journée des activités/ }).click();
    await screen.getByRole('button', { name: 'Déplacer…' }).click();
    const dialog = screen.getByRole('dialog', { name: /Déplacer/ });
    const day = dialog.getByRole('spinbutton', { name: /^jour.*Premier jour/ });
    await expect.element(day).toBeVisible();
    (day.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowUp}');
    await dialog.getByRole('button', { name: 'Déplacer', exact: true }).click();
    await vi.waitFor(() =>
      expect(asked.map(({ change }) => change)).toEqual([{ kind: 'shiftDays', days: 1 }]),
    );
  });

  test('one meeting of a series becomes an exception; the others stay', async () => {
    const meeting = aMeeting();
    const { screen, database, asked } = await calendar({ workspace: { events: [meeting] } });
    const entry = screen.getByRole('button', { name: /Coordination, mercredi 19 février 2025/ });
    await expect.element(entry).toBeVisible();
    (entry.element() as HTMLElement).focus();
    await userEvent.keyboard('m{ArrowRight}{Enter}');
    await screen.getByRole('button', { name: 'Cette occurrence' }).click();
    await vi.waitFor(async () => {
      expect((await database.events.get(meeting.id))?.repetition?.exceptions).toEqual([
        { kind: 'moved', on: '2025-02-19', opensAt: '2025-02-19T21:30Z', closesAt: '2025-02-19T23:00Z' },
      ]);
    });
    expect(asked).toEqual([]);
    await expect
      .element(screen.getByRole('button', { name: /Coordination, jeudi 20 février 2025/ }))
      .toBeVisible();
    await expect
      .element(screen.getByRole('button', { name: /Coordination, mercredi 26 février 2025/ }))
      .toBeVisible();
  });

  test('the whole series goes through the shell, and an occurrence can be skipped', async () => {
    const meeting = aMeeting();
    const { screen, database, asked } = await calendar({ workspace: { events: [meeting] } });
    const entry = screen.getByRole('button', { name: /Coordination, mercredi 19 février 2025/ });
    await expect.element(entry).toBeVisible();
    (entry.element() as HTMLElement).focus();
    await userEvent.keyboard('m{ArrowRight}{Enter}');
    await screen.getByRole('button', { name: 'Toute la série' }).click();
    await vi.waitFor(() =>
      expect(asked.map(({ change }) => change)).toEqual([{ kind: 'shiftDays', days: 1 }]),
    );

    await screen.getByRole('button', { name: /Coordination, mercredi 26 février 2025/ }).click();
    await screen.getByRole('button', { name: 'Passer cette occurrence' }).click();
    await vi.waitFor(async () => {
      expect((await database.events.get(meeting.id))?.repetition?.exceptions).toEqual([
        { kind: 'skipped', on: '2025-02-26' },
      ]);
    });
  });
});

describe('week, day, year and list', () => {
  test('a week has its hours, and a block moves by a quarter with the keyboard', async () => {
    const { screen, asked } = await calendar({
      workspace: { events: [anEvent()] },
      address: '/calendar?view=week&day=2025-02-22',
    });
    const block = screen.getByRole('button', { name: /9.h – 17.h Journée des activités/ });
    await expect.element(block).toBeInTheDocument();
    (block.element() as HTMLElement).focus();
    await userEvent.keyboard('m{ArrowDown}{ArrowDown}{Enter}');
    await vi.waitFor(() =>
      expect(asked.map(({ change }) => change)).toEqual([
        { kind: 'reschedule', opensAt: '2025-02-21T22:30Z', closesAt: '2025-02-22T06:30Z' },
      ]),
    );
  });

  test('a block dragged over the hours keeps its hours on another day', async () => {
    const { screen, asked } = await calendar({
      workspace: { events: [anEvent({ setUp: null, teardown: null })] },
      address: '/calendar?view=week&day=2025-02-22',
    });
    const block = screen.getByRole('button', { name: /9.h – 17.h Journée des activités/ });
    await expect.element(block).toBeInTheDocument();
    const column = columnOf('2025-02-20');
    const fromTop = block.element().getBoundingClientRect().top - column.getBoundingClientRect().top;
    // A hand that goes sideways never keeps its height to the pixel.
    await page.elementLocator(block.element()).dropTo(page.elementLocator(column), {
      sourcePosition: { x: 20, y: 20 },
      targetPosition: { x: 20, y: fromTop + 17 },
    });
    await vi.waitFor(() =>
      expect(asked.map(({ change }) => change)).toEqual([{ kind: 'shiftDays', days: -2 }]),
    );
  });

  test('hours chosen with the mouse open the panel of a new event', async () => {
    const { screen, history } = await calendar({ address: '/calendar?view=week&day=2025-02-22' });
    await expect.element(screen.getByText('10\u202fh', { exact: true })).toBeInTheDocument();
    const column = columnOf('2025-02-20');
    const { left, top, height } = column.getBoundingClientRect();
    const at = (hours: number) => ({ x: left + 20, y: top + (hours * height) / 24 });
    await mouseDrag(column, at(10.05), at(11.9));
    await vi.waitFor(() =>
      expect(history.location.href).toBe('/events?new=1&day=2025-02-20&opens=10%3A00&closes=12%3A00'),
    );
  });

  test('a night from 23 h to 1 h stands in the hours of both days, in the zone of its event', async () => {
    const night = anEvent({
      name: 'Nuit blanche',
      timeZone: 'Europe/Paris',
      opensAt: instantOf('2025-03-29', '23:00', 'Europe/Paris') ?? '',
      closesAt: instantOf('2025-03-30', '03:30', 'Europe/Paris') ?? '',
      setUp: null,
      teardown: null,
    });
    const { screen } = await calendar({
      workspace: { events: [night] },
      address: '/calendar?view=week&day=2025-03-29',
    });
    await expect
      .element(screen.getByRole('button', { name: /23.h – 3.h.30 \(Paris\) Nuit blanche/ }).first())
      .toBeInTheDocument();
    const parts = screen.getByRole('button', { name: /Nuit blanche/ }).elements();
    expect(parts.map((part) => part.closest('[data-column]')?.getAttribute('data-column'))).toEqual([
      '2025-03-29',
      '2025-03-30',
    ]);
  });

  test('the year names its days, goes on with the arrows, and Enter opens a day', async () => {
    const { screen, history } = await calendar({
      workspace: { events: [anEvent()], periods: [aPeriod({ name: 'Fête du travail' })] },
      address: '/calendar?view=year&day=2025-02-21',
    });
    await expect
      .element(screen.getByRole('gridcell', { name: 'jeudi 1ᵉʳ mai 2025, rien de prévu, Fête du travail' }))
      .toBeInTheDocument();
    const day = screen.getByRole('gridcell', { name: 'vendredi 21 février 2025, 1 élément' });
    (day.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect
      .element(screen.getByRole('gridcell', { name: 'samedi 22 février 2025, 2 éléments' }))
      .toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(history.location.search).toContain('view=day'));
    expect(history.location.search).toContain('day=2025-02-22');
  });

  test('the list opens an event with Enter', async () => {
    const event = anEvent();
    const { screen, history } = await calendar({
      workspace: { events: [event] },
      address: '/calendar?view=agenda&day=2025-02-22',
    });
    const line = screen.getByRole('button', { name: /^9.h – 17.h Journée des activités/ });
    await expect.element(line).toBeVisible();
    (line.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(history.location.pathname).toBe(`/events/${event.id}/overview`));
  });

  test('filters stand in the address and narrow what is drawn', async () => {
    const { screen } = await calendar({
      workspace: {
        events: [anEvent(), anEvent({ name: 'Stand de Koné', kind: 'stand', setUp: null, teardown: null })],
      },
      address: '/calendar?day=2025-02-22&kind=stand',
    });
    await expect.element(screen.getByRole('button', { name: /Stand de Koné/ })).toBeVisible();
    await expect
      .element(screen.getByRole('button', { name: /Journée des activités/ }))
      .not.toBeInTheDocument();
  });

  test('five thousand events are drawn, a few a day', async () => {
    const events = Array.from({ length: 5_000 }, (_, at) => {
      const opensAt = new Date(
        Date.UTC(2025, 1, 1, 0, 0) + (at % 84) * 86_400_000 + (at % 10) * 3_600_000,
      ).toISOString();
      const closesAt = new Date(Date.parse(opensAt) + 5_400_000).toISOString();
      return aMeeting({
        name: `Réunion ${at}`,
        repetition: null,
        opensAt: `${opensAt.slice(0, 16)}Z`,
        closesAt: `${closesAt.slice(0, 16)}Z`,
      });
    });
    const { screen } = await calendar({ workspace: { events } });
    await expect
      .element(screen.getByRole('button', { name: /^\+\d+ autres, samedi 22 février 2025/ }))
      .toBeVisible();
    expect(document.querySelectorAll('[data-entry]').length).toBeLessThan(300);
  }, 120_000);
});

describe('for everybody', () => {
  const full = {
    events: [
      anEvent(),
      aMeeting(),
      anEvent({
        role: 'participant',
        name: 'Exposition',
        opensAt: '2025-02-16T22:00Z',
        closesAt: '2025-02-20T06:00Z',
        setUp: null,
        teardown: null,
      }),
      anEvent({ name: 'أمسية ثقافية', status: 'cancelled', setUp: null, teardown: null }),
    ],
    tasks: [
      aTask({ title: 'En retard', dueOn: '2025-02-05' }),
      aTask({ title: 'Faite', dueOn: '2025-02-18', status: 'done', doneOn: '2025-02-17' }),
      ...Array.from({ length: 12 }, (_, at) =>
        aTask({ title: `${'x'.repeat(180)} ${at}`, dueOn: '2025-02-21' }),
      ),
    ],
    periods: [
      aPeriod({ name: 'Férié', firstOn: '2025-02-18', lastOn: '2025-02-18' }),
      aPeriod({ kind: 'schoolBreak', name: 'Vacances', firstOn: '2025-02-01', lastOn: '2025-02-16' }),
      aPeriod({ kind: 'closedPeriod', name: 'Fermeture', firstOn: '2025-02-24', lastOn: '2025-02-27' }),
    ],
  };

  test.each(
    ['month', 'week', 'day', 'agenda', 'year'].flatMap((view) =>
      ['light', 'dark'].map((theme) => [view, theme] as const),
    ),
  )('axe finds nothing in the %s view, %s', async (view, theme) => {
    document.documentElement.dataset.theme = theme;
    const { screen } = await calendar({ workspace: full, address: `/calendar?view=${view}&day=2025-02-21` });
    await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
    await vi.waitFor(() => expect(document.querySelector('.rbc-calendar')).not.toBeNull());
    const { violations } = await axe.run(document.body, {
      rules: {
        'landmark-one-main': { enabled: false },
        region: { enabled: false },
        'page-has-heading-one': { enabled: false },
      },
    });
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
    ).toEqual([]);
  });

  test('a change of view is announced', async () => {
    const { screen } = await calendar({ workspace: { events: [anEvent()] } });
    await expect.element(screen.getByRole('button', { name: /^9.h Journée des activités/ })).toBeVisible();
    await screen.getByRole('button', { name: 'Mois suivant' }).click();
    await expect
      .element(screen.getByText('Mois, Mars 2025. 0 événement, 0 réunion, 0 tâche.'))
      .toBeInTheDocument();
  });

  test('the month goes to the printer of the desktop, landscape and without a script', async () => {
    const jobs: { html: string; landscape: boolean; title: string }[] = [];
    const host = memoryHost({ 'print:pdf': async (job) => (jobs.push(job), new Uint8Array([1])) });
    const { screen } = await calendar({
      workspace: { events: [anEvent({ name: 'Fête <b>&</b> jeux' })] },
      host,
    });
    await screen.getByRole('button', { name: 'Imprimer' }).click();
    await screen.getByRole('menuitem', { name: 'Le mois en PDF' }).click();
    await vi.waitFor(() => expect(jobs).toHaveLength(1));
    expect(jobs[0]).toMatchObject({ landscape: true, title: 'Calendrier de février 2025' });
    expect(jobs[0]?.html).toContain('Fête &lt;b&gt;&amp;&lt;/b&gt; jeux');
    expect(jobs[0]?.html).not.toContain('<script');
    expect(host.saved.map(({ name }) => name)).toEqual(['Calendrier de février 2025.pdf']);
  });

  test('a day too full for a page goes on in a second row, and nothing is left out', async () => {
    const jobs: { html: string }[] = [];
    const host = memoryHost({ 'print:pdf': async (job) => (jobs.push(job), new Uint8Array([1])) });
    const tasks = Array.from({ length: 90 }, (_, at) =>
      aTask({ title: `Tâche n${at}.`, dueOn: '2025-02-19' }),
    );
    const { screen } = await calendar({ workspace: { tasks }, host });
    await screen.getByRole('button', { name: 'Imprimer' }).click();
    await screen.getByRole('menuitem', { name: 'Le mois en PDF' }).click();
    await vi.waitFor(() => expect(jobs).toHaveLength(1));
    const html = jobs[0]?.html ?? '';
    expect(tasks.filter(({ title }) => !html.includes(title))).toEqual([]);
    expect(html).toContain('8 (suite)');
    expect(html).toMatch(/Page 1 sur [23]/);
  });
});

function cellOf(day: string): Element {
  const cell = document.querySelector(`[role="gridcell"][data-day="${day}"]`);
  if (!cell) throw new Error(day);
  return cell;
}

type Point = { x: number; y: number };

/** Exact to the pixel, as the library hears a mouse. */
async function mouseDrag(from: Element, start: Point, end: Point): Promise<void> {
  const send = async (target: EventTarget, type: string, { x, y }: Point): Promise<void> => {
    target.dispatchEvent(
      new MouseEvent(type, {
        clientX: x,
        clientY: y,
        bubbles: true,
        cancelable: true,
        button: 0,
        buttons: 1,
      }),
    );
    await new Promise((drawn) => setTimeout(drawn, 60));
  };
  const under = ({ x, y }: Point): Element => document.elementFromPoint(x, y) ?? document.body;
  await send(from, 'mousedown', start);
  await send(under(end), 'mousemove', { x: start.x + 6, y: start.y + 6 });
  await send(under(end), 'mousemove', end);
  await send(under(end), 'mouseup', end);
}

function columnOf(day: string): Element {
  const column = document.querySelector(`[data-column="${day}"]`);
  if (!column) throw new Error(day);
  return column;
}

/** From the middle of one element to the middle of another, with a real mouse. */
async function drag(from: Element, to: Element): Promise<void> {
  await page.elementLocator(from).dropTo(page.elementLocator(to));
}
