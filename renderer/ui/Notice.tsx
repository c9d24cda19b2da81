import type { ReactNode } from 'react';
import { statusShapes, type StatusKind } from './StatusMark';
import styles from './Notice.module.css';

type Props = {
  kind: StatusKind;
  title?: string;
  /** A button or two: what to do about it. */
  action?: ReactNode;
  children: ReactNode;
};

/** Said in the page itself: what happened, whether anything was lost, what to do. An alert is announced at once. */
export function Notice({ kind, title, action, children }: Props) {
  const Shape = statusShapes[kind];
  return (
    <div className={`${styles.notice} ${styles[kind]}`} role={kind === 'alert' ? 'alert' : 'status'}>
      <Shape />
      <div>
        {title && <b>{title}</b>}
        <div>{children}</div>
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
