import { formatDay } from '@shared/domain/formatting';
import type { StaffId, StaffMember } from '@shared/domain/staffMember';
import type { WorkProfile } from '@shared/domain/workProfile';
import type {
  PeopleImportPlan,
  PeopleMapping,
  PeopleOutcome,
  PersonImportRow,
  PersonProblem,
} from '@shared/interchange/peopleCsv';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '@renderer/data/settingsContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { type Column, DataTable } from '@renderer/ui/DataTable';
import { RowDetail } from '@renderer/ui/RowDetail';
import { StatusMark } from '@renderer/ui/StatusMark';
import { toldFields, usePeopleWords } from '../usePeopleWords';
import styles from './Import.module.css';

const outcomes = ['created', 'changed', 'unchanged', 'refused'] as const satisfies readonly PeopleOutcome[];
const marks = { created: 'ok', changed: 'warn', unchanged: 'info', refused: 'alert' } as const;

type Props = {
  plan: PeopleImportPlan;
  people: readonly StaffMember[];
  profiles: readonly WorkProfile[];
  headers: readonly string[];
  mapping: PeopleMapping;
};

/** What the import would do, line by line: why a line is refused, what a changed person was and would be. */
export function ImportPreview({ plan, people, profiles, headers, mapping }: Props) {
  const { t } = useTranslation('people');
  const language = useLanguage();
  const { timeZone } = useSettings();
  const [shown, setShown] = useState<PeopleOutcome | null>(null);
  const [openLine, setOpenLine] = useState<number | null>(null);
  const detailsOf = useDetails({ plan, people, profiles, headers, mapping });
  const rows = useMemo(
    () => (shown ? plan.rows.filter(({ outcome }) => outcome === shown) : plan.rows),
    [plan, shown],
  );
  const columns = useMemo(
    (): Column<PersonImportRow>[] => [
      { id: 'line', header: t('import.line'), width: '58px', align: 'end', cell: ({ line }) => line },
      {
        id: 'name',
        header: t('columns.name'),
        width: 'minmax(140px, 1.4fr)',
        cell: ({ name }) => <span dir="auto">{name || '—'}</span>,
      },
      {
        id: 'outcome',
        header: t('import.result'),
        width: '118px',
        cell: ({ outcome }) => (
          <StatusMark kind={marks[outcome]}>{t(`import.rowOutcome.${outcome}`)}</StatusMark>
        ),
      },
      {
        id: 'detail',
        header: t('import.detail'),
        width: 'minmax(200px, 3fr)',
        cell: (row) => {
          const text = detailsOf(row).join(' · ');
          return (
            <span dir="auto" title={text}>
              {text}
            </span>
          );
        },
      },
    ],
    [t, detailsOf],
  );
  const open = plan.rows.find(({ line }) => line === openLine);
  return (
    <>
      <ul className={styles.counts} aria-label={t('import.whatItDoes')}>
        {outcomes.map((outcome) => (
          <li key={outcome}>
            <button
              type="button"
              aria-pressed={shown === outcome}
              disabled={plan.counts[outcome] === 0}
              onClick={() => setShown(shown === outcome ? null : outcome)}
            >
              <b>{plan.counts[outcome]}</b>
              <StatusMark kind={marks[outcome]}>{t(`import.outcome.${outcome}`)}</StatusMark>
            </button>
          </li>
        ))}
      </ul>
      <ul className={styles.notes}>
        {plan.expired.count > 0 && (
          <li>
            {t('import.notes.expired', {
              count: plan.expired.count,
              day: formatDay(plan.expired.on, 'long', language),
            })}
          </li>
        )}
        {mapping.includes('absences') && <li>{t('import.zone', { zone: timeZone })}</li>}
      </ul>
      <DataTable
        label={t('import.whatItDoes')}
        language={language}
        rows={rows}
        rowId={({ line }) => String(line)}
        rowLabel={({ name }) => name}
        columns={columns}
        openId={openLine === null ? null : String(openLine)}
        onOpen={({ line }) => setOpenLine(line === openLine ? null : line)}
      />
      {open && (
        <RowDetail
          label={t('import.lineNumber', { line: open.line })}
          title={t('import.lineTitle', { line: open.line, title: open.name })}
          sentences={detailsOf(open)}
        />
      )}
    </>
  );
}

/** A refused line's column, value and reason; a changed person's fields, before and after. */
function useDetails({
  plan,
  people,
  profiles,
  headers,
  mapping,
}: Props): (row: PersonImportRow) => readonly string[] {
  const { t } = useTranslation('people');
  const words = usePeopleWords();
  const known = useMemo(() => {
    const names = new Map(people.map(({ id, name }) => [id, name]));
    for (const { member } of plan.rows) if (member) names.set(member.id, member.name);
    return {
      profileOf: (id: string) => profiles.find((one) => one.id === id)?.name ?? '',
      nameOf: (id: StaffId) => names.get(id) ?? t('panel.goneName'),
    };
  }, [plan, people, profiles, t]);
  const columnName = ({ column }: PersonProblem): string =>
    headers[mapping.indexOf(column)] || t(`import.columns.${column}`);
  return (row) => {
    if (row.outcome === 'refused') {
      return row.problems.map((problem) =>
        t('import.because', {
          column: columnName(problem),
          reason: t(`import.problem.${problem.code}`, { value: problem.value }),
        }),
      );
    }
    const { before, member } = row;
    if (row.outcome !== 'changed' || !before || !member) return [];
    return toldFields
      .filter((field) => row.changedFields.includes(field))
      .map((field) =>
        t('import.changed', {
          field: t(`fields.${field}`),
          before: words.field(before, field, known) || '—',
          after: words.field(member, field, known) || '—',
        }),
      );
  };
}
