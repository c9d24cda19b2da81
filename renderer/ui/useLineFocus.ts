import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

type Options = {
  viewport: RefObject<HTMLElement | null>;
  lines: readonly { id: string }[];
  placeOf: ReadonlyMap<string, number>;
  /** The line that Tab reaches while none has had the focus. */
  first: number;
};

/** Which line of a table has the focus, or would have it: that one is always drawn, so that Tab finds it. */
export function useLineFocus({ viewport, lines, placeOf, first }: Options) {
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const lastPlace = useRef(-1);
  const place = focusedId === null ? undefined : placeOf.get(focusedId);

  // The line that has the focus may be taken away by a change: the one now in its place, or the last, has it then.
  useLayoutEffect(() => {
    const wasAt = lastPlace.current;
    lastPlace.current = place ?? -1;
    if (place !== undefined || wasAt < 0 || document.activeElement !== document.body) return;
    const heir = lines[Math.min(wasAt, lines.length - 1)];
    if (!heir) return;
    setFocusedId(heir.id);
    elementOf(viewport.current, heir.id)?.focus({ preventScroll: true });
  }, [viewport, lines, place]);

  return {
    tabStop: place ?? first,
    onFocus: setFocusedId,
    /** `reveal` brings a far line into sight. */
    moveTo(index: number, reveal: (index: number, line: HTMLElement) => void): void {
      const line = lines[index];
      if (!line) return;
      flushSync(() => setFocusedId(line.id));
      const element = elementOf(viewport.current, line.id);
      if (!element) return;
      element.focus({ preventScroll: true });
      reveal(index, element);
    },
  };
}

function elementOf(viewport: HTMLElement | null, id: string): HTMLElement | null | undefined {
  return viewport?.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`);
}
