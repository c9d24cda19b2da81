import type { Coverage } from '@shared/domain/coverage';
import { formatClock, formatDay } from '@shared/domain/formatting';
import { minuteOf } from '@shared/domain/time';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '@renderer/data/clock';
import { useLanguage } from '@renderer/i18n/i18n';
import { CoverageLegend, CoverageStrip } from './CoverageStrip';
import { rosterDays, type RosterScale, rosterTicks } from './rosterScale';
import styles from './RosterBoard.module.css';

type Props = { scale: RosterScale; coverage: Coverage | null; left: number; width: number };

/** Coverage, days and hours: stays above the rows. */
export function BoardHead({ scale, coverage, left, width }: Props) {
  const language = useLanguage();
  const days = useMemo(() => rosterDays(scale, left, width), [scale, left, width]);
  const ticks = useMemo(() => rosterTicks(scale, left, width), [scale, left, width]);
  return (
    <div className={styles.head} data-coverage={coverage !== null || undefined}>
      <div className={styles.corner}>{coverage && <CoverageLegend />}</div>
      <div className={styles.axis}>
        {coverage && <CoverageStrip coverage={coverage} scale={scale} />}
        <div className={styles.days}>
          {days.map(({ day, at }, index) => (
            <b key={day} style={{ left: at, width: (days[index + 1]?.at ?? scale.width) - at }}>
              <span>{formatDay(day, 'weekday', language)}</span>
            </b>
          ))}
        </div>
        <div className={styles.ticks}>
          {ticks.map(({ at, clock }) => (
            <span key={at} style={{ left: at }} data-edge={at < 16 || undefined}>
              {clock % 60 === 0 || scale.zoom !== 'quarter'
                ? formatClock(clockOf(clock), language)
                : String(clock % 60)}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Lines of the axis behind the rows, and the present moment. */
export function BoardBackdrop({ scale, left, width }: Omit<Props, 'coverage'>) {
  const ticks = useMemo(() => rosterTicks(scale, left, width), [scale, left, width]);
  return (
    <div className={styles.backdrop}>
      {ticks.map(({ at, isDay }) => (
        <div key={at} className={isDay ? styles.dayLine : styles.line} style={{ left: at }} />
      ))}
      <NowLine scale={scale} />
    </div>
  );
}

function NowLine({ scale }: { scale: RosterScale }) {
  const { t } = useTranslation('roster');
  const minute = minuteOf(useNow());
  if (minute < scale.first || minute > scale.last) return null;
  return <div className={styles.now} style={{ left: scale.at(minute) }} title={t('board.now')} />;
}

function clockOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
