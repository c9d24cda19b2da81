import { areNear, type Compiled, costScale, farOverMinutes, noLimit } from './compiled';
import { togetherCost } from './model';

/**
 * A roster under change: who holds what, what it costs, and whether one more shift would break a rule. A rule is broken
 * by adding, never by taking away, so whatever was allowed stays allowed when something else leaves.
 */
export class RosterState {
  readonly compiled: Compiled;
  /** In compiled units, kept up to date by `add` and `remove`. */
  cost = 0;
  emptySeats = 0;
  /** Work of each person by start; the first `heldCount` entries. */
  readonly held: Int32Array[];
  readonly heldCount: Int32Array;
  /** Cost of each entry of `held`; `fixedCost` for what may not leave. */
  readonly heldCost: Float64Array[];
  readonly isFixed: Uint8Array[];
  /** Minutes of this model, and with busy spans. */
  readonly minutes: Int32Array;
  readonly allMinutes: Int32Array;
  readonly weekMinutes: Int32Array;
  readonly dayMinutes: Int32Array;
  readonly covered: Int32Array;
  /** Who holds shift `s`: the first `covered[s]` entries from `seatFrom[s]`, in no order. */
  readonly seatFrom: Int32Array;
  readonly seatHolder: Int32Array;
  /** Shifts with empty seats, in no order; the first `openCount` entries. */
  readonly open: Int32Array;
  openCount = 0;
  /** After `blockersOf`: the work that would have to leave. */
  readonly blockers = new Int32Array(maxBlockers);
  blockerCount = 0;

  readonly #openAt: Int32Array;
  /** Of each person: the longest work, to know how far back one must look. */
  readonly #longest: Int32Array;
  readonly #farthest: Int32Array;
  readonly #isBlocker: Uint8Array;

  constructor(compiled: Compiled) {
    const { personCount, shiftCount, weekCount, dayCount, busyFrom, workStart } = compiled;
    this.compiled = compiled;
    this.held = Array.from({ length: personCount }, () => new Int32Array(16));
    this.heldCost = Array.from({ length: personCount }, () => new Float64Array(16));
    this.isFixed = Array.from({ length: personCount }, () => new Uint8Array(16));
    this.heldCount = new Int32Array(personCount);
    this.minutes = new Int32Array(personCount);
    this.allMinutes = new Int32Array(personCount);
    this.weekMinutes = new Int32Array(personCount * weekCount);
    this.dayMinutes = new Int32Array(personCount * dayCount);
    this.covered = new Int32Array(shiftCount);
    this.open = new Int32Array(shiftCount);
    this.#openAt = new Int32Array(shiftCount).fill(-1);
    this.seatFrom = seatsFrom(compiled);
    this.seatHolder = new Int32Array(this.seatFrom[shiftCount]!);
    this.#longest = new Int32Array(personCount);
    this.#farthest = new Int32Array(personCount);
    this.#isBlocker = new Uint8Array(workStart.length);
    for (let shift = 0; shift < shiftCount; shift += 1) {
      const seats = compiled.headcount[shift]!;
      if (seats <= 0) continue;
      this.cost += seats * compiled.weight[shift]!;
      this.emptySeats += seats;
      this.#openShift(shift);
    }
    for (let person = 0; person < personCount; person += 1) this.#prepare(person);
    for (let person = 0; person < personCount; person += 1) {
      this.cost += this.#loadOf(person, 0);
      for (let work = busyFrom[person]!; work < busyFrom[person + 1]!; work += 1)
        this.#put(person, work, 0, 1);
      compiled.locked[person]!.forEach((shift, index) => {
        this.add(person, shift, compiled.lockedCost[person]![index]!, 1);
      });
    }
  }

  /** The shifts that each person holds, by their numbers in the model, ascending. */
  assignments(): number[][] {
    const { shiftCount, shiftAt } = this.compiled;
    return this.held.map((held, person) =>
      Array.from(held.subarray(0, this.heldCount[person]))
        .filter((work) => work < shiftCount)
        .map((shift) => shiftAt[shift]!)
        .sort((a, b) => a - b),
    );
  }

  holds(person: number, shift: number): boolean {
    return this.#indexOf(person, shift) >= 0;
  }

  /** Does the person hold this shift for good? */
  isLocked(person: number, shift: number): boolean {
    const index = this.#indexOf(person, shift);
    return index >= 0 && this.isFixed[person]![index] === 1;
  }

  /** Would shift and person break no rule, with all that the person holds? Not asked: whether a seat is empty. */
  fits(person: number, shift: number): boolean {
    return this.blockersOf(person, shift, 0);
  }

  /**
   * Could the person take the shift if at most `most` other shifts left? Then these are the first `blockerCount` of `blockers`.
   * False as well when the person holds the shift already.
   */
  blockersOf(person: number, shift: number, most: number): boolean {
    this.blockerCount = 0;
    const possible = this.#findBlockers(person, shift, Math.min(most, maxBlockers));
    for (let index = 0; index < this.blockerCount; index += 1) this.#isBlocker[this.blockers[index]!] = 0;
    return possible;
  }

  /** Change of the cost if the person took the shift, the partners of `together` left aside. */
  costOfAdding(person: number, shift: number, cost: number): number {
    const { workMinutes, weight, headcount } = this.compiled;
    const before = this.minutes[person]!;
    const seat = this.covered[shift]! < headcount[shift]! ? weight[shift]! : 0;
    return cost - seat + this.#loadOf(person, before + workMinutes[shift]!) - this.#loadOf(person, before);
  }

  add(person: number, shift: number, cost: number, fixed: 0 | 1 = 0): void {
    const { headcount, weight, workMinutes, togetherOf } = this.compiled;
    const hasPartners = togetherOf[person]!.length > 0;
    if (hasPartners) this.cost -= this.#aloneAround(person);
    if (this.covered[shift]! < headcount[shift]!) {
      this.cost -= weight[shift]!;
      this.emptySeats -= 1;
      if (this.covered[shift]! + 1 === headcount[shift]!) this.#closeShift(shift);
    }
    this.seatHolder[this.seatFrom[shift]! + this.covered[shift]!] = person;
    this.covered[shift]! += 1;
    const before = this.minutes[person]!;
    const after = before + workMinutes[shift]!;
    this.minutes[person] = after;
    this.cost += cost + this.#loadOf(person, after) - this.#loadOf(person, before);
    this.#put(person, shift, cost, fixed);
    if (hasPartners) this.cost += this.#aloneAround(person);
  }

  /** Takes a shift away and tells what it cost. */
  remove(person: number, shift: number): number {
    const { headcount, weight, workMinutes, workWeek, workDay, weekCount, dayCount, togetherOf } =
      this.compiled;
    const hasPartners = togetherOf[person]!.length > 0;
    if (hasPartners) this.cost -= this.#aloneAround(person);
    const index = this.#indexOf(person, shift);
    const held = this.held[person]!;
    const costs = this.heldCost[person]!;
    const fixed = this.isFixed[person]!;
    const cost = costs[index]!;
    const count = this.heldCount[person]! - 1;
    for (let each = index; each < count; each += 1) {
      held[each] = held[each + 1]!;
      costs[each] = costs[each + 1]!;
      fixed[each] = fixed[each + 1]!;
    }
    this.heldCount[person] = count;
    const minutes = workMinutes[shift]!;
    this.allMinutes[person]! -= minutes;
    this.weekMinutes[person * weekCount + workWeek[shift]!]! -= minutes;
    this.dayMinutes[person * dayCount + workDay[shift]!]! -= minutes;
    const before = this.minutes[person]!;
    this.minutes[person] = before - minutes;
    this.cost += this.#loadOf(person, before - minutes) - this.#loadOf(person, before) - cost;
    this.covered[shift]! -= 1;
    const lastSeat = this.seatFrom[shift]! + this.covered[shift]!;
    let seat = this.seatFrom[shift]!;
    while (this.seatHolder[seat] !== person) seat += 1;
    this.seatHolder[seat] = this.seatHolder[lastSeat]!;
    if (this.covered[shift]! < headcount[shift]!) {
      this.cost += weight[shift]!;
      this.emptySeats += 1;
      if (this.covered[shift]! + 1 === headcount[shift]!) this.#openShift(shift);
    }
    if (hasPartners) this.cost += this.#aloneAround(person);
    return cost;
  }

  /** Takes away all that may leave. */
  clear(): void {
    for (let person = 0; person < this.compiled.personCount; person += 1) this.clearPerson(person);
  }

  /** Takes away all of one person that may leave. */
  clearPerson(person: number): void {
    for (let index = this.heldCount[person]! - 1; index >= 0; index -= 1) {
      if (this.isFixed[person]![index] === 0) this.remove(person, this.held[person]![index]!);
    }
  }

  #findBlockers(person: number, shift: number, most: number): boolean {
    const { workStart, workEnd, workPlace, rest, span, travel, placeCount, apartOf } = this.compiled;
    const held = this.held[person]!;
    const count = this.heldCount[person]!;
    const start = workStart[shift]!;
    const end = workEnd[shift]!;
    const ownRest = rest[person]!;
    const isStrict = span[person]! < 0;
    const reach = Math.max(ownRest, this.#farthest[person]!);
    const from = this.#firstFrom(person, start - reach - this.#longest[person]!);
    const travelRow = workPlace[shift]! * placeCount;
    for (let index = from; index < count; index += 1) {
      const work = held[index]!;
      const workFrom = workStart[work]!;
      if (workFrom >= end + reach) break;
      if (work === shift) return false;
      const isBefore = workFrom < start || (workFrom === start && workEnd[work]! <= end);
      const gap = isBefore ? start - workEnd[work]! : workFrom - end;
      const way = isBefore
        ? travel[workPlace[work]! * placeCount + workPlace[shift]!]!
        : travel[travelRow + workPlace[work]!]!;
      if ((gap < way || (isStrict && gap < ownRest)) && !this.#block(person, index, most)) return false;
    }
    if (!isStrict && !this.#blockPeriod(person, shift, most)) return false;
    if (!this.#blockHours(person, shift, most)) return false;
    return apartOf[person]!.length === 0 || !this.#isNearRival(person, shift);
  }

  /** Names one entry of `held` as a blocker; false when it may not leave or there are too many. */
  #block(person: number, index: number, most: number): boolean {
    if (this.blockerCount >= most || this.isFixed[person]![index] === 1) return false;
    const work = this.held[person]![index]!;
    this.blockers[this.blockerCount] = work;
    this.blockerCount += 1;
    this.#isBlocker[work] = 1;
    return true;
  }

  /** The duty period that the shift would be in: too long or with too much work, its outermost shift leaves, the farther one first. */
  #blockPeriod(person: number, shift: number, most: number): boolean {
    const { workStart, workEnd, workMinutes, rest, span, dayLimit } = this.compiled;
    const held = this.held[person]!;
    const ownRest = rest[person]!;
    for (;;) {
      let [first, last] = [-1, -1];
      let from = workStart[shift]!;
      let to = workEnd[shift]!;
      // Grown from the shift outward until nothing stands within the rest of either end.
      for (let hasGrown = true; hasGrown;) {
        hasGrown = false;
        for (let index = 0; index < this.heldCount[person]!; index += 1) {
          const other = held[index]!;
          if (this.#isBlocker[other] === 1 || (first >= 0 && index >= first && index <= last)) continue;
          if (workStart[other]! >= to + ownRest || workEnd[other]! <= from - ownRest) continue;
          first = first < 0 ? index : Math.min(first, index);
          last = Math.max(last, index);
          hasGrown = true;
          from = Math.min(from, workStart[other]!);
          to = Math.max(to, workEnd[other]!);
        }
      }
      let work = workMinutes[shift]!;
      for (let index = Math.max(0, first); index <= last; index += 1) {
        const other = held[index]!;
        if (this.#isBlocker[other] === 0) work += workMinutes[other]!;
      }
      if (to - from <= span[person]! && work <= dayLimit[person]!) return true;
      if (first < 0) return false;
      const isFirstFarther =
        workStart[shift]! - workStart[held[first]!]! > workEnd[held[last]!]! - workEnd[shift]!;
      if (!this.#block(person, isFirstFarther ? first : last, most)) return false;
    }
  }

  /** Day, week and whole model: what is over a limit makes the longest shifts of that time leave. */
  #blockHours(person: number, shift: number, most: number): boolean {
    const { workMinutes, workWeek, workDay, weekLimit, dayLimit, totalLimit, weekCount, dayCount } =
      this.compiled;
    const minutes = workMinutes[shift]!;
    const day = workDay[shift]!;
    const week = workWeek[shift]!;
    if (dayLimit[person]! < noLimit) {
      const over = this.dayMinutes[person * dayCount + day]! + minutes - dayLimit[person]!;
      if (over > 0 && !this.#blockLongest(person, workDay, day, over, most)) return false;
    }
    const overWeek = this.weekMinutes[person * weekCount + week]! + minutes - weekLimit[person]!;
    if (overWeek > 0 && !this.#blockLongest(person, workWeek, week, overWeek, most)) return false;
    const over = this.allMinutes[person]! + minutes - totalLimit[person]!;
    return over <= 0 || this.#blockLongest(person, null, 0, over, most);
  }

  /** Blocks shifts of one period until `over` minutes are gone: the shortest that suffices, or else the longest, and again. */
  #blockLongest(
    person: number,
    periodOfWork: Int32Array | null,
    period: number,
    over: number,
    most: number,
  ): boolean {
    const { workMinutes } = this.compiled;
    const held = this.held[person]!;
    let left = over;
    for (let index = 0; index < this.blockerCount; index += 1) {
      const work = this.blockers[index]!;
      if (periodOfWork === null || periodOfWork[work] === period) left -= workMinutes[work]!;
    }
    while (left > 0) {
      let best = -1;
      let bestMinutes = 0;
      for (let index = 0; index < this.heldCount[person]!; index += 1) {
        const work = held[index]!;
        if (this.isFixed[person]![index] === 1 || this.#isBlocker[work] === 1) continue;
        if (periodOfWork !== null && periodOfWork[work] !== period) continue;
        const minutes = workMinutes[work]!;
        const isBetter =
          bestMinutes >= left ? minutes >= left && minutes < bestMinutes : minutes > bestMinutes;
        if (!isBetter) continue;
        best = index;
        bestMinutes = minutes;
      }
      if (best < 0 || !this.#block(person, best, most)) return false;
      left -= bestMinutes;
    }
    return true;
  }

  #isNearRival(person: number, shift: number): boolean {
    for (const rival of this.compiled.apartOf[person]!) if (this.#isNear(rival, shift)) return true;
    return false;
  }

  /** Does the person hold a shift that touches this one at its place? */
  #isNear(person: number, shift: number): boolean {
    const { shiftCount } = this.compiled;
    for (let index = 0; index < this.heldCount[person]!; index += 1) {
      const work = this.held[person]![index]!;
      if (work < shiftCount && areNear(this.compiled, work, shift)) return true;
    }
    return false;
  }

  /** Cost of the lonely shifts of a person and of all the partners. */
  #aloneAround(person: number): number {
    let sum = 0;
    for (const partner of this.compiled.togetherOf[person]!)
      sum += this.#alone(person, partner) + this.#alone(partner, person);
    return sum;
  }

  #alone(person: number, partner: number): number {
    const { shiftCount } = this.compiled;
    let count = 0;
    for (let index = 0; index < this.heldCount[person]!; index += 1) {
      const work = this.held[person]![index]!;
      if (work < shiftCount && !this.#isNear(partner, work)) count += 1;
    }
    return count * togetherCost * costScale;
  }

  #put(person: number, work: number, cost: number, fixed: 0 | 1): void {
    const { workStart, workMinutes, workWeek, workDay, weekCount, dayCount } = this.compiled;
    const count = this.heldCount[person]!;
    if (count === this.held[person]!.length) this.#grow(person);
    const held = this.held[person]!;
    const costs = this.heldCost[person]!;
    const fixes = this.isFixed[person]!;
    const start = workStart[work]!;
    let index = count;
    while (index > 0 && workStart[held[index - 1]!]! > start) {
      held[index] = held[index - 1]!;
      costs[index] = costs[index - 1]!;
      fixes[index] = fixes[index - 1]!;
      index -= 1;
    }
    held[index] = work;
    costs[index] = cost;
    fixes[index] = fixed;
    this.heldCount[person] = count + 1;
    const minutes = workMinutes[work]!;
    this.allMinutes[person]! += minutes;
    this.weekMinutes[person * weekCount + workWeek[work]!]! += minutes;
    this.dayMinutes[person * dayCount + workDay[work]!]! += minutes;
  }

  #grow(person: number): void {
    const length = 2 * this.held[person]!.length;
    const [held, costs, fixed] = [new Int32Array(length), new Float64Array(length), new Uint8Array(length)];
    held.set(this.held[person]!);
    costs.set(this.heldCost[person]!);
    fixed.set(this.isFixed[person]!);
    this.held[person] = held;
    this.heldCost[person] = costs;
    this.isFixed[person] = fixed;
  }

  /** The first entry of `held` that starts at `minute` or later. */
  #firstFrom(person: number, minute: number): number {
    const { workStart } = this.compiled;
    const held = this.held[person]!;
    let [low, high] = [0, this.heldCount[person]!];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (workStart[held[middle]!]! < minute) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #indexOf(person: number, work: number): number {
    const held = this.held[person]!;
    for (let index = 0; index < this.heldCount[person]!; index += 1) if (held[index] === work) return index;
    return -1;
  }

  #openShift(shift: number): void {
    this.open[this.openCount] = shift;
    this.#openAt[shift] = this.openCount;
    this.openCount += 1;
  }

  #closeShift(shift: number): void {
    const at = this.#openAt[shift]!;
    this.openCount -= 1;
    const moved = this.open[this.openCount]!;
    this.open[at] = moved;
    this.#openAt[moved] = at;
    this.#openAt[shift] = -1;
  }

  #loadOf(person: number, minutes: number): number {
    const { target, contract } = this.compiled;
    const over = minutes - target[person]!;
    let points = over < 0 ? -2 * over : 2 * over;
    if (over > farOverMinutes) points += 4 * (over - farOverMinutes);
    const overtime = minutes - contract[person]!;
    return overtime > 0 ? points + 10 * overtime : points;
  }

  /** How long work and ways of this person can be at most: what lies farther off cannot be in the way. */
  #prepare(person: number): void {
    const { busyFrom, optionFrom, optionShift, workMinutes, locked, travel } = this.compiled;
    let longest = 0;
    for (let work = busyFrom[person]!; work < busyFrom[person + 1]!; work += 1)
      longest = Math.max(longest, workMinutes[work]!);
    for (let option = optionFrom[person]!; option < optionFrom[person + 1]!; option += 1)
      longest = Math.max(longest, workMinutes[optionShift[option]!]!);
    for (const shift of locked[person]!) longest = Math.max(longest, workMinutes[shift]!);
    this.#longest[person] = longest;
    let farthest = 0;
    for (const way of travel) farthest = Math.max(farthest, way);
    this.#farthest[person] = farthest;
  }
}

/** Where the seats of each shift begin: as many as its headcount, or more where more are locked to it. */
function seatsFrom({ shiftCount, headcount, locked }: Compiled): Int32Array {
  const lockedTo = new Int32Array(shiftCount);
  for (const shift of locked.flat()) lockedTo[shift]! += 1;
  const from = new Int32Array(shiftCount + 1);
  for (let shift = 0; shift < shiftCount; shift += 1)
    from[shift + 1] = from[shift]! + Math.max(0, headcount[shift]!, lockedTo[shift]!);
  return from;
}

/** More shifts than these never leave for one other. */
const maxBlockers = 8;
