import { type KeyboardEvent, useState } from 'react';
import { Field, type FieldProps } from './Field';
import { icons } from './icons';
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
  function add(): void {
    const tag = draft.trim().replace(/^#/, '');
    setDraft('');
    if (tag !== '' && !value.includes(tag)) onChange([...value, tag]);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if ((event.key === 'Enter' || event.key === ',') && draft.trim() !== '') {
      event.preventDefault();
      add();
    } else if (event.key === 'Backspace' && draft === '' && value.length > 0) {
      onChange(value.slice(0, -1));
    }
  }
  return (
    <Field label={label} help={help} error={error} isLabelHidden={isLabelHidden}>
      {(wiring) => (
        <div className={`${styles.input} ${styles.tags}`}>
          {value.map((tag) => (
            <span key={tag} className={styles.chip} dir="auto">
              {tag}
              <button
                type="button"
                aria-label={removeLabel(tag)}
                onClick={() => onChange(value.filter((one) => one !== tag))}
              >
                <icons.remove />
              </button>
            </span>
          ))}
          <input
            {...wiring}
            dir="auto"
            autoComplete="off"
            list={`${wiring.id}-known`}
            value={draft}
            onChange={({ target }) => setDraft(target.value)}
            onKeyDown={onKeyDown}
            onBlur={add}
          />
          <datalist id={`${wiring.id}-known`}>
            {suggestions
              .filter((tag) => !value.includes(tag))
              .map((tag) => (
                <option key={tag} value={tag} />
              ))}
          </datalist>
        </div>
      )}
    </Field>
  );
}
