import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Task } from '@shared/domain/task';
import type { RowProblem, TaskMapping } from '@shared/interchange/taskRow';
import type { ImportOutcome, ImportPlan, ImportRow } from '@shared/interchange/tasksCsv';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import { type Column, DataTable } from '@renderer/ui/DataTable';
import { RowDetail } from '@renderer/ui/RowDetail';
import { StatusMark } from '@renderer/ui/StatusMark';
import { toldFields, useTaskFieldWords } from '../useTaskFieldWords';
import styles from './Import.module.css';

const outcomes = ['created', 'changed', 'unchanged', 'refused'] as const satisfies readonly ImportOutcome[];
const marks = { created: 'ok', changed: 'warn', unchanged: 'info', refused: 'alert' } as const;

type Props = {
  plan: ImportPlan;
  event: PlannedEvent | null;
  events: readonly PlannedEvent[];
  existing: readonly Task[];
  headers: readonly string[];
  mapping: TaskMapping;
};

/** What the import would do, line by line: why a line is refused, what a changed task was and would be. */
export function ImportPreview({ plan, event, events, existing, headers, mapping }: Props) {
  const { t } = useTranslation('tasks');
  const language = useLanguage();
  const [shown, setShown] = useState<ImportOutcome | null>(null);
  const [openLine, setOpenLine] = useState<number | null>(null);
  const detailsOf = useDetails({ plan, event, events, existing, headers, mapping });
  const rows = useMemo(
    () => (shown ? plan.rows.filter(({ outcome }) => outcome === shown) : plan.rows),
    [plan, shown],
  );
  const columns = useMemo(
    (): Column<ImportRow>[] => [
      {
        id: 'line',
        header: t('import.line'),
        width: '58px',
        align: 'end',
        cell: ({ line }) => line,
      },
      {
        id: 'title',
        header: t('columns.title'),
        width: 'minmax(160px, 2fr)',
        cell: ({ title }) => <span dir="auto">{title || '—'}</span>,
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
      {plan.notes.length > 0 && (
        <ul className={styles.notes}>
          {plan.notes.map(({ code, count }) => (
            <li key={code}>{t(`import.notes.${code}`, { count })}</li>
          ))}
        </ul>
      )}
      <DataTable
        label={t('import.whatItDoes')}
        language={language}
        rows={rows}
        rowId={({ line }) => String(line)}
        rowLabel={({ title }) => title}
        columns={columns}
        openId={openLine === null ? null : String(openLine)}
        onOpen={({ line }) => setOpenLine(line === openLine ? null : line)}
      />
      {open && (
        <RowDetail
          label={t('import.lineNumber', { line: open.line })}
          title={t('import.lineTitle', { line: open.line, title: open.title })}
          sentences={detailsOf(open)}
        />
      )}
    </>
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
