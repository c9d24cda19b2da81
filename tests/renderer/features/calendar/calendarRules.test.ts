import { occurrencesOf } from '@shared/domain/repetition';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Task } from '@shared/domain/task';
import { instantOf } from '@shared/domain/time';
import {
  addMonths,
  rangeText,
  stepped,
  titleOf,
  visibleRange,
  weekNumber,
} from '@renderer/features/calendar/calendarGrid';
import { daysRow, fitCell, indexItems, segmentsOn } from '@renderer/features/calendar/dayBuckets';
import { afterKey } from '@renderer/features/calendar/moves/keyboardMove';
import { movementOf } from '@renderer/features/calendar/moves/movement';
import {
  countItems,
  itemsOf,
  matching,
  onLayers,
  type PlanningItem,
} from '@renderer/features/calendar/planningItems';
import { planningFormats, planningLocalizer } from '@renderer/features/calendar/planningLocalizer';
import {
  clockOfWall,
  dateOfWall,
  dayNumberOf,
  dayOfWall,
  instantOfWall,
  wallAt,
  wallOf,
  wallOfClock,
  wallOfDate,
  wallSpan,
} from '@renderer/features/calendar/wallTime';
import { densityOf } from '@renderer/features/calendar/yearDensity';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anEvent, aPeriod, aTask } from '../../../support/builders';

const today = '2025-02-10';

function items(
  events: PlannedEvent[],
  tasks: Task[] = [],
  firstOn = '2025-01-01',
  lastOn = '2025-12-31',
): PlanningItem[] {
  const occurrences = events.flatMap((event) => occurrencesOf(event, firstOn, lastOn));
  return itemsOf(occurrences, tasks, new Map(events.map((event) => [event.id, event])), today);
}

function ofKind(kind: PlanningItem['kind'], events: PlannedEvent[], tasks: Task[] = []): PlanningItem {
  const found = items(events, tasks).find((item) => item.kind === kind);
  if (!found) throw new Error(kind);
  return found;
}

/** In Paris unless told: 23:00 to 01:00 and the like. */
function aNight(
  day: string,
  opens: string,
  closesDay: string,
  closes: string,
  fields: Partial<PlannedEvent> = {},
): PlannedEvent {
  const zone = fields.timeZone ?? 'Europe/Paris';
  return anEvent({
    timeZone: zone,
    opensAt: instantOf(day, opens, zone) ?? '',
    closesAt: instantOf(closesDay, closes, zone) ?? '',
    setUp: null,
    teardown: null,
    reportDueOn: null,
    ...fields,
  });
}

describe('clocks of a place', () => {
  test.each([
    ['2025-02-21T22:00Z', 'Pacific/Noumea', '2025-02-22', '09:00'],
    ['2025-03-30T00:59Z', 'Europe/Paris', '2025-03-30', '01:59'],
    ['2025-03-30T01:00Z', 'Europe/Paris', '2025-03-30', '03:00'],
    ['2025-10-26T00:30Z', 'Europe/Paris', '2025-10-26', '02:30'],
    ['2025-10-26T01:30Z', 'Europe/Paris', '2025-10-26', '02:30'],
  ])('%s in %s is %s at %s', (instant, zone, day, clock) => {
    const wall = wallOf(instant, zone);
    expect([dayOfWall(wall), clockOfWall(wall)]).toEqual([day, clock]);
  });

  test('an hour that is skipped gives the first moment after it', () => {
    expect(instantOfWall(wallOfClock('2025-03-30', '02:30'), 'Europe/Paris')).toBe('2025-03-30T01:00Z');
  });

  test('an hour that comes twice gives the first one', () => {
    expect(instantOfWall(wallOfClock('2025-10-26', '02:30'), 'Europe/Paris')).toBe('2025-10-26T00:30Z');
  });

  test('what ends in the second of two equal hours does not end before it began', () => {
    const { from, to } = wallSpan(
      { startsAt: '2025-10-26T00:45Z', endsAt: '2025-10-26T01:15Z' },
      'Europe/Paris',
    );
    expect(to - from).toBe(30);
  });

  test('there and back gives the same moment, wherever the clocks do not go back', () => {
    const zones = fc.constantFrom(
      'Europe/Paris',
      'Pacific/Noumea',
      'America/New_York',
      'Australia/Lord_Howe',
      'UTC',
    );
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 60 * 24 * 366 * 2 }), (zone, minutes) => {
        const instant = new Date(Date.UTC(2025, 0, 1) + minutes * 60_000).toISOString().slice(0, 16) + 'Z';
        const back = instantOfWall(wallOf(instant, zone), zone);
        expect(wallOf(back, zone)).toBe(wallOf(instant, zone));
        expect(back <= instant).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('a day of the calendar library has 24 hours, whatever the clocks of this machine do', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 366 * 3 }),
        fc.integer({ min: 0, max: 1_439 }),
        (days, minutes) => {
          const midnight = wallAt('2025-01-01') + days * 1_440;
          const date = dateOfWall(midnight + minutes);
          const start = planningLocalizer.startOf(date, 'day');
          expect(wallOfDate(start)).toBe(midnight);
          expect(planningLocalizer.getMinutesFromMidnight(date)).toBe(minutes);
          expect(planningLocalizer.diff(start, planningLocalizer.add(start, 1, 'day'), 'minutes')).toBe(
            1_440,
          );
          expect(wallOfDate(planningLocalizer.getSlotDate(date, 0, minutes))).toBe(midnight + minutes);
        },
      ),
    );
  });

  test('weeks of the library begin on Monday in both languages', () => {
    const saturday = dateOfWall(wallAt('2025-02-22'));
    expect(dayOfWall(wallOfDate(planningLocalizer.startOf(saturday, 'week' as never)))).toBe('2025-02-17');
    expect([planningLocalizer.startOfWeek('fr'), planningLocalizer.startOfWeek('en')]).toEqual([1, 1]);
  });
});

describe('what the library writes', () => {
  const range = {
    start: dateOfWall(wallOfClock('2025-02-22', '09:00')),
    end: dateOfWall(wallOfClock('2025-02-22', '17:30')),
  };
  const write = (
    language: 'fr' | 'en',
    name: 'eventTimeRangeFormat' | 'dayRangeHeaderFormat',
    value = range,
  ) => {
    const format = planningFormats(language)[name];
    return typeof format === 'function' ? format(value) : '';
  };

  test('hours in French have their h, in English their colon', () => {
    expect(write('fr', 'eventTimeRangeFormat')).toBe('9\u202fh – 17\u202fh\u202f30');
    expect(write('en', 'eventTimeRangeFormat')).toBe('09:00 – 17:30');
  });

  test('a week says once what its ends share', () => {
    const week = { start: dateOfWall(wallAt('2025-02-24')), end: dateOfWall(wallAt('2025-03-02')) };
    expect(write('fr', 'dayRangeHeaderFormat', week)).toBe('24 février – 2 mars 2025');
    expect(rangeText('2025-02-17', '2025-02-23', 'fr')).toBe('17 – 23 février 2025');
    expect(rangeText('2025-12-29', '2026-01-04', 'en')).toBe('29 December 2025 – 4 January 2026');
  });
});

describe('periods', () => {
  test('titles in French and English', () => {
    expect(titleOf('month', '2025-02-10', 'fr')).toBe('Février 2025');
    expect(titleOf('day', '2025-03-01', 'fr')).toBe('Samedi 1ᵉʳ mars 2025');
    expect(titleOf('week', '2025-02-22', 'en')).toBe('17 – 23 February 2025');
    expect(titleOf('year', '2025-02-22', 'en')).toBe('2025');
  });

  test('a month is drawn in whole weeks, a list in its own days', () => {
    expect(visibleRange('month', '2025-02-10')).toEqual({ firstOn: '2025-01-27', lastOn: '2025-03-02' });
    expect(visibleRange('agenda', '2025-02-10')).toEqual({ firstOn: '2025-02-01', lastOn: '2025-02-28' });
  });

  test('from the last of January a month on is the last of February', () => {
    expect(stepped('month', '2025-01-31', 1)).toBe('2025-02-28');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(stepped('month', '2025-12-15', 1)).toBe('2026-01-15');
    expect(stepped('month', '2026-01-15', -1)).toBe('2025-12-15');
  });

  test('the calendar ends with its years', () => {
    expect(stepped('year', '2199-05-01', 1)).toBe('2199-05-01');
    expect(stepped('month', '1900-01-10', -1)).toBe('1900-01-10');
  });

  test.each([
    ['2024-12-30', 1],
    ['2025-01-01', 1],
    ['2025-02-22', 8],
    ['2026-12-31', 53],
    ['2027-01-03', 53],
    ['2027-01-04', 1],
  ])('%s is in week %i', (day, week) => {
    expect(weekNumber(day)).toBe(week);
  });
});

describe('blocks', () => {
  test('an event gives its set-up, its opening and its teardown', () => {
    const [setUp, opening, teardown] = items([anEvent()]);
    expect(
      [setUp, opening, teardown].map(
        (item) => item && [item.kind, dayOfWall(item.from), clockOfWall(item.from)],
      ),
    ).toEqual([
      ['setUp', '2025-02-21', '13:00'],
      ['opening', '2025-02-22', '09:00'],
      ['teardown', '2025-02-22', '17:00'],
    ]);
  });

  test('each stands in the zone of its event', () => {
    const opening = ofKind('opening', [aNight('2025-06-14', '20:00', '2025-06-14', '23:00')]);
    expect([dayOfWall(opening.from), clockOfWall(opening.from), clockOfWall(opening.to)]).toEqual([
      '2025-06-14',
      '20:00',
      '23:00',
    ]);
  });

  test('a weekly meeting keeps its hour when summer time begins', () => {
    const meeting = aNight('2025-03-24', '14:00', '2025-03-24', '15:00', {
      kind: 'meeting',
      repetition: {
        frequency: 'weekly',
        every: 1,
        untilOn: '2025-04-07',
        exceptions: [{ kind: 'skipped', on: '2025-03-31' }],
      },
    });
    expect(items([meeting]).map(({ from }) => `${dayOfWall(from)} ${clockOfWall(from)}`)).toEqual([
      '2025-03-24 14:00',
      '2025-04-07 14:00',
    ]);
  });

  test('a task is late the day after its due day, and never when its event is cancelled', () => {
    const cancelled = anEvent({ status: 'cancelled' });
    const states = items(
      [cancelled],
      [
        aTask({ title: 'hier', dueOn: '2025-02-09' }),
        aTask({ title: 'ce jour', dueOn: '2025-02-10' }),
        aTask({ title: 'faite', dueOn: '2025-02-01', status: 'done', doneOn: '2025-02-01' }),
        aTask({ title: 'sans objet', dueOn: '2025-02-01', eventId: cancelled.id }),
      ],
    ).flatMap((item) => (item.kind === 'task' ? [[item.title, item.state, item.isMovable]] : []));
    expect(states).toEqual([
      ['hier', 'late', true],
      ['ce jour', 'open', true],
      ['faite', 'done', false],
      ['sans objet', 'open', true],
    ]);
  });

  test('filters: words without accents, kind for events and their tasks, team for tasks alone', () => {
    const day = anEvent();
    const stand = anEvent({ name: 'Stand', kind: 'stand', role: 'participant', setUp: null, teardown: null });
    const all = items(
      [day, stand],
      [aTask({ eventId: stand.id, title: 'Badges', team: 'Accueil', dueOn: '2025-02-20' })],
    );
    const none = { text: '', kind: null, role: null, status: null, team: null };
    const titles = (list: readonly PlanningItem[]) => list.map(({ title }) => title);
    expect(titles(matching(all, { ...none, text: 'journee DES' }))).toEqual(
      Array(3).fill('Journée des activités'),
    );
    expect(titles(matching(all, { ...none, kind: 'stand' }))).toEqual(['Stand', 'Badges']);
    expect(titles(matching(all, { ...none, team: 'Scène' }))).toEqual([
      ...Array(3).fill('Journée des activités'),
      'Stand',
    ]);
    expect(titles(onLayers(all, new Set(['own', 'tasks'])))).toEqual(['Stand']);
    expect(onLayers(all, new Set(['setUp'])).map(({ kind }) => kind)).toEqual(['opening', 'opening', 'task']);
  });

  test('the summary counts what touches the period', () => {
    const all = items(
      [
        anEvent(),
        anEvent({ role: 'participant' }),
        aNight('2025-02-05', '09:00', '2025-02-05', '10:00', { kind: 'training' }),
      ],
      [aTask({ dueOn: '2025-02-01' }), aTask({ dueOn: '2025-03-01' })],
    );
    const counts = countItems(all, dayNumberOf('2025-02-01'), dayNumberOf('2025-02-28'));
    expect(counts).toEqual({ own: 1, takingPart: 1, meetings: 1, trainings: 1, setUp: 4, tasks: 1, late: 1 });
  });
});

describe('days', () => {
  test('hours come before tasks, late tasks before the others, done ones last', () => {
    const index = indexItems(
      items(
        [anEvent({ setUp: null, teardown: null })],
        [
          aTask({ title: 'faite', dueOn: '2025-02-22', status: 'done', doneOn: '2025-02-20' }),
          aTask({ title: 'basse', dueOn: '2025-02-22', priority: 'low' }),
          aTask({ title: 'haute', dueOn: '2025-02-22', priority: 'high' }),
        ],
      ),
    );
    expect(index.blocksOn(dayNumberOf('2025-02-22')).map(({ title }) => title)).toEqual([
      'Journée des activités',
      'haute',
      'basse',
      'faite',
    ]);
  });

  test('a night of two hours is a block of its first day, and no bar', () => {
    const index = indexItems(items([aNight('2025-02-21', '23:00', '2025-02-22', '01:00')]));
    const row = daysRow('2025-02-17', 7, index, []);
    expect(row.bars).toEqual([]);
    expect(row.cells.map(({ count }) => count)).toEqual([0, 0, 0, 0, 1, 0, 0]);
  });

  test('holidays of several days and long events lie in lanes; a holiday of one day is a mark', () => {
    const index = indexItems(items([aNight('2025-02-19', '09:00', '2025-02-21', '17:00')]));
    const row = daysRow('2025-02-17', 7, index, [
      aPeriod({ kind: 'schoolBreak', name: 'Vacances', firstOn: '2025-02-10', lastOn: '2025-02-19' }),
      aPeriod({ name: 'Férié', firstOn: '2025-02-21', lastOn: '2025-02-21' }),
    ]);
    expect(
      row.bars.map(({ what, column, span, lane, beginsBefore }) => [
        what.kind,
        column,
        span,
        lane,
        beginsBefore,
      ]),
    ).toEqual([
      ['period', 0, 3, 0, true],
      ['item', 2, 3, 1, false],
    ]);
    expect(row.cells[4]?.marks.map(({ name }) => name)).toEqual(['Férié']);
  });

  test('a cell draws what fits, and counts the rest on its last line', () => {
    const tasks = (count: number) =>
      Array.from({ length: count }, (_, at) => aTask({ title: `t${at}`, dueOn: '2025-02-20' }));
    const cell = (count: number) =>
      daysRow('2025-02-20', 1, indexItems(items([], tasks(count))), []).cells[0]!;
    expect(fitCell(cell(2), [], 0, 4)).toEqual({ lanes: 0, blocks: 2, hidden: 0, isRoomy: true });
    expect(fitCell(cell(4), [], 0, 4)).toEqual({ lanes: 0, blocks: 4, hidden: 0, isRoomy: false });
    expect(fitCell(cell(5), [], 0, 4)).toEqual({ lanes: 0, blocks: 3, hidden: 2, isRoomy: false });
    expect(fitCell(cell(5), [0], 1, 4)).toEqual({ lanes: 1, blocks: 2, hidden: 3, isRoomy: false });
  });

  test('nothing is lost between what is drawn and what is counted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 5 }),
        (count, lines, lanes) => {
          const list = Array.from({ length: count }, (_, at) =>
            aTask({ title: `t${at}`, dueOn: '2025-02-20' }),
          );
          const cell = daysRow('2025-02-20', 1, indexItems(items([], list)), []).cells[0]!;
          const lanesHere = Array.from({ length: lanes }, (_, lane) => lane);
          const fit = fitCell(cell, lanesHere, lanes, lines);
          const lanesHidden = lanesHere.filter((lane) => lane >= fit.lanes).length;
          expect(fit.blocks + fit.hidden).toBe(count + lanesHidden);
          expect(fit.lanes + fit.blocks + (fit.hidden > 0 ? 1 : 0)).toBeLessThanOrEqual(Math.max(lines, 1));
        },
      ),
    );
  });

  test('a night has a part on each of its days', () => {
    const index = indexItems(items([aNight('2025-02-21', '23:00', '2025-02-22', '01:00')]));
    const part = (day: string) =>
      segmentsOn(dayNumberOf(day), index, 4).map(({ startMinute, endMinute }) => [startMinute, endMinute]);
    expect([part('2025-02-21'), part('2025-02-22'), part('2025-02-23')]).toEqual([
      [[1_380, 1_440]],
      [[0, 60]],
      [],
    ]);
  });

  test('beside three blocks the others are counted in a strip', () => {
    const meetings = Array.from({ length: 6 }, () =>
      aNight('2025-02-21', '09:00', '2025-02-21', '10:00', { kind: 'meeting' }),
    );
    const segments = segmentsOn(dayNumberOf('2025-02-21'), indexItems(items(meetings)), 4);
    expect(segments.map(({ what }) => (what.kind === 'more' ? what.items.length : 1))).toEqual([1, 1, 1, 3]);
  });

  test('blocks of one day never lie over each other, and none is lost', () => {
    const hours = fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 20 })), {
      maxLength: 25,
    });
    const clock = (quarters: number) => clockOfWall(wallAt('2025-02-21', quarters * 15));
    fc.assert(
      fc.property(hours, (list) => {
        const events = list.map(([from, length]) =>
          aNight('2025-02-21', clock(from), '2025-02-21', clock(Math.min(95, from + length))),
        );
        const segments = segmentsOn(dayNumberOf('2025-02-21'), indexItems(items(events)), 4);
        const counted = segments.reduce(
          (sum, { what }) => sum + (what.kind === 'more' ? what.items.length : 1),
          0,
        );
        expect(counted).toBe(events.length);
        const drawn = segments.filter(({ what }) => what.kind === 'item');
        for (const one of drawn) {
          for (const other of drawn) {
            if (
              one.key >= other.key ||
              one.startMinute >= other.endMinute ||
              other.startMinute >= one.endMinute
            )
              continue;
            expect(
              one.left + one.width <= other.left + 1e-9 || other.left + other.width <= one.left + 1e-9,
            ).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the year knows its own dates and how full a day is', () => {
    const index = indexItems(
      items([anEvent()], [aTask({ dueOn: '2025-02-22' }), aTask({ dueOn: '2025-05-02' })]),
    );
    const density = densityOf('2025', index);
    expect(density.on('2025-02-22')).toEqual({ count: 3, level: 4, hasOwn: true, hasDate: true });
    expect(density.on('2025-05-02')).toEqual({ count: 1, level: 3, hasOwn: false, hasDate: false });
    expect([density.on('2025-05-03').count, density.datesIn('2025-02'), density.dates]).toEqual([0, 1, 1]);
  });
});

describe('moves', () => {
  const days = (count: number) => count * 1_440;

  test('whole days carry the event along', () => {
    const item = ofKind('opening', [anEvent()]);
    expect(movementOf(item, item.from + days(14), item.to + days(14))).toMatchObject({
      kind: 'event',
      change: { kind: 'shiftDays', days: 14 },
    });
  });

  test('other hours are a new schedule, in the zone of the event', () => {
    const item = ofKind('opening', [aNight('2025-03-29', '20:00', '2025-03-29', '23:00')]);
    expect(movementOf(item, item.from + days(1) + 60, item.to + days(1) + 60)).toMatchObject({
      kind: 'event',
      change: { kind: 'reschedule', opensAt: '2025-03-30T19:00Z', closesAt: '2025-03-30T22:00Z' },
    });
  });

  test('set-up moves alone, and the opening stays', () => {
    const event = anEvent();
    const item = ofKind('setUp', [event]);
    expect(movementOf(item, item.from - 60, item.to)).toMatchObject({
      kind: 'event',
      change: {
        kind: 'reschedule',
        opensAt: event.opensAt,
        closesAt: event.closesAt,
        setUp: { startsAt: '2025-02-21T01:00Z', endsAt: '2025-02-21T07:00Z' },
      },
    });
  });

  test('a longer event keeps the moment at which it opens, even in an hour that comes twice', () => {
    const item = ofKind('opening', [
      aNight('2025-10-26', '02:30', '2025-10-26', '05:00', {
        opensAt: '2025-10-26T01:30Z',
        closesAt: '2025-10-26T04:00Z',
      }),
    ]);
    expect(movementOf(item, item.from, item.to + 60)).toMatchObject({
      change: { opensAt: '2025-10-26T01:30Z', closesAt: '2025-10-26T05:00Z' },
    });
  });

  test('of a series, one occurrence or all by as much', () => {
    const meeting = aNight('2025-03-24', '14:00', '2025-03-24', '15:00', {
      kind: 'meeting',
      repetition: { frequency: 'weekly', every: 1, untilOn: '2025-04-14', exceptions: [] },
    });
    const third = items([meeting])[2]!;
    expect(movementOf(third, third.from + days(1), third.to + days(1))).toMatchObject({
      kind: 'series',
      one: { startsAt: '2025-04-08T12:00Z', endsAt: '2025-04-08T13:00Z' },
      all: { kind: 'shiftDays', days: 1 },
    });
    expect(movementOf(third, third.from, third.to + 30)).toMatchObject({
      one: { startsAt: '2025-04-07T12:00Z', endsAt: '2025-04-07T13:30Z' },
      all: { kind: 'reschedule', opensAt: meeting.opensAt, closesAt: '2025-03-24T14:30Z' },
    });
  });

  test('a task of a plan is pinned by a move, a loose one is not', () => {
    const event = anEvent();
    const plan = { anchor: { kind: 'opening' as const }, offsetDays: -10, unit: 'calendarDays' as const };
    const planned = ofKind('task', [event], [aTask({ eventId: event.id, dueOn: '2025-02-12', plan })]);
    const loose = ofKind('task', [], [aTask({ dueOn: '2025-02-12' })]);
    const onNext = (item: PlanningItem) => movementOf(item, item.from + days(1), item.to + days(1));
    expect(onNext(planned)).toMatchObject({
      kind: 'task',
      fields: { dueOn: '2025-02-13', isPinned: true },
      isPinnedNow: true,
    });
    expect(onNext(loose)).toMatchObject({
      kind: 'task',
      fields: { dueOn: '2025-02-13' },
      isPinnedNow: false,
    });
  });

  test('a done task does not move, nor does anything put back where it was', () => {
    const done = ofKind('task', [], [aTask({ dueOn: '2025-02-12', status: 'done', doneOn: '2025-02-11' })]);
    const opening = ofKind('opening', [anEvent()]);
    expect([
      movementOf(done, done.from + days(1), done.to + days(1)),
      movementOf(opening, opening.from, opening.to),
    ]).toEqual([{ kind: 'none' }, { kind: 'none' }]);
  });

  test('keys: day and week over days, quarter and hour over hours, the end alone with shift', () => {
    const item = ofKind('opening', [anEvent()]);
    const start = { item, from: item.from, to: item.to };
    const shift = (key: string, steps: 'days' | 'hours', isEndAlone = false) => {
      const next = afterKey(start, key, isEndAlone, steps);
      return next && [next.from - item.from, next.to - item.to];
    };
    expect(shift('ArrowDown', 'days')).toEqual([days(7), days(7)]);
    expect(shift('ArrowLeft', 'hours')).toEqual([-days(1), -days(1)]);
    expect(shift('ArrowDown', 'hours')).toEqual([15, 15]);
    expect(shift('PageUp', 'hours')).toEqual([-60, -60]);
    expect(shift('ArrowDown', 'hours', true)).toEqual([0, 15]);
    expect(shift('ArrowUp', 'days', true)).toEqual([0, 15 - (item.to - item.from)]);
    expect(shift('x', 'days')).toBeNull();
  });
});
