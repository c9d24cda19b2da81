import { isSame } from './isSame';
import { type Duty, type Roster, type RosterFacts, rosterOf } from './roster';
import { type Conflict, conflictsOfPerson, staffing } from './rosterConflicts';
import type { StaffId } from './staffMember';

/** Conflicts as they were last found, person by person, and the roster in which they were. */
export type KnownConflicts = Readonly<{
  facts: RosterFacts;
  roster: Roster;
  byPerson: ReadonlyMap<StaffId, readonly Conflict[]>;
  all: readonly Conflict[];
}>;

/**
 * The same as `rosterConflicts`, without looking again at people for whom nothing changed: the same work, the same rules, and nothing new
 * about those they are paired with. Records are compared by identity: see `sameRecords`.
 */
export function conflictsAfter(facts: RosterFacts, before: KnownConflicts | null): KnownConflicts {
  const roster = rosterOf(facts);
  const byPerson = new Map<StaffId, readonly Conflict[]>();
  const isComparable = before !== null && hasSameRules(facts, before.facts);
  const touched = new Map<StaffId, boolean>();
  const isTouched = (personId: StaffId): boolean => {
    const known = touched.get(personId);
    if (known !== undefined) return known;
    const answer =
      before === null ||
      roster.people.get(personId) !== before.roster.people.get(personId) ||
      !sameDuties(roster.dutiesOf.get(personId), before.roster.dutiesOf.get(personId));
    touched.set(personId, answer);
    return answer;
  };
  const all: Conflict[] = [];
  for (const personId of roster.dutiesOf.keys()) {
    const mustLookAgain = before === null || concerned(personId, roster, before.roster).some(isTouched);
    const kept = isComparable && !mustLookAgain ? before.byPerson.get(personId) : undefined;
    const found = kept ?? conflictsOfPerson(roster, personId);
    byPerson.set(personId, found);
    all.push(...found);
  }
  all.push(...staffing(roster));
  return { facts, roster, byPerson, all };
}

type Listed = 'events' | 'posts' | 'shifts' | 'assignments' | 'people' | 'profiles' | 'travelTimes';

/** The facts as they are now, with the records of before wherever they hold the same: what was computed from those still stands. */
export function sameRecords(now: RosterFacts, before: RosterFacts | null): RosterFacts {
  if (before === null) return now;
  const kept = <T extends { id: string }>(list: readonly T[], known: readonly T[]): readonly T[] => {
    const byId = new Map(known.map((record) => [record.id, record]));
    const joined = list.map((record) => {
      const old = byId.get(record.id);
      return old !== undefined && isSame(old, record) ? old : record;
    });
    return sameList(joined, known) ? known : joined;
  };
  const lists: Pick<RosterFacts, Listed> = {
    events: kept(now.events, before.events),
    posts: kept(now.posts, before.posts),
    shifts: kept(now.shifts, before.shifts),
    assignments: kept(now.assignments, before.assignments),
    people: kept(now.people, before.people),
    profiles: kept(now.profiles, before.profiles),
    travelTimes: kept(now.travelTimes, before.travelTimes),
  };
  const isUnchanged =
    now.eventId === before.eventId &&
    (Object.keys(lists) as Listed[]).every((name) => lists[name] === before[name]);
  return isUnchanged ? before : { eventId: now.eventId, ...lists };
}

function hasSameRules(facts: RosterFacts, before: RosterFacts): boolean {
  return (
    facts.eventId === before.eventId &&
    facts.profiles === before.profiles &&
    facts.travelTimes === before.travelTimes &&
    sameList(facts.events, before.events) &&
    facts.people.length === before.people.length
  );
}

/** Oneself, and whoever makes a pair with one, now or before. */
function concerned(personId: StaffId, ...rosters: readonly Roster[]): StaffId[] {
  return [
    personId,
    ...rosters.flatMap(({ apart, together }) => [
      ...(apart.get(personId) ?? []),
      ...(together.get(personId) ?? []),
    ]),
  ];
}

function sameList(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((one, index) => one === right[index]);
}

function sameDuties(left: readonly Duty[] | undefined, right: readonly Duty[] | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return (
    left.length === right.length &&
    left.every((duty, index) => {
      const other = right[index];
      return (
        other !== undefined &&
        duty.assignment === other.assignment &&
        duty.shift === other.shift &&
        duty.post === other.post
      );
    })
  );
}
