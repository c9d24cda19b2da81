import type { Acceptance, Assignment } from '@shared/domain/assignment';
import type { Duty, Slot } from '@shared/domain/roster';
import { type Conflict, conflictsIfAssigned, openConflicts } from '@shared/domain/rosterConflicts';
import { newAssignment } from '@shared/domain/rosterEdits';
import type { ShiftId } from '@shared/domain/shift';
import type { StaffId } from '@shared/domain/staffMember';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { readClock } from '@renderer/data/clock';
import { assign, lockAssignments, moveAssignment, swapAssignments, unassign } from '@renderer/data/roster';
import { useSettings } from '@renderer/data/settingsContext';
import { useCommit } from '@renderer/data/workspaceContext';
import { useToasts } from '@renderer/ui/Toaster';
import { ConflictWarning } from './dialogs/ConflictWarning';
import type { RosterNow } from './useRoster';

export type RosterActions = Readonly<{
  /** Somebody on a shift. With conflicts, a dialog lists them first. */
  assign: (personId: StaffId, slot: Slot) => void;
  /** The same person on another shift. */
  move: (duty: Duty, slot: Slot) => void;
  /** The same shift to another person. */
  handOver: (duty: Duty, personId: StaffId) => void;
  /** Each takes the other's shift. */
  swap: (one: Duty, other: Duty) => void;
  /** Locked, or free again when all of them are locked. */
  toggleLock: (duties: readonly Duty[]) => void;
  unassign: (duty: Duty) => void;
}>;

/** A change that would break rules, waiting for somebody to take it upon themselves. */
type Asked = Readonly<{
  isSwap: boolean;
  conflicts: readonly Conflict[];
  slots: readonly Slot[];
  go: (accepted: readonly (readonly Acceptance[])[]) => void;
  /** For each part of the change, its own conflicts. */
  parts: readonly (readonly Conflict[])[];
}>;

/** What may be done to assignments: each is one change, with one undo. `onDone` is told where it happened. */
export function useRosterActions(
  now: RosterNow,
  onDone: (shiftId: ShiftId) => void,
): { actions: RosterActions; dialog: ReactNode } {
  const { t } = useTranslation('roster');
  const commit = useCommit();
  const { me } = useSettings();
  const { toast } = useToasts();
  const [asked, setAsked] = useState<Asked | null>(null);
  const actions = useMemo((): RosterActions => {
    const { roster } = now;
    /** Goes on at once when no rule would be broken. */
    const ask = (
      parts: readonly (readonly Conflict[])[],
      slots: readonly Slot[],
      go: (accepted: readonly (readonly Acceptance[])[]) => void,
      isSwap = false,
    ): void => {
      const conflicts = parts.flat();
      if (conflicts.length === 0) go(parts.map(() => []));
      else setAsked({ isSwap, conflicts, slots, go, parts });
    };
    const holds = (personId: StaffId, slot: Slot): boolean => {
      const isThere = (roster.onShift.get(slot.shift.id) ?? []).some(
        ({ assignment }) => assignment.personId === personId,
      );
      if (isThere) {
        const person = roster.people.get(personId)?.name ?? '';
        toast({ kind: 'info', text: t('board.alreadyThere', { person }) });
      }
      return isThere;
    };
    return {
      assign(personId, slot) {
        const person = roster.people.get(personId);
        if (!person || holds(personId, slot)) return;
        const broken = [...brokenBy(now, personId, slot), ...tooMany(now, slot)];
        ask([broken], [slot], ([accepted = []]) => {
          const assignment = { ...newAssignment(slot.shift, personId, newUuid), accepted: [...accepted] };
          void assign(commit, assignment, person, slot.post).then(() => onDone(slot.shift.id));
        });
      },
      move(duty, slot) {
        const { assignment } = duty;
        const person = roster.people.get(assignment.personId);
        if (!person || assignment.shiftId === slot.shift.id || holds(person.id, slot)) return;
        const broken = [...brokenBy(now, person.id, slot, duty), ...tooMany(now, slot)];
        ask([broken], [slot], ([accepted = []]) => {
          const to = { shiftId: slot.shift.id, personId: person.id, accepted: [...accepted] };
          void moveAssignment(commit, assignment, to, person, slot.post).then(() => onDone(slot.shift.id));
        });
      },
      handOver(duty, personId) {
        const person = roster.people.get(personId);
        if (!person || duty.assignment.personId === personId || holds(personId, duty)) return;
        ask([brokenBy(now, personId, duty)], [duty], ([accepted = []]) => {
          const to = { shiftId: duty.shift.id, personId, accepted: [...accepted] };
          void moveAssignment(commit, duty.assignment, to, person, duty.post).then(() =>
            onDone(duty.shift.id),
          );
        });
      },
      swap(one, other) {
        const [person, partner] = [one, other].map(({ assignment }) =>
          roster.people.get(assignment.personId),
        );
        if (!person || !partner || person === partner || one.shift.id === other.shift.id) return;
        if (holds(person.id, other) || holds(partner.id, one)) return;
        const parts = brokenBySwap(now, one, other);
        const go = ([mine = [], theirs = []]: readonly (readonly Acceptance[])[]): void => {
          void swapAssignments(
            commit,
            { assignment: one.assignment, person, accepted: [...mine] },
            { assignment: other.assignment, person: partner, accepted: [...theirs] },
          ).then(() => onDone(other.shift.id));
        };
        ask(parts, [one, other], go, true);
      },
      toggleLock(duties) {
        const isLocked = duties.every(({ assignment }) => assignment.isLocked);
        const changing = duties.filter(({ assignment }) => assignment.isLocked === isLocked);
        if (changing.length === 0) return;
        void lockAssignments(
          commit,
          changing.map(({ assignment }) => assignment.id),
          !isLocked,
        );
      },
      unassign({ assignment, post }) {
        const person = roster.people.get(assignment.personId);
        if (person) void unassign(commit, assignment.id, person, post);
      },
    };
  }, [now, commit, onDone, toast, t]);
  const dialog = asked && (
    <ConflictWarning
      roster={now.roster}
      conflicts={asked.conflicts}
      slots={asked.slots}
      isSwap={asked.isSwap}
      onCancel={() => setAsked(null)}
      onAccept={(reason) => {
        const at = readClock();
        setAsked(null);
        asked.go(asked.parts.map((part) => acceptancesOf(part, { by: me, reason, at })));
      }}
    />
  );
  return { actions, dialog };
}

/** Rules that would be broken if the person held the slot, wishes and exceptions aside. */
export function brokenBy({ roster }: RosterNow, personId: StaffId, slot: Slot, instead?: Duty): Conflict[] {
  const without = instead ? [instead.assignment.id] : [];
  return openConflicts(conflictsIfAssigned(roster, personId, slot, without));
}

/** For each of the two, what they would break on the other's shift. */
export function brokenBySwap(now: RosterNow, one: Duty, other: Duty): [Conflict[], Conflict[]] {
  return [
    brokenBy(now, one.assignment.personId, other, one),
    brokenBy(now, other.assignment.personId, one, other),
  ];
}

/** One more than needed is a conflict too. */
function tooMany({ roster }: RosterNow, { shift, post }: Slot): Conflict[] {
  const held = roster.onShift.get(shift.id)?.length ?? 0;
  if (held < shift.headcount) return [];
  return [
    {
      rule: 'overStaffed',
      personIds: [],
      shiftIds: [shift.id],
      assignmentIds: [],
      amount: held + 1 - shift.headcount,
      limit: shift.headcount,
      unit: 'people',
      about: post.name,
      mend: 'release',
      isWish: false,
      accepted: null,
    },
  ];
}

function acceptancesOf(
  conflicts: readonly Conflict[],
  said: Pick<Acceptance, 'by' | 'reason' | 'at'>,
): Assignment['accepted'] {
  return [...new Set(conflicts.map(({ rule }) => rule))].map((rule) => ({ rule, ...said }));
}
