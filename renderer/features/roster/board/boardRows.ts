import type { AssignmentId } from '@shared/domain/assignment';
import type { Post, PostId } from '@shared/domain/post';
import { type Duty, isHeld, type Roster, type Slot } from '@shared/domain/roster';
import { type ShiftId, workedMinutesOf } from '@shared/domain/shift';
import type { StaffId, StaffMember } from '@shared/domain/staffMember';
import { type Day, minuteOf } from '@shared/domain/time';

/** A bar: a shift with all who hold it, or the work of one person on it. Lanes stack what overlaps, from 0. */
export type BoardBar = Readonly<{
  /** Of the shift by post, of the assignment by person. */
  id: ShiftId | AssignmentId;
  slot: Slot;
  /** Those that the bar stands for: all who hold the shift, or one. */
  held: readonly Duty[];
  lane: number;
}>;

/** What keeps somebody from this event: work elsewhere, or an absence. Minutes since 1970, UTC. */
export type BoardBlock = Readonly<{
  kind: 'elsewhere' | 'absence';
  from: number;
  until: number;
  /** The event, or the reason; may be empty. */
  about: string;
}>;

export type BoardRow =
  | Readonly<{ kind: 'team'; id: string; name: string; count: number }>
  | Readonly<{ kind: 'post'; id: PostId; post: Post; bars: readonly BoardBar[]; lanes: number }>
  | Readonly<{
      kind: 'person';
      id: StaffId;
      member: StaffMember;
      bars: readonly BoardBar[];
      blocks: readonly BoardBlock[];
      lanes: number;
      /** Planned at this event, pauses off. */
      minutes: number;
    }>;

/** Posts under their teams, in the order of their first shift; with a day, only what begins on it, and posts without any shift. */
export function rowsByPost(roster: Roster, day: Day | undefined): BoardRow[] {
  const slotsOf = new Map<PostId, Slot[]>();
  for (const slot of roster.slots) {
    const known = slotsOf.get(slot.post.id);
    if (known) known.push(slot);
    else slotsOf.set(slot.post.id, [slot]);
  }
  const teams = new Map<string, { post: Post; slots: Slot[] }[]>();
  const posts = [...roster.posts.values()]
    .filter(({ eventId }) => eventId === roster.eventId)
    .map((post) => {
      const all = slotsOf.get(post.id) ?? [];
      return { post, all, slots: day === undefined ? all : all.filter((slot) => slot.day === day) };
    })
    .filter(({ all, slots }) => all.length === 0 || slots.length > 0)
    .sort(
      (left, right) =>
        (left.all[0]?.from ?? Number.POSITIVE_INFINITY) - (right.all[0]?.from ?? Number.POSITIVE_INFINITY) ||
        left.post.name.localeCompare(right.post.name, undefined, { numeric: true }),
    );
  for (const { post, slots } of posts) {
    const listed = teams.get(post.team) ?? [];
    listed.push({ post, slots });
    teams.set(post.team, listed);
  }
  return [...teams].flatMap(([team, members]): BoardRow[] => [
    { kind: 'team', id: `team ${team}`, name: team, count: members.length },
    ...members.map(({ post, slots }): BoardRow => {
      const { bars, lanes } = inLanes(
        slots.map((slot) => ({ id: slot.shift.id, slot, held: roster.onShift.get(slot.shift.id) ?? [] })),
      );
      return { kind: 'post', id: post.id, post, bars, lanes };
    }),
  ]);
}

/** People who work at the event, or everybody who has not left, by name; with a day, who works on it. */
export function rowsByPerson(roster: Roster, day: Day | undefined, isEverybody: boolean): BoardRow[] {
  return [...roster.people.values()].flatMap((member): BoardRow[] => {
    const duties = roster.dutiesOf.get(member.id) ?? [];
    const own = duties.filter(({ shift }) => shift.eventId === roster.eventId);
    const shown = day === undefined ? own : own.filter((duty) => duty.day === day);
    if (shown.length === 0 && !(isEverybody && !member.hasLeft)) return [];
    const { bars, lanes } = inLanes(
      shown.map((duty) => ({ id: duty.assignment.id, slot: duty, held: [duty] })),
    );
    const elsewhere = duties
      .filter(({ shift, assignment }) => shift.eventId !== roster.eventId && isHeld(assignment))
      .map(({ shift, from, until }): BoardBlock => ({
        kind: 'elsewhere',
        from,
        until,
        about: roster.events.get(shift.eventId)?.name ?? '',
      }));
    const absences = member.absences.map(({ startsAt, endsAt, reason }): BoardBlock => ({
      kind: 'absence',
      from: minuteOf(startsAt),
      until: minuteOf(endsAt),
      about: reason,
    }));
    return [
      {
        kind: 'person',
        id: member.id,
        member,
        bars,
        blocks: [...absences, ...elsewhere],
        lanes,
        minutes: own.reduce((sum, { shift }) => sum + workedMinutesOf(shift), 0),
      },
    ];
  });
}

/** Each in the first lane that is free; at least one lane. */
function inLanes(bars: readonly Omit<BoardBar, 'lane'>[]): { bars: BoardBar[]; lanes: number } {
  const ends: number[] = [];
  const placed = bars.map((bar) => {
    const free = ends.findIndex((end) => end <= bar.slot.from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = bar.slot.until;
    return { ...bar, lane };
  });
  return { bars: placed, lanes: Math.max(1, ends.length) };
}

export type BarPlace = Readonly<{ row: number; bar: BoardBar }>;

/** Where the arrows go from a bar: along the row and on to the next one, or to the nearest in time of the row above or below. */
export function besideBar(rows: readonly BoardRow[], id: string, key: string): BarPlace | null {
  const places = rows.flatMap((row, index) =>
    row.kind === 'team' ? [] : row.bars.map((bar): BarPlace => ({ row: index, bar })),
  );
  const at = places.findIndex(({ bar }) => bar.id === id);
  if (key === 'Home') return places[0] ?? null;
  if (key === 'End') return places.at(-1) ?? null;
  const here = places[at];
  if (!here) return places[0] ?? null;
  if (key === 'ArrowRight') return places[at + 1] ?? null;
  if (key === 'ArrowLeft') return places[at - 1] ?? null;
  const step = key === 'ArrowDown' ? 1 : -1;
  const beyond = places.filter(({ row }) => (row - here.row) * step > 0);
  const next = (step > 0 ? beyond[0] : beyond.at(-1))?.row;
  const middle = (bar: BoardBar): number => (bar.slot.from + bar.slot.until) / 2;
  return beyond
    .filter(({ row }) => row === next)
    .reduce<BarPlace | null>(
      (best, place) =>
        best === null ||
        Math.abs(middle(place.bar) - middle(here.bar)) < Math.abs(middle(best.bar) - middle(here.bar))
          ? place
          : best,
      null,
    );
}
