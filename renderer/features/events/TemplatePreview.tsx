import type { EventRole } from '@shared/domain/plannedEvent';
import { isOverdue, type Task } from '@shared/domain/task';
import type { TaskTemplate } from '@shared/domain/taskTemplate';
import type { Day } from '@shared/domain/time';
import { useTranslation } from 'react-i18next';
import { StatusMark } from '@renderer/ui/StatusMark';
import styles from './EventPanels.module.css';

type Props = {
  template: TaskTemplate | null;
  /** As they would be created. */
  tasks: readonly Task[];
  isDated: boolean;
  today: Day;
  role: EventRole;
};

/** What the template brings, said before it is created. */
export function TemplatePreview({ template, tasks, isDated, today, role }: Props) {
  const { t } = useTranslation('events');
  const late = tasks.filter((task) => isOverdue(task, today)).length;
  const undated = tasks.filter((task) => task.dueOn === null).length;
  const requests = role === 'participant' ? (template?.hostRequests.length ?? 0) : 0;
  return (
    <section className={styles.preview} aria-label={t('form.preview')} aria-live="polite">
      {!template && <p>{t('form.nothing')}</p>}
      {template && !isDated && <p>{t('form.tasks', { count: template.tasks.length })}</p>}
      {template && !isDated && <p>{t('form.dateMissing')}</p>}
      {template && isDated && late === 0 && <p>{t('form.tasks', { count: tasks.length })}</p>}
      {template && isDated && late > 0 && (
        <p>
          <StatusMark kind="warn">{t('form.tasksLate', { count: tasks.length, late })}</StatusMark>
        </p>
      )}
      {isDated && undated > 0 && <p>{t('form.undated', { count: undated })}</p>}
      {requests > 0 && <p>{t('form.requests', { count: requests })}</p>}
    </section>
  );
}
