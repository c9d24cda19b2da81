import { Field, type FieldProps } from './Field';
import { useDraft } from './TextField';
import styles from './Field.module.css';

type Props = FieldProps & {
  value: string;
  onChange?: (value: string) => void;
  /** On leaving the field or on Ctrl+Enter, when the value has changed. */
  onCommit?: (value: string) => void;
  placeholder?: string;
  maxLength?: number;
};

/** Several lines, growing with the text. */
export function TextArea({ label, help, error, isLabelHidden, value, onChange, onCommit, ...area }: Props) {
  const [draft, setDraft] = useDraft(value);
  const commit = (): void => {
    if (draft !== value || error) onCommit?.(draft);
  };
  return (
    <Field label={label} help={help} error={error} isLabelHidden={isLabelHidden}>
      {(wiring) => (
        <textarea
          {...area}
          {...wiring}
          className={styles.input}
          dir="auto"
          value={draft}
          onChange={({ target }) => (setDraft(target.value), onChange?.(target.value))}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) commit();
            if (event.key === 'Escape' && draft !== value && onCommit)
              (event.preventDefault(), setDraft(value));
          }}
        />
      )}
    </Field>
  );
}
