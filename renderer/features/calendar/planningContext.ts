import type { CalendarPeriod } from '@shared/domain/calendarPeriod';
import type { Language } from '@shared/domain/settings';
import type { Day, TimeZone } from '@shared/domain/time';
import type { WorkCalendar } from '@shared/domain/workCalendar';
import { createContext, useContext } from 'react';
import type { PlanningView } from './calendarGrid';
import type { ItemIndex, WeekRow } from './dayBuckets';
import type { PlanningItem } from './planningItems';
import type { ItemWords } from './useItemWords';
import type { Wall } from './wallTime';

/** What the views are given to draw. */
export type PlanningModel = Readonly<{
  view: PlanningView;
  /** The day that is shown, and from which the arrows go on. */
  day: Day;
  today: Day;
  language: Language;
  zone: TimeZone;
  index: ItemIndex;
  /** Holidays, breaks and closed periods of the layers that are shown. */
  periods: readonly CalendarPeriod[];
  work: Pick<WorkCalendar, 'isWorkingDay'>;
  words: ItemWords;
  /** The block that is being moved with the keyboard: drawn where it would go. */
  movingKey: string | null;
}>;

/** What can be done with what is drawn. The planning changes nothing by itself. */
export type PlanningActions = Readonly<{
  onShow: (view: PlanningView, day: Day) => void;
  /** Its own page. */
  onOpen: (item: PlanningItem) => void;
  /** The short description and the actions of one block, beside it. */
  onDescribe: (item: PlanningItem, anchor: HTMLElement) => void;
  onMoveWithKeys: (item: PlanningItem) => void;
  /** To new walls of the item's own zone. */
  onMove: (item: PlanningItem, from: Wall, to: Wall) => void;
  /** From midnight to midnight: whole days. */
  onCreate: (from: Wall, to: Wall) => void;
}>;

export type PlanningContextValue = Readonly<{
  model: PlanningModel;
  actions: PlanningActions;
  /** Bars and tasks above the hours of a week or a day. */
  head: WeekRow;
  /** Opens the list of everything on a day. */
  listDay: (day: Day, anchor: HTMLElement) => void;
}>;

export const PlanningContext = createContext<PlanningContextValue | null>(null);

export function usePlanning(): PlanningContextValue {
  const value = useContext(PlanningContext);
  if (!value) throw new Error('PlanningContext is missing above this component');
  return value;
}
