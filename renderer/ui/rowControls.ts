const focusable = 'a[href], button, input, select, textarea';
const heldBack = 'data-held-back';

/** The controls of a row, in order. */
export function controlsIn(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(focusable)].filter(
    (control) => !(control as HTMLButtonElement).disabled,
  );
}

/** Lets Tab reach a control, or leaves it to the arrows. A control that Tab never reached stays so. */
export function letTabReach(control: HTMLElement, isReachable: boolean): void {
  if (isReachable && control.hasAttribute(heldBack)) {
    control.tabIndex = 0;
    control.removeAttribute(heldBack);
  } else if (!isReachable && control.tabIndex >= 0) {
    control.tabIndex = -1;
    control.setAttribute(heldBack, '');
  }
}

/** Where letters and arrows are text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])'))
  );
}
