import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { isOverdue, type Task } from '@shared/domain/task';
import { tasksFromTemplate } from '@shared/domain/taskTemplateApply';
import { fold } from '@shared/domain/text';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { readClock, useToday } from '@renderer/data/clock';
import { useWorkCalendar } from '@renderer/data/settingsContext';
import { createTasks } from '@renderer/data/tasks';
import { allTemplates } from '@renderer/data/templates';
import { useCommit, useQuestion } from '@renderer/data/workspaceContext';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { SelectField } from '@renderer/ui/SelectField';
import styles from './Templates.module.css';

type Props = { event: PlannedEvent; tasks: readonly Task[]; onClose: () => void };

/** Adds a template's tasks, dated from this event; those whose title is already there are left out. */
export function ApplyTemplateDialog({ event, tasks, onClose }: Props) {
  const { t } = useTranslation(['tasks', 'common']);
  const commit = useCommit();
  const calendar = useWorkCalendar();
  const today = useToday();
  const templates = useQuestion(allTemplates, []);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const template =
    templates?.find(({ id }) => id === chosenId) ??
    templates?.find(({ kind, role }) => kind === event.kind && role === event.role) ??
    templates?.[0];
  const made = useMemo(
    () => (template ? tasksFromTemplate(template, event, calendar, newUuid, readClock()) : []),
    [template, event, calendar],
  );
  const known = useMemo(() => new Map(tasks.map((task) => [fold(task.title), task.id])), [tasks]);
  const skipped = new Map(
    made.flatMap(({ id, title }) => (known.has(fold(title)) ? [[id, known.get(fold(title))] as const] : [])),
  );
  const added = made
    .filter(({ id }) => !skipped.has(id))
    .map((task) => ({ ...task, dependsOn: task.dependsOn.map((id) => skipped.get(id) ?? id) }));
  const late = added.filter((task) => isOverdue(task, today)).length;
  const undated = added.filter(({ dueOn }) => dueOn === null).length;
  if (!templates) return null;
  return (
    <Dialog
      title={t('template.applyTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={added.length === 0}
            onPress={() => void createTasks(commit, added).then(onClose)}
          >
            {t('template.apply')}
          </Button>
        </>
      }
    >
      {template ? (
        <div className={styles.form}>
          <SelectField
            label={t('template.template')}
            value={template.id}
            options={templates.map(({ id, name }) => ({ id, label: name }))}
            onChange={setChosenId}
          />
          <p>{t('template.adds', { count: added.length })}</p>
          {skipped.size > 0 && <p>{t('template.skips', { count: skipped.size })}</p>}
          {late > 0 && <p>{t('template.late', { count: late })}</p>}
          {undated > 0 && <p>{t('template.undated', { count: undated })}</p>}
        </div>
      ) : (
        <p>{t('template.none')}</p>
      )}
    </Dialog>
  );
}
