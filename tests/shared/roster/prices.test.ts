import { compile, costScale } from '@shared/roster/compiled';
import { costOf } from '@shared/roster/cost';
import { breachesOf } from '@shared/roster/check';
import { fill } from '@shared/roster/fill';
import type { RosterAnswer, RosterModel } from '@shared/roster/model';
import { PriceAscent } from '@shared/roster/prices';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aModel, anyModel, aPerson, aShift } from './rosters';

test('two seats at once and one person: the bound is the cheaper seat left empty', () => {
  const model = aModel({
    shifts: [aShift(8, 16), aShift(10, 18, { weight: 3000 })],
    people: [aPerson([0, 1])],
  });
  const prices = new PriceAscent(compile(model));
  for (let pass = 0; pass < 400; pass += 1) {
    prices.pass(300 * 0.98 ** pass);
    prices.measure();
  }
  const leastLoad = 2 * 16;
  expect(prices.bound / costScale).toBeGreaterThan(1000 + leastLoad - 5);
  expect(prices.bound / costScale).toBeLessThanOrEqual(1000 + leastLoad + 1e-6);
});

test('whatever the model, no roster is cheaper than the bound, and what is said to be optimal is', () => {
  fc.assert(
    fc.property(anyModel(), (model) => {
      const optimum = leastCost(model);
      fc.pre(optimum !== null);
      const { bound, isOptimal, objective } = searched(model);
      expect(bound).toBeLessThanOrEqual(optimum! + 1e-6);
      expect(isOptimal ? objective : Math.max(objective, optimum!)).toBeCloseTo(
        isOptimal ? optimum! : objective,
      );
    }),
    { numRuns: 60 },
  );
});

/** By trying every sound roster; `null` when there are too many, or when locks break a rule by themselves. */
function leastCost(model: RosterModel): number | null {
  const pairs = model.people.flatMap(({ options, locked }, person) =>
    options.flatMap(({ shift }) => (locked.includes(shift) ? [] : [{ person, shift }])),
  );
  const held = model.people.map(({ locked }) => [...new Set(locked)]);
  if (pairs.length > 9) return null;
  let least = Infinity;
  const tryFrom = (index: number): void => {
    const pair = pairs[index];
    if (!pair) {
      if (breachesOf(model, held).every(({ isFixed }) => isFixed))
        least = Math.min(least, costOf(model, held).objective);
      return;
    }
    tryFrom(index + 1);
    held[pair.person]!.push(pair.shift);
    tryFrom(index + 1);
    held[pair.person]!.pop();
  };
  tryFrom(0);
  return Number.isFinite(least) ? least : null;
}

function searched(model: RosterModel): RosterAnswer {
  const search = fill(model, { seed: 1, moves: 150_000 });
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}
