import { type CalendarPeriod, closesWork } from '@shared/domain/calendarPeriod';
import { formatDay } from '@shared/domain/formatting';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { type Bar, type DayCell, fitCell, type WeekRow } from '../dayBuckets';
import { usePlanning } from '../planningContext';
import { Entry } from './Entry';
import styles from './DayTop.module.css';

type Props = { row: WeekRow; cell: DayCell; column: number; lines: number; isReachable: boolean };

/** What stands in a day: bars that begin in it, its blocks as far as they fit, and how many more there are. */
export function DayStack({ row, cell, column, lines, isReachable }: Props) {
  const { listDay } = usePlanning();
  const { t } = useTranslation('calendar');
  const { language } = usePlanning().model;
  const lanesHere = row.bars
    .filter((bar) => bar.column <= column && column < bar.column + bar.span)
    .map(({ lane }) => lane);
  const fit = fitCell(cell, lanesHere, row.lanes, lines);
  return (
    <div className={styles.stack} style={{ '--lanes': fit.lanes } as CSSProperties}>
      {row.bars
        .filter((bar) => bar.column === column && bar.lane < fit.lanes)
        .map((bar) => (
          <BarLine key={bar.key} bar={bar} isReachable={isReachable} />
        ))}
      {cell.blocks.slice(0, fit.blocks).map((item) => (
        <Entry key={item.key} item={item} isRoomy={fit.isRoomy} isReachable={isReachable} />
      ))}
      {fit.hidden > 0 && (
        <button
          type="button"
          className={styles.more}
          tabIndex={isReachable ? 0 : -1}
          aria-label={t('moreName', { count: fit.hidden, day: formatDay(cell.day, 'full', language) })}
          aria-haspopup="dialog"
          onClick={({ currentTarget }) => listDay(cell.day, currentTarget)}
        >
          {t('more', { count: fit.hidden })}
        </button>
      )}
    </div>
  );
}

function BarLine({ bar, isReachable }: { bar: Bar; isReachable: boolean }) {
  const { what, span, lane, beginsBefore, endsAfter } = bar;
  const classes = [styles.bar, beginsBefore ? styles.before : '', endsAfter ? styles.after : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div className={classes} style={{ '--span': span, '--lane': lane } as CSSProperties}>
      {what.kind === 'period' ? (
        <PeriodBand period={what.period} />
      ) : (
        <Entry item={what.item} isReachable={isReachable} />
      )}
    </div>
  );
}

function PeriodBand({ period }: { period: CalendarPeriod }) {
  const { t } = useTranslation('calendar');
  const { language } = usePlanning().model;
  const words = t('item.untilDay', { title: period.name, day: formatDay(period.lastOn, 'short', language) });
  return (
    <span className={`${styles.band} ${styles[period.kind]}`} title={words} dir="auto">
      {words}
    </span>
  );
}

/** The names of the holidays of one day, at the right of its number. */
export function DayMarks({ marks }: { marks: readonly CalendarPeriod[] }) {
  return marks.map((period) => (
    <span
      key={period.id}
      className={`${styles.mark} ${closesWork(period) ? styles.closing : ''}`}
      title={period.name}
      dir="auto"
    >
      {period.name}
    </span>
  ));
}
