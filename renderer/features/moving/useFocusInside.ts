import { type RefObject, useEffect, useRef } from 'react';

/** Gives the focus, once, to the button inside the element: the answer that Enter gives. */
export function useFocusInside(): RefObject<HTMLSpanElement | null> {
  const element = useRef<HTMLSpanElement>(null);
  useEffect(() => element.current?.querySelector('button')?.focus(), []);
  return element;
}
