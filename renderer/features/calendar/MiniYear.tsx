import { covers } from '@shared/domain/calendarPeriod';
import { formatDay } from '@shared/domain/formatting';
import { addDays, type Day, daysBetween } from '@shared/domain/time';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { occurrencesBetween } from '@renderer/data/events';
import { usePeriods } from '@renderer/data/settingsContext';
import { useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { addMonths, monthEnd, periodOf, shortMonth, weekStart } from './calendarGrid';
import { indexItems } from './dayBuckets';
import { itemsOf } from './planningItems';
import { densityOf, type YearDensity } from './yearDensity';
import styles from './MiniYear.module.css';

/** Size of a day and of its step, in the drawing's own units. */
const [cellWidth, cellHeight, stepX, stepY] = [7, 6, 9, 8];

/** The dates of a year, month by month; each month leads to itself. Only dates: what is due is the business of the views. */
export function MiniYear({ day, onMonth }: { day: Day; onMonth: (day: Day) => void }) {
  const { t } = useTranslation('calendar');
  const language = useLanguage();
  const year = day.slice(0, 4);
  const { firstOn, lastOn } = periodOf('year', day);
  const occurrences = useQuestion(
    (database) => occurrencesBetween(database, firstOn, lastOn),
    [firstOn, lastOn],
  );
  const density = useMemo(
    () => (occurrences ? densityOf(year, indexItems(itemsOf(occurrences, [], new Map(), firstOn))) : null),
    [occurrences, year, firstOn],
  );
  return (
    <section>
      <h2 className={styles.head}>
        {year}
        <span>{density && t('side.year', { count: density.dates })}</span>
      </h2>
      <div className={styles.year}>
        {Array.from({ length: 12 }, (_, month) => {
          const first = addMonths(firstOn, month);
          const count = density?.datesIn(first.slice(0, 7)) ?? 0;
          const isHere = first.slice(0, 7) === day.slice(0, 7);
          return (
            <button
              key={first}
              type="button"
              className={isHere ? styles.here : ''}
              aria-current={isHere ? 'true' : undefined}
              onClick={() => onMonth(first)}
            >
              <span>{shortMonth(first, language)}</span>
              <span className="visuallyHidden">
                {' '}
                {t('month.dates', { count, month: formatDay(first, 'month', language) })}
              </span>
              <MiniMonth first={first} density={density} />
            </button>
          );
        })}
      </div>
    </section>
  );
}

function MiniMonth({ first, density }: { first: Day; density: YearDensity | null }) {
  const periods = usePeriods();
  const start = weekStart(first);
  const near = periods.filter(({ firstOn, lastOn }) => firstOn <= monthEnd(first) && lastOn >= first);
  const days = daysBetween(first, monthEnd(first)) + 1;
  return (
    <svg viewBox={`0 0 ${7 * stepX} ${6 * stepY}`} aria-hidden="true" focusable="false">
      {Array.from({ length: days }, (_, at) => {
        const day = addDays(first, at);
        const place = daysBetween(start, day);
        const [x, y] = [(place % 7) * stepX, Math.floor(place / 7) * stepY];
        const here = near.filter((period) => covers(period, day));
        return (
          <g key={day}>
            <rect x={x} y={y} width={cellWidth} height={cellHeight} rx={1} className={styles[look(day)]} />
            {here.some(({ kind }) => kind === 'publicHoliday') && (
              <circle cx={x + cellWidth / 2} cy={y + cellHeight / 2} r={1.6} className={styles.holiday} />
            )}
          </g>
        );

        function look(on: Day): 'own' | 'date' | 'break' | 'plain' {
          const known = density?.on(on);
          if (known?.hasOwn) return 'own';
          if (known?.hasDate) return 'date';
          return here.some(({ kind }) => kind === 'schoolBreak') ? 'break' : 'plain';
        }
      })}
    </svg>
  );
}
