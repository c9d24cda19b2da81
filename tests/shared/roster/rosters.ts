import type { DutyRules, RosterModel, RosterPerson, RosterShift } from '@shared/roster/model';
import fc from 'fast-check';

const hour = 60;

/** A shift of one seat, from hour to hour. */
export function aShift(from: number, to: number, fields: Partial<RosterShift> = {}): RosterShift {
  return { startsAt: from * hour, endsAt: to * hour, headcount: 1, weight: 1000, place: 0, ...fields };
}

/** Somebody who may hold these shifts at no cost, with 11 hours of rest between any two and no other limit. */
export function aPerson(
  shifts: readonly number[],
  { duty, ...fields }: Partial<Omit<RosterPerson, 'duty'>> & { duty?: Partial<DutyRules> } = {},
): RosterPerson {
  return {
    options: shifts.map((shift) => ({ shift, cost: 0 })),
    busy: [],
    locked: [],
    targetMinutes: 0,
    contractMinutes: 100_000,
    ...fields,
    duty: {
      restMinutes: 11 * hour,
      spanMinutes: null,
      dayMinutes: null,
      weekMinutes: null,
      maxMinutes: null,
      ...duty,
    },
  };
}

/** Two places half an hour apart, two weeks from minute 0. */
export function aModel(fields: Partial<RosterModel>): RosterModel {
  return {
    shifts: [],
    people: [],
    travelMinutes: [
      [0, 30],
      [30, 0],
    ],
    weekStarts: [0, 7 * 24 * hour],
    dayStarts: Array.from({ length: 14 }, (_day, number) => number * 24 * hour),
    apart: [],
    together: [],
    ...fields,
  };
}

/** Any small model: every rule, locks that break some of them, busy spans that overlap, pairs of people. */
export function anyModel(): fc.Arbitrary<RosterModel> {
  const days = 9;
  const span = fc
    .record({
      start: fc.integer({ min: 0, max: days * 96 }),
      length: fc.integer({ min: 1, max: 48 }),
      place: fc.nat(2),
    })
    .map(({ start, length, place }) => ({ startsAt: start * 15, endsAt: (start + length) * 15, place }));
  const limit = (min: number, max: number) => fc.option(fc.integer({ min, max }).map((each) => each * hour));
  const shift = fc
    .record({ span, headcount: fc.nat(3), priority: fc.integer({ min: 1, max: 3 }) })
    .map(({ span: when, headcount, priority }) => ({ ...when, headcount, weight: priority * 1000 }));
  return fc
    .tuple(
      fc.array(shift, { maxLength: 14 }),
      fc.nat(6),
      fc.array(fc.nat(90), { minLength: 9, maxLength: 9 }),
    )
    .chain(([shifts, people, ways]) => {
      const number = fc.nat(Math.max(0, shifts.length - 1));
      const pairs = fc.array(fc.tuple(fc.nat(Math.max(0, people - 1)), fc.nat(Math.max(0, people - 1))), {
        maxLength: people < 2 ? 0 : 2,
      });
      const person = fc.record({
        duty: fc.record({
          restMinutes: fc.integer({ min: 0, max: 12 }).map((each) => each * hour),
          spanMinutes: limit(4, 14),
          dayMinutes: limit(4, 12),
          weekMinutes: limit(8, 48),
          maxMinutes: limit(8, 60),
        }),
        options:
          shifts.length === 0
            ? fc.constant([])
            : fc.uniqueArray(fc.record({ shift: number, cost: fc.integer({ min: -5, max: 40 }) }), {
                selector: ({ shift: each }) => each,
                maxLength: shifts.length,
              }),
        busy: fc.array(span, { maxLength: 2 }),
        locked: shifts.length === 0 ? fc.constant([]) : fc.array(number, { maxLength: 1 }),
        targetMinutes: fc.nat(60).map((each) => each * hour),
        contractMinutes: fc.nat(60).map((each) => each * hour),
      });
      return fc.record({
        shifts: fc.constant(shifts),
        people: fc.array(person, { minLength: people, maxLength: people }),
        travelMinutes: fc.constant(
          [0, 1, 2].map((from) => [0, 1, 2].map((to) => (from === to ? 0 : ways[from * 3 + to]!))),
        ),
        weekStarts: fc.constant([0, 7 * 24 * hour]),
        dayStarts: fc.constant(Array.from({ length: 10 }, (_day, each) => each * 24 * hour)),
        apart: pairs,
        together: pairs,
      });
    });
}
