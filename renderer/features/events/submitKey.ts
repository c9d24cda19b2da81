import type { KeyboardEvent } from 'react';

/**
 * Enter in a field that has no use of its own for it, or Ctrl+Enter (Cmd+Enter) anywhere in the form. Lists, menus and calendars
 * opened from a field stand outside the form and keep their Enter.
 */
export function isSubmitKey(event: KeyboardEvent<HTMLElement>): boolean {
  if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return false;
  const { target } = event;
  if (!(target instanceof HTMLElement) || !event.currentTarget.contains(target)) return false;
  if (event.ctrlKey || event.metaKey) return true;
  return target.tagName === 'INPUT' || target.role === 'spinbutton';
}
