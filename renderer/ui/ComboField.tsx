import { type KeyboardEvent, useRef } from 'react';
import { Field, type FieldProps } from './Field';
import { SuggestionList, useSuggestions } from './Suggestions';
import { useDraft } from './useDraft';
import styles from './Field.module.css';

type Props = FieldProps & {
  value: string;
  /** Offered while typing; anything else may be typed. */
  suggestions: readonly string[];
  /** On leaving the field, on Enter, or when a suggestion is taken. */
  onCommit: (value: string) => void;
  placeholder?: string;
  maxLength?: number;
};

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
  maxLength,
}: Props) {
  const field = useRef<HTMLInputElement>(null);
  const draft = useDraft(value);
  const offered = useSuggestions({ text: draft.text, suggestions, onPick: commit });

  function commit(text: string): void {
    offered.close();
    draft.type(text);
    draft.settle();
    if (text !== value || error) onCommit(text);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (offered.onKey(event) || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') commit(draft.text);
    else if (event.key === 'Escape' && draft.isChanged) {
      event.preventDefault();
      draft.drop();
    }
  }

  return (
    <Field label={label} help={help} error={error} isLabelHidden={isLabelHidden}>
      {(wiring) => (
        <>
          <input
            {...wiring}
            {...offered.wiring}
            ref={field}
            className={styles.input}
            placeholder={placeholder}
            maxLength={maxLength}
            value={draft.text}
            onChange={({ target }) => (draft.type(target.value), offered.open())}
            onKeyDown={onKeyDown}
            onBlur={() => commit(draft.text)}
          />
          <SuggestionList label={label} under={field} from={offered} />
        </>
      )}
    </Field>
  );
}
