import { type RefObject, useLayoutEffect, useState } from 'react';

const compact = 28;

/** The token `--row`, in pixels, as density and theme set it. */
export function useRowHeight(within: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(compact);
  useLayoutEffect(() => {
    const read = (): void => {
      if (within.current)
        setHeight(parseFloat(getComputedStyle(within.current).getPropertyValue('--row')) || compact);
    };
    read();
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-density', 'data-theme'],
    });
    return () => observer.disconnect();
  }, [within]);
  return height;
}
