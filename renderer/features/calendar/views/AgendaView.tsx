import { formatDay } from '@shared/domain/formatting';
import { daysBetween } from '@shared/domain/time';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@renderer/ui/EmptyState';
import { icons } from '@renderer/ui/icons';
import { capitalised, periodOf, titleOf } from '../calendarGrid';
import { type DayCell, daysRow, type ItemIndex } from '../dayBuckets';
import { usePlanning } from '../planningContext';
import type { PlanningItem } from '../planningItems';
import type { DayNumber } from '../wallTime';
import { useDayName } from './dayName';
import { DayMarks } from './DayTop';
import { DayList } from './DayList';
import styles from './AgendaView.module.css';

/** The month as a list: everything, in order, and the way in for who cannot see a grid. */
export function AgendaView() {
  const { t } = useTranslation('calendar');
  const { day, language, index, periods } = usePlanning().model;
  const { firstOn, lastOn } = periodOf('agenda', day);
  const row = useMemo(
    () => daysRow(firstOn, daysBetween(firstOn, lastOn) + 1, index, periods),
    [firstOn, lastOn, index, periods],
  );
  const cells = row.cells.filter(
    ({ count, marks, day: one }) =>
      count > 0 || marks.length > 0 || periods.some(({ firstOn: on }) => on === one),
  );
  return (
    <div role="group" className={styles.agenda} aria-label={titleOf('agenda', day, language)} data-scroll>
      {cells.length === 0 && (
        <EmptyState icon={<icons.calendar />} title={t('nothing.title')}>
          {t('nothing.sentence')}
        </EmptyState>
      )}
      {cells.map((cell) => (
        <AgendaDay key={cell.day} cell={cell} />
      ))}
    </div>
  );
}

/** Before more are asked for. */
const mostShown = 30;

function AgendaDay({ cell }: { cell: DayCell }) {
  const { t } = useTranslation('calendar');
  const { model, actions } = usePlanning();
  const { language, index, periods, today } = model;
  const [isWhole, setIsWhole] = useState(false);
  const { day, number } = cell;
  const items = useMemo(() => everythingOn(number, index), [number, index]);
  const begun = periods.filter((period) => period.firstOn === day && period.lastOn !== day);
  const shown = isWhole ? items : items.slice(0, mostShown);
  return (
    <section
      className={`${styles.day} ${day === today ? styles.today : ''}`}
      aria-label={useDayName(cell)}
      data-day={day}
    >
      <h2>
        <button type="button" onClick={() => actions.onShow('day', day)}>
          {capitalised(formatDay(day, 'weekday', language))}
        </button>
        <DayMarks marks={[...cell.marks, ...begun]} />
      </h2>
      <div>
        <DayList items={shown} />
        {shown.length < items.length && (
          <button type="button" className={styles.more} onClick={() => setIsWhole(true)}>
            {t('showAll', { count: items.length - shown.length })}
          </button>
        )}
      </div>
    </section>
  );
}

/** Bars first, then what begins on that day. */
export function everythingOn(number: DayNumber, index: ItemIndex): PlanningItem[] {
  return [...index.barsBetween(number, number), ...index.blocksOn(number)];
}
