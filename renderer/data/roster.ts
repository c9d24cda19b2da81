import type { Assignment, AssignmentId, Presence } from '@shared/domain/assignment';
import type { EventId } from '@shared/domain/plannedEvent';
import type { Post } from '@shared/domain/post';
import type { RosterFacts } from '@shared/domain/roster';
import type { Shift } from '@shared/domain/shift';
import type { StaffMember } from '@shared/domain/staffMember';
import type { Language } from '@shared/domain/settings';
import { addMinutes, type Instant } from '@shared/domain/time';
import { type Database, recordsOf } from './database';
import { peopleOf, profilesOf, travelTimesOf } from './people';
import { type Commit, patch, put, remove } from './writeDoor';

/** Rest and hours look this far around an event: twelve weeks of rolling average before, a week of rest after. */
const minutesBefore = 12 * 7 * 1_440;
const minutesAfter = 8 * 1_440;

/** All that the roster of an event is made of, the work of its people at other events around it included. `null` when there is no such event. */
export async function rosterFactsOf(
  database: Database,
  eventId: EventId,
  language: Language,
): Promise<RosterFacts | null> {
  const event = await database.events.get(eventId);
  if (!event) return null;
  const own = recordsOf<'shifts'>(await database.shifts.where('eventId').equals(eventId).toArray());
  const { first, last } = reach(own, event.opensAt, event.closesAt);
  const [around, people, profiles, travelTimes] = await Promise.all([
    database.shifts.where('startsAt').between(first, last, true, true).toArray(),
    peopleOf(database),
    profilesOf(database, language),
    travelTimesOf(database),
  ]);
  const shifts = [...own, ...recordsOf<'shifts'>(around).filter((shift) => shift.eventId !== eventId)];
  const eventIds = [...new Set([eventId, ...shifts.map((shift) => shift.eventId)])];
  const [events, posts, assignments] = await Promise.all([
    database.events.bulkGet(eventIds),
    database.posts.where('eventId').anyOf(eventIds).toArray(),
    database.assignments.where('eventId').anyOf(eventIds).toArray(),
  ]);
  return {
    eventId,
    events: recordsOf<'events'>(events.flatMap((row) => (row ? [row] : []))),
    posts: recordsOf<'posts'>(posts),
    shifts,
    assignments: recordsOf<'assignments'>(assignments),
    people,
    profiles,
    travelTimes,
  };
}

function reach(
  shifts: readonly Shift[],
  opensAt: Instant,
  closesAt: Instant,
): { first: Instant; last: Instant } {
  const first = shifts.reduce((soonest, { startsAt }) => (startsAt < soonest ? startsAt : soonest), opensAt);
  const last = shifts.reduce((latest, { endsAt }) => (endsAt > latest ? endsAt : latest), closesAt);
  return { first: addMinutes(first, -minutesBefore), last: addMinutes(last, minutesAfter) };
}

export function assign(commit: Commit, assignment: Assignment, person: StaffMember, post: Post) {
  return commit({ key: 'assigned', params: { person: person.name, name: post.name } }, [
    put('assignments', assignment),
  ]);
}

export function unassign(commit: Commit, id: AssignmentId, person: StaffMember, post: Post) {
  return commit({ key: 'unassigned', params: { person: person.name, name: post.name } }, [
    remove('assignments', id),
  ]);
}

/** A result of the engine, or of clearing: one change. */
export function fillRoster(commit: Commit, added: readonly Assignment[], removed: readonly AssignmentId[]) {
  return commit({ key: 'rosterFilled', params: { count: added.length + removed.length } }, [
    ...removed.map((id) => remove('assignments', id)),
    ...added.map((assignment) => put('assignments', assignment)),
  ]);
}

export function notePresence(commit: Commit, id: AssignmentId, person: StaffMember, presence: Presence) {
  return commit({ key: 'presenceNoted', params: { person: person.name } }, [
    patch('assignments', id, { presence }),
  ]);
}
