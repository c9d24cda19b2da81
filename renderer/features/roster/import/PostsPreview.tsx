import { formatSpan } from '@shared/domain/formatting';
import type { TimeZone } from '@shared/domain/time';
import type { PostImportPlan, PostRow, PostRowOutcome } from '@shared/interchange/postsCsv';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import { type Column, DataTable } from '@renderer/ui/DataTable';
import { RowDetail } from '@renderer/ui/RowDetail';
import { StatusMark } from '@renderer/ui/StatusMark';
import styles from './PostsImport.module.css';

const outcomes = ['created', 'changed', 'unchanged', 'refused'] as const satisfies readonly PostRowOutcome[];
const marks = { created: 'ok', changed: 'warn', unchanged: 'info', refused: 'alert' } as const;

/** What the import would do, line by line: why a line is refused, what is worth knowing of the others. */
export function PostsPreview({ plan, zone }: { plan: PostImportPlan; zone: TimeZone }) {
  const { t } = useTranslation('roster');
  const language = useLanguage();
  const [shown, setShown] = useState<PostRowOutcome | null>(null);
  const [openLine, setOpenLine] = useState<number | null>(null);
  const rows = useMemo(
    () => (shown ? plan.rows.filter(({ outcome }) => outcome === shown) : plan.rows),
    [plan, shown],
  );
  const detailsOf = useMemo(
    () =>
      ({ line, problems, warnings, before, shift }: PostRow): string[] => [
        ...problems.map(({ code, value }) =>
          t('import.because', { line, reason: t(`import.problem.${code}`, { value }) }),
        ),
        ...(before && shift && before.headcount !== shift.headcount
          ? [t('import.change', { before: before.headcount, after: shift.headcount })]
          : []),
        ...warnings.map(({ code, value }) =>
          t('import.because', { line, reason: t(`import.warning.${code}`, { value }) }),
        ),
      ],
    [t],
  );
  const columns = useMemo(
    (): Column<PostRow>[] => [
      { id: 'line', header: t('import.line'), width: '58px', align: 'end', cell: ({ line }) => line },
      {
        id: 'post',
        header: t('import.post'),
        width: 'minmax(150px, 2fr)',
        isPrimary: true,
        cell: ({ name }) => <span dir="auto">{name || '—'}</span>,
      },
      {
        id: 'when',
        header: t('import.when'),
        width: 'minmax(190px, 2fr)',
        cell: ({ shift }) =>
          shift ? formatSpan(shift.startsAt, shift.endsAt, zone, 'weekday', language) : '—',
      },
      {
        id: 'people',
        header: t('import.people'),
        width: '72px',
        align: 'end',
        cell: ({ shift }) => shift?.headcount ?? '—',
      },
      {
        id: 'outcome',
        header: t('import.result'),
        width: '112px',
        cell: ({ outcome }) => (
          <StatusMark kind={marks[outcome]}>{t(`import.rowOutcome.${outcome}`)}</StatusMark>
        ),
      },
      {
        id: 'detail',
        header: t('import.detail'),
        width: 'minmax(180px, 3fr)',
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
    [t, detailsOf, zone, language],
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
        <li>{t('import.posts', { count: plan.postCount })}</li>
        {plan.notes.map(({ code, count }) => (
          <li key={code}>{t(`import.notes.${code}`, { count })}</li>
        ))}
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
