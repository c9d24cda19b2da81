import type { Task, TaskId } from '@shared/domain/task';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ComboField } from '@renderer/ui/ComboField';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import styles from './TaskPanel.module.css';

type Props = {
  task: Task;
  /** The other tasks of its event, or those without one. */
  siblings: readonly Task[];
  onChange: (dependsOn: readonly TaskId[]) => void;
  /** The loop that waiting for this task would close, or `null`. */
  loopOf: (id: TaskId) => readonly TaskId[] | null;
};

/** What the task waits for. A choice that would close a loop is refused with the loop spelt out. */
export function DependencyField({ task, siblings, onChange, loopOf }: Props) {
  const { t } = useTranslation('tasks');
  const [error, setError] = useState<string>();
  const [asked, setAsked] = useState('');
  const titleOf = (id: TaskId): string =>
    id === task.id ? task.title : (siblings.find((one) => one.id === id)?.title ?? '?');
  const free = siblings.filter(({ id }) => !task.dependsOn.includes(id));

  function add(title: string): void {
    setAsked(title);
    setError(undefined);
    const chosen = free.find((one) => one.title === title);
    if (!chosen) return;
    const loop = loopOf(chosen.id);
    if (loop) {
      const spelt = [...loop, ...loop.slice(0, 1)].map(titleOf).join(' → ');
      return setError(t('panel.loop', { loop: spelt }));
    }
    onChange([...task.dependsOn, chosen.id]);
    setAsked('');
  }

  return (
    <div>
      <h3 className={styles.label}>{t('panel.dependsOn')}</h3>
      <ul>
        {task.dependsOn.map((id) => (
          <li key={id} className={styles.line}>
            <span dir="auto">{titleOf(id)}</span>
            <IconButton
              label={t('panel.removeDependency', { title: titleOf(id) })}
              icon={<icons.remove />}
              onPress={() => onChange(task.dependsOn.filter((one) => one !== id))}
            />
          </li>
        ))}
      </ul>
      <ComboField
        key={task.dependsOn.length}
        label={t('panel.addDependency')}
        isLabelHidden
        placeholder={t('panel.dependencyPlaceholder')}
        value={asked}
        error={error}
        suggestions={free.map(({ title }) => title)}
        onCommit={add}
      />
    </div>
  );
}
