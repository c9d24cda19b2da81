import { breachesOf } from '@shared/roster/check';
import { costOf } from '@shared/roster/cost';
import { fill, type FillOptions } from '@shared/roster/fill';
import type { RosterAnswer, RosterModel } from '@shared/roster/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aModel, anyModel, aPerson, aShift } from './rosters';

describe('a roster is filled', () => {
  test('two shifts within the rest go to two people', () => {
    const model = aModel({
      shifts: [aShift(8, 16), aShift(20, 24)],
      people: [aPerson([0, 1]), aPerson([1])],
    });
    expect(filled(model).assignments).toEqual([[0], [1]]);
  });

  test('a seat stays empty where everybody is at the weekly limit', () => {
    const model = aModel({
      shifts: [aShift(8, 16), aShift(32, 40)],
      people: [aPerson([0, 1], { duty: { weekMinutes: 15 * 60 } })],
    });
    expect(filled(model).uncovered.filter((seats) => seats > 0)).toEqual([1]);
  });

  test('the dearer seat is filled when only one can be', () => {
    const model = aModel({
      shifts: [aShift(8, 16), aShift(10, 18, { weight: 3000 })],
      people: [aPerson([0, 1])],
    });
    expect(filled(model).uncovered).toEqual([1, 0]);
  });

  test('several shifts form one duty period where the rules allow it', () => {
    const model = aModel({
      shifts: [aShift(8, 12), aShift(12.5, 16, { place: 1 }), aShift(16, 23)],
      people: [aPerson([0, 1, 2], { duty: { spanMinutes: 13 * 60 } })],
    });
    expect(filled(model).assignments).toEqual([[0, 1]]);
  });

  test('a locked shift stays although it breaks a rule and is full', () => {
    const model = aModel({
      shifts: [aShift(8, 16, { headcount: 0 }), aShift(9, 17)],
      people: [aPerson([], { locked: [0, 1] })],
    });
    expect(filled(model).assignments).toEqual([[0, 1]]);
  });

  test('nobody, nothing to do, and nothing allowed are answered too', () => {
    const none = aModel({});
    const nobody = aModel({ shifts: [aShift(8, 16)] });
    const refused = aModel({ shifts: [aShift(8, 16)], people: [aPerson([0], { duty: { maxMinutes: 0 } })] });
    expect([none, nobody, refused].map((model) => filled(model).uncovered)).toEqual([[], [1], [1]]);
  });
});

describe('a roster is changed', () => {
  const model = aModel({
    shifts: [aShift(8, 16), aShift(32, 40)],
    people: [
      aPerson([], { options: [0, 1].map((shift) => ({ shift, cost: 10 })) }),
      aPerson([], { options: [0, 1].map((shift) => ({ shift, cost: 2 })) }),
    ],
  });

  test('what was given is kept while another would be only a little better', () => {
    const start = [[0, 1], []];
    expect(filled(model, { start, keepBonus: 100 }).assignments).toEqual(start);
  });

  test('only the shifts that may change do', () => {
    const onlyLast = filled(model, { start: [[0, 1], []], only: [1] }).assignments;
    expect(onlyLast).toEqual([[0], [1]]);
  });
});

describe('whatever the model', () => {
  test('no rule is broken but by locks and busy spans, and the sums are right', () => {
    fc.assert(
      fc.property(anyModel(), fc.nat(), (model, seed) => {
        const answer = filled(model, { seed, moves: 1_500 });
        const { objective, uncovered } = costOf(model, answer.assignments);
        expect(breachesOf(model, answer.assignments).filter(({ isFixed }) => !isFixed)).toEqual([]);
        expect({ objective: answer.objective, uncovered: answer.uncovered }).toEqual({
          objective,
          uncovered,
        });
      }),
      { numRuns: 300 },
    );
  });

  test('the bound is never above the objective', () => {
    fc.assert(
      fc.property(anyModel(), (model) => {
        const { bound, objective } = filled(model, { moves: 1_500 });
        expect(bound).toBeLessThanOrEqual(objective + 1e-6);
      }),
    );
  });

  test('the same seed gives the same roster, and a longer search is never worse', () => {
    fc.assert(
      fc.property(anyModel(), fc.nat(), (model, seed) => {
        const once = filled(model, { seed, moves: 1_000 });
        expect(filled(model, { seed, moves: 1_000 })).toEqual(once);
        expect(filled(model, { seed, moves: 2_000 }).objective).toBeLessThanOrEqual(once.objective + 1e-6);
      }),
      { numRuns: 40 },
    );
  });

  test('with some shifts open to change, all the others stay', () => {
    fc.assert(
      fc.property(anyModel(), fc.nat(14), (model, first) => {
        const start = filled(model, { moves: 500 }).assignments;
        const only = model.shifts.flatMap((_shift, number) => (number >= first ? [number] : []));
        const changed = filled(model, { start, only, seed: 9, moves: 500 }).assignments;
        const others = (held: readonly number[]) => held.filter((number) => number < first);
        expect(changed.map(others)).toEqual(start.map(others));
      }),
      { numRuns: 60 },
    );
  });
});

function filled(model: RosterModel, options: Partial<FillOptions> = {}): RosterAnswer {
  const search = fill(model, { seed: 1, moves: 3_000, ...options });
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}
