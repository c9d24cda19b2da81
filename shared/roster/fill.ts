import type { RosterAnswer, RosterModel } from './model';
import { RosterSearch } from './search';

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

/** The best roster so far, always sound, after so many steps. Its answer is put together when it is first read. */
export type Progress = Readonly<{ moves: number; emptySeats: number; answer: RosterAnswer }>;

/**
 * Fills a roster; reports every few milliseconds, so that the caller can show it or stop with what there is. First everything is
 * given out once, in less than a second for a few thousand shifts; then the seats are priced for a bound, and
 * annealing and exact reassignment of whole rest windows take turns, on pairs that the prices say belong together.
 */
export function* fill(model: RosterModel, options: FillOptions): Generator<Progress, RosterAnswer> {
  const search = new RosterSearch(model, narrowed(model, options), options.seed, options.moves);
  search.begin(options.start ?? []);
  yield search.progress();
  if (search.isPointless) return search.progress().answer;
  yield* search.walk(1, options.start ? 5 : 40);
  yield* search.sweep();
  for (let round = 0; !search.isOver; round += 1) {
    yield* search.price();
    if (round === 0 && !options.start) {
      search.rebuild();
      yield* search.sweep();
    }
    if (round > 0) yield* search.prove(4 * 2 ** Math.min(round, 4));
    yield* search.walk(8 * 2 ** Math.min(round, 3), temperatures[round % temperatures.length]!);
    yield* search.sweep();
  }
  return search.progress().answer;
}

/** Where the walks begin, in turn: near the best roster, and now and then farther off. */
const temperatures = [2, 2, 6, 2, 12];

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
