import { type Compiled, costScale, loadOf, noLimit } from './compiled';
import { type Picks, picksOf, type SeatPrices } from './prices';
import { fallBetween } from './random';
import { RosterState } from './rosterState';

/** A roster found on the way: candidate pairs, and its cost in compiled units. */
export type FoundRoster = Readonly<{ candidates: readonly number[]; cost: number }>;

/**
 * Branch and bound for rosters of a few dozen people. Each person's best schedule is found with its hours counted exactly, so that load costs and
 * weekly limits are no longer smoothed as in `PriceAscent`; what the prices leave undecided is decided pair by pair, with and
 * without. Runs until the best known roster is proven, or for as long as the caller asks.
 */
export class Proof {
  /** No roster is cheaper, in compiled units. */
  bound: number;
  /** Nothing is left to look at: the best known roster is optimal. */
  isDone = false;
  /** What one pass over all people looks at: picks times hours. */
  passWork = 0;

  readonly #compiled: Compiled;
  readonly #picks: Picks;
  readonly #seats: Int32Array;
  readonly #fixedCost: number;
  readonly #fixedMinutes: Int32Array;
  readonly #unit: number;
  readonly #step: number;
  /** Hours a person may work at most, in units; by person. */
  readonly #most: Int32Array;
  readonly #seatShare: Float64Array;
  readonly #seatPrice: Float64Array;
  readonly #weekPrice: Float64Array;
  readonly #weekRoom: Int32Array;
  readonly #status: Int8Array;
  readonly #share: Float64Array;
  readonly #table: Float64Array;
  readonly #chosen: Int32Array;
  #chosenCount = 0;
  readonly #taken: Int32Array;
  #open: Node[];
  #upper = Infinity;
  #found: FoundRoster | null = null;

  /** `null` where it would take too long: too many people and hours, times that are no multiples of some minutes, several shifts a day. */
  static of(compiled: Compiled, start: SeatPrices, bound: number): Proof | null {
    if (compiled.span.some((span) => span >= 0) || compiled.togetherOf.some(({ length }) => length > 0))
      return null;
    const proof = new Proof(compiled, start, bound);
    let work = 0;
    for (let person = 0; person < compiled.personCount; person += 1)
      work += (proof.#picks.from[person + 1]! - proof.#picks.from[person]!) * (proof.#most[person]! + 1);
    proof.passWork = work;
    return work <= mostWork ? proof : null;
  }

  private constructor(compiled: Compiled, { seat, week }: SeatPrices, bound: number) {
    const { personCount, shiftCount, weekCount, headcount, workMinutes } = compiled;
    const bare = new RosterState(compiled);
    this.#compiled = compiled;
    this.bound = bound;
    this.#seats = headcount.map((seats, shift) => Math.max(0, seats - bare.covered[shift]!));
    this.#fixedCost = compiled.lockedCost.flat().reduce((sum, cost) => sum + cost, 0);
    this.#fixedMinutes = bare.minutes;
    this.#picks = picksOf(compiled, bare, this.#seats);
    this.#unit = Math.max(1, workMinutes.subarray(0, shiftCount).reduce(commonDivisor, 0));
    this.#step = costStep(compiled, this.#unit, bare);
    this.#weekRoom = bare.weekMinutes.map((minutes, index) => {
      const limit = compiled.weekLimit[Math.floor(index / weekCount)]!;
      return limit >= noLimit ? noLimit : Math.max(0, limit - minutes);
    });
    this.#most = Int32Array.from({ length: personCount }, (_person, person) => {
      let all = 0;
      for (let pick = this.#picks.from[person]!; pick < this.#picks.from[person + 1]!; pick += 1)
        all += workMinutes[this.#picks.shift[pick]!]!;
      let weeks = 0;
      for (let each = 0; each < weekCount; each += 1) weeks += this.#weekRoom[person * weekCount + each]!;
      const total = compiled.totalLimit[person]! - bare.allMinutes[person]!;
      return Math.floor(Math.max(0, Math.min(all, weeks, total)) / this.#unit);
    });
    this.#seatPrice = seat.slice();
    // With one week its limit is kept exactly, and needs no price.
    this.#weekPrice = weekCount === 1 ? new Float64Array(week.length) : week.slice();
    const asked = new Int32Array(shiftCount);
    for (const shift of this.#picks.shift) asked[shift]! += 1;
    this.#seatShare = Float64Array.from(this.#seats, (seats, shift) => seats / Math.max(1, asked[shift]!));
    this.#status = new Int8Array(this.#picks.shift.length);
    this.#share = new Float64Array(this.#picks.shift.length);
    let [rows, columns] = [0, 0];
    for (let person = 0; person < personCount; person += 1) {
      rows = Math.max(rows, this.#picks.from[person + 1]! - this.#picks.from[person]!);
      columns = Math.max(columns, this.#most[person]!);
    }
    this.#table = new Float64Array(Math.min(mostWork, (rows + 1) * (columns + 1)));
    this.#chosen = new Int32Array(rows + 1);
    this.#taken = new Int32Array(shiftCount);
    this.#open = [{ decided: [], seat: this.#seatPrice.slice(), bound }];
  }

  /** Looks at the most recent open choice. `upper` is the cost of the best known roster; answers a cheaper one when it meets one. */
  *next(upper: number): Generator<void, FoundRoster | null> {
    this.#upper = upper;
    this.#found = null;
    const node = this.#open.pop();
    if (node && !this.#isHopeless(node.bound)) yield* this.#look(node);
    this.#open = this.#open.filter(({ bound }) => !this.#isHopeless(bound));
    this.isDone = this.#open.length === 0;
    const least = this.#open.reduce((sum, { bound }) => Math.min(sum, bound), this.#upper);
    this.bound = Math.max(this.bound, this.isDone ? this.#upper : least);
    return this.#found;
  }

  /** Every roster costs a multiple of the step: what would have to cost more than one step less is no better. */
  #isHopeless(bound: number): boolean {
    return bound > this.#upper - this.#step + 1e-6;
  }

  *#look(node: Node): Generator<void, void> {
    const isRoot = node.decided.length === 0;
    this.#status.fill(0);
    for (const { pick, isIn } of node.decided) this.#status[pick] = isIn ? 1 : -1;
    this.#seatPrice.set(node.seat);
    this.#share.fill(0);
    let { bound, seat } = node;
    const passes = isRoot ? rootPasses : childPasses;
    const [from, to] = isRoot ? [8, 0.03] : [3, 0.1];
    for (let pass = 0; pass < passes; pass += 1) {
      this.#pass(costScale * fallBetween(from, to, pass / (passes - 1)), pass);
      yield;
      if (pass % 15 !== 14 && pass !== passes - 1) continue;
      const reached = this.#measure();
      if (reached <= bound) continue;
      bound = reached;
      seat = this.#seatPrice.slice();
      if (this.#isHopeless(bound)) return;
    }
    const pick = this.#mostUndecided();
    if (pick < 0) {
      this.#open.push({ ...node, bound });
      return;
    }
    this.#open.push(
      { decided: [...node.decided, { pick, isIn: false }], seat, bound },
      { decided: [...node.decided, { pick, isIn: true }], seat, bound },
    );
  }

  #pass(length: number, turn: number): void {
    const { personCount, weight, weekCount, workWeek, workMinutes } = this.#compiled;
    const { from, shift: shifts } = this.#picks;
    for (let index = 0; index < personCount; index += 1) {
      const person = turn % 2 === 0 ? index : personCount - 1 - index;
      this.#schedule(person);
      for (let pick = from[person]!; pick < from[person + 1]!; pick += 1) {
        const shift = shifts[pick]!;
        if (this.#status[pick]! >= 0)
          this.#seatPrice[shift] = Math.min(
            weight[shift]!,
            this.#seatPrice[shift]! + length * this.#seatShare[shift]!,
          );
        this.#share[pick]! *= 1 - shareWeight;
      }
      for (let index_ = 0; index_ < this.#chosenCount; index_ += 1) {
        const pick = this.#chosen[index_]!;
        this.#seatPrice[shifts[pick]!]! -= length;
        this.#share[pick]! += shareWeight;
      }
      for (let week = 0; weekCount > 1 && week < weekCount; week += 1) {
        const at = person * weekCount + week;
        if (this.#weekRoom[at]! >= noLimit) continue;
        let minutes = -this.#weekRoom[at]!;
        for (let index_ = 0; index_ < this.#chosenCount; index_ += 1) {
          const shift = shifts[this.#chosen[index_]!]!;
          if (workWeek[shift] === week) minutes += workMinutes[shift]!;
        }
        this.#weekPrice[at] = Math.max(
          0,
          this.#weekPrice[at]! + (weekShare * length * minutes) / typicalMinutes,
        );
      }
    }
  }

  /** The bound at these prices; keeps the schedules when together they are a roster. */
  #measure(): number {
    const { personCount, weekCount, headcount, weight } = this.#compiled;
    this.#taken.fill(0);
    const candidates: number[] = [];
    let value = this.#fixedCost;
    let own = this.#fixedCost;
    for (let shift = 0; shift < this.#seats.length; shift += 1)
      value += this.#seats[shift]! * this.#seatPrice[shift]!;
    for (let at = 0; weekCount > 1 && at < this.#weekRoom.length; at += 1)
      if (this.#weekRoom[at]! < noLimit)
        value -= (this.#weekPrice[at]! * this.#weekRoom[at]!) / typicalMinutes;
    let isRoster = headcount.length > 0;
    for (let person = 0; person < personCount; person += 1) {
      value += this.#schedule(person);
      let minutes = this.#fixedMinutes[person]!;
      const weeks = new Int32Array(weekCount);
      for (let index = 0; index < this.#chosenCount; index += 1) {
        const pick = this.#chosen[index]!;
        const shift = this.#picks.shift[pick]!;
        this.#taken[shift]! += 1;
        minutes += this.#compiled.workMinutes[shift]!;
        weeks[this.#compiled.workWeek[shift]!]! += this.#compiled.workMinutes[shift]!;
        own += this.#picks.cost[pick]!;
        candidates.push(this.#picks.candidate[pick]!);
      }
      own += loadOf(this.#compiled, person, minutes);
      isRoster &&= weeks.every((each, week) => each <= this.#weekRoom[person * weekCount + week]!);
    }
    for (let shift = 0; shift < this.#seats.length; shift += 1) {
      const left = this.#seats[shift]! - this.#taken[shift]!;
      if (left < 0) isRoster = false;
      own += left * weight[shift]!;
    }
    if (isRoster && own < Math.min(this.#upper, this.#found?.cost ?? Infinity) - 1e-6)
      this.#found = { candidates, cost: own };
    return value;
  }

  /** The cheapest schedule of a person at these prices: by how many picks were looked at and how long one works. */
  #schedule(person: number): number {
    const { workMinutes, workWeek, weekCount } = this.#compiled;
    const { from, shift: shifts, before, cost } = this.#picks;
    const [first, count] = [from[person]!, from[person + 1]! - from[person]!];
    const width = this.#most[person]! + 1;
    const table = this.#table;
    table.fill(Infinity, 0, width);
    table[0] = 0;
    let forced = 0;
    for (let local = 0; local < count; local += 1) {
      const pick = first + local;
      const [row, next, earlier] = [local * width, (local + 1) * width, before[pick]! * width];
      table.copyWithin(next, row, row + width);
      const status = this.#status[pick]!;
      if (status < 0) continue;
      const shift = shifts[pick]!;
      const length = workMinutes[shift]! / this.#unit;
      let price = cost[pick]! - this.#seatPrice[shift]!;
      if (weekCount > 1)
        price +=
          (workMinutes[shift]! * this.#weekPrice[person * weekCount + workWeek[shift]!]!) / typicalMinutes;
      if (status > 0) {
        price -= mustHave;
        forced += mustHave;
      }
      for (let hours = length; hours < width; hours += 1) {
        const value = table[earlier + hours - length]! + price;
        if (value < table[next + hours]!) table[next + hours] = value;
      }
    }
    let best = Infinity;
    let hours = 0;
    for (let each = 0; each < width; each += 1) {
      const reached = table[count * width + each]!;
      if (reached === Infinity) continue;
      const value = reached + loadOf(this.#compiled, person, this.#fixedMinutes[person]! + each * this.#unit);
      if (value >= best) continue;
      best = value;
      hours = each;
    }
    this.#chosenCount = 0;
    for (let row = count; row > 0;) {
      if (table[row * width + hours] === table[(row - 1) * width + hours]) {
        row -= 1;
        continue;
      }
      const pick = first + row - 1;
      this.#chosen[this.#chosenCount] = pick;
      this.#chosenCount += 1;
      hours -= workMinutes[shifts[pick]!]! / this.#unit;
      row = before[pick]!;
    }
    return best + forced;
  }

  #mostUndecided(): number {
    let best = -1;
    let least = 0.5;
    for (let pick = 0; pick < this.#share.length; pick += 1) {
      if (this.#status[pick] !== 0) continue;
      const distance = Math.abs(this.#share[pick]! - 0.5);
      if (distance >= least) continue;
      least = distance;
      best = pick;
    }
    return best;
  }
}

type Node = { decided: readonly { pick: number; isIn: boolean }[]; seat: Float64Array; bound: number };

/** All costs of rosters are multiples of this, in compiled units; next to nothing where costs are not whole. */
function costStep(compiled: Compiled, unit: number, bare: RosterState): number {
  const costs = [...compiled.candidateCost, ...compiled.weight, ...compiled.lockedCost.flat()];
  if (!costs.every(Number.isInteger)) return leastStep;
  const times = [...compiled.target, ...compiled.contract, ...bare.minutes, 8 * 60].map(
    (minutes) => 2 * minutes,
  );
  return Math.max(leastStep, [...costs, ...times, 2 * unit].map(Math.abs).reduce(commonDivisor, 0));
}

function commonDivisor(one: number, other: number): number {
  let [left, right] = [one, other];
  while (right !== 0) [left, right] = [right, left % right];
  return left;
}

/** Picks times hours over all people: what one pass may look at. */
const mostWork = 2_500_000;
const rootPasses = 240;
const childPasses = 75;
const shareWeight = 0.05;
const weekShare = 0.3;
const typicalMinutes = 400;
/** Rosters nearer to each other than this, in thirtieths of a point, cost the same. */
const leastStep = 1e-3;
/** So much a schedule gains by what was decided to be in it. */
const mustHave = 1e9;
