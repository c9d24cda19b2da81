import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Task } from '@shared/domain/task';
import { taskTemplateSchema } from '@shared/domain/taskTemplate';
import { templateFromTasks } from '@shared/domain/taskTemplateApply';
import { fold } from '@shared/domain/text';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { allTemplates, saveTemplate } from '@renderer/data/templates';
import { useCommit, useQuestion } from '@renderer/data/workspaceContext';
import { useSentence } from '@renderer/i18n/sentence';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { TextField } from '@renderer/ui/TextField';
import { useToasts } from '@renderer/ui/Toaster';
import styles from './Templates.module.css';

type Props = { event: PlannedEvent; tasks: readonly Task[]; onClose: () => void };

/** This event's plan, kept for the next one: days become offsets. */
export function SaveTemplateDialog({ event, tasks, onClose }: Props) {
  const { t } = useTranslation(['tasks', 'common']);
  const commit = useCommit();
  const sentence = useSentence();
  const { toast } = useToasts();
  const templates = useQuestion(allTemplates, []);
  const [name, setName] = useState(event.name);
  const [error, setError] = useState<string>();
  const template = useMemo(() => templateFromTasks(tasks, event, '-', newUuid), [tasks, event]);
  const left = tasks.filter(({ status }) => status !== 'dropped').length - template.tasks.length;
  function save(): void {
    const answer = taskTemplateSchema.safeParse({ ...template, name });
    if (!answer.success) return setError(sentence(answer.error.issues[0]?.message ?? ''));
    if (templates?.some((known) => fold(known.name) === fold(name))) return setError(t('template.nameTaken'));
    void saveTemplate(commit, answer.data).then(() => {
      toast({ text: t('template.saved', { name: answer.data.name }) });
      onClose();
    });
  }
  return (
    <Dialog
      title={t('template.saveTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isDisabled={template.tasks.length === 0} onPress={save}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          label={t('template.name')}
          value={name}
          error={error}
          autoFocus
          onChange={(next) => (setName(next), setError(undefined))}
        />
        <p>{t('template.keeps', { count: template.tasks.length })}</p>
        {left > 0 && <p>{t('template.leaves', { count: left })}</p>}
      </div>
    </Dialog>
  );
}
