import { pageRows, type PrintedLine } from '@renderer/features/tasks/print/pageRows';
import { parseInteger, parseMinutes } from '@renderer/features/tasks/panel/minutes';
import {
  byDue,
  dueGroupOf,
  groupedBy,
  inScope,
  narrowed,
  noFilter,
  usedValues,
} from '@renderer/features/tasks/taskList';
import { taskKeyOf } from '@renderer/features/tasks/taskShortcuts';
import { addedTasks, appliedTemplate } from '@renderer/features/tasks/templates/appliedTemplate';
import { barsOf, marginsOf, rowsOf } from '@renderer/features/tasks/timeline/timelineRows';
import { closedRuns, joinedMarks, scaleOf, stretchOf } from '@renderer/features/tasks/timeline/timelineScale';
import { workCalendarOf } from '@shared/domain/workCalendar';
import { addDays, daysBetween } from '@shared/domain/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anEvent, anId, aPeriod, aTask, aTemplate, aTemplateTask } from '../../../support/builders';

/** A Monday. */
const today = '2025-02-10';
const calendar = workCalendarOf({ workingWeekdays: [1, 2, 3, 4, 5] }, []);

describe('what a list shows', () => {
  it('keeps to its scope', () => {
    const done = aTask({ title: 'faite', status: 'done', doneOn: today });
    const dropped = aTask({ title: 'abandonnée', status: 'dropped' });
    const late = aTask({ title: 'en retard', dueOn: '2025-02-09', owner: 'Agent 01' });
    const dueToday = aTask({ title: 'du jour', dueOn: today });
    const held = aTask({ title: 'attend', dependsOn: [late.id] });
    const freed = aTask({ title: 'libérée', dependsOn: [done.id] });
    const tasks = [done, dropped, late, dueToday, held, freed];
    const shown = (scope: Parameters<typeof inScope>[1], me = 'Agent 01'): string[] =>
      inScope(tasks, scope, { me, today }).map(({ title }) => title);
    expect({
      open: shown('open'),
      mine: shown('mine'),
      nobody: shown('mine', ''),
      overdue: shown('overdue'),
      ready: shown('ready'),
      done: shown('done'),
      dropped: shown('dropped'),
      all: shown('all').length,
    }).toEqual({
      open: ['en retard', 'du jour', 'attend', 'libérée'],
      mine: ['en retard'],
      nobody: [],
      overdue: ['en retard'],
      ready: ['en retard', 'du jour', 'libérée'],
      done: ['faite'],
      dropped: ['abandonnée'],
      all: 6,
    });
  });

  it('finds words without their accents, in title, owner, team and tags', () => {
    const task = aTask({ title: 'Établir le planning', owner: 'Agent 04', team: 'Sécurité', tags: ['été'] });
    const finds = (q: string): boolean => narrowed([task], { ...noFilter, q }).length === 1;
    expect(['etablir', 'PLANNING agent', 'securite', 'ete', 'absent', 'etablir absent'].map(finds)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('is narrowed by each filter and by all of them together', () => {
    const wanted = aTask({ team: 'A', owner: 'B', tags: ['c'], status: 'doing', priority: 'high' });
    const others = [
      aTask({ ...wanted, team: 'x' }),
      aTask({ ...wanted, owner: 'x' }),
      aTask({ ...wanted, tags: [] }),
      aTask({ ...wanted, status: 'todo' }),
      aTask({ ...wanted, priority: 'low' }),
    ];
    const filter = {
      q: '',
      team: 'A',
      owner: 'B',
      tag: 'c',
      status: 'doing',
      priority: 'high',
    } as const;
    expect(narrowed([...others, wanted], filter)).toEqual([wanted]);
  });

  it.each([
    ['2025-02-09', 'late'],
    ['2025-02-10', 'today'],
    ['2025-02-11', 'week'],
    ['2025-02-16', 'week'],
    ['2025-02-17', 'next'],
    ['2025-02-23', 'next'],
    ['2025-02-24', 'later'],
    [null, 'none'],
  ])('a task due on %s stands under « %s » on Monday 10 February', (dueOn, group) => {
    expect(dueGroupOf(aTask({ dueOn }), today)).toBe(group);
  });

  it('puts what has no value in the last group, and a task of several tags in one', () => {
    const words = { due: String, status: String, priority: String, none: () => 'aucune' };
    const groupOf = groupedBy('tag', today, new Map(), words);
    expect([groupOf?.(aTask({ tags: ['b', 'a'] })), groupOf?.(aTask())]).toEqual([
      { id: 'a', label: 'a', order: 'a' },
      { id: '', label: 'aucune', order: '\uffff' },
    ]);
  });

  it('sorts by day, then by urgency, then by title', () => {
    const tasks = [
      aTask({ title: 'z', dueOn: null }),
      aTask({ title: 'b', dueOn: today }),
      aTask({ title: 'a', dueOn: today }),
      aTask({ title: 'y', dueOn: today, priority: 'high' }),
      aTask({ title: 'x', dueOn: '2025-02-09', priority: 'low' }),
    ];
    expect(tasks.sort(byDue).map(({ title }) => title)).toEqual(['x', 'y', 'a', 'b', 'z']);
  });

  it('suggests each value once, in order', () => {
    const tasks = [aTask({ tags: ['été', 'b'] }), aTask({ tags: ['b'] }), aTask()];
    expect(usedValues(tasks, ({ tags }) => tags)).toEqual(['b', 'été']);
  });
});

describe('numbers as people write them', () => {
  it.each([
    ['1 h 30', 90],
    ['1h30', 90],
    ['1\u202fh\u202f30', 90],
    ['1:05', 65],
    ['1,5 h', 90],
    ['2 h', 120],
    ['45 min', 45],
    ['90', 90],
    ['0', 0],
    ['une heure', null],
    ['', null],
    ['-5', null],
  ])('« %s » is %s minutes', (text, minutes) => expect(parseMinutes(text)).toBe(minutes));

  it.each([
    ['12', 12],
    ['1 200', 1200],
    ['−7', -7],
    ['1,5', null],
    ['douze', null],
  ])('« %s » is the whole number %s', (text, value) => expect(parseInteger(text)).toBe(value));
});

describe('keys', () => {
  it('act alone, and leave Ctrl to the program', () => {
    const press = (key: string, ctrlKey = false) =>
      taskKeyOf({ key, ctrlKey, metaKey: false, altKey: false });
    expect([press('d'), press('+'), press('q'), press('d', true)]).toEqual(['done', 'later', null, null]);
  });
});

describe('the axis of the timeline', () => {
  it('begins on a Monday, holds every day given, and today when it is near', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -200, max: 200 }), { minLength: 1, maxLength: 20 }),
        fc.constantFrom('day', 'week', 'month'),
        (offsets, zoom) => {
          const days = offsets.map((offset) => addDays(today, offset));
          const scale = scaleOf(days, today, zoom);
          const at = scale.at(days[0] ?? today);
          expect(days.every(scale.holds)).toBe(true);
          expect(new Date(`${scale.first}T00:00Z`).getUTCDay()).toBe(1);
          expect(scale.dayAt(at)).toBe(days[0]);
        },
      ),
    );
  });

  it('is never longer than a few years, whatever was mistyped', () => {
    const scale = scaleOf(['1950-01-01', today, '2190-01-01'], today, 'day');
    expect([scale.days <= 1_500, scale.holds(today)]).toEqual([true, true]);
  });

  it('shades weekends and holidays, and holidays alone when days are narrow', () => {
    const holiday = aPeriod({ firstOn: '2025-02-12', lastOn: '2025-02-12' });
    const closing = workCalendarOf({ workingWeekdays: [1, 2, 3, 4, 5] }, [holiday]);
    const shaded = (zoom: 'day' | 'month'): string[] => {
      const scale = scaleOf([today], today, zoom);
      const week = stretchOf(scale, scale.at(today), 7 * scale.dayWidth);
      return closedRuns(scale, week, closing).map(
        ({ from, to }) => `${addDays(scale.first, from)} ${to - from}`,
      );
    };
    expect(shaded('day')).toEqual(['2025-02-12 1', '2025-02-15 2']);
    expect(shaded('month')).toEqual(['2025-02-12 1']);
  });

  it('tells together the names of dates that would stand on each other', () => {
    const marks = [
      { at: 200, name: 'Ouverture' },
      { at: 188, name: 'Montage' },
      { at: 500, name: 'Rapport' },
    ];
    expect(joinedMarks(marks, 6)).toEqual([
      { at: 188, words: 'Montage · Ouverture' },
      { at: 500, words: 'Rapport' },
    ]);
  });
});

describe('the rows of the timeline', () => {
  it('stand in the order of the work, from the day it must begin; teams when asked, the nameless last', () => {
    const tasks = [
      aTask({ title: 'longue', dueOn: '2025-02-14', durationDays: 5, team: 'B' }),
      aTask({ title: 'courte', dueOn: '2025-02-12', team: '' }),
      aTask({ title: 'sans date' }),
      aTask({ title: 'abandonnée', dueOn: today, status: 'dropped' }),
      aTask({ title: 'autre', dueOn: '2025-02-13', team: 'A' }),
    ];
    const bars = barsOf(tasks, calendar);
    expect(bars.map(({ task, startsOn }) => [task.title, startsOn])).toEqual([
      ['longue', '2025-02-10'],
      ['courte', '2025-02-12'],
      ['autre', '2025-02-13'],
    ]);
    const rows = rowsOf(bars, true, 'Sans équipe');
    expect(rows.map((row) => (row.kind === 'team' ? row.label : row.bar.task.title))).toEqual([
      'A',
      'autre',
      'B',
      'longue',
      'Sans équipe',
      'courte',
    ]);
  });

  it('count the margin, and what hangs on what, within each event’s own plan', () => {
    const event = anEvent();
    const first = aTask({ eventId: event.id, dueOn: '2025-02-17' });
    const waiting = aTask({ eventId: event.id, dueOn: '2025-02-20', dependsOn: [first.id] });
    const beside = aTask({ eventId: event.id, dueOn: '2025-02-11' });
    const elsewhere = aTask({ dueOn: '2025-12-01' });
    const { slack, critical } = marginsOf(
      [first, waiting, beside, elsewhere],
      new Map([[event.id, event]]),
      calendar,
    );
    const of = [first, waiting, beside, elsewhere].map(({ id }) => [slack.get(id), critical.has(id)]);
    expect(of).toEqual([
      [3, true],
      [0, true],
      [7, false],
      [0, true],
    ]);
  });
});

describe('a printed list', () => {
  /** Each group as the heights of its rows, after its heading or, when it has no name, without one. */
  const linesOf = (groups: readonly { heading: number | null; rows: readonly number[] }[]): PrintedLine[] =>
    groups.flatMap(({ heading, rows }, group) => [
      ...(heading === null ? [] : [{ kind: 'heading', group, height: heading } as const]),
      ...rows.map((height) => ({ kind: 'row', group, height }) as const),
    ]);
  const heights = fc.integer({ min: 1, max: 40 });
  const groups = fc.array(
    fc.record({
      heading: fc.option(heights),
      rows: fc.array(heights, { minLength: 1, maxLength: 12 }),
    }),
    { maxLength: 8 },
  );

  it('cuts no line, loses none, keeps to the room there is and leaves no heading alone', () => {
    fc.assert(
      fc.property(groups, (drawn) => {
        const lines = linesOf(drawn);
        const pages = pageRows(lines, { firstRoom: 80, room: 100, headingHeight: 10 });
        expect(pages.flatMap(({ from, to }) => lines.slice(from, to))).toEqual(lines);
        pages.forEach(({ from, to, continues }, index) => {
          const used = lines.slice(from, to).reduce((sum, { height }) => sum + height, 0);
          const room = (index === 0 ? 80 : 100) - (continues === null ? 0 : 10);
          expect(used).toBeLessThanOrEqual(room);
          expect(lines[to - 1]?.kind).toBe('row');
        });
      }),
    );
  });

  it('repeats the heading of a group that goes on over the page', () => {
    const lines = linesOf([{ heading: 10, rows: [40, 40, 40] }]);
    expect(pageRows(lines, { firstRoom: 100, room: 100, headingHeight: 10 })).toEqual([
      { from: 0, to: 3, continues: null },
      { from: 3, to: 4, continues: 0 },
    ]);
  });
});

describe('a template on an event that has a plan', () => {
  const event = anEvent();
  const template = aTemplate({
    tasks: [
      aTemplateTask({ key: 'a', title: 'Réserver la salle' }),
      aTemplateTask({ key: 'b', title: 'Envoyer l’invitation', dependsOn: ['a'] }),
    ],
  });
  const own = aTask({ eventId: event.id, title: 'RESERVER LA SALLE' });
  const applied = appliedTemplate(template, event, [own], calendar, anId, '2025-02-10T00:00Z');

  it('leaves out what is there already, and has the rest wait for the event’s own', () => {
    const added = addedTasks(applied, [own], false);
    expect(added.map(({ title, dependsOn }) => [title, dependsOn])).toEqual([
      ['Envoyer l’invitation', [own.id]],
    ]);
  });

  it('adds everything when asked, each waiting for its fellow', () => {
    const added = addedTasks(applied, [own], true);
    expect(added.map(({ title }) => title)).toEqual(['Réserver la salle', 'Envoyer l’invitation']);
    expect(added[1]?.dependsOn).toEqual([added[0]?.id]);
    expect(daysBetween(added[0]?.dueOn ?? today, '2025-02-22')).toBeGreaterThanOrEqual(30);
  });
});
