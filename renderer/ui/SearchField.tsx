import { icons } from './icons';
import styles from './Field.module.css';

type Props = { label: string; value: string; onChange: (value: string) => void; placeholder?: string };

/** Narrows what is shown, at each key; Escape empties it. */
export function SearchField({ label, value, onChange, placeholder }: Props) {
  return (
    <div className={styles.search}>
      <icons.search />
      <input
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        autoComplete="off"
        dir="auto"
        value={value}
        maxLength={200}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '')
            (event.preventDefault(), event.stopPropagation(), onChange(''));
        }}
      />
    </div>
  );
}
