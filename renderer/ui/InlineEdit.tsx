import { type ReactNode, useEffect, useRef, useState } from 'react';
import { FieldError } from './Field';
import styles from './InlineEdit.module.css';

type Props = {
  label: string;
  value: string;
  /** A sentence refuses the value: the field stays open with what was typed. */
  onCommit: (value: string) => string | null | void;
  placeholder?: string;
  isMultiline?: boolean;
  /** How the value looks when nobody edits it. */
  children?: ReactNode;
};

/** A value edited where it stands: click or Enter opens, Enter saves (Ctrl+Enter in prose), Escape leaves. */
export function InlineEdit({
  label,
  value,
  onCommit,
  placeholder = '—',
  isMultiline = false,
  children,
}: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isEditing = draft !== null;
  useEffect(() => {
    if (isEditing) field.current?.select();
  }, [isEditing]);

  function leave(): void {
    setDraft(null);
    setError(undefined);
    requestAnimationFrame(() => button.current?.focus());
  }
  function save(backToButton: boolean): void {
    if (draft === null) return;
    const refusal = draft === value ? null : onCommit(draft);
    if (refusal) return setError(refusal);
    setDraft(null);
    setError(undefined);
    if (backToButton) requestAnimationFrame(() => button.current?.focus());
  }

  if (!isEditing) {
    return (
      <button
        ref={button}
        type="button"
        className={styles.shown}
        aria-label={`${label} : ${value || placeholder}`}
        onClick={() => setDraft(value)}
      >
        {children ?? (
          <span className={value ? '' : styles.placeholder} dir="auto">
            {value || placeholder}
          </span>
        )}
      </button>
    );
  }
  const common = {
    ref: field,
    'aria-label': label,
    'aria-invalid': error ? true : undefined,
    className: styles.input,
    dir: 'auto',
    value: draft,
    onChange: ({ target }: { target: { value: string } }) => setDraft(target.value),
    onBlur: () => save(false),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'Escape') (event.preventDefault(), event.stopPropagation(), leave());
      if (event.key === 'Enter' && (!isMultiline || event.ctrlKey || event.metaKey))
        (event.preventDefault(), save(true));
    },
  } as const;
  return (
    <span className={styles.editing}>
      {isMultiline ? <textarea {...common} /> : <input {...common} />}
      <FieldError error={error} />
    </span>
  );
}
