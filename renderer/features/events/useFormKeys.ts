import { type KeyboardEvent, useEffect, useRef } from 'react';

type Actions = Readonly<{
  onSubmit: () => void;
  /** Without it, Escape is left to what stands around the form. */
  onLeave?: (() => void) | undefined;
  /** Does Enter in a line of text submit too? Not where such a line has its own use for it. */
  isSubmittedFromText: boolean;
}>;
type Keys = Readonly<{
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onKeyDownCapture: (event: KeyboardEvent<HTMLElement>) => void;
}>;

/**
 * Enter submits from a date, a time or (when asked) a line of text, Ctrl+Enter (Cmd+Enter) from anywhere in the form; Escape
 * leaves. Parts of a date keep every key to themselves, so theirs are heard on the way down, and acted on once the field has
 * given what stood in it. Lists and calendars opened from a field stand outside the form and keep their keys.
 */
export function useFormKeys(actions: Actions): Keys {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });

  function submit(): void {
    setTimeout(() => latest.current.onSubmit(), 0);
  }
  function leave(event: KeyboardEvent<HTMLElement>): void {
    if (event.key !== 'Escape' || !actions.onLeave) return;
    event.preventDefault();
    event.stopPropagation();
    actions.onLeave();
  }
  return {
    onKeyDown: (event) => {
      if (!isOwn(event) || event.defaultPrevented) return;
      if (event.key === 'Enter' && isSubmit(event, actions.isSubmittedFromText)) {
        event.preventDefault();
        submit();
      }
      leave(event);
    },
    onKeyDownCapture: (event) => {
      if (!isOwn(event) || !isDatePart(event.target)) return;
      if (event.key === 'Enter') submit();
      leave(event);
    },
  };
}

function isOwn({ target, currentTarget, nativeEvent }: KeyboardEvent<HTMLElement>): boolean {
  return target instanceof HTMLElement && currentTarget.contains(target) && !nativeEvent.isComposing;
}

function isSubmit({ ctrlKey, metaKey, target }: KeyboardEvent<HTMLElement>, isFromText: boolean): boolean {
  if (isDatePart(target)) return false;
  return ctrlKey || metaKey || (isFromText && target instanceof HTMLElement && target.tagName === 'INPUT');
}

function isDatePart(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.getAttribute('role') === 'spinbutton';
}
