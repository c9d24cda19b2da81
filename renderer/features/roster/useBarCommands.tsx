import type { Duty, Slot } from '@shared/domain/roster';
import { mergeWithPeople, splitWithPeople } from '@shared/domain/rosterEdits';
import type { ShiftId } from '@shared/domain/shift';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { deleteShifts, mergeShiftsOf, repeatShift, splitShiftOf } from '@renderer/data/roster';
import { useCommit, useDatabase } from '@renderer/data/workspaceContext';
import { icons } from '@renderer/ui/icons';
import type { MenuContent } from '@renderer/ui/Menu';
import type { BoardBar as Bar } from './board/boardRows';
import type { BarCommand } from './board/RosterBoard';
import { RepeatDialog } from './dialogs/RepeatDialog';
import { SplitDialog } from './dialogs/SplitDialog';
import { SwapDialog } from './dialogs/SwapDialog';
import type { RosterNow } from './useRoster';
import type { RosterActions } from './useRosterActions';
import { nothingOpen, useRosterSearch } from './useRosterSearch';

type Given = {
  now: RosterNow;
  actions: RosterActions;
  onOpen: (id: ShiftId) => void;
  onAssign: (bar: Bar) => void;
};
type Asked = Readonly<{ what: 'swap' | 'split' | 'repeat'; bar: Bar }>;

/** What a bar's menu and keys do beyond assignments, and the dialogs that some of it needs. */
export function useBarCommands({ now, actions, onOpen, onAssign }: Given): {
  run: (command: BarCommand, bar: Bar) => void;
  menuOf: (bar: Bar, move: (() => void) | null) => MenuContent;
  dialogs: ReactNode;
} {
  const { t } = useTranslation('roster');
  const commit = useCommit();
  const database = useDatabase();
  const [, setSearch] = useRosterSearch();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { roster, event } = now;

  const run = useCallback(
    (command: BarCommand, bar: Bar): void => {
      const { shift, post } = bar.slot;
      switch (command) {
        case 'open':
          return onOpen(shift.id);
        case 'post':
          return setSearch({ ...nothingOpen, post: post.id });
        case 'assign':
          return onAssign(bar);
        case 'swap':
        case 'split':
        case 'repeat':
          return setAsked({ what: command, bar });
        case 'merge': {
          const next = followerOf(now, bar.slot);
          const held = [bar.slot, ...(next ? [next] : [])].flatMap((one) => heldOn(now, one));
          const merge = next && mergeWithPeople(shift, next.shift, held);
          if (merge) void mergeShiftsOf(commit, post, merge);
          return;
        }
        case 'delete':
          void deleteShifts(database, commit, [shift], post);
      }
    },
    [now, commit, database, onOpen, onAssign, setSearch],
  );

  function menuOf(bar: Bar, move: (() => void) | null): MenuContent {
    const { held, slot } = bar;
    const isLocked = held.length > 0 && held.every(({ assignment }) => assignment.isLocked);
    const nameOf = ({ assignment }: Duty): string => roster.people.get(assignment.personId)?.name ?? '';
    return [
      {
        id: 'shift',
        title: t('menu.shift'),
        entries: [
          {
            id: 'open',
            label: t('menu.open'),
            icon: <icons.edit />,
            keys: '↵',
            onAction: () => run('open', bar),
          },
          { id: 'post', label: t('menu.post'), icon: <icons.venue />, onAction: () => run('post', bar) },
          ...(move
            ? [{ id: 'move', label: t('menu.move'), icon: <icons.arrow />, keys: 'm', onAction: move }]
            : []),
          { id: 'split', label: t('menu.split'), icon: <icons.columns />, onAction: () => run('split', bar) },
          {
            id: 'merge',
            label: t('menu.merge'),
            icon: <icons.template />,
            isDisabled: followerOf(now, slot) === null,
            onAction: () => run('merge', bar),
          },
          {
            id: 'repeat',
            label: t('menu.repeat'),
            icon: <icons.calendar />,
            onAction: () => run('repeat', bar),
          },
          {
            id: 'delete',
            label: t('menu.delete'),
            icon: <icons.delete />,
            onAction: () => run('delete', bar),
          },
        ],
      },
      {
        id: 'people',
        title: t('menu.peopleTitle'),
        entries: [
          {
            id: 'assign',
            label: t('menu.assign'),
            icon: <icons.add />,
            keys: 'a',
            onAction: () => run('assign', bar),
          },
          {
            id: 'swap',
            label: t('menu.swap'),
            icon: <icons.people />,
            keys: 'x',
            isDisabled: held.length === 0,
            onAction: () => run('swap', bar),
          },
          {
            id: 'lock',
            label: isLocked ? t('menu.unlock') : t('menu.lock'),
            icon: isLocked ? <icons.unlock /> : <icons.lock />,
            keys: 'l',
            isDisabled: held.length === 0,
            onAction: () => actions.toggleLock(held),
          },
          ...held.map((duty) => ({
            id: `unassign ${duty.assignment.id}`,
            label: t('menu.unassign', { person: nameOf(duty) }),
            icon: <icons.remove />,
            onAction: () => actions.unassign(duty),
          })),
        ],
      },
    ];
  }

  const close = (): void => setAsked(null);
  const dialogs = asked && (
    <>
      {asked.what === 'swap' && (
        <SwapDialog
          now={now}
          held={asked.bar.held}
          slot={asked.bar.slot}
          onSwap={(one, other) => {
            close();
            actions.swap(one, other);
          }}
          onClose={close}
        />
      )}
      {asked.what === 'split' && (
        <SplitDialog
          slot={asked.bar.slot}
          zone={event.timeZone}
          onSplit={(at) => {
            const { slot } = asked.bar;
            const split = splitWithPeople(slot.shift, heldOn(now, slot), at, newUuid);
            close();
            if (split) void splitShiftOf(commit, slot.post, split);
          }}
          onClose={close}
        />
      )}
      {asked.what === 'repeat' && (
        <RepeatDialog
          slot={asked.bar.slot}
          zone={event.timeZone}
          onRepeat={(shifts) => {
            close();
            void repeatShift(commit, asked.bar.slot.post, shifts);
          }}
          onClose={close}
        />
      )}
    </>
  );
  return { run, menuOf, dialogs };
}

/** The next shift of the same post that this one can be made one with. */
function followerOf({ roster }: RosterNow, slot: Slot): Slot | null {
  const next = roster.slots.find(
    (other) => other.post.id === slot.post.id && other.shift.id !== slot.shift.id && other.from >= slot.from,
  );
  return next && mergeWithPeople(slot.shift, next.shift, []) ? next : null;
}

/** Whoever is written on the shift, the absent too. */
function heldOn({ facts }: RosterNow, { shift }: Slot) {
  return facts.assignments.filter(({ shiftId }) => shiftId === shift.id);
}
