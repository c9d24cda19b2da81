import { Annealer, candidateOf, restore, snapshotOf } from './anneal';
import { compile } from './compiled';
import { costOf } from './cost';
import type { RosterAnswer, RosterModel } from './model';
import { randomFrom } from './random';
import { RosterState } from './rosterState';

export type FillOptions = Readonly<{
  /** The same seed and the same moves give the same roster on every machine. */
  seed: number;
  /** Steps of the search; it ends after so many, or earlier when the answer is proven. A run of more moves begins like a run of fewer. */
  moves: number;
  /** The roster to begin with, the shifts of each person; what of it breaks a rule is dropped. */
  start?: readonly (readonly number[])[];
  /** Points that each assignment kept from `start` is worth to the search; not part of the objective. */
  keepBonus?: number;
  /** The shifts whose seats may change; those of all others stay as in `start`. */
  only?: readonly number[];
}>;

/** The best roster so far, always complete and sound, after so many steps. */
export type Progress = Readonly<{ moves: number; answer: RosterAnswer }>;

/** Fills a roster; reports every few milliseconds, so that the caller can show it or stop with what there is. */
export function* fill(model: RosterModel, options: FillOptions): Generator<Progress, RosterAnswer> {
  const compiled = compile(narrowed(model, options));
  const state = new RosterState(compiled);
  const random = randomFrom(options.seed);
  begin(state, options.start ?? []);
  fillGreedily(state);
  let best = snapshotOf(state);
  let answer = answerOf(model, state);
  let moves = 0;
  yield { moves, answer };
  if (compiled.candidatePerson.length === 0) return answer;
  const annealer = new Annealer(state, random);
  let length = 20_000 + 40 * compiled.shiftCount;
  for (let round = 0; moves < options.moves; round += 1) {
    const hot = round === 0 && !options.start ? 40 : 25;
    for (let done = 0; done < length && moves < options.moves;) {
      const count = Math.min(chunk, length - done, options.moves - moves);
      annealer.walk(count, hot * (1 - done / length) ** 2 + 0.3);
      moves += count;
      done += count;
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

/** The model with what may not change locked, and what is kept made cheaper. */
function narrowed(model: RosterModel, { start = [], keepBonus = 0, only }: FillOptions): RosterModel {
  if (!only && keepBonus === 0) return model;
  const free = only && new Set(only);
  return {
    ...model,
    people: model.people.map((person, index) => {
      const held = new Set(start[index]);
      return {
        ...person,
        options: person.options
          .filter(({ shift }) => !free || free.has(shift) || held.has(shift))
          .map(({ shift, cost }) => ({ shift, cost: held.has(shift) ? cost - keepBonus : cost })),
        locked: free ? [...person.locked, ...[...held].filter((shift) => !free.has(shift))] : person.locked,
      };
    }),
  };
}

/** Takes over what of a roster keeps the rules. */
function begin(state: RosterState, start: readonly (readonly number[])[]): void {
  const { compiled } = state;
  start.slice(0, compiled.personCount).forEach((held, person) => {
    for (const number of held) {
      const shift = compiled.rankOf[number] ?? -1;
      const candidate = shift < 0 ? -1 : candidateOf(compiled, person, shift);
      if (candidate < 0 || state.covered[shift]! >= compiled.headcount[shift]!) continue;
      if (state.fits(person, shift)) state.add(person, shift, compiled.candidateCost[candidate]!);
    }
  });
}

/** The shifts with the fewest candidates for their weight first, each to the cheapest who is free. */
function fillGreedily(state: RosterState): void {
  const { compiled } = state;
  const { shiftCount, candidateFrom, candidatePerson, candidateCost, headcount, weight } = compiled;
  const scarcity = Float64Array.from(headcount, (seats, shift) => {
    const candidates = candidateFrom[shift + 1]! - candidateFrom[shift]!;
    return (weight[shift]! * seats) / Math.max(1, candidates);
  });
  const order = Array.from({ length: shiftCount }, (_shift, rank) => rank).sort(
    (a, b) => scarcity[b]! - scarcity[a]! || a - b,
  );
  for (const shift of order) {
    while (state.covered[shift]! < headcount[shift]!) {
      let best = -1;
      let bestCost = 0;
      for (let candidate = candidateFrom[shift]!; candidate < candidateFrom[shift + 1]!; candidate += 1) {
        const person = candidatePerson[candidate]!;
        const cost = state.costOfAdding(person, shift, candidateCost[candidate]!);
        if (cost >= bestCost || !state.fits(person, shift)) continue;
        best = candidate;
        bestCost = cost;
      }
      if (best < 0) break;
      state.add(candidatePerson[best]!, shift, candidateCost[best]!);
    }
  }
}

function answerOf(model: RosterModel, state: RosterState): RosterAnswer {
  const assignments = state.assignments();
  const { objective, uncovered } = costOf(model, assignments);
  return { assignments, objective, uncovered, bound: -Infinity, isOptimal: false };
}

/** Steps between two reports: a few milliseconds of work. */
const chunk = 500;
