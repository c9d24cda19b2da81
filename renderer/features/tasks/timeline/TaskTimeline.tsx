import { anchorsOf } from '@shared/domain/anchors';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { isOpen, type Task, type TaskId } from '@shared/domain/task';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { useWorkCalendar } from '@renderer/data/settingsContext';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { EmptyState } from '@renderer/ui/EmptyState';
import { icons } from '@renderer/ui/icons';
import { Segmented } from '@renderer/ui/Segmented';
import { useWidth } from '@renderer/ui/useWidth';
import { useTaskActions } from '../useTaskActions';
import { taskKeyOf } from '../taskShortcuts';
import { useTaskSearch } from '../useTaskSearch';
import { DraftStrip } from './DraftStrip';
import { rowHeight, TimelineBar } from './TimelineBar';
import { TimelineBackdrop } from './TimelineBackdrop';
import { TimelineHead } from './TimelineHead';
import { TimelineLinks } from './TimelineLinks';
import { barsOf, marginsOf, rowsOf } from './timelineRows';
import { scaleOf, stretchOf, zooms } from './timelineScale';
import { useBarMoves } from './useBarDraft';
import styles from './TaskTimeline.module.css';

type Props = {
  tasks: readonly Task[];
  /** With those that are not shown: a move may hurt them. */
  allTasks: readonly Task[];
  events: ReadonlyMap<string, PlannedEvent>;
  event: PlannedEvent | null;
  onOpen: (task: Task) => void;
};

const namesWidth = 264;
/** The part of the axis that is drawn goes this far beyond what is in sight, and follows by as much. */
const aside = 400;

/** The plan on a line of days: a bar from the day work must begin to the day it is due, moved with the mouse or with arrows. */
export function TaskTimeline({ tasks, allTasks, events, event, onOpen }: Props) {
  const { t } = useTranslation('tasks');
  const [search, setSearch] = useTaskSearch();
  const today = useToday();
  const calendar = useWorkCalendar();
  const actions = useTaskActions();
  const moves = useBarMoves(allTasks, events);
  const viewport = useRef<HTMLDivElement>(null);
  const width = useWidth(viewport);
  const [left, setLeft] = useState(0);
  const [focusedId, setFocusedId] = useState<TaskId | null>(null);
  const isCritical = search.critical === '1';
  const bars = useMemo(() => barsOf(tasks, calendar), [tasks, calendar]);
  const anchors = useMemo(() => (event ? anchorsOf(event) : []), [event]);
  const scale = useMemo(
    () =>
      scaleOf(
        [...bars.flatMap(({ startsOn, dueOn }) => [startsOn, dueOn]), ...anchors.map(({ on }) => on)],
        today,
        search.zoom,
      ),
    [bars, anchors, today, search.zoom],
  );
  const inSight = useMemo(
    () => bars.filter(({ startsOn, dueOn }) => scale.holds(startsOn) && scale.holds(dueOn)),
    [bars, scale],
  );
  const rows = useMemo(
    () => rowsOf(inSight, search.rows === 'team', t('none.team')),
    [inSight, search.rows, t],
  );
  const margins = useMemo(
    () => (isCritical ? marginsOf(allTasks, events, calendar) : null),
    [isCritical, allTasks, events, calendar],
  );
  const barRows = useMemo(
    () => rows.flatMap((row, index) => (row.kind === 'bar' ? [{ ...row, index }] : [])),
    [rows],
  );
  // The library keeps its own instance between draws: nothing here is memoised on it.
  // oxlint-disable-next-line react/react-compiler
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const stretch = stretchOf(scale, left - aside, width + 2 * aside);
  const first = bars[0]?.startsOn;
  const start = scale.holds(today) ? today : first;
  useEffect(() => {
    if (!start) return;
    const firstAhead = rows.findIndex((row) => row.kind === 'bar' && row.bar.dueOn >= start);
    viewport.current?.scrollTo({
      left: Math.max(0, scale.at(start) - 180),
      top: Math.max(0, firstAhead - 3) * rowHeight,
    });
    // Another scale, order or plan begins at today; a bar that was moved does not scroll the page.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [scale.zoom, search.rows, event?.id]);
  const { draft } = moves;
  useFocusOnBar(viewport, focusedId, rows);

  function focusBar(position: number): void {
    const row = barRows[Math.max(0, Math.min(position, barRows.length - 1))];
    if (!row) return;
    setFocusedId(row.id);
    virtual.scrollToIndex(row.index, { align: 'auto' });
    const barLeft = scale.at(row.bar.startsOn);
    const { current } = viewport;
    if (current && (barLeft < current.scrollLeft || barLeft > current.scrollLeft + width - namesWidth - 60))
      current.scrollTo({ left: Math.max(0, barLeft - 120) });
    requestAnimationFrame(() => barOf(viewport.current, row.id)?.focus({ preventScroll: true }));
  }

  function onBarKey(task: Task, pressed: KeyboardEvent): void {
    const position = barRows.findIndex(({ id }) => id === task.id);
    const sideways = { ArrowLeft: -1, ArrowRight: 1 }[pressed.key];
    const up = { ArrowUp: -1, k: -1, ArrowDown: 1, j: 1, PageUp: -12, PageDown: 12 }[pressed.key];
    if (sideways) moves.step(task, pressed.shiftKey ? sideways * 5 : sideways);
    else if (up) focusBar(position + up);
    else if (pressed.key === 'Home') focusBar(0);
    else if (pressed.key === 'End') focusBar(barRows.length - 1);
    else if (pressed.key === 'Enter' && draft) moves.drop();
    else if (pressed.key === 'Enter') onOpen(task);
    else if (pressed.key === 'Escape' && draft) moves.cancel();
    else if (taskKeyOf(pressed) === 'done') actions.toggleDone([task]);
    else if (taskKeyOf(pressed) === 'pin') actions.togglePin([task]);
    else return;
    pressed.preventDefault();
    pressed.stopPropagation();
  }

  if (bars.length === 0) {
    return (
      <EmptyState icon={<icons.timeline />} title={t('timeline.empty')}>
        {t('timeline.emptySentence')}
      </EmptyState>
    );
  }
  const undated = tasks.filter(({ dueOn, status }) => dueOn === null && status !== 'dropped').length;
  const outside = bars.length - inSight.length;
  const tabStop = barRows.some(({ id }) => id === focusedId) ? focusedId : barRows[0]?.id;
  const items = virtual.getVirtualItems();
  return (
    <>
      <div className={styles.bar}>
        <Segmented
          label={t('timeline.zoom')}
          value={search.zoom}
          options={zooms.map((id) => ({ id, label: t(`timeline.zooms.${id}`) }))}
          onChange={(zoom) => setSearch({ zoom: zoom === 'week' ? undefined : zoom })}
        />
        <Segmented
          label={t('timeline.rows')}
          value={search.rows}
          options={[
            { id: 'plan', label: t('timeline.byPlan') },
            { id: 'team', label: t('timeline.byTeam') },
          ]}
          onChange={(id) => setSearch({ rows: id === 'plan' ? undefined : id })}
        />
        <CheckboxField
          isSelected={isCritical}
          onChange={(isOn) => setSearch({ critical: isOn ? '1' : undefined })}
        >
          {t('timeline.critical')}
        </CheckboxField>
        <span className={styles.notes}>
          {undated > 0 && <span>{t('timeline.undated', { count: undated })}</span>}
          {outside > 0 && <span>{t('timeline.outside', { count: outside })}</span>}
        </span>
      </div>
      <div
        ref={viewport}
        className={styles.viewport}
        style={{ ['--names' as string]: `${namesWidth}px` }}
        role="group"
        aria-label={t('timeline.label')}
        onScroll={({ currentTarget }) =>
          setLeft(Math.max(0, Math.floor(currentTarget.scrollLeft / aside) * aside))
        }
      >
        <div className={styles.sheet} style={{ width: namesWidth + scale.width }}>
          <TimelineHead scale={scale} stretch={stretch} anchors={anchors} event={event} today={today} />
          <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
            <TimelineBackdrop scale={scale} stretch={stretch} anchors={anchors} today={today} />
            <TimelineLinks
              rows={rows}
              scale={scale}
              from={items[0]?.index ?? 0}
              to={(items.at(-1)?.index ?? -1) + 1}
              draft={draft}
              critical={margins?.critical ?? null}
            />
            <ul aria-label={t('timeline.label')}>
              {items.map(({ index, start: top }) => {
                const row = rows[index];
                if (!row) return null;
                if (row.kind === 'team') {
                  return (
                    <li key={row.id} className={styles.team} style={{ transform: `translateY(${top}px)` }}>
                      <b>
                        <span dir="auto">{row.label}</span>
                        <span>{row.count}</span>
                      </b>
                    </li>
                  );
                }
                return (
                  <TimelineBar
                    key={row.id}
                    bar={row.bar}
                    top={top}
                    scale={scale}
                    slack={margins?.slack.get(row.id)}
                    isCritical={margins?.critical.has(row.id) ?? false}
                    draftDueOn={draft?.task.id === row.id ? draft.dueOn : null}
                    isTabStop={row.id === tabStop}
                    isOpen={row.id === search.task}
                    onFocus={setFocusedId}
                    onKey={onBarKey}
                    onDrag={moves.drag}
                    onDrop={moves.drop}
                    onCancel={moves.cancel}
                    onOpen={onOpen}
                  />
                );
              })}
            </ul>
          </div>
        </div>
      </div>
      <DraftStrip moves={moves} events={events} hint={barRows.some(({ bar }) => isOpen(bar.task))} />
    </>
  );
}

function barOf(viewport: HTMLElement | null, id: TaskId): HTMLElement | null {
  return viewport?.querySelector<HTMLElement>(`[data-bar="${CSS.escape(id)}"]`) ?? null;
}

/** A bar that was moved stands in another row: the focus follows it there. */
function useFocusOnBar(
  viewport: React.RefObject<HTMLElement | null>,
  focusedId: TaskId | null,
  rows: readonly unknown[],
): void {
  const hadFocus = useRef(false);
  useEffect(() => {
    const note = (): void => {
      const active = document.activeElement;
      if (active !== document.body) hadFocus.current = viewport.current?.contains(active) ?? false;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [viewport]);
  useLayoutEffect(() => {
    if (hadFocus.current && focusedId && document.activeElement === document.body)
      barOf(viewport.current, focusedId)?.focus({ preventScroll: true });
  }, [viewport, focusedId, rows]);
}
