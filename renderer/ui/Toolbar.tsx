import type { ReactNode } from 'react';
import styles from './Toolbar.module.css';

type Props = {
  label: string;
  /** What stands at the right edge: the page's primary button. */
  end?: ReactNode;
  children?: ReactNode;
};

/** The row a page begins with: what is shown, how it is narrowed, what can be done. It wraps when the window is narrow. */
export function Toolbar({ label, end, children }: Props) {
  return (
    <div role="group" aria-label={label} className={styles.toolbar}>
      {children}
      {end && <div className={styles.end}>{end}</div>}
    </div>
  );
}
