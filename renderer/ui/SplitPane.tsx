import type { ReactNode } from 'react';
import { Splitter } from './Splitter';
import { useRemembered } from './useRemembered';
import styles from './SplitPane.module.css';

type Props = {
  /** Names the edge: « Largeur de la liste ». */
  label: string;
  start: ReactNode;
  end: ReactNode;
  /** Pixels of the sized part: at first, at least, at most. */
  size?: number;
  min?: number;
  max?: number;
  /** Which part keeps its width when the window changes. */
  sized?: 'start' | 'end';
  /** Keeps the width from one visit to the next. */
  rememberAs?: string;
};

/** Two parts side by side with an edge that moves. */
export function SplitPane({
  label,
  start,
  end,
  size = 320,
  min = 200,
  max = 720,
  sized = 'start',
  rememberAs,
}: Props) {
  const [width, setWidth] = useRemembered(rememberAs && `split:${rememberAs}`, size, isWidth);
  const columns = sized === 'start' ? `${width}px auto minmax(0, 1fr)` : `minmax(0, 1fr) auto ${width}px`;
  return (
    <div className={styles.pane} style={{ gridTemplateColumns: columns }}>
      <div className={styles.part}>{start}</div>
      <Splitter
        label={label}
        value={width}
        min={min}
        max={max}
        onChange={setWidth}
        isReversed={sized === 'end'}
      />
      <div className={styles.part}>{end}</div>
    </div>
  );
}

function isWidth(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}
