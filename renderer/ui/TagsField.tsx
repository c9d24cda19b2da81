import { type KeyboardEvent, useRef, useState } from 'react';
import { Field, type FieldProps } from './Field';
import { icons } from './icons';
import { SuggestionList, useSuggestions } from './Suggestions';
import styles from './Field.module.css';

type Props = FieldProps & {
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** « Retirer {tag} ». */
  removeLabel: (tag: string) => string;
  suggestions?: readonly string[];
};

/** Words, each added by Enter or a comma and taken away by its cross or Backspace. */
export function TagsField({
  label,
  help,
  error,
  isLabelHidden,
  value,
  onChange,
  removeLabel,
  suggestions = [],
}: Props) {
  const [draft, setDraft] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const unused = suggestions.filter((tag) => !value.includes(tag));
  const offered = useSuggestions({ text: draft, suggestions: unused, onPick: add });

  function add(text: string): void {
    const tags = text.split(',').map((tag) => tag.trim().replace(/^#/, ''));
    const fresh = [...new Set(tags)].filter((tag) => tag !== '' && !value.includes(tag));
    offered.close();
    setDraft('');
    if (fresh.length > 0) onChange([...value, ...fresh]);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (offered.onKey(event) || event.nativeEvent.isComposing) return;
    if ((event.key === 'Enter' || event.key === ',') && draft.trim() !== '') {
      event.preventDefault();
      add(draft);
    } else if (event.key === 'Backspace' && draft === '' && value.length > 0) {
      onChange(value.slice(0, -1));
    } else if (event.key === 'Escape' && draft !== '') {
      event.preventDefault();
      setDraft('');
    }
  }
  function remove(tag: string): void {
    onChange(value.filter((one) => one !== tag));
    field.current?.focus();
  }

  return (
    <Field label={label} help={help} error={error} isLabelHidden={isLabelHidden}>
      {(wiring) => (
        <div ref={box} className={`${styles.input} ${styles.tags} ${error ? styles.refused : ''}`}>
          {value.map((tag) => (
            <span key={tag} className={styles.chip}>
              <span dir="auto">{tag}</span>
              <button type="button" aria-label={removeLabel(tag)} onClick={() => remove(tag)}>
                <icons.remove />
              </button>
            </span>
          ))}
          <input
            {...wiring}
            {...offered.wiring}
            ref={field}
            value={draft}
            onChange={({ target }) => (setDraft(target.value), offered.open())}
            onKeyDown={onKeyDown}
            onBlur={() => add(draft)}
          />
          <SuggestionList label={label} under={box} from={offered} />
        </div>
      )}
    </Field>
  );
}
