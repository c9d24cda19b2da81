import { type Breach, breachesOf } from '@shared/roster/check';
import type { RosterModel } from '@shared/roster/model';
import { describe, expect, test } from 'vitest';
import { aModel, aPerson, aShift } from './rosters';

const hour = 60;

describe('both sides of each limit', () => {
  test.each<[string, Partial<RosterModel>, Partial<Breach> | null]>([
    [
      'eleven hours of rest are enough',
      { shifts: [aShift(8, 12), aShift(23, 24)], people: [aPerson([0, 1])] },
      null,
    ],
    [
      'one hour less is not',
      { shifts: [aShift(8, 12), aShift(22, 24)], people: [aPerson([0, 1])] },
      { kind: 'rest', excess: hour },
    ],
    [
      'two shifts at once',
      { shifts: [aShift(8, 12), aShift(11, 13)], people: [aPerson([0, 1])] },
      { kind: 'working', excess: hour },
    ],
    [
      'a place half an hour away is reached in half an hour',
      {
        shifts: [aShift(8, 12), aShift(12.5, 13, { place: 1 })],
        people: [aPerson([0, 1], { duty: { spanMinutes: 13 * hour } })],
      },
      null,
    ],
    [
      'and not in a quarter',
      {
        shifts: [aShift(8, 12), aShift(12.25, 13, { place: 1 })],
        people: [aPerson([0, 1], { duty: { spanMinutes: 13 * hour } })],
      },
      { kind: 'travel', excess: 15 },
    ],
    [
      'a duty period of thirteen hours may be one',
      {
        shifts: [aShift(8, 12), aShift(18, 21)],
        people: [aPerson([0, 1], { duty: { spanMinutes: 13 * hour } })],
      },
      null,
    ],
    [
      'three shifts that fit two by two can break the span together',
      {
        shifts: [aShift(0, 4), aShift(7, 11), aShift(15, 20)],
        people: [aPerson([0, 1, 2], { duty: { spanMinutes: 13 * hour } })],
      },
      { kind: 'span', excess: 7 * hour, shifts: [0, 1, 2] },
    ],
    [
      'a duty period over midnight counts as one',
      {
        shifts: [aShift(20, 24), aShift(24, 30.5)],
        people: [aPerson([0, 1], { duty: { spanMinutes: 13 * hour, dayMinutes: 10 * hour } })],
      },
      { kind: 'dayHours', excess: 30 },
    ],
    [
      'work elsewhere counts for the week',
      {
        shifts: [aShift(32, 40)],
        people: [
          aPerson([0], {
            busy: [{ startsAt: 0, endsAt: 8 * hour, place: 1 }],
            duty: { weekMinutes: 15 * hour },
          }),
        ],
      },
      { kind: 'weekHours', excess: hour },
    ],
  ])('%s', (_name, fields, expected) => {
    const model = aModel(fields);
    const found = breachesOf(model, [model.shifts.map((_shift, number) => number)]);
    expect(found).toMatchObject(expected === null ? [] : [{ ...expected, isFixed: false }]);
  });
});

test('people who are never side by side, seats that are not there, shifts that nobody offered', () => {
  const model = aModel({
    shifts: [aShift(8, 12), aShift(12, 16), aShift(12, 16, { place: 1 })],
    people: [aPerson([0]), aPerson([1]), aPerson([1])],
    apart: [[0, 1]],
  });
  const found = breachesOf(model, [[0], [1, 2], [1]]).map(({ kind, people, shifts }) => ({
    kind,
    people,
    shifts,
  }));
  expect(found).toEqual([
    { kind: 'notAnOption', people: [1], shifts: [2] },
    { kind: 'working', people: [1], shifts: [1, 2] },
    { kind: 'apart', people: [0, 1], shifts: [0, 1] },
    { kind: 'overfull', people: [1, 2], shifts: [1] },
  ]);
});

test('what only locks break is not the engine’s to answer for', () => {
  const model = aModel({ shifts: [aShift(8, 12), aShift(9, 13)], people: [aPerson([], { locked: [0, 1] })] });
  expect(breachesOf(model, [[0, 1]])).toEqual([
    { kind: 'working', people: [0], shifts: [0, 1], excess: 3 * hour, isFixed: true },
  ]);
  expect(breachesOf(model, [[0]])).toEqual([
    { kind: 'lockMissing', people: [0], shifts: [1], excess: 0, isFixed: false },
  ]);
});
