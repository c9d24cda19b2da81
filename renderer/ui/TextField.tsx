import { type ComponentProps, type KeyboardEvent, useEffect, useRef } from 'react';
import { Field, type FieldProps } from './Field';
import { useDraft } from './useDraft';
import styles from './Field.module.css';

type Props = FieldProps & {
  value: string;
  /** At each key. */
  onChange?: (value: string) => void;
  /** Once, on leaving the field or on Enter, when the value has changed. */
  onCommit?: (value: string) => void;
} & Pick<
    ComponentProps<'input'>,
    'placeholder' | 'maxLength' | 'autoFocus' | 'disabled' | 'list' | 'type' | 'name' | 'inputMode'
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
  const draft = useDraft(value);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);
  function commit(): void {
    if (!draft.isChanged && !error) return;
    draft.settle();
    onCommit?.(draft.text);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit();
    if (event.key === 'Escape' && draft.isChanged && onCommit) {
      event.preventDefault();
      draft.drop();
    }
  }
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
          value={draft.text}
          onChange={({ target }) => (draft.type(target.value), onChange?.(target.value))}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
      )}
    </Field>
  );
}
