import { formatDay } from '@shared/domain/formatting';
import type { StaffId, StaffMember } from '@shared/domain/staffMember';
import type { WorkProfile } from '@shared/domain/workProfile';
import type {
  PeopleImportPlan,
  PeopleMapping,
  PersonImportRow,
  PersonProblem,
} from '@shared/interchange/peopleCsv';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CsvPreview } from '@renderer/csvImport/CsvPreview';
import { useSettings } from '@renderer/data/settingsContext';
import { useLanguage } from '@renderer/i18n/i18n';
import type { Column } from '@renderer/ui/DataTable';
import { toldFields, usePeopleWords } from '../usePeopleWords';

type Props = {
  plan: PeopleImportPlan;
  people: readonly StaffMember[];
  profiles: readonly WorkProfile[];
  headers: readonly string[];
  mapping: PeopleMapping;
};

/** What the import would do, line by line: why a line is refused, what a changed person was and would be. */
export function ImportPreview(props: Props) {
  const { plan, mapping } = props;
  const { t } = useTranslation('people');
  const language = useLanguage();
  const { timeZone } = useSettings();
  const detailsOf = useDetails(props);
  const columns = useMemo(
    (): Column<PersonImportRow>[] => [
      {
        id: 'name',
        header: t('columns.name'),
        width: 'minmax(140px, 1.4fr)',
        cell: ({ name }) => <span dir="auto">{name || '—'}</span>,
      },
    ],
    [t],
  );
  const { count, on } = plan.expired;
  return (
    <CsvPreview
      plan={plan}
      titleOf={({ name }) => name}
      columns={columns}
      outcomeWords={(outcome, of) => t(`import.${of === 'one' ? 'rowOutcome' : 'outcome'}.${outcome}`)}
      notes={[
        ...(count > 0 ? [t('import.notes.expired', { count, day: formatDay(on, 'long', language) })] : []),
        ...(mapping.includes('absences') ? [t('import.zone', { zone: timeZone })] : []),
      ]}
      detailsOf={detailsOf}
    />
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
