import { formatDay } from '@shared/domain/formatting';
import { isOverdue, type Task, type TaskStatus, taskStatuses } from '@shared/domain/task';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { setTaskStatus } from '@renderer/data/tasks';
import { useCommit } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { Menu } from '@renderer/ui/Menu';
import { StatusMark } from '@renderer/ui/StatusMark';
import { byDue } from './taskList';
import styles from './TaskBoard.module.css';

const cardsAtFirst = 40;
const dragType = 'application/x-regie-task';

/** Tasks by status. A card is dragged, sent with its menu, or moved with Shift and an arrow. */
export function TaskBoard({ tasks, onOpen }: { tasks: readonly Task[]; onOpen: (task: Task) => void }) {
  const commit = useCommit();
  const today = useToday();
  const move = (id: string, status: TaskStatus): void => {
    const task = tasks.find((one) => one.id === id);
    if (task && task.status !== status) void setTaskStatus(commit, [task], status, today);
  };
  return (
    <div className={styles.board}>
      {taskStatuses.map((status) => (
        <Column
          key={status}
          status={status}
          tasks={tasks.filter((task) => task.status === status).sort(byDue)}
          onMove={move}
          onOpen={onOpen}
        />
      ))}
    </div>
  );
}

type ColumnProps = {
  status: TaskStatus;
  tasks: readonly Task[];
  onMove: (id: string, status: TaskStatus) => void;
  onOpen: (task: Task) => void;
};

function Column({ status, tasks, onMove, onOpen }: ColumnProps) {
  const { t } = useTranslation(['tasks', 'domain']);
  const [isOver, setIsOver] = useState(false);
  const [limit, setLimit] = useState(cardsAtFirst);
  const name = t(`domain:taskStatus.${status}`);
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
      onDragLeave={(event) => onDrag(event, false)}
      onDrop={(event) => (onDrag(event, false), onMove(event.dataTransfer.getData(dragType), status))}
    >
      <h2>
        {name} <span>{tasks.length}</span>
      </h2>
      <ul>
        {tasks.slice(0, limit).map((task) => (
          <Card key={task.id} task={task} onMove={onMove} onOpen={onOpen} />
        ))}
      </ul>
      {tasks.length === 0 && <p>{t('board.empty')}</p>}
      {tasks.length > limit && (
        <Button variant="quiet" onPress={() => setLimit(limit + cardsAtFirst)}>
          {t('board.more')}
        </Button>
      )}
    </section>
  );
}

type CardProps = Pick<ColumnProps, 'onMove' | 'onOpen'> & { task: Task };

function Card({ task, onMove, onOpen }: CardProps) {
  const { t } = useTranslation(['tasks', 'domain']);
  const language = useLanguage();
  const today = useToday();
  const due = task.dueOn && formatDay(task.dueOn, 'weekday', language);
  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step && event.shiftKey ? taskStatuses[taskStatuses.indexOf(task.status) + step] : undefined;
    if (!next) return;
    event.preventDefault();
    onMove(task.id, next);
  }
  return (
    <li
      className={styles.card}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(dragType, task.id)}
    >
      <button
        type="button"
        className={styles.open}
        onClick={() => onOpen(task)}
        onKeyDown={onKeyDown}
        dir="auto"
      >
        {task.title}
      </button>
      <div className={styles.facts}>
        {due && (isOverdue(task, today) ? <StatusMark kind="alert">{due}</StatusMark> : <span>{due}</span>)}
        <span dir="auto">{task.team || task.owner}</span>
        <Menu
          label={t('board.move', { title: task.title })}
          trigger={<IconButton label={t('board.move', { title: task.title })} icon={<icons.more />} />}
          entries={taskStatuses
            .filter((status) => status !== task.status)
            .map((id) => ({ id, label: t(`domain:taskStatus.${id}`), onAction: () => onMove(task.id, id) }))}
        />
      </div>
    </li>
  );
}
