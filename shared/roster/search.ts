import { Annealer, candidateOf, restore, type Snapshot, snapshotOf } from './anneal';
import { compile, type Compiled, costScale } from './compiled';
import { costOf } from './cost';
import type { Progress } from './fill';
import type { RosterAnswer, RosterModel } from './model';
import { PriceAscent } from './prices';
import { type FoundRoster, Proof } from './proof';
import { fallBetween, randomFrom } from './random';
import { reassign } from './reassign';
import { RosterState } from './rosterState';
import { commonRest, shiftsAt } from './shortage';

/** The ways to make a roster better, which `fill` puts in order. Each reports as it goes and leaves the best roster standing. */
export class RosterSearch {
  readonly #model: RosterModel;
  readonly #compiled: Compiled;
  readonly #state: RosterState;
  readonly #annealer: Annealer;
  readonly #prices: PriceAscent;
  readonly #moments: readonly number[];
  readonly #rest: number;
  readonly #most: number;
  readonly #shiftOf: Int32Array;
  #merit: Float64Array;
  #moves = 0;
  #priced = 0;
  #best: Best;
  #proof: Proof | null | undefined;

  /** Costs and choices are those of `narrowed`, the answers those of `model`. */
  constructor(model: RosterModel, narrowed: RosterModel, seed: number, moves: number) {
    const compiled = compile(narrowed);
    this.#model = model;
    this.#compiled = compiled;
    this.#most = moves;
    this.#state = new RosterState(compiled);
    this.#annealer = new Annealer(this.#state, randomFrom(seed));
    this.#prices = new PriceAscent(compiled);
    this.#rest = commonRest(compiled);
    this.#moments = momentsOf(compiled);
    this.#merit = new Float64Array(compiled.candidatePerson.length);
    this.#shiftOf = new Int32Array(compiled.candidatePerson.length);
    for (let shift = 0; shift < compiled.shiftCount; shift += 1)
      this.#shiftOf.fill(shift, compiled.candidateFrom[shift], compiled.candidateFrom[shift + 1]);
    this.#best = bestOf(this.#state);
  }

  /** Nobody may take anything: the roster is what is locked. */
  get isPointless(): boolean {
    return this.#compiled.candidatePerson.length === 0;
  }

  get isOver(): boolean {
    return this.#moves >= this.#most || this.#best.roster.cost <= this.#bound + 1e-6;
  }

  progress(): Progress {
    if (this.#state.cost < this.#best.roster.cost - 1e-6) this.#best = bestOf(this.#state);
    const best = this.#best;
    const bound = this.#bound / costScale;
    const [model, compiled] = [this.#model, this.#compiled];
    return {
      moves: this.#moves,
      emptySeats: best.emptySeats,
      get answer() {
        best.answer ??= answerOf(model, compiled, best.roster);
        return { ...best.answer, bound, isOptimal: bound > best.answer.objective - 1e-6 };
      },
    };
  }

  /** Takes over what of a roster keeps the rules, and gives the other seats out, the scarcest first. */
  begin(start: readonly (readonly number[])[]): void {
    const { rankOf, headcount, candidateCost, personCount } = this.#compiled;
    start.slice(0, personCount).forEach((held, person) => {
      for (const number of held) {
        const shift = rankOf[number] ?? -1;
        const candidate = shift < 0 ? -1 : candidateOf(this.#compiled, person, shift);
        if (candidate < 0 || this.#state.covered[shift]! >= headcount[shift]!) continue;
        if (this.#state.fits(person, shift)) this.#state.add(person, shift, candidateCost[candidate]!);
      }
    });
    fillGreedily(this.#state);
  }

  /** Anneals down from a temperature in points, for a length in units that depend on the size. */
  *walk(length: number, hot: number): Generator<Progress, void> {
    const steps = length * this.#walkSteps;
    for (let done = 0; done < steps && !this.isOver;) {
      const count = Math.min(chunk, steps - done, this.#most - this.#moves);
      const left = 1 - done / steps;
      this.#annealer.walk(count, hot * left * left + coldest);
      this.#moves += count;
      done += count;
      yield this.progress();
    }
    restore(this.#state, this.#best.roster);
  }

  /** Gives the seats of every rest window out anew, until that gains next to nothing. */
  *sweep(): Generator<Progress, void> {
    for (let gained = Infinity; gained > this.#state.cost * 2e-3;) {
      const before = this.#state.cost;
      for (const minute of this.#moments) {
        if (this.isOver) return;
        const shifts = shiftsAt(this.#compiled, minute, this.#rest);
        reassign(this.#state, shifts);
        this.#moves += stepsPerRow * shifts.length;
        yield this.progress();
      }
      gained = before - this.#state.cost;
    }
  }

  /**
   * Improves the bound, and learns which pairs belong together. The first prices are read off the best roster; while the bound is far
   * from it, the prices may still move far.
   */
  *price(): Generator<Progress, void> {
    const prices = this.#prices;
    const { cost } = this.#best.roster;
    const isQuick = this.#shiftOf.length < quickPairs;
    const isFar = cost - prices.bound > (isQuick ? 0.005 : 0.025) * Math.abs(cost);
    const isFirst = this.#priced < 2;
    if (isFirst) prices.startFrom(this.#state);
    const [from, to] = isFirst
      ? [15, 0.06]
      : isFar
        ? [100 * 2 ** Math.min(3, this.#priced), 0.05]
        : [4, 0.02];
    const count = passes * (this.#priced === 0 ? 2 : isFar && isQuick ? 4 : 1);
    this.#priced += 1;
    for (let pass = 0; pass < count && !this.isOver; pass += 1) {
      prices.pass(fallBetween(from, to, pass / (count - 1)));
      if (pass % 25 === 24) prices.measure();
      this.#moves += 1 + Math.floor(this.#shiftOf.length / 100);
      yield this.progress();
    }
    prices.resume();
    this.#merit = prices.merit();
    this.#annealer.prefer(this.#merit);
  }

  /**
   * Tries to prove the best roster optimal, or finds a better one, for about as long as `length` walks. Does nothing where a proof is out of
   * reach.
   */
  *prove(length: number): Generator<Progress, void> {
    if (this.#best.roster.cost - this.#bound > 0.01 * Math.abs(this.#best.roster.cost)) return;
    if (this.#proof === undefined) this.#proof = Proof.of(this.#compiled, this.#prices.prices(), this.#bound);
    const proof = this.#proof;
    if (proof === null) return;
    const until = this.#moves + length * this.#walkSteps;
    while (this.#moves < until && !this.isOver && !proof.isDone) {
      const search = proof.next(this.#best.roster.cost);
      let step = search.next();
      for (; !step.done; step = search.next()) {
        this.#moves += 1 + Math.floor(proof.passWork / 1_000);
        yield this.progress();
      }
      if (step.value) this.#take(step.value);
      yield this.progress();
    }
  }

  /** Takes a roster found by the proof, if it keeps the rules that the proof does not know. */
  #take({ candidates }: FoundRoster): void {
    const { candidatePerson, candidateCost } = this.#compiled;
    this.#state.clear();
    for (const candidate of candidates) {
      const [person, shift] = [candidatePerson[candidate]!, this.#shiftOf[candidate]!];
      if (this.#state.fits(person, shift)) this.#state.add(person, shift, candidateCost[candidate]!);
    }
    this.progress();
    restore(this.#state, this.#best.roster);
  }

  get #bound(): number {
    return Math.max(this.#prices.bound, this.#proof?.bound ?? -Infinity);
  }

  get #walkSteps(): number {
    return shortestWalk + stepsPerShift * this.#compiled.shiftCount;
  }

  /** Gives everything out anew, the pairs that belong together first. */
  rebuild(): void {
    const { candidatePerson, candidateCost, headcount } = this.#compiled;
    const state = this.#state;
    const merit = this.#merit;
    state.clear();
    const order = Int32Array.from(merit, (_merit, candidate) => candidate);
    order.sort((a, b) => merit[a]! - merit[b]! || a - b);
    for (const candidate of order) {
      const [person, shift] = [candidatePerson[candidate]!, this.#shiftOf[candidate]!];
      if (state.covered[shift]! >= headcount[shift]!) continue;
      if (state.costOfAdding(person, shift, candidateCost[candidate]!) >= 0) continue;
      if (state.fits(person, shift)) state.add(person, shift, candidateCost[candidate]!);
    }
  }
}

type Best = { roster: Snapshot; emptySeats: number; answer: RosterAnswer | null };

function bestOf(state: RosterState): Best {
  return { roster: snapshotOf(state), emptySeats: state.emptySeats, answer: null };
}

function answerOf(model: RosterModel, compiled: Compiled, { person, shift }: Snapshot): RosterAnswer {
  const { shiftAt } = compiled;
  const assignments = compiled.locked.map((locked) => locked.map((rank) => shiftAt[rank]!));
  person.forEach((holder, index) => assignments[holder]!.push(shiftAt[shift[index]!]!));
  for (const held of assignments) held.sort((a, b) => a - b);
  const { objective, uncovered } = costOf(model, assignments);
  return { assignments, objective, uncovered, bound: -Infinity, isOptimal: false };
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

/** Starts of shifts, enough of them to see every rest window from several sides: at each, nobody can work two of the shifts around it. */
function momentsOf({ shiftCount, workStart }: Compiled): number[] {
  const starts = [...new Set(workStart.subarray(0, shiftCount))];
  const every = Math.max(1, Math.floor(starts.length / mostMoments));
  return starts.filter((_start, index) => index % every === 0);
}

const mostMoments = 120;
/** Steps of the shortest walk. */
const shortestWalk = 10_000;
const stepsPerShift = 30;
/** What a shift of an exact reassignment counts in steps. */
const stepsPerRow = 4;
/** Rounds of price moves at a time. */
const passes = 150;
/** Fewer pairs than these are priced in little time. */
const quickPairs = 50_000;
/** Temperature in points at the end of a walk. */
const coldest = 0.3;
/** Steps between two reports: a few milliseconds of work. */
const chunk = 500;
