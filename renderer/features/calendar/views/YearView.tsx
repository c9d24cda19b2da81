import { type CalendarPeriod, closesWork, covers } from '@shared/domain/calendarPeriod';
import { formatDay } from '@shared/domain/formatting';
import { addDays, type Day, daysBetween } from '@shared/domain/time';
import { type KeyboardEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addMonths, capitalised, dayNumeral, monthEnd, weekStart } from '../calendarGrid';
import { usePlanning } from '../planningContext';
import { densityOf, type YearDensity } from '../yearDensity';
import { dayAfterKey } from './MonthView';
import { useDayFocus } from './useDayFocus';
import styles from './YearView.module.css';

/** Twelve months at a glance: how much is on each day, holidays and breaks. Arrows go from day to day, Enter opens one. */
export function YearView() {
  const { model, actions } = usePlanning();
  const { day, index, periods } = model;
  const year = day.slice(0, 4);
  const density = useMemo(() => densityOf(year, index), [year, index]);
  const { grid, go } = useDayFocus(day, (next) => actions.onShow('year', next));
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const next = dayAfterKey(event.key, day);
    if (next === null) return;
    event.preventDefault();
    go(next);
  }
  return (
    // The arrows are heard here for the days of all twelve months.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div ref={grid} role="group" className={styles.year} aria-label={year} onKeyDown={onKeyDown}>
      {Array.from({ length: 12 }, (_, month) => (
        <YearMonth
          key={month}
          first={addMonths(`${year}-01-01`, month)}
          density={density}
          periods={periods}
        />
      ))}
    </div>
  );
}

type MonthProps = { first: Day; density: YearDensity; periods: readonly CalendarPeriod[] };

function YearMonth({ first, density, periods }: MonthProps) {
  const { t } = useTranslation('calendar');
  const { model, actions } = usePlanning();
  const { language } = model;
  const name = formatDay(first, 'month', language);
  const start = weekStart(first);
  const weeks = Math.ceil((daysBetween(start, monthEnd(first)) + 1) / 7);
  const label = t('month.dates', { count: density.datesIn(first.slice(0, 7)), month: name });
  return (
    <section className={styles.month} aria-label={label}>
      <h2>
        <button type="button" onClick={() => actions.onShow('month', first)}>
          {capitalised(name)}
        </button>
      </h2>
      <div role="grid" aria-label={name}>
        <div role="row" className={styles.row}>
          {Array.from({ length: 7 }, (_, column) => (
            <span key={column} role="columnheader" className={styles.weekday}>
              <span className="visuallyHidden">
                {formatDay(addDays(start, column), 'full', language).split(/[ ,]/)[0]}
              </span>
              <span aria-hidden="true">
                {formatDay(addDays(start, column), 'full', language).charAt(0).toUpperCase()}
              </span>
            </span>
          ))}
        </div>
        {Array.from({ length: weeks }, (_, week) => (
          <div key={week} role="row" className={styles.row}>
            {Array.from({ length: 7 }, (__, column) => {
              const day = addDays(start, week * 7 + column);
              return day.slice(0, 7) === first.slice(0, 7) ? (
                <YearDay key={column} day={day} density={density} periods={periods} />
              ) : (
                <span key={column} role="gridcell" aria-hidden="true" />
              );
            })}
          </div>
        ))}
      </div>
    </section>
  );
}

function YearDay({
  day,
  density,
  periods,
}: {
  day: Day;
  density: YearDensity;
  periods: readonly CalendarPeriod[];
}) {
  const { t } = useTranslation('calendar');
  const { model, actions } = usePlanning();
  const { language, today, work } = model;
  const { count, level, hasOwn } = density.on(day);
  const here = periods.filter((period) => covers(period, day));
  const elements = t('day.elements', { count, day: formatDay(day, 'full', language) });
  const named =
    here.length > 0
      ? t('day.with', { day: elements, names: here.map(({ name }) => name).join(', ') })
      : elements;
  const classes = [
    styles.day,
    hasOwn ? styles.own : level > 0 ? styles[`level${level}`] : '',
    work.isWorkingDay(day) ? '' : styles.closed,
    day === today ? styles.today : '',
    here.some(({ kind }) => kind === 'schoolBreak') ? styles.break : '',
    here.some(closesWork) ? styles.holiday : '',
  ];
  return (
    <span
      role="gridcell"
      className={classes.filter(Boolean).join(' ')}
      data-day={day}
      data-focus={day}
      data-opens="day"
      tabIndex={day === model.day ? 0 : -1}
      aria-label={day === today ? t('day.today', { day: named }) : named}
      aria-current={day === today ? 'date' : undefined}
      title={here.map(({ name }) => name).join(', ') || undefined}
      onClick={() => actions.onShow('day', day)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        actions.onShow('day', day);
      }}
    >
      {dayNumeral(day, language)}
    </span>
  );
}
