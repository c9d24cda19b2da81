import type { Compiled } from './compiled';
import { costScale } from './compiled';
import { patience } from './random';
import type { RosterState } from './rosterState';

/** A roster to come back to: who held what, in compiled numbers. */
export type Snapshot = { cost: number; person: Int32Array; shift: Int32Array; paid: Float64Array };

/** The part of a roster that may change. */
export function snapshotOf(state: RosterState): Snapshot {
  const { personCount, shiftCount } = state.compiled;
  const [person, shift, paid]: [number[], number[], number[]] = [[], [], []];
  for (let each = 0; each < personCount; each += 1) {
    for (let index = 0; index < state.heldCount[each]!; index += 1) {
      const work = state.held[each]![index]!;
      if (work >= shiftCount || state.isFixed[each]![index] === 1) continue;
      person.push(each);
      shift.push(work);
      paid.push(state.heldCost[each]![index]!);
    }
  }
  return {
    cost: state.cost,
    person: Int32Array.from(person),
    shift: Int32Array.from(shift),
    paid: Float64Array.from(paid),
  };
}

export function restore(state: RosterState, { person, shift, paid }: Snapshot): void {
  state.clear();
  for (let index = 0; index < person.length; index += 1)
    state.add(person[index]!, shift[index]!, paid[index]!);
}

/**
 * Steps of a random walk over rosters that never break a rule. A step gives one shift to one more person, in place of a holder when
 * the shift is full; what that person must give up for it goes to the best of those who could take it. A dearer roster is kept
 * with a chance that falls with the temperature.
 */
export class Annealer {
  readonly #state: RosterState;
  readonly #random: () => number;
  /** Candidates of each shift, those who will probably hold it first. */
  readonly #order: Int32Array;
  readonly #logPerson = new Int32Array(logLength);
  readonly #logShift = new Int32Array(logLength);
  readonly #logPaid = new Float64Array(logLength);
  readonly #isAdded = new Uint8Array(logLength);
  #logged = 0;
  #isRanked = false;

  constructor(state: RosterState, random: () => number) {
    this.#state = state;
    this.#random = random;
    this.#order = Int32Array.from(state.compiled.candidatePerson, (_person, candidate) => candidate);
  }

  /** From now on prefers candidates with a low `merit`, given for each candidate. */
  prefer(merit: Float64Array): void {
    const { candidateFrom, shiftCount } = this.#state.compiled;
    this.#isRanked = true;
    for (let shift = 0; shift < shiftCount; shift += 1) {
      this.#order
        .subarray(candidateFrom[shift], candidateFrom[shift + 1])
        .sort((a, b) => merit[a]! - merit[b]! || a - b);
    }
  }

  /** `count` steps at a temperature in points of the objective. */
  walk(count: number, temperature: number): void {
    const scaled = temperature * costScale;
    for (let step = 0; step < count; step += 1) this.#step(scaled);
  }

  #step(temperature: number): void {
    const state = this.#state;
    const random = this.#random;
    const compiled = state.compiled;
    const { shiftCount, candidateFrom, candidatePerson, candidateCost, headcount } = compiled;
    const draw = random();
    const shift =
      draw < openShare && state.openCount > 0
        ? state.open[Math.floor((draw / openShare) * state.openCount)]!
        : Math.floor(random() * shiftCount);
    const from = candidateFrom[shift]!;
    const count = candidateFrom[shift + 1]! - from;
    if (count === 0 || headcount[shift]! <= 0) return;
    const draws = random();
    const bias = this.#isRanked ? draws * draws * draws * draws : draws;
    const candidate = this.#order[from + Math.floor(bias * count)]!;
    const person = candidatePerson[candidate]!;
    const allowed = temperature * patience[Math.floor(random() * patience.length)]!;
    const isFull = state.covered[shift]! >= headcount[shift]!;
    if (!state.blockersOf(person, shift, mostBlockers)) return;
    const before = state.cost;
    this.#logged = 0;
    let displaced = -1;
    if (isFull) {
      const seat = state.seatFrom[shift]! + Math.floor(random() * state.covered[shift]!);
      displaced = state.seatHolder[seat]!;
      if (state.isLocked(displaced, shift)) return;
    }
    const blockerCount = state.blockerCount;
    for (let index = 0; index < blockerCount; index += 1) this.#homeless[index] = state.blockers[index]!;
    if (displaced >= 0) this.#remove(displaced, shift);
    for (let index = 0; index < blockerCount; index += 1) this.#remove(person, this.#homeless[index]!);
    this.#add(person, shift, candidateCost[candidate]!);
    for (let index = 0; index < blockerCount; index += 1) this.#rehouse(this.#homeless[index]!, displaced);
    if (state.cost - before > allowed) this.#undo();
  }

  readonly #homeless = new Int32Array(mostBlockers);

  /** Gives a shift that lost its holder to the cheapest of some candidates; the one who was displaced is asked as well. */
  #rehouse(shift: number, displaced: number): void {
    const state = this.#state;
    const { candidateFrom, candidatePerson, candidateCost } = state.compiled;
    const from = candidateFrom[shift]!;
    const count = candidateFrom[shift + 1]! - from;
    let best = -1;
    let bestCost = 0;
    const ask = (candidate: number) => {
      const person = candidatePerson[candidate]!;
      const cost = state.costOfAdding(person, shift, candidateCost[candidate]!);
      if (cost < bestCost && state.fits(person, shift)) {
        best = candidate;
        bestCost = cost;
      }
    };
    if (displaced >= 0) {
      const own = candidateOf(state.compiled, displaced, shift);
      if (own >= 0) ask(own);
    }
    // The most fitting when that is known, and a few of the others; else a run of them from anywhere.
    const asked = Math.min(count, askedMost);
    const sure = this.#isRanked ? asked - askedBeyond : 0;
    for (let index = 0; index < sure; index += 1) ask(this.#order[from + index]!);
    const first = Math.floor(this.#random() * (count - Math.max(0, sure)));
    for (let index = Math.max(0, sure); index < asked; index += 1) {
      const other = sure > 0 ? sure + ((first + index - sure) % (count - sure)) : (first + index) % count;
      ask(this.#order[from + other]!);
    }
    if (best >= 0) this.#add(candidatePerson[best]!, shift, candidateCost[best]!);
  }

  #add(person: number, shift: number, cost: number): void {
    this.#state.add(person, shift, cost);
    this.#note(person, shift, cost, 1);
  }

  #remove(person: number, shift: number): void {
    this.#note(person, shift, this.#state.remove(person, shift), 0);
  }

  #note(person: number, shift: number, cost: number, isAdded: 0 | 1): void {
    this.#logPerson[this.#logged] = person;
    this.#logShift[this.#logged] = shift;
    this.#logPaid[this.#logged] = cost;
    this.#isAdded[this.#logged] = isAdded;
    this.#logged += 1;
  }

  #undo(): void {
    for (let index = this.#logged - 1; index >= 0; index -= 1) {
      const [person, shift] = [this.#logPerson[index]!, this.#logShift[index]!];
      if (this.#isAdded[index] === 1) this.#state.remove(person, shift);
      else this.#state.add(person, shift, this.#logPaid[index]!);
    }
  }
}

/** The pair among the candidates of the shift, or -1. */
export function candidateOf(
  { candidateFrom, candidatePerson }: Compiled,
  person: number,
  shift: number,
): number {
  let [low, high] = [candidateFrom[shift]!, candidateFrom[shift + 1]!];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (candidatePerson[middle]! < person) low = middle + 1;
    else high = middle;
  }
  return low < candidateFrom[shift + 1]! && candidatePerson[low] === person ? low : -1;
}

const logLength = 64;
/** Share of the steps that try to fill an empty seat. */
const openShare = 0.2;
const mostBlockers = 3;
/** Candidates that are asked to take over a shift, and how many of them are not among the most fitting. */
const askedMost = 16;
const askedBeyond = 4;
