import { loopIfWaits, successorsOf } from '@shared/domain/dependencies';
import { formatDay } from '@shared/domain/formatting';
import { isOpen, type Task, type TaskId } from '@shared/domain/task';
import { fold } from '@shared/domain/text';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import { ComboField } from '@renderer/ui/ComboField';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { byDue } from '../taskList';
import { useTaskSearch } from '../useTaskSearch';
import styles from './TaskPanel.module.css';

type Props = {
  task: Task;
  /** Those of its event, or those without one; itself among them. */
  beside: readonly Task[];
  onChange: (dependsOn: TaskId[]) => void;
};

/** What the task waits for, and what waits for it. A choice that would close a loop is refused, with the loop spelt out. */
export function DependencyField({ task, beside, onChange }: Props) {
  const { t } = useTranslation('tasks');
  const language = useLanguage();
  const [error, setError] = useState<string>();
  const [asked, setAsked] = useState('');
  const byId = useMemo(() => new Map(beside.map((one) => [one.id, one])), [beside]);
  const offered = useMemo(
    () => namesOf(beside, task, (on) => formatDay(on, 'short', language)),
    [beside, task, language],
  );
  const successors = (successorsOf(beside).get(task.id) ?? []).flatMap((id) => byId.get(id) ?? []);
  const titleOf = (id: TaskId): string => byId.get(id)?.title ?? t('panel.goneTask');

  function add(name: string): void {
    setAsked(name);
    setError(undefined);
    if (name.trim() === '') return;
    const id =
      offered.get(name) ?? offered.get([...offered.keys()].find((one) => fold(one) === fold(name)) ?? '');
    if (!id) return setError(t('panel.unknownTask', { title: name }));
    const loop = loopIfWaits(beside, task.id, id);
    if (loop) {
      const spelt = [...loop, ...loop.slice(0, 1)].map(titleOf).join(' → ');
      return setError(t('panel.loop', { title: titleOf(id), loop: spelt }));
    }
    onChange([...task.dependsOn, id]);
    setAsked('');
  }

  return (
    <div>
      <h3 className={styles.label}>{t('panel.dependsOn')}</h3>
      <ul>
        {task.dependsOn.map((id) => (
          <li key={id} className={styles.line}>
            <TaskLine task={byId.get(id)} title={titleOf(id)} />
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
        suggestions={[...offered.keys()]}
        onCommit={add}
      />
      {successors.length > 0 && (
        <>
          <h3 className={styles.label}>{t('panel.successors')}</h3>
          <ul>
            {successors.map((successor) => (
              <li key={successor.id} className={styles.line}>
                <TaskLine task={successor} title={successor.title} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** A task of the same plan: opens it in this panel. */
function TaskLine({ task, title }: { task: Task | undefined; title: string }) {
  const { t } = useTranslation('domain');
  const language = useLanguage();
  const [, setSearch] = useTaskSearch();
  return (
    <>
      <button
        type="button"
        className={styles.link}
        disabled={!task}
        onClick={() => setSearch({ task: task?.id })}
        dir="auto"
      >
        {title}
      </button>
      {task && (
        <small>
          {task.dueOn && isOpen(task)
            ? formatDay(task.dueOn, 'short', language)
            : t(`taskStatus.${task.status}`)}
        </small>
      )}
    </>
  );
}

/** Those that may still be chosen, by name; of two with the same title, the due day tells which. */
function namesOf(
  beside: readonly Task[],
  task: Task,
  dayOf: (on: string) => string,
): ReadonlyMap<string, TaskId> {
  const free = beside.filter(({ id }) => id !== task.id && !task.dependsOn.includes(id)).sort(byDue);
  const names = new Map<string, TaskId>();
  for (const { id, title, dueOn } of free) {
    const name = names.has(title) ? `${title} (${dueOn ? dayOf(dueOn) : id.slice(-4)})` : title;
    names.set(names.has(name) ? `${name} ${id.slice(-4)}` : name, id);
  }
  return names;
}
