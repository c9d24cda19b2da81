import type { KeyboardEvent } from 'react';
import { Field, type FieldProps } from './Field';
import { useDraft } from './useDraft';
import styles from './Field.module.css';

type Props = FieldProps & {
  value: string;
  onChange?: (value: string) => void;
  /** On leaving the field or on Ctrl+Enter, when the value has changed. */
  onCommit?: (value: string) => void;
  placeholder?: string;
  maxLength?: number;
};

/** Several lines, growing with the text. Ctrl+Enter commits, Escape brings back what stood before. */
export function TextArea({ label, help, error, isLabelHidden, value, onChange, onCommit, ...area }: Props) {
  const draft = useDraft(value);
  function commit(): void {
    if (!draft.isChanged && !error) return;
    draft.settle();
    onCommit?.(draft.text);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) commit();
    if (event.key === 'Escape' && draft.isChanged && onCommit) {
      event.preventDefault();
      draft.drop();
    }
  }
  return (
    <Field label={label} help={help} error={error} isLabelHidden={isLabelHidden}>
      {(wiring) => (
        <textarea
          {...area}
          {...wiring}
          className={styles.input}
          dir="auto"
          value={draft.text}
          onChange={({ target }) => (draft.type(target.value), onChange?.(target.value))}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
      )}
    </Field>
  );
}
