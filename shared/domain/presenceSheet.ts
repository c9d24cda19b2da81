import type { Assignment } from './assignment';
import type { Post } from './post';
import type { RosterFacts } from './roster';
import type { Shift } from './shift';
import type { StaffMember } from './staffMember';
import { fold } from './text';
import { type Day, dayOf, type TimeZone } from './time';

/** One sign-in sheet for each day and post, or for each day and team. */
export const sheetKinds = ['post', 'team'] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** One line of a sign-in sheet: somebody expected on one shift. */
export type SheetRow = Readonly<{ assignment: Assignment; shift: Shift; post: Post; member: StaffMember }>;

/** What is printed for signing, and found again by its number. */
export type PresenceSheet = Readonly<{
  /** « 2202-7KQM »: day and month, then a code of the post or the team. */
  number: string;
  kind: SheetKind;
  day: Day;
  /** Of the post, or of the team; empty for posts that no team is in charge of. */
  name: string;
  rows: readonly SheetRow[];
}>;

/**
 * Every sheet of the event, by day, then name. A number hangs on the day and on the post (or the name of the team) alone: whoever is added, moved
 * or removed after printing, the sheet on the table is found under the number that it bears. Those who were replaced stay on their line.
 */
export function presenceSheets(facts: RosterFacts, kind: SheetKind): PresenceSheet[] {
  const sheets = new Map<string, { key: string; day: Day; name: string; rows: SheetRow[] }>();
  for (const { day, ...row } of dayRows(facts)) {
    const { post } = row;
    const key = kind === 'post' ? `post ${post.id}` : `team ${fold(post.team)}`;
    const place = `${day} ${key}`;
    const known = sheets.get(place);
    if (known) known.rows.push(row);
    else sheets.set(place, { key, day, name: kind === 'post' ? post.name : post.team, rows: [row] });
  }
  const codes = codesOf(
    [...sheets.values()].map(({ key }) => key),
    kind,
    facts,
  );
  return [...sheets.values()]
    .map(({ key, day, name, rows }) => ({
      number: `${day.slice(8)}${day.slice(5, 7)}-${codes.get(key) ?? ''}`,
      kind,
      day,
      name,
      rows: rows.sort(byShiftThenName),
    }))
    .sort(
      (left, right) =>
        compare(left.day, right.day) || left.name.localeCompare(right.name, undefined, { numeric: true }),
    );
}

/** The sheet that bears this number, as it was typed: case, spaces and the hyphen do not matter, nor O for 0, I and L for 1. */
export function sheetNumbered(facts: RosterFacts, typed: string): PresenceSheet | null {
  const wanted = plain(typed);
  if (wanted.length < 4 + shortestCode) return null;
  for (const kind of sheetKinds) {
    const found = presenceSheets(facts, kind).find(({ number }) => plain(number) === wanted);
    if (found) return found;
  }
  return null;
}

/** Who is expected on the shifts that begin on each day of the event's own zone, whatever became of it. */
export function dayRows(facts: RosterFacts): (SheetRow & { day: Day })[] {
  const zone: TimeZone | undefined = facts.events.find(({ id }) => id === facts.eventId)?.timeZone;
  if (zone === undefined) return [];
  const shifts = new Map(
    facts.shifts.flatMap((shift) => (shift.eventId === facts.eventId ? [[shift.id, shift] as const] : [])),
  );
  const posts = new Map(facts.posts.map((post) => [post.id, post]));
  const people = new Map(facts.people.map((member) => [member.id, member]));
  return facts.assignments
    .flatMap((assignment) => {
      const shift = shifts.get(assignment.shiftId);
      const post = shift && posts.get(shift.postId);
      const member = people.get(assignment.personId);
      if (!shift || !post || !member) return [];
      return [{ assignment, shift, post, member, day: dayOf(shift.startsAt, zone) }];
    })
    .sort(byShiftThenName);
}

/** By beginning, then end, then name of the post, then name of the person. */
export function byShiftThenName(left: SheetRow, right: SheetRow): number {
  return (
    compare(left.shift.startsAt, right.shift.startsAt) ||
    compare(left.shift.endsAt, right.shift.endsAt) ||
    left.post.name.localeCompare(right.post.name) ||
    compare(left.shift.id, right.shift.id) ||
    left.member.name.localeCompare(right.member.name, undefined, { numeric: true }) ||
    compare(left.assignment.id, right.assignment.id)
  );
}

/** Without the letters that are taken for figures: I, L, O, and U. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const shortestCode = 4;
const longestCode = 10;

/**
 * As many letters as it takes to tell every post or team of the event from the others: four nearly always. All posts and teams count, those
 * without anybody too, so that a code does not change when somebody is put on a shift.
 */
function codesOf(keys: readonly string[], kind: SheetKind, facts: RosterFacts): Map<string, string> {
  const known = facts.posts
    .filter(({ eventId }) => eventId === facts.eventId)
    .map((post) => (kind === 'post' ? `post ${post.id}` : `team ${fold(post.team)}`));
  const all = [...new Set([...known, ...keys])];
  const whole = new Map(all.map((key) => [key, codeOf(key)]));
  return new Map(
    all.map((key) => {
      const own = whole.get(key) ?? '';
      let length = shortestCode;
      const isTaken = (): boolean =>
        all.some((other) => other !== key && whole.get(other)?.slice(0, length) === own.slice(0, length));
      while (length < longestCode && isTaken()) length += 1;
      return [key, own.slice(0, length)];
    }),
  );
}

/** Ten letters, 50 bits, of two runs of FNV-1a: not a secret, only a name that is short and evenly spread. */
function codeOf(key: string): string {
  let code = '';
  for (let salt = 0; code.length < longestCode; salt += 1) {
    let hash = 0x811c9dc5;
    for (const letter of `${salt} ${key}`) {
      hash ^= letter.codePointAt(0) ?? 0;
      hash = Math.imul(hash, 0x01000193) >>> 0;
    }
    // The low bits of such a sum are spread worst.
    hash = (hash ^ (hash >>> 15)) >>> 0;
    for (let index = 0; index < 5; index += 1) code += letters[(hash >>> (27 - index * 5)) & 31] ?? '0';
  }
  return code;
}

function plain(number: string): string {
  return number
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
