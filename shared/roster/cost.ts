import { loadCost, type RosterModel, togetherCost, touches } from './model';

/** What a roster costs, and of what: each part in the points of the objective. */
export type RosterCost = Readonly<{
  objective: number;
  /** Weights of the empty seats. */
  emptySeats: number;
  /** Costs of the options taken; a locked shift that is no option costs nothing. */
  preferences: number;
  /** Fair shares and overtime. */
  load: number;
  /** Shifts worked without the one that a person likes to work with. */
  alone: number;
  /** Empty seats of each shift. */
  uncovered: readonly number[];
}>;

/** Adds up a roster from scratch; `assignments` are the shifts of each person. */
export function costOf(model: RosterModel, assignments: readonly (readonly number[])[]): RosterCost {
  const uncovered = model.shifts.map(({ headcount }) => headcount);
  let preferences = 0;
  let load = 0;
  model.people.forEach((person, index) => {
    const costs = new Map(person.options.map(({ shift, cost }) => [shift, cost]));
    let minutes = 0;
    for (const number of assignments[index] ?? []) {
      const shift = model.shifts[number];
      if (!shift) continue;
      minutes += shift.endsAt - shift.startsAt;
      preferences += costs.get(number) ?? 0;
      uncovered[number] = (uncovered[number] ?? 0) - 1;
    }
    load += loadCost(person, minutes);
  });
  const seats = uncovered.map((count) => Math.max(0, count));
  const emptySeats = model.shifts.reduce((sum, { weight }, index) => sum + weight * (seats[index] ?? 0), 0);
  const alone = model.together.reduce(
    (sum, [one, other]) => sum + togetherCost * (aloneOf(one, other) + aloneOf(other, one)),
    0,
  );
  return {
    objective: emptySeats + preferences + load + alone,
    emptySeats,
    preferences,
    load,
    alone,
    uncovered: seats,
  };

  function aloneOf(person: number, companion: number): number {
    const near = shiftsOf(companion);
    return shiftsOf(person).filter((shift) => !near.some((other) => touches(shift, other))).length;
  }

  function shiftsOf(person: number) {
    return (assignments[person] ?? []).flatMap((number) => model.shifts[number] ?? []);
  }
}
