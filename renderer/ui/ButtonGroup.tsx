import type { ReactNode } from 'react';
import styles from './ButtonGroup.module.css';

/** Buttons that belong together, edge to edge: previous, today, next. */
export function ButtonGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className={styles.group}>
      {children}
    </div>
  );
}
