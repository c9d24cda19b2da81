import type { KeyboardEvent } from 'react';

type Keys = Readonly<{
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onKeyDownCapture: (event: KeyboardEvent<HTMLElement>) => void;
}>;

/**
 * Enter in a field that has no use of its own for it, or Ctrl+Enter (Cmd+Enter) anywhere in the form, submits; Escape leaves. Parts
 * of a date keep every key to themselves, so theirs are heard on the way down. Lists, menus and calendars opened from a field stand
 * outside the form and keep their keys.
 */
export function formKeys({ onSubmit, onLeave }: { onSubmit: () => void; onLeave: () => void }): Keys {
  function hear(event: KeyboardEvent<HTMLElement>): void {
    const action = isSubmit(event) ? onSubmit : event.key === 'Escape' ? onLeave : null;
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }
  return {
    onKeyDown: (event) => {
      if (isOwn(event) && !event.defaultPrevented) hear(event);
    },
    onKeyDownCapture: (event) => {
      if (isOwn(event) && isDatePart(event.target)) hear(event);
    },
  };
}

function isOwn({ target, currentTarget, nativeEvent }: KeyboardEvent<HTMLElement>): boolean {
  return target instanceof HTMLElement && currentTarget.contains(target) && !nativeEvent.isComposing;
}

function isSubmit({ key, ctrlKey, metaKey, target }: KeyboardEvent<HTMLElement>): boolean {
  if (key !== 'Enter' || !(target instanceof HTMLElement)) return false;
  return ctrlKey || metaKey || target.tagName === 'INPUT' || isDatePart(target);
}

function isDatePart(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.getAttribute('role') === 'spinbutton';
}
