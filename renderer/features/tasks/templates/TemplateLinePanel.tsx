import { loopIfWaits } from '@shared/domain/dependencies';
import type { TaskId } from '@shared/domain/task';
import type { TemplateTask } from '@shared/domain/taskTemplate';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ComboField } from '@renderer/ui/ComboField';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { SelectField } from '@renderer/ui/SelectField';
import { SidePanel } from '@renderer/ui/SidePanel';
import { TextArea } from '@renderer/ui/TextArea';
import styles from './Templates.module.css';

type Props = {
  line: TemplateTask;
  lines: readonly TemplateTask[];
  /** A sentence when it is refused. */
  onChange: (fields: Partial<TemplateTask>) => string | null;
  onClose: () => void;
};

/** What does not fit in the table: how days are counted, what the task waits for, its steps. */
export function TemplateLinePanel({ line, lines, onChange, onClose }: Props) {
  const { t } = useTranslation(['tasks', 'domain']);
  const [stepsError, setStepsError] = useState<string>();
  return (
    <SidePanel title={<span dir="auto">{line.title}</span>} closeLabel={t('panel.close')} onClose={onClose}>
      <div className={styles.form}>
        <SelectField
          label={t('panel.unit')}
          value={line.unit}
          options={[
            { id: 'calendarDays', label: t('domain:unit.calendarDays') },
            { id: 'workingDays', label: t('domain:unit.workingDays') },
          ]}
          onChange={(unit) => onChange({ unit })}
        />
        <LineDependencies line={line} lines={lines} onChange={onChange} />
        <TextArea
          label={t('panel.checklist')}
          help={t('template.stepsHelp')}
          value={line.checklist.join('\n')}
          error={stepsError}
          onCommit={(text) => {
            const checklist = text
              .split('\n')
              .map((step) => step.trim())
              .filter(Boolean);
            setStepsError(onChange({ checklist }) ?? undefined);
          }}
        />
      </div>
    </SidePanel>
  );
}

function LineDependencies({ line, lines, onChange }: Omit<Props, 'onClose'>) {
  const { t } = useTranslation('tasks');
  const [error, setError] = useState<string>();
  const [asked, setAsked] = useState('');
  const titleOf = (key: string): string => lines.find((one) => one.key === key)?.title ?? t('panel.goneTask');
  const free = lines.filter(({ key }) => key !== line.key && !line.dependsOn.includes(key));
  function add(title: string): void {
    setAsked(title);
    setError(undefined);
    if (title.trim() === '') return;
    const chosen = free.find((one) => one.title === title);
    if (!chosen) return setError(t('panel.unknownTask', { title }));
    const loop = loopIfWaits(lines.map(asLinked), line.key as TaskId, chosen.key as TaskId);
    if (loop) {
      const spelt = [...loop, ...loop.slice(0, 1)].map(titleOf).join(' → ');
      return setError(t('panel.loop', { title: chosen.title, loop: spelt }));
    }
    onChange({ dependsOn: [...line.dependsOn, chosen.key] });
    setAsked('');
  }
  return (
    <div>
      <h3 className={styles.label}>{t('panel.dependsOn')}</h3>
      <ul>
        {line.dependsOn.map((key) => (
          <li key={key} className={styles.dependency}>
            <span dir="auto">{titleOf(key)}</span>
            <IconButton
              label={t('panel.removeDependency', { title: titleOf(key) })}
              icon={<icons.remove />}
              onPress={() => onChange({ dependsOn: line.dependsOn.filter((one) => one !== key) })}
            />
          </li>
        ))}
      </ul>
      <ComboField
        key={line.dependsOn.length}
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

/** Keys name tasks inside a template as ids do in an event. */
function asLinked({ key, dependsOn }: TemplateTask): { id: TaskId; dependsOn: TaskId[] } {
  return { id: key as TaskId, dependsOn: dependsOn as TaskId[] };
}
