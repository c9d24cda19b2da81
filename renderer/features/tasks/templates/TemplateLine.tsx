import { taskPriorities } from '@shared/domain/task';
import { type TemplateTask, templateAnchors } from '@shared/domain/taskTemplate';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@renderer/i18n/sentence';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { InlineEdit } from '@renderer/ui/InlineEdit';
import { parseInteger } from '../panel/minutes';
import styles from './Templates.module.css';

type Props = {
  line: TemplateTask;
  isOpen: boolean;
  /** A sentence when it is refused. */
  onChange: (fields: Partial<TemplateTask>) => string | null;
  onOpen: () => void;
  onRemove: () => void;
};

/** A task of a template, every cell edited where it stands. */
export function TemplateLine({ line, isOpen, onChange, onOpen, onRemove }: Props) {
  const { t } = useTranslation(['tasks', 'domain']);
  const sentence = useSentence();
  function commitNumber(text: string, field: 'offsetDays' | 'durationDays', min: number, max: number) {
    const value = parseInteger(text);
    if (value === null) return sentence('notANumber');
    return value < min || value > max ? sentence('outOfBounds') : onChange({ [field]: value });
  }
  return (
    <tr data-open={isOpen || undefined}>
      <th scope="row">
        <InlineEdit label={t('template.task')} value={line.title} onCommit={(title) => onChange({ title })} />
      </th>
      <td>
        <InlineEdit label={t('columns.team')} value={line.team} onCommit={(team) => onChange({ team })} />
      </td>
      <td>
        <InlineEdit
          label={t('template.days')}
          value={signed(line.offsetDays)}
          onCommit={(text) => commitNumber(text, 'offsetDays', -1_500, 1_500)}
        />
      </td>
      <td>
        <select
          aria-label={t('template.anchor')}
          value={line.anchor}
          onChange={({ target }) => onChange({ anchor: target.value as TemplateTask['anchor'] })}
        >
          {templateAnchors.map((id) => (
            <option key={id} value={id}>
              {t(`domain:anchor.${id}`)}
            </option>
          ))}
        </select>
      </td>
      <td>
        <InlineEdit
          label={t('template.duration')}
          value={String(line.durationDays)}
          onCommit={(text) => commitNumber(text, 'durationDays', 1, 400)}
        />
      </td>
      <td>
        <select
          aria-label={t('columns.priority')}
          value={line.priority}
          onChange={({ target }) => onChange({ priority: target.value as TemplateTask['priority'] })}
        >
          {taskPriorities.map((id) => (
            <option key={id} value={id}>
              {t(`domain:priority.${id}`)}
            </option>
          ))}
        </select>
      </td>
      <td className={styles.lineActions}>
        <IconButton
          label={t('template.openLine', { title: line.title })}
          icon={<icons.more />}
          onPress={onOpen}
        />
        <IconButton
          label={t('template.removeLine', { title: line.title })}
          icon={<icons.remove />}
          onPress={onRemove}
        />
      </td>
    </tr>
  );
}

function signed(days: number): string {
  return days < 0 ? `−${-days}` : String(days);
}
