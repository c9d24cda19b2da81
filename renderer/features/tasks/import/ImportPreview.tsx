import type { ImportPlan, ImportRow } from '@shared/interchange/tasksCsv';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@renderer/ui/Button';
import { StatusMark } from '@renderer/ui/StatusMark';
import styles from './ImportDialog.module.css';

const outcomes = ['refused', 'created', 'changed', 'unchanged'] as const;
const marks = { created: 'ok', changed: 'warn', unchanged: 'info', refused: 'alert' } as const;
const rowsAtFirst = 60;

/** What the import would do, refusals first: the line, the title, and why. */
export function ImportPreview({ plan }: { plan: ImportPlan }) {
  const { t } = useTranslation('tasks');
  const [limit, setLimit] = useState(rowsAtFirst);
  const rows = outcomes.flatMap((outcome) => plan.rows.filter((row) => row.outcome === outcome));
  return (
    <section aria-label={t('import.rows')}>
      <ul className={styles.counts}>
        {(['created', 'changed', 'unchanged', 'refused'] as const).map((outcome) => (
          <li key={outcome}>
            <b>{plan.counts[outcome]}</b>
            <StatusMark kind={marks[outcome]}>{t(`import.outcome.${outcome}`)}</StatusMark>
          </li>
        ))}
      </ul>
      <table className={styles.rows}>
        <tbody>
          {rows.slice(0, limit).map((row) => (
            <tr key={row.line}>
              <td>{t('import.line', { line: row.line })}</td>
              <th scope="row" dir="auto">
                {row.title.slice(0, 120)}
              </th>
              <td>
                <StatusMark kind={marks[row.outcome]}>{t(`import.outcome.${row.outcome}`)}</StatusMark>
              </td>
              <td>
                <Detail row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > limit && (
        <Button variant="quiet" onPress={() => setLimit(limit + 300)}>
          {t('board.more')}
        </Button>
      )}
    </section>
  );
}

function Detail({ row }: { row: ImportRow }) {
  const { t } = useTranslation('tasks');
  if (row.outcome === 'refused') {
    return row.problems.map(({ code, column, value }) => (
      <div key={`${code}-${column}-${value}`} dir="auto">
        {t(`import.columns.${column}`)} : {t(`import.problem.${code}`, { value })}
      </div>
    ));
  }
  if (row.outcome !== 'changed' || !row.before || !row.task) return null;
  const { before, task } = row;
  return row.changedFields.map((field) => (
    <div key={field} dir="auto">
      {String(field)} : {shown(before[field])} → {shown(task[field])}
    </div>
  ));
}

function shown(value: unknown): string {
  if (value === null || value === '') return '—';
  if (Array.isArray(value)) return String(value.length);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
