import type { ReactNode } from 'react';
import styles from './KeyValue.module.css';

export type KeyValueItem = Readonly<{
  id: string;
  label: string;
  value: ReactNode;
  /** A figure: on the right, its digits under those of the others. */
  isFigure?: boolean;
}>;

/** Facts, one a line: what it is on the left, what it is worth beside. */
export function KeyValue({ items }: { items: readonly KeyValueItem[] }) {
  return (
    <dl className={styles.list}>
      {items.map(({ id, label, value, isFigure }) => (
        <div key={id} className={styles.line}>
          <dt>{label}</dt>
          <dd className={isFigure ? styles.figure : undefined} dir="auto">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
