import { type ReactNode, useEffect, useRef } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
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
export function Dialog({ title, onClose, footer, isWide = false, role = 'dialog', children }: Props) {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Where the answer is given, not the first button that happens to come: a field, or the primary button.
    const inside = content.current;
    if (inside?.contains(document.activeElement) && document.activeElement !== inside.parentElement) return;
    inside?.querySelector<HTMLElement>('[data-first], input, textarea, footer button:last-of-type')?.focus();
  }, []);
  return (
    <ModalOverlay
      className={styles.veil}
      isOpen
      isDismissable={role === 'dialog'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className={`${styles.dialog} ${isWide ? styles.wide : ''}`}>
        <AriaDialog role={role} className={styles.frame}>
          <div ref={content} className={styles.content}>
            <Heading slot="title" level={2} className={styles.title}>
              {title}
            </Heading>
            <div className={styles.body}>{children}</div>
            {footer && <footer>{footer}</footer>}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
