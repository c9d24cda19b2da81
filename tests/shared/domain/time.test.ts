import {
  addDays,
  clockTimeOf,
  dayOf,
  daysBetween,
  daySchema,
  firstDay,
  instantOf,
  instantOnOrAfter,
  instantSchema,
  lastDay,
  lastDayOf,
  shiftInstant,
  shiftSpan,
  weekdayOf,
} from '@shared/domain/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const zones = [
  'Pacific/Noumea',
  'Europe/Paris',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'UTC',
];
const anyZone = fc.constantFrom(...zones);
const anyDay = fc
  .integer({ min: daysBetween(firstDay, '1975-01-01'), max: daysBetween(firstDay, '2190-01-01') })
  .map((days) => addDays(firstDay, days));
const anyTime = fc
  .integer({ min: 0, max: 1_439 })
  .map((minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`);

describe('days', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2025-01-01', -1, '2024-12-31'],
    ['2025-03-30', 0, '2025-03-30'],
    ['2000-02-29', 366, '2001-03-01'],
  ])('%s and %i days are %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(days);
    expect(daysBetween(expected, day)).toBe(days === 0 ? 0 : -days);
  });

  it.each([
    ['2025-02-22', 6],
    ['2025-02-23', 7],
    ['2025-02-24', 1],
  ])('%s is weekday %i, Monday first', (day, expected) => {
    expect(weekdayOf(day)).toBe(expected);
  });

  it('exist or are refused', () => {
    const accepted = ['2024-02-29', firstDay, lastDay];
    const refused = [
      '2025-02-29',
      '2025-04-31',
      '2025-13-01',
      '2025-00-10',
      '1899-12-31',
      '2200-01-01',
      '25-1-1',
    ];
    expect(accepted.filter((day) => !daySchema.safeParse(day).success)).toEqual([]);
    expect(refused.filter((day) => daySchema.safeParse(day).success)).toEqual([]);
  });

  it('are counted back by the number that was added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5_000, max: 3_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day));
      }),
    );
  });
});

describe('clock times', () => {
  it.each([
    ['the hour before summer time', '2025-03-30', '01:59', 'Europe/Paris', '2025-03-30T00:59Z'],
    ['the first minute of summer time', '2025-03-30', '03:00', 'Europe/Paris', '2025-03-30T01:00Z'],
    ['of an hour that comes twice, the first', '2025-10-26', '02:30', 'Europe/Paris', '2025-10-26T00:30Z'],
    ['the minute after it', '2025-10-26', '03:00', 'Europe/Paris', '2025-10-26T02:00Z'],
    ['a quarter-hour zone', '2025-02-22', '09:00', 'Asia/Kathmandu', '2025-02-22T03:15Z'],
    ['a zone without summer time', '2025-02-22', '09:00', 'Pacific/Noumea', '2025-02-21T22:00Z'],
  ])('are a moment: %s', (_, day, time, zone, expected) => {
    expect(instantOf(day, time, zone)).toBe(expected);
    expect(instantOnOrAfter(day, time, zone)).toBe(expected);
  });

  it.each([
    ['a skipped hour', '2025-03-30', '02:30', 'Europe/Paris', '2025-03-30T01:00Z'],
    ['its first minute', '2025-03-30', '02:00', 'Europe/Paris', '2025-03-30T01:00Z'],
    ['a skipped half-hour', '2025-10-05', '02:15', 'Australia/Lord_Howe', '2025-10-04T15:30Z'],
    ['a skipped midnight', '2025-09-07', '00:30', 'America/Santiago', '2025-09-07T04:00Z'],
    ['a skipped day', '2011-12-30', '10:00', 'Pacific/Apia', '2011-12-30T10:00Z'],
  ])(
    'that never come are refused when typed, and put after the gap when computed: %s',
    (_, day, time, zone, after) => {
      expect(instantOf(day, time, zone)).toBeNull();
      expect(instantOnOrAfter(day, time, zone)).toBe(after);
    },
  );

  it('read back as they were written, in any zone, or are a valid later moment', () => {
    fc.assert(
      fc.property(anyDay, anyTime, anyZone, (day, time, zone) => {
        const exact = instantOf(day, time, zone);
        const computed = instantOnOrAfter(day, time, zone);
        expect(instantSchema.safeParse(computed).success).toBe(true);
        const read = `${dayOf(computed, zone)} ${clockTimeOf(computed, zone)}`;
        expect([
          exact ?? computed,
          exact === null ? read > `${day} ${time}` : read === `${day} ${time}`,
        ]).toEqual([computed, true]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('carrying a moment along', () => {
  it('keeps its clock time across summer time', () => {
    expect(shiftInstant('2025-03-29T08:00Z', 1, 'Europe/Paris')).toBe('2025-03-30T07:00Z');
    expect(shiftInstant('2025-10-25T07:00Z', 1, 'Europe/Paris')).toBe('2025-10-26T08:00Z');
    expect(shiftInstant('2025-02-21T22:00Z', 14, 'Pacific/Noumea')).toBe('2025-03-07T22:00Z');
  });

  it('keeps a span its length where the clocks would leave nothing of it', () => {
    const night = { startsAt: '2025-03-29T01:00Z', endsAt: '2025-03-29T02:00Z' };
    expect(shiftSpan(night, 1, 'Europe/Paris')).toEqual({
      startsAt: '2025-03-30T01:00Z',
      endsAt: '2025-03-30T02:00Z',
    });
    expect(shiftSpan(night, 2, 'Europe/Paris')).toEqual({
      startsAt: '2025-03-31T00:00Z',
      endsAt: '2025-03-31T01:00Z',
    });
  });

  it('ends what closes at midnight on the day before', () => {
    expect(lastDayOf('2025-02-22T13:00Z', 'Pacific/Noumea')).toBe('2025-02-22');
    expect(lastDayOf('2025-02-22T13:01Z', 'Pacific/Noumea')).toBe('2025-02-23');
  });
});

function two(value: number): string {
  return String(value).padStart(2, '0');
}
