import styles from './Tabs.module.css';

type Item = Readonly<{ id: string; href: string; label: string; badge?: string; isCurrent: boolean }>;

/** Parts of one thing, each at its own address. */
export function Tabs({ label, items }: { label: string; items: readonly Item[] }) {
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
