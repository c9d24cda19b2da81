import { useRef } from 'react';
import { icons } from './icons';
import { Kbd } from './Kbd';
import styles from './Field.module.css';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** The key that brings here. */
  keys?: string;
  /** Names the cross that empties the field: without it, Escape alone does. */
  clearLabel?: string;
};

/** Narrows what is shown, at each key; Escape empties it. */
export function SearchField({ label, value, onChange, placeholder, keys, clearLabel }: Props) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.search}>
      <icons.search />
      <input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        autoComplete="off"
        dir="auto"
        value={value}
        maxLength={200}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.preventDefault();
          event.stopPropagation();
          onChange('');
        }}
      />
      {value === '' && keys && <Kbd>{keys}</Kbd>}
      {value !== '' && clearLabel && (
        <button type="button" aria-label={clearLabel} onClick={() => (onChange(''), field.current?.focus())}>
          <icons.close />
        </button>
      )}
    </div>
  );
}
