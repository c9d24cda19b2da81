import type { ReactNode } from 'react';
import styles from './Kbd.module.css';

/** A key as it is engraved: `Ctrl K`. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className={styles.kbd}>{children}</kbd>;
}
