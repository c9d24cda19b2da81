import { type KeyboardEvent, useId, useState } from 'react';
import { fold } from '@shared/domain/text';
import { Field, type FieldProps } from './Field';
import { useDraft } from './TextField';
import styles from './ComboField.module.css';
import fieldStyles from './Field.module.css';

type Props = FieldProps & {
  value: string;
  /** Offered while typing; anything else may be typed. */
  suggestions: readonly string[];
  onCommit: (value: string) => void;
  placeholder?: string;
};
const mostShown = 8;

/** Free text with the values already used offered, accents aside. */
export function ComboField({
  label,
  help,
  error,
  isLabelHidden,
  value,
  suggestions,
  onCommit,
  placeholder,
}: Props) {
  const [draft, setDraft] = useDraft(value);
  const [isOpen, setIsOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const listId = useId();
  const wanted = fold(draft);
  const shown = isOpen
    ? suggestions.filter((one) => fold(one).includes(wanted) && one !== draft).slice(0, mostShown)
    : [];

  function commit(text: string): void {
    setIsOpen(false);
    setAt(-1);
    setDraft(text);
    if (text !== value) onCommit(text);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setIsOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((current) => (shown.length === 0 ? -1 : (current + step + shown.length) % shown.length));
    } else if (event.key === 'Enter') {
      commit(shown[at] ?? draft);
    } else if (event.key === 'Escape' && (isOpen || draft !== value)) {
      event.preventDefault();
      setIsOpen(false);
      setDraft(value);
    }
  }

  return (
    <Field label={label} help={help} error={error} isLabelHidden={isLabelHidden}>
      {(wiring) => (
        <div className={styles.combo}>
          <input
            {...wiring}
            role="combobox"
            aria-expanded={shown.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
            className={fieldStyles.input}
            dir="auto"
            autoComplete="off"
            placeholder={placeholder}
            value={draft}
            onChange={({ target }) => (setDraft(target.value), setIsOpen(true), setAt(-1))}
            onKeyDown={onKeyDown}
            onBlur={() => commit(draft)}
          />
          <ul
            id={listId}
            role="listbox"
            aria-label={label}
            hidden={shown.length === 0}
            className={`${fieldStyles.popover} ${styles.list}`}
          >
            {shown.map((one, index) => (
              <li
                key={one}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === at}
                className={fieldStyles.option}
                data-focused={index === at || undefined}
                onMouseDown={(event) => (event.preventDefault(), commit(one))}
              >
                {one}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Field>
  );
}
