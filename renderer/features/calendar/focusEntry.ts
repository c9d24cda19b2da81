/** How long a change may take to be drawn, in milliseconds. */
const patience = 1_500;

/** Gives the focus back to a block once it is drawn again, unless somebody has gone elsewhere meanwhile. */
export function focusEntry(root: HTMLElement | null, key: string): void {
  if (!root) return;
  const selector = `[data-entry="${CSS.escape(key)}"]`;
  const until = Date.now() + patience;
  function attempt(): void {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (!isFree) return;
    const entry = root?.querySelector<HTMLElement>(selector);
    const button = entry?.closest<HTMLElement>('button, [role="button"]');
    if (button) button.focus();
    else if (Date.now() < until) requestAnimationFrame(attempt);
  }
  requestAnimationFrame(attempt);
}
