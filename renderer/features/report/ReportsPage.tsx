import { indicatorsOf } from '@shared/domain/completeness';
import type { EventReport } from '@shared/domain/eventReport';
import { formatDay } from '@shared/domain/formatting';
import { dDayOf, type PlannedEvent } from '@shared/domain/plannedEvent';
import { type Day } from '@shared/domain/time';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { allEvents } from '@renderer/data/events';
import { allReports } from '@renderer/data/reports';
import { useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { paths } from '@renderer/navigation/paths';
import { useGo } from '@renderer/navigation/searchState';
import { Button } from '@renderer/ui/Button';
import { type Column, DataTable, type TableSort } from '@renderer/ui/DataTable';
import { EmptyState } from '@renderer/ui/EmptyState';
import { icons } from '@renderer/ui/icons';
import { StatusMark } from '@renderer/ui/StatusMark';
import styles from './ReportPage.module.css';

type State = 'late' | 'toWrite' | 'written' | 'later';
type Row = Readonly<{ event: PlannedEvent; report: EventReport | undefined; state: State; on: Day }>;
const stateMarks = { late: 'alert', toWrite: 'warn', written: 'ok', later: 'info' } as const;
const stateOrder: Record<State, number> = { late: 0, toWrite: 1, later: 2, written: 3 };

/** Every event's report and how far it is. */
export function ReportsPage() {
  const { t } = useTranslation('report');
  const language = useLanguage();
  const today = useToday();
  const go = useGo();
  const [sort, setSort] = useState<TableSort | null>({ column: 'date', direction: 'descending' });
  const known = useQuestion(
    async (database) => ({ events: await allEvents(database), reports: await allReports(database) }),
    [],
  );
  const rows = useMemo(() => known && rowsOf(known.events, known.reports, today), [known, today]);
  const columns = useMemo((): Column<Row>[] => {
    const day = (on: Day | null): string => (on ? formatDay(on, 'medium', language) : '');
    return [
      {
        id: 'event',
        header: t('list.event'),
        width: 'minmax(220px, 3fr)',
        cell: ({ event }) => <span dir="auto">{titleOf(event)}</span>,
        sortValue: ({ event }) => titleOf(event),
      },
      {
        id: 'date',
        header: t('list.date'),
        width: '150px',
        cell: ({ on }) => day(on),
        sortValue: ({ on }) => on,
      },
      {
        id: 'due',
        header: t('list.due'),
        width: '150px',
        cell: ({ event }) => day(event.reportDueOn),
        sortValue: ({ event }) => event.reportDueOn,
      },
      {
        id: 'state',
        header: t('list.state'),
        width: '130px',
        cell: ({ state }) => <StatusMark kind={stateMarks[state]}>{t(`list.states.${state}`)}</StatusMark>,
        sortValue: ({ state }) => stateOrder[state],
      },
      {
        id: 'indicators',
        header: t('list.indicators'),
        width: '160px',
        cell: ({ event }) => {
          const all = indicatorsOf(event);
          const measured = all.filter(({ actual }) => actual !== null).length;
          return all.length > 0 && t('list.measured', { measured, all: all.length });
        },
      },
      {
        id: 'version',
        header: t('list.version'),
        width: '90px',
        cell: ({ report }) => report?.version ?? '',
      },
    ];
  }, [t, language]);
  if (!rows) return null;
  return (
    <>
      <h1 className={styles.title}>{t('list.title')}</h1>
      {rows.length === 0 ? (
        <EmptyState
          icon={<icons.reports />}
          title={t('list.empty')}
          action={<Button onPress={() => go('#/events?new=1')}>{t('list.newEvent')}</Button>}
        >
          {t('list.emptySentence')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('list.title')}
          language={language}
          rows={rows}
          rowId={({ event }) => event.id}
          rowLabel={({ event }) => titleOf(event)}
          columns={columns}
          sort={sort}
          onSort={setSort}
          onOpen={({ event }) => go(paths.event(event.id, 'evaluation'))}
        />
      )}
    </>
  );
}

function titleOf({ name, edition }: PlannedEvent): string {
  return edition ? `${name}, ${edition}` : name;
}

function rowsOf(events: readonly PlannedEvent[], reports: readonly EventReport[], today: Day): Row[] {
  const byEvent = new Map(reports.map((report) => [report.id, report]));
  return events
    .filter(({ status, kind }) => status !== 'cancelled' && kind !== 'meeting')
    .map((event) => {
      const report = byEvent.get(event.id);
      return { event, report, on: dDayOf(event), state: stateOf(event, report, today) };
    });
}

function stateOf(event: PlannedEvent, report: EventReport | undefined, today: Day): State {
  if (report?.narratives.summary?.trim()) return 'written';
  if (dDayOf(event) >= today) return 'later';
  return event.reportDueOn !== null && event.reportDueOn < today ? 'late' : 'toWrite';
}
