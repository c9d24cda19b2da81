import { type ReactNode, useEffect, useRef } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { typedField } from './firstField';
import styles from './Dialog.module.css';

type Props = {
  title: string;
  /** Escape, a click outside, or the caller's own button. */
  onClose: () => void;
  /** Buttons, the primary one last. */
  footer?: ReactNode;
  isWide?: boolean;
  /** `alertdialog`: what is asked cannot be undone; a click outside does not close it. */
  role?: 'dialog' | 'alertdialog';
  children: ReactNode;
};

/** A question that must be answered before going on. Mounted is open; focus goes in, stays in, and comes back. */
export function Dialog({ onClose, isWide = false, role = 'dialog', ...content }: Props) {
  return (
    <ModalOverlay
      className={styles.veil}
      isOpen
      isDismissable={role === 'dialog'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className={`${styles.dialog} ${isWide ? styles.wide : ''}`}>
        <AriaDialog role={role} className={styles.frame}>
          <Content {...content} first={role === 'dialog' ? firstOfQuestion : firstOfWarning} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Where the answer is given: a field, or the primary button; before what cannot be undone, the way out. */
const firstOfQuestion = `[data-first], ${typedField}, footer button:last-of-type`;
const firstOfWarning = '[data-first], footer button';

function Content({
  title,
  footer,
  first,
  children,
}: Pick<Props, 'title' | 'footer' | 'children'> & { first: string }) {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (content.current?.contains(document.activeElement)) return;
    content.current?.querySelector<HTMLElement>(first)?.focus();
  }, [first]);
  return (
    <div ref={content} className={styles.content}>
      <Heading slot="title" level={2} className={styles.title}>
        {title}
      </Heading>
      <div className={styles.body}>{children}</div>
      {footer && <footer>{footer}</footer>}
    </div>
  );
}
