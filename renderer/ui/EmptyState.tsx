import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** What an empty page is for, and the one next step. */
export function EmptyState({
  icon,
  title,
  action,
  children,
}: {
  icon: ReactNode;
  title: string;
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <div className={styles.icon}>{icon}</div>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
