import { type Compiled, costScale, farOverMinutes, noLimit } from './compiled';
import { RosterState } from './rosterState';

/**
 * A lower bound by prices. Every seat gets a price; each person alone picks the schedule that pays best at these prices, which for
 * intervals is one pass over the shifts; what all would earn beyond the prices of the seats, no roster can do better. Hours of
 * the week and of the whole model have prices too. After each person's pick the prices move against what is asked for too much or too little
 * (incremental subgradient steps, Nedić and Bertsekas 2001), by less from pass to pass.
 *
 * Relaxed, so that the bound holds all the more: day limits, `apart`, travel where the rest is strict, and a duty period of three
 * shifts or more is only looked at two by two.
 */
export class PriceAscent {
  /** The best bound so far, in compiled units. */
  bound = -Infinity;

  readonly #compiled: Compiled;
  readonly #seats: Int32Array;
  /** The seats of each shift divided by its candidates. */
  readonly #sharesOfSeat: Float64Array;
  /** What the locked shifts cost whatever happens: paid by the person, or seats that nobody may take. */
  readonly #fixedCost: number;
  readonly #fixedMinutes: Int32Array;
  readonly #weekRoom: Int32Array;
  readonly #mostMinutes: Int32Array;
  /** Possible picks of each person by end: the shift, its candidate pair, its cost, and how many picks end early enough before it. */
  readonly #pickFrom: Int32Array;
  readonly #pickShift: Int32Array;
  readonly #pickCandidate: Int32Array;
  readonly #pickCost: Float64Array;
  readonly #pickBefore: Int32Array;
  /** Picks that may come right before within the same duty period. */
  readonly #closeFrom: Int32Array;
  readonly #close: Int32Array;

  /** Price of a seat, and in cost of a shift of average length those of a person's hours and weeks. */
  readonly #seatPrice: Float64Array;
  readonly #hourPrice: Float64Array;
  readonly #weekPrice: Float64Array;
  /** Of one person's schedule: shifts of average length, in all and in each week. */
  #pickedHours = 0;
  readonly #pickedWeek: Float64Array;
  readonly #isPicked: Uint8Array;
  /** Of one person's picks: the cheapest schedule of the first so many, and the cheapest that ends with each. */
  readonly #pathBest: Float64Array;
  readonly #pathValue: Float64Array;
  readonly #cameFrom: Int32Array;
  readonly #endsWith: Int32Array;
  readonly #typical: number;
  /** How often each pick was chosen, the last passes counting most. */
  readonly #share: Float64Array;
  /** The prices of the best bound, beside those of now. */
  readonly #kept: readonly (readonly [Float64Array, Float64Array])[];
  #passes = 0;

  constructor(compiled: Compiled) {
    const { personCount, shiftCount, weekCount, headcount, workMinutes } = compiled;
    this.#compiled = compiled;
    const bare = new RosterState(compiled);
    this.#seats = headcount.map((seats, shift) => Math.max(0, seats - bare.covered[shift]!));
    this.#fixedCost = compiled.lockedCost.flat().reduce((sum, cost) => sum + cost, 0);
    this.#fixedMinutes = bare.minutes;
    const picks = picksOf(compiled, bare, this.#seats);
    this.#pickFrom = picks.from;
    this.#pickShift = picks.shift;
    this.#pickCandidate = picks.candidate;
    this.#pickCost = picks.cost;
    this.#pickBefore = picks.before;
    this.#closeFrom = picks.closeFrom;
    this.#close = picks.close;
    this.#weekRoom = bare.weekMinutes.map((minutes, index) => {
      const limit = compiled.weekLimit[Math.floor(index / weekCount)]!;
      return limit >= noLimit ? noLimit : Math.max(0, limit - minutes);
    });
    this.#mostMinutes = mostMinutesOf(compiled, bare, this.#weekRoom, picks);
    const total = workMinutes.subarray(0, shiftCount).reduce((sum, minutes) => sum + minutes, 0);
    this.#typical = shiftCount === 0 ? 1 : total / shiftCount;
    this.#seatPrice = new Float64Array(shiftCount);
    this.#hourPrice = new Float64Array(personCount);
    this.#weekPrice = new Float64Array(personCount * weekCount);
    this.#kept = [this.#seatPrice, this.#hourPrice, this.#weekPrice].map(
      (prices) => [prices.slice(), prices] as const,
    );
    this.#share = new Float64Array(this.#pickShift.length);
    this.#pickedWeek = new Float64Array(weekCount);
    this.#isPicked = new Uint8Array(shiftCount);
    const most = picks.from.reduce(
      (longest, from, index) => Math.max(longest, (picks.from[index + 1] ?? from) - from),
      0,
    );
    this.#pathBest = new Float64Array(most + 1);
    this.#pathValue = new Float64Array(most + 1);
    this.#cameFrom = new Int32Array(most + 1);
    this.#endsWith = new Int32Array(most + 1);
    this.#sharesOfSeat = Float64Array.from(this.#seats);
    const asked = new Int32Array(shiftCount);
    for (const shift of picks.shift) asked[shift]! += 1;
    for (let shift = 0; shift < shiftCount; shift += 1)
      this.#sharesOfSeat[shift]! /= Math.max(1, asked[shift]!);
    this.measure();
  }

  /**
   * Prices read off a good roster: an empty seat is worth its weight, and so is each shift that somebody would have to give up for it, from
   * shift to shift.
   */
  startFrom(state: RosterState): void {
    const { candidateFrom, candidatePerson, weight } = this.#compiled;
    const price = this.#seatPrice;
    price.fill(ordinaryPrice * costScale);
    const queue: number[] = [];
    const queued = new Uint8Array(price.length);
    for (let index = 0; index < state.openCount; index += 1) {
      const shift = state.open[index]!;
      price[shift] = weight[shift]!;
      queue.push(shift);
    }
    queue.sort((a, b) => price[b]! - price[a]! || a - b);
    for (let head = 0; head < queue.length; head += 1) {
      const shift = queue[head]!;
      queued[shift] = 0;
      for (let candidate = candidateFrom[shift]!; candidate < candidateFrom[shift + 1]!; candidate += 1) {
        const person = candidatePerson[candidate]!;
        if (!state.blockersOf(person, shift, 1) || state.blockerCount !== 1) continue;
        const blocker = state.blockers[0]!;
        if (price[blocker]! >= price[shift]! || price[blocker]! >= weight[blocker]!) continue;
        price[blocker] = Math.min(weight[blocker]!, price[shift]!);
        if (queued[blocker] === 0) {
          queued[blocker] = 1;
          queue.push(blocker);
        }
      }
    }
    this.measure();
  }

  /** Moves the prices once around all people, by at most `length` points for a seat. */
  pass(length: number): void {
    const { personCount, weight, weekCount } = this.#compiled;
    const seatStep = length * costScale;
    const hourStep = hourShare * seatStep;
    for (let turn = 0; turn < personCount; turn += 1) {
      const person = this.#passes % 2 === 0 ? turn : personCount - 1 - turn;
      this.#bestPath(person);
      for (let pick = this.#pickFrom[person]!; pick < this.#pickFrom[person + 1]!; pick += 1) {
        const shift = this.#pickShift[pick]!;
        const missing = this.#sharesOfSeat[shift]! - this.#isPicked[shift]!;
        this.#share[pick]! += shareWeight * (this.#isPicked[shift]! - this.#share[pick]!);
        this.#isPicked[shift] = 0;
        this.#seatPrice[shift] = Math.min(weight[shift]!, this.#seatPrice[shift]! + seatStep * missing);
      }
      const hours = this.#bestHours(person).minutes / this.#typical;
      this.#hourPrice[person]! += hourStep * (this.#pickedHours - hours);
      for (let week = 0; week < weekCount; week += 1) {
        const room = this.#weekRoom[person * weekCount + week]!;
        if (room >= noLimit) continue;
        const price = this.#weekPrice[person * weekCount + week]!;
        const over = this.#pickedWeek[week]! - room / this.#typical;
        this.#weekPrice[person * weekCount + week] = Math.max(0, price + hourStep * over);
      }
    }
    this.#passes += 1;
  }

  /** The prices of now; after `resume` those of the best bound. */
  prices(): SeatPrices {
    return { seat: this.#seatPrice.slice(), week: this.#weekPrice.slice() };
  }

  /** Takes the bound at the present prices. */
  measure(): void {
    const { personCount, weekCount } = this.#compiled;
    let value = this.#fixedCost;
    for (let shift = 0; shift < this.#seats.length; shift += 1)
      value += this.#seats[shift]! * this.#seatPrice[shift]!;
    for (let person = 0; person < personCount; person += 1) {
      value += this.#bestPath(person) + this.#bestHours(person).value;
      for (let pick = this.#pickFrom[person]!; pick < this.#pickFrom[person + 1]!; pick += 1)
        this.#isPicked[this.#pickShift[pick]!] = 0;
      for (let week = person * weekCount; week < (person + 1) * weekCount; week += 1) {
        const room = this.#weekRoom[week]!;
        if (room < noLimit) value -= (this.#weekPrice[week]! * room) / this.#typical;
      }
    }
    if (value <= this.bound) return;
    this.bound = value;
    for (const [kept, now] of this.#kept) kept.set(now);
  }

  /** Goes back to the prices of the best bound. */
  resume(): void {
    for (const [kept, now] of this.#kept) now.set(kept);
  }

  /**
   * How much more a person's cheapest schedule costs at these prices when it has to hold a shift, for each candidate pair: next to nothing for
   * the pairs of good rosters. Infinite for what the person can never hold.
   */
  slack(): Float64Array {
    const { personCount, candidatePerson } = this.#compiled;
    const slack = new Float64Array(candidatePerson.length).fill(Infinity);
    const fromPrefix = new Float64Array(this.#pathBest.length);
    const fromPick = new Float64Array(this.#pathBest.length);
    for (let person = 0; person < personCount; person += 1) {
      const [from, to] = [this.#pickFrom[person]!, this.#pickFrom[person + 1]!];
      const best = this.#bestPath(person);
      for (let pick = from; pick < to; pick += 1) this.#isPicked[this.#pickShift[pick]!] = 0;
      // What may follow each pick, from the last to the first.
      fromPrefix.fill(Infinity, 0, to - from);
      fromPick.fill(Infinity, 0, to - from);
      fromPrefix[to - from] = 0;
      for (let pick = to - 1; pick >= from; pick -= 1) {
        const local = pick - from;
        const after = Math.min(fromPrefix[local + 1]!, fromPick[local]!);
        slack[this.#pickCandidate[pick]!] = this.#pathValue[local]! + after - best;
        const whole = after + this.#priced(person, pick);
        const before = this.#pickBefore[pick]!;
        fromPrefix[before] = Math.min(fromPrefix[before]!, whole);
        for (let close = this.#closeFrom[pick]!; close < this.#closeFrom[pick + 1]!; close += 1) {
          const other = this.#close[close]!;
          fromPick[other] = Math.min(fromPick[other]!, whole);
        }
        fromPrefix[local] = Math.min(fromPrefix[local]!, fromPrefix[local + 1]!);
      }
    }
    return slack;
  }

  /**
   * The order in which pairs belong together, the best first: `slack` less a bonus for pairs chosen often of late, since many pairs have next to
   * no slack.
   */
  merit(): Float64Array {
    const merit = this.slack();
    this.#pickCandidate.forEach((candidate, pick) => {
      merit[candidate]! -= shareBonus * costScale * this.#share[pick]!;
    });
    return merit;
  }

  /** Finds the schedule that costs a person least at these prices, in one pass over the picks by their ends, and marks it. */
  #bestPath(person: number): number {
    const { workMinutes, workWeek } = this.#compiled;
    const [from, to] = [this.#pickFrom[person]!, this.#pickFrom[person + 1]!];
    const best = this.#pathBest;
    const values = this.#pathValue;
    const cameFrom = this.#cameFrom;
    const endsWith = this.#endsWith;
    best[0] = 0;
    endsWith[0] = -1;
    for (let pick = from; pick < to; pick += 1) {
      const local = pick - from;
      const before = this.#pickBefore[pick]!;
      let least = best[before]!;
      let previous = endsWith[before]!;
      for (let close = this.#closeFrom[pick]!; close < this.#closeFrom[pick + 1]!; close += 1) {
        const other = this.#close[close]!;
        if (values[other]! >= least) continue;
        least = values[other]!;
        previous = other;
      }
      const value = least + this.#priced(person, pick);
      values[local] = value;
      cameFrom[local] = previous;
      const isBetter = value < best[local]!;
      best[local + 1] = isBetter ? value : best[local]!;
      endsWith[local + 1] = isBetter ? local : endsWith[local]!;
    }
    this.#pickedHours = 0;
    this.#pickedWeek.fill(0);
    for (let local = endsWith[to - from]!; local >= 0; local = cameFrom[local]!) {
      const shift = this.#pickShift[from + local]!;
      const share = workMinutes[shift]! / this.#typical;
      this.#isPicked[shift] = 1;
      this.#pickedHours += share;
      this.#pickedWeek[workWeek[shift]!]! += share;
    }
    return best[to - from]!;
  }

  /** What a pick costs at these prices. */
  #priced(person: number, pick: number): number {
    const { workMinutes, workWeek, weekCount } = this.#compiled;
    const shift = this.#pickShift[pick]!;
    const hours = this.#hourPrice[person]! + this.#weekPrice[person * weekCount + workWeek[shift]!]!;
    return this.#pickCost[pick]! - this.#seatPrice[shift]! + (workMinutes[shift]! * hours) / this.#typical;
  }

  /** How many minutes a person should work when each is paid so much: the load cost is convex, so at one of its corners. */
  #bestHours(person: number): { minutes: number; value: number } {
    const price = this.#hourPrice[person]! / this.#typical;
    const { target, contract } = this.#compiled;
    const fixed = this.#fixedMinutes[person]!;
    const most = this.#mostMinutes[person]!;
    let [bestMinutes, bestValue] = [0, Infinity];
    const own = target[person]! - fixed;
    const corners = [0, own, own + farOverMinutes, contract[person]! - fixed, most];
    for (const corner of corners) {
      const minutes = Math.min(most, Math.max(0, corner));
      const over = fixed + minutes - target[person]!;
      const overtime = fixed + minutes - contract[person]!;
      const load = 2 * Math.abs(over) + 4 * Math.max(0, over - farOverMinutes) + 10 * Math.max(0, overtime);
      const value = load - price * minutes;
      if (value >= bestValue) continue;
      bestMinutes = minutes;
      bestValue = value;
    }
    return { minutes: bestMinutes, value: bestValue };
  }
}

/** Prices of the best bound: of each shift's seats, and of each person's weeks for an average shift. */
export type SeatPrices = Readonly<{ seat: Float64Array; week: Float64Array }>;

export type Picks = {
  from: Int32Array;
  shift: Int32Array;
  candidate: Int32Array;
  cost: Float64Array;
  before: Int32Array;
  closeFrom: Int32Array;
  close: Int32Array;
};

/** What each person could hold if nobody held anything but what is locked. */
export function picksOf(compiled: Compiled, bare: RosterState, seats: Int32Array): Picks {
  const { personCount, optionFrom, optionShift, optionCandidate, optionCost } = compiled;
  const { workStart, workEnd, workPlace, rest, span, travel, placeCount } = compiled;
  const from = new Int32Array(personCount + 1);
  const [shift, candidate, cost, before, close]: number[][] = [[], [], [], [], []];
  const closeFrom = [0];
  for (let person = 0; person < personCount; person += 1) {
    const own: number[] = [];
    for (let option = optionFrom[person]!; option < optionFrom[person + 1]!; option += 1) {
      const each = optionShift[option]!;
      if (seats[each]! > 0 && bare.fits(person, each)) own.push(option);
    }
    own.sort((a, b) => workEnd[optionShift[a]!]! - workEnd[optionShift[b]!]! || a - b);
    own.forEach((option, local) => {
      const each = optionShift[option]!;
      shift!.push(each);
      candidate!.push(optionCandidate[option]!);
      cost!.push(optionCost[option]!);
      const latest = workStart[each]! - rest[person]!;
      let count = local;
      while (count > 0 && workEnd[optionShift[own[count - 1]!]!]! > latest) count -= 1;
      before!.push(count);
      for (let other = count; span[person]! >= 0 && other < local; other += 1) {
        const previous = optionShift[own[other]!]!;
        const gap = workStart[each]! - workEnd[previous]!;
        const way = travel[workPlace[previous]! * placeCount + workPlace[each]!]!;
        if (gap >= way && workEnd[each]! - workStart[previous]! <= span[person]!) close!.push(other);
      }
      closeFrom.push(close!.length);
    });
    from[person + 1] = shift!.length;
  }
  return {
    from,
    shift: Int32Array.from(shift!),
    candidate: Int32Array.from(candidate!),
    cost: Float64Array.from(cost!),
    before: Int32Array.from(before!),
    closeFrom: Int32Array.from(closeFrom),
    close: Int32Array.from(close!),
  };
}

/** At most so many minutes of this model, besides the locked ones. */
function mostMinutesOf(
  { personCount, weekCount, totalLimit, workMinutes }: Compiled,
  bare: RosterState,
  weekRoom: Int32Array,
  { from, shift }: Picks,
): Int32Array {
  return Int32Array.from({ length: personCount }, (_person, person) => {
    let all = 0;
    for (let pick = from[person]!; pick < from[person + 1]!; pick += 1) all += workMinutes[shift[pick]!]!;
    let weeks = 0;
    for (let week = 0; week < weekCount; week += 1)
      weeks += Math.min(all, weekRoom[person * weekCount + week]!);
    return Math.max(0, Math.min(all, weeks, totalLimit[person]! - bare.allMinutes[person]!));
  });
}

/** Points at which an ordinary seat begins: about what it costs to staff. */
const ordinaryPrice = 10;
/** How far the prices of hours move, to those of the seats. */
const hourShare = 0.3;
/** How fast the share of a pick follows the passes. */
const shareWeight = 0.03;
/** Points that a pair chosen in every pass is ahead of one that never is. */
const shareBonus = 20;
