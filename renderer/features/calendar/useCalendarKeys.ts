import type { Day } from '@shared/domain/time';
import { type KeyboardEvent, useRef } from 'react';
import { type PlanningView, planningViews, stepped } from './calendarGrid';

type Shown = { view: PlanningView; day: Day; today: Day; onShow: (view: PlanningView, day: Day) => void };

/** A letter that follows `g` within this time is the shell's: « g t » goes to Today. */
const sequenceMilliseconds = 1_200;

const viewKeys: Readonly<Record<string, PlanningView>> = {
  y: 'year',
  m: 'month',
  w: 'week',
  d: 'day',
  a: 'agenda',
};

/** `t` today, 1 to 5 or y m w d a the view, page up and page down the period before and after; never while somebody types. */
export function useCalendarKeys({
  view,
  day,
  today,
  onShow,
}: Shown): (event: KeyboardEvent<HTMLElement>) => void {
  const goSince = useRef(0);
  return (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (isField(event.target)) return;
    const isAfterGo = event.timeStamp - goSince.current < sequenceMilliseconds && goSince.current > 0;
    goSince.current = event.key === 'g' ? event.timeStamp : 0;
    if (isAfterGo) return;
    const nextView = viewKeys[event.key] ?? planningViews[Number(event.key) - 1];
    if (event.key === 't') onShow(view, today);
    else if (event.key === 'PageUp') onShow(view, stepped(view, day, -1));
    else if (event.key === 'PageDown') onShow(view, stepped(view, day, 1));
    else if (nextView) onShow(nextView, day);
    else return;
    event.preventDefault();
  };
}

function isField(target: EventTarget): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [role="dialog"], dialog, [role="menu"], [role="listbox"]') !==
      null
  );
}
