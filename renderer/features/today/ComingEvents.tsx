import { formatClock, formatCountdown, formatDay } from '@shared/domain/formatting';
import { indicatorGaps } from '@shared/domain/completeness';
import type { EventId, PlannedEvent } from '@shared/domain/plannedEvent';
import type { Occurrence } from '@shared/domain/repetition';
import { clockTimeOf, dayOf, daysBetween } from '@shared/domain/time';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import type { TaskCounts } from '@renderer/data/tasks';
import { useLanguage } from '@renderer/i18n/i18n';
import { paths } from '@renderer/navigation/paths';
import { StatusMark } from '@renderer/ui/StatusMark';
import styles from './TodayPage.module.css';

const shown = 6;

/** The next dates, each with its countdown and its health in words. */
export function ComingEvents({
  occurrences,
  counts,
}: {
  occurrences: readonly Occurrence[];
  counts: ReadonlyMap<EventId, TaskCounts>;
}) {
  const { t } = useTranslation('today');
  const coming = occurrences
    .filter(({ event }) => event.status !== 'cancelled')
    .sort((left, right) => left.opensAt.localeCompare(right.opensAt));
  return (
    <aside aria-labelledby="coming">
      <div className={styles.asideTitle}>
        <h2 id="coming">{t('next')}</h2>
        <span>{t('ofYear', { count: coming.length })}</span>
      </div>
      {coming.length === 0 && <p className={styles.quiet}>{t('nextEmpty')}</p>}
      <ul>
        {coming.slice(0, shown).map((occurrence) => (
          <ComingEvent
            key={`${occurrence.event.id}-${occurrence.on}`}
            occurrence={occurrence}
            counts={counts.get(occurrence.event.id)}
          />
        ))}
      </ul>
    </aside>
  );
}

function ComingEvent({ occurrence, counts }: { occurrence: Occurrence; counts: TaskCounts | undefined }) {
  const { t } = useTranslation('domain');
  const today = useToday();
  const language = useLanguage();
  const { event, opensAt, closesAt } = occurrence;
  const on = dayOf(opensAt, event.timeZone);
  const [opens, closes] = [opensAt, closesAt].map((at) =>
    formatClock(clockTimeOf(at, event.timeZone), language),
  );
  return (
    <li className={styles.coming}>
      <a href={paths.event(event.id)}>
        <span>
          <span className={styles.countdown}>{formatCountdown(daysBetween(today, on), language)}</span>
          <span className={styles.on}>{formatDay(on, 'weekday', language)}</span>
        </span>
        <span className={styles.what}>
          <b dir="auto">{event.name}</b>
          <span>
            {t(
              event.kind === 'meeting' || event.kind === 'training'
                ? `kind.${event.kind}`
                : `role.${event.role}`,
            )}{' '}
            · {opens} – {closes}
          </span>
          <Health event={event} counts={counts} />
        </span>
      </a>
    </li>
  );
}

function Health({ event, counts }: { event: PlannedEvent; counts: TaskCounts | undefined }) {
  const { t } = useTranslation('today');
  const gaps = indicatorGaps(event).length;
  const waiting =
    event.role === 'participant'
      ? event.hostRequests.filter(({ status }) => status !== 'received' && status !== 'confirmed').length
      : 0;
  const overdue = counts?.overdue ?? 0;
  return (
    <span className={styles.health}>
      {overdue > 0 && <StatusMark kind="alert">{t('health.overdue', { count: overdue })}</StatusMark>}
      {gaps > 0 && <StatusMark kind="alert">{t('counts.redGap', { count: gaps })}</StatusMark>}
      {waiting > 0 && <StatusMark kind="warn">{t('counts.hostRequest', { count: waiting })}</StatusMark>}
      {overdue + gaps + waiting === 0 && <StatusMark kind="ok">{t('health.ok')}</StatusMark>}
    </span>
  );
}
