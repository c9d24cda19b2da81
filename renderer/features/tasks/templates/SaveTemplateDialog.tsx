import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Task } from '@shared/domain/task';
import { taskTemplateSchema } from '@shared/domain/taskTemplate';
import { templateFromTasks } from '@shared/domain/taskTemplateApply';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { saveTemplate } from '@renderer/data/templates';
import { useCommit } from '@renderer/data/workspaceContext';
import { useSentence } from '@renderer/i18n/sentence';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { TextField } from '@renderer/ui/TextField';
import styles from './Templates.module.css';

/** This event's plan, kept for the next one: days become offsets. */
export function SaveTemplateDialog({
  event,
  tasks,
  onClose,
}: {
  event: PlannedEvent;
  tasks: readonly Task[];
  onClose: () => void;
}) {
  const { t } = useTranslation(['tasks', 'common']);
  const commit = useCommit();
  const sentence = useSentence();
  const [name, setName] = useState(event.name);
  const [error, setError] = useState<string>();
  const template = templateFromTasks(tasks, event, name, newUuid);
  function save(): void {
    const answer = taskTemplateSchema.safeParse(template);
    if (answer.success) void saveTemplate(commit, answer.data).then(onClose);
    else setError(sentence(answer.error.issues[0]?.message ?? 'other'));
  }
  return (
    <Dialog
      title={t('template.saveTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" onPress={save}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField label={t('template.name')} value={name} error={error} autoFocus onChange={setName} />
        <p>{t('template.keeps', { count: template.tasks.length })}</p>
      </div>
    </Dialog>
  );
}
