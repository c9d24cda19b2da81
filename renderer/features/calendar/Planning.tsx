import type { CalendarPeriod } from '@shared/domain/calendarPeriod';
import type { Day, TimeZone } from '@shared/domain/time';
import type { WorkCalendar } from '@shared/domain/workCalendar';
import {
  type ComponentType,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Calendar, type CalendarProps, type SlotInfo, type View } from 'react-big-calendar';
import dragAndDropModule, { type EventInteractionArgs } from 'react-big-calendar/lib/addons/dragAndDrop';
import { readClock } from '@renderer/data/clock';
import { useLanguage } from '@renderer/i18n/i18n';
import { type PlanningView, stepped, titleOf } from './calendarGrid';
import { indexItems } from './dayBuckets';
import { type PlanningActions, PlanningContext, type PlanningModel } from './planningContext';
import type { PlanningItem } from './planningItems';
import { planningFormats, planningLocalizer } from './planningLocalizer';
import { useItemWords } from './useItemWords';
import { AgendaView } from './views/AgendaView';
import { DayPopover } from './views/DayPopover';
import { MonthView } from './views/MonthView';
import {
  blockClass,
  itemOf,
  placedBlocks,
  timeComponents,
  type TimedBlock,
  useHeadRow,
  useReachableHours,
  useTimedBlocks,
} from './views/timeGrid';
import { useDayDrag } from './views/useDayDrag';
import { useKeptFocus } from './views/useKeptFocus';
import { YearView } from './views/YearView';
import { dateOfWall, dayMinutes, dayOfWall, type Wall, wallAt, wallOf, wallOfDate } from './wallTime';
import gridStyles from './views/timeGrid.module.css';
import styles from './Planning.module.css';

export type PlanningProps = Readonly<
  {
    view: PlanningView;
    day: Day;
    today: Day;
    /** The zone of those who look: the line of the current time stands in it, and times of other zones name their place. */
    zone: TimeZone;
    /** May hold more than what is visible: only what is visible is drawn. */
    items: readonly PlanningItem[];
    periods: readonly CalendarPeriod[];
    work: Pick<WorkCalendar, 'isWorkingDay'>;
    movingKey?: string | null;
  } & PlanningActions
>;

/**
 * The calendar itself: it shows what it is given and says what somebody wants; it reads and writes nothing. react-big-calendar holds the frame, the week
 * and the day with their dragging; month, year and list are views of our own in that frame.
 */
export function Planning(props: PlanningProps) {
  const { view, day, today, zone, items, periods, work, movingKey = null } = props;
  const language = useLanguage();
  const words = useItemWords(zone);
  const index = useMemo(() => indexItems(items), [items]);
  const model = useMemo(
    (): PlanningModel => ({ view, day, today, language, zone, index, periods, work, words, movingKey }),
    [view, day, today, language, zone, index, periods, work, words, movingKey],
  );
  const [list, setList] = useState<{ day: Day; anchor: HTMLElement } | null>(null);
  const listDay = useCallback((on: Day, anchor: HTMLElement) => setList({ day: on, anchor }), []);
  const head = useHeadRow(model);
  const value = useMemo(() => ({ model, actions: props, head, listDay }), [model, props, head, listDay]);
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root, view, day);
  useReachableHours(root, view);
  const pressed = useDayDrag(root, index, props);
  const heard = useHeard(props, index.byKey, listDay, pressed);

  return (
    <PlanningContext value={value}>
      {/* Every block below is a button of its own: what is heard here is heard for all of them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={root} tabIndex={-1} className={`${styles.planning} ${gridStyles.grid}`} {...heard}>
        <Frame model={model} actions={props} />
        {list && <DayPopover day={list.day} anchor={list.anchor} onClose={() => setList(null)} />}
      </div>
    </PlanningContext>
  );
}

/** Under some bundlers the addon, which is CommonJS, arrives inside its own `default`. */
const withDragAndDrop = (
  'default' in dragAndDropModule ? dragAndDropModule.default : dragAndDropModule
) as typeof dragAndDropModule;
const DragCalendar = withDragAndDrop<TimedBlock>(Calendar as ComponentType<CalendarProps<TimedBlock>>);

/** Our views, as the library asks for them. */
function asView(name: PlanningView, component: ComponentType): ComponentType {
  return Object.assign(component, {
    title: (date: Date) => titleOf(name, dayOfWall(wallOfDate(date)), 'fr'),
    navigate: (date: Date, action: string) => {
      const steps = action === 'PREV' ? -1 : action === 'NEXT' ? 1 : 0;
      return dateOfWall(wallAt(stepped(name, dayOfWall(wallOfDate(date)), steps)));
    },
  });
}

const views = {
  year: asView('year', YearView),
  month: asView('month', MonthView),
  week: true,
  day: true,
  agenda: asView('agenda', AgendaView),
};
const [dayBegins, dayEnds] = [dateOfWall(0), new Date(dayMinutes * 60_000 - 1)];
/** The morning is what is looked for first. */
const firstHour = dateOfWall(7 * 60);

function Frame({ model, actions }: { model: PlanningModel; actions: PlanningActions }) {
  const { view, day, zone, language } = model;
  const blocks = useTimedBlocks(model);
  const formats = useMemo(() => planningFormats(language), [language]);
  const getNow = useCallback(() => dateOfWall(wallOf(readClock(), zone)), [zone]);
  const date = useMemo(() => dateOfWall(wallAt(day)), [day]);

  /** The library gives the new ends of one part: the whole goes along. */
  function moveBy({ event: block, start }: EventInteractionArgs<TimedBlock>): void {
    const item = itemOf(block);
    const shift = wallOfDate(start as Date) - wallOfDate(block.start);
    if (item && shift !== 0) actions.onMove(item, item.from + shift, item.to + shift);
  }
  function resize({ event: block, start, end }: EventInteractionArgs<TimedBlock>): void {
    const item = itemOf(block);
    if (!item) return;
    const from = item.from + wallOfDate(start as Date) - wallOfDate(block.start);
    const to = item.to + quarter(end as Date) - quarter(block.end);
    if (from < to && (from !== item.from || to !== item.to)) actions.onMove(item, from, to);
  }
  function create({ start, end, action }: SlotInfo): void {
    if (action === 'click') return;
    const from = wallOfDate(start);
    actions.onCreate(from, Math.max(quarter(end), from + leastNewMinutes));
  }
  return (
    <DragCalendar
      localizer={planningLocalizer}
      culture={language}
      formats={formats}
      toolbar={false}
      views={views as unknown as CalendarProps<TimedBlock>['views']}
      view={view as View}
      date={date}
      getNow={getNow}
      events={blocks}
      onView={ignore}
      onNavigate={ignore}
      getDrilldownView={noDrilldown}
      components={timeComponents}
      dayLayoutAlgorithm={placedBlocks}
      eventPropGetter={(block) => ({ className: blockClass(block) })}
      titleAccessor={noTitle}
      tooltipAccessor={null}
      draggableAccessor={isMovable}
      resizableAccessor={isMovable}
      showMultiDayTimes
      selectable
      step={15}
      timeslots={4}
      min={dayBegins}
      max={dayEnds}
      scrollToTime={firstHour}
      onEventDrop={moveBy}
      onEventResize={resize}
      onSelectSlot={create}
    />
  );
}

/** A new event drawn with one click of the mouse lasts an hour. */
const leastNewMinutes = 60;

function isMovable(block: TimedBlock): boolean {
  return itemOf(block)?.isMovable ?? false;
}
function noTitle(): string {
  return '';
}
function ignore(): void {}
function noDrilldown(): null {
  return null;
}

/** The last moment of a day is its midnight. */
function quarter(date: Date): Wall {
  return Math.ceil(date.getTime() / 60_000);
}

/** What mouse and keys ask of the block, the « +3 » or the day under them. */
function useHeard(
  actions: PlanningActions & { view: PlanningView; day: Day },
  byKey: (key: string) => PlanningItem | undefined,
  listDay: (day: Day, anchor: HTMLElement) => void,
  pressed: { hasMoved: () => boolean },
) {
  const found = (target: EventTarget): { item: PlanningItem; element: HTMLElement } | null => {
    const element = entryElement(target);
    const item = element && byKey(element.key);
    return item && element ? { item, element: element.button } : null;
  };
  return {
    onClick(event: MouseEvent<HTMLElement>): void {
      if (pressed.hasMoved()) return;
      const more = moreElement(event.target);
      if (more) return listDay(more.day, more.button);
      const at = found(event.target);
      if (at) actions.onDescribe(at.item, at.element);
    },
    onContextMenu(event: MouseEvent<HTMLElement>): void {
      const at = found(event.target);
      if (!at) return;
      event.preventDefault();
      actions.onDescribe(at.item, at.element);
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const more = moreElement(event.target);
      if (more && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault();
        return listDay(more.day, more.button);
      }
      const at = found(event.target);
      if (at && onEntryKey(event, at.item, at.element, actions)) return;
      onPlanningKey(event, actions);
    },
  };
}

function onEntryKey(
  event: KeyboardEvent,
  item: PlanningItem,
  element: HTMLElement,
  actions: PlanningActions,
): boolean {
  const act = (does: () => void): boolean => {
    event.preventDefault();
    does();
    return true;
  };
  switch (event.key) {
    case 'Enter':
      return act(() => actions.onOpen(item));
    case ' ':
    case 'ContextMenu':
      return act(() => actions.onDescribe(item, element));
    case 'm':
    case 'M':
      return act(() => actions.onMoveWithKeys(item));
    default:
      return false;
  }
}

/** Left and right change the period where no grid of days has taken them. */
function onPlanningKey(
  event: KeyboardEvent,
  { view, day, onShow, onCreate }: PlanningActions & { view: PlanningView; day: Day },
): void {
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
    event.preventDefault();
    onShow(view, stepped(view, day, event.key === 'ArrowLeft' ? -1 : 1));
  } else if (event.key === 'n') {
    event.preventDefault();
    onCreate(wallAt(day), wallAt(day) + dayMinutes);
  }
}

/** Blocks in the library's grid are its own buttons, around our text. */
function entryElement(target: EventTarget): { key: string; button: HTMLElement } | null {
  if (!(target instanceof Element)) return null;
  const block = target.closest<HTMLElement>('.rbc-event');
  const entry = block
    ? block.querySelector<HTMLElement>('[data-entry]')
    : target.closest<HTMLElement>('[data-entry]');
  const key = entry?.dataset.entry;
  return entry && key !== undefined ? { key, button: block ?? entry } : null;
}

function moreElement(target: EventTarget): { day: Day; button: HTMLElement } | null {
  if (!(target instanceof Element)) return null;
  const block = target.closest<HTMLElement>('.rbc-event');
  const day = block?.querySelector<HTMLElement>('[data-more]')?.dataset.more;
  return block && day !== undefined ? { day, button: block } : null;
}
