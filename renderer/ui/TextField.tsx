import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { Field, type FieldProps } from './Field';
import styles from './Field.module.css';

type Props = FieldProps & {
  value: string;
  /** At each key. */
  onChange?: (value: string) => void;
  /** Once, on leaving the field or on Enter, when the value has changed. */
  onCommit?: (value: string) => void;
} & Pick<
    ComponentProps<'input'>,
    'placeholder' | 'maxLength' | 'autoFocus' | 'disabled' | 'list' | 'type' | 'name'
  >;

/** One line. Enter commits, Escape brings back what stood before. */
export function TextField({
  label,
  help,
  error,
  isLabelHidden,
  value,
  onChange,
  onCommit,
  autoFocus,
  ...input
}: Props) {
  const [draft, setDraft] = useDraft(value);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);
  const commit = (): void => {
    if (draft !== value || error) onCommit?.(draft);
  };
  return (
    <Field label={label} help={help} error={error} isLabelHidden={isLabelHidden}>
      {(wiring) => (
        <input
          {...input}
          {...wiring}
          ref={field}
          className={styles.input}
          dir="auto"
          autoComplete="off"
          value={draft}
          onChange={({ target }) => (setDraft(target.value), onChange?.(target.value))}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit();
            if (event.key === 'Escape' && draft !== value && onCommit)
              (event.preventDefault(), setDraft(value));
          }}
        />
      )}
    </Field>
  );
}

/** Text being typed over a value that may change underneath: the newer value wins until somebody types. */
export function useDraft(value: string): [string, (draft: string) => void] {
  const [draft, setDraft] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setDraft(value);
  }
  return [draft, setDraft];
}
