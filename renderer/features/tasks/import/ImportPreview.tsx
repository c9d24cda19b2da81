import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Task } from '@shared/domain/task';
import type { RowProblem, TaskMapping } from '@shared/interchange/taskRow';
import type { ImportPlan, ImportRow } from '@shared/interchange/tasksCsv';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CsvPreview } from '@renderer/csvImport/CsvPreview';
import type { Column } from '@renderer/ui/DataTable';
import { toldFields, useTaskFieldWords } from '../useTaskFieldWords';

type Props = {
  plan: ImportPlan;
  event: PlannedEvent | null;
  events: readonly PlannedEvent[];
  existing: readonly Task[];
  headers: readonly string[];
  mapping: TaskMapping;
};

/** What the import would do, line by line: why a line is refused, what a changed task was and would be. */
export function ImportPreview(props: Props) {
  const { plan } = props;
  const { t } = useTranslation('tasks');
  const detailsOf = useDetails(props);
  const columns = useMemo(
    (): Column<ImportRow>[] => [
      {
        id: 'title',
        header: t('columns.title'),
        width: 'minmax(160px, 2fr)',
        cell: ({ title }) => <span dir="auto">{title || '—'}</span>,
      },
    ],
    [t],
  );
  return (
    <CsvPreview
      plan={plan}
      titleOf={({ title }) => title}
      columns={columns}
      outcomeWords={(outcome, of) => t(`import.${of === 'one' ? 'rowOutcome' : 'outcome'}.${outcome}`)}
      notes={plan.notes.map(({ code, count }) => t(`import.notes.${code}`, { count }))}
      detailsOf={detailsOf}
    />
  );
}

/** A refused line's column, value and reason; a changed task's fields, before and after. */
function useDetails({
  plan,
  event,
  events,
  existing,
  headers,
  mapping,
}: Props): (row: ImportRow) => readonly string[] {
  const { t } = useTranslation('tasks');
  const titles = useMemo(() => {
    const known = new Map<string, string>(existing.map(({ id, title }) => [id, title]));
    for (const { task } of plan.rows) if (task) known.set(task.id, task.title);
    return known;
  }, [plan, existing]);
  const { nameOf, textOf } = useTaskFieldWords({ event, events, titleOf: (id) => titles.get(id) });
  const columnName = ({ column }: RowProblem): string =>
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
    const { before, task } = row;
    if (row.outcome !== 'changed' || !before || !task) return [];
    return toldFields
      .filter((field) => row.changedFields.includes(field))
      .map((field) =>
        t('panel.changed', {
          field: nameOf(field),
          before: textOf(before, field) || '—',
          after: textOf(task, field) || '—',
        }),
      );
  };
}
