import { type Day, daysBetween } from '@shared/domain/time';
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import type { ItemIndex } from '../dayBuckets';
import type { PlanningActions } from '../planningContext';
import type { PlanningItem } from '../planningItems';
import { dayMinutes, wallAt } from '../wallTime';
import styles from './useDayDrag.module.css';

type Drag = {
  x: number;
  y: number;
  from: Day;
  over: Day;
  item: PlanningItem | null;
  source: HTMLElement | null;
  ghost: HTMLElement | null;
  isMoving: boolean;
};

/** A mouse that trembles does not drag. */
const tremblePixels = 4;

/**
 * Dragging over days, in the month and in the heads of a week: a block goes as many days as the mouse does; from an empty place, days are
 * chosen for a new event. Days are the elements with `data-day`, blocks those with `data-movable`. Escape lets go.
 */
export function useDayDrag(
  root: RefObject<HTMLElement | null>,
  index: ItemIndex,
  actions: Pick<PlanningActions, 'onMove' | 'onCreate'>,
): { hasMoved: () => boolean } {
  const drag = useRef<Drag | null>(null);
  const moved = useRef(false);
  const given = useRef({ index, actions });
  useEffect(() => {
    given.current = { index, actions };
  });

  useEffect(() => {
    const element = root.current;
    if (!element) return;

    function onPointerDown(event: PointerEvent): void {
      moved.current = false;
      if (event.button !== 0 || event.pointerType === 'touch' || !(event.target instanceof Element)) return;
      if (!element?.contains(event.target)) return;
      const from = dayAt(element, event);
      const source = event.target.closest<HTMLElement>('[data-entry]');
      // Blocks in the grid of hours are dragged by the library.
      if (from === null || event.target.closest('.rbc-event')) return;
      const item =
        source?.dataset.entry === undefined ? null : given.current.index.byKey(source.dataset.entry);
      if (source ? !item?.isMovable : event.target.closest('button')) return;
      drag.current = {
        x: event.clientX,
        y: event.clientY,
        from,
        over: from,
        item: item ?? null,
        source,
        ghost: null,
        isMoving: false,
      };
    }

    function onPointerMove(event: PointerEvent): void {
      const current = drag.current;
      if (!current || !element) return;
      if (!current.isMoving) {
        if (Math.hypot(event.clientX - current.x, event.clientY - current.y) < tremblePixels) return;
        begin(current);
        moved.current = true;
      }
      event.preventDefault();
      if (current.ghost) current.ghost.style.translate = `${event.clientX + 8}px ${event.clientY + 8}px`;
      const over = dayAt(element, event);
      if (over !== null) current.over = over;
      mark(element, current);
    }

    function onPointerUp(): void {
      const current = drag.current;
      end();
      if (!current?.isMoving) return;
      const { item, from, over } = current;
      const days = daysBetween(from, over);
      if (item) {
        if (days !== 0)
          given.current.actions.onMove(item, item.from + days * dayMinutes, item.to + days * dayMinutes);
        return;
      }
      const [first, last] = from <= over ? [from, over] : [over, from];
      given.current.actions.onCreate(wallAt(first), wallAt(last) + dayMinutes);
    }

    function onDoubleClick(event: MouseEvent): void {
      if (!element || !(event.target instanceof Element) || event.target.closest('button, .rbc-event'))
        return;
      const day = event.target.closest<HTMLElement>('[role="gridcell"][data-day]:not([data-opens])')?.dataset
        .day;
      if (day !== undefined) given.current.actions.onCreate(wallAt(day), wallAt(day) + dayMinutes);
    }

    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || !drag.current?.isMoving) return;
      event.preventDefault();
      event.stopPropagation();
      end();
    }

    function end(): void {
      const current = drag.current;
      drag.current = null;
      current?.ghost?.remove();
      current?.source?.removeAttribute('data-dragging');
      if (element) unmark(element);
    }

    element.addEventListener('pointerdown', onPointerDown);
    element.addEventListener('dblclick', onDoubleClick);
    window.addEventListener('pointermove', onPointerMove);
    window.addEventListener('pointerup', onPointerUp);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', onKeyDown, true);
    return () => {
      end();
      element.removeEventListener('pointerdown', onPointerDown);
      element.removeEventListener('dblclick', onDoubleClick);
      window.removeEventListener('pointermove', onPointerMove);
      window.removeEventListener('pointerup', onPointerUp);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', onKeyDown, true);
    };
  }, [root]);

  const hasMoved = useCallback(() => moved.current, []);
  return useMemo(() => ({ hasMoved }), [hasMoved]);
}

function begin(drag: Drag): void {
  drag.isMoving = true;
  window.getSelection()?.removeAllRanges();
  if (!drag.source) return;
  const { width } = drag.source.getBoundingClientRect();
  const ghost = drag.source.cloneNode(true) as HTMLElement;
  ghost.classList.add(styles.ghost ?? '');
  ghost.setAttribute('aria-hidden', 'true');
  ghost.removeAttribute('data-entry');
  ghost.style.width = `${Math.min(width, 220)}px`;
  drag.source.parentElement?.append(ghost);
  drag.source.setAttribute('data-dragging', '');
  drag.ghost = ghost;
}

/** The day of the grid under the pointer; a year is not dragged over. */
function dayAt(root: HTMLElement, { clientX, clientY }: PointerEvent): Day | null {
  for (const element of document.elementsFromPoint(clientX, clientY)) {
    if (!root.contains(element)) continue;
    const day = element.closest<HTMLElement>('[data-day], [data-column]');
    if (!day) continue;
    if (day.dataset.opens !== undefined || day.tagName === 'SECTION') return null;
    return day.dataset.day ?? day.dataset.column ?? null;
  }
  return null;
}

function mark(root: HTMLElement, { item, from, over }: Drag): void {
  const [first, last] = item ? [over, over] : from <= over ? [from, over] : [over, from];
  for (const cell of root.querySelectorAll<HTMLElement>('[data-day]')) {
    const day = cell.dataset.day ?? '';
    cell.toggleAttribute('data-drop', first <= day && day <= last);
  }
}

function unmark(root: HTMLElement): void {
  for (const cell of root.querySelectorAll('[data-drop]')) cell.removeAttribute('data-drop');
}
