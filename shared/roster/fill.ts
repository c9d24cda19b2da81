import { Annealer, restore, snapshotOf } from './anneal';
import { compile } from './compiled';
import { costOf } from './cost';
import type { RosterAnswer, RosterModel } from './model';
import { randomFrom } from './random';
import { RosterState } from './rosterState';

export type FillOptions = Readonly<{
  seed: number;
  /** Steps of the search; it ends after so many, or earlier when the answer is proven. */
  moves: number;
  /** The roster to begin with, the shifts of each person; what of it breaks a rule is dropped. */
  start?: readonly (readonly number[])[];
  /** Points that each assignment kept from `start` is worth to the search; not part of the objective. */
  keepBonus?: number;
  /** The shifts whose seats may change; those of all others stay as in `start`. */
  only?: readonly number[];
}>;

export type Progress = Readonly<{ moves: number; answer: RosterAnswer }>;

export function* fill(model: RosterModel, options: FillOptions): Generator<Progress, RosterAnswer> {
  const compiled = compile(model);
  const state = new RosterState(compiled);
  const random = randomFrom(options.seed);
  greedy(state);
  let best = snapshotOf(state);
  const annealer = new Annealer(state, random);
  let moves = 0;
  let answer = answerOf(model, state);
  yield { moves, answer };
  let length = 20_000 + 40 * compiled.shiftCount;
  for (let round = 0; moves < options.moves; round += 1) {
    const hot = round === 0 ? 40 : 25;
    const slices = 200;
    for (let slice = 0; slice < slices && moves < options.moves; slice += 1) {
      const temperature = hot * (1 - slice / slices) ** 2 + 0.3;
      const count = Math.ceil(length / slices);
      annealer.walk(count, temperature);
      moves += count;
      if (state.cost < best.cost - 1e-6) {
        best = snapshotOf(state);
        answer = answerOf(model, state);
      }
      yield { moves, answer };
    }
    restore(state, best);
    length *= 2;
  }
  return answer;
}

function greedy(state: RosterState): void {
  const { compiled } = state;
  const { shiftCount, candidateFrom, candidatePerson, candidateCost, headcount, weight } = compiled;
  const order = Array.from({ length: shiftCount }, (_shift, rank) => rank).sort(
    (a, b) => scarcity(b) - scarcity(a) || a - b,
  );
  for (const shift of order) {
    while (state.covered[shift]! < headcount[shift]!) {
      let best = -1;
      let bestCost = 0;
      for (let candidate = candidateFrom[shift]!; candidate < candidateFrom[shift + 1]!; candidate += 1) {
        const person = candidatePerson[candidate]!;
        const cost = state.costOfAdding(person, shift, candidateCost[candidate]!);
        if (cost < bestCost && state.fits(person, shift)) {
          best = candidate;
          bestCost = cost;
        }
      }
      if (best < 0) break;
      state.add(candidatePerson[best]!, shift, candidateCost[best]!);
    }
  }
  function scarcity(shift: number): number {
    return (weight[shift]! * headcount[shift]!) / Math.max(1, candidateFrom[shift + 1]! - candidateFrom[shift]!);
  }
}

function answerOf(model: RosterModel, state: RosterState): RosterAnswer {
  const assignments = state.assignments();
  const { objective, uncovered } = costOf(model, assignments);
  return { assignments, objective, uncovered, bound: 0, isOptimal: false };
}
