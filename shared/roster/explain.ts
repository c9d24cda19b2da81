import { candidateOf } from './anneal';
import { type Breach, breachesOfAdding } from './check';
import { compile, type Compiled, costScale } from './compiled';
import { type RosterModel, touches } from './model';
import { RosterState } from './rosterState';
import { shortageFinder, type Shortage } from './shortage';

/** Why a shift has empty seats, person by person, as a group, and what would fill one of them. */
export type EmptySeats = Readonly<{
  shift: number;
  /** Empty seats, at least 1. */
  seats: number;
  /** Everybody among whose options the shift is, and does not hold it: those with the least in the way first. */
  people: readonly PersonInTheWay[];
  /** A group of shifts, this one among them, that has more seats than people; `null` when none was found. */
  shortage: Shortage | null;
  /** The smallest change that would fill a seat; `null` when neither a few moves nor one relaxed rule would. */
  remedy: Remedy | null;
}>;

export type PersonInTheWay = Readonly<{
  person: number;
  /** All that would break; empty when the person is free, and the seat is empty because filling it costs more. */
  blocks: readonly Block[];
}>;

export type BlockKind =
  'working' | 'travel' | 'rest' | 'span' | 'dayHours' | 'weekHours' | 'maxHours' | 'apart';

export type Block = Readonly<{
  kind: BlockKind;
  /** The shifts in the way; without them the work is elsewhere, among the busy spans. */
  shifts: readonly number[];
  /** Minutes of overlap, missing or in excess; 0 for `apart`. */
  minutes: number;
  /** Nothing that may be moved stands in the way: locked shifts and busy spans only. */
  isFixed: boolean;
  /** For `apart`: the other person. */
  other: number | null;
}>;

export type Remedy =
  /** Reassignments in the order in which they can be done; the last one fills the seat. */
  | Readonly<{ kind: 'moves'; moves: readonly RosterMove[]; costChange: number }>
  /** One rule of one person, if it gave way by so many minutes. */
  | Readonly<{ kind: 'relaxation'; person: number; rule: RelaxableRule; minutes: number }>;

export type RosterMove = Readonly<{ shift: number; from: number | null; to: number }>;
export type RelaxableRule = 'rest' | 'span' | 'dayHours' | 'weekHours' | 'maxHours';

/** Explains every shift with empty seats, in the order of the model. */
export function explainEmpty(model: RosterModel, assignments: readonly (readonly number[])[]): EmptySeats[] {
  const compiled = compile(lockingStrangers(model, assignments));
  const state = stateOf(compiled, assignments);
  const findShortage = shortageFinder(compiled, state);
  return model.shifts.flatMap(({ headcount }, shift): EmptySeats[] => {
    const rank = compiled.rankOf[shift]!;
    const seats = headcount - state.covered[rank]!;
    if (seats <= 0) return [];
    const people = peopleInTheWay(model, compiled, assignments, shift);
    return [
      {
        shift,
        seats,
        people,
        shortage: findShortage(rank),
        remedy: movesFor(state, rank) ?? relaxationFor(people),
      },
    ];
  });
}

/** Shifts held without being an option were given by hand: they stay. */
function lockingStrangers(model: RosterModel, assignments: readonly (readonly number[])[]): RosterModel {
  return {
    ...model,
    people: model.people.map((person, index) => {
      const options = new Set(person.options.map(({ shift }) => shift));
      const strangers = (assignments[index] ?? []).filter((shift) => !options.has(shift));
      return strangers.length === 0 ? person : { ...person, locked: [...person.locked, ...strangers] };
    }),
  };
}

function stateOf(compiled: Compiled, assignments: readonly (readonly number[])[]): RosterState {
  const state = new RosterState(compiled);
  assignments.forEach((held, person) => {
    for (const number of held) {
      const shift = compiled.rankOf[number] ?? -1;
      const candidate = shift < 0 ? -1 : candidateOf(compiled, person, shift);
      if (candidate < 0 || state.holds(person, shift)) continue;
      if (state.covered[shift]! < compiled.headcount[shift]!)
        state.add(person, shift, compiled.candidateCost[candidate]!);
    }
  });
  return state;
}

function peopleInTheWay(
  model: RosterModel,
  { candidateFrom, candidatePerson, rankOf, apartOf }: Compiled,
  assignments: readonly (readonly number[])[],
  shift: number,
): PersonInTheWay[] {
  const rank = rankOf[shift]!;
  return Array.from(candidatePerson.subarray(candidateFrom[rank], candidateFrom[rank + 1]))
    .filter((person) => !assignments[person]?.includes(shift))
    .map((person) => ({
      person,
      blocks: [
        ...breachesOfAdding(model, person, assignments[person] ?? [], shift).flatMap((breach) =>
          blockOf(model, person, shift, breach),
        ),
        ...apartOf[person]!.flatMap((other) => apartBlocks(model, assignments, shift, other)),
      ],
    }))
    .sort((a, b) => a.blocks.length - b.blocks.length || minutesOf(a) - minutesOf(b) || a.person - b.person);
}

function minutesOf({ blocks }: PersonInTheWay): number {
  return blocks.reduce((sum, { minutes }) => sum + minutes, 0);
}

function blockOf(model: RosterModel, person: number, shift: number, breach: Breach): Block[] {
  const { kind, excess } = breach;
  switch (kind) {
    case 'working':
    case 'travel':
    case 'rest':
    case 'span':
    case 'dayHours':
    case 'weekHours':
    case 'maxHours': {
      const shifts = breach.shifts.filter((each) => each !== shift);
      const isFixed = shifts.every((each) => model.people[person]?.locked.includes(each));
      return [{ kind, shifts, minutes: excess, isFixed, other: null }];
    }
    case 'notAnOption':
    case 'lockMissing':
    case 'twice':
    case 'apart':
    case 'overfull':
      return [];
  }
}

function apartBlocks(
  model: RosterModel,
  assignments: readonly (readonly number[])[],
  shift: number,
  other: number,
): Block[] {
  const near = (assignments[other] ?? []).filter((each) => {
    const [left, right] = [model.shifts[each], model.shifts[shift]];
    return left && right && touches(left, right);
  });
  if (near.length === 0) return [];
  const isFixed = near.every((each) => model.people[other]?.locked.includes(each));
  return [{ kind: 'apart', shifts: near, minutes: 0, isFixed, other }];
}

/** The shortest chain of reassignments that fills a seat, of the cheapest of that length; leaves the state as it was. */
function movesFor(state: RosterState, rank: number): Remedy | null {
  const { shiftAt } = state.compiled;
  const before = state.cost;
  for (let most = 1; most <= longestChain; most += 1) {
    const search: ChainSearch = { state, left: checksPerLength, best: null, bestCost: Infinity, chain: [] };
    extendChain(search, rank, null, most);
    if (!search.best) continue;
    const moves = search.best.map(({ shift, from, to }) => ({ shift: shiftAt[shift]!, from, to })).reverse();
    return { kind: 'moves', moves, costChange: (search.bestCost - before) / costScale };
  }
  return null;
}

type ChainSearch = {
  state: RosterState;
  /** Checks that may still be made. */
  left: number;
  best: readonly RosterMove[] | null;
  bestCost: number;
  chain: RosterMove[];
};

/** Gives `shift`, which `from` has just given up, to somebody who is free, or who gives up one shift that is passed on. */
function extendChain(search: ChainSearch, shift: number, from: number | null, most: number): void {
  const { state, chain } = search;
  const { candidateFrom, candidatePerson, candidateCost } = state.compiled;
  for (let candidate = candidateFrom[shift]!; candidate < candidateFrom[shift + 1]!; candidate += 1) {
    if (search.left <= 0) return;
    search.left -= 1;
    const person = candidatePerson[candidate]!;
    if (person === from || chain.some(({ to }) => to === person)) continue;
    if (!state.blockersOf(person, shift, most > 1 ? 1 : 0)) continue;
    const blocker = state.blockerCount === 0 ? -1 : state.blockers[0]!;
    const paid = blocker < 0 ? 0 : state.remove(person, blocker);
    state.add(person, shift, candidateCost[candidate]!);
    chain.push({ shift, from, to: person });
    if (blocker >= 0) extendChain(search, blocker, person, most - 1);
    else if (state.cost < search.bestCost) {
      search.best = [...chain];
      search.bestCost = state.cost;
    }
    chain.pop();
    state.remove(person, shift);
    if (blocker >= 0) state.add(person, blocker, paid);
  }
}

/** The one rule that is nearest to letting somebody in: nothing else may stand in that person's way. */
function relaxationFor(people: readonly PersonInTheWay[]): Remedy | null {
  let best: Remedy | null = null;
  let least = Infinity;
  for (const { person, blocks } of people) {
    const [block, ...others] = blocks;
    if (!block || others.length > 0 || block.minutes >= least) continue;
    const { kind, minutes } = block;
    if (kind === 'working' || kind === 'travel' || kind === 'apart') continue;
    least = minutes;
    best = { kind: 'relaxation', person, rule: kind, minutes };
  }
  return best;
}

/** Reassignments in a remedy, and how many candidates may be asked for each length of chain. */
const longestChain = 3;
const checksPerLength = 30_000;
