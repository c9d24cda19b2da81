import type { ReactNode } from 'react';
import { icons } from './icons';
import type { StatusKind } from './StatusMark';
import styles from './Notice.module.css';

const shapes = { alert: icons.alert, warn: icons.warn, ok: icons.ok, info: icons.info } as const;

type Props = { kind: StatusKind; title?: string; action?: ReactNode; children: ReactNode };

/** Said in the page itself: what happened, whether anything was lost, what to do. An alert is announced at once. */
export function Notice({ kind, title, action, children }: Props) {
  const Shape = shapes[kind];
  return (
    <div className={`${styles.notice} ${styles[kind]}`} role={kind === 'alert' ? 'alert' : 'status'}>
      <Shape />
      <div>
        {title && <b>{title}</b>}
        <div>{children}</div>
      </div>
      {action}
    </div>
  );
}
