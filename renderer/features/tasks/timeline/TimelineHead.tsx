import type { anchorsOf } from '@shared/domain/anchors';
import { formatDay } from '@shared/domain/formatting';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Language } from '@shared/domain/settings';
import { type Day, weekdayOf } from '@shared/domain/time';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import { useAnchorName } from '../useAnchorName';
import { joinedMarks, type Stretch, ticksOf, type TimelineScale, type Zoom } from './timelineScale';
import styles from './TaskTimeline.module.css';

type Props = {
  scale: TimelineScale;
  stretch: Stretch;
  anchors: ReturnType<typeof anchorsOf>;
  event: PlannedEvent | null;
  today: Day;
};

/** Of the small type of the head, in pixels. */
const letterWidth = 6.2;
/** Room that a tick's words take, in pixels. */
const tickRoom: Record<Zoom, number> = { day: 18, week: 46, month: 62 };

/** Months or years above, days, weeks or months under them, and the event's own dates by name. */
export function TimelineHead({ scale, stretch, anchors, event, today }: Props) {
  const { t } = useTranslation('common');
  const language = useLanguage();
  const nameOf = useAnchorName(event);
  const above = ticksOf(scale, stretch, scale.zoom === 'month' ? 'year' : 'month');
  const isTodayShown = scale.holds(today);
  const todayAt = scale.at(today) + scale.dayWidth / 2;
  const room = tickRoom[scale.zoom];
  const ticks = ticksOf(scale, stretch, scale.zoom);
  // The first one may begin in the middle of its week or month, too near to the next.
  const below = ticks.filter((day, index) => {
    const isCrowded = index === 0 && ticks[1] !== undefined && scale.at(ticks[1]) - scale.at(day) < room;
    const isHidden = isTodayShown && todayAt > scale.at(day) - 36 && todayAt < scale.at(day) + room + 30;
    return !isCrowded && !isHidden;
  });
  const marks = joinedMarks(
    anchors
      .filter(({ on }) => scale.holds(on))
      .map(({ anchor, on }) => ({ at: scale.at(on), name: nameOf(anchor) })),
    letterWidth,
  );
  return (
    <div className={styles.head} aria-hidden="true">
      <div className={styles.corner} />
      <div className={styles.axis}>
        {above.map((day, index) => (
          <b
            key={day}
            style={{
              insetInlineStart: scale.at(day),
              width: scale.at(above[index + 1] ?? scale.dayAt(stretch.to * scale.dayWidth)) - scale.at(day),
            }}
          >
            <span>{scale.zoom === 'month' ? day.slice(0, 4) : formatDay(day, 'month', language)}</span>
          </b>
        ))}
        {below.map((day) => (
          <span key={day} className={styles.tick} style={{ insetInlineStart: scale.at(day) }}>
            {tickWords(day, scale.zoom, language)}
          </span>
        ))}
        {marks.map(({ at, words }) => (
          <i key={at} style={{ insetInlineStart: at }}>
            {words}
          </i>
        ))}
        {isTodayShown && <em style={{ insetInlineStart: todayAt }}>{t('today')}</em>}
      </div>
    </div>
  );
}

function tickWords(day: Day, zoom: Zoom, language: Language): string {
  switch (zoom) {
    case 'day':
      return weekdayOf(day) === 1
        ? formatDay(day, 'short', language).replace(/\s\D+$/u, '')
        : String(Number(day.slice(8)));
    case 'week':
      return formatDay(day, 'short', language);
    case 'month':
      return formatDay(day, 'month', language).split(' ')[0] ?? '';
  }
}
