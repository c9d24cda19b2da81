import type { Day } from '@shared/domain/time';
import { type RefObject, useCallback, useEffect, useRef } from 'react';

/**
 * One day of a grid holds the focus, and the arrows carry it along: `go` shows another day and, once it is drawn, stands on it. What takes it
 * has `data-focus`.
 */
export function useDayFocus(
  day: Day,
  show: (day: Day) => void,
): { grid: RefObject<HTMLDivElement | null>; go: (day: Day) => void } {
  const grid = useRef<HTMLDivElement>(null);
  const wanted = useRef<Day | null>(null);
  const go = useCallback(
    (next: Day) => {
      wanted.current = next;
      show(next);
    },
    [show],
  );
  useEffect(() => {
    if (wanted.current !== day) return;
    wanted.current = null;
    grid.current?.querySelector<HTMLElement>(`[data-focus="${day}"]`)?.focus();
  });
  return { grid, go };
}
