import { useEffect, useRef } from 'react';

/** A key of this page, from anywhere on it, but not while somebody types or answers a question. */
export function usePageKey(key: string, onPress: () => void): void {
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  useEffect(() => {
    function onKeyDown(pressed: globalThis.KeyboardEvent): void {
      const { target } = pressed;
      const isTaken =
        target instanceof HTMLElement &&
        target.closest(
          'input, textarea, [contenteditable], [role="spinbutton"], [role="menu"], [role="listbox"], dialog, [role="dialog"]',
        );
      if (pressed.key !== key || pressed.ctrlKey || pressed.metaKey || pressed.altKey || isTaken) return;
      if (pressed.defaultPrevented) return;
      pressed.preventDefault();
      latest.current();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [key]);
}
