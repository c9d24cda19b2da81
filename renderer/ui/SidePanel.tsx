import { type KeyboardEvent, type ReactNode, type RefObject, useId, useLayoutEffect, useRef } from 'react';
import { typedField } from './firstField';
import { icons } from './icons';
import { IconButton } from './IconButton';
import { Splitter } from './Splitter';
import { useRemembered } from './useRemembered';
import styles from './SidePanel.module.css';

type Props = {
  title: ReactNode;
  closeLabel: string;
  onClose: () => void;
  /** Buttons of the panel's head, before close. */
  actions?: ReactNode;
  footer?: ReactNode;
  /** Names the edge that makes the panel wider: « Largeur du panneau ». Without it the panel keeps its width. */
  resizeLabel?: string;
  children: ReactNode;
};
const widths = { usual: 420, min: 300, max: 860 } as const;

/** Details beside the list they belong to; the list stays usable. Escape closes, focus goes in and comes back. */
export function SidePanel({ title, closeLabel, onClose, actions, footer, resizeLabel, children }: Props) {
  const panel = useRef<HTMLElement>(null);
  const titleId = useId();
  const [width, setWidth] = useRemembered<number>(resizeLabel && 'panel:width', widths.usual, isWidth);
  useFocusVisit(panel);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  }
  return (
    <>
      {resizeLabel && (
        <Splitter
          label={resizeLabel}
          value={width}
          min={widths.min}
          max={widths.max}
          onChange={setWidth}
          isReversed
        />
      )}
      {/* The panel listens for Escape on behalf of every field inside it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <aside
        ref={panel}
        className={`${styles.panel} ${resizeLabel ? styles.resizable : ''}`}
        style={resizeLabel ? { width } : undefined}
        aria-labelledby={titleId}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <header>
          <h2 id={titleId}>{title}</h2>
          {actions}
          <IconButton label={closeLabel} icon={<icons.close />} onPress={onClose} />
        </header>
        <div className={styles.body}>{children}</div>
        {footer && <footer>{footer}</footer>}
      </aside>
    </>
  );
}

/** The focus goes into the panel, and back where it was unless somebody took it elsewhere meanwhile. */
function useFocusVisit(panel: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    const here = panel.current;
    const first = here?.querySelector<HTMLElement>(`[autofocus], [data-first], ${typedField}`);
    (first ?? here)?.focus();
    return () => {
      const isHere = here?.contains(document.activeElement) || document.activeElement === document.body;
      if (isHere && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [panel]);
}

function isWidth(value: unknown): value is number {
  return typeof value === 'number' && value >= widths.min && value <= widths.max;
}
