import { plannedMinutesOf } from '@shared/domain/proposals';
import type { Roster, Slot } from '@shared/domain/roster';
import { type Conflict, conflictsIfAssigned, openConflicts, refusals } from '@shared/domain/rosterConflicts';
import type { StaffId, StaffMember } from '@shared/domain/staffMember';
import { fold } from '@shared/domain/text';

/** `free` breaks no rule; `reserved` breaks one that is about all of their work together; `refused` could never hold this shift. */
export const candidateGroups = ['free', 'reserved', 'refused'] as const;
export type CandidateGroup = (typeof candidateGroups)[number];

export type Candidate = Readonly<{
  member: StaffMember;
  group: CandidateGroup;
  /** The first thing against it, a wish when nothing worse. */
  conflict: Conflict | null;
  /** Planned at this event, pauses off. */
  minutes: number;
}>;

/** Everybody who does not hold the slot yet, those who can hold it first, then those who have least to do; without a slot, everybody. */
export function candidatesFor(roster: Roster, slot: Slot | null): Candidate[] {
  return eligibleFor(roster, slot)
    .map((member) => candidateOf(roster, slot, member))
    .sort(byGroup);
}

/** Those of the directory who do not hold the slot and have not left. */
export function eligibleFor(roster: Roster, slot: Slot | null): StaffMember[] {
  const held = new Set<StaffId>(
    (slot ? (roster.onShift.get(slot.shift.id) ?? []) : []).map(({ assignment }) => assignment.personId),
  );
  return [...roster.people.values()].filter((member) => !member.hasLeft && !held.has(member.id));
}

export function candidateOf(roster: Roster, slot: Slot | null, member: StaffMember): Candidate {
  const minutes = plannedMinutesOf(roster, member.id);
  if (!slot) return { member, group: 'free', conflict: null, minutes };
  const all = conflictsIfAssigned(roster, member.id, slot);
  const [broken] = openConflicts(all);
  const [refused] = broken ? openConflicts(refusals(roster, member.id, slot)) : [];
  if (refused) return { member, group: 'refused', conflict: refused, minutes };
  const group = broken ? 'reserved' : 'free';
  return { member, group, conflict: broken ?? all.find(({ isWish }) => isWish) ?? null, minutes };
}

export function byGroup(left: Candidate, right: Candidate): number {
  return (
    candidateGroups.indexOf(left.group) - candidateGroups.indexOf(right.group) ||
    left.minutes - right.minutes ||
    names.compare(left.member.name, right.member.name)
  );
}

const names = new Intl.Collator(undefined, { numeric: true });

/** By name, team or skill, accents aside; each word somewhere. */
export function foundCandidates(candidates: readonly Candidate[], text: string): readonly Candidate[] {
  const words = fold(text).split(' ').filter(Boolean);
  if (words.length === 0) return candidates;
  return candidates.filter(({ member }) => {
    const said = fold([member.name, member.team, ...member.skills.map(({ name }) => name)].join(' '));
    return words.every((word) => said.includes(word));
  });
}
