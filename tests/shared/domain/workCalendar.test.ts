import { addDays, daysBetween, firstDay, lastDay } from '@shared/domain/time';
import { workCalendarOf } from '@shared/domain/workCalendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPeriod, someSettings } from '../../support/builders';

const mayDay = aPeriod({ name: 'Fête du Travail', firstOn: '2025-05-01', lastOn: '2025-05-01' });
const closure = aPeriod({
  kind: 'closedPeriod',
  name: 'Fermeture',
  firstOn: '2025-12-22',
  lastOn: '2026-01-04',
});
const schoolBreak = aPeriod({ kind: 'schoolBreak', firstOn: '2025-06-07', lastOn: '2025-06-22' });
const calendar = workCalendarOf(someSettings(), [mayDay, closure, schoolBreak]);

const anyDay = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2024-01-01', days));
const anyCalendar = fc
  .record({
    workingWeekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    periods: fc.array(fc.tuple(anyDay, fc.integer({ min: 0, max: 60 })), { maxLength: 12 }),
  })
  .map(({ workingWeekdays, periods }) =>
    workCalendarOf(
      { workingWeekdays },
      periods.map(([firstOn, days]) =>
        aPeriod({ kind: 'closedPeriod', firstOn, lastOn: addDays(firstOn, days) }),
      ),
    ),
  );

describe('a working day', () => {
  it.each([
    ['a Friday', '2025-05-02', null],
    ['a Saturday', '2025-05-03', 'weekend'],
    ['a Sunday', '2025-05-04', 'weekend'],
    ['a public holiday', '2025-05-01', mayDay],
    ['the day before a closed period', '2025-12-19', null],
    ['the first day of a closed period', '2025-12-22', closure],
    ['the last day of a closed period, a Sunday', '2026-01-04', closure],
    ['the day after a closed period', '2026-01-05', null],
    ['a school break, which is worked', '2025-06-10', null],
  ])('or why it is not: %s', (_, day, expected) => {
    expect(calendar.whyClosed(day)).toEqual(expected);
    expect(calendar.isWorkingDay(day)).toBe(expected === null);
  });

  it('follows the week of the settings', () => {
    const weekends = workCalendarOf(someSettings({ workingWeekdays: [6, 7] }), []);
    expect(['2025-05-02', '2025-05-03', '2025-05-04', '2025-05-05'].map(weekends.isWorkingDay)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('looking for a working day', () => {
  it.each([
    ['2025-04-30', '2025-04-30', '2025-04-30'],
    ['2025-05-01', '2025-04-30', '2025-05-02'],
    ['2025-05-03', '2025-05-02', '2025-05-05'],
    ['2025-12-25', '2025-12-19', '2026-01-05'],
  ])('from %s finds %s before and %s after', (day, before, after) => {
    expect([calendar.onOrBefore(day), calendar.onOrAfter(day)]).toEqual([before, after]);
  });

  it('leaps over a closure of many years', () => {
    const long = workCalendarOf(someSettings(), [
      aPeriod({ kind: 'closedPeriod', firstOn: '2025-01-01', lastOn: '2060-12-31' }),
    ]);
    expect([long.onOrBefore('2030-01-01'), long.onOrAfter('2030-01-01')]).toEqual([
      '2024-12-31',
      '2061-01-03',
    ]);
    expect(long.addWorkingDays('2030-01-01', 2)).toBe('2061-01-04');
  });

  it('leaves a day where it is when everything is closed', () => {
    const closed = workCalendarOf(someSettings(), [
      aPeriod({ kind: 'closedPeriod', firstOn: firstDay, lastOn: lastDay }),
    ]);
    const day = '2025-05-05';
    expect([
      closed.onOrAfter(day),
      closed.onOrBefore(day),
      closed.addWorkingDays(day, 5),
      closed.addWorkingDays(day, -5),
      closed.workingDaysBetween(day, '2030-01-01'),
    ]).toEqual([day, day, day, day, 0]);
  });

  it('stops at the ends of the calendar, never on the wrong side', () => {
    expect(calendar.addWorkingDays('2199-12-30', 5)).toBe('2199-12-31');
    expect(calendar.addWorkingDays('2199-12-31', 1)).toBe('2199-12-31');
    expect(calendar.addWorkingDays('1900-01-02', -5)).toBe('1900-01-01');
    expect(calendar.onOrAfter('2205-01-01')).toBe('2199-12-31');
  });
});

describe('counting working days', () => {
  it.each([
    ['2025-04-30', 0, '2025-04-30'],
    ['2025-05-03', 0, '2025-05-03'],
    ['2025-04-30', 1, '2025-05-02'],
    ['2025-05-02', 1, '2025-05-05'],
    ['2025-05-03', 1, '2025-05-05'],
    ['2025-05-05', -1, '2025-05-02'],
    ['2025-05-04', -1, '2025-05-02'],
    ['2025-05-02', -1, '2025-04-30'],
    ['2025-12-19', 1, '2026-01-05'],
    ['2026-01-05', -1, '2025-12-19'],
  ])('from %s, %i gives %s', (day, count, expected) => {
    expect(calendar.addWorkingDays(day, count)).toBe(expected);
  });

  it.each([
    ['2025-05-05', '2025-05-05', 0],
    ['2025-04-30', '2025-05-02', 1],
    ['2025-05-02', '2025-05-04', 0],
    ['2025-05-02', '2025-05-05', 1],
    ['2025-05-05', '2025-05-02', -1],
    ['2025-05-04', '2025-05-02', -1],
    ['2025-05-04', '2025-05-03', 0],
  ])('from %s to %s there are %i', (from, to, expected) => {
    expect(calendar.workingDaysBetween(from, to)).toBe(expected);
  });

  it('agrees with counting day by day, whatever is closed', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyDay, (drawn, from, to) => {
        const step = from <= to ? 1 : -1;
        let count = 0;
        for (let day = from; day !== to;) {
          day = addDays(day, step);
          if (drawn.whyClosed(day) === null) count += step;
        }
        expect(drawn.workingDaysBetween(from, to)).toBe(count);
      }),
      { numRuns: 50 },
    );
  });

  it('lands on a working day, and finds its way back', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: -300, max: 300 }), (drawn, from, count) => {
        const found = drawn.addWorkingDays(from, count);
        expect([
          count === 0 || drawn.isWorkingDay(found),
          drawn.workingDaysBetween(from, found),
          Math.sign(daysBetween(from, found)),
        ]).toEqual([true, count, Math.sign(count)]);
        const start = drawn.onOrAfter(from);
        expect(drawn.addWorkingDays(drawn.addWorkingDays(start, count), -count)).toBe(start);
      }),
      { numRuns: 50 },
    );
  });
});
