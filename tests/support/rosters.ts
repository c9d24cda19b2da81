import type { Assignment } from '@shared/domain/assignment';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Post } from '@shared/domain/post';
import { type Roster, type RosterFacts, rosterOf } from '@shared/domain/roster';
import type { Shift } from '@shared/domain/shift';
import type { StaffMember } from '@shared/domain/staffMember';
import { type ClockTime, type Day, instantOnOrAfter } from '@shared/domain/time';
import type { WorkProfile } from '@shared/domain/workProfile';
import { anAssignment, anEvent, aPost, aProfile, aShift, aStaffMember } from './builders';

const zone = 'Pacific/Noumea';

/** A moment of Nouméa. */
export const noumea = (day: Day, time: ClockTime) => instantOnOrAfter(day, time, zone);

/** One event whose roster is written line by line: `plan.shift('09:00', '13:00', …)` on Saturday 22 February 2025 unless said otherwise. */
export function aRosterPlan(event: PlannedEvent = anEvent()) {
  const facts = {
    events: [event] as PlannedEvent[],
    posts: [] as Post[],
    shifts: [] as Shift[],
    assignments: [] as Assignment[],
    people: [] as StaffMember[],
    profiles: [] as WorkProfile[],
  };
  const plan = {
    event,
    profile(fields: Partial<WorkProfile> = {}): WorkProfile {
      const made = aProfile(fields);
      facts.profiles.push(made);
      return made;
    },
    person(fields: Partial<StaffMember> = {}): StaffMember {
      const made = aStaffMember({
        name: `Agent ${String(facts.people.length + 1).padStart(2, '0')}`,
        ...fields,
      });
      facts.people.push(made);
      return made;
    },
    post(fields: Partial<Post> = {}): Post {
      const made = aPost({ eventId: event.id, ...fields });
      facts.posts.push(made);
      return made;
    },
    /** A shift with a post of its own unless one is given; ends on the next day when `until` is not after `from`. */
    shift(
      from: ClockTime,
      until: ClockTime,
      {
        on = '2025-02-22',
        post: given,
        who = [],
        ...fields
      }: Partial<Shift> & { on?: Day; post?: Post; who?: readonly StaffMember[] } = {},
    ): Shift {
      const post: Post = given ?? plan.post();
      const startsAt = noumea(on, from);
      const nextDay = new Date(Date.parse(`${on}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
      const endsAt = noumea(until > from ? on : nextDay, until);
      const made = aShift({
        eventId: post.eventId,
        postId: post.id,
        startsAt,
        endsAt,
        headcount: Math.max(1, who.length),
        ...fields,
      });
      facts.shifts.push(made);
      for (const member of who) plan.assign(made, member);
      return made;
    },
    assign(shift: Shift, member: StaffMember, fields: Partial<Assignment> = {}): Assignment {
      const made = anAssignment({
        eventId: shift.eventId,
        shiftId: shift.id,
        personId: member.id,
        ...fields,
      });
      facts.assignments.push(made);
      return made;
    },
    /** Another event, whose shifts `plan.shift` takes through a post of it. */
    elsewhere(fields: Partial<PlannedEvent> = {}): PlannedEvent {
      const made = anEvent({ name: 'Ailleurs', ...fields });
      facts.events.push(made);
      return made;
    },
    facts: (travelTimes: RosterFacts['travelTimes'] = []): RosterFacts => ({
      ...facts,
      eventId: event.id,
      travelTimes,
    }),
    roster: (travelTimes: RosterFacts['travelTimes'] = []): Roster => rosterOf(plan.facts(travelTimes)),
  };
  return plan;
}
