import type { Compiled } from './compiled';
import { RosterState } from './rosterState';

/**
 * Shifts of which nobody can work two, with more seats than there are people who could work any of them: whatever the roster, seats of
 * this group stay empty. It proves that the group is short, not which of its seats.
 */
export type Shortage = Readonly<{
  shifts: readonly number[];
  /** Seats of these shifts that no lock fills; more than there are `people`. */
  seats: number;
  people: readonly number[];
  /** All these shifts, with the rest after them, cover this minute. */
  atMinute: number;
}>;

/** Finds for a shift with an empty seat (compiled number) the smallest group around it that is short of people. */
export function shortageFinder(compiled: Compiled, state: RosterState): (shift: number) => Shortage | null {
  const bare = new RosterState(compiled);
  const rest = commonRest(compiled);
  return (shift) => {
    let best: Shortage | null = null;
    for (const minute of momentsAround(compiled, shift, rest)) {
      const found = shortageAt(compiled, bare, state, shift, minute, rest);
      if (found && (!best || found.people.length < best.people.length)) best = found;
    }
    return best;
  };
}

/** The rest that everybody needs between any two shifts; 0 as soon as somebody may work two in one duty period. */
export function commonRest({ personCount, span, rest }: Compiled): number {
  let least = personCount === 0 ? 0 : Infinity;
  for (let person = 0; person < personCount; person += 1)
    least = Math.min(least, span[person]! < 0 ? rest[person]! : 0);
  return Math.max(0, least);
}

/** Shifts that cover a minute when the rest is added to each end: two of them never fit one person. */
export function shiftsAt(
  { shiftCount, workStart, workEnd }: Compiled,
  minute: number,
  rest: number,
): number[] {
  const found: number[] = [];
  for (let shift = 0; shift < shiftCount && workStart[shift]! <= minute; shift += 1)
    if (minute < workEnd[shift]! + rest) found.push(shift);
  return found;
}

/** The last starts before something ends, within the shift and its rest: any set of shifts in conflict with it covers one of these. */
function momentsAround({ shiftCount, workStart, workEnd }: Compiled, shift: number, rest: number): number[] {
  const [from, to] = [workStart[shift]!, workEnd[shift]! + rest];
  const starts: number[] = [];
  const ends: number[] = [to];
  for (let other = 0; other < shiftCount; other += 1) {
    if (workStart[other]! >= from && workStart[other]! < to) starts.push(workStart[other]!);
    const end = workEnd[other]! + rest;
    if (end > from && end < to) ends.push(end);
  }
  ends.sort((a, b) => a - b);
  const moments = new Set<number>();
  let position = 0;
  let last = -1;
  for (const end of ends) {
    while (position < starts.length && starts[position]! < end) {
      last = starts[position]!;
      position += 1;
    }
    if (last >= 0) moments.add(last);
  }
  return [...moments];
}

/**
 * Hall's theorem on people and the seats of one minute: from the roster as it stands, look for a chain of exchanges that frees somebody for
 * the shift. When there is none, the shifts met on the way have fewer people than seats.
 */
function shortageAt(
  compiled: Compiled,
  bare: RosterState,
  state: RosterState,
  shift: number,
  minute: number,
  rest: number,
): Shortage | null {
  const { candidateFrom, candidatePerson, headcount, shiftAt } = compiled;
  const group = new Set(shiftsAt(compiled, minute, rest));
  const heldIn = new Map<number, number>();
  for (const each of group) {
    for (let seat = state.seatFrom[each]!; seat < state.seatFrom[each]! + state.covered[each]!; seat += 1)
      heldIn.set(state.seatHolder[seat]!, each);
  }
  const met = new Set([shift]);
  const people = new Set<number>();
  for (const each of met) {
    for (let candidate = candidateFrom[each]!; candidate < candidateFrom[each + 1]!; candidate += 1) {
      const person = candidatePerson[candidate]!;
      if (people.has(person) || !bare.fits(person, each)) continue;
      const held = heldIn.get(person);
      if (held === undefined) return null;
      people.add(person);
      met.add(held);
    }
  }
  let seats = 0;
  for (const each of met) seats += Math.max(0, headcount[each]! - bare.covered[each]!);
  if (seats <= people.size) return null;
  return {
    shifts: Array.from(met, (each) => shiftAt[each]!).sort((a, b) => a - b),
    seats,
    people: [...people].sort((a, b) => a - b),
    atMinute: minute,
  };
}
