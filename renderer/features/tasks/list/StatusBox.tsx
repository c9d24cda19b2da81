import { isOverdue, type Task } from '@shared/domain/task';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { icons } from '@renderer/ui/icons';
import { useTaskActions } from '../useTaskActions';
import styles from './StatusBox.module.css';

/** Ticks a task, or takes the tick back. Half filled while it is being done, hatched while it waits, crossed when it is dropped. */
export function StatusBox({ task }: { task: Task }) {
  const { t } = useTranslation(['tasks', 'domain']);
  const today = useToday();
  const { toggleDone } = useTaskActions();
  const isDone = task.status === 'done';
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={isDone ? true : task.status === 'doing' ? 'mixed' : false}
      aria-label={t('list.tick', { title: task.title })}
      title={t(`domain:taskStatus.${task.status}`)}
      tabIndex={-1}
      className={`${styles.box} ${styles[task.status]} ${isOverdue(task, today) ? styles.late : ''}`}
      onClick={() => toggleDone([task])}
    >
      {isDone && <icons.tick />}
      {task.status === 'dropped' && <icons.remove />}
    </button>
  );
}
