import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/i18n';
import { type Column, DataTable } from '../ui/DataTable';
import { RowDetail } from '../ui/RowDetail';
import { StatusMark } from '../ui/StatusMark';
import styles from './CsvImport.module.css';

const outcomes = ['created', 'changed', 'unchanged', 'refused'] as const;
export type CsvOutcome = (typeof outcomes)[number];
const marks = { created: 'ok', changed: 'warn', unchanged: 'info', refused: 'alert' } as const;

type Props<Row> = {
  plan: Readonly<{ rows: readonly Row[]; counts: Readonly<Record<CsvOutcome, number>> }>;
  titleOf: (row: Row) => string;
  /** Between the number of the line and its outcome; of one identity while the plan is. */
  columns: readonly Column<Row>[];
  /** What an outcome is called, of several lines and of one. */
  outcomeWords: (outcome: CsvOutcome, of: 'several' | 'one') => string;
  /** What is worth knowing of the whole. */
  notes: readonly string[];
  /** Why a line is refused, what a changed record was and would be. */
  detailsOf: (row: Row) => readonly string[];
};

/** What the import would do, line by line. */
export function CsvPreview<Row extends Readonly<{ line: number; outcome: CsvOutcome }>>({
  plan,
  titleOf,
  columns,
  outcomeWords,
  notes,
  detailsOf,
}: Props<Row>) {
  const { t } = useTranslation('csvImport');
  const language = useLanguage();
  const [shown, setShown] = useState<CsvOutcome | null>(null);
  const [openLine, setOpenLine] = useState<number | null>(null);
  const rows = useMemo(
    () => (shown ? plan.rows.filter(({ outcome }) => outcome === shown) : plan.rows),
    [plan, shown],
  );
  const all = useMemo(
    (): Column<Row>[] => [
      { id: 'line', header: t('line'), width: '58px', align: 'end', cell: ({ line }) => line },
      ...columns,
      {
        id: 'outcome',
        header: t('result'),
        width: '118px',
        cell: ({ outcome }) => <StatusMark kind={marks[outcome]}>{outcomeWords(outcome, 'one')}</StatusMark>,
      },
      {
        id: 'detail',
        header: t('detail'),
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
    [t, columns, outcomeWords, detailsOf],
  );
  const open = plan.rows.find(({ line }) => line === openLine);
  return (
    <>
      <ul className={styles.counts} aria-label={t('whatItDoes')}>
        {outcomes.map((outcome) => (
          <li key={outcome}>
            <button
              type="button"
              aria-pressed={shown === outcome}
              disabled={plan.counts[outcome] === 0}
              onClick={() => setShown(shown === outcome ? null : outcome)}
            >
              <b>{plan.counts[outcome]}</b>
              <StatusMark kind={marks[outcome]}>{outcomeWords(outcome, 'several')}</StatusMark>
            </button>
          </li>
        ))}
      </ul>
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <DataTable
        label={t('whatItDoes')}
        language={language}
        rows={rows}
        rowId={({ line }) => String(line)}
        rowLabel={titleOf}
        columns={all}
        openId={openLine === null ? null : String(openLine)}
        onOpen={({ line }) => setOpenLine(line === openLine ? null : line)}
      />
      {open && (
        <RowDetail
          label={t('lineNumber', { line: open.line })}
          title={t('lineTitle', { line: open.line, title: titleOf(open) })}
          sentences={detailsOf(open)}
        />
      )}
    </>
  );
}
