import { type Assignment, expectedPresence, type Presence } from '@shared/domain/assignment';
import type { SheetRow } from '@shared/domain/presenceSheet';
import type { RosterFacts } from '@shared/domain/roster';
import type { StaffId, StaffMember } from '@shared/domain/staffMember';
import { v7 as newUuid } from 'uuid';
import { type Change, type Commit, patch, put, remove } from './writeDoor';

/** What became of one person on one shift. A substitute who was named before goes with the replacement that is taken back. */
export function notePresenceOf(commit: Commit, facts: RosterFacts, row: SheetRow, presence: Presence) {
  return commit({ key: 'presenceNoted', params: { person: row.member.name } }, [
    patch('assignments', row.assignment.id, { presence }),
    ...formerSubstitute(facts, row.assignment, presence.replacedById),
  ]);
}

/** One replaces the other: the substitute's own assignment, expected on the same shift, comes in the same change. */
export function replaceBy(commit: Commit, facts: RosterFacts, row: SheetRow, substitute: StaffMember) {
  const { assignment } = row;
  const presence: Presence = {
    ...expectedPresence,
    status: 'replaced',
    replacedById: substitute.id,
    note: assignment.presence.note,
  };
  const own: Assignment = {
    id: newUuid() as Assignment['id'],
    eventId: assignment.eventId,
    shiftId: assignment.shiftId,
    personId: substitute.id,
    isLocked: true,
    accepted: [],
    presence: expectedPresence,
  };
  const isThere = facts.assignments.some(
    ({ shiftId, personId }) => shiftId === own.shiftId && personId === own.personId,
  );
  return commit({ key: 'presenceNoted', params: { person: row.member.name } }, [
    patch('assignments', assignment.id, { presence }),
    ...formerSubstitute(facts, assignment, substitute.id),
    ...(isThere ? [] : [put('assignments', own)]),
  ]);
}

/** Many at once, as one change: everybody who is still expected has arrived. */
export function notePresences(
  commit: Commit,
  noted: readonly Readonly<{ assignment: Assignment; presence: Presence }>[],
) {
  return commit(
    { key: 'presencesNoted', params: { count: noted.length } },
    noted.map(({ assignment, presence }) => patch('assignments', assignment.id, { presence })),
  );
}

/** Only an assignment that nothing was noted of is taken away: who came has worked. */
function formerSubstitute(
  facts: RosterFacts,
  { shiftId, presence: { replacedById } }: Assignment,
  next: StaffId | null,
): Change[] {
  if (replacedById === null || replacedById === next) return [];
  return facts.assignments.flatMap((other) =>
    other.shiftId === shiftId && other.personId === replacedById && other.presence.status === 'expected'
      ? [remove('assignments', other.id)]
      : [],
  );
}
