import { anchorsOf } from '@shared/domain/anchors';
import { startOn } from '@shared/domain/backwardPlan';
import { slackOf } from '@shared/domain/criticalPath';
import { formatDay } from '@shared/domain/formatting';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { isOpen, isOverdue, type Task, type TaskId } from '@shared/domain/task';
import { addDays, type Day } from '@shared/domain/time';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { useWorkCalendar } from '@renderer/data/settingsContext';
import { rescheduleTasks } from '@renderer/data/tasks';
import { useCommit } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { EmptyState } from '@renderer/ui/EmptyState';
import { icons } from '@renderer/ui/icons';
import { Segmented } from '@renderer/ui/Segmented';
import { byDue } from '../taskList';
import { scaleOf, ticksOf, type TimelineScale } from './timelineScale';
import styles from './TaskTimeline.module.css';

type Dated = Task & { dueOn: Day };
type Props = {
  tasks: readonly Task[];
  allTasks: readonly Task[];
  event: PlannedEvent | null;
  onOpen: (task: Task) => void;
};

const rowHeight = 28;
const dayWidths = { week: 22, month: 7 } as const;

/** Bars from the day work must begin to the day it is due. A bar is dragged, or moved by working days with the arrows; what hangs on it follows the eye, not the date. */
export function TaskTimeline({ tasks, allTasks, event, onOpen }: Props) {
  const { t } = useTranslation(['tasks', 'domain']);
  const language = useLanguage();
  const today = useToday();
  const calendar = useWorkCalendar();
  const [zoom, setZoom] = useState<keyof typeof dayWidths>('month');
  const [showsCritical, setShowsCritical] = useState(false);
  const viewport = useRef<HTMLDivElement>(null);
  const dated = useMemo(
    () => tasks.filter((task): task is Dated => task.dueOn !== null && task.status !== 'dropped').sort(byDue),
    [tasks],
  );
  const starts = useMemo(
    () => new Map(dated.map((task) => [task.id, startOn(task, calendar) ?? task.dueOn])),
    [dated, calendar],
  );
  const anchors = useMemo(() => (event ? anchorsOf(event) : []), [event]);
  const slack = useMemo(
    () => (showsCritical ? slackOf(allTasks, calendar) : new Map<TaskId, number>()),
    [allTasks, calendar, showsCritical],
  );
  const scale = useMemo(
    () =>
      scaleOf(
        [...dated.map(({ dueOn }) => dueOn), ...starts.values(), ...anchors.map(({ on }) => on)],
        today,
        dayWidths[zoom],
      ),
    [dated, starts, anchors, today, zoom],
  );
  // oxlint-disable-next-line react/react-compiler
  const rows = useVirtualizer({
    count: dated.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  useEffect(() => {
    viewport.current?.scrollTo({ left: Math.max(0, scale.at(today) - 320) });
  }, [scale, today]);
  const undated = tasks.length - dated.length;
  const width = scale.days * scale.dayWidth;

  if (dated.length === 0) {
    return (
      <EmptyState icon={<icons.timeline />} title={t('timeline.empty')}>
        {t('timeline.emptySentence')}
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles.bar}>
        <Segmented
          label={t('timeline.zoom')}
          value={zoom}
          options={[
            { id: 'month', label: t('timeline.month') },
            { id: 'week', label: t('timeline.week') },
          ]}
          onChange={setZoom}
        />
        <CheckboxField isSelected={showsCritical} onChange={setShowsCritical}>
          {t('timeline.critical')}
        </CheckboxField>
        {undated > 0 && <span>{t('timeline.undated', { count: undated })}</span>}
      </div>
      <div ref={viewport} className={styles.viewport} tabIndex={-1}>
        <div className={styles.head} style={{ width: `calc(var(--timeline-names) + ${width}px)` }}>
          <div className={styles.corner} />
          <div className={styles.axis}>
            {ticksOf(scale, zoom).map((day) => (
              <span key={day} style={{ left: scale.at(day) }}>
                {formatDay(day, zoom === 'week' ? 'short' : 'month', language)}
              </span>
            ))}
          </div>
        </div>
        <ul
          className={styles.rows}
          aria-label={t('timeline.label')}
          style={{ height: rows.getTotalSize(), width: `calc(var(--timeline-names) + ${width}px)` }}
        >
          <Background scale={scale} today={today} anchors={anchors} event={event} />
          <Links
            tasks={dated}
            starts={starts}
            scale={scale}
            first={rows.getVirtualItems()[0]?.index ?? 0}
            last={rows.getVirtualItems().at(-1)?.index ?? 0}
          />
          {rows.getVirtualItems().map(({ index, start }) => {
            const task = dated[index];
            return (
              task && (
                <TimelineRow
                  key={task.id}
                  task={task}
                  top={start}
                  from={starts.get(task.id) ?? task.dueOn}
                  scale={scale}
                  slack={slack.get(task.id)}
                  onOpen={onOpen}
                />
              )
            );
          })}
        </ul>
      </div>
    </>
  );
}

type RowProps = {
  task: Dated;
  top: number;
  from: Day;
  scale: TimelineScale;
  slack: number | undefined;
  onOpen: (task: Task) => void;
};

function TimelineRow({ task, top, from, scale, slack, onOpen }: RowProps) {
  const { t } = useTranslation(['tasks', 'domain']);
  const language = useLanguage();
  const today = useToday();
  const calendar = useWorkCalendar();
  const commit = useCommit();
  const [dragged, setDragged] = useState<number | null>(null);
  const grabbedAt = useRef(0);
  const late = isOverdue(task, today);
  const isCritical = slack !== undefined && slack <= 0 && isOpen(task);
  const width = scale.at(task.dueOn) - scale.at(from) + scale.dayWidth;
  const shiftDays = Math.round((dragged ?? 0) / scale.dayWidth);
  const move = (dueOn: Day): void => void rescheduleTasks(commit, [{ task, dueOn }]);

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(calendar.addWorkingDays(task.dueOn, step));
  }
  function onPointerDown(event: PointerEvent): void {
    if (event.button !== 0 || !isOpen(task)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grabbedAt.current = event.clientX;
    setDragged(0);
  }
  function onPointerUp(): void {
    if (dragged !== null && shiftDays !== 0) move(addDays(task.dueOn, shiftDays));
    else if (dragged !== null) onOpen(task);
    setDragged(null);
  }

  const name = t('timeline.bar', {
    title: task.title,
    from: formatDay(from, 'short', language),
    to: formatDay(task.dueOn, 'short', language),
  });
  const slackWords =
    slack === undefined ? '' : slack <= 0 ? t('timeline.isCritical') : t('timeline.slack', { count: slack });
  const look = [
    styles.task,
    task.status === 'done' && styles.done,
    late && styles.late,
    isCritical && styles.critical,
  ];
  return (
    <li className={styles.row} style={{ transform: `translateY(${top}px)` }}>
      <button
        type="button"
        className={styles.name}
        onClick={() => onOpen(task)}
        tabIndex={-1}
        dir="auto"
        title={task.title}
      >
        {late && <icons.alert />}
        {task.status === 'done' && <icons.tick />}
        <span>{task.title}</span>
      </button>
      <button
        type="button"
        className={look.filter(Boolean).join(' ')}
        style={{
          insetInlineStart: `calc(var(--timeline-names) + ${scale.at(from) + shiftDays * scale.dayWidth}px)`,
          width,
        }}
        aria-label={[name, t(`domain:taskStatus.${task.status}`), slackWords].filter(Boolean).join(', ')}
        title={`${name}${slackWords ? `, ${slackWords}` : ''}\n${t('timeline.barHelp')}`}
        onKeyDown={onKeyDown}
        onClick={(event) => event.detail === 0 && onOpen(task)}
        onPointerDown={onPointerDown}
        onPointerMove={(event) => dragged !== null && setDragged(event.clientX - grabbedAt.current)}
        onPointerUp={onPointerUp}
        onPointerCancel={() => setDragged(null)}
      />
      {shiftDays !== 0 && (
        <output
          className={styles.moving}
          style={{
            insetInlineStart: `calc(var(--timeline-names) + ${scale.at(task.dueOn) + (shiftDays + 1) * scale.dayWidth + 6}px)`,
          }}
        >
          {formatDay(addDays(task.dueOn, shiftDays), 'weekday', language)}
        </output>
      )}
    </li>
  );
}

type BackgroundProps = {
  scale: TimelineScale;
  today: Day;
  anchors: ReturnType<typeof anchorsOf>;
  event: PlannedEvent | null;
};

function Background({ scale, today, anchors, event }: BackgroundProps) {
  const { t } = useTranslation(['tasks', 'domain']);
  const calendar = useWorkCalendar();
  const closed = useMemo(
    () =>
      Array.from({ length: scale.days }, (_, step) => addDays(scale.first, step)).filter(
        (day) => !calendar.isWorkingDay(day),
      ),
    [scale, calendar],
  );
  return (
    <li className={styles.background} aria-hidden="true">
      {closed.map((day) => (
        <i key={day} className={styles.closed} style={{ left: scale.at(day), width: scale.dayWidth }} />
      ))}
      {anchors.map(({ anchor, on }) => (
        <i
          key={anchor.kind === 'custom' ? anchor.anchorId : anchor.kind}
          className={styles.anchor}
          style={{ left: scale.at(on) }}
        >
          <span>
            {anchor.kind === 'custom'
              ? event?.customAnchors.find(({ id }) => id === anchor.anchorId)?.name
              : t(`domain:anchor.${anchor.kind}`)}
          </span>
        </i>
      ))}
      <i className={styles.today} style={{ left: scale.at(today) }}>
        <span>{t('timeline.today')}</span>
      </i>
    </li>
  );
}

type LinksProps = {
  tasks: readonly Dated[];
  starts: ReadonlyMap<TaskId, Day>;
  scale: TimelineScale;
  first: number;
  last: number;
};

/** From the end of what is waited for to the beginning of what waits; only those of the rows in sight. */
function Links({ tasks, starts, scale, first, last }: LinksProps) {
  const indexes = useMemo(() => new Map(tasks.map(({ id }, index) => [id, index])), [tasks]);
  const paths = tasks.slice(first, last + 1).flatMap((task, offset) =>
    task.dependsOn.flatMap((id) => {
      const from = indexes.get(id);
      const before = from === undefined ? undefined : tasks[from];
      if (from === undefined || !before) return [];
      const [x1, y1] = [scale.at(before.dueOn) + scale.dayWidth, from * rowHeight + rowHeight / 2];
      const [x2, y2] = [
        scale.at(starts.get(task.id) ?? task.dueOn),
        (first + offset) * rowHeight + rowHeight / 2,
      ];
      const bend = Math.min(x2 - 4, x1 + 4);
      return [
        {
          key: `${id}-${task.id}`,
          isWrong: x2 < x1 - scale.dayWidth,
          d: `M${x1} ${y1}H${x1 + 4}${bend < x1 ? `V${y1 + rowHeight / 2}H${x2 - 4}` : ''}V${y2}H${x2}`,
        },
      ];
    }),
  );
  return (
    <li aria-hidden="true" className={styles.links}>
      <svg width={scale.days * scale.dayWidth} height={tasks.length * rowHeight}>
        {paths.map(({ key, d, isWrong }) => (
          <path key={key} d={d} className={isWrong ? styles.wrong : undefined} />
        ))}
      </svg>
    </li>
  );
}
