import type { ChangeSet } from '@shared/domain/changeSet';
import { formatInstant } from '@shared/domain/formatting';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { type Task, taskSchema } from '@shared/domain/task';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '@renderer/data/settingsContext';
import { changesOfTask } from '@renderer/data/tasks';
import { useQuestion } from '@renderer/data/workspaceContext';
import { useHistoryWords } from '@renderer/i18n/historyWords';
import { useLanguage } from '@renderer/i18n/i18n';
import { toldFields, useTaskFieldWords } from '../useTaskFieldWords';
import styles from './TaskPanel.module.css';

/** How many of the workspace's last changes are looked through. */
const reach = 200;

type Props = {
  task: Task;
  event: PlannedEvent | null;
  events: readonly PlannedEvent[];
  titleOf: (id: string) => string | undefined;
};

/** What was done to the task lately; read only once it is asked for. */
export function TaskHistory(props: Props) {
  const { t } = useTranslation('tasks');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.history} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{t('panel.history')}</summary>
      {isOpen && <Changes {...props} />}
    </details>
  );
}

function Changes({ task, event, events, titleOf }: Props) {
  const { t } = useTranslation(['tasks', 'shell']);
  const language = useLanguage();
  const { timeZone } = useSettings();
  const words = useHistoryWords();
  const { nameOf, textOf } = useTaskFieldWords({ event, events, titleOf });
  const changes = useQuestion((database) => changesOfTask(database, task.id, reach), [task.id]);
  if (!changes) return null;
  if (changes.length === 0) return <p className={styles.quiet}>{t('panel.noHistory', { count: reach })}</p>;
  return (
    <ul>
      {changes.map((change) => (
        <li key={change.id}>
          <div>
            <span dir="auto">{words(change.label)}</span>
            {change.kind !== 'do' && <i>{t(`shell:history.${change.kind}Tag`)}</i>}
          </div>
          <small>{formatInstant(change.at, timeZone, 'medium', language)}</small>
          {differencesOf(change, task.id).map(({ before, after, field }) => (
            <small key={field} dir="auto">
              {t('panel.changed', {
                field: nameOf(field),
                before: textOf(before, field) || '—',
                after: textOf(after, field) || '—',
              })}
            </small>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** What a change did to the task's fields; a record of another version of the program tells nothing. */
function differencesOf({ operations }: ChangeSet, id: string) {
  const operation = operations.find(({ table, key }) => table === 'tasks' && key === id);
  const [before, after] = [operation?.before, operation?.after].map((record) => taskSchema.safeParse(record));
  if (!before?.success || !after?.success) return [];
  return toldFields
    .filter((field) => JSON.stringify(before.data[field]) !== JSON.stringify(after.data[field]))
    .map((field) => ({ field, before: before.data, after: after.data }));
}
