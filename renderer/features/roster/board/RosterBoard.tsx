import type { Coverage } from '@shared/domain/coverage';
import { formatMinutes } from '@shared/domain/formatting';
import type { PostId } from '@shared/domain/post';
import type { Roster } from '@shared/domain/roster';
import type { Conflict } from '@shared/domain/rosterConflicts';
import type { ShiftId } from '@shared/domain/shift';
import type { StaffId } from '@shared/domain/staffMember';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import { type MenuContent, MenuAt, type Point } from '@renderer/ui/Menu';
import { rosterKeyOf } from '../rosterShortcuts';
import type { RosterNow } from '../useRoster';
import type { RosterActions } from '../useRosterActions';
import { type BarHandlers, BoardBar, rowHeight } from './BoardBar';
import { BoardBackdrop, BoardHead } from './BoardHead';
import { type BoardBar as Bar, type BoardBlock, type BoardRow, besideBar } from './boardRows';
import { type Dragged, draggedOf, isOurs } from './dragged';
import { DraftStrip } from './DraftStrip';
import type { RosterScale } from './rosterScale';
import { type ShiftDraft, useShiftDraft } from './useShiftDraft';
import { useWidth } from '@renderer/ui/useWidth';
import styles from './RosterBoard.module.css';

/** What may be asked of a bar that is more than a change of assignments. */
export type BarCommand = 'open' | 'post' | 'assign' | 'swap' | 'split' | 'merge' | 'repeat' | 'delete';

type Props = {
  now: RosterNow;
  by: 'post' | 'person';
  rows: readonly BoardRow[];
  scale: RosterScale;
  coverage: Coverage | null;
  actions: RosterActions;
  /** The shift that is looked at, beside the board. */
  chosenId: ShiftId | null;
  /** Where the focus is to go: a new object each time it is asked. */
  target: Readonly<{ shiftId: ShiftId }> | null;
  menuOf: (bar: Bar, move: () => void) => MenuContent;
  onChoose: (shiftId: ShiftId) => void;
  onCommand: (command: BarCommand, bar: Bar) => void;
  onConflict: (step: 1 | -1) => void;
  onPost: (id: PostId) => void;
  personHref: (id: StaffId) => string;
};

const namesWidth = 216;
/** What is drawn goes this far beyond what is in sight, and follows by as much. */
const aside = 400;
const noConflicts: readonly Conflict[] = [];
const arrows = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

/** Rows of posts or of people on a line of time. Only what is in sight is drawn, in both directions. */
export function RosterBoard(props: Props) {
  const { now, by, rows, scale, coverage, actions, chosenId, target, onChoose, onCommand } = props;
  const { roster } = now;
  const { t } = useTranslation('roster');
  const moves = useShiftDraft(now);
  const viewport = useRef<HTMLDivElement>(null);
  const width = useWidth(viewport);
  const [left, setLeft] = useState(0);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const [movingId, setMovingId] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ bar: Bar; at: Element | Point } | null>(null);
  // The library keeps its own instance between draws: nothing here is memoised on it.
  // oxlint-disable-next-line react/react-compiler
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport.current,
    estimateSize: (index) => heightOf(rows[index]),
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  // oxlint-disable-next-line react/exhaustive-deps
  useEffect(() => virtual.measure(), [rows]);

  const dutyOf = useMemo(() => {
    const duties = new Map(
      [...roster.onShift.values()].flat().map((duty) => [duty.assignment.id as string, duty]),
    );
    return (id: string) => duties.get(id);
  }, [roster]);
  const conflictsOf = useMemo(() => conflictsByBar(now, by), [now, by]);

  const focusBar = useCallback(
    (row: number, bar: Bar): void => {
      setFocusedId(bar.id);
      onChoose(bar.slot.shift.id);
      virtual.scrollToIndex(row, { align: 'auto' });
      const { current } = viewport;
      const at = scale.at(bar.slot.from);
      const right = (current?.scrollLeft ?? 0) + width - namesWidth - 80;
      if (current && (at < current.scrollLeft || at > right))
        current.scrollTo({ left: Math.max(0, at - 60) });
      focusWhenDrawn(viewport, bar.id);
    },
    // oxlint-disable-next-line react/exhaustive-deps
    [scale, width, onChoose],
  );
  useEffect(() => {
    if (!target) return;
    for (const [index, row] of rows.entries()) {
      const bar =
        row.kind === 'team' ? undefined : row.bars.find(({ slot }) => slot.shift.id === target.shiftId);
      if (bar) return focusBar(index, bar);
    }
    // Asked once: rows that are drawn again do not take the focus.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [target]);

  function onKey(bar: Bar, pressed: KeyboardEvent<HTMLElement>): void {
    const { key } = pressed;
    const sideways = { ArrowLeft: -1, ArrowRight: 1 }[key];
    const isMoving = movingId === bar.id;
    const command = rosterKeyOf(pressed);
    if (isMoving && sideways) moves.step(bar.slot, pressed.shiftKey ? 'stretch' : 'move', sideways);
    else if (isMoving && (key === 'Enter' || key === 'm')) endMove(true);
    else if (isMoving && key === 'Escape') endMove(false);
    else if (isMoving) return;
    else if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return;
    else if (arrows.has(key) && !pressed.shiftKey) {
      const next = besideBar(rows, bar.id, key);
      if (next) focusBar(next.row, next.bar);
    } else if (key === 'Enter') onCommand('open', bar);
    else if (key === 'ContextMenu' || (key === 'F10' && pressed.shiftKey))
      setMenu({ bar, at: pressed.currentTarget });
    else if (command === 'assign' || command === 'swap') onCommand(command, bar);
    else if (command === 'move') setMovingId(bar.id);
    else if (command === 'lock') actions.toggleLock(bar.held);
    else if (command === 'unassign') {
      const [only] = bar.held;
      if (only && bar.held.length === 1) {
        actions.unassign(only);
        // By person the bar goes: the focus goes on before it.
        const next =
          by === 'person' && (besideBar(rows, bar.id, 'ArrowRight') ?? besideBar(rows, bar.id, 'ArrowLeft'));
        if (next) focusBar(next.row, next.bar);
      } else if (only) setMenu({ bar, at: pressed.currentTarget });
    } else if (command === 'nextConflict') props.onConflict(1);
    else if (command === 'previousConflict') props.onConflict(-1);
    else return;
    pressed.preventDefault();
    pressed.stopPropagation();
  }
  function endMove(isKept: boolean): void {
    setMovingId(null);
    if (isKept) moves.drop();
    else moves.cancel();
  }
  function onDropped(bar: Bar, dragged: Dragged, on: Bar['held'][number] | null): void {
    if (dragged.kind === 'person') {
      actions.assign(dragged.id as StaffId, bar.slot);
      return;
    }
    const duty = dutyOf(dragged.id);
    if (!duty || duty.shift.id === bar.slot.shift.id) return;
    if (on) actions.swap(duty, on);
    else actions.move(duty, bar.slot);
  }
  function onRowDropped(personId: StaffId, dragged: Dragged): void {
    const duty = dragged.kind === 'assignment' ? dutyOf(dragged.id) : undefined;
    if (duty) actions.handOver(duty, personId);
  }

  // Bars are drawn again only when what they show changes: what they tell is passed on by one table that stays.
  const heard = { onKey, onDropped, onRowDropped, onCommand, moves, endMove };
  const latest = useRef(heard);
  useEffect(() => {
    latest.current = heard;
  });
  const handlers = useMemo(
    () => ({
      onFocus: (bar: Bar) => {
        setFocusedId(bar.id);
        onChoose(bar.slot.shift.id);
      },
      onKey: (bar: Bar, pressed: KeyboardEvent<HTMLElement>) => latest.current.onKey(bar, pressed),
      onOpen: (bar: Bar) => latest.current.onCommand('open', bar),
      onMenu: (bar: Bar, at: Element | Point) => setMenu({ bar, at }),
      onDrag: (bar: Bar, how: 'move' | 'stretch', minutes: number) =>
        latest.current.moves.drag(bar.slot, how, minutes),
      onDraftDrop: () => latest.current.endMove(true),
      onDraftCancel: () => latest.current.endMove(false),
      onDropped: (bar: Bar, dragged: Dragged, on: Bar['held'][number] | null) =>
        latest.current.onDropped(bar, dragged, on),
      onRowDropped: (personId: StaffId, dragged: Dragged) => latest.current.onRowDropped(personId, dragged),
    }),
    [onChoose],
  );

  const from = left - aside;
  const reach = Math.max(width, 400) + 2 * aside;
  const first = rows.find((row) => row.kind !== 'team' && row.bars.length > 0);
  const firstId = first && first.kind !== 'team' ? first.bars[0]?.id : undefined;
  const isKnown = rows.some((row) => row.kind !== 'team' && row.bars.some(({ id }) => id === focusedId));
  const tabStop = isKnown ? focusedId : firstId;
  return (
    <>
      <div
        ref={viewport}
        className={styles.viewport}
        style={{ ['--names' as string]: `${namesWidth}px` }}
        role="group"
        aria-label={t('board.label')}
        onScroll={({ currentTarget }) =>
          setLeft(Math.max(0, Math.floor(currentTarget.scrollLeft / aside) * aside))
        }
      >
        <div className={styles.sheet} style={{ width: namesWidth + scale.width }}>
          <BoardHead scale={scale} coverage={coverage} left={from} width={reach} />
          <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
            <BoardBackdrop scale={scale} left={from} width={reach} />
            <ul aria-label={t('label')}>
              {virtual.getVirtualItems().map(({ index, start }) => {
                const row = rows[index];
                return (
                  row && (
                    <Row
                      key={row.id}
                      row={row}
                      start={start}
                      by={by}
                      roster={roster}
                      scale={scale}
                      conflictsOf={conflictsOf}
                      draft={moves.draft}
                      tabStop={tabStop ?? null}
                      chosenId={chosenId}
                      from={from}
                      reach={reach}
                      handlers={handlers}
                      onPost={props.onPost}
                      personHref={props.personHref}
                    />
                  )
                );
              })}
            </ul>
          </div>
        </div>
      </div>
      <DraftStrip
        moves={moves}
        isMoving={movingId !== null}
        zone={scale.zone}
        onCancel={() => endMove(false)}
      />
      {menu && (
        <MenuAt
          label={t('board.menu', { name: menu.bar.slot.post.name })}
          at={menu.at}
          entries={props.menuOf(menu.bar, () => {
            setMovingId(menu.bar.id);
            focusWhenDrawn(viewport, menu.bar.id);
          })}
          onClose={() => setMenu(null)}
        />
      )}
    </>
  );
}

type RowProps = Pick<Props, 'by' | 'scale' | 'chosenId' | 'onPost' | 'personHref'> & {
  row: BoardRow;
  /** From the top of the rows, in pixels. */
  start: number;
  roster: Roster;
  conflictsOf: ReadonlyMap<string, readonly Conflict[]>;
  draft: ShiftDraft | null;
  tabStop: string | null;
  /** What is drawn of the axis: from where, and how much, in pixels. */
  from: number;
  reach: number;
  handlers: BarHandlers & { onRowDropped: (personId: StaffId, dragged: Dragged) => void };
};

/** One row; scrolling draws only the new ones. */
const Row = memo(function Row(props: RowProps) {
  const { row, start, by, roster, scale, conflictsOf, draft, tabStop, chosenId, from, reach, handlers } =
    props;
  const { t } = useTranslation('roster');
  const { onRowDropped, ...barHandlers } = handlers;
  const style = { transform: `translateY(${start}px)`, height: heightOf(row) };
  if (row.kind === 'team') {
    return (
      <li className={styles.team} style={style}>
        <b>
          <span dir="auto">{row.name || t('board.noTeam')}</span> <small>{row.count}</small>
        </b>
      </li>
    );
  }
  const isInSight = (begin: number, end: number): boolean =>
    scale.at(end) >= from && scale.at(begin) <= from + reach;
  return (
    <li
      className={styles.row}
      style={style}
      onDragOver={(event) => row.kind === 'person' && isOurs(event) && event.preventDefault()}
      onDrop={(event) => {
        const dragged = draggedOf(event);
        if (row.kind !== 'person' || !dragged) return;
        event.preventDefault();
        onRowDropped(row.id, dragged);
      }}
    >
      <RowName row={row} onPost={props.onPost} personHref={props.personHref} />
      <div className={styles.track}>
        {row.kind === 'person' &&
          row.blocks
            .filter((block) => isInSight(block.from, block.until))
            .map((block) => <Block key={`${block.kind} ${block.from}`} block={block} scale={scale} />)}
        {row.bars
          .filter(({ slot }) => isInSight(slot.from, slot.until))
          .map((bar) => (
            <BoardBar
              key={bar.id}
              bar={bar}
              by={by}
              roster={roster}
              scale={scale}
              conflicts={conflictsOf.get(bar.id) ?? noConflicts}
              draft={draft?.slot.shift.id === bar.slot.shift.id ? draft : null}
              isTabStop={bar.id === tabStop}
              isChosen={bar.slot.shift.id === chosenId}
              {...barHandlers}
            />
          ))}
      </div>
    </li>
  );
});

type RowNameProps = {
  row: Exclude<BoardRow, { kind: 'team' }>;
  onPost: (id: PostId) => void;
  personHref: (id: StaffId) => string;
};

function RowName({ row, onPost, personHref }: RowNameProps) {
  const { t } = useTranslation('roster');
  const language = useLanguage();
  if (row.kind === 'post') {
    return (
      <button
        type="button"
        className={styles.name}
        tabIndex={row.bars.length === 0 ? 0 : -1}
        data-post={row.id}
        onClick={() => onPost(row.id)}
      >
        <span className="visuallyHidden">{t('board.openPost', { name: row.post.name })}</span>
        <span dir="auto" aria-hidden="true" title={row.post.name}>
          {row.post.name}
        </span>
        {row.bars.length === 0 && <small>{t('board.noShift')}</small>}
      </button>
    );
  }
  return (
    <a className={styles.name} tabIndex={-1} href={personHref(row.id)}>
      <span className="visuallyHidden">{t('board.openPerson', { name: row.member.name })}</span>
      <span dir="auto" aria-hidden="true" title={row.member.name}>
        {row.member.name}
      </span>
      <small>{row.minutes > 0 ? formatMinutes(row.minutes, language) : t('board.noDuty')}</small>
    </a>
  );
}

function Block({ block, scale }: { block: BoardBlock; scale: RosterScale }) {
  const { t } = useTranslation('roster');
  const begin = Math.max(0, scale.at(block.from));
  const end = Math.min(scale.width, scale.at(block.until));
  if (end <= begin) return null;
  const words =
    block.kind === 'elsewhere'
      ? t('board.elsewhere', { event: block.about })
      : block.about
        ? t('board.absent', { reason: block.about })
        : t('board.absentNoReason');
  return (
    <span
      className={`${styles.block} ${block.kind === 'absence' ? styles.absence : styles.elsewhere}`}
      style={{ left: begin, width: end - begin }}
      title={words}
    >
      <span dir="auto">{words}</span>
    </span>
  );
}

function heightOf(row: BoardRow | undefined): number {
  return row === undefined || row.kind === 'team' ? rowHeight : row.lanes * rowHeight;
}

/** By shift, or by assignment: a conflict stands on each bar of a person that it concerns. */
function conflictsByBar(now: RosterNow, by: 'post' | 'person'): ReadonlyMap<string, readonly Conflict[]> {
  if (by === 'post') return now.conflictsOn;
  const found = new Map<string, Conflict[]>();
  for (const conflict of now.conflicts) {
    const last = conflict.assignmentIds.findLast((id) => now.assignments.get(id)?.eventId === now.event.id);
    if (last === undefined || conflict.rule === 'overStaffed') continue;
    const listed = found.get(last) ?? [];
    listed.push(conflict);
    found.set(last, listed);
  }
  return found;
}

/** A row that was scrolled to is drawn some frames later. */
function focusWhenDrawn(viewport: React.RefObject<HTMLElement | null>, id: string, frames = 12): void {
  requestAnimationFrame(() => {
    const bar = viewport.current?.querySelector<HTMLElement>(`[data-bar="${CSS.escape(id)}"]`);
    if (bar) bar.focus({ preventScroll: true });
    else if (frames > 0) focusWhenDrawn(viewport, id, frames - 1);
  });
}
