import type { Assignment, AssignmentId } from './assignment';
import { expectedPresence } from './assignment';
import { mergeShifts, type Shift, type ShiftId, splitShift } from './shift';
import type { StaffId } from './staffMember';
import {
  addDays,
  type ClockTime,
  type Day,
  dayOf,
  type Instant,
  instantOf,
  shiftSpan,
  type TimeZone,
} from './time';

/** Longest repetition of a shift, in days: beyond it the last day was mistyped. */
export const maxRepeatedDays = 60;

/** The same shift on each following day up to `lastOn`, included, at the same time of the clocks; nobody on it. Empty when `lastOn` is not later. */
export function repeatedShifts(shift: Shift, lastOn: Day, zone: TimeZone, newId: () => string): Shift[] {
  const made: Shift[] = [];
  const first = dayOf(shift.startsAt, zone);
  for (let days = 1; days <= maxRepeatedDays && addDays(first, days) <= lastOn; days += 1) {
    made.push({ ...shift, ...shiftSpan(shift, days, zone), id: newId() as ShiftId });
  }
  return made;
}

/** The moment within a shift at which the clocks show `time`, strictly inside; `null` when they do not. */
export function momentWithin(shift: Shift, time: ClockTime, zone: TimeZone): Instant | null {
  const first = dayOf(shift.startsAt, zone);
  for (const day of [first, addDays(first, 1)]) {
    const at = instantOf(day, time, zone);
    if (at !== null && at > shift.startsAt && at < shift.endsAt) return at;
  }
  return null;
}

export type Split = Readonly<{ shifts: readonly [Shift, Shift]; added: readonly Assignment[] }>;

/** Two shifts in the place of one, held by the same people; `null` when `at` is not inside. */
export function splitWithPeople(
  shift: Shift,
  held: readonly Assignment[],
  at: Instant,
  newId: () => string,
): Split | null {
  const shifts = splitShift(shift, at, newId() as ShiftId);
  if (!shifts) return null;
  const added = held.map((assignment) => ({
    ...assignment,
    id: newId() as AssignmentId,
    shiftId: shifts[1].id,
    accepted: [],
    presence: expectedPresence,
  }));
  return { shifts, added };
}

export type Merge = Readonly<{
  shift: Shift;
  removedShiftId: ShiftId;
  /** Of those who held the second shift alone. */
  moved: readonly AssignmentId[];
  /** Of those who held both. */
  removed: readonly AssignmentId[];
}>;

/** Two shifts of a post as one, held by whoever held either; `null` when they do not touch, or would be too long. */
export function mergeWithPeople(left: Shift, right: Shift, held: readonly Assignment[]): Merge | null {
  const shift = mergeShifts(left, right);
  if (!shift) return null;
  const second = shift.id === left.id ? right : left;
  const already = new Set(held.flatMap(({ shiftId, personId }) => (shiftId === shift.id ? [personId] : [])));
  const moved: AssignmentId[] = [];
  const removed: AssignmentId[] = [];
  for (const { id, shiftId, personId } of held) {
    if (shiftId === second.id) (already.has(personId) ? removed : moved).push(id);
  }
  return { shift, removedShiftId: second.id, moved, removed };
}

export function newAssignment(shift: Shift, personId: StaffId, newId: () => string): Assignment {
  return {
    id: newId() as AssignmentId,
    eventId: shift.eventId,
    shiftId: shift.id,
    personId,
    isLocked: false,
    accepted: [],
    presence: expectedPresence,
  };
}
