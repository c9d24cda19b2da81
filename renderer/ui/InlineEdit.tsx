import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { FieldError } from './Field';
import styles from './InlineEdit.module.css';

type Props = {
  label: string;
  value: string;
  /** A sentence refuses the value, and a failure refuses it too: the field stays open with what was typed. */
  onCommit: (value: string) => string | null | void | Promise<string | null | void>;
  placeholder?: string;
  isMultiline?: boolean;
  maxLength?: number;
  /** How the value looks when nobody edits it. */
  children?: ReactNode;
};

/** A value edited where it stands: click or Enter opens, Enter saves (Ctrl+Enter in prose), Escape leaves, going elsewhere saves. */
export function InlineEdit({
  label,
  value,
  onCommit,
  placeholder = '—',
  isMultiline = false,
  maxLength,
  children,
}: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const shown = useRef<HTMLButtonElement>(null);
  const goesBack = useRef(false);
  const isSaving = useRef(false);
  const id = useId();
  const isEditing = draft !== null;
  useEffect(() => {
    if (isEditing) field.current?.select();
    else if (goesBack.current) shown.current?.focus();
    goesBack.current = false;
  }, [isEditing]);

  function close(): void {
    setDraft(null);
    setError(undefined);
  }
  async function save(text: string, isFromKey: boolean): Promise<void> {
    if (isSaving.current) return;
    isSaving.current = true;
    try {
      const refusal = text === value ? null : await onCommit(text);
      if (refusal) return setError(refusal);
      goesBack.current = isFromKey;
      close();
    } finally {
      isSaving.current = false;
    }
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (draft === null || event.nativeEvent.isComposing) return;
    const isPlainEnter = event.key === 'Enter' && !isMultiline;
    if (isPlainEnter || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) void save(draft, true);
    else if (event.key === 'Escape') {
      goesBack.current = true;
      close();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  if (!isEditing) {
    return (
      <button ref={shown} type="button" className={styles.shown} onClick={() => setDraft(value)}>
        <span className="visuallyHidden">{label}</span>
        {children ?? (
          <span className={value ? undefined : styles.placeholder} dir="auto">
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
    'aria-describedby': error ? id : undefined,
    className: styles.input,
    dir: 'auto',
    autoComplete: 'off',
    maxLength,
    value: draft,
    onChange: ({ target }: { target: { value: string } }) => setDraft(target.value),
    onBlur: () => void save(draft, false),
    onKeyDown,
  } as const;
  return (
    <span className={styles.editing}>
      {isMultiline ? <textarea {...common} /> : <input {...common} />}
      <FieldError id={id} error={error} />
    </span>
  );
}
