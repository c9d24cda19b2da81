/**
 * What the roster engine is given. Everything is numbers: minutes are whole, from any fixed origin; spans are half-open; shifts,
 * people and places are named by their index in their list. Work of 90 minutes that starts at 0 ends at 90, and the next may start at 90.
 */
export type RosterModel = Readonly<{
  shifts: readonly RosterShift[];
  people: readonly RosterPerson[];
  /** From place to place, in minutes; square, as long as the highest `place`. */
  travelMinutes: readonly (readonly number[])[];
  /** First minute of each week, ascending. Work counts entirely for the week in which it starts, work before the first week for the first. */
  weekStarts: readonly number[];
  /** First minute of each local day, ascending; work counts for the day in which it starts. */
  dayStarts: readonly number[];
  /** Two people who never work on the same shift, nor on two shifts of one place that overlap or touch. A hard rule. */
  apart: readonly (readonly [person: number, person: number])[];
  /** Two people who like to work together: `togetherCost` for each shift of the one that the other is not near. */
  together: readonly (readonly [person: number, person: number])[];
}>;

export type RosterShift = Readonly<{
  startsAt: number;
  endsAt: number;
  /** Seats, at least 0. */
  headcount: number;
  /** Cost of each empty seat; `seatWeight` times the priority. */
  weight: number;
  place: number;
}>;

export type RosterPerson = Readonly<{
  duty: DutyRules;
  /** The shifts that this person may hold, each once; cost at least 0 for what is disliked, below 0 for what is wished for. */
  options: readonly RosterOption[];
  /** Work that is not the engine's to change: other events, what is past. Counts for travel, rest and hours, not for `targetMinutes`. */
  busy: readonly BusySpan[];
  /** Shifts that stay with this person even if they break a rule, are full or are not among the options. */
  locked: readonly number[];
  /** Fair share of the minutes of this model. */
  targetMinutes: number;
  /** Beyond it the minutes of this model are overtime. */
  contractMinutes: number;
}>;

export type RosterOption = Readonly<{ shift: number; cost: number }>;
export type BusySpan = Readonly<{ startsAt: number; endsAt: number; place: number }>;

/** The limits of one person. A limit that is `null` does not exist. */
export type DutyRules = Readonly<{
  /** Between the end of one duty period and the start of the next. */
  restMinutes: number;
  /**
   * `null`: every shift is its own duty period, with rest between any two. Otherwise shifts less than the rest apart form one duty period: with travel
   * time between them, and no longer than this from the first start to the last end.
   */
  spanMinutes: number | null;
  /** Work within one duty period, and work that starts on one local day. */
  dayMinutes: number | null;
  /** Work that starts in one week of `weekStarts`. */
  weekMinutes: number | null;
  /** Work in the whole model, `busy` included. */
  maxMinutes: number | null;
}>;

export type RosterAnswer = Readonly<{
  /** The shifts of each person, ascending, the locked ones among them. */
  assignments: readonly (readonly number[])[];
  /** What `costOf` says of the assignments. */
  objective: number;
  /** Empty seats of each shift. */
  uncovered: readonly number[];
  /** No roster that keeps the rules, the locks and what the search was told to leave alone costs less. */
  bound: number;
  /** Proven: `bound` reaches `objective`. */
  isOptimal: boolean;
}>;

/** Weight of an empty seat of priority 1. */
export const seatWeight = 1000;

/** Cost of a shift that one of a `together` pair works while the other is on no shift of that place that overlaps or touches it. */
export const togetherCost = 20;

/** Minutes in the unit of the load costs: they are counted by half hour. */
export const loadUnitMinutes = 30;

/**
 * Cost of giving somebody so many minutes of this model, convex: 2 for each half hour off the target either way, 4 more for each beyond
 * 8 hours over the target, 10 more for each beyond the contract.
 */
export function loadCost(
  { targetMinutes, contractMinutes }: Pick<RosterPerson, 'targetMinutes' | 'contractMinutes'>,
  minutes: number,
): number {
  const points =
    2 * Math.abs(minutes - targetMinutes) +
    4 * Math.max(0, minutes - targetMinutes - farOverMinutes) +
    10 * Math.max(0, minutes - contractMinutes);
  return points / loadUnitMinutes;
}

/** Do two shifts share a place and overlap or touch? A shift touches itself. */
export function touches(one: RosterShift, other: RosterShift): boolean {
  return one.place === other.place && one.startsAt <= other.endsAt && other.startsAt <= one.endsAt;
}

const farOverMinutes = 8 * 60;
