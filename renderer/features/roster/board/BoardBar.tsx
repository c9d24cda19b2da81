import { formatClock, formatDay } from '@shared/domain/formatting';
import type { Conflict } from '@shared/domain/rosterConflicts';
import type { Duty, Roster } from '@shared/domain/roster';
import { clockTimeOf, type Instant, minuteOf } from '@shared/domain/time';
import { type DragEvent, type KeyboardEvent, memo, type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import { icons } from '@renderer/ui/icons';
import type { BoardBar as Bar } from './boardRows';
import { type Dragged, draggedOf, isOurs, startDrag } from './dragged';
import type { RosterScale } from './rosterScale';
import type { DraftHow, ShiftDraft } from './useShiftDraft';
import styles from './RosterBoard.module.css';

export const rowHeight = 28;
/** A bar stays wide enough to be taken hold of. */
const narrowest = 12;
/** Narrower bars have no room for their figures. */
const figuresRoom = 40;
const markRoom = 20;
const namesRoom = 96;
/** A press that moves less than this is a click. */
const clickPixels = 4;

/** What a bar tells the board; none changes identity. */
export type BarHandlers = Readonly<{
  onFocus: (bar: Bar) => void;
  onKey: (bar: Bar, event: KeyboardEvent<HTMLElement>) => void;
  onOpen: (bar: Bar) => void;
  onMenu: (bar: Bar, at: HTMLElement | { x: number; y: number }) => void;
  onDrag: (bar: Bar, how: DraftHow, minutes: number) => void;
  /** Told too when the focus leaves without a draft: moving by keys ends. */
  onDraftDrop: () => void;
  onDraftCancel: () => void;
  /** Dropped on the bar, or on one of those who hold it. */
  onDropped: (bar: Bar, dragged: Dragged, on: Duty | null) => void;
}>;

type Props = BarHandlers & {
  bar: Bar;
  by: 'post' | 'person';
  roster: Roster;
  scale: RosterScale;
  conflicts: readonly Conflict[];
  draft: ShiftDraft | null;
  isTabStop: boolean;
  isChosen: boolean;
};

/** A shift with its figures and who holds it, or somebody's work on one. */
export const BoardBar = memo(function BoardBar(props: Props) {
  const { bar, by, roster, scale, conflicts, draft, isTabStop, isChosen } = props;
  const { slot, held } = bar;
  const words = useBarWords(props);
  const pressed = useRef<{ x: number; how: DraftHow } | null>(null);
  const [isOver, setIsOver] = useState(false);
  const from = draft ? minuteOf(draft.startsAt) : slot.from;
  const until = draft ? minuteOf(draft.endsAt) : slot.until;
  const left = scale.at(from);
  const width = Math.max(scale.at(until) - left - 1, narrowest);
  const { headcount } = slot.shift;
  const count = roster.onShift.get(slot.shift.id)?.length ?? 0;
  const own = conflicts.filter(({ rule }) => rule !== 'underStaffed');
  const open = own.filter(({ accepted, isWish }) => accepted === null && !isWish);
  const isLocked = held.length > 0 && held.every(({ assignment }) => assignment.isLocked);
  const isShort = by === 'post' && count < headcount;
  const look = [
    styles.bar,
    isShort && styles.short,
    open.length > 0 && styles.broken,
    isChosen && styles.chosen,
    draft && styles.drafted,
    isOver && styles.over,
  ];

  function press(event: PointerEvent<HTMLElement>, how: DraftHow): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pressed.current = { x: event.clientX, how };
  }
  function slide(event: PointerEvent): void {
    if (!pressed.current) return;
    const pixels = event.clientX - pressed.current.x;
    if (draft || Math.abs(pixels) >= clickPixels)
      props.onDrag(bar, pressed.current.how, pixels / scale.perMinute);
  }
  function release(event: PointerEvent): void {
    if (!pressed.current) return;
    const isClick = Math.abs(event.clientX - pressed.current.x) < clickPixels;
    pressed.current = null;
    if (draft) props.onDraftDrop();
    else if (isClick) props.onOpen(bar);
  }
  const pointer = {
    onPointerMove: slide,
    onPointerUp: release,
    onPointerCancel: () => {
      pressed.current = null;
      props.onDraftCancel();
    },
  };
  function over(event: DragEvent, isIn: boolean): void {
    if (!isOurs(event)) return;
    event.preventDefault();
    event.stopPropagation();
    setIsOver(isIn);
  }
  function drop(event: DragEvent, on: Duty | null): void {
    const dragged = draggedOf(event);
    setIsOver(false);
    if (!dragged) return;
    event.preventDefault();
    event.stopPropagation();
    props.onDropped(bar, dragged, on);
  }

  const duty = by === 'person' ? (held[0] ?? null) : null;
  return (
    // The button inside is the way of the keyboard; the frame takes what is dropped.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={look.filter(Boolean).join(' ')}
      style={{ left, width, top: bar.lane * rowHeight }}
      title={words}
      draggable={duty !== null && !draft}
      onDragStart={(event) => duty && startDrag(event, { kind: 'assignment', id: duty.assignment.id })}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) over(event, false);
      }}
      onDrop={(event) => drop(event, duty)}
      onContextMenu={(event) => {
        event.preventDefault();
        props.onMenu(bar, { x: event.clientX, y: event.clientY });
      }}
    >
      <button
        type="button"
        data-bar={bar.id}
        data-shift={slot.shift.id}
        tabIndex={isTabStop ? 0 : -1}
        className={styles.face}
        onFocus={() => props.onFocus(bar)}
        onBlur={() => pressed.current === null && props.onDraftDrop()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') pressed.current = null;
          props.onKey(bar, event);
        }}
        onClick={(event) => (by === 'person' || event.detail === 0) && props.onOpen(bar)}
        {...(by === 'post'
          ? { ...pointer, onPointerDown: (event: PointerEvent<HTMLElement>) => press(event, 'move') }
          : {})}
      >
        <span className="visuallyHidden">{words}</span>
        {width > markRoom && (
          <span className={styles.figures} aria-hidden="true">
            {open.length > 0 ? <icons.alert /> : isShort ? <icons.warn /> : by === 'post' && <icons.tick />}
            {width <= figuresRoom ? null : by === 'post' ? (
              <b>
                {count}/{headcount}
              </b>
            ) : (
              <span dir="auto">{slot.post.name}</span>
            )}
          </span>
        )}
      </button>
      {by === 'post' && width > namesRoom && (
        <span className={styles.names} aria-hidden="true">
          {held.map((one) => (
            // Dragging and dropping only: the keyboard has `x`, `a` and the menu.
            // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
            <span
              key={one.assignment.id}
              data-chip={one.assignment.id}
              draggable
              dir="auto"
              onClick={() => props.onOpen(bar)}
              onDragStart={(event) => startDrag(event, { kind: 'assignment', id: one.assignment.id })}
              onDragOver={(event) => over(event, true)}
              onDrop={(event) => drop(event, one)}
            >
              {one.assignment.isLocked && !isLocked && <icons.lock />}
              {roster.people.get(one.assignment.personId)?.name}
            </span>
          ))}
        </span>
      )}
      {isLocked && width > figuresRoom && <icons.lock className={styles.locked} />}
      {by === 'post' && (
        <span
          className={styles.grip}
          aria-hidden="true"
          onPointerDown={(event) => press(event, 'stretch')}
          {...pointer}
        />
      )}
    </div>
  );
});

/** What a bar shows, in words. */
function useBarWords({ bar, by, roster, scale, conflicts, draft }: Props): string {
  const { t } = useTranslation('roster');
  const language = useLanguage();
  const { slot, held } = bar;
  const { shift, post } = slot;
  const clock = (at: Instant): string => formatClock(clockTimeOf(at, scale.zone), language);
  const from = clock(draft?.startsAt ?? shift.startsAt);
  const to = clock(draft?.endsAt ?? shift.endsAt);
  const names = held.flatMap(({ assignment }) => roster.people.get(assignment.personId)?.name ?? []);
  const count = roster.onShift.get(shift.id)?.length ?? 0;
  const gap = shift.headcount - count;
  const locked = held.filter(({ assignment }) => assignment.isLocked).length;
  const broken = conflicts.filter(
    ({ rule, accepted, isWish }) => rule !== 'underStaffed' && accepted === null && !isWish,
  ).length;
  const parts: string[] = [
    t('board.bar', { name: post.name, day: formatDay(slot.day, 'weekday', language), from, to }),
  ];
  if (by === 'post') {
    parts.push(t('board.heldWords', { held: count, needed: shift.headcount }));
    if (gap > 0) parts.push(t('board.missing', { count: gap }));
    else if (gap < 0) parts.push(t('board.extra', { count: -gap }));
    else parts.push(t('board.full'));
  }
  if (names.length > 0) parts.push(names.join(', '));
  if (locked > 0) parts.push(t('board.locked', { count: locked }));
  if (broken > 0) parts.push(t('board.conflicts', { count: broken }));
  return parts.join(', ');
}
