import { formatCountdown, formatDay } from '@shared/domain/formatting';
import { eventKinds, eventRoles, eventStatuses, isSettled } from '@shared/domain/plannedEvent';
import { monthStart } from '@shared/domain/time';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { useLanguage } from '@renderer/i18n/i18n';
import type { Column } from '@renderer/ui/DataTable';
import { icons } from '@renderer/ui/icons';
import { StatusMark } from '@renderer/ui/StatusMark';
import { Tag } from '@renderer/ui/Tag';
import type { EventRow, Grouping } from './eventList';
import { HealthMarks } from './HealthMarks';
import styles from './EventsPage.module.css';

const healthOrder = { alert: 0, warn: 1, ok: 2 } as const;

/** The columns of the list, in the user's language; the last ones only where there is room. */
export function useEventColumns(rows: readonly EventRow[]): readonly Column<EventRow>[] {
  const { t } = useTranslation(['events', 'domain']);
  const language = useLanguage();
  const isWide = useIsWide();
  const year = useToday().slice(0, 4);
  const isOneYear = rows.every(({ on }) => on.startsWith(year));
  return useMemo(() => {
    const columns: Column<EventRow>[] = [
      {
        id: 'name',
        header: t('columns.name'),
        width: 'minmax(170px, 2.4fr)',
        sortValue: ({ event }) => `${event.name} ${event.edition}`,
        cell: ({ event }) => (
          <span className={styles.name} title={event.name}>
            {event.isPinned && (
              <>
                <icons.pin />
                <span className="visuallyHidden">{t('pinned')}</span>
              </>
            )}
            <b dir="auto">{event.name}</b>
            {event.edition && <span dir="auto">{event.edition}</span>}
            {event.repetition && <span>{t('repeats')}</span>}
          </span>
        ),
      },
      {
        id: 'date',
        header: t('columns.date'),
        width: isOneYear && !isWide ? '102px' : '132px',
        sortValue: ({ event, on }) => `${on} ${event.opensAt}`,
        cell: ({ on }) => formatDay(on, isOneYear && !isWide ? 'weekday' : 'medium', language),
      },
      {
        id: 'countdown',
        header: t('columns.countdown'),
        width: '60px',
        align: 'end',
        sortValue: ({ daysToGo }) => daysToGo,
        cell: ({ event, daysToGo }) => (
          <span className={isSettled(event) ? styles.quiet : undefined}>
            {formatCountdown(daysToGo, language)}
          </span>
        ),
      },
      {
        id: 'status',
        header: t('columns.status'),
        width: '78px',
        sortValue: ({ event }) => eventStatuses.indexOf(event.status),
        cell: ({ event }) => t(`domain:status.${event.status}`),
      },
      {
        id: 'kind',
        header: t('columns.kind'),
        width: 'minmax(92px, 0.9fr)',
        sortValue: ({ event }) => eventKinds.indexOf(event.kind),
        cell: ({ event }) => (
          <span title={t(`domain:kind.${event.kind}`)}>{t(`domain:kind.${event.kind}`)}</span>
        ),
      },
      {
        id: 'role',
        header: t('columns.role'),
        width: '98px',
        sortValue: ({ event }) => eventRoles.indexOf(event.role),
        cell: ({ event }) => t(`domain:role.${event.role}`),
      },
      {
        id: 'venue',
        header: t('columns.venue'),
        width: 'minmax(80px, 1fr)',
        sortValue: ({ event }) => placeOf(event),
        cell: ({ event }) => (
          <span className={styles.quiet} title={placeOf(event)} dir="auto">
            {placeOf(event)}
          </span>
        ),
      },
      {
        id: 'tasks',
        header: t('columns.tasks'),
        width: isWide ? '172px' : '86px',
        sortValue: ({ counts }) => counts && counts.overdue * 10_000 + counts.open,
        cell: ({ counts }) => <TaskCell counts={counts} isLateShown={isWide} />,
      },
      {
        id: 'health',
        header: t('columns.health'),
        width: 'minmax(178px, 1.3fr)',
        sortValue: ({ health }) => healthOrder[health.level],
        cell: ({ event, health }) => <HealthMarks health={health} isSettled={isSettled(event)} most={1} />,
      },
    ];
    if (isWide) {
      columns.push({
        id: 'tags',
        header: t('columns.tags'),
        width: 'minmax(100px, 1fr)',
        sortValue: ({ event }) => event.tags.join(' '),
        cell: ({ event }) => (
          <span className={styles.tags}>
            {event.tags.map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </span>
        ),
      });
    }
    return columns;
  }, [t, language, isWide, isOneYear]);
}

type Group = Readonly<{ id: string; label: string; order: string | number }>;

export function useEventGroups(grouping: Grouping): ((row: EventRow) => Group) | undefined {
  const { t } = useTranslation('domain');
  const language = useLanguage();
  const groupOf = useCallback(
    ({ event, on }: EventRow): Group => {
      if (grouping === 'month') {
        const label = formatDay(monthStart(on), 'month', language);
        return { id: on.slice(0, 7), label, order: on.slice(0, 7) };
      }
      if (grouping === 'status') {
        return {
          id: event.status,
          label: t(`status.${event.status}`),
          order: eventStatuses.indexOf(event.status),
        };
      }
      if (grouping === 'kind') {
        return { id: event.kind, label: t(`kind.${event.kind}`), order: eventKinds.indexOf(event.kind) };
      }
      return { id: event.role, label: t(`role.${event.role}`), order: eventRoles.indexOf(event.role) };
    },
    [grouping, language, t],
  );
  return grouping === 'none' ? undefined : groupOf;
}

function TaskCell({ counts, isLateShown }: { counts: EventRow['counts']; isLateShown: boolean }) {
  const { t } = useTranslation('events');
  if (!counts) return null;
  if (counts.open === 0) {
    return <span className={styles.quiet}>{counts.total === 0 ? t('tasksNone') : t('tasksDone')}</span>;
  }
  return (
    <span className={styles.tasks}>
      {t('tasksOpen', { count: counts.open })}
      {isLateShown && counts.overdue > 0 && (
        <StatusMark kind="alert">{t('tasksLate', { count: counts.overdue })}</StatusMark>
      )}
    </span>
  );
}

function placeOf({ venue }: EventRow['event']): string {
  const { name, commune } = venue;
  if (name === '' || commune === '' || name.includes(commune)) return name || commune;
  return `${name}, ${commune}`;
}

const wide = '(min-width: 1500px)';

function useIsWide(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(wide);
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => window.matchMedia(wide).matches,
  );
}
