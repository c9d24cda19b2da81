import type { ReactNode } from 'react';
import { type StatusKind, statusShapes } from './StatusMark';
import styles from './Tag.module.css';

type Props = {
  /** The kinds of a status carry their shape; `accent` and `plain` have no meaning of their own. */
  kind?: 'plain' | 'accent' | StatusKind;
  /** Shows the shape of the status before the words. */
  hasMark?: boolean;
  children: ReactNode;
};

/** A word or a count set apart from the text. */
export function Tag({ kind = 'plain', hasMark = false, children }: Props) {
  const Shape = hasMark && kind !== 'plain' && kind !== 'accent' ? statusShapes[kind] : null;
  return (
    <span className={`${styles.tag} ${styles[kind]}`}>
      {Shape && <Shape />}
      <span dir="auto">{children}</span>
    </span>
  );
}
