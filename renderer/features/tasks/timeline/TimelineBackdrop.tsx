import type { anchorsOf } from '@shared/domain/anchors';
import type { Day } from '@shared/domain/time';
import { useWorkCalendar } from '@renderer/data/settingsContext';
import { closedRuns, type Stretch, ticksOf, type TimelineScale } from './timelineScale';
import styles from './TaskTimeline.module.css';

type Props = {
  scale: TimelineScale;
  stretch: Stretch;
  anchors: ReturnType<typeof anchorsOf>;
  today: Day;
};

/** Behind the bars: closed days shaded, the event's dates and today as lines. Only what is in sight is drawn. */
export function TimelineBackdrop({ scale, stretch, anchors, today }: Props) {
  const calendar = useWorkCalendar();
  return (
    <div className={styles.backdrop} aria-hidden="true">
      {closedRuns(scale, stretch, calendar).map(({ from, to }) => (
        <div
          key={from}
          className={styles.closed}
          style={{ insetInlineStart: from * scale.dayWidth, width: (to - from) * scale.dayWidth }}
        />
      ))}
      {scale.zoom !== 'day' &&
        ticksOf(scale, stretch, scale.zoom).map((day) => (
          <div key={day} className={styles.grid} style={{ insetInlineStart: scale.at(day) }} />
        ))}
      {anchors
        .filter(({ on }) => scale.holds(on))
        .map(({ anchor, on }) => (
          <div
            key={anchor.kind === 'custom' ? anchor.anchorId : anchor.kind}
            className={styles.anchor}
            style={{ insetInlineStart: scale.at(on) }}
          />
        ))}
      {scale.holds(today) && (
        <div className={styles.today} style={{ insetInlineStart: scale.at(today) + scale.dayWidth / 2 }} />
      )}
    </div>
  );
}
