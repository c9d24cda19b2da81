import type { ReactNode } from 'react';
import { icons } from './icons';
import styles from './StatusMark.module.css';

export type StatusKind = 'alert' | 'warn' | 'ok' | 'info';

/** What each kind looks like without its colour: diamond, triangle, ring with tick, clock. */
export const statusShapes = {
  alert: icons.alert,
  warn: icons.warn,
  ok: icons.ok,
  info: icons.today,
} as const;

/** A shape and words: never the colour alone. */
export function StatusMark({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  const Shape = statusShapes[kind];
  return (
    <span className={`${styles.mark} ${styles[kind]}`}>
      <Shape />
      {children}
    </span>
  );
}
