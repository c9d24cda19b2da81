import { closesWork } from '@shared/domain/calendarPeriod';
import { formatDay } from '@shared/domain/formatting';
import {
  type CSSProperties,
  type ReactElement,
  type ReactNode,
  type Ref,
  type RefObject,
  useLayoutEffect,
  useMemo,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Components, DayLayoutFunction } from 'react-big-calendar';
import { visibleRange, weekNumber } from '../calendarGrid';
import { daysRow, leastShownMinutes, type Segment, segmentsOn, type WeekRow } from '../dayBuckets';
import { type PlanningModel, usePlanning } from '../planningContext';
import type { PlanningItem } from '../planningItems';
import { dateOfWall, dayMinutes, dayNumberOf, dayOfWall, minuteOfDay, wallOfDate } from '../wallTime';
import { DayMarks, DayStack } from './DayTop';
import { entryClass } from './Entry';
import { lineHeight } from './MonthView';
import { useDayName } from './dayName';
import styles from './timeGrid.module.css';

/** A segment as the library wants it. `end` stops a moment before midnight: the library would draw it on the next day too. */
export type TimedBlock = Segment & Readonly<{ id: string; start: Date; end: Date }>;

/** More blocks than this beside each other cannot be read. */
const mostColumns = { week: 3, day: 8 } as const;

/** Lines under the head of a day. */
const headLines = { week: 5, day: 8 } as const;

/** The blocks of the days that a grid of hours shows. */
export function useTimedBlocks({ view, day, index }: PlanningModel): TimedBlock[] {
  return useMemo(() => {
    if (view !== 'week' && view !== 'day') return [];
    const first = dayNumberOf(visibleRange(view, day).firstOn);
    return Array.from({ length: view === 'week' ? 7 : 1 }, (_, at) =>
      segmentsOn(first + at, index, mostColumns[view]).map(timedBlock),
    ).flat();
  }, [view, day, index]);
}

function timedBlock(segment: Segment): TimedBlock {
  const start = segment.day * dayMinutes;
  return {
    ...segment,
    id: segment.key,
    start: dateOfWall(start + segment.startMinute),
    end: new Date(
      dateOfWall(start + segment.endMinute).getTime() - (segment.endMinute === dayMinutes ? 1 : 0),
    ),
  };
}

export function itemOf(block: TimedBlock): PlanningItem | null {
  return block.what.kind === 'item' ? block.what.item : null;
}

/** Places that were found beforehand: the library lays out nothing itself. */
export const placedBlocks: DayLayoutFunction<TimedBlock> = ({ events }) =>
  events.map((block) => ({ event: block, style: placeOf(block) }));

/** `xOffset` is the library's own word for left. */
function placeOf({ startMinute, endMinute, left, width }: TimedBlock): CSSProperties & { xOffset: number } {
  const minutes = Math.max(endMinute - startMinute, leastShownMinutes);
  const top = Math.min(startMinute, dayMinutes - minutes);
  return {
    top: (top / dayMinutes) * 100,
    height: (minutes / dayMinutes) * 100,
    width: width * 100,
    xOffset: left * 100,
  };
}

export function blockClass({ what, startMinute, endMinute }: TimedBlock): string {
  if (what.kind === 'more') return styles.more ?? '';
  const { item } = what;
  const classes = [entryClass(item), styles.block, endMinute - startMinute < 50 ? styles.short : ''];
  const crosses = Math.floor(item.from / dayMinutes) !== Math.floor((item.to - 1) / dayMinutes);
  if (crosses) classes.push(endMinute === dayMinutes ? styles.goesOn : styles.cameOver);
  return classes.filter(Boolean).join(' ');
}

/** Parts of the library's week and day that are ours. Steady for ever: the library would draw everything anew. */
export const timeComponents: Components<TimedBlock> = {
  event: BlockBody,
  header: DayHead,
  timeGutterHeader: WeekLabel,
  timeSlotWrapper: HourOnly as React.ComponentType,
  dayColumnWrapper: DayColumn as React.ComponentType,
};

function BlockBody({ event: block }: { event: TimedBlock }) {
  const { t } = useTranslation('calendar');
  const { words, language, movingKey } = usePlanning().model;
  if (block.what.kind === 'more') {
    const day = dayOfWall(block.day * dayMinutes);
    const count = block.what.items.length;
    return (
      <span data-more={day}>
        <span aria-hidden="true">{t('more', { count })}</span>
        <span className="visuallyHidden">
          {t('moreName', { count, day: formatDay(day, 'full', language) })}
        </span>
      </span>
    );
  }
  const { item } = block.what;
  return (
    <span className={styles.body} data-entry={item.key} data-moving={movingKey === item.key || undefined}>
      <span className={styles.hours}>{words.hours(item)} </span>
      <span className={styles.title} dir="auto">
        {words.title(item)}
      </span>
      <span className="visuallyHidden">, {words.meaning(item)}</span>
    </span>
  );
}

/** Number, holidays, bars and tasks of one day, above its hours. */
function DayHead({ date }: { date: Date }) {
  const { t } = useTranslation('calendar');
  const { model, actions, head } = usePlanning();
  const { view, language, today } = model;
  const column = head.cells.findIndex((cell) => cell.day === dayOfWall(wallOfDate(date)));
  const cell = head.cells[column];
  const name = useDayName(cell);
  if (!cell || (view !== 'week' && view !== 'day')) return null;
  const { day } = cell;
  const [weekday = '', number = ''] = formatDay(day, 'weekday', language).split(/,? /);
  return (
    <div
      role="group"
      className={`${styles.head} ${day === today ? styles.today : ''}`}
      aria-label={name}
      data-day={day}
      style={{ '--line-h': `${lineHeight}px` } as CSSProperties}
    >
      <div className={styles.name}>
        <button
          type="button"
          title={t('day.open', { day: formatDay(day, 'full', language) })}
          onClick={() => actions.onShow('day', day)}
        >
          {weekday} <b>{number}</b>
        </button>
        <DayMarks marks={cell.marks} />
      </div>
      <DayStack row={head} cell={cell} column={column} lines={headLines[view]} isReachable />
    </div>
  );
}

function WeekLabel() {
  const { t } = useTranslation('calendar');
  const { day } = usePlanning().model;
  return (
    <abbr className={styles.week} title={t('week', { number: weekNumber(day) })}>
      {t('weekShort', { number: weekNumber(day) })}
    </abbr>
  );
}

/** A quarter of an hour is a step of the mouse, not a line of the drawing: three slots of four are left out. */
function HourOnly({ value, children }: { value: Date; children: ReactElement }) {
  return minuteOfDay(wallOfDate(value)) % 60 === 0 ? children : null;
}

type ColumnProps = {
  date: Date;
  className: string;
  style?: CSSProperties;
  ref?: Ref<HTMLDivElement>;
  children: ReactNode;
};

function DayColumn({ date, className, style, ref, children }: ColumnProps) {
  const { language, work, periods } = usePlanning().model;
  const day = dayOfWall(wallOfDate(date));
  const isClosed =
    !work.isWorkingDay(day) ||
    periods.some((period) => closesWork(period) && period.firstOn <= day && day <= period.lastOn);
  return (
    <div
      ref={ref}
      role="group"
      aria-label={formatDay(day, 'full', language)}
      className={`${className} ${isClosed ? styles.closed : ''}`}
      style={style}
      data-column={day}
    >
      {children}
    </div>
  );
}

/** The library's hours scroll: where they hold no block, nothing else would let the keyboard in. */
export function useReachableHours(root: RefObject<HTMLElement | null>, view: PlanningModel['view']): void {
  const { t } = useTranslation('calendar');
  const label = t('hours');
  useLayoutEffect(() => {
    const hours = root.current?.querySelector('.rbc-time-content');
    hours?.setAttribute('tabindex', '0');
    hours?.setAttribute('role', 'group');
    hours?.setAttribute('aria-label', label);
  }, [root, view, label]);
}

/** Bars and tasks above the hours, as one row of days. */
export function useHeadRow({ view, day, index, periods }: PlanningModel): WeekRow {
  return useMemo(
    () => daysRow(visibleRange(view, day).firstOn, view === 'week' ? 7 : 1, index, periods, index.tasksOn),
    [view, day, index, periods],
  );
}
