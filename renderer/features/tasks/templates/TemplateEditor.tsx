import { eventKinds, eventRoles } from '@shared/domain/plannedEvent';
import { type TaskTemplate, taskTemplateSchema, type TemplateTask } from '@shared/domain/taskTemplate';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { saveTemplate } from '@renderer/data/templates';
import { useCommit } from '@renderer/data/workspaceContext';
import { useSentence } from '@renderer/i18n/sentence';
import { Button } from '@renderer/ui/Button';
import { icons } from '@renderer/ui/icons';
import { SelectField } from '@renderer/ui/SelectField';
import { TextField } from '@renderer/ui/TextField';
import { TemplateLine } from './TemplateLine';
import { TemplateLinePanel } from './TemplateLinePanel';
import styles from './Templates.module.css';

/** One template: what it is for, and its tasks in a table, each cell saved as it is left. */
export function TemplateEditor({ template, onBack }: { template: TaskTemplate; onBack: () => void }) {
  const { t } = useTranslation(['tasks', 'domain']);
  const sentence = useSentence();
  const commit = useCommit();
  const [nameError, setNameError] = useState<string>();
  const [openKey, setOpenKey] = useState<string | null>(null);
  // Lines keep the place in which they were found: a new offset does not make its line jump away.
  const [order] = useState(() => new Map(inOrder(template.tasks).map(({ key }, index) => [key, index])));
  const placeOf = ({ key }: TemplateTask): number => order.get(key) ?? order.size;
  const lines = [...template.tasks].sort((left, right) => placeOf(left) - placeOf(right));

  /** Saves what the schema accepts; otherwise answers the sentence that says why not. */
  function change(fields: Partial<TaskTemplate>): string | null {
    const answer = taskTemplateSchema.safeParse({ ...template, ...fields });
    if (!answer.success) return sentence(answer.error.issues[0]?.message ?? '');
    void saveTemplate(commit, answer.data);
    return null;
  }
  const setLine = (key: string, fields: Partial<TemplateTask>): string | null =>
    change({ tasks: template.tasks.map((line) => (line.key === key ? { ...line, ...fields } : line)) });
  function removeLine(key: string): void {
    setOpenKey(null);
    change({
      tasks: template.tasks
        .filter((line) => line.key !== key)
        .map((line) => ({ ...line, dependsOn: line.dependsOn.filter((one) => one !== key) })),
    });
  }
  const open = template.tasks.find(({ key }) => key === openKey);
  return (
    <div className={styles.editor}>
      <div className={styles.sheet}>
        <Button variant="quiet" icon={<icons.previous />} onPress={onBack}>
          {t('template.back')}
        </Button>
        <div className={styles.head}>
          <TextField
            label={t('template.name')}
            value={template.name}
            error={nameError}
            onCommit={(name) => setNameError(change({ name }) ?? undefined)}
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
        <table className={styles.lines} aria-label={t('template.tasks')}>
          <thead>
            <tr>
              <th scope="col">{t('template.task')}</th>
              <th scope="col">{t('columns.team')}</th>
              <th scope="col">{t('template.days')}</th>
              <th scope="col">{t('template.anchor')}</th>
              <th scope="col">{t('template.duration')}</th>
              <th scope="col">{t('columns.priority')}</th>
              <th scope="col">
                <span className="visuallyHidden">{t('template.details')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <TemplateLine
                key={line.key}
                line={line}
                isOpen={line.key === openKey}
                onChange={(fields) => setLine(line.key, fields)}
                onOpen={() => setOpenKey(line.key === openKey ? null : line.key)}
                onRemove={() => removeLine(line.key)}
              />
            ))}
          </tbody>
        </table>
        <div className={styles.actions}>
          <Button
            icon={<icons.add />}
            onPress={() => change({ tasks: [...template.tasks, newLine(t('template.newLine'))] })}
          >
            {t('template.addLine')}
          </Button>
        </div>
      </div>
      {open && (
        <TemplateLinePanel
          key={open.key}
          line={open}
          lines={lines}
          onChange={(fields) => setLine(open.key, fields)}
          onClose={() => setOpenKey(null)}
        />
      )}
    </div>
  );
}

function newLine(title: string): TemplateTask {
  return {
    key: newUuid(),
    title,
    team: '',
    priority: 'medium',
    anchor: 'opening',
    offsetDays: -7,
    unit: 'calendarDays',
    durationDays: 1,
    dependsOn: [],
    checklist: [],
  };
}

/** In the order of the work: around the opening first, the report last. */
function inOrder(lines: readonly TemplateTask[]): TemplateTask[] {
  const anchors: readonly TemplateTask['anchor'][] = [
    'orderSigned',
    'opening',
    'setUp',
    'closing',
    'reportDue',
  ];
  return [...lines].sort(
    (left, right) =>
      anchors.indexOf(left.anchor) - anchors.indexOf(right.anchor) || left.offsetDays - right.offsetDays,
  );
}
