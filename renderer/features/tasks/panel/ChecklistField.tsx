import type { ChecklistItem } from '@shared/domain/task';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import styles from './TaskPanel.module.css';

/** The steps of a task. Enter adds one and waits for the next. */
export function ChecklistField({
  items,
  onChange,
}: {
  items: readonly ChecklistItem[];
  onChange: (items: readonly ChecklistItem[]) => void;
}) {
  const { t } = useTranslation(['tasks', 'common']);
  const [draft, setDraft] = useState('');
  function add(): void {
    const text = draft.trim().slice(0, 200);
    if (text === '') return;
    onChange([...items, { id: newUuid(), text, isDone: false }]);
    setDraft('');
  }
  function move(index: number, step: 1 | -1): void {
    const next = [...items];
    const [taken] = next.splice(index, 1);
    if (taken) next.splice(index + step, 0, taken);
    onChange(next);
  }
  return (
    <div>
      <h3 className={styles.label}>{t('panel.checklist')}</h3>
      <ul>
        {items.map((item, index) => (
          <li key={item.id} className={styles.line}>
            <CheckboxField
              label={t('panel.tickItem', { text: item.text })}
              isSelected={item.isDone}
              onChange={(isDone) =>
                onChange(items.map((one) => (one.id === item.id ? { ...one, isDone } : one)))
              }
            />
            <span className={item.isDone ? styles.struck : undefined} dir="auto">
              {item.text}
            </span>
            {index > 0 && (
              <IconButton
                label={t('common:moveUp')}
                icon={<icons.moveUp />}
                onPress={() => move(index, -1)}
              />
            )}
            <IconButton
              label={t('panel.removeItem', { text: item.text })}
              icon={<icons.remove />}
              onPress={() => onChange(items.filter(({ id }) => id !== item.id))}
            />
          </li>
        ))}
      </ul>
      <input
        className={styles.add}
        aria-label={t('panel.addItem')}
        placeholder={t('panel.addItem')}
        dir="auto"
        value={draft}
        maxLength={200}
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') (event.preventDefault(), add());
        }}
        onBlur={add}
      />
    </div>
  );
}
