import type { AssignmentId, RosterRule } from '../domain/assignment';
import { type Duty, emptySeats, heldBy, profileOf, type Roster, type Slot } from '../domain/roster';
import { refusals } from '../domain/rosterConflicts';
import type { ShiftId } from '../domain/shift';
import { answerTo, type StaffId, type StaffMember } from '../domain/staffMember';
import { fold } from '../domain/text';
import { type Instant, localMinuteOf, minuteOf } from '../domain/time';
import { lowerLimit } from '../domain/workProfile';
import { type DutyRules, type RosterModel, type RosterOption, seatWeight } from './model';

/** The roster of an event as the engine sees it, and what its numbers stand for. */
export type EventModel = Readonly<{
  model: RosterModel;
  /** By number of the model. */
  shiftIds: readonly ShiftId[];
  personIds: readonly StaffId[];
  /** The roster as it stands: what a filling begins with. */
  start: readonly (readonly number[])[];
  /** Shifts that have not begun and were asked for: the only ones that may change. */
  open: readonly number[];
  /** For each shift, whom it refuses whatever else they do. */
  refused: readonly (readonly Refusal[])[];
}>;

/** One person whom a rule about one shift keeps from it. */
export type Refusal = Readonly<{
  person: number;
  /** The first rule that does. */
  rule: RosterRule;
  /** What it names: a skill, a reason of absence. */
  about: string;
  /** Is it the only one? */
  isOnly: boolean;
}>;

/** What one shift costs somebody, in points of the objective: wishes, answers, whose team it is. Below an empty seat by far. */
const cost = {
  plain: 6,
  likes: -5,
  dislikes: 12,
  saidYes: -3,
  saidMaybe: 6,
  otherTeam: 4,
  nearHome: -1,
} as const;

/** Somebody without a contract is expected to give so many minutes a week. */
const unpaidWeekMinutes = 12 * 60;

/**
 * What has begun by `now` stays as it is, and so does what is locked or was accepted against a rule. `only` narrows it to some shifts. The
 * rules about one shift (skill, age, absence…) decide who has it among their options; rest, hours and travel are the engine's.
 */
export function eventModel(roster: Roster, now: Instant, only?: ReadonlySet<ShiftId>): EventModel {
  const { slots } = roster;
  const members = [...roster.people.values()].filter(
    ({ id, hasLeft }) => !hasLeft || roster.dutiesOf.has(id),
  );
  const numberOf = new Map(slots.map(({ shift }, number) => [shift.id, number]));
  const started = minuteOf(now);
  const zone = roster.events.get(roster.eventId)?.timeZone ?? 'UTC';
  const places = placeNumbers(roster, slots);
  const refused = slots.map((): Refusal[] => []);
  const days = localDays(slots, zone);
  const demand = slots.reduce((sum, { shift, from, until }) => sum + shift.headcount * (until - from), 0);
  const contracts = members.map((member) => contractMinutes(roster, member, days.weeks));
  const allContracts = contracts.reduce((sum, minutes) => sum + minutes, 0);
  const isOpen = (slot: Slot) => slot.from > started && (!only || only.has(slot.shift.id));
  const people = members.map((member, index) => {
    const options: RosterOption[] = [];
    const duties = roster.dutiesOf.get(member.id) ?? [];
    for (const [number, slot] of slots.entries()) {
      const [refusal, ...others] = member.hasLeft ? [] : refusals(roster, member.id, slot);
      if (refusal) {
        const { rule, about } = refusal;
        refused[number]?.push({ person: index, rule, about, isOnly: others.length === 0 });
      } else if (!member.hasLeft && isOpen(slot)) {
        options.push({ shift: number, cost: costOf(member, slot) });
      }
    }
    const here = duties.filter(({ shift }) => shift.eventId === roster.eventId);
    const contract = contracts[index] ?? 0;
    return {
      duty: dutyRules(roster, member, duties, days.firstWeek),
      options,
      busy: duties
        .filter(({ shift }) => shift.eventId !== roster.eventId)
        .map((duty) => ({ startsAt: duty.from, endsAt: duty.until, place: places.of(duty) })),
      locked: here
        .filter((duty) => duty.assignment.isLocked || duty.assignment.accepted.length > 0 || !isOpen(duty))
        .map(({ shift }) => numberOf.get(shift.id) ?? -1)
        .filter((number) => number >= 0),
      targetMinutes: allContracts === 0 ? 0 : Math.round((demand * contract) / allContracts),
      contractMinutes: contract,
    };
  });
  const indexOf = new Map(members.map(({ id }, index) => [id, index]));
  const pairsOf = (of: Roster['apart']) =>
    [...of].flatMap(([one, others]) =>
      others.flatMap((other): (readonly [number, number])[] => {
        const [left, right] = [indexOf.get(one), indexOf.get(other)];
        return left === undefined || right === undefined || left >= right ? [] : [[left, right]];
      }),
    );
  return {
    model: {
      shifts: slots.map((slot) => ({
        startsAt: slot.from,
        endsAt: slot.until,
        headcount: slot.shift.headcount,
        weight: seatWeight * slot.post.priority,
        place: places.of(slot),
      })),
      people,
      travelMinutes: places.travel,
      weekStarts: days.weekStarts,
      dayStarts: days.dayStarts,
      apart: pairsOf(roster.apart),
      together: pairsOf(roster.together),
    },
    shiftIds: slots.map(({ shift }) => shift.id),
    personIds: members.map(({ id }) => id),
    start: members.map(({ id }) =>
      (roster.dutiesOf.get(id) ?? [])
        .flatMap(({ shift }) => numberOf.get(shift.id) ?? [])
        .toSorted((left, right) => left - right),
    ),
    open: slots.flatMap((slot, number) => (isOpen(slot) ? [number] : [])),
    refused,
  };
}

/** What applying an answer would do to the roster: nothing is in both lists. */
export type RosterDiff = Readonly<{
  added: readonly Readonly<{ shiftId: ShiftId; personId: StaffId }>[];
  removed: readonly Readonly<{ assignmentId: AssignmentId; shiftId: ShiftId; personId: StaffId }>[];
  kept: number;
  /** Empty seats before and after. */
  emptyBefore: number;
  emptyAfter: number;
}>;

export function rosterDiff(
  roster: Roster,
  { personIds, shiftIds, start }: EventModel,
  assignments: readonly (readonly number[])[],
): RosterDiff {
  const added: RosterDiff['added'][number][] = [];
  const removed: RosterDiff['removed'][number][] = [];
  let kept = 0;
  personIds.forEach((personId, person) => {
    const before = new Set(start[person]);
    const after = new Set(assignments[person]);
    for (const number of after) {
      const shiftId = shiftIds[number];
      if (before.has(number)) kept += 1;
      else if (shiftId) added.push({ shiftId, personId });
    }
    for (const number of before) {
      const shiftId = shiftIds[number];
      const assignmentId = shiftId && heldBy(roster, shiftId, personId);
      if (!after.has(number) && shiftId && assignmentId) removed.push({ assignmentId, shiftId, personId });
    }
  });
  const emptyBefore = roster.slots.reduce((sum, { shift }) => sum + emptySeats(roster, shift), 0);
  const held = new Map<ShiftId, number>();
  for (const numbers of assignments)
    for (const number of numbers) {
      const id = shiftIds[number];
      if (id) held.set(id, (held.get(id) ?? 0) + 1);
    }
  const emptyAfter = roster.slots.reduce(
    (sum, { shift }) => sum + Math.max(0, shift.headcount - (held.get(shift.id) ?? 0)),
    0,
  );
  return { added, removed, kept, emptyBefore, emptyAfter };
}

function costOf(member: StaffMember, slot: Slot): number {
  const { name, team } = slot.post;
  const isNamed = (names: readonly string[]) =>
    names.some((each) => fold(each) === fold(name) || (team !== '' && fold(each) === fold(team)));
  const answer = answerTo(member, slot.shift.eventId);
  let points: number = cost.plain;
  if (isNamed(member.likes)) points += cost.likes;
  if (isNamed(member.dislikes)) points += cost.dislikes;
  if (answer === 'yes') points += cost.saidYes;
  if (answer === 'maybe') points += cost.saidMaybe;
  if (team !== '' && member.team !== '' && fold(team) !== fold(member.team)) points += cost.otherTeam;
  if (member.homeArea !== '' && slot.places.includes(fold(member.homeArea))) points += cost.nearHome;
  return points;
}

/** The rolling average becomes a lower weekly limit: what the weeks before have left of it. */
function dutyRules(
  roster: Roster,
  member: StaffMember,
  duties: readonly Duty[],
  firstWeek: number,
): DutyRules {
  const profile = profileOf(roster, member);
  const rolling = profile?.rolling ?? null;
  const before = duties
    .filter(({ from }) => rolling && from < firstWeek && from >= firstWeek - (rolling.weeks - 1) * weekLength)
    .reduce((sum, { from, until }) => sum + until - from, 0);
  const left = rolling ? Math.max(0, rolling.weeks * rolling.averageMinutes - before) : null;
  return {
    restMinutes: profile?.dailyRestMinutes ?? 0,
    spanMinutes: profile ? profile.spanMinutes : dayLength,
    dayMinutes: lowerLimit(profile?.dayMinutes ?? null, member.mostDayMinutes),
    weekMinutes: lowerLimit(lowerLimit(profile?.weekMinutes ?? null, member.mostWeekMinutes), left),
    maxMinutes: null,
  };
}

function contractMinutes(roster: Roster, member: StaffMember, weeks: number): number {
  if (member.hasLeft) return 0;
  const own = profileOf(roster, member)?.contractWeekMinutes ?? unpaidWeekMinutes;
  return (lowerLimit(own, member.mostWeekMinutes) ?? own) * weeks;
}

/** Two posts are in one place when they name it alike; a post that names none is a place of its own, within its venue. */
function placeNumbers(roster: Roster, slots: readonly Slot[]) {
  const numbers = new Map<string, number>();
  const names: (readonly string[])[] = [];
  const of = (slot: Slot): number => {
    const key = slot.places[0] ? slot.places.join('\n') : slot.post.id;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    names.push(slot.places);
    numbers.set(key, names.length - 1);
    return names.length - 1;
  };
  for (const slot of slots) of(slot);
  for (const duties of roster.dutiesOf.values()) for (const duty of duties) of(duty);
  const travel = names.map((from) => names.map((to) => (from === to ? 0 : roster.travelMinutes(from, to))));
  return { of, travel };
}

/** Local midnights and Mondays from the first shift to the last. */
function localDays(slots: readonly Slot[], zone: string) {
  const first = slots[0];
  if (!first) return { dayStarts: [0], weekStarts: [0], firstWeek: 0, weeks: 1 };
  const last = slots.reduce((latest, { until }) => Math.max(latest, until), first.until);
  const offset = localMinuteOf(first.from, zone) - first.from;
  const dayStarts: number[] = [];
  const weekStarts: number[] = [];
  const firstDay = Math.floor((first.from + offset) / dayLength);
  // 1 January 1970 was a Thursday: Mondays are the days 4, 11, 18…
  const monday = firstDay - ((((firstDay + 3) % 7) + 7) % 7);
  for (let day = monday; day * dayLength - offset < last; day += 1) {
    if (day >= firstDay) dayStarts.push(day * dayLength - offset);
    if ((day - monday) % 7 === 0) weekStarts.push(day * dayLength - offset);
  }
  return { dayStarts, weekStarts, firstWeek: weekStarts[0] ?? 0, weeks: weekStarts.length };
}

const dayLength = 1_440;
const weekLength = 7 * dayLength;
