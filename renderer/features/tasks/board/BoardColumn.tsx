import { formatDay } from '@shared/domain/formatting';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { isOverdue, type Task, type TaskId, type TaskStatus, taskStatuses } from '@shared/domain/task';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { Menu } from '@renderer/ui/Menu';
import { StatusMark } from '@renderer/ui/StatusMark';
import { eventName } from '../taskList';
import styles from './TaskBoard.module.css';

const cardsAtFirst = 40;
const dragType = 'application/x-regie-task';

type Moving = {
  onMove: (id: string, status: TaskStatus) => void;
  onOpen: (task: Task) => void;
  onFocus: (id: TaskId) => void;
  onCardKey: (task: Task, event: KeyboardEvent) => void;
  /** Told on each card when tasks of several events are shown. */
  events: ReadonlyMap<string, PlannedEvent> | null;
};

type Props = Moving & { status: TaskStatus; tasks: readonly Task[]; tabStop: TaskId | null };

/** The cards of one status; a card may be dropped anywhere on it. */
export function BoardColumn({ status, tasks, tabStop, ...moving }: Props) {
  const { t } = useTranslation(['tasks', 'domain']);
  const [isOver, setIsOver] = useState(false);
  const [limit, setLimit] = useState(cardsAtFirst);
  const name = t(`board.columns.${status}`);
  function onDrag(event: DragEvent, over: boolean): void {
    if (!event.dataTransfer.types.includes(dragType)) return;
    event.preventDefault();
    setIsOver(over);
  }
  return (
    <section
      className={`${styles.column} ${isOver ? styles.over : ''}`}
      aria-label={t('board.column', { status: name, count: tasks.length })}
      onDragOver={(event) => onDrag(event, true)}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) onDrag(event, false);
      }}
      onDrop={(event) => {
        onDrag(event, false);
        moving.onMove(event.dataTransfer.getData(dragType), status);
      }}
    >
      <h2>
        {name} <span>{tasks.length}</span>
      </h2>
      <div className={styles.cards}>
        {tasks.length === 0 && <p>{t('board.empty')}</p>}
        <ul>
          {tasks.slice(0, limit).map((task) => (
            <Card key={task.id} task={task} isTabStop={task.id === tabStop} {...moving} />
          ))}
        </ul>
        {tasks.length > limit && (
          <Button variant="quiet" onPress={() => setLimit(limit + cardsAtFirst)}>
            {t('board.more', { count: tasks.length - limit })}
          </Button>
        )}
      </div>
    </section>
  );
}

function Card({
  task,
  isTabStop,
  events,
  onMove,
  onOpen,
  onFocus,
  onCardKey,
}: Moving & { task: Task; isTabStop: boolean }) {
  const { t } = useTranslation(['tasks', 'domain']);
  const language = useLanguage();
  const today = useToday();
  const [isHeld, setIsHeld] = useState(false);
  const due = task.dueOn && formatDay(task.dueOn, 'weekday', language);
  const event = task.eventId ? events?.get(task.eventId) : undefined;
  return (
    <li
      className={`${styles.card} ${isHeld ? styles.held : ''}`}
      draggable
      onDragStart={(drag) => {
        drag.dataTransfer.setData(dragType, task.id);
        drag.dataTransfer.effectAllowed = 'move';
        setIsHeld(true);
      }}
      onDragEnd={() => setIsHeld(false)}
    >
      <button
        type="button"
        data-card={task.id}
        tabIndex={isTabStop ? 0 : -1}
        className={styles.open}
        aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
        onClick={() => onOpen(task)}
        onFocus={() => onFocus(task.id)}
        onKeyDown={(pressed) => onCardKey(task, pressed)}
        dir="auto"
      >
        {task.title}
      </button>
      <Menu
        label={t('board.move', { title: task.title })}
        trigger={
          <IconButton
            label={t('board.move', { title: task.title })}
            icon={<icons.more />}
            excludeFromTabOrder={!isTabStop}
          />
        }
        entries={taskStatuses
          .filter((status) => status !== task.status)
          .map((id) => ({ id, label: t(`domain:taskStatus.${id}`), onAction: () => onMove(task.id, id) }))}
      />
      <div className={styles.facts}>
        {due && (isOverdue(task, today) ? <StatusMark kind="alert">{due}</StatusMark> : <span>{due}</span>)}
        {task.priority === 'high' && <b>{t('domain:priority.high')}</b>}
        <span dir="auto">{task.owner || task.team}</span>
        {event && <span dir="auto">{eventName(event)}</span>}
      </div>
    </li>
  );
}
