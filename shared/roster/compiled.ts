import { loadUnitMinutes, type RosterModel, touches } from './model';

/**
 * The model as flat arrays, for the loops that run millions of times. Shifts are renumbered in the order of their starts (`shiftAt` gives the
 * number in the model); costs are in thirtieths of a point, so that load costs are whole. `work` numbers are the shifts, then each
 * person's busy spans.
 */
export type Compiled = Readonly<{
  model: RosterModel;
  shiftCount: number;
  personCount: number;
  weekCount: number;
  dayCount: number;
  /** Number in the model of each shift, and back. */
  shiftAt: Int32Array;
  rankOf: Int32Array;
  workStart: Int32Array;
  workEnd: Int32Array;
  workMinutes: Int32Array;
  workPlace: Int32Array;
  workWeek: Int32Array;
  workDay: Int32Array;
  headcount: Int32Array;
  weight: Float64Array;
  placeCount: number;
  travel: Int32Array;
  /** Candidates of shift `s`: from `candidateFrom[s]` up to `candidateFrom[s + 1]`, by ascending person. */
  candidateFrom: Int32Array;
  candidatePerson: Int32Array;
  candidateCost: Float64Array;
  /** Options of person `p`: from `optionFrom[p]`, by ascending shift; `optionCandidate` is the same pair among the candidates. */
  optionFrom: Int32Array;
  optionShift: Int32Array;
  optionCost: Float64Array;
  optionCandidate: Int32Array;
  /** Busy spans of person `p` are work `busyFrom[p]` up to `busyFrom[p + 1]`. */
  busyFrom: Int32Array;
  /** Locked shifts of each person, renumbered, and what they cost. */
  locked: readonly (readonly number[])[];
  lockedCost: readonly (readonly number[])[];
  rest: Int32Array;
  /** -1: every shift is its own duty period. */
  span: Int32Array;
  dayLimit: Int32Array;
  weekLimit: Int32Array;
  totalLimit: Int32Array;
  target: Int32Array;
  contract: Int32Array;
  apartOf: readonly (readonly number[])[];
  togetherOf: readonly (readonly number[])[];
}>;

/** Points of the objective to the unit of the compiled costs. */
export const costScale = loadUnitMinutes;

/** A limit that is never reached. */
export const noLimit = 0x3fffffff;

/** Renumbers and flattens. Options that are locked anyway, name no shift or name one twice are left out. */
export function compile(model: RosterModel): Compiled {
  const { shifts, people } = model;
  const shiftAt = Int32Array.from(
    shifts
      .map((_shift, number) => number)
      .sort((a, b) => {
        const [one, other] = [shifts[a]!, shifts[b]!];
        return one.startsAt - other.startsAt || one.endsAt - other.endsAt || a - b;
      }),
  );
  const rankOf = new Int32Array(shifts.length);
  shiftAt.forEach((number, rank) => {
    rankOf[number] = rank;
  });
  const locked = people.map((person) =>
    [...new Set(person.locked)]
      .filter((number) => number in shifts)
      .map((number) => rankOf[number]!)
      .sort((a, b) => a - b),
  );
  const options = people.map((person, index) => optionsOf(person.options, rankOf, locked[index]!));
  const work = [
    ...Array.from(shiftAt, (number) => shifts[number]!),
    ...people.flatMap((person) => [...person.busy].sort((a, b) => a.startsAt - b.startsAt)),
  ];
  return {
    model,
    shiftCount: shifts.length,
    personCount: people.length,
    weekCount: Math.max(1, model.weekStarts.length),
    dayCount: Math.max(1, model.dayStarts.length),
    shiftAt,
    rankOf,
    workStart: Int32Array.from(work, ({ startsAt }) => startsAt),
    workEnd: Int32Array.from(work, ({ endsAt }) => endsAt),
    workMinutes: Int32Array.from(work, ({ startsAt, endsAt }) => endsAt - startsAt),
    workPlace: Int32Array.from(work, ({ place }) => place),
    workWeek: Int32Array.from(work, ({ startsAt }) => periodOf(startsAt, model.weekStarts)),
    workDay: Int32Array.from(work, ({ startsAt }) => periodOf(startsAt, model.dayStarts)),
    headcount: Int32Array.from(shiftAt, (number) => shifts[number]!.headcount),
    weight: Float64Array.from(shiftAt, (number) => shifts[number]!.weight * costScale),
    placeCount: model.travelMinutes.length,
    travel: Int32Array.from(model.travelMinutes.flat()),
    ...candidatesOf(shifts.length, options),
    busyFrom: runningFrom(
      shifts.length,
      people.map(({ busy }) => busy.length),
    ),
    locked,
    lockedCost: people.map((person, index) => {
      const costs = new Map(person.options.map(({ shift, cost }) => [rankOf[shift], cost * costScale]));
      return locked[index]!.map((rank) => costs.get(rank) ?? 0);
    }),
    rest: Int32Array.from(people, ({ duty }) => duty.restMinutes),
    span: Int32Array.from(people, ({ duty }) => duty.spanMinutes ?? -1),
    dayLimit: Int32Array.from(people, ({ duty }) => duty.dayMinutes ?? noLimit),
    weekLimit: Int32Array.from(people, ({ duty }) => duty.weekMinutes ?? noLimit),
    totalLimit: Int32Array.from(people, ({ duty }) => duty.maxMinutes ?? noLimit),
    target: Int32Array.from(people, ({ targetMinutes }) => targetMinutes),
    contract: Int32Array.from(people, ({ contractMinutes }) => contractMinutes),
    apartOf: partnersOf(people.length, model.apart),
    togetherOf: partnersOf(people.length, model.together),
  };
}

/** Number of the period of `starts` in which a minute lies; the first for what is before it. */
export function periodOf(minute: number, starts: readonly number[]): number {
  let [low, high] = [0, starts.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= minute) low = middle;
    else high = middle;
  }
  return low;
}

/** `loadCost` of person `p` in compiled units. */
export function loadOf({ target, contract }: Compiled, person: number, minutes: number): number {
  const over = minutes - target[person]!;
  let points = over < 0 ? -2 * over : 2 * over;
  if (over > farOverMinutes) points += 4 * (over - farOverMinutes);
  const overtime = minutes - contract[person]!;
  return overtime > 0 ? points + 10 * overtime : points;
}

/** Do two shifts, renumbered, touch at one place? */
export function areNear({ model, shiftAt }: Compiled, one: number, other: number): boolean {
  return touches(model.shifts[shiftAt[one]!]!, model.shifts[shiftAt[other]!]!);
}

/** Over the target by more than this costs more. */
export const farOverMinutes = 8 * 60;

type RankedOption = { shift: number; cost: number };

function optionsOf(
  options: readonly { shift: number; cost: number }[],
  rankOf: Int32Array,
  locked: readonly number[],
): RankedOption[] {
  const byRank = new Map<number, number>();
  for (const { shift, cost } of options) {
    const rank = rankOf[shift];
    if (rank !== undefined && !byRank.has(rank)) byRank.set(rank, cost * costScale);
  }
  for (const rank of locked) byRank.delete(rank);
  return [...byRank].map(([shift, cost]) => ({ shift, cost })).sort((a, b) => a.shift - b.shift);
}

function candidatesOf(shiftCount: number, options: readonly (readonly RankedOption[])[]) {
  const perShift = new Int32Array(shiftCount);
  for (const { shift } of options.flat()) perShift[shift]! += 1;
  const candidateFrom = runningFrom(0, [...perShift]);
  const optionFrom = runningFrom(
    0,
    options.map(({ length }) => length),
  );
  const count = optionFrom[options.length]!;
  const candidatePerson = new Int32Array(count);
  const candidateCost = new Float64Array(count);
  const optionShift = new Int32Array(count);
  const optionCost = new Float64Array(count);
  const optionCandidate = new Int32Array(count);
  const next = candidateFrom.slice();
  options.forEach((own, person) => {
    own.forEach(({ shift, cost }, position) => {
      const option = optionFrom[person]! + position;
      const candidate = next[shift]!;
      next[shift] = candidate + 1;
      candidatePerson[candidate] = person;
      candidateCost[candidate] = cost;
      optionShift[option] = shift;
      optionCost[option] = cost;
      optionCandidate[option] = candidate;
    });
  });
  return {
    candidateFrom,
    candidatePerson,
    candidateCost,
    optionFrom,
    optionShift,
    optionCost,
    optionCandidate,
  };
}

function runningFrom(first: number, lengths: readonly number[]): Int32Array {
  const from = new Int32Array(lengths.length + 1);
  from[0] = first;
  lengths.forEach((length, index) => {
    from[index + 1] = from[index]! + length;
  });
  return from;
}

function partnersOf(personCount: number, pairs: readonly (readonly [number, number])[]): number[][] {
  const partners: number[][] = Array.from({ length: personCount }, () => []);
  for (const [one, other] of pairs) {
    if (one === other) continue;
    partners[one]?.push(other);
    partners[other]?.push(one);
  }
  return partners;
}
