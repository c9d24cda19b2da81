import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { icons } from './icons';
import { IconButton } from './IconButton';
import styles from './SidePanel.module.css';

type Props = {
  title: ReactNode;
  closeLabel: string;
  onClose: () => void;
  /** Buttons of the panel's head, before close. */
  actions?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
};

/** Details beside the list they belong to; the list stays usable. Escape closes, focus goes in and comes back. */
export function SidePanel({ title, closeLabel, onClose, actions, footer, children }: Props) {
  const panel = useRef<HTMLElement>(null);
  const titleId = useId();
  useEffect(() => {
    const before = document.activeElement;
    const first = panel.current?.querySelector<HTMLElement>('[autofocus], input, textarea, [data-first]');
    (first ?? panel.current)?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  }
  return (
    // The panel listens for Escape on behalf of every field inside it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside ref={panel} className={styles.panel} aria-labelledby={titleId} tabIndex={-1} onKeyDown={onKeyDown}>
      <header>
        <h2 id={titleId}>{title}</h2>
        {actions}
        <IconButton label={closeLabel} icon={<icons.close />} onPress={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
      {footer && <footer>{footer}</footer>}
    </aside>
  );
}
