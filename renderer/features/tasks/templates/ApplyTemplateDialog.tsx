import { formatDay } from '@shared/domain/formatting';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { isOverdue, type Task } from '@shared/domain/task';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { readClock, useToday } from '@renderer/data/clock';
import { useWorkCalendar } from '@renderer/data/settingsContext';
import { addFromTemplate } from '@renderer/data/tasks';
import { allTemplates } from '@renderer/data/templates';
import { useCommit, useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { paths } from '@renderer/navigation/paths';
import { Button } from '@renderer/ui/Button';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { Dialog } from '@renderer/ui/Dialog';
import { SelectField } from '@renderer/ui/SelectField';
import { StatusMark } from '@renderer/ui/StatusMark';
import { byDue } from '../taskList';
import { addedTasks, appliedTemplate, type AppliedTemplate } from './appliedTemplate';
import styles from './Templates.module.css';

type Props = { event: PlannedEvent; tasks: readonly Task[]; onClose: () => void };

/** Adds a template's tasks, dated from this event; those whose title is already there are left out unless asked for. */
export function ApplyTemplateDialog({ event, tasks, onClose }: Props) {
  const { t } = useTranslation(['tasks', 'common']);
  const commit = useCommit();
  const calendar = useWorkCalendar();
  const templates = useQuestion(allTemplates, []);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [withKnown, setWithKnown] = useState(false);
  const template =
    templates?.find(({ id }) => id === chosenId) ??
    templates?.find(({ kind, role }) => kind === event.kind && role === event.role) ??
    templates?.[0];
  const applied = useMemo(
    () => template && appliedTemplate(template, event, tasks, calendar, newUuid, readClock()),
    [template, event, tasks, calendar],
  );
  if (!templates) return null;
  const added = applied ? addedTasks(applied, tasks, withKnown) : [];
  const apply = (): void => {
    if (template) void addFromTemplate(commit, added, template.name).then(onClose);
  };
  return (
    <Dialog
      title={t('template.applyTitle')}
      onClose={onClose}
      isWide
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isDisabled={added.length === 0} onPress={apply}>
            {t('template.apply', { count: added.length })}
          </Button>
        </>
      }
    >
      {template && applied ? (
        <div className={styles.form}>
          <SelectField
            label={t('template.template')}
            value={template.id}
            options={templates.map(({ id, name }) => ({ id, label: name }))}
            onChange={setChosenId}
          />
          <Summary applied={applied} added={added} />
          {applied.tasks.some(({ isKnown }) => isKnown) && (
            <CheckboxField isSelected={withKnown} onChange={setWithKnown}>
              {t('template.withKnown')}
            </CheckboxField>
          )}
          <Preview applied={applied} withKnown={withKnown} />
        </div>
      ) : (
        <p>
          {t('template.none')}{' '}
          <a className={styles.link} href={paths.settings('templates')}>
            {t('template.make')}
          </a>
        </p>
      )}
    </Dialog>
  );
}

function Summary({ applied, added }: { applied: AppliedTemplate; added: readonly Task[] }) {
  const { t } = useTranslation('tasks');
  const today = useToday();
  const known = applied.tasks.filter(({ isKnown }) => isKnown).length;
  const late = added.filter((task) => isOverdue(task, today)).length;
  const undated = added.filter(({ dueOn }) => dueOn === null).length;
  return (
    <div className={styles.summary} role="status">
      <span>{t('template.adds', { count: added.length })}</span>
      {known > 0 && <StatusMark kind="info">{t('template.known', { count: known })}</StatusMark>}
      {late > 0 && <StatusMark kind="alert">{t('template.late', { count: late })}</StatusMark>}
      {undated > 0 && <StatusMark kind="warn">{t('template.undated', { count: undated })}</StatusMark>}
    </div>
  );
}

function Preview({ applied, withKnown }: { applied: AppliedTemplate; withKnown: boolean }) {
  const { t } = useTranslation('tasks');
  const language = useLanguage();
  const today = useToday();
  const lines = [...applied.tasks].sort((left, right) => byDue(left.task, right.task));
  return (
    <table className={styles.preview}>
      <thead>
        <tr>
          <th scope="col">{t('columns.title')}</th>
          <th scope="col">{t('columns.team')}</th>
          <th scope="col">{t('columns.due')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ task, isKnown }) => (
          <tr key={task.id} data-left-out={(isKnown && !withKnown) || undefined}>
            <th scope="row" dir="auto">
              <span>{task.title}</span>
              {isKnown && <small>{t('template.isKnown')}</small>}
            </th>
            <td dir="auto">{task.team}</td>
            <td>
              {task.dueOn === null ? (
                <StatusMark kind="warn">{t('template.noDate')}</StatusMark>
              ) : isOverdue(task, today) && (!isKnown || withKnown) ? (
                <StatusMark kind="alert">{formatDay(task.dueOn, 'medium', language)}</StatusMark>
              ) : (
                formatDay(task.dueOn, 'medium', language)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
