import type { ReactNode } from 'react';
import styles from './Tabs.module.css';

export type TabItem = Readonly<{
  id: string;
  href: string;
  label: string;
  /** A few words or a mark after the label. */
  badge?: ReactNode;
  isCurrent: boolean;
}>;

/** Parts of one thing, each at its own address. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {items.map(({ id, href, label: words, badge, isCurrent }) => (
        <a key={id} href={href} aria-current={isCurrent ? 'page' : undefined}>
          {words}
          {badge && <span>{badge}</span>}
        </a>
      ))}
    </nav>
  );
}
