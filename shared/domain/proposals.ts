import { type Duty, profileOf, type Roster, type Slot } from './roster';
import { conflictsIfAssigned, type Conflict } from './rosterConflicts';
import { workedMinutesOf } from './shift';
import { answerTo, skillOf, type StaffId, type StaffMember } from './staffMember';
import { fold } from './text';

/** What speaks for somebody. `about` is what the sentence names: a skill, a post, a team, a person. */
export type ReasonFor = Readonly<{
  kind:
    | 'hasSkill'
    | 'sameTeam'
    | 'likes'
    | 'saidYes'
    | 'knowsPost'
    | 'withPartner'
    | 'fewHours'
    | 'alreadyThere'
    | 'livesNear';
  about: string;
}>;

/** What speaks against: a rule that would break, a wish, or a mild drawback. */
export type ReasonAgainst =
  | Readonly<{ kind: 'conflict'; conflict: Conflict }>
  | Readonly<{ kind: 'dislikes' | 'saidMaybe' | 'manyHours' | 'noProfile' | 'fromOtherTeam'; about: string }>;

export type Proposal = Readonly<{
  personId: StaffId;
  /** Breaks no rule. */
  isFree: boolean;
  reasonsFor: readonly ReasonFor[];
  reasonsAgainst: readonly ReasonAgainst[];
  /** Planned at this event so far. */
  plannedMinutes: number;
  score: number;
}>;

/** Points of each reason: what is asked for first, fairness next, comfort last. Only their order is shown. */
const points = {
  hasSkill: 20,
  saidYes: 12,
  knowsPost: 10,
  sameTeam: 8,
  likes: 8,
  withPartner: 6,
  alreadyThere: 5,
  livesNear: 3,
  dislikes: -15,
  saidMaybe: -6,
  noProfile: -4,
  fromOtherTeam: -2,
  wish: -6,
} as const;
/** One point less for so many minutes above the average of those who work at the event, one more below. */
const minutesPerPoint = 30;
/** Hours are worth a word from so many minutes off the average. */
const notableMinutes = 120;
/** Below it somebody who breaks a rule may not be ranked above somebody free. */
const perConflict = 1_000;

/** Who could hold the shift, the best first: all who break no rule, then those who break the fewest. Ties by name. */
export function proposalsFor(roster: Roster, slot: Slot, most = 5): Proposal[] {
  const held = new Set(
    (roster.onShift.get(slot.shift.id) ?? []).map(({ assignment }) => assignment.personId),
  );
  const average = averageMinutes(roster);
  return [...roster.people.values()]
    .filter((member) => !member.hasLeft && !held.has(member.id))
    .map((member) => ({ member, proposal: proposalOf(roster, slot, member, average) }))
    .sort(
      (left, right) =>
        right.proposal.score - left.proposal.score ||
        left.member.name.localeCompare(right.member.name, undefined, { numeric: true }),
    )
    .slice(0, most)
    .map(({ proposal }) => proposal);
}

/** Planned at the event of this roster, pauses off. */
export function plannedMinutesOf(roster: Roster, personId: StaffId): number {
  return eventDuties(roster, personId).reduce((sum, { shift }) => sum + workedMinutesOf(shift), 0);
}

function proposalOf(roster: Roster, slot: Slot, member: StaffMember, average: number): Proposal {
  const conflicts = conflictsIfAssigned(roster, member.id, slot);
  const broken = conflicts.filter(({ isWish }) => !isWish);
  const duties = eventDuties(roster, member.id);
  const planned = duties.reduce((sum, { shift }) => sum + workedMinutesOf(shift), 0);
  const away = planned - average;
  const reasonsFor = goodReasons(roster, slot, member, duties);
  if (away <= -notableMinutes) reasonsFor.push({ kind: 'fewHours', about: '' });
  const drawbacks = drawbacksOf(roster, slot, member);
  if (away >= notableMinutes) drawbacks.push({ kind: 'manyHours', about: '' });
  const score =
    reasonsFor.reduce((sum, { kind }) => sum + (kind === 'fewHours' ? 0 : points[kind]), 0) +
    drawbacks.reduce(
      (sum, { kind }) => sum + (kind === 'manyHours' || kind === 'conflict' ? 0 : points[kind]),
      0,
    ) +
    (conflicts.length - broken.length) * points.wish -
    away / minutesPerPoint -
    broken.length * perConflict;
  return {
    personId: member.id,
    isFree: broken.length === 0,
    reasonsFor,
    reasonsAgainst: [
      ...conflicts.map((conflict): ReasonAgainst => ({ kind: 'conflict', conflict })),
      ...drawbacks,
    ],
    plannedMinutes: planned,
    score,
  };
}

function goodReasons(roster: Roster, slot: Slot, member: StaffMember, duties: readonly Duty[]): ReasonFor[] {
  const found: ReasonFor[] = [];
  const { post } = slot;
  const skills = post.skills.names.filter((name) => {
    const held = skillOf(member, name);
    return held !== null && (held.expiresOn === null || held.expiresOn >= slot.day);
  });
  if (skills.length > 0) found.push({ kind: 'hasSkill', about: skills.join(', ') });
  if (answerTo(member, slot.shift.eventId) === 'yes') found.push({ kind: 'saidYes', about: '' });
  if (duties.some((duty) => duty.post.id === post.id)) found.push({ kind: 'knowsPost', about: post.name });
  if (post.team !== '' && fold(post.team) === fold(member.team))
    found.push({ kind: 'sameTeam', about: post.team });
  const liked = namesIn(member.likes, slot);
  if (liked) found.push({ kind: 'likes', about: liked });
  const partner = (roster.together.get(member.id) ?? []).find((other) =>
    eventDuties(roster, other).some(({ from, until }) => from < slot.until && slot.from < until),
  );
  if (partner) found.push({ kind: 'withPartner', about: roster.people.get(partner)?.name ?? '' });
  if (duties.some(({ until, from }) => until === slot.from || from === slot.until))
    found.push({ kind: 'alreadyThere', about: '' });
  if (member.homeArea !== '' && slot.places.includes(fold(member.homeArea)))
    found.push({ kind: 'livesNear', about: member.homeArea });
  return found;
}

function drawbacksOf(roster: Roster, slot: Slot, member: StaffMember): ReasonAgainst[] {
  const found: ReasonAgainst[] = [];
  const disliked = namesIn(member.dislikes, slot);
  if (disliked) found.push({ kind: 'dislikes', about: disliked });
  if (answerTo(member, slot.shift.eventId) === 'maybe') found.push({ kind: 'saidMaybe', about: '' });
  if (profileOf(roster, member) === null) found.push({ kind: 'noProfile', about: '' });
  if (slot.post.team !== '' && member.team !== '' && fold(slot.post.team) !== fold(member.team))
    found.push({ kind: 'fromOtherTeam', about: member.team });
  return found;
}

/** The first of these names that is the post's or its team's. */
function namesIn(names: readonly string[], { post }: Slot): string | undefined {
  return names.find((name) => [fold(post.name), fold(post.team)].includes(fold(name)));
}

function eventDuties(roster: Roster, personId: StaffId): Duty[] {
  return (roster.dutiesOf.get(personId) ?? []).filter(({ shift }) => shift.eventId === roster.eventId);
}

/** Of those who work at the event; 0 when nobody does yet. */
function averageMinutes(roster: Roster): number {
  const totals = [...roster.dutiesOf.keys()]
    .map((personId) => plannedMinutesOf(roster, personId))
    .filter((minutes) => minutes > 0);
  return totals.length === 0 ? 0 : totals.reduce((sum, minutes) => sum + minutes, 0) / totals.length;
}
