import {
  type Acceptance,
  type Assignment,
  type AssignmentId,
  expectedPresence,
  type Presence,
  type RosterRule,
} from '@shared/domain/assignment';
import type { EventId, PlannedEvent } from '@shared/domain/plannedEvent';
import type { Post } from '@shared/domain/post';
import type { RosterFacts } from '@shared/domain/roster';
import type { Merge, Split } from '@shared/domain/rosterEdits';
import type { Shift } from '@shared/domain/shift';
import type { StaffMember } from '@shared/domain/staffMember';
import type { Language } from '@shared/domain/settings';
import { addMinutes, type Instant } from '@shared/domain/time';
import { type Database, recordsOf } from './database';
import { peopleOf, profilesOf, travelTimesOf } from './people';
import { type Change, type Commit, patch, put, remove } from './writeDoor';

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

export async function postsOfEvent(database: Database, eventId: EventId): Promise<Post[]> {
  return recordsOf<'posts'>(await database.posts.where('eventId').equals(eventId).toArray());
}

export async function shiftsOfEvent(database: Database, eventId: EventId): Promise<Shift[]> {
  return recordsOf<'shifts'>(await database.shifts.where('eventId').equals(eventId).toArray());
}

/** The other events that have posts to be copied, the latest first. */
export async function eventsWithPosts(database: Database, except: EventId): Promise<PlannedEvent[]> {
  const ids = (await database.posts.orderBy('eventId').uniqueKeys()) as EventId[];
  const events = await database.events.bulkGet(ids.filter((id) => id !== except));
  return recordsOf<'events'>(events.flatMap((row) => (row ? [row] : []))).sort((left, right) =>
    left.opensAt < right.opensAt ? 1 : -1,
  );
}

export function createPost(commit: Commit, post: Post, shifts: readonly Shift[] = []) {
  return commit({ key: 'postCreated', params: { name: post.name } }, [
    put('posts', post),
    ...shifts.map((shift) => put('shifts', shift)),
  ]);
}

export function changePost(commit: Commit, post: Post, fields: Partial<Post>) {
  return commit({ key: 'postChanged', params: { name: fields.name ?? post.name } }, [
    patch('posts', post.id, fields),
  ]);
}

/** With their shifts and whoever holds them. */
export async function deletePosts(database: Database, commit: Commit, posts: readonly Post[]) {
  const ids = new Set(posts.map(({ id }) => id));
  const eventIds = [...new Set(posts.map(({ eventId }) => eventId))];
  const shifts = (await database.shifts.where('eventId').anyOf(eventIds).toArray()).filter(({ postId }) =>
    ids.has(postId),
  );
  return commit({ key: 'postsDeleted', params: { name: posts[0]?.name ?? '', count: posts.length } }, [
    ...(await withoutPeople(database, shifts)),
    ...shifts.map(({ id }) => remove('shifts', id)),
    ...posts.map(({ id }) => remove('posts', id)),
  ]);
}

/** Posts and shifts of a file: new ones and changed ones alike. */
export function importPosts(
  commit: Commit,
  posts: readonly Post[],
  shifts: readonly Shift[],
  { file, count }: { file: string; count: number },
) {
  return commit({ key: 'postsImported', params: { count, file } }, [
    ...posts.map((post) => put('posts', post)),
    ...shifts.map((shift) => put('shifts', shift)),
  ]);
}

export function addCopiedPosts(commit: Commit, posts: readonly Post[], shifts: readonly Shift[]) {
  return commit({ key: 'postsCopied', params: { count: posts.length } }, [
    ...posts.map((post) => put('posts', post)),
    ...shifts.map((shift) => put('shifts', shift)),
  ]);
}

export function createShift(commit: Commit, shift: Shift, post: Post) {
  return commit({ key: 'shiftCreated', params: { name: post.name } }, [put('shifts', shift)]);
}

/** `how` says what was done to it, for the history. */
export function changeShift(
  commit: Commit,
  shift: Shift,
  post: Post,
  fields: Partial<Shift>,
  how: 'shiftChanged' | 'shiftStretched' | 'shiftMoved' = 'shiftChanged',
) {
  return commit({ key: how, params: { name: post.name } }, [patch('shifts', shift.id, fields)]);
}

export function splitShiftOf(commit: Commit, post: Post, { shifts, added }: Split) {
  return commit({ key: 'shiftSplit', params: { name: post.name } }, [
    ...shifts.map((shift) => put('shifts', shift)),
    ...added.map((assignment) => put('assignments', assignment)),
  ]);
}

export function mergeShiftsOf(commit: Commit, post: Post, { shift, removedShiftId, moved, removed }: Merge) {
  return commit({ key: 'shiftsMerged', params: { name: post.name } }, [
    put('shifts', shift),
    ...moved.map((id) => patch('assignments', id, { shiftId: shift.id })),
    ...removed.map((id) => remove('assignments', id)),
    remove('shifts', removedShiftId),
  ]);
}

export function repeatShift(commit: Commit, post: Post, shifts: readonly Shift[]) {
  return commit(
    { key: 'shiftsRepeated', params: { name: post.name, count: shifts.length } },
    shifts.map((shift) => put('shifts', shift)),
  );
}

/** With whoever holds them. */
export async function deleteShifts(database: Database, commit: Commit, shifts: readonly Shift[], post: Post) {
  return commit({ key: 'shiftsDeleted', params: { name: post.name, count: shifts.length } }, [
    ...(await withoutPeople(database, shifts)),
    ...shifts.map(({ id }) => remove('shifts', id)),
  ]);
}

/** The same person on another shift, or another person on the same one: what was accepted of them there counts no more. */
export function moveAssignment(
  commit: Commit,
  assignment: Assignment,
  to: Pick<Assignment, 'shiftId' | 'personId' | 'accepted'>,
  person: StaffMember,
  post: Post,
) {
  return commit({ key: 'assignmentMoved', params: { person: person.name, name: post.name } }, [
    patch('assignments', assignment.id, { ...to, presence: expectedPresence }),
  ]);
}

/** Each takes the other's shift. */
export function swapAssignments(
  commit: Commit,
  one: { assignment: Assignment; person: StaffMember; accepted: Assignment['accepted'] },
  other: { assignment: Assignment; person: StaffMember; accepted: Assignment['accepted'] },
) {
  return commit(
    { key: 'assignmentsSwapped', params: { person: one.person.name, other: other.person.name } },
    [
      patch('assignments', one.assignment.id, {
        shiftId: other.assignment.shiftId,
        accepted: one.accepted,
        presence: expectedPresence,
      }),
      patch('assignments', other.assignment.id, {
        shiftId: one.assignment.shiftId,
        accepted: other.accepted,
        presence: expectedPresence,
      }),
    ],
  );
}

export function lockAssignments(commit: Commit, ids: readonly AssignmentId[], isLocked: boolean) {
  const key = isLocked ? 'assignmentsLocked' : 'assignmentsUnlocked';
  return commit(
    { key, params: { count: ids.length } },
    ids.map((id) => patch('assignments', id, { isLocked })),
  );
}

/** Somebody takes it upon themselves that a rule is broken here. */
export function acceptConflict(
  commit: Commit,
  assignment: Assignment,
  acceptance: Acceptance,
  person: StaffMember,
) {
  const others = assignment.accepted.filter(({ rule }) => rule !== acceptance.rule);
  return commit({ key: 'conflictAccepted', params: { person: person.name } }, [
    patch('assignments', assignment.id, { accepted: [...others, acceptance] }),
  ]);
}

/** Takes back what was accepted of a rule, on all these assignments. */
export function refuseConflict(
  commit: Commit,
  assignments: readonly Assignment[],
  rule: RosterRule,
  person: StaffMember,
) {
  return commit(
    { key: 'conflictRefused', params: { person: person.name } },
    assignments.map(({ id, accepted }) =>
      patch('assignments', id, { accepted: accepted.filter((one) => one.rule !== rule) }),
    ),
  );
}

/** The pauses of several shifts, as one change. */
export function setPauses(commit: Commit, shifts: readonly Shift[]) {
  return commit(
    { key: 'pausesPlanned', params: { count: shifts.length } },
    shifts.map(({ id, pauseMinutes }) => patch('shifts', id, { pauseMinutes })),
  );
}

export function clearRoster(commit: Commit, ids: readonly AssignmentId[]) {
  return commit(
    { key: 'rosterCleared', params: { count: ids.length } },
    ids.map((id) => remove('assignments', id)),
  );
}

async function withoutPeople(database: Database, shifts: readonly Pick<Shift, 'id'>[]): Promise<Change[]> {
  const held = await database.assignments
    .where('shiftId')
    .anyOf(shifts.map(({ id }) => id))
    .primaryKeys();
  return held.map((id) => remove('assignments', id));
}
