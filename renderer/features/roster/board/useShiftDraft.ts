import { conflictsAfter } from '@shared/domain/knownConflicts';
import type { Slot } from '@shared/domain/roster';
import type { Conflict } from '@shared/domain/rosterConflicts';
import { maxShiftMinutes, type Shift } from '@shared/domain/shift';
import { addMinutes, type Instant, minutesBetween } from '@shared/domain/time';
import { useMemo, useState } from 'react';
import { changeShift } from '@renderer/data/roster';
import { useCommit } from '@renderer/data/workspaceContext';
import type { RosterNow } from '../useRoster';
import { stepMinutes } from './rosterScale';

export type DraftHow = 'move' | 'stretch';
/** A shift being moved or stretched, by the mouse or by keys: nothing is written before it is dropped. */
export type ShiftDraft = Readonly<{ slot: Slot; startsAt: Instant; endsAt: Instant }>;
export type ShiftMoves = Readonly<{
  draft: ShiftDraft | null;
  /** Conflicts that the draft would bring. */
  consequences: readonly Conflict[];
  /** Minutes from the shift's own times, brought to whole steps. */
  drag: (slot: Slot, how: DraftHow, minutes: number) => void;
  /** Steps from where it stands now. */
  step: (slot: Slot, how: DraftHow, steps: number) => void;
  drop: () => void;
  cancel: () => void;
}>;

export function useShiftDraft(now: RosterNow): ShiftMoves {
  const commit = useCommit();
  const [draft, setDraft] = useState<ShiftDraft | null>(null);
  const consequences = useMemo(() => {
    if (!draft) return [];
    const { id } = draft.slot.shift;
    const shifts = now.facts.shifts.map((shift) => (shift.id === id ? drafted(draft) : shift));
    const before = new Set(now.conflicts.map(conflictKey));
    return conflictsAfter({ ...now.facts, shifts }, now.known).all.filter(
      (conflict) => !before.has(conflictKey(conflict)),
    );
  }, [draft, now]);

  function place(slot: Slot, startsAt: Instant, endsAt: Instant): void {
    const { shift } = slot;
    const length = minutesBetween(startsAt, endsAt);
    if (length < Math.max(stepMinutes, shift.pauseMinutes + 1) || length > maxShiftMinutes) return;
    const isBack = startsAt === shift.startsAt && endsAt === shift.endsAt;
    setDraft(isBack ? null : { slot, startsAt, endsAt });
  }
  function by(slot: Slot, from: Pick<Shift, 'startsAt' | 'endsAt'>, how: DraftHow, minutes: number): void {
    const endsAt = addMinutes(from.endsAt, minutes);
    place(slot, how === 'move' ? addMinutes(from.startsAt, minutes) : from.startsAt, endsAt);
  }
  return {
    draft,
    consequences,
    drag: (slot, how, minutes) => by(slot, slot.shift, how, Math.round(minutes / stepMinutes) * stepMinutes),
    step: (slot, how, steps) =>
      by(slot, draft?.slot.shift.id === slot.shift.id ? draft : slot.shift, how, steps * stepMinutes),
    drop() {
      setDraft(null);
      if (!draft) return;
      const { shift, post } = draft.slot;
      const { startsAt, endsAt } = draft;
      const isMoved = startsAt !== shift.startsAt;
      void changeShift(commit, shift, post, { startsAt, endsAt }, isMoved ? 'shiftMoved' : 'shiftStretched');
    },
    cancel: () => setDraft(null),
  };
}

function drafted({ slot, startsAt, endsAt }: ShiftDraft): Shift {
  return { ...slot.shift, startsAt, endsAt };
}

/** The same conflict with another amount is another one. */
function conflictKey({ rule, personIds, shiftIds, amount }: Conflict): string {
  return [rule, amount, ...personIds, ...shiftIds].join(' ');
}
