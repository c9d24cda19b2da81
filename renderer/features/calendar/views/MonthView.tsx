import { closesWork } from '@shared/domain/calendarPeriod';
import { formatDay } from '@shared/domain/formatting';
import { addDays, type Day, daysBetween } from '@shared/domain/time';
import {
  type CSSProperties,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { dayNumeral, shortMonth, titleOf, visibleRange, weekStart } from '../calendarGrid';
import { type DayCell, daysRow, type WeekRow } from '../dayBuckets';
import { usePlanning } from '../planningContext';
import { useDayFocus } from './useDayFocus';
import { useDayName } from './dayName';
import { DayMarks, DayStack } from './DayTop';
import styles from './MonthView.module.css';

/** Height of one line, and of the head of a day, in pixels: what fits is counted with them. */
export const lineHeight = 22;
const headHeight = 28;

/** Four to six weeks as a grid of days. Arrows go from day to day; what does not fit is one key away. */
export function MonthView() {
  const { t } = useTranslation('calendar');
  const { model, actions } = usePlanning();
  const { day, language, index, periods } = model;
  const { firstOn, lastOn } = visibleRange('month', day);
  const weeks = (daysBetween(firstOn, lastOn) + 1) / 7;
  const rows = useMemo(
    () => Array.from({ length: weeks }, (_, week) => daysRow(addDays(firstOn, week * 7), 7, index, periods)),
    [firstOn, weeks, index, periods],
  );
  const { body, lines } = useLines(weeks);
  const { grid, go } = useDayFocus(day, (next) => actions.onShow('month', next));

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const next = dayAfterKey(event.key, day);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    go(next);
  }
  const weekdays = rows[0]?.cells ?? [];
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={-1}
      className={styles.month}
      aria-label={titleOf('month', day, language)}
      style={{ '--line-h': `${lineHeight}px` } as CSSProperties}
      onKeyDown={onKeyDown}
    >
      <div role="row" className={styles.names}>
        <span role="columnheader">
          <span className="visuallyHidden">{t('weekColumn')}</span>
        </span>
        {weekdays.map(({ day: one }) => (
          <span role="columnheader" key={one}>
            {formatDay(one, 'full', language).split(/[ ,]/)[0]}
          </span>
        ))}
      </div>
      <div ref={body} role="rowgroup" className={styles.body}>
        {rows.map((row, week) => (
          <MonthWeek key={week} row={row} lines={lines} />
        ))}
      </div>
    </div>
  );
}

function MonthWeek({ row, lines }: { row: WeekRow; lines: number }) {
  const { t } = useTranslation('calendar');
  const { actions } = usePlanning();
  const monday = row.cells[0]?.day ?? '';
  return (
    <div role="row" className={styles.week}>
      <div role="rowheader" className={styles.number} aria-label={t('week', { number: row.week })}>
        <button
          type="button"
          tabIndex={-1}
          title={t('week', { number: row.week })}
          onClick={() => actions.onShow('week', monday)}
        >
          {row.week}
        </button>
      </div>
      {row.cells.map((cell, column) => (
        <MonthDay key={column} row={row} cell={cell} column={column} lines={lines} />
      ))}
    </div>
  );
}

function MonthDay({
  row,
  cell,
  column,
  lines,
}: {
  row: WeekRow;
  cell: DayCell;
  column: number;
  lines: number;
}) {
  const { t } = useTranslation('calendar');
  const { model, actions } = usePlanning();
  const { language, today, work } = model;
  const { day, marks } = cell;
  const isHere = day === model.day;
  const isOut = day.slice(0, 7) !== model.day.slice(0, 7);
  const name = useDayName(cell);
  const classes = [
    styles.day,
    isOut ? styles.out : '',
    work.isWorkingDay(day) && !marks.some(closesWork) ? '' : styles.closed,
    day === today ? styles.today : '',
  ];
  return (
    <div
      role="gridcell"
      className={classes.filter(Boolean).join(' ')}
      data-day={day}
      aria-current={day === today ? 'date' : undefined}
    >
      <div className={styles.head}>
        <button
          type="button"
          className={styles.date}
          data-focus={day}
          tabIndex={isHere ? 0 : -1}
          aria-label={name}
          title={t('day.open', { day: formatDay(day, 'full', language) })}
          onClick={() => actions.onShow('day', day)}
        >
          {dayNumeral(day, language)}
        </button>
        {day.endsWith('-01') && <span className={styles.monthName}>{shortMonth(day, language)}</span>}
        <DayMarks marks={marks} />
      </div>
      <DayStack row={row} cell={cell} column={column} lines={lines} isReachable={isHere} />
    </div>
  );
}

/** `null` when the key does not move the day. */
export function dayAfterKey(key: string, day: Day): Day | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return weekStart(day);
    case 'End':
      return addDays(weekStart(day), 6);
    default:
      return null;
  }
}

/** How many lines fit below the head of a day, from the height that the weeks have. */
function useLines(weeks: number): { body: RefObject<HTMLDivElement | null>; lines: number } {
  const body = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = body.current;
    if (!element) return;
    const measure = (): void => setHeight(element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const week = Math.max(height / weeks, leastWeekHeight);
  return { body, lines: Math.max(1, Math.floor((week - headHeight) / lineHeight)) };
}

/** A week is never lower: the month scrolls instead. In pixels, as `min-height` of a week in the style. */
const leastWeekHeight = 96;
