import { formatMinutes, formatMoney } from '@shared/domain/formatting';
import {
  fairnessOf,
  hoursByTeam,
  hoursOf,
  type HoursSum,
  type PersonHours,
  sumOfHours,
} from '@shared/domain/hours';
import type { RosterFacts } from '@shared/domain/roster';
import { hoursCsv, hoursXlsx } from '@shared/interchange/hoursCsv';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '@renderer/data/settingsContext';
import { useHost } from '@renderer/host/hostContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { type Column, DataTable } from '@renderer/ui/DataTable';
import { EmptyState } from '@renderer/ui/EmptyState';
import { icons } from '@renderer/ui/icons';
import { SearchField } from '@renderer/ui/SearchField';
import { Segmented } from '@renderer/ui/Segmented';
import { useToasts } from '@renderer/ui/Toaster';
import styles from './Presence.module.css';

type TeamHours = Readonly<{ team: string; sum: HoursSum }>;

/** Planned and worked hours, against the contract, with what they cost; out to payroll. */
export function HoursView({ facts }: { facts: RosterFacts }) {
  const { t } = useTranslation('presence');
  const { currency } = useSettings();
  const language = useLanguage();
  const [by, setBy] = useState<'person' | 'team'>('person');
  const [filter, setFilter] = useState('');
  const rows = useMemo(() => hoursOf(facts), [facts]);
  const teams = useMemo(() => hoursByTeam(rows), [rows]);
  const sum = useMemo(() => sumOfHours(rows), [rows]);
  const fairness = useMemo(() => fairnessOf(rows), [rows]);
  const save = useSave(facts);
  const hours = (minutes: number): string => formatMinutes(Math.round(minutes), language);
  const personColumns = usePersonColumns();
  const teamColumns = useTeamColumns();
  if (rows.length === 0) {
    return (
      <EmptyState icon={<icons.today />} title={t('hours.emptyTitle')}>
        {t('hours.emptySentence')}
      </EmptyState>
    );
  }
  const money = (minor: number): string => formatMoney(minor, currency, language);
  const totals = [
    t('hours.totals.people', { count: sum.people }),
    t('hours.totals.planned', { hours: hours(sum.plannedMinutes) }),
    t('hours.totals.worked', { hours: hours(sum.workedMinutes) }),
    sum.shiftsToNote > 0 && t('hours.totals.toNote', { count: sum.shiftsToNote }),
    sum.overtimeMinutes > 0 && t('hours.totals.overtime', { hours: hours(sum.overtimeMinutes) }),
    sum.plannedCostMinor !== null &&
      t('hours.totals.cost', {
        cost: money(sum.workedCostMinor ?? 0),
        planned: money(sum.plannedCostMinor),
      }),
    sum.plannedCostMinor !== null && sum.uncosted > 0 && t('hours.totals.uncosted', { count: sum.uncosted }),
  ].filter(Boolean);
  const footer = (
    <span className={styles.totals}>
      <b>{t('hours.total')}</b> {totals.join(' · ')}
    </span>
  );
  return (
    <div className={styles.main}>
      <div className={styles.tools}>
        <Segmented
          label={t('hours.by')}
          value={by}
          options={[
            { id: 'person', label: t('hours.byPerson') },
            { id: 'team', label: t('hours.byTeam') },
          ]}
          onChange={setBy}
        />
        {by === 'person' && (
          <SearchField label={t('hours.find')} value={filter} onChange={setFilter} clearLabel={t('clear')} />
        )}
        <span className={styles.grow} />
        <Button
          icon={<icons.download />}
          onPress={() => void save('csv', async () => hoursCsv(rows, currency, language))}
        >
          {t('hours.csv')}
        </Button>
        <Button
          icon={<icons.download />}
          onPress={() => void save('xlsx', () => hoursXlsx(rows, currency, language, t('hours.sheetName')))}
        >
          {t('hours.xlsx')}
        </Button>
      </div>
      {fairness && (
        <p className={styles.help}>
          {t('hours.fairness', {
            least: hours(fairness.leastMinutes),
            most: hours(fairness.mostMinutes),
            mean: hours(fairness.meanMinutes),
            spread: hours(fairness.spreadMinutes),
          })}{' '}
          {t('hours.help')}
        </p>
      )}
      {by === 'person' ? (
        <DataTable
          label={t('hours.table')}
          rows={rows}
          rowId={personIdOf}
          rowLabel={personNameOf}
          columns={personColumns}
          language={language}
          filter={filter}
          rememberAs="hours"
          columnsLabel={t('columnsShown')}
          empty={t('empty.filtered')}
          footer={footer}
        />
      ) : (
        <DataTable
          label={t('hours.teams')}
          rows={teams}
          rowId={teamOf}
          rowLabel={teamOf}
          columns={teamColumns}
          language={language}
          rememberAs="teamHours"
          footer={footer}
        />
      )}
    </div>
  );
}

function usePersonColumns(): readonly Column<PersonHours>[] {
  const { t } = useTranslation('presence');
  const { currency } = useSettings();
  const language = useLanguage();
  return useMemo(() => {
    const text = (id: 'team' | 'profile'): Column<PersonHours> => ({
      id,
      header: t(`hours.${id}`),
      width: '2fr',
      minWidth: '96px',
      sortValue: (row) => row[id],
      filterValue: (row) => row[id],
      cell: (row) => <span dir="auto">{row[id]}</span>,
    });
    return [
      {
        id: 'name',
        header: t('hours.name'),
        width: '3fr',
        minWidth: '150px',
        isPrimary: true,
        sortValue: personNameOf,
        filterValue: personNameOf,
        cell: (row: PersonHours) => <span dir="auto">{row.name}</span>,
      },
      text('team'),
      text('profile'),
      figure('shifts', t('hours.shifts'), ({ shifts }) => shifts, String),
      figure('planned', t('hours.planned'), ({ plannedMinutes }) => plannedMinutes, hoursIn(language)),
      figure('worked', t('hours.worked'), ({ workedMinutes }) => workedMinutes, hoursIn(language)),
      figure('toNote', t('hours.toNote'), ({ shiftsToNote }) => shiftsToNote, unlessNone),
      figure('absences', t('hours.absences'), ({ absences }) => absences, unlessNone),
      figure('contract', t('hours.contract'), ({ contractMinutes }) => contractMinutes, hoursIn(language)),
      figure('week', t('hours.week'), ({ weekMinutes }) => weekMinutes, hoursIn(language)),
      figure('overtime', t('hours.overtime'), ({ overtimeMinutes }) => overtimeMinutes, hoursIn(language)),
      figure(
        'plannedCost',
        t('hours.plannedCost'),
        ({ plannedCostMinor }) => plannedCostMinor,
        (minor) => formatMoney(minor, currency, language),
        moneyWidth,
      ),
      figure(
        'workedCost',
        t('hours.workedCost'),
        ({ workedCostMinor, workedMinutes }) => (workedMinutes === 0 ? null : workedCostMinor),
        (minor) => formatMoney(minor, currency, language),
        moneyWidth,
      ),
    ];
  }, [t, currency, language]);
}

function useTeamColumns(): readonly Column<TeamHours>[] {
  const { t } = useTranslation('presence');
  const { currency } = useSettings();
  const language = useLanguage();
  return useMemo(
    () => [
      {
        id: 'team',
        header: t('hours.team'),
        width: '3fr',
        minWidth: '150px',
        isPrimary: true,
        sortValue: teamOf,
        cell: ({ team }: TeamHours) => <span dir="auto">{team || t('noTeam')}</span>,
      },
      figure('people', t('hours.people'), ({ sum }) => sum.people, String),
      figure('shifts', t('hours.shifts'), ({ sum }) => sum.shifts, String),
      figure('planned', t('hours.planned'), ({ sum }) => sum.plannedMinutes, hoursIn(language)),
      figure('worked', t('hours.worked'), ({ sum }) => sum.workedMinutes, hoursIn(language)),
      figure('toNote', t('hours.toNote'), ({ sum }) => sum.shiftsToNote, unlessNone),
      figure('absences', t('hours.absences'), ({ sum }) => sum.absences, unlessNone),
      figure('overtime', t('hours.overtime'), ({ sum }) => sum.overtimeMinutes, hoursIn(language)),
      figure(
        'plannedCost',
        t('hours.plannedCost'),
        ({ sum }) => sum.plannedCostMinor,
        (minor) => formatMoney(minor, currency, language),
        moneyWidth,
      ),
      figure(
        'workedCost',
        t('hours.workedCost'),
        ({ sum }) => (sum.workedMinutes === 0 ? null : sum.workedCostMinor),
        (minor) => formatMoney(minor, currency, language),
        moneyWidth,
      ),
    ],
    [t, currency, language],
  );
}

/** « 1 250 000 F CFP » */
const moneyWidth = '124px';

/** A column of figures: what is not known stays empty, and last in every order. */
function figure<Row>(
  id: string,
  header: string,
  of: (row: Row) => number | null,
  say: (value: number) => string,
  minWidth = '76px',
): Column<Row> {
  return {
    id,
    header,
    width: '1fr',
    minWidth,
    align: 'end',
    sortValue: of,
    cell: (row) => {
      const value = of(row);
      return value === null ? '' : say(value);
    },
  };
}

function hoursIn(language: 'fr' | 'en'): (minutes: number) => string {
  return (minutes) => (minutes === 0 ? '' : formatMinutes(minutes, language));
}

function unlessNone(count: number): string {
  return count === 0 ? '' : String(count);
}

function useSave(facts: RosterFacts) {
  const { t } = useTranslation('presence');
  const host = useHost();
  const { toast } = useToasts();
  const event = facts.events.find(({ id }) => id === facts.eventId);
  return async (kind: 'csv' | 'xlsx', make: () => Promise<Uint8Array<ArrayBuffer>>): Promise<void> => {
    const title = [event?.name, event?.edition].filter(Boolean).join(' ');
    const name = t('hours.fileName', { name: title })
      .replace(/[\\/:*?"<>|]/g, ' ')
      .slice(0, 120);
    try {
      const answer = await host.ask['files:save'](
        `${name}.${kind}`,
        kind === 'csv' ? 'csv' : 'any',
        await make(),
      );
      if (answer.kind === 'saved') toast({ text: t('hours.saved', { name: answer.name }) });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      toast({ kind: 'alert', text: t('hours.failed', { reason }) });
    }
  };
}

function personIdOf({ personId }: PersonHours): string {
  return personId;
}

function personNameOf({ name }: PersonHours): string {
  return name;
}

function teamOf({ team }: TeamHours): string {
  return team;
}
