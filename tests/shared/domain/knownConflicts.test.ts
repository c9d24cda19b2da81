import { conflictsAfter, sameRecords } from '@shared/domain/knownConflicts';
import type { RosterFacts } from '@shared/domain/roster';
import { rosterOf } from '@shared/domain/roster';
import { type Conflict, rosterConflicts } from '@shared/domain/rosterConflicts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes } from '@shared/domain/time';
import { anAssignment, anEvent, aPost, aProfile, aShift, aStaffMember } from '../../support/builders';

const event = anEvent();
const profile = aProfile();

/** Twelve people, eight shifts of four hours that overlap by two, people on them as `seats` says. */
function factsOf(seats: readonly (readonly [person: number, shift: number])[]): RosterFacts {
  return {
    eventId: event.id,
    events: [event],
    posts: [post],
    shifts,
    assignments: seats.map(([person, shift], index) =>
      anAssignment({
        id: assignmentIds[index]?.id,
        eventId: event.id,
        shiftId: shifts[shift]?.id,
        personId: people[person]?.id,
      }),
    ),
    people,
    profiles: [profile],
    travelTimes: [],
  };
}
const post = aPost({ eventId: event.id, skills: { mode: 'all', names: ['PSC1'] } });
const shifts = Array.from({ length: 8 }, (_, index) =>
  aShift({
    eventId: event.id,
    postId: post.id,
    startsAt: addMinutes('2025-02-21T20:00Z', index * 120),
    endsAt: addMinutes('2025-02-22T00:00Z', index * 120),
  }),
);
const assignmentIds = Array.from({ length: 40 }, () => anAssignment());
const [first, ...others] = Array.from({ length: 12 }, (_, index) =>
  aStaffMember({
    name: `Agent ${index}`,
    profileId: profile.id,
    skills: index % 3 === 0 ? [] : [{ name: 'PSC1', expiresOn: null }],
  }),
);
const people = [
  {
    ...(first as NonNullable<typeof first>),
    apart: [others[0]?.id as never],
    together: [others[1]?.id as never],
  },
  ...others,
];
const sorted = (conflicts: readonly Conflict[]) => conflicts.map((one) => JSON.stringify(one)).sort();
const seats = fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 7 })), { maxLength: 30 });

describe('conflicts after a change', () => {
  it('are those that looking at everything again would find', () => {
    fc.assert(
      fc.property(seats, seats, (before, after) => {
        const known = conflictsAfter(factsOf(before), null);
        const facts = sameRecords(factsOf(after), known.facts);
        const now = conflictsAfter(facts, known);
        expect(sorted(now.all)).toEqual(sorted(rosterConflicts(rosterOf(facts))));
      }),
      { numRuns: 60 },
    );
  });

  it('look again at nobody else than those whose work changed, and their partners', () => {
    const before = factsOf([
      [4, 0],
      [5, 1],
      [6, 2],
    ]);
    const known = conflictsAfter(before, null);
    const moved = before.assignments.map((one, index) =>
      index === 0 ? { ...one, shiftId: shifts[3]?.id as never } : one,
    );
    const now = conflictsAfter(sameRecords({ ...before, assignments: moved }, before), known);
    expect(now.byPerson.get(people[5]?.id as never)).toBe(known.byPerson.get(people[5]?.id as never));
    expect(now.byPerson.get(people[4]?.id as never)).not.toBe(known.byPerson.get(people[4]?.id as never));
  });

  it('are all looked for again when a rule changes', () => {
    const before = factsOf([[4, 0]]);
    const known = conflictsAfter(before, null);
    const strict = { ...profile, dayMinutes: 60 };
    const now = conflictsAfter(sameRecords({ ...before, profiles: [strict] }, before), known);
    expect(now.all.map(({ rule }) => rule)).toContain('dayHours');
  });
});

describe('the records of before', () => {
  it('are kept where they hold the same, and the whole when nothing changed', () => {
    const before = factsOf([
      [4, 0],
      [5, 1],
    ]);
    const again = structuredClone(before) as RosterFacts;
    expect(sameRecords(again, before)).toBe(before);
    const changed = { ...again, posts: [{ ...post, name: 'Autre' }] };
    const kept = sameRecords(changed, before);
    expect(kept.people).toBe(before.people);
    expect(kept.posts[0]?.name).toBe('Autre');
  });
});
