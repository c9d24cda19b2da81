import { breachesOf } from '@shared/roster/check';
import { type FewestAnswer, fewestPeople } from '@shared/roster/fewestPeople';
import type { RosterModel } from '@shared/roster/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aModel, anyModel, aPerson, aShift } from './rosters';

const duty = { restMinutes: 0 };

test('shifts one after the other need one person, although two would be free', () => {
  const model = aModel({
    shifts: [aShift(8, 12), aShift(12, 16), aShift(16, 20)],
    people: [aPerson([0, 1], { duty }), aPerson([0, 1, 2], { duty }), aPerson([2], { duty })],
  });
  expect(fewest(model)).toMatchObject({
    assignments: [[], [0, 1, 2], []],
    people: 1,
    bound: 1,
    isComplete: true,
  });
});

test('shifts at once need as many people as there are seats at that moment', () => {
  const model = aModel({
    shifts: [aShift(8, 12, { headcount: 2 }), aShift(11, 16), aShift(12, 20)],
    people: [0, 1, 2, 3, 4].map(() => aPerson([0, 1, 2], { duty })),
  });
  expect(fewest(model)).toMatchObject({ people: 3, bound: 3, isComplete: true });
});

test('a shift that nobody may hold leaves the roster incomplete', () => {
  const model = aModel({ shifts: [aShift(8, 12), aShift(8, 12)], people: [aPerson([0], { duty })] });
  expect(fewest(model)).toMatchObject({ assignments: [[0]], isComplete: false });
});

test('whatever the model, no rule is broken, and a complete roster is never smaller than the bound', () => {
  fc.assert(
    fc.property(anyModel(), (model) => {
      const { assignments, people, bound, isComplete } = fewest(model);
      expect(breachesOf(model, assignments).filter(({ isFixed }) => !isFixed)).toEqual([]);
      expect(isComplete ? people : bound).toBeGreaterThanOrEqual(bound);
    }),
    { numRuns: 200 },
  );
});

function fewest(model: RosterModel): FewestAnswer {
  const search = fewestPeople(model, { seed: 1, moves: 2_000 });
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}
