import type { ReactNode } from 'react';
import styles from './Tag.module.css';

export function Tag({
  kind = 'plain',
  children,
}: {
  kind?: 'plain' | 'accent' | 'alert' | 'warn' | 'ok' | 'info';
  children: ReactNode;
}) {
  return (
    <span className={`${styles.tag} ${styles[kind]}`} dir="auto">
      {children}
    </span>
  );
}
