import { type PlannedEvent, plannedEventSchema, type Repetition } from '@shared/domain/plannedEvent';
import {
  monthsOf,
  mostOccurrences,
  occurrencesOf,
  repetitionMovedBy,
  withException,
} from '@shared/domain/repetition';
import { addDays, clockTimeOf, dayOf, daySchema, lastDayOf } from '@shared/domain/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anEvent } from '../../support/builders';

/** A meeting in Paris, 14:00 to 16:00 on its first day. */
function aMeeting(
  on: string,
  rule: Partial<Repetition> & Pick<Repetition, 'frequency'>,
  fields: Partial<PlannedEvent> = {},
): PlannedEvent {
  const winter = on < '2025-03-30' || on >= '2025-10-26';
  return anEvent({
    timeZone: 'Europe/Paris',
    opensAt: `${on}T${winter ? '13' : '12'}:00Z`,
    closesAt: `${on}T${winter ? '15' : '14'}:00Z`,
    setUp: null,
    teardown: null,
    repetition: { every: 1, untilOn: '2025-12-31', exceptions: [], ...rule },
    ...fields,
  });
}
const daysOf = (event: PlannedEvent, from = '1900-01-01', to = '2199-12-31') =>
  occurrencesOf(event, from, to).map(({ on }) => on);

const anyRepeated = fc
  .record({
    offset: fc.integer({ min: 0, max: 700 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minutes: fc.integer({ min: 1, max: 3_000 }),
    frequency: fc.constantFrom<Repetition['frequency'][]>('weekly', 'monthlyByDate', 'monthlyByWeekday'),
    every: fc.integer({ min: 1, max: 12 }),
    length: fc.integer({ min: 0, max: 900 }),
    timeZone: fc.constantFrom('Europe/Paris', 'Pacific/Noumea', 'Australia/Lord_Howe', 'America/Santiago'),
  })
  .map(({ offset, hour, minutes, frequency, every, length, timeZone }) => {
    const epoch = Date.parse('2024-06-01T00:00Z') + (offset * 24 + hour) * 3_600_000;
    const at = (minute: number) => `${new Date(epoch + minute * 60_000).toISOString().slice(0, 16)}Z`;
    return anEvent({
      timeZone,
      opensAt: at(0),
      closesAt: at(minutes),
      setUp: { startsAt: at(-500), endsAt: at(-10) },
      teardown: null,
      repetition: { frequency, every, untilOn: addDays(dayOf(at(0), timeZone), length), exceptions: [] },
    });
  });

describe('an event held once', () => {
  const event = anEvent();
  it.each([
    ['the day before set-up', '2025-02-20', '2025-02-20', false],
    ['the day of set-up', '2025-02-21', '2025-02-21', true],
    ['the day itself', '2025-02-22', '2025-02-22', true],
    ['the day after', '2025-02-23', '2025-03-01', false],
    ['a month around it', '2025-02-01', '2025-02-28', true],
  ])('is found on the days that it occupies: %s', (_, from, to, expected) => {
    const { opensAt, closesAt, setUp, teardown } = event;
    const once = { event, on: '2025-02-22', opensAt, closesAt, setUp, teardown, isMoved: false };
    expect(occurrencesOf(event, from, to)).toEqual(expected ? [once] : []);
  });

  it('is not found on the day that begins when it ends', () => {
    const untilMidnight = anEvent({ closesAt: '2025-02-22T13:00Z', teardown: null });
    expect(daysOf(untilMidnight, '2025-02-23', '2025-02-23')).toEqual([]);
    expect(daysOf(untilMidnight, '2025-02-22', '2025-02-22')).toEqual(['2025-02-22']);
  });
});

describe('a weekly meeting', () => {
  it('comes on its weekday until its last day, included', () => {
    const untilOn = '2025-03-25';
    expect(daysOf(aMeeting('2025-03-04', { frequency: 'weekly', untilOn }))).toEqual([
      '2025-03-04',
      '2025-03-11',
      '2025-03-18',
      '2025-03-25',
    ]);
    expect(daysOf(aMeeting('2025-03-04', { frequency: 'weekly', every: 2, untilOn: '2025-03-31' }))).toEqual([
      '2025-03-04',
      '2025-03-18',
    ]);
    expect(daysOf(aMeeting('2025-03-04', { frequency: 'weekly', untilOn: '2025-03-04' }))).toEqual([
      '2025-03-04',
    ]);
  });

  it('keeps its clock times when summer time begins and ends', () => {
    const event = aMeeting('2025-03-25', { frequency: 'weekly' });
    const times = occurrencesOf(event, '2025-03-25', '2025-04-01').map(({ opensAt, closesAt }) => [
      opensAt,
      closesAt,
    ]);
    expect(times).toEqual([
      ['2025-03-25T13:00Z', '2025-03-25T15:00Z'],
      ['2025-04-01T12:00Z', '2025-04-01T14:00Z'],
    ]);
  });

  it('held in the night of the change still has its hours, or what is left of them', () => {
    const night = aMeeting(
      '2025-03-23',
      { frequency: 'weekly', untilOn: '2025-04-06' },
      {
        opensAt: '2025-03-23T00:30Z',
        closesAt: '2025-03-23T02:30Z',
      },
    );
    const local = occurrencesOf(night, '2025-03-23', '2025-04-06').map(({ opensAt, closesAt }) =>
      [opensAt, closesAt].map((at) => `${dayOf(at, 'Europe/Paris')} ${clockTimeOf(at, 'Europe/Paris')}`),
    );
    expect(local).toEqual([
      ['2025-03-23 01:30', '2025-03-23 03:30'],
      ['2025-03-30 01:30', '2025-03-30 03:30'],
      ['2025-04-06 01:30', '2025-04-06 03:30'],
    ]);
  });

  it('takes set-up and teardown along each time', () => {
    const event = aMeeting(
      '2025-03-04',
      { frequency: 'weekly', untilOn: '2025-03-11' },
      {
        setUp: { startsAt: '2025-03-03T16:00Z', endsAt: '2025-03-03T17:00Z' },
        teardown: { startsAt: '2025-03-04T15:00Z', endsAt: '2025-03-04T16:00Z' },
      },
    );
    const second = occurrencesOf(event, '2025-03-10', '2025-03-10');
    expect(second).toEqual([
      {
        event,
        on: '2025-03-11',
        opensAt: '2025-03-11T13:00Z',
        closesAt: '2025-03-11T15:00Z',
        setUp: { startsAt: '2025-03-10T16:00Z', endsAt: '2025-03-10T17:00Z' },
        teardown: { startsAt: '2025-03-11T15:00Z', endsAt: '2025-03-11T16:00Z' },
        isMoved: false,
      },
    ]);
  });

  it('is found on the day after, while it is being taken down', () => {
    const event = aMeeting(
      '2025-03-04',
      { frequency: 'weekly', untilOn: '2025-03-11' },
      { teardown: { startsAt: '2025-03-05T08:00Z', endsAt: '2025-03-06T10:00Z' } },
    );
    expect(daysOf(event, '2025-03-13', '2025-03-13')).toEqual(['2025-03-11']);
    expect(daysOf(event, '2025-03-14', '2025-03-14')).toEqual([]);
  });

  it('is unfolded 1 500 times at most', () => {
    const event = aMeeting('2025-03-04', { frequency: 'weekly', untilOn: '2199-12-31' });
    expect(daysOf(event)).toHaveLength(mostOccurrences);
    expect(monthsOf(event).at(-1)).toBe('2053-11');
  });
});

describe('a monthly meeting', () => {
  it.each<[string, string, Repetition['frequency'], number, string, string[]]>([
    [
      'on the 15th',
      '2025-01-15',
      'monthlyByDate',
      1,
      '2025-04-15',
      ['2025-01-15', '2025-02-15', '2025-03-15', '2025-04-15'],
    ],
    [
      'on the 31st, skipping short months',
      '2025-01-31',
      'monthlyByDate',
      1,
      '2025-06-30',
      ['2025-01-31', '2025-03-31', '2025-05-31'],
    ],
    [
      'on 29 February, in leap years only',
      '2024-02-29',
      'monthlyByDate',
      12,
      '2032-03-01',
      ['2024-02-29', '2028-02-29', '2032-02-29'],
    ],
    [
      'each quarter',
      '2025-11-10',
      'monthlyByDate',
      3,
      '2026-05-10',
      ['2025-11-10', '2026-02-10', '2026-05-10'],
    ],
    [
      'on the second Tuesday',
      '2025-01-14',
      'monthlyByWeekday',
      1,
      '2025-04-08',
      ['2025-01-14', '2025-02-11', '2025-03-11', '2025-04-08'],
    ],
    [
      'on the fifth Friday, where there is one',
      '2025-01-31',
      'monthlyByWeekday',
      1,
      '2025-11-30',
      ['2025-01-31', '2025-05-30', '2025-08-29', '2025-10-31'],
    ],
    ['until the day before the next', '2025-01-15', 'monthlyByDate', 1, '2025-02-14', ['2025-01-15']],
  ])('comes %s', (_, on, frequency, every, untilOn, expected) => {
    expect(daysOf(aMeeting(on, { frequency, every, untilOn }))).toEqual(expected);
  });
});

describe('an exception', () => {
  const event = aMeeting('2025-03-04', { frequency: 'weekly', untilOn: '2025-03-25' });
  const moved = {
    kind: 'moved',
    on: '2025-03-11',
    opensAt: '2025-04-03T08:00Z',
    closesAt: '2025-04-03T09:00Z',
  } as const;

  it('skips one day, and one only', () => {
    const skipped = withException(event, '2025-03-11', { kind: 'skipped', on: '2025-03-11' });
    expect(daysOf(skipped)).toEqual(['2025-03-04', '2025-03-18', '2025-03-25']);
    expect(daysOf(withException(skipped, '2025-03-11', null))).toEqual(daysOf(event));
  });

  it('moves one, which keeps the name of its day and is found where it went', () => {
    const changed = withException(event, '2025-03-11', moved);
    expect(occurrencesOf(changed, '2025-03-11', '2025-03-11')).toEqual([]);
    expect(occurrencesOf(changed, '2025-04-03', '2025-04-03')).toEqual([
      {
        event: changed,
        on: '2025-03-11',
        opensAt: moved.opensAt,
        closesAt: moved.closesAt,
        setUp: null,
        teardown: null,
        isMoved: true,
      },
    ]);
    expect(daysOf(changed)).toEqual(['2025-03-04', '2025-03-18', '2025-03-25', '2025-03-11']);
  });

  it('takes the place of the one before it on the same day, in the order of days', () => {
    const twice = withException(
      withException(event, '2025-03-18', { kind: 'skipped', on: '2025-03-18' }),
      '2025-03-11',
      { kind: 'skipped', on: '2025-03-11' },
    );
    const replaced = withException(twice, '2025-03-11', moved);
    expect(replaced.repetition?.exceptions).toEqual([moved, { kind: 'skipped', on: '2025-03-18' }]);
    expect(event.repetition?.exceptions).toEqual([]);
  });

  it('means nothing on a day that the rule does not give, or for an event held once', () => {
    expect(daysOf(withException(event, '2025-03-12', { kind: 'skipped', on: '2025-03-12' }))).toEqual(
      daysOf(event),
    );
    const once = anEvent();
    expect(withException(once, '2025-02-22', { kind: 'skipped', on: '2025-02-22' })).toBe(once);
  });
});

describe('moving a repeated event', () => {
  it('takes the last day and the exceptions along with their meetings', () => {
    const event = aMeeting('2025-03-04', {
      frequency: 'weekly',
      untilOn: '2025-03-25',
      exceptions: [
        { kind: 'skipped', on: '2025-03-11' },
        { kind: 'moved', on: '2025-03-25', opensAt: '2025-03-26T13:00Z', closesAt: '2025-03-26T15:00Z' },
      ],
    });
    expect(repetitionMovedBy(event, 7)).toEqual({
      frequency: 'weekly',
      every: 1,
      untilOn: '2025-04-01',
      exceptions: [
        { kind: 'skipped', on: '2025-03-18' },
        { kind: 'moved', on: '2025-04-01', opensAt: '2025-04-02T12:00Z', closesAt: '2025-04-02T14:00Z' },
      ],
    });
    expect(repetitionMovedBy(event, 0)).toBe(event.repetition);
    expect(repetitionMovedBy(anEvent(), 7)).toBeNull();
  });

  it('keeps a skipped third meeting the third, when months differ in length', () => {
    const event = aMeeting('2025-01-15', {
      frequency: 'monthlyByDate',
      untilOn: '2025-05-15',
      exceptions: [
        { kind: 'skipped', on: '2025-03-15' },
        { kind: 'skipped', on: '2025-03-16' },
      ],
    });
    expect(repetitionMovedBy(event, 14)?.exceptions).toEqual([{ kind: 'skipped', on: '2025-03-29' }]);
    expect(repetitionMovedBy(event, -10)?.exceptions).toEqual([{ kind: 'skipped', on: '2025-03-05' }]);
  });

  it('keeps a moved meeting as far from its own day, when months differ in length', () => {
    const event = aMeeting('2025-01-15', {
      frequency: 'monthlyByDate',
      untilOn: '2025-05-15',
      exceptions: [
        { kind: 'moved', on: '2025-02-15', opensAt: '2025-02-16T13:00Z', closesAt: '2025-02-16T15:00Z' },
      ],
    });
    expect(repetitionMovedBy(event, 20)?.exceptions).toEqual([
      { kind: 'moved', on: '2025-03-04', opensAt: '2025-03-05T13:00Z', closesAt: '2025-03-05T15:00Z' },
    ]);
  });

  it('drops the exception of a meeting that no longer is', () => {
    const event = aMeeting('2025-01-28', {
      frequency: 'monthlyByDate',
      untilOn: '2025-05-28',
      exceptions: [{ kind: 'skipped', on: '2025-02-28' }],
    });
    expect(repetitionMovedBy(event, 3)?.exceptions).toEqual([]);
  });
});

describe('the months of an event', () => {
  it('are those that it occupies, a day wider at either end', () => {
    expect(monthsOf(anEvent())).toEqual(['2025-02']);
    const endOfMonth = anEvent({
      opensAt: '2025-02-27T22:00Z',
      closesAt: '2025-02-28T06:00Z',
      setUp: null,
      teardown: null,
    });
    expect(monthsOf(endOfMonth)).toEqual(['2025-02', '2025-03']);
    const setUpBefore = anEvent({ setUp: { startsAt: '2025-01-31T22:00Z', endsAt: '2025-02-02T07:00Z' } });
    expect(monthsOf(setUpBefore)).toEqual(['2025-01', '2025-02']);
    const long = anEvent({ closesAt: '2025-06-10T06:00Z', teardown: null });
    expect(monthsOf(long)).toEqual(['2025-02', '2025-03', '2025-04', '2025-05', '2025-06']);
  });

  it('of a meeting are those of its times, moved ones where they went, skipped ones not', () => {
    const event = aMeeting('2025-01-15', {
      frequency: 'monthlyByDate',
      untilOn: '2025-05-15',
      exceptions: [
        { kind: 'skipped', on: '2025-02-15' },
        { kind: 'moved', on: '2025-04-15', opensAt: '2026-07-10T08:00Z', closesAt: '2026-07-10T09:00Z' },
      ],
    });
    expect(monthsOf(event)).toEqual(['2025-01', '2025-03', '2025-05', '2026-07']);
  });

  it('find every occurrence, whatever the rule', () => {
    fc.assert(
      fc.property(anyRepeated, (event) => {
        expect(plannedEventSchema.safeParse(event).success).toBe(true);
        const months = new Set(monthsOf(event));
        for (const { on, opensAt, closesAt } of occurrencesOf(event, '1900-01-01', '2199-12-31')) {
          expect(daySchema.safeParse(on).success).toBe(true);
          expect(opensAt < closesAt).toBe(true);
          expect(months.has(dayOf(opensAt, event.timeZone).slice(0, 7))).toBe(true);
          expect(months.has(lastDayOf(closesAt, event.timeZone).slice(0, 7))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are unfolded in parts as they are as a whole', () => {
    fc.assert(
      fc.property(anyRepeated, fc.integer({ min: 0, max: 800 }), (event, days) => {
        const cut = addDays('2024-06-01', days);
        const whole = daysOf(event);
        const before = daysOf(event, '1900-01-01', addDays(cut, -1));
        const after = daysOf(event, cut, '2199-12-31');
        expect([...new Set([...before, ...after])].sort()).toEqual([...whole].sort());
      }),
      { numRuns: 60 },
    );
  });
});
