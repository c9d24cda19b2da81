import type { ReactNode } from 'react';
import styles from './RowDetail.module.css';

type Props = {
  /** How the region is named to a screen reader. */
  label: string;
  title: ReactNode;
  /** Each on its own line. */
  sentences: readonly string[];
};

/** Below a table: all that there is to say of the row that is open. */
export function RowDetail({ label, title, sentences }: Props) {
  return (
    <div className={styles.detail} role="region" aria-label={label}>
      <b dir="auto">{title}</b>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence} dir="auto">
            {sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}
