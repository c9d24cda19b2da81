import { formatDay } from '@shared/domain/formatting';
import { isOverdue, type Task, type TaskId } from '@shared/domain/task';
import { addDays, type Day, daysBetween } from '@shared/domain/time';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { useWorkCalendar } from '@renderer/data/settingsContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { icons } from '@renderer/ui/icons';
import type { Bar } from './timelineRows';
import type { TimelineScale } from './timelineScale';
import styles from './TaskTimeline.module.css';

export const rowHeight = 28;
/** A bar of one day stays wide enough to be taken hold of. */
const narrowest = 9;
/** Narrower bars have no drawing inside. */
const iconRoom = 20;
/** A press that moves less than this is a click. */
const clickPixels = 4;

type Props = {
  bar: Bar;
  top: number;
  scale: TimelineScale;
  /** In working days; not given while the critical path is not shown. */
  slack: number | undefined;
  isCritical: boolean;
  /** Where it is being moved to. */
  draftDueOn: Day | null;
  isTabStop: boolean;
  isOpen: boolean;
  onFocus: (id: TaskId) => void;
  onKey: (task: Task, event: KeyboardEvent) => void;
  onDrag: (task: Task, days: number) => void;
  onDrop: () => void;
  onCancel: () => void;
  onOpen: (task: Task) => void;
};

export function TimelineBar(props: Props) {
  const {
    bar,
    top,
    scale,
    slack,
    isCritical,
    draftDueOn,
    isTabStop,
    onFocus,
    onKey,
    onDrag,
    onDrop,
    onCancel,
    onOpen,
  } = props;
  const { task, startsOn, dueOn } = bar;
  const { t } = useTranslation('tasks');
  const today = useToday();
  const calendar = useWorkCalendar();
  const held = useRef<number | null>(null);
  const isLate = isOverdue(task, today);
  const shift = draftDueOn === null ? 0 : daysBetween(dueOn, draftDueOn);
  const left = scale.at(addDays(startsOn, shift));
  const width = Math.max(scale.at(dueOn) - scale.at(startsOn) + scale.dayWidth - 1, narrowest);
  const words = useBarWords(bar, draftDueOn, slack, isCritical);

  function onPointerDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = event.clientX;
  }
  function onPointerMove(event: PointerEvent): void {
    if (held.current === null) return;
    const pixels = event.clientX - held.current;
    if (draftDueOn !== null || Math.abs(pixels) >= clickPixels)
      onDrag(task, Math.round(pixels / scale.dayWidth));
  }
  function onPointerUp(event: PointerEvent): void {
    if (held.current === null) return;
    const isClick = Math.abs(event.clientX - held.current) < clickPixels;
    held.current = null;
    if (draftDueOn !== null) onDrop();
    else if (isClick) onOpen(task);
  }

  const look = [
    styles.task,
    styles[task.status],
    isLate && styles.late,
    isCritical && styles.critical,
    draftDueOn !== null && styles.drafted,
  ];
  return (
    <li
      className={`${styles.row} ${props.isOpen ? styles.open : ''}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      <button
        type="button"
        tabIndex={-1}
        className={`${styles.name} ${isLate ? styles.nameLate : ''}`}
        onClick={() => onOpen(task)}
        dir="auto"
      >
        {isLate && <icons.alert />}
        {task.status === 'done' && <icons.tick />}
        <span title={task.title}>{task.title}</span>
        {slack !== undefined && (
          <small>
            {isCritical
              ? t('timeline.criticalShort', { count: slack })
              : t('timeline.slackShort', { count: slack })}
          </small>
        )}
      </button>
      <div className={styles.track}>
        {slack !== undefined && slack > 0 && draftDueOn === null && (
          <span
            className={styles.slack}
            style={{
              insetInlineStart: left + width,
              width: Math.max(0, scale.at(calendar.addWorkingDays(dueOn, slack)) - scale.at(dueOn)),
            }}
          />
        )}
        <button
          type="button"
          data-bar={task.id}
          tabIndex={isTabStop ? 0 : -1}
          className={look.filter(Boolean).join(' ')}
          style={{ insetInlineStart: left, width }}
          aria-label={words}
          aria-keyshortcuts="ArrowLeft ArrowRight"
          onFocus={() => onFocus(task.id)}
          onBlur={() => held.current === null && draftDueOn !== null && onDrop()}
          onKeyDown={(event) => {
            if (event.key === 'Escape') held.current = null;
            onKey(task, event);
          }}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={() => {
            held.current = null;
            onCancel();
          }}
        >
          {width > iconRoom && task.status === 'done' && <icons.tick />}
          {width > iconRoom && task.status === 'waiting' && <icons.today />}
          {width > iconRoom && task.isPinned && <icons.pin />}
          {width > 70 && <span dir="auto">{task.owner || task.team}</span>}
        </button>
      </div>
    </li>
  );
}

/** What a bar shows, in words: its title, its days, its state, its margin. */
function useBarWords(
  { task, startsOn, dueOn }: Bar,
  draftDueOn: Day | null,
  slack: number | undefined,
  isCritical: boolean,
): string {
  const { t } = useTranslation(['tasks', 'domain']);
  const language = useLanguage();
  const today = useToday();
  const parts: string[] = [
    t('timeline.bar', {
      title: task.title,
      from: formatDay(startsOn, 'short', language),
      to: formatDay(draftDueOn ?? dueOn, 'short', language),
    }),
    t(`domain:taskStatus.${task.status}`),
  ];
  if (task.owner || task.team) parts.push(task.owner || task.team);
  if (isOverdue(task, today)) parts.push(t('list.lateBy', { count: daysBetween(dueOn, today) }));
  if (task.isPinned) parts.push(t('list.pinned'));
  if (isCritical) parts.push(t('timeline.isCritical'));
  if (slack !== undefined) parts.push(t('timeline.slack', { count: slack }));
  return parts.join(', ');
}
