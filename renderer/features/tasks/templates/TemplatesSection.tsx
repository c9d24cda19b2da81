import { eventKinds, eventRoles } from '@shared/domain/plannedEvent';
import { taskPriorities } from '@shared/domain/task';
import {
  type TaskTemplate,
  taskTemplateSchema,
  type TemplateTask,
  templateAnchors,
} from '@shared/domain/taskTemplate';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { allTemplates, deleteTemplate, saveTemplate } from '@renderer/data/templates';
import { useCommit, useQuestion } from '@renderer/data/workspaceContext';
import { useSentence } from '@renderer/i18n/sentence';
import { Button } from '@renderer/ui/Button';
import { FieldError } from '@renderer/ui/Field';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { NumberField } from '@renderer/ui/NumberField';
import { SelectField } from '@renderer/ui/SelectField';
import { TextField } from '@renderer/ui/TextField';
import styles from './Templates.module.css';

/** The backward plans kept for later: every line can be changed. */
export function TemplatesSection() {
  const { t } = useTranslation(['tasks', 'domain', 'common']);
  const templates = useQuestion(allTemplates, []);
  const commit = useCommit();
  const [openId, setOpenId] = useState<string | null>(null);
  const open = templates?.find(({ id }) => id === openId);
  if (!templates) return null;
  if (open) return <TemplateForm template={open} onBack={() => setOpenId(null)} />;
  return (
    <>
      <p className={styles.help}>{t('template.help')}</p>
      {templates.length === 0 && <p>{t('template.none')}</p>}
      <ul>
        {templates.map((template) => (
          <li key={template.id} className={styles.template}>
            <button type="button" onClick={() => setOpenId(template.id)} dir="auto">
              {template.name}
            </button>
            <span>{t(`domain:kind.${template.kind}`)}</span>
            <span>{t(`domain:role.${template.role}`)}</span>
            <span>{t('common:tasks', { count: template.tasks.length })}</span>
            <IconButton
              label={t('template.duplicate')}
              icon={<icons.copy />}
              onPress={() =>
                void saveTemplate(commit, {
                  ...template,
                  id: newUuid(),
                  name: t('template.copyOf', { name: template.name }).slice(0, 200),
                })
              }
            />
            <IconButton
              label={t('template.delete')}
              icon={<icons.delete />}
              onPress={() => void deleteTemplate(commit, template)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function TemplateForm({ template, onBack }: { template: TaskTemplate; onBack: () => void }) {
  const { t } = useTranslation(['tasks', 'domain']);
  const commit = useCommit();
  const sentence = useSentence();
  const [error, setError] = useState<string>();
  function change(fields: Partial<TaskTemplate>): void {
    const answer = taskTemplateSchema.safeParse({ ...template, ...fields });
    setError(answer.success ? undefined : sentence(answer.error.issues[0]?.message ?? 'other'));
    if (answer.success) void saveTemplate(commit, answer.data);
  }
  const setLine = (key: string, fields: Partial<TemplateTask>): void =>
    change({ tasks: template.tasks.map((line) => (line.key === key ? { ...line, ...fields } : line)) });
  const addLine = (): void => {
    const line: TemplateTask = {
      key: newUuid(),
      title: t('template.newLine'),
      team: '',
      priority: 'medium',
      anchor: 'opening',
      offsetDays: -7,
      unit: 'calendarDays',
      durationDays: 1,
      dependsOn: [],
      checklist: [],
    };
    change({ tasks: [...template.tasks, line] });
  };
  const removeLine = (key: string): void =>
    change({
      tasks: template.tasks
        .filter((line) => line.key !== key)
        .map((line) => ({ ...line, dependsOn: line.dependsOn.filter((one) => one !== key) })),
    });
  const lines = [...template.tasks].sort(
    (left, right) =>
      templateAnchors.indexOf(left.anchor) - templateAnchors.indexOf(right.anchor) ||
      left.offsetDays - right.offsetDays,
  );
  return (
    <>
      <div className={styles.actions}>
        <Button icon={<icons.previous />} onPress={onBack}>
          {t('template.back')}
        </Button>
      </div>
      <div className={styles.head}>
        <TextField
          label={t('template.name')}
          value={template.name}
          error={error}
          onCommit={(name) => change({ name })}
        />
        <SelectField
          label={t('template.kind')}
          value={template.kind}
          options={eventKinds.map((id) => ({ id, label: t(`domain:kind.${id}`) }))}
          onChange={(kind) => change({ kind })}
        />
        <SelectField
          label={t('template.role')}
          value={template.role}
          options={eventRoles.map((id) => ({ id, label: t(`domain:role.${id}`) }))}
          onChange={(role) => change({ role })}
        />
      </div>
      <FieldError error={error} />
      <ul aria-label={t('template.tasks')}>
        {lines.map((line) => (
          <li key={line.key} className={styles.line}>
            <TextField
              label={t('template.task')}
              isLabelHidden
              value={line.title}
              onCommit={(title) => setLine(line.key, { title })}
            />
            <TextField
              label={t('team')}
              isLabelHidden
              value={line.team}
              onCommit={(team) => setLine(line.key, { team })}
            />
            <SelectField
              label={t('template.anchor')}
              isLabelHidden
              value={line.anchor}
              options={templateAnchors.map((id) => ({ id, label: t(`domain:anchor.${id}`) }))}
              onChange={(anchor) => setLine(line.key, { anchor })}
            />
            <NumberField
              label={t('template.days')}
              isLabelHidden
              value={line.offsetDays}
              min={-1_500}
              max={1_500}
              onCommit={(days) => setLine(line.key, { offsetDays: days ?? 0 })}
            />
            <NumberField
              label={t('template.duration')}
              isLabelHidden
              value={line.durationDays}
              min={1}
              max={400}
              onCommit={(days) => setLine(line.key, { durationDays: days ?? 1 })}
            />
            <SelectField
              label={t('columns.priority')}
              isLabelHidden
              value={line.priority}
              options={taskPriorities.map((id) => ({ id, label: t(`domain:priority.${id}`) }))}
              onChange={(priority) => setLine(line.key, { priority })}
            />
            <IconButton
              label={t('template.removeLine', { title: line.title })}
              icon={<icons.remove />}
              onPress={() => removeLine(line.key)}
            />
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button icon={<icons.add />} onPress={addLine}>
          {t('template.addLine')}
        </Button>
      </div>
    </>
  );
}
