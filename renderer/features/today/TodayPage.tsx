import { attentionHorizonDays, attentionOf, dueSoonDays } from '@shared/domain/attention';
import { formatDay } from '@shared/domain/formatting';
import { dDayOf, type PlannedEvent } from '@shared/domain/plannedEvent';
import { addDays, daysBetween, weekdayOf } from '@shared/domain/time';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useToday } from '@renderer/data/clock';
import { eventsBetween, occurrencesBetween } from '@renderer/data/events';
import { allReports } from '@renderer/data/reports';
import { usePeriods, useSettings } from '@renderer/data/settingsContext';
import { openTasksDueBetween, overdueTasks, taskCountsByEvent } from '@renderer/data/tasks';
import { useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { paths } from '@renderer/navigation/paths';
import { useGo, useSearchState } from '@renderer/navigation/searchState';
import { Button } from '@renderer/ui/Button';
import { EmptyState } from '@renderer/ui/EmptyState';
import { icons } from '@renderer/ui/icons';
import { Segmented } from '@renderer/ui/Segmented';
import { AttentionList } from './AttentionList';
import { ComingEvents } from './ComingEvents';
import { WeekFloor } from './WeekFloor';
import styles from './TodayPage.module.css';

const scopes = ['all', 'mine', 'week'] as const;
const searchSchema = z.object({ scope: z.enum(scopes).default('all') });
/** Reports and measures may be missing for this long after an event. */
const lookBackDays = 400;

export function TodayPage() {
  const { t } = useTranslation('today');
  const today = useToday();
  const language = useLanguage();
  const { me } = useSettings();
  const periods = usePeriods();
  const go = useGo();
  const [{ scope }, setSearch] = useSearchState(searchSchema);

  const weekStart = addDays(today, 1 - weekdayOf(today));
  const known = useQuestion(
    async (database) => ({
      events: await eventsBetween(
        database,
        addDays(today, -lookBackDays),
        addDays(today, attentionHorizonDays),
      ),
      tasks: [
        ...(await overdueTasks(database, today)),
        ...(await openTasksDueBetween(database, today, addDays(today, dueSoonDays))),
      ],
      reports: await allReports(database),
      coming: await occurrencesBetween(database, today, addDays(today, attentionHorizonDays)),
      week: await occurrencesBetween(database, weekStart, addDays(weekStart, 6)),
      weekTasks: await openTasksDueBetween(database, weekStart, addDays(weekStart, 6)),
      counts: await taskCountsByEvent(database, today),
    }),
    [today, weekStart],
  );
  const everything = useMemo(() => known && attentionOf({ ...known, today }), [known, today]);
  if (!known || !everything) return null;

  const lines = everything.filter((line) => {
    if (scope === 'mine')
      return (line.kind === 'overdueTask' || line.kind === 'dueTask') && line.task.owner === me && me !== '';
    if (scope === 'week') return line.kind !== 'redGap' || line.inDays <= dueSoonDays;
    return true;
  });
  const late = lines.filter(({ kind }) => kind === 'overdueTask').length;
  const nextOwn = known.coming
    .map(({ event }) => event)
    .filter(({ role, kind, status }) => role === 'organiser' && kind !== 'meeting' && status !== 'cancelled')
    .sort((left, right) => left.opensAt.localeCompare(right.opensAt))[0];

  return (
    <div className={styles.page}>
      <header className={styles.hello}>
        <div>
          <h1>{capitalised(formatDay(today, 'full', language))}</h1>
          <p>
            {t('summary', { count: lines.length, late })}{' '}
            {nextOwn && t('nextOwn', { name: nextOwn.name, when: inWords(nextOwn) })}
          </p>
        </div>
        <Segmented
          label={t('scope.label')}
          value={scope}
          options={scopes.map((id) => ({ id, label: t(`scope.${id}`) }))}
          onChange={(id) => setSearch({ scope: id === 'all' ? undefined : id })}
        />
        <Button variant="primary" icon={<icons.add />} onPress={() => go('#/events?new=1')}>
          {t('newEvent')}
        </Button>
      </header>
      <div className={styles.columns}>
        <div>
          {lines.length === 0 ? (
            <EmptyState
              icon={<icons.ok />}
              title={t('calm.title')}
              action={<Button onPress={() => go(paths.calendar())}>{t('calm.action')}</Button>}
            >
              {scope === 'mine' && me === '' ? t('noMe') : t('calm.sentence')}
            </EmptyState>
          ) : (
            <AttentionList lines={lines} />
          )}
        </div>
        <ComingEvents occurrences={known.coming} counts={known.counts} />
      </div>
      <WeekFloor weekStart={weekStart} occurrences={known.week} tasks={known.weekTasks} periods={periods} />
    </div>
  );

  function inWords(event: PlannedEvent): string {
    const days = daysBetween(today, dDayOf(event));
    return days === 0 ? t('in.today') : t('in.days', { count: days });
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
