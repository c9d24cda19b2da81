import type { Assignment } from '@shared/domain/assignment';
import { mergedMember } from '@shared/domain/directory';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Post } from '@shared/domain/post';
import type { Shift } from '@shared/domain/shift';
import type { StaffId, StaffMember } from '@shared/domain/staffMember';
import type { Language } from '@shared/domain/settings';
import type { Instant } from '@shared/domain/time';
import type { TravelTime } from '@shared/domain/travelTime';
import type { WorkProfile } from '@shared/domain/workProfile';
import { shippedProfiles } from '@shared/seed/workProfiles';
import { type Database, recordOf, recordsOf } from './database';
import { type Change, type Commit, patch, put, remove } from './writeDoor';

const { compare: byAlphabet } = new Intl.Collator(['fr', 'en'], { numeric: true, sensitivity: 'base' });

/** Everybody, by name; those who left included. */
export async function peopleOf(database: Database): Promise<StaffMember[]> {
  return recordsOf<'people'>(await database.people.toArray()).sort((left, right) =>
    byAlphabet(left.name, right.name),
  );
}

export async function personOf(database: Database, id: StaffId): Promise<StaffMember | null> {
  const row = await database.people.get(id);
  return row ? recordOf<'people'>(row) : null;
}

/** Names and teams of those who are there, each once, by the alphabet: what fields suggest. */
export async function namesOfDirectory(
  database: Database,
): Promise<{ names: readonly string[]; teams: readonly string[] }> {
  const people = (await peopleOf(database)).filter(({ hasLeft }) => !hasLeft);
  const teams = new Set(people.map(({ team }) => team).filter(Boolean));
  return { names: [...new Set(people.map(({ name }) => name))], teams: [...teams].sort(byAlphabet) };
}

/** The shipped profiles as they were edited, then the user's own by name. */
export async function profilesOf(database: Database, language: Language): Promise<WorkProfile[]> {
  const own = new Map((await database.profiles.toArray()).map((row) => [row.id, recordOf<'profiles'>(row)]));
  const shipped = shippedProfiles(language).map((profile) => own.get(profile.id) ?? profile);
  const ids = new Set(shipped.map(({ id }) => id));
  const others = [...own.values()].filter(({ id }) => !ids.has(id));
  return [...shipped, ...others.sort((left, right) => left.name.localeCompare(right.name))];
}

export async function travelTimesOf(database: Database): Promise<TravelTime[]> {
  return recordsOf<'travelTimes'>(await database.travelTimes.toArray());
}

/** How many assignments these people hold, over all events. Read by index. */
export function countAssignmentsOf(database: Database, ids: readonly StaffId[]): Promise<number> {
  return database.assignments.where('personId').anyOf(ids).count();
}

export type PlannedShift = Readonly<{
  assignment: Assignment;
  shift: Shift;
  post: Post;
  event: PlannedEvent;
}>;

/** What somebody is on the roster for and is not over, soonest first. */
export async function comingShiftsOf(
  database: Database,
  personId: StaffId,
  now: Instant,
): Promise<PlannedShift[]> {
  const assignments = recordsOf<'assignments'>(
    await database.assignments.where('personId').equals(personId).toArray(),
  );
  const shifts = await database.shifts.bulkGet(assignments.map(({ shiftId }) => shiftId));
  const coming = assignments.flatMap((assignment, index) => {
    const shift = shifts[index];
    return shift && shift.endsAt > now ? [{ assignment, shift: recordOf<'shifts'>(shift) }] : [];
  });
  const [posts, events] = await Promise.all([
    database.posts.bulkGet(coming.map(({ shift }) => shift.postId)),
    database.events.bulkGet(coming.map(({ shift }) => shift.eventId)),
  ]);
  return coming
    .flatMap(({ assignment, shift }, index): PlannedShift[] => {
      const [post, event] = [posts[index], events[index]];
      if (!post || !event) return [];
      return [{ assignment, shift, post: recordOf<'posts'>(post), event: recordOf<'events'>(event) }];
    })
    .sort((left, right) => (left.shift.startsAt < right.shift.startsAt ? -1 : 1));
}

/** Events that are not over and may still be answered, soonest first; repeated meetings are left out. */
export async function eventsToAnswer(database: Database, now: Instant): Promise<PlannedEvent[]> {
  const events = recordsOf<'events'>(await database.events.toArray());
  return events
    .filter(
      ({ closesAt, repetition, status }) => closesAt > now && repetition === null && status !== 'cancelled',
    )
    .sort((left, right) => (left.opensAt < right.opensAt ? -1 : 1));
}

export function createPerson(commit: Commit, member: StaffMember) {
  return commit({ key: 'personCreated', params: { name: member.name, count: 1 } }, [put('people', member)]);
}

export function changePerson(commit: Commit, member: StaffMember, fields: Partial<StaffMember>) {
  return commit({ key: 'personChanged', params: { name: fields.name ?? member.name } }, [
    patch('people', member.id, fields),
  ]);
}

/**
 * A new name, and with it the owner of the tasks that bore the old one, done ones too, and the user's own name when it was theirs. While
 * another person bears the old name too, tasks keep it: whose they are cannot be told.
 */
export async function renamePerson(database: Database, commit: Commit, member: StaffMember, name: string) {
  return commit({ key: 'personChanged', params: { name } }, [
    patch('people', member.id, { name }),
    ...(await renamedOwner(database, member, name)),
  ]);
}

/** The same fields laid over several people, as one change. */
export function changePeople(commit: Commit, people: readonly StaffMember[], fields: Partial<StaffMember>) {
  return commit(
    { key: 'peopleChanged', params: { name: people[0]?.name ?? '', count: people.length } },
    people.map(({ id }) => patch('people', id, fields)),
  );
}

/** With them go their assignments and whatever names them: pairs, charge of a post, who replaced whom. One change; undo brings all back. */
export async function deletePeople(database: Database, commit: Commit, people: readonly StaffMember[]) {
  const gone = new Set(people.map(({ id }) => id));
  const [assignments, others] = await Promise.all([
    database.assignments
      .where('personId')
      .anyOf([...gone])
      .primaryKeys(),
    withOtherIds(database, (id) => (gone.has(id) ? null : id), gone),
  ]);
  const removed = new Set(assignments);
  return commit({ key: 'peopleDeleted', params: { name: people[0]?.name ?? '', count: people.length } }, [
    ...others.filter((change) => change.kind !== 'patch' || !removed.has(change.key)),
    ...assignments.map((id) => remove('assignments', id)),
    ...people.map(({ id }) => remove('people', id)),
  ]);
}

/**
 * One record of two: `other` goes, and what it held goes to `keep`: assignments (of two on one shift, the one of `keep` stays), pairs,
 * charge of posts, tasks by its name. One change.
 */
export async function mergePeople(database: Database, commit: Commit, keep: StaffMember, other: StaffMember) {
  const [kept, moved] = await Promise.all(
    [keep.id, other.id].map(async (id) =>
      recordsOf<'assignments'>(await database.assignments.where('personId').equals(id).toArray()),
    ),
  );
  const held = new Set(kept?.map(({ shiftId }) => shiftId));
  return commit({ key: 'peopleMerged', params: { name: keep.name } }, [
    put('people', mergedMember(keep, other)),
    ...(await withOtherIds(
      database,
      (id) => (id === other.id ? keep.id : id),
      new Set([other.id]),
      new Set([keep.id, other.id]),
    )),
    ...(moved ?? []).map((assignment) =>
      held.has(assignment.shiftId)
        ? remove('assignments', assignment.id)
        : patch('assignments', assignment.id, { personId: keep.id }),
    ),
    ...(await renamedOwner(database, other, keep.name)),
    remove('people', other.id),
  ]);
}

export function importPeople(commit: Commit, people: readonly StaffMember[], fileName: string) {
  return commit(
    { key: 'peopleImported', params: { count: people.length, file: fileName } },
    people.map((member) => put('people', member)),
  );
}

export function saveProfile(commit: Commit, profile: WorkProfile) {
  return commit({ key: 'profileSaved', params: { name: profile.name } }, [put('profiles', profile)]);
}

export function deleteProfile(commit: Commit, profile: WorkProfile) {
  return commit({ key: 'profileDeleted', params: { name: profile.name } }, [remove('profiles', profile.id)]);
}

export function saveTravelTime(commit: Commit, time: TravelTime) {
  return commit({ key: 'travelTimeSaved', params: {} }, [put('travelTimes', time)]);
}

export function deleteTravelTime(commit: Commit, time: TravelTime) {
  return commit({ key: 'travelTimeDeleted', params: {} }, [remove('travelTimes', time.id)]);
}

/** What makes the tasks of `member` those of `name`; nothing while somebody else bears the same name. */
async function renamedOwner(database: Database, member: StaffMember, name: string): Promise<Change[]> {
  if (member.name === name) return [];
  const hasNamesake = (await database.people.toArray()).some(
    (one) => one.id !== member.id && one.name === member.name,
  );
  if (hasNamesake) return [];
  const [tasks, settings] = await Promise.all([
    database.tasks
      .where('[$open+owner]')
      .anyOf([
        [1, member.name],
        [0, member.name],
      ])
      .primaryKeys(),
    database.settings.get('workspace'),
  ]);
  return [
    ...tasks.map((id) => patch('tasks', id, { owner: name })),
    ...(settings?.me === member.name ? [patch('settings', 'workspace', { me: name })] : []),
  ];
}

/** Changes that give the records that name one of `gone` another id in its place, or none; `except` are people who change otherwise. */
async function withOtherIds(
  database: Database,
  idOf: (id: StaffId) => StaffId | null,
  gone: ReadonlySet<StaffId>,
  except: ReadonlySet<StaffId> = gone,
): Promise<Change[]> {
  const others = (ids: readonly StaffId[], not?: StaffId): StaffId[] => [
    ...new Set(ids.flatMap((id) => idOf(id) ?? []).filter((id) => id !== not)),
  ];
  const [people, posts, assignments] = await Promise.all([
    database.people.toArray(),
    database.posts.filter(({ inChargeId }) => inChargeId !== null && gone.has(inChargeId)).toArray(),
    database.assignments
      .filter(({ presence }) => presence.replacedById !== null && gone.has(presence.replacedById))
      .toArray(),
  ]);
  return [
    ...people
      .filter(
        ({ id, together, apart }) => !except.has(id) && [...together, ...apart].some((one) => gone.has(one)),
      )
      .map((member) => {
        const apart = others(member.apart, member.id);
        const together = others(member.together, member.id).filter((id) => !apart.includes(id));
        return patch('people', member.id, { together, apart });
      }),
    ...posts.map(({ id, inChargeId }) => patch('posts', id, { inChargeId: inChargeId && idOf(inChargeId) })),
    ...assignments.map(({ id, presence }) => {
      const replacedById = presence.replacedById && idOf(presence.replacedById);
      return patch('assignments', id, { presence: { ...presence, replacedById } });
    }),
  ];
}
