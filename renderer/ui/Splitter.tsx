import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import styles from './Splitter.module.css';

type Props = {
  label: string;
  /** Pixels of the part that is sized. */
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
  /** The sized part is after the splitter: dragging to the left makes it wider. */
  isReversed?: boolean;
};
const keyStep = 16;

/** The edge between two parts: dragged, or moved with the arrows, Home and End. */
export function Splitter({ label, value, min, max, onChange, isReversed = false }: Props) {
  const start = useRef<{ x: number; value: number } | null>(null);
  const sign = isReversed ? -1 : 1;
  const set = (next: number): void => onChange(Math.round(Math.max(min, Math.min(max, next))));

  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, value };
  }
  function onPointerMove(event: PointerEvent): void {
    if (start.current) set(start.current.value + sign * (event.clientX - start.current.x));
  }
  function onKeyDown(event: KeyboardEvent): void {
    const moves: Record<string, number> = {
      ArrowRight: value + sign * keyStep,
      ArrowLeft: value - sign * keyStep,
      Home: min,
      End: max,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  }

  return (
    // A separator with a value is a widget (ARIA 1.2): it takes the focus and the keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(value)}
      aria-valuemin={min}
      aria-valuemax={max}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={styles.splitter}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (start.current = null)}
      onPointerCancel={() => (start.current = null)}
      onKeyDown={onKeyDown}
    />
  );
}
