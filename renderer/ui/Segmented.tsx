import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import styles from './Segmented.module.css';

type Props<T extends string> = {
  label: string;
  value: T;
  options: readonly { id: T; label: string; icon?: ReactNode }[];
  onChange: (value: T) => void;
};
const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** One choice of a few, all in sight: one stop of Tab, arrows, Home and End choose. */
export function Segmented<T extends string>({ label, value, options, onChange }: Props<T>) {
  const group = useRef<HTMLDivElement>(null);
  const chosenAt = options.findIndex(({ id }) => id === value);

  function choose(at: number): void {
    const option = options[at];
    if (!option) return;
    group.current?.querySelectorAll('button').item(at).focus();
    if (option.id !== value) onChange(option.id);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (step !== undefined) choose((chosenAt + step + options.length) % options.length);
    else if (event.key === 'Home') choose(0);
    else if (event.key === 'End') choose(options.length - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // The focus is on the options; the group hears their keys.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div ref={group} role="radiogroup" aria-label={label} className={styles.group} onKeyDown={onKeyDown}>
      {options.map(({ id, label: words, icon }, index) => (
        <button
          key={id}
          type="button"
          role="radio"
          aria-checked={id === value}
          tabIndex={index === Math.max(0, chosenAt) ? 0 : -1}
          className={styles.option}
          onClick={() => choose(index)}
        >
          {icon}
          {words}
        </button>
      ))}
    </div>
  );
}
