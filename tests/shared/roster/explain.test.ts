import { breachesOf } from '@shared/roster/check';
import { explainEmpty } from '@shared/roster/explain';
import { fill } from '@shared/roster/fill';
import type { RosterAnswer, RosterModel } from '@shared/roster/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aModel, anyModel, aPerson, aShift } from './rosters';

const hour = 60;

test('each person is told with what is in the way, and by how much', () => {
  const model = aModel({
    shifts: [aShift(8, 16), aShift(26, 34), aShift(10, 12, { place: 1 }), aShift(100, 108)],
    people: [
      aPerson([0, 1]),
      aPerson([1, 3], { duty: { weekMinutes: 15 * hour } }),
      aPerson([1], { busy: [{ startsAt: 30 * hour, endsAt: 40 * hour, place: 1 }] }),
    ],
  });
  const [empty] = explainEmpty(model, [[0], [3], []]).filter(({ shift }) => shift === 1);
  expect(empty?.people).toEqual([
    {
      person: 0,
      blocks: [{ kind: 'rest', shifts: [0], minutes: hour, isFixed: false, other: null }],
    },
    {
      person: 1,
      blocks: [{ kind: 'weekHours', shifts: [3], minutes: hour, isFixed: false, other: null }],
    },
    {
      person: 2,
      blocks: [{ kind: 'working', shifts: [], minutes: 4 * hour, isFixed: true, other: null }],
    },
  ]);
});

test('more seats than people in one rest window are a shortage, with exactly the people it takes', () => {
  const model = aModel({
    shifts: [aShift(8, 16), aShift(20, 24, { headcount: 2 }), aShift(60, 64)],
    people: [aPerson([0, 1]), aPerson([0, 1]), aPerson([2])],
  });
  expect(explainEmpty(model, [[0], [1], [2]]).map(({ shift, shortage }) => ({ shift, shortage }))).toEqual([
    { shift: 1, shortage: { shifts: [0, 1], seats: 3, people: [0, 1], atMinute: 20 * hour } },
  ]);
});

test('a chain of two moves fills the seat', () => {
  const model = aModel({
    shifts: [aShift(8, 16), aShift(10, 18)],
    people: [aPerson([0, 1]), aPerson([1])],
  });
  expect(explainEmpty(model, [[1], []])[0]?.remedy).toEqual({
    kind: 'moves',
    moves: [
      { shift: 1, from: 0, to: 1 },
      { shift: 0, from: null, to: 0 },
    ],
    costChange: expect.any(Number),
  });
});

test('without moves, the rule that is nearest to giving way is named', () => {
  const model = aModel({
    shifts: [aShift(8, 16), aShift(26, 34)],
    people: [aPerson([0, 1]), aPerson([1], { duty: { maxMinutes: 7.5 * hour } })],
  });
  expect(explainEmpty(model, [[0], []])[0]?.remedy).toEqual({
    kind: 'relaxation',
    person: 1,
    rule: 'maxHours',
    minutes: 30,
  });
});

test('people kept apart block each other', () => {
  const model = aModel({
    shifts: [aShift(8, 16), aShift(16, 20)],
    people: [aPerson([0]), aPerson([1])],
    apart: [[0, 1]],
  });
  expect(explainEmpty(model, [[0], []])[0]).toEqual({
    shift: 1,
    seats: 1,
    people: [
      {
        person: 1,
        blocks: [{ kind: 'apart', shifts: [0], minutes: 0, isFixed: false, other: 0 }],
      },
    ],
    shortage: null,
    remedy: null,
  });
});

test('whatever the model, the moves proposed fill a seat and break nothing', () => {
  fc.assert(
    fc.property(anyModel(), fc.nat(4), (model, dropped) => {
      const given = firstAnswer(model).map((held, person) =>
        person === dropped ? held.filter((shift) => model.people[person]?.locked.includes(shift)) : held,
      );
      for (const { remedy, shift } of explainEmpty(model, given)) {
        if (remedy?.kind !== 'moves') continue;
        const after = given.map((held) => new Set(held));
        for (const move of remedy.moves) {
          if (move.from !== null) after[move.from]?.delete(move.shift);
          after[move.to]?.add(move.shift);
        }
        const assignments = after.map((held) => [...held]);
        expect(breachesOf(model, assignments).filter(({ isFixed }) => !isFixed)).toEqual([]);
        expect(assignments.flat().filter((each) => each === shift)).toHaveLength(
          given.flat().filter((each) => each === shift).length + 1,
        );
      }
    }),
    { numRuns: 200 },
  );
});

test('whatever the model, no roster fills all the seats of a shortage', () => {
  fc.assert(
    fc.property(anyModel(), (model) => {
      const given = firstAnswer(model);
      const { uncovered } = searched(model);
      for (const { shortage } of explainEmpty(model, given)) {
        if (!shortage) continue;
        const lacking = shortage.seats - shortage.people.length;
        expect(lacking).toBeGreaterThan(0);
        const empty = shortage.shifts.reduce((sum, shift) => sum + uncovered[shift]!, 0);
        expect(empty).toBeGreaterThanOrEqual(lacking);
      }
    }),
  );
});

function searched(model: RosterModel): RosterAnswer {
  const search = fill(model, { seed: 1, moves: 1_000 });
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

function firstAnswer(model: RosterModel): readonly (readonly number[])[] {
  const first = fill(model, { seed: 1, moves: 0 }).next();
  return first.done ? first.value.assignments : first.value.answer.assignments;
}
