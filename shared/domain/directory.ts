import { emailKey, nameKey, phoneKey } from './person';
import type { Absence, EventAnswer, HeldSkill, StaffId, StaffMember } from './staffMember';
import { fold } from './text';
import { addDays, type Day, type Instant } from './time';

/** A certificate that ends within so many days is said ahead. */
export const expiringDays = 60;
/** Absences further ahead than this are not told in a list. */
const tellAbsenceDays = 60;

export type SkillState = 'held' | 'expiring' | 'expired';

/** Valid on the day itself; `expiring` from `expiringDays` before it. */
export function skillStateOn(skill: HeldSkill, today: Day): SkillState {
  if (skill.expiresOn === null) return 'held';
  if (skill.expiresOn < today) return 'expired';
  return skill.expiresOn <= addDays(today, expiringDays) ? 'expiring' : 'held';
}

/** What a list tells of when somebody may work. `absent`: now. `soon`: away within 60 days. */
export type Availability =
  Readonly<{ kind: 'absent' | 'soon'; absence: Absence }> | Readonly<{ kind: 'weekly' | 'always' | 'left' }>;

export function availabilityAt(member: StaffMember, now: Instant): Availability {
  if (member.hasLeft) return { kind: 'left' };
  const horizon = `${addDays(now.slice(0, 10), tellAbsenceDays)}T23:59Z`;
  const [next] = member.absences
    .filter(({ startsAt, endsAt }) => endsAt > now && startsAt <= horizon)
    .toSorted((left, right) => (left.startsAt < right.startsAt ? -1 : 1));
  if (next) return { kind: next.startsAt <= now ? 'absent' : 'soon', absence: next };
  return { kind: member.weeklyHours.length > 0 ? 'weekly' : 'always' };
}

/** Somebody about whom only the name is known. */
export function blankMember(id: StaffId, name: string, createdAt: Instant): StaffMember {
  return {
    id,
    name,
    team: '',
    profileId: null,
    skills: [],
    languages: [],
    phone: '',
    email: '',
    homeArea: '',
    bornOn: null,
    weeklyHours: [],
    absences: [],
    answers: [],
    mostDayMinutes: null,
    mostWeekMinutes: null,
    likes: [],
    dislikes: [],
    together: [],
    apart: [],
    shirtSize: '',
    meals: '',
    notes: '',
    hasLeft: false,
    createdAt,
  };
}

/** What a name is compared by; a name without a letter or a digit is compared as it stands. */
export function memberKey(name: string): string {
  return nameKey(name) || fold(name);
}

export const likenesses = ['name', 'email', 'phone'] as const;
export type Likeness = (typeof likenesses)[number];
/** Two records that may be one person, the older first, and by what. */
export type LikelyDouble = Readonly<{
  first: StaffMember;
  second: StaffMember;
  by: readonly Likeness[];
}>;

/** Every two that share a name in any spelling, an address or a number. Linear in people, but for those that share. */
export function likelyDoubles(people: readonly StaffMember[]): LikelyDouble[] {
  const found = new Map<string, { first: StaffMember; second: StaffMember; by: Likeness[] }>();
  const keyOf: Readonly<Record<Likeness, (member: StaffMember) => string>> = {
    name: ({ name }) => memberKey(name),
    email: ({ email }) => emailKey(email),
    phone: ({ phone }) => phoneKey(phone),
  };
  const inOrder = people.toSorted((left, right) => (doubleOrder(left) < doubleOrder(right) ? -1 : 1));
  for (const likeness of likenesses) {
    const byKey = new Map<string, StaffMember[]>();
    for (const member of inOrder) {
      const key = keyOf[likeness](member);
      if (key === '') continue;
      const alike = byKey.get(key) ?? [];
      byKey.set(key, alike);
      // A number shared by a whole office says little: the first few are enough to ask.
      for (const first of alike.slice(0, mostAlike)) {
        const double = found.get(doubleKey(first, member)) ?? { first, second: member, by: [] };
        double.by.push(likeness);
        found.set(doubleKey(first, member), double);
      }
      alike.push(member);
    }
  }
  return [...found.values()];
}

const mostAlike = 3;

/** The name of a pair, whichever comes first: under it an answer « not the same » is remembered. */
export function doubleKey(left: Pick<StaffMember, 'id'>, right: Pick<StaffMember, 'id'>): string {
  return left.id < right.id ? `${left.id} ${right.id}` : `${right.id} ${left.id}`;
}

function doubleOrder({ createdAt, id }: StaffMember): string {
  return `${createdAt} ${id}`;
}

/**
 * One person out of two: what `keep` says stands, what it leaves open comes from `other`, lists hold what both had. Of a skill the one that ends
 * last counts; a pair asked for on one side and refused on the other stays apart. Lists are cut at what a record may hold.
 */
export function mergedMember(keep: StaffMember, other: StaffMember): StaffMember {
  const text = (field: 'team' | 'phone' | 'homeArea' | 'shirtSize' | 'meals'): string =>
    keep[field] || other[field];
  const ids = (field: 'together' | 'apart'): StaffId[] => [
    ...new Set([...keep[field], ...other[field]].filter((id) => id !== keep.id && id !== other.id)),
  ];
  const apart = ids('apart').slice(0, 50);
  return {
    ...keep,
    team: text('team'),
    profileId: keep.profileId ?? other.profileId,
    skills: mergedSkills(keep.skills, other.skills).slice(0, 60),
    languages: mergedWords(keep.languages, other.languages).slice(0, 20),
    phone: text('phone'),
    email: keep.email || other.email,
    homeArea: text('homeArea'),
    bornOn: keep.bornOn ?? other.bornOn,
    weeklyHours: keep.weeklyHours.length > 0 ? keep.weeklyHours : other.weeklyHours,
    absences: mergedAbsences(keep.absences, other.absences).slice(0, 400),
    answers: mergedAnswers(keep.answers, other.answers).slice(0, 2_000),
    mostDayMinutes: keep.mostDayMinutes ?? other.mostDayMinutes,
    mostWeekMinutes: keep.mostWeekMinutes ?? other.mostWeekMinutes,
    likes: mergedWords(keep.likes, other.likes).slice(0, 50),
    dislikes: mergedWords(keep.dislikes, other.dislikes).slice(0, 50),
    together: ids('together')
      .filter((id) => !apart.includes(id))
      .slice(0, 50),
    apart,
    shirtSize: text('shirtSize'),
    meals: text('meals'),
    notes: [keep.notes, other.notes === keep.notes ? '' : other.notes]
      .filter(Boolean)
      .join('\n\n')
      .slice(0, 20_000),
    hasLeft: keep.hasLeft && other.hasLeft,
    createdAt: keep.createdAt < other.createdAt ? keep.createdAt : other.createdAt,
  };
}

/** Each skill once, whatever its spelling, with the end that is furthest. */
export function mergedSkills(left: readonly HeldSkill[], right: readonly HeldSkill[]): HeldSkill[] {
  const known = new Map<string, HeldSkill>();
  for (const skill of [...left, ...right]) {
    const before = known.get(fold(skill.name));
    const isLonger =
      before && before.expiresOn !== null && (skill.expiresOn === null || skill.expiresOn > before.expiresOn);
    if (!before) known.set(fold(skill.name), skill);
    else if (isLonger) known.set(fold(skill.name), { ...before, expiresOn: skill.expiresOn });
  }
  return [...known.values()];
}

/** By their beginning; the same span told twice is there once, with the first reason that is given. */
export function mergedAbsences(left: readonly Absence[], right: readonly Absence[]): Absence[] {
  const known = new Map<string, Absence>();
  for (const absence of [...left, ...right]) {
    const key = `${absence.startsAt} ${absence.endsAt}`;
    const before = known.get(key);
    if (!before || before.reason === '') known.set(key, absence);
  }
  return [...known.values()].toSorted((one, two) => (one.startsAt < two.startsAt ? -1 : 1));
}

function mergedWords(left: readonly string[], right: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const word of [...left, ...right]) if (!known.has(fold(word))) known.set(fold(word), word);
  return [...known.values()];
}

type Answers = readonly Readonly<{
  eventId: StaffMember['answers'][number]['eventId'];
  answer: EventAnswer;
}>[];

function mergedAnswers(left: Answers, right: Answers): StaffMember['answers'] {
  const known = new Map<string, Answers[number]>();
  for (const answer of [...left, ...right]) {
    if (!known.has(answer.eventId)) known.set(answer.eventId, answer);
  }
  return [...known.values()];
}
