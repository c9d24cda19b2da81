import { type Assignment, expectedPresence, type Presence, type PresenceStatus } from './assignment';
import { byShiftThenName, dayRows, type SheetRow } from './presenceSheet';
import { type Duty, type Roster, type RosterFacts, type Slot } from './roster';
import { refusals } from './rosterConflicts';
import { overlaps } from './shift';
import type { StaffMember } from './staffMember';
import {
  addDays,
  type ClockTime,
  type Day,
  dayOf,
  type Instant,
  instantOf,
  minutesBetween,
  type Span,
  type TimeZone,
} from './time';

/** The days on which shifts of the event begin. */
export function rosterDays(roster: Pick<Roster, 'slots'>): Day[] {
  return [...new Set(roster.slots.map(({ day }) => day))].sort();
}

/** The day to open first: today when it is one of them, else the next one, else the last. */
export function dayToShow(days: readonly Day[], today: Day): Day | null {
  return days.find((day) => day >= today) ?? days.at(-1) ?? null;
}

/** What somebody becomes when this is noted of them; what no longer holds is taken away. `at` is the time that goes with it. */
export function notedPresence(before: Presence, status: PresenceStatus, at: Instant | null): Presence {
  const { arrivedAt, note } = before;
  switch (status) {
    case 'expected':
      return { ...expectedPresence, note };
    case 'arrived':
      return { ...before, status, leftAt: null, replacedById: null };
    case 'late':
      return { ...before, status, arrivedAt: at ?? arrivedAt, leftAt: null, replacedById: null };
    case 'left': {
      const leftAt = at ?? before.leftAt;
      return {
        ...before,
        status,
        arrivedAt: arrivedAt !== null && leftAt !== null && arrivedAt >= leftAt ? null : arrivedAt,
        leftAt,
        replacedById: null,
      };
    }
    case 'absent':
    case 'replaced':
      return { ...expectedPresence, status, note };
  }
}

/** `now` as the time of an arrival or a departure, when it lies within the shift; else it has to be typed. */
export function momentWithin(shift: Span, now: Instant): Instant | null {
  return now > shift.startsAt && now < shift.endsAt ? now : null;
}

/**
 * The moment that somebody means by a time of the clock beside a shift: of the day before, the same day and the next, the one that is
 * nearest to the shift. `null` when the clocks skip it.
 */
export function momentNear(shift: Span, time: ClockTime, zone: TimeZone): Instant | null {
  const day = dayOf(shift.startsAt, zone);
  let best: Instant | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const days of [0, 1, -1]) {
    const at = instantOf(addDays(day, days), time, zone);
    if (at === null) continue;
    const away = Math.max(0, minutesBetween(at, shift.startsAt), minutesBetween(shift.endsAt, at));
    if (away >= least) continue;
    best = at;
    least = away;
  }
  return best;
}

/** Minutes after the beginning of a shift from which an arrival is called late. */
export const lateAfterMinutes = 10;

/** An arrival was typed, or taken away: `null`. Whoever was only expected has arrived, or is late. */
export function withArrival(before: Presence, shift: Span, arrivedAt: Instant | null): Presence {
  if (arrivedAt === null && before.status === 'expected') return before;
  const isLate = arrivedAt !== null && minutesBetween(shift.startsAt, arrivedAt) >= lateAfterMinutes;
  const status =
    before.status === 'left' && before.leftAt !== null
      ? 'left'
      : isLate
        ? ('late' as const)
        : ('arrived' as const);
  return { ...before, status, arrivedAt, replacedById: null };
}

/** A departure was typed, or taken away: `null`. */
export function withDeparture(before: Presence, leftAt: Instant | null): Presence {
  if (leftAt !== null) return { ...before, status: 'left', leftAt, replacedById: null };
  return { ...before, status: before.status === 'left' ? 'arrived' : before.status, leftAt };
}

/** Should be here at this moment, and nobody has said that they are. */
export function missingNow(facts: RosterFacts, now: Instant): SheetRow[] {
  return dayRows(facts).filter(
    ({ shift, assignment: { presence } }) =>
      presence.status === 'expected' && shift.startsAt <= now && now < shift.endsAt,
  );
}

export type FreePerson = Readonly<{
  member: StaffMember;
  /** The beginning of their next shift at any event, or `null`. */
  until: Instant | null;
}>;

/**
 * Who works at this event on the day of `now`, and has no shift at this moment: those who are free the longest first. Those who are absent today
 * are not counted as free.
 */
export function freeNow(roster: Roster, facts: RosterFacts, now: Instant): FreePerson[] {
  const zone = roster.events.get(roster.eventId)?.timeZone;
  if (zone === undefined) return [];
  const today = dayOf(now, zone);
  const rows = dayRows(facts).filter(({ day }) => day === today);
  const absent = new Set(
    rows.flatMap(({ assignment, member }) =>
      assignment.presence.status === 'absent' || assignment.presence.status === 'replaced' ? [member.id] : [],
    ),
  );
  const free: FreePerson[] = [];
  for (const member of new Set(rows.map((row) => row.member))) {
    const duties = roster.dutiesOf.get(member.id) ?? [];
    if (absent.has(member.id) || duties.some((duty) => isOn(duty, now))) continue;
    const next = duties.find(({ shift }) => shift.startsAt > now);
    free.push({ member, until: next?.shift.startsAt ?? null });
  }
  return free.sort(
    (left, right) =>
      (left.until === right.until ? 0 : (right.until ?? '9') < (left.until ?? '9') ? -1 : 1) ||
      left.member.name.localeCompare(right.member.name, undefined, { numeric: true }),
  );
}

function isOn({ shift, assignment }: Duty, now: Instant): boolean {
  const until = assignment.presence.leftAt ?? shift.endsAt;
  return shift.startsAt <= now && now < until;
}

export type Substitute = Readonly<{
  member: StaffMember;
  /** Rules of this one shift that they would break: none is the best. */
  refused: number;
  isSameTeam: boolean;
}>;

/** Who could take over this shift: not on another one at that time, not already on it, not left; those whom no rule speaks against first. */
export function substitutesFor(roster: Roster, slot: Slot, replaced: Assignment): Substitute[] {
  const team = roster.people.get(replaced.personId)?.team ?? '';
  return [...roster.people.values()]
    .filter(
      (member) =>
        !member.hasLeft &&
        member.id !== replaced.personId &&
        !(roster.dutiesOf.get(member.id) ?? []).some(({ shift }) => overlaps(shift, slot.shift)),
    )
    .map((member) => ({
      member,
      refused: refusals(roster, member.id, slot).length,
      isSameTeam: team !== '' && member.team === team,
    }))
    .sort(
      (left, right) =>
        left.refused - right.refused ||
        Number(right.isSameTeam) - Number(left.isSameTeam) ||
        left.member.name.localeCompare(right.member.name, undefined, { numeric: true }),
    );
}

/** The lines of one day, in the order in which they are called out. */
export function rowsOfDay(facts: RosterFacts, day: Day): SheetRow[] {
  return dayRows(facts)
    .filter((row) => row.day === day)
    .sort(byShiftThenName);
}
