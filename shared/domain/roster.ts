import type { Assignment, AssignmentId } from './assignment';
import type { EventId, PlannedEvent } from './plannedEvent';
import type { Post, PostId } from './post';
import type { Shift, ShiftId } from './shift';
import type { StaffId, StaffMember } from './staffMember';
import { fold } from './text';
import { type Day, dayOfLocalMinute, localMinuteOf, minuteOf } from './time';
import { type TravelTime, travelMinutes } from './travelTime';
import type { WorkProfile, WorkProfileId } from './workProfile';

/** The records that a roster is made of. Those of other events count for hours and rest, and are never changed from here. */
export type RosterFacts = Readonly<{
  eventId: EventId;
  events: readonly PlannedEvent[];
  posts: readonly Post[];
  shifts: readonly Shift[];
  assignments: readonly Assignment[];
  people: readonly StaffMember[];
  profiles: readonly WorkProfile[];
  travelTimes: readonly TravelTime[];
}>;

/** Somebody's work on one shift, with its times as numbers: minutes since 1970, UTC in `from` and `until`, local in `localFrom`. */
export type Duty = Readonly<{
  assignment: Assignment;
  shift: Shift;
  post: Post;
  from: number;
  until: number;
  localFrom: number;
  /** Local day on which it begins. */
  day: Day;
  /** Post, venue, commune, folded; empty ones left in their place. */
  places: readonly string[];
}>;

/** A shift with its post and its times, before anybody holds it. */
export type Slot = Omit<Duty, 'assignment'>;

/** The roster of one event, ready for questions. Built in one pass; never stored. */
export type Roster = Readonly<{
  eventId: EventId;
  events: ReadonlyMap<EventId, PlannedEvent>;
  posts: ReadonlyMap<PostId, Post>;
  people: ReadonlyMap<StaffId, StaffMember>;
  profiles: ReadonlyMap<WorkProfileId, WorkProfile>;
  /** Of this event, by beginning, then end, then name of the post. */
  slots: readonly Slot[];
  slotOf: ReadonlyMap<ShiftId, Slot>;
  /** Who holds each shift; the absent and the replaced hold none. */
  onShift: ReadonlyMap<ShiftId, readonly Duty[]>;
  /** Each person's work of every event, in order of time. */
  dutiesOf: ReadonlyMap<StaffId, readonly Duty[]>;
  travelMinutes: (from: readonly string[], to: readonly string[]) => number;
  apart: ReadonlyMap<StaffId, readonly StaffId[]>;
  together: ReadonlyMap<StaffId, readonly StaffId[]>;
}>;

/** Records that point to nothing (a shift without a post, an assignment of nobody) are left out: they hold nothing up. */
export function rosterOf(facts: RosterFacts): Roster {
  const events = new Map(facts.events.map((event) => [event.id, event]));
  const posts = new Map(facts.posts.map((post) => [post.id, post]));
  const people = new Map(facts.people.map((member) => [member.id, member]));
  const slotOf = new Map<ShiftId, Slot>();
  for (const shift of facts.shifts) {
    const post = posts.get(shift.postId);
    const event = events.get(shift.eventId);
    if (post && event) slotOf.set(shift.id, knownSlot(event, post, shift));
  }
  const onShift = new Map<ShiftId, Duty[]>();
  const dutiesOf = new Map<StaffId, Duty[]>();
  for (const assignment of facts.assignments) {
    const slot = slotOf.get(assignment.shiftId);
    if (!slot || !people.has(assignment.personId) || !isHeld(assignment)) continue;
    const duty = { ...slot, assignment };
    listed(dutiesOf, assignment.personId).push(duty);
    listed(onShift, assignment.shiftId).push(duty);
  }
  for (const duties of dutiesOf.values()) duties.sort(byTime);
  return {
    eventId: facts.eventId,
    events,
    posts,
    people,
    profiles: new Map(facts.profiles.map((profile) => [profile.id, profile])),
    slots: [...slotOf.values()].filter(({ shift }) => shift.eventId === facts.eventId).sort(byTime),
    slotOf,
    onShift,
    dutiesOf,
    travelMinutes: travelMinutes(facts.travelTimes),
    apart: bothWays(facts.people, ({ apart }) => apart),
    together: bothWays(facts.people, ({ together }) => together),
  };
}

/** `null`: no profile was chosen, or it is not there any more; then no rule of working time is known. */
export function profileOf(roster: Pick<Roster, 'profiles'>, member: StaffMember): WorkProfile | null {
  return member.profileId === null ? null : (roster.profiles.get(member.profileId) ?? null);
}

/** The absent and the replaced do not hold their shift any more. */
export function isHeld({ presence: { status } }: Assignment): boolean {
  return status !== 'absent' && status !== 'replaced';
}

/** Seats of a shift that nobody holds; never below 0. */
export function emptySeats(roster: Pick<Roster, 'onShift'>, shift: Shift): number {
  return Math.max(0, shift.headcount - (roster.onShift.get(shift.id)?.length ?? 0));
}

/** The assignment of this person to this shift, whatever became of it. */
export function heldBy(roster: Roster, shiftId: ShiftId, personId: StaffId): AssignmentId | null {
  const duty = roster.onShift.get(shiftId)?.find(({ assignment }) => assignment.personId === personId);
  return duty?.assignment.id ?? null;
}

/** Made once: `localeCompare` makes one at each call. */
const names = new Intl.Collator();

export function byTime(left: Slot, right: Slot): number {
  return (
    left.from - right.from ||
    left.until - right.until ||
    names.compare(left.post.name, right.post.name) ||
    (left.shift.id < right.shift.id ? -1 : 1)
  );
}

/** What was computed of a shift, for as long as nobody changes it, its post or its event: a roster is built anew after each change. */
const knownSlots = new WeakMap<Shift, Readonly<{ event: PlannedEvent; slot: Slot }>>();

function knownSlot(event: PlannedEvent, post: Post, shift: Shift): Slot {
  const known = knownSlots.get(shift);
  if (known && known.event === event && known.slot.post === post) return known.slot;
  const slot = slotIn(event, post, shift);
  knownSlots.set(shift, { event, slot });
  return slot;
}

function slotIn(event: PlannedEvent, post: Post, shift: Shift): Slot {
  const from = minuteOf(shift.startsAt);
  const localFrom = localMinuteOf(from, event.timeZone);
  return {
    shift,
    post,
    from,
    until: minuteOf(shift.endsAt),
    localFrom,
    day: dayOfLocalMinute(localFrom),
    places: [fold(post.place), fold(event.venue.name), fold(event.venue.commune)],
  };
}

function bothWays(
  people: readonly StaffMember[],
  of: (member: StaffMember) => readonly StaffId[],
): Map<StaffId, StaffId[]> {
  const pairs = new Map<StaffId, Set<StaffId>>();
  const add = (from: StaffId, to: StaffId) => {
    const known = pairs.get(from) ?? new Set();
    pairs.set(from, known.add(to));
  };
  for (const member of people) {
    for (const other of of(member)) {
      add(member.id, other);
      add(other, member.id);
    }
  }
  return new Map([...pairs].map(([id, others]) => [id, [...others]]));
}

function listed<K, V>(map: Map<K, V[]>, key: K): V[] {
  const known = map.get(key);
  if (known) return known;
  const made: V[] = [];
  map.set(key, made);
  return made;
}
