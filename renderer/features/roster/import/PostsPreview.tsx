import { formatSpan } from '@shared/domain/formatting';
import type { TimeZone } from '@shared/domain/time';
import type { PostImportPlan, PostRow } from '@shared/interchange/postsCsv';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import { CsvPreview } from '@renderer/csvImport/CsvPreview';
import type { Column } from '@renderer/ui/DataTable';

/** What the import would do, line by line: why a line is refused, what is worth knowing of the others. */
export function PostsPreview({ plan, zone }: { plan: PostImportPlan; zone: TimeZone }) {
  const { t } = useTranslation('roster');
  const language = useLanguage();
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
    ],
    [t, zone, language],
  );
  return (
    <CsvPreview
      plan={plan}
      titleOf={({ name }) => name}
      columns={columns}
      outcomeWords={(outcome, of) => t(`import.${of === 'one' ? 'rowOutcome' : 'outcome'}.${outcome}`)}
      notes={[
        t('import.posts', { count: plan.postCount }),
        ...plan.notes.map(({ code, count }) => t(`import.notes.${code}`, { count })),
      ]}
      detailsOf={detailsOf}
    />
  );
}
