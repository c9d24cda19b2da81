import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** What an empty page is for, and the one next step. */
export function EmptyState({
  icon,
  title,
  action,
  isPage = false,
  children,
}: {
  icon: ReactNode;
  title: string;
  action?: ReactNode;
  /** It is the whole page: its title is the page's. */
  isPage?: boolean;
  children?: ReactNode;
}) {
  const Title = isPage ? 'h1' : 'h2';
  return (
    <div className={styles.empty}>
      <div className={styles.icon}>{icon}</div>
      <Title>{title}</Title>
      {children && <p>{children}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
