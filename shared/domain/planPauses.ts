import type { Roster } from './roster';
import type { Conflict } from './rosterConflicts';
import { type Shift, type ShiftId, shiftMinutes } from './shift';

/**
 * Shifts of this event with the pauses that somebody on them misses, each in the longest shift of the stretch of work: whoever misses
 * the most decides. Only pauses that fit their shift; none twice.
 */
export function planPauses(roster: Roster, conflicts: readonly Conflict[]): Shift[] {
  const planned = new Map<ShiftId, Shift>();
  const missing = conflicts
    .filter(({ rule, accepted }) => rule === 'missingPause' && accepted === null)
    .toSorted((left, right) => right.amount - left.amount);
  for (const { shiftIds, amount } of missing) {
    const stretch = shiftIds.flatMap((id) => {
      const shift = roster.slotOf.get(id)?.shift;
      return shift?.eventId === roster.eventId ? [planned.get(id) ?? shift] : [];
    });
    const added = stretch.reduce(
      (sum, shift) => sum + shift.pauseMinutes - (roster.slotOf.get(shift.id)?.shift.pauseMinutes ?? 0),
      0,
    );
    const longest = stretch.toSorted((left, right) => shiftMinutes(right) - shiftMinutes(left))[0];
    if (!longest || added >= amount) continue;
    const pauseMinutes = longest.pauseMinutes + amount - added;
    if (pauseMinutes < Math.min(480, shiftMinutes(longest)))
      planned.set(longest.id, { ...longest, pauseMinutes });
  }
  return [...planned.values()];
}
