import { compile, type Compiled } from './compiled';
import type { RosterModel } from './model';
import { randomFrom } from './random';
import { RosterState } from './rosterState';
import { commonRest } from './shortage';

/** A roster of few people. `people` counts those who hold anything; no roster that covers everything needs fewer than `bound`. */
export type FewestAnswer = Readonly<{
  assignments: readonly (readonly number[])[];
  people: number;
  bound: number;
  /** Every seat is filled. Otherwise `people` and `bound` say nothing of each other. */
  isComplete: boolean;
  moves: number;
}>;

/**
 * How few people can hold all the shifts, the rules kept and costs left aside. One person after the other is sent home, and the
 * shifts that lost their holder push into the schedules of those who stay: whatever is in the way is pushed out in turn, and may not come straight
 * back (a tabu search on partial colourings, after Blöchliger and Zufferey 2008). Shifts that are pushed out often become
 * heavier, until something else gives way. Ends when the bound is reached or after so many moves; reports as `fill` does.
 */
export function* fewestPeople(
  model: RosterModel,
  { seed, moves }: Readonly<{ seed: number; moves: number }>,
): Generator<FewestAnswer, FewestAnswer> {
  const compiled = compile(model);
  const search = new FewestSearch(compiled, seed);
  search.begin();
  yield search.answer();
  while (search.moves < moves && !search.isOver) {
    search.push(Math.min(chunk, moves - search.moves));
    yield search.answer();
  }
  return search.answer();
}

class FewestSearch {
  moves = 0;
  readonly #compiled: Compiled;
  readonly #state: RosterState;
  readonly #random: () => number;
  readonly #bound: number;
  readonly #isStaying: Uint8Array;
  /** How much each shift counts when it has no holder. */
  readonly #heavy: Float64Array;
  /** Until which move a candidate pair may not come back. */
  readonly #tabuUntil: Int32Array;
  #staying = 0;
  #stuckFor = 0;
  #fewestOpen = Infinity;
  #best: FewestAnswer;

  constructor(compiled: Compiled, seed: number) {
    this.#compiled = compiled;
    this.#state = new RosterState(compiled);
    this.#random = randomFrom(seed);
    this.#bound = seatsAtOnce(compiled);
    this.#isStaying = new Uint8Array(compiled.personCount);
    this.#heavy = new Float64Array(compiled.shiftCount).fill(1);
    this.#tabuUntil = new Int32Array(compiled.candidatePerson.length);
    this.#best = this.#current();
  }

  get isOver(): boolean {
    return (this.#best.isComplete && this.#best.people <= this.#bound) || this.#staying === 0;
  }

  answer(): FewestAnswer {
    return { ...this.#best, moves: this.moves };
  }

  /** By start, the longest first, each to whoever has been idle for the least time; somebody new when nobody is free. */
  begin(): void {
    const { shiftCount, workStart, workEnd, headcount, personCount } = this.#compiled;
    const order = Array.from({ length: shiftCount }, (_shift, rank) => rank).sort(
      (a, b) => workStart[a]! - workStart[b]! || workEnd[b]! - workEnd[a]!,
    );
    for (let person = 0; person < personCount; person += 1)
      if (this.#state.minutes[person]! > 0) this.#stay(person);
    for (const shift of order) {
      while (this.#state.covered[shift]! < headcount[shift]!) {
        const candidate = this.#mostFitting(shift);
        if (candidate < 0) break;
        const person = this.#compiled.candidatePerson[candidate]!;
        if (this.#isStaying[person] === 0) this.#stay(person);
        this.#state.add(person, shift, 0);
      }
    }
    // Who is only needed when chains are looked for: everybody may help as long as seats are empty.
    if (this.#state.openCount > 0)
      for (let person = 0; person < personCount; person += 1)
        if (this.#isStaying[person] === 0) this.#stay(person);
    this.#settle();
  }

  push(count: number): void {
    for (let step = 0; step < count && !this.isOver; step += 1) {
      this.moves += 1;
      this.#pushOne();
      const { openCount } = this.#state;
      if (openCount < this.#fewestOpen) {
        this.#fewestOpen = openCount;
        this.#stuckFor = 0;
      } else this.#stuckFor += 1;
      if (openCount === 0) this.#settle();
      else if (this.#stuckFor > patienceOfMoves) this.#exchange();
    }
  }

  /** Everything is covered: a record, and one more goes home. */
  #settle(): void {
    if (this.#state.openCount === 0) {
      for (let person = 0; person < this.#isStaying.length; person += 1)
        if (this.#isStaying[person] === 1 && this.#state.minutes[person] === 0) this.#leave(person);
      const current = this.#current();
      if (!this.#best.isComplete || current.people < this.#best.people) this.#best = current;
      if (this.isOver) return;
      const idlest = this.#idlest(1);
      if (idlest < 0) this.#staying = 0;
      else this.#leave(idlest);
    } else if (!this.#best.isComplete) this.#best = this.#current();
    this.#fewestOpen = this.#state.openCount;
    this.#stuckFor = 0;
  }

  /** One shift without holder pushes into the schedule where it pushes out the least. */
  #pushOne(): void {
    const state = this.#state;
    const { candidateFrom, candidatePerson } = this.#compiled;
    const shift = state.open[Math.floor(this.#random() * state.openCount)]!;
    let best = -1;
    let least = Infinity;
    let ties = 0;
    for (let candidate = candidateFrom[shift]!; candidate < candidateFrom[shift + 1]!; candidate += 1) {
      const person = candidatePerson[candidate]!;
      if (this.#isStaying[person] === 0 || this.#tabuUntil[candidate]! > this.moves) continue;
      if (!state.blockersOf(person, shift, mostPushedOut)) continue;
      let weight = 0;
      for (let index = 0; index < state.blockerCount; index += 1)
        weight += this.#heavy[state.blockers[index]!]!;
      if (weight > least) continue;
      ties = weight === least ? ties + 1 : 1;
      if (weight === least && this.#random() * ties >= 1) continue;
      best = candidate;
      least = weight;
    }
    this.#heavy[shift]! += heavier;
    if (best < 0) return;
    const person = candidatePerson[best]!;
    state.blockersOf(person, shift, mostPushedOut);
    const pushed = Array.from(state.blockers.subarray(0, state.blockerCount));
    for (const other of pushed) {
      state.remove(person, other);
      const pair = this.#candidateOf(person, other);
      if (pair >= 0) this.#tabuUntil[pair] = this.moves + tabuLeast + Math.floor(this.#random() * tabuSpread);
    }
    state.add(person, shift, 0);
  }

  /** Somebody who stays goes home, and somebody comes who can hold one of the shifts without holder. */
  #exchange(): void {
    const { candidateFrom, candidatePerson } = this.#compiled;
    this.#stuckFor = 0;
    this.#fewestOpen = this.#state.openCount;
    const shift = this.#state.open[Math.floor(this.#random() * this.#state.openCount)]!;
    const coming = Array.from(
      candidatePerson.subarray(candidateFrom[shift], candidateFrom[shift + 1]),
    ).filter((person) => this.#isStaying[person] === 0);
    const comes = coming[Math.floor(this.#random() * coming.length)];
    const goes = this.#idlest(choiceOfIdle);
    if (comes === undefined || goes < 0) return;
    this.#stay(comes);
    this.#leave(goes);
    this.#fewestOpen = this.#state.openCount;
  }

  #stay(person: number): void {
    this.#isStaying[person] = 1;
    this.#staying += 1;
  }

  #leave(person: number): void {
    this.#state.clearPerson(person);
    this.#isStaying[person] = 0;
    this.#staying -= 1;
  }

  /** One of the `among` people with the least work, without anything locked; -1 when there is none. */
  #idlest(among: number): number {
    const { locked } = this.#compiled;
    const people = Array.from(this.#isStaying.keys())
      .filter((person) => this.#isStaying[person] === 1 && locked[person]!.length === 0)
      .sort((a, b) => this.#state.minutes[a]! - this.#state.minutes[b]! || a - b);
    return people[Math.floor(this.#random() * Math.min(among, people.length))] ?? -1;
  }

  #mostFitting(shift: number): number {
    const { candidateFrom, candidatePerson, optionFrom, workStart, workEnd } = this.#compiled;
    const state = this.#state;
    let best = -1;
    let most = -Infinity;
    for (let candidate = candidateFrom[shift]!; candidate < candidateFrom[shift + 1]!; candidate += 1) {
      const person = candidatePerson[candidate]!;
      if (!state.fits(person, shift)) continue;
      const last = state.held[person]![state.heldCount[person]! - 1];
      const idle = last === undefined ? 0 : workStart[shift]! - workEnd[last]!;
      const merit =
        this.#isStaying[person] === 1 ? -idle : -1e9 + optionFrom[person + 1]! - optionFrom[person]!;
      if (merit <= most) continue;
      best = candidate;
      most = merit;
    }
    return best;
  }

  #candidateOf(person: number, shift: number): number {
    const { candidateFrom, candidatePerson } = this.#compiled;
    for (let candidate = candidateFrom[shift]!; candidate < candidateFrom[shift + 1]!; candidate += 1)
      if (candidatePerson[candidate] === person) return candidate;
    return -1;
  }

  #current(): FewestAnswer {
    const assignments = this.#state.assignments();
    return {
      assignments,
      people: assignments.filter(({ length }) => length > 0).length,
      bound: this.#bound,
      isComplete: this.#state.openCount === 0,
      moves: this.moves,
    };
  }
}

/** The most seats of which nobody can hold two: at one moment, the rest that everybody needs included. */
function seatsAtOnce(compiled: Compiled): number {
  const { shiftCount, workStart, workEnd, headcount } = compiled;
  const rest = commonRest(compiled);
  const changes = Array.from({ length: shiftCount }, (_shift, shift) => [
    { at: workStart[shift]!, seats: Math.max(0, headcount[shift]!) },
    { at: workEnd[shift]! + rest, seats: -Math.max(0, headcount[shift]!) },
  ]).flat();
  changes.sort((a, b) => a.at - b.at || a.seats - b.seats);
  let [now, most] = [0, 0];
  for (const { seats } of changes) {
    now += seats;
    most = Math.max(most, now);
  }
  return most;
}

/** Moves between two reports. */
const chunk = 500;
/** Moves without a new record after which somebody else is tried. */
const patienceOfMoves = 4_000;
const choiceOfIdle = 5;
const mostPushedOut = 6;
const heavier = 0.02;
const tabuLeast = 8;
const tabuSpread = 12;
