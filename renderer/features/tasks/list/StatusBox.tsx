import type { Task } from '@shared/domain/task';
import { isOverdue } from '@shared/domain/task';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { setTaskStatus } from '@renderer/data/tasks';
import { useCommit } from '@renderer/data/workspaceContext';
import { icons } from '@renderer/ui/icons';
import styles from './StatusBox.module.css';

/** Ticks a task, or takes the tick back. Half filled while it is being done. */
export function StatusBox({ task }: { task: Task }) {
  const { t } = useTranslation('today');
  const commit = useCommit();
  const today = useToday();
  const isDone = task.status === 'done';
  const look = [
    styles.box,
    isDone && styles.done,
    task.status === 'doing' && styles.doing,
    isOverdue(task, today) && styles.late,
  ];
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={isDone ? true : task.status === 'doing' ? 'mixed' : false}
      aria-label={t('tick', { title: task.title })}
      tabIndex={-1}
      className={look.filter(Boolean).join(' ')}
      onClick={() => void setTaskStatus(commit, [task], isDone ? 'todo' : 'done', today)}
    >
      {isDone && <icons.tick />}
      {task.status === 'dropped' && <icons.remove />}
    </button>
  );
}
