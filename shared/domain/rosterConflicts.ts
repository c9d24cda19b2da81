import type { Acceptance, Assignment, AssignmentId, RosterRule } from './assignment';
import type { EventId } from './plannedEvent';
import { type Duty, profileOf, type Roster, type Slot } from './roster';
import { type ShiftId, workedMinutesOf } from './shift';
import { ageOn, answerTo, skillOf, type StaffId, type StaffMember } from './staffMember';
import { fold } from './text';
import { clockMinutes, minuteOf } from './time';
import { lowerLimit, type WorkProfile } from './workProfile';

/** What would put it right. The amount is the conflict's own. */
export type Mend = 'replace' | 'shorten' | 'pause' | 'renew' | 'recruit' | 'release' | 'profile' | 'pair';

/** One rule broken, by whom, between which shifts, by how much. */
export type Conflict = Readonly<{
  rule: RosterRule;
  /** Nobody for a shift that lacks people. Of a pair, both. */
  personIds: readonly StaffId[];
  /** In order of time; the last is where it happens. */
  shiftIds: readonly ShiftId[];
  /** Those of `personIds` on `shiftIds`; an exception is remembered on the last. */
  assignmentIds: readonly AssignmentId[];
  /** How far beyond `limit`; 0 when it is not a matter of amount. */
  amount: number;
  limit: number;
  unit: 'minutes' | 'people' | 'years' | 'none';
  /** A skill, a reason of absence, a profile: what the sentence names. */
  about: string;
  mend: Mend;
  /** A wish that was not met, not a rule that was broken. */
  isWish: boolean;
  accepted: Acceptance | null;
}>;

type Finding = Pick<Conflict, 'rule' | 'mend'> &
  Partial<Pick<Conflict, 'amount' | 'limit' | 'unit' | 'about' | 'isWish'>> & { duties: readonly Duty[] };

/** One person's work, and what may be asked of them. `duties` are in order of time, over all events. */
export type PersonWork = Readonly<{
  member: StaffMember;
  profile: WorkProfile | null;
  duties: readonly Duty[];
  travelMinutes: Roster['travelMinutes'];
}>;

/** A rule that looks at one shift alone: may this person hold it at all? */
type ShiftRule = (person: PersonWork, duty: Duty) => Finding | null;
/** A rule about the shifts of one person together. */
type WorkRule = (person: PersonWork) => Finding[];

/** To add a rule, write a function and name it here. */
const shiftRules: readonly ShiftRule[] = [
  skills,
  forbiddenSkill,
  tooYoung,
  wrongProfile,
  unavailable,
  outsideHours,
  declined,
  night,
];
const workRules: readonly WorkRule[] = [
  doubleBooked,
  travel,
  duties,
  weekHours,
  rollingHours,
  weeklyRest,
  missingPause,
];

/** Everything wrong with the roster of `roster.eventId`, by time. What concerns only other events is theirs to tell. */
export function rosterConflicts(roster: Roster): Conflict[] {
  const found: Conflict[] = [];
  for (const [personId] of roster.dutiesOf) found.push(...conflictsOfPerson(roster, personId));
  found.push(...staffing(roster));
  return found;
}

/** What is wrong with one person's work in this event, wishes included. */
export function conflictsOfPerson(roster: Roster, personId: StaffId): Conflict[] {
  const person = workOf(roster, personId);
  if (!person || !person.duties.some(({ shift }) => shift.eventId === roster.eventId)) return [];
  return [
    ...findings(person, roster.eventId).map((finding) => conflictOf(personId, finding)),
    ...pairs(roster, person),
  ];
}

/**
 * What would be wrong with this shift if the person held it, and only that; `without` are assignments that would be given up for it.
 * The same rules as everywhere: nothing is proposed that would then be called a conflict.
 */
export function conflictsIfAssigned(
  roster: Roster,
  personId: StaffId,
  slot: Slot,
  without: readonly AssignmentId[] = [],
): Conflict[] {
  const person = workOf(roster, personId);
  if (!person) return [];
  const duty: Duty = { ...slot, assignment: supposed(slot, personId) };
  const kept = person.duties.filter(
    ({ assignment, shift }) => !without.includes(assignment.id) && shift.id !== slot.shift.id,
  );
  const with_ = inserted(kept, duty);
  const wanted = { ...person, duties: with_ };
  const known = new Set(findings({ ...person, duties: kept }, null).map((finding) => findingKey(finding)));
  const shiftFindings = shiftRules.flatMap((rule) => rule(wanted, duty) ?? []);
  const workFindings = workRules
    .flatMap((rule) => rule(wanted))
    .filter((finding) => finding.duties.includes(duty) || !known.has(findingKey(finding)));
  return [
    ...[...shiftFindings, ...workFindings].map((finding) => conflictOf(personId, finding)),
    ...pairs(roster, wanted, duty),
  ];
}

/** The rules about one shift alone: what keeps somebody from ever holding it, whatever else they do. */
export function refusals(roster: Roster, personId: StaffId, slot: Slot): Conflict[] {
  const person = workOf(roster, personId);
  if (!person) return [];
  const duty: Duty = { ...slot, assignment: supposed(slot, personId) };
  return shiftRules
    .flatMap((rule) => rule(person, duty) ?? [])
    .map((finding) => conflictOf(personId, finding));
}

/** Exceptions and wishes aside: what still asks for a decision. */
export function openConflicts(conflicts: readonly Conflict[]): Conflict[] {
  return conflicts.filter(({ accepted, isWish }) => accepted === null && !isWish);
}

function workOf(roster: Roster, personId: StaffId): PersonWork | null {
  const member = roster.people.get(personId);
  if (!member) return null;
  return {
    member,
    profile: profileOf(roster, member),
    duties: roster.dutiesOf.get(personId) ?? [],
    travelMinutes: roster.travelMinutes,
  };
}

/** Of this event when one is named: at least one of its shifts is concerned. */
function findings(person: PersonWork, eventId: EventId | null): Finding[] {
  const isHere = (duty: Duty) => eventId === null || duty.shift.eventId === eventId;
  const found: Finding[] = [];
  for (const duty of person.duties) {
    if (!isHere(duty)) continue;
    for (const rule of shiftRules) {
      const finding = rule(person, duty);
      if (finding) found.push(finding);
    }
  }
  for (const rule of workRules) {
    for (const finding of rule(person)) if (finding.duties.some(isHere)) found.push(finding);
  }
  return found;
}

function conflictOf(personId: StaffId, finding: Finding, others: readonly StaffId[] = []): Conflict {
  const {
    rule,
    mend,
    duties: involved,
    amount = 0,
    limit = 0,
    unit = 'none',
    about = '',
    isWish = false,
  } = finding;
  return {
    rule,
    personIds: [personId, ...others],
    shiftIds: [...new Set(involved.map(({ shift }) => shift.id))],
    assignmentIds: involved.map(({ assignment }) => assignment.id),
    amount,
    limit,
    unit,
    about,
    mend,
    isWish,
    accepted: acceptedOf(rule, involved),
  };
}

function acceptedOf(rule: RosterRule, involved: readonly Duty[]): Acceptance | null {
  for (const { assignment } of involved) {
    const accepted = assignment.accepted.find((acceptance) => acceptance.rule === rule);
    if (accepted) return accepted;
  }
  return null;
}

function findingKey({ rule, duties: involved, amount = 0 }: Finding): string {
  return `${rule} ${amount} ${involved.map(({ shift }) => shift.id).join(' ')}`;
}

// What one shift asks for

function skills({ member }: PersonWork, duty: Duty): Finding | null {
  const { mode, names } = duty.post.skills;
  if (names.length === 0) return null;
  const lacking: string[] = [];
  const expired: string[] = [];
  for (const name of names) {
    const held = skillOf(member, name);
    if (held === null) lacking.push(name);
    else if (held.expiresOn !== null && held.expiresOn < duty.day) expired.push(name);
  }
  if (mode === 'any' && lacking.length + expired.length < names.length) return null;
  if (expired.length > 0 && (mode === 'any' || lacking.length === 0))
    return { rule: 'expiredSkill', mend: 'renew', about: expired.join(', '), duties: [duty] };
  if (lacking.length > 0)
    return { rule: 'missingSkill', mend: 'replace', about: lacking.join(', '), duties: [duty] };
  return null;
}

function forbiddenSkill({ profile }: PersonWork, duty: Duty): Finding | null {
  if (!profile || profile.forbiddenSkills.length === 0) return null;
  const forbidden = new Set(profile.forbiddenSkills.map(fold));
  const asked = duty.post.skills.names.filter((name) => forbidden.has(fold(name)));
  if (asked.length === 0 || (duty.post.skills.mode === 'any' && asked.length < duty.post.skills.names.length))
    return null;
  return { rule: 'forbiddenSkill', mend: 'replace', about: asked.join(', '), duties: [duty] };
}

function tooYoung({ member }: PersonWork, duty: Duty): Finding | null {
  const limit = duty.post.minimumAge;
  if (limit === null) return null;
  const age = ageOn(member, duty.day);
  if (age === null || age >= limit) return null;
  return { rule: 'tooYoung', mend: 'replace', amount: limit - age, limit, unit: 'years', duties: [duty] };
}

function wrongProfile({ member, profile }: PersonWork, duty: Duty): Finding | null {
  const age = ageOn(member, duty.day);
  if (!profile || age === null) return null;
  const { youngest, oldest, name } = profile;
  const told = { rule: 'wrongProfile', mend: 'profile', unit: 'years', about: name, duties: [duty] } as const;
  if (youngest !== null && age < youngest) return { ...told, amount: youngest - age, limit: youngest };
  if (oldest !== null && age > oldest) return { ...told, amount: age - oldest, limit: oldest };
  return null;
}

function unavailable({ member }: PersonWork, duty: Duty): Finding | null {
  for (const { startsAt, endsAt, reason } of member.absences) {
    if (startsAt >= duty.shift.endsAt || duty.shift.startsAt >= endsAt) continue;
    const overlap = Math.min(duty.until, minuteOf(endsAt)) - Math.max(duty.from, minuteOf(startsAt));
    return {
      rule: 'unavailable',
      mend: 'replace',
      amount: overlap,
      unit: 'minutes',
      about: reason,
      duties: [duty],
    };
  }
  return null;
}

function outsideHours({ member }: PersonWork, duty: Duty): Finding | null {
  if (member.weeklyHours.length === 0) return null;
  const outside = duty.until - duty.from - minutesInWeeklyHours(member, duty);
  return outside > 0
    ? { rule: 'outsideHours', mend: 'replace', amount: outside, unit: 'minutes', duties: [duty] }
    : null;
}

/** Minutes of a duty that lie in the hours of the week in which somebody may work. Hours that overlap are counted once. */
function minutesInWeeklyHours({ weeklyHours }: StaffMember, duty: Duty): number {
  const start = duty.localFrom;
  const end = start + duty.until - duty.from;
  const windows: [number, number][] = [];
  for (let day = Math.floor(start / 1_440) - 1; day * 1_440 < end; day += 1) {
    // 1 January 1970 was a Thursday.
    const weekday = (((day + 3) % 7) + 7) % 7;
    for (const hours of weeklyHours) {
      if (hours.weekday !== weekday + 1) continue;
      const from = clockMinutes(hours.from);
      const until = clockMinutes(hours.until);
      windows.push([day * 1_440 + from, day * 1_440 + until + (until <= from ? 1_440 : 0)]);
    }
  }
  windows.sort((left, right) => left[0] - right[0]);
  let reached = start;
  let inside = 0;
  for (const [from, until] of windows) {
    const begin = Math.max(from, reached);
    const finish = Math.min(until, end);
    if (finish <= begin) continue;
    inside += finish - begin;
    reached = finish;
  }
  return inside;
}

function declined({ member }: PersonWork, duty: Duty): Finding | null {
  if (answerTo(member, duty.shift.eventId) !== 'no') return null;
  return { rule: 'declined', mend: 'replace', duties: [duty] };
}

function night({ profile }: PersonWork, duty: Duty): Finding | null {
  if (!profile?.night) return null;
  const { from, until, mostMinutes } = profile.night;
  const begin = clockMinutes(from);
  const length = (clockMinutes(until) - begin + 1_440) % 1_440;
  const start = ((duty.localFrom % 1_440) + 1_440) % 1_440;
  const end = start + duty.until - duty.from;
  let minutes = 0;
  for (const shift of [-1_440, 0, 1_440]) {
    minutes += Math.max(0, Math.min(end, begin + length + shift) - Math.max(start, begin + shift));
  }
  if (minutes <= mostMinutes) return null;
  return {
    rule: 'night',
    mend: 'shorten',
    amount: minutes - mostMinutes,
    limit: mostMinutes,
    unit: 'minutes',
    about: `${from}–${until}`,
    duties: [duty],
  };
}

// What the shifts of one person make together

function doubleBooked({ duties: all }: PersonWork): Finding[] {
  const found: Finding[] = [];
  let last: Duty | null = null;
  for (const duty of all) {
    if (last && duty.from < last.until) {
      found.push({
        rule: 'doubleBooked',
        mend: 'replace',
        amount: Math.min(last.until, duty.until) - duty.from,
        unit: 'minutes',
        duties: [last, duty],
      });
    }
    if (!last || duty.until > last.until) last = duty;
  }
  return found;
}

function travel({ duties: all, travelMinutes }: PersonWork): Finding[] {
  return neighbours(all).flatMap(([before, after]): Finding[] => {
    const gap = after.from - before.until;
    if (gap < 0) return [];
    const limit = travelMinutes(before.places, after.places);
    if (gap >= limit) return [];
    return [
      {
        rule: 'travel',
        mend: 'shorten',
        amount: limit - gap,
        limit,
        unit: 'minutes',
        duties: [before, after],
      },
    ];
  });
}

/** Everything worked between two daily rests is one duty period: its rest before, its span and its work are looked at together. */
function duties({ member, profile, duties: all }: PersonWork): Finding[] {
  if (all.length === 0) return [];
  const rest = profile?.dailyRestMinutes ?? 0;
  const most = lowerLimit(profile?.dayMinutes ?? null, member.mostDayMinutes);
  const found: Finding[] = [];
  let period: Duty[] = [];
  const close = () => {
    found.push(...wholePeriod(period, profile?.spanMinutes ?? null, most));
    period = [];
  };
  for (const duty of all) {
    const first = period[0];
    const before = period.at(-1);
    if (first && before) {
      const end = period.reduce((latest, { until }) => Math.max(latest, until), 0);
      const gap = duty.from - end;
      const span = profile?.spanMinutes ?? 0;
      const isWithin = Math.max(end, duty.until) - first.from <= span;
      if (gap >= rest) close();
      else if (!isWithin && gap >= 0 && (span === 0 || duty.day !== first.day)) {
        found.push({
          rule: 'shortRest',
          mend: 'shorten',
          amount: rest - gap,
          limit: rest,
          unit: 'minutes',
          about: profile?.name ?? '',
          duties: [before, duty],
        });
        close();
      }
    }
    period.push(duty);
  }
  close();
  return found;
}

function wholePeriod(period: readonly Duty[], span: number | null, most: number | null): Finding[] {
  const first = period[0];
  if (!first) return [];
  const found: Finding[] = [];
  const length = Math.max(...period.map(({ until }) => until)) - first.from;
  if (span !== null && length > span) {
    found.push({
      rule: 'dailySpan',
      mend: 'shorten',
      amount: length - span,
      limit: span,
      unit: 'minutes',
      duties: period,
    });
  }
  const work = workOfDuties(period);
  if (most !== null && work > most) {
    found.push({
      rule: 'dayHours',
      mend: 'shorten',
      amount: work - most,
      limit: most,
      unit: 'minutes',
      duties: period,
    });
  }
  return found;
}

/** A shift counts in the week, Monday to Sunday, in which it begins. */
function weekHours({ member, profile, duties: all }: PersonWork): Finding[] {
  const most = lowerLimit(profile?.weekMinutes ?? null, member.mostWeekMinutes);
  if (most === null) return [];
  return [...byWeek(all).values()].flatMap((week): Finding[] => {
    const work = workOfDuties(week);
    if (work <= most) return [];
    return [
      {
        rule: 'weekHours',
        mend: 'replace',
        amount: work - most,
        limit: most,
        unit: 'minutes',
        duties: week,
      },
    ];
  });
}

function rollingHours({ profile, duties: all }: PersonWork): Finding[] {
  if (!profile?.rolling) return [];
  const { weeks, averageMinutes } = profile.rolling;
  const worked = byWeek(all);
  const most = weeks * averageMinutes;
  return [...worked.keys()].flatMap((last): Finding[] => {
    const period = [...worked]
      .filter(([week]) => week > last - weeks && week <= last)
      .flatMap(([, own]) => own);
    const work = workOfDuties(period);
    if (work <= most) return [];
    return [
      {
        rule: 'rollingHours',
        mend: 'replace',
        amount: work - most,
        limit: most,
        unit: 'minutes',
        about: String(weeks),
        duties: worked.get(last) ?? [],
      },
    ];
  });
}

/** A rest counts for the week in which it begins; one that began before counts with what lies in the week. */
function weeklyRest({ profile, duties: all }: PersonWork): Finding[] {
  const rest = profile?.weeklyRestMinutes ?? null;
  if (rest === null) return [];
  return [...byWeek(all)].flatMap(([week, own]): Finding[] => {
    const first = own[0];
    if (!first) return [];
    // Monday 00:00 of that week, in the minutes of `from`.
    const monday = first.from - (first.localFrom - (week * 7 - 3) * 1_440);
    const sunday = monday + 7 * 1_440;
    const before = all.filter(({ from }) => from < monday);
    let end = Math.max(monday, ...before.map(({ until }) => until));
    let longest = 0;
    for (const { from, until } of own) {
      longest = Math.max(longest, from - end);
      end = Math.max(end, until);
    }
    const next = all.find(({ from }) => from >= sunday);
    longest = Math.max(longest, (next?.from ?? Number.POSITIVE_INFINITY) - end);
    if (longest >= rest) return [];
    return [
      {
        rule: 'weeklyRest',
        mend: 'replace',
        amount: rest - longest,
        limit: rest,
        unit: 'minutes',
        duties: own,
      },
    ];
  });
}

/** Work that goes on without a gap of at least the pause is one stretch; the pauses foreseen in its shifts are counted. */
function missingPause({ profile, duties: all }: PersonWork): Finding[] {
  if (!profile?.pause) return [];
  const { afterMinutes, pauseMinutes } = profile.pause;
  const found: Finding[] = [];
  let stretch: Duty[] = [];
  const close = () => {
    const first = stretch[0];
    if (!first) return;
    const length = Math.max(...stretch.map(({ until }) => until)) - first.from;
    const due = (Math.ceil(length / afterMinutes) - 1) * pauseMinutes;
    const foreseen = stretch.reduce((sum, { shift }) => sum + shift.pauseMinutes, 0);
    if (foreseen < due) {
      found.push({
        rule: 'missingPause',
        mend: 'pause',
        amount: due - foreseen,
        limit: due,
        unit: 'minutes',
        duties: stretch,
      });
    }
    stretch = [];
  };
  for (const duty of all) {
    const end = Math.max(...stretch.map(({ until }) => until));
    if (stretch.length > 0 && duty.from - end >= pauseMinutes) close();
    stretch.push(duty);
  }
  close();
  return found;
}

// What several people make together

/** Those to be kept apart are on one shift or one place at a time; those to be together are not. With `only`, about that duty alone. */
function pairs(roster: Roster, { member, duties: all }: PersonWork, only?: Duty): Conflict[] {
  const apart = roster.apart.get(member.id) ?? [];
  const together = roster.together.get(member.id) ?? [];
  if (apart.length + together.length === 0) return [];
  const found: Conflict[] = [];
  for (const duty of only ? [only] : all) {
    if (duty.shift.eventId !== roster.eventId) continue;
    const besides = (other: StaffId): readonly Duty[] =>
      (roster.dutiesOf.get(other) ?? []).filter(({ from, until }) => from < duty.until && duty.from < until);
    for (const other of apart) {
      // Told once, by the first of the two.
      if (!only && other < member.id) continue;
      const near = besides(other).find(
        ({ post, places }) => post.id === duty.post.id || (places[0] !== '' && places[0] === duty.places[0]),
      );
      if (!near) continue;
      found.push(conflictOf(member.id, { rule: 'apart', mend: 'replace', duties: [duty, near] }, [other]));
    }
    for (const other of together) {
      if (!roster.people.has(other)) continue;
      if (besides(other).some(({ shift }) => shift.eventId === roster.eventId)) continue;
      found.push(
        conflictOf(member.id, { rule: 'notTogether', mend: 'pair', isWish: true, duties: [duty] }, [other]),
      );
    }
  }
  return found;
}

/** Shifts that lack people, or have too many. */
export function staffing(roster: Roster): Conflict[] {
  return roster.slots.flatMap(({ shift, post }): Conflict[] => {
    const held = roster.onShift.get(shift.id) ?? [];
    const missing = shift.headcount - held.length;
    if (missing === 0) return [];
    return [
      {
        rule: missing > 0 ? 'underStaffed' : 'overStaffed',
        personIds: [],
        shiftIds: [shift.id],
        assignmentIds: missing > 0 ? [] : held.map(({ assignment }) => assignment.id),
        amount: Math.abs(missing),
        limit: shift.headcount,
        unit: 'people',
        about: post.name,
        mend: missing > 0 ? 'recruit' : 'release',
        isWish: false,
        accepted: missing > 0 ? null : acceptedOf('overStaffed', held),
      },
    ];
  });
}

function neighbours(all: readonly Duty[]): [Duty, Duty][] {
  return all.slice(1).map((after, index) => [all[index] as Duty, after]);
}

function byWeek(all: readonly Duty[]): Map<number, Duty[]> {
  const weeks = new Map<number, Duty[]>();
  for (const duty of all) {
    const week = weekOf(duty);
    const known = weeks.get(week);
    if (known) known.push(duty);
    else weeks.set(week, [duty]);
  }
  return weeks;
}

/** Number of the week, Monday to Sunday, in which it begins: week 0 began on 29 December 1969. */
function weekOf({ localFrom }: Slot): number {
  return Math.floor((Math.floor(localFrom / 1_440) + 3) / 7);
}

function workOfDuties(all: readonly Duty[]): number {
  return all.reduce((sum, { shift }) => sum + workedMinutesOf(shift), 0);
}

function inserted(all: readonly Duty[], duty: Duty): Duty[] {
  const at = all.findIndex(({ from }) => from > duty.from);
  return at < 0 ? [...all, duty] : [...all.slice(0, at), duty, ...all.slice(at)];
}

function supposed(slot: Slot, personId: StaffId): Assignment {
  return {
    id: supposedId,
    eventId: slot.shift.eventId,
    shiftId: slot.shift.id,
    personId,
    isLocked: false,
    accepted: [],
    presence: { status: 'expected', arrivedAt: null, leftAt: null, replacedById: null, note: '' },
  };
}

/** Of an assignment that is only thought of. */
export const supposedId = '00000000-0000-0000-0000-000000000000' as AssignmentId;
