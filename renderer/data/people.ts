import type { StaffId, StaffMember } from '@shared/domain/staffMember';
import type { Language } from '@shared/domain/settings';
import type { TravelTime } from '@shared/domain/travelTime';
import type { WorkProfile } from '@shared/domain/workProfile';
import { shippedProfiles } from '@shared/seed/workProfiles';
import { type Database, recordOf, recordsOf } from './database';
import { type Commit, patch, put } from './writeDoor';

/** Everybody, by name; those who left included. */
export async function peopleOf(database: Database): Promise<StaffMember[]> {
  return recordsOf<'people'>(await database.people.toArray()).sort((left, right) =>
    left.name.localeCompare(right.name, undefined, { numeric: true }),
  );
}

export async function personOf(database: Database, id: StaffId): Promise<StaffMember | null> {
  const row = await database.people.get(id);
  return row ? recordOf<'people'>(row) : null;
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

export function createPerson(commit: Commit, member: StaffMember) {
  return commit({ key: 'personCreated', params: { name: member.name, count: 1 } }, [put('people', member)]);
}

export function changePerson(commit: Commit, member: StaffMember, fields: Partial<StaffMember>) {
  return commit({ key: 'personChanged', params: { name: fields.name ?? member.name } }, [
    patch('people', member.id, fields),
  ]);
}
