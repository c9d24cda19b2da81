import { formatCountdown, formatSpan } from '@shared/domain/formatting';
import { dDayOf, type EventId, type PlannedEvent } from '@shared/domain/plannedEvent';
import { daysBetween } from '@shared/domain/time';
import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../data/clock';
import { eventOf } from '../data/events';
import { useQuestion } from '../data/workspaceContext';
import { ExportDialog } from '../features/exchange/ExportDialog';
import { useLanguage } from '../i18n/i18n';
import { type EventTab, eventTabs, paths } from '../navigation/paths';
import { useGo } from '../navigation/searchState';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { IconButton } from '../ui/IconButton';
import { icons } from '../ui/icons';
import { Tabs } from '../ui/Tabs';
import { EventHealth } from './EventHealth';
import { PageBoundary } from './PageBoundary';
import styles from './EventWorkspace.module.css';

/** One tab of the event workspace: a line here, its name in `paths.eventTabs`, its words in `shell.tabs`. */
const tabPages: Record<EventTab, ComponentType<{ eventId: EventId }>> = {
  overview: lazy(() => import('./joined').then(({ OverviewWithMoves }) => ({ default: OverviewWithMoves }))),
  tasks: lazy(() =>
    import('../features/tasks/EventTasksPage').then(({ EventTasksPage }) => ({ default: EventTasksPage })),
  ),
  roster: lazy(() => import('./joined').then(({ RosterWithPapers }) => ({ default: RosterWithPapers }))),
  evaluation: lazy(() =>
    import('../features/report/ReportPage').then(({ ReportPage }) => ({ default: ReportPage })),
  ),
};

/** Alt and a figure goes to a tab, from anywhere in the event. */
function useTabKeys(eventId: EventId): void {
  const go = useGo();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const tab =
        event.altKey && !event.ctrlKey && /^Digit\d$/.test(event.code)
          ? eventTabs[Number(event.code.slice(5)) - 1]
          : undefined;
      if (!tab) return;
      event.preventDefault();
      go(paths.event(eventId, tab));
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [eventId, go]);
}

export function EventWorkspace({ eventId, tab }: { eventId: EventId; tab: EventTab }) {
  const { t } = useTranslation('shell');
  const event = useQuestion((database) => eventOf(database, eventId), [eventId]);
  const go = useGo();
  useTabKeys(eventId);
  if (event === undefined) return null;
  if (event === null) {
    return (
      <EmptyState
        isPage
        icon={<icons.events />}
        title={t('eventMissing.title')}
        action={<Button onPress={() => go(paths.events())}>{t('eventMissing.action')}</Button>}
      >
        {t('eventMissing.sentence')}
      </EmptyState>
    );
  }
  const Page = tabPages[tab];
  return (
    <>
      <EventHeader event={event} tab={tab} />
      <div className={styles.page}>
        <PageBoundary key={tab}>
          <Suspense>
            <Page eventId={eventId} />
          </Suspense>
        </PageBoundary>
      </div>
    </>
  );
}

function EventHeader({ event, tab }: { event: PlannedEvent; tab: EventTab }) {
  const { t } = useTranslation(['shell', 'domain', 'exchange']);
  const [isExporting, setIsExporting] = useState(false);
  const language = useLanguage();
  const today = useToday();
  return (
    <header className={styles.header}>
      <div className={styles.name}>
        <h1 dir="auto">{event.edition ? `${event.name}, ${event.edition}` : event.name}</h1>
        <span className={styles.countdown}>
          {formatCountdown(daysBetween(today, dDayOf(event)), language)}
        </span>
        <span className={styles.more}>
          <IconButton
            label={t('exchange:export.eventAction')}
            icon={<icons.download />}
            onPress={() => setIsExporting(true)}
          />
        </span>
      </div>
      <div className={styles.facts}>
        <span>{formatSpan(event.opensAt, event.closesAt, event.timeZone, 'full', language)}</span>
        <span>{t(`domain:role.${event.role}`)}</span>
        <span>{t(`domain:status.${event.status}`)}</span>
        {event.venue.name && <span dir="auto">{event.venue.name}</span>}
        <EventHealth event={event} />
      </div>
      <Tabs
        label={t('shell:tabs.label')}
        items={eventTabs.map((id) => ({
          id,
          href: paths.event(event.id, id),
          label: t(`shell:tabs.${id}`),
          isCurrent: id === tab,
        }))}
      />
      {isExporting && <ExportDialog event={event} onClose={() => setIsExporting(false)} />}
    </header>
  );
}
