import { type RefObject, useEffect, useState } from 'react';

export const zooms = ['fit', '100', '150'] as const;
export type Zoom = (typeof zooms)[number];

/** Table left free beside the pages, in CSS pixels. */
const margins = 48;
const largestFit = 1.25;

/**
 * By how much the pages are drawn larger or smaller, and their own size. They are scaled, never laid out again: a line breaks where it
 * breaks on paper.
 */
export function useScale(
  scroller: RefObject<HTMLElement | null>,
  sheets: RefObject<HTMLElement | null>,
  zoom: Zoom,
): { scale: number; width: number; height: number } {
  const [room, setRoom] = useState(0);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const [outer, inner] = [scroller.current, sheets.current];
    if (!outer || !inner) return;
    const observer = new ResizeObserver(() => {
      setRoom(outer.clientWidth);
      setSize({ width: inner.offsetWidth, height: inner.offsetHeight });
    });
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, [scroller, sheets]);
  const fitting = size.width === 0 ? 1 : Math.min(largestFit, Math.max(0.3, (room - margins) / size.width));
  return { scale: zoom === 'fit' ? fitting : Number(zoom) / 100, ...size };
}
