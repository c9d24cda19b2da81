import { type RefObject, useLayoutEffect, useState } from 'react';

/** The width of an element in whole pixels, kept level as it changes; 0 until it is drawn. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const read = (): void => setWidth(Math.round(current.clientWidth));
    read();
    let frame = 0;
    // In the next frame: what is drawn anew inside the observer would be observed in the same turn.
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(read);
    });
    observer.observe(current);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, [element]);
  return width;
}
