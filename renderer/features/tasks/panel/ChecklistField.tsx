import type { ChecklistItem } from '@shared/domain/task';
import { titleSchema } from '@shared/domain/text';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { useSentence } from '@renderer/i18n/sentence';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { FieldError } from '@renderer/ui/Field';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { InlineEdit } from '@renderer/ui/InlineEdit';
import styles from './TaskPanel.module.css';

type Props = {
  items: readonly ChecklistItem[];
  error: string | undefined;
  onChange: (items: ChecklistItem[]) => void;
};

/** The steps of a task. Enter adds one and waits for the next; Alt with an arrow moves the step that has the focus. */
export function ChecklistField({ items, error, onChange }: Props) {
  const { t } = useTranslation(['tasks', 'common']);
  const sentence = useSentence();
  const [draft, setDraft] = useState('');
  const list = useRef<HTMLUListElement>(null);

  function add(): void {
    const text = draft.trim();
    if (text === '') return;
    onChange([...items, { id: newUuid(), text, isDone: false }]);
    setDraft('');
  }
  function set(id: string, fields: Partial<ChecklistItem>): void {
    onChange(items.map((one) => (one.id === id ? { ...one, ...fields } : one)));
  }
  function rename(id: string, text: string): string | null {
    const answer = titleSchema.safeParse(text);
    if (!answer.success) return sentence(answer.error.issues[0]?.message ?? '');
    set(id, { text: answer.data });
    return null;
  }
  function move(index: number, step: number): void {
    const next = [...items];
    const [taken] = next.splice(index, 1);
    if (!taken || index + step < 0 || index + step >= items.length) return;
    next.splice(index + step, 0, taken);
    onChange(next);
  }
  function onKeyDown(index: number, event: KeyboardEvent): void {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !event.altKey) return;
    event.preventDefault();
    move(index, step);
    requestAnimationFrame(() =>
      list.current?.children[index + step]?.querySelector<HTMLElement>('input')?.focus(),
    );
  }
  const done = items.filter(({ isDone }) => isDone).length;
  return (
    <div>
      <h3 className={styles.label}>
        {t('panel.checklist')}
        {items.length > 0 && <span>{t('list.steps', { done, all: items.length })}</span>}
      </h3>
      <ul ref={list}>
        {items.map((item, index) => (
          // The keys are those of the controls inside the line.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li key={item.id} className={styles.line} onKeyDown={(event) => onKeyDown(index, event)}>
            <CheckboxField
              label={t('panel.tickItem', { text: item.text })}
              isSelected={item.isDone}
              onChange={(isDone) => set(item.id, { isDone })}
            />
            <div className={item.isDone ? styles.struck : styles.text}>
              <InlineEdit
                label={t('panel.editItem')}
                value={item.text}
                onCommit={(text) => rename(item.id, text)}
              />
            </div>
            <IconButton
              label={t('common:moveUp')}
              icon={<icons.moveUp />}
              isDisabled={index === 0}
              onPress={() => move(index, -1)}
            />
            <IconButton
              label={t('common:moveDown')}
              icon={<icons.moveDown />}
              isDisabled={index === items.length - 1}
              onPress={() => move(index, 1)}
            />
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
        autoComplete="off"
        value={draft}
        maxLength={200}
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          add();
        }}
        onBlur={add}
      />
      <FieldError error={error} />
    </div>
  );
}
