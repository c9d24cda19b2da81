import type { Day } from '@shared/domain/time';
import { type RefObject, useEffect } from 'react';
import type { PlanningView } from '../calendarGrid';

/**
 * When another period or view takes the place of what held the focus, the calendar keeps it: on the shown day of a grid, else on itself. Without
 * this the keys would stop after the first one.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>, view: PlanningView, day: Day): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let isInside = element.contains(document.activeElement);
    const enter = (): void => void (isInside = true);
    // A focus that goes nowhere was taken away with its element; one that goes elsewhere was moved by somebody.
    const leave = ({ relatedTarget }: FocusEvent): void => {
      if (relatedTarget !== null && !element.contains(relatedTarget as Node)) isInside = false;
    };
    element.addEventListener('focusin', enter);
    element.addEventListener('focusout', leave);
    return () => {
      element.removeEventListener('focusin', enter);
      element.removeEventListener('focusout', leave);
      lost.set(element, isInside);
    };
  }, [root, view, day]);
  useEffect(() => {
    const element = root.current;
    if (!element || lost.get(element) !== true || document.activeElement !== document.body) return;
    (element.querySelector<HTMLElement>(`[data-focus="${day}"]`) ?? element).focus();
  }, [root, view, day]);
}

/** Whether the focus was inside when what held it was about to be drawn anew. */
const lost = new WeakMap<HTMLElement, boolean>();
