import { formatNumber } from '@shared/domain/formatting';
import {
  type Choices,
  choicesOf,
  type FieldChange,
  type MergePlan,
  type RecordMerge,
  type Side,
} from '@shared/domain/mergePlan';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Workspace } from '@shared/domain/workspace';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import type { PlannedImport } from '@renderer/workers/archive.worker';
import { type Column, DataTable } from '@renderer/ui/DataTable';
import { Notice } from '@renderer/ui/Notice';
import { RowDetail } from '@renderer/ui/RowDetail';
import { StatusMark } from '@renderer/ui/StatusMark';
import { ConflictList } from './ConflictList';
import { type ExchangeWords, useExchangeWords } from './useExchangeWords';
import styles from './Exchange.module.css';

const shownCounts = ['new', 'changed', 'removed', 'conflicts', 'same'] as const;
const countMarks = {
  new: 'ok',
  changed: 'warn',
  removed: 'alert',
  conflicts: 'alert',
  same: 'info',
} as const;
const marks = { new: 'ok', changed: 'warn', removed: 'alert', conflict: 'alert' } as const;

export type ConflictChoice = Readonly<{ name: string; merge: RecordMerge; field: FieldChange | null }>;

export function choicesIn(plan: MergePlan): ConflictChoice[] {
  return plan.records.flatMap((merge) => choicesOf(merge).map(({ name, field }) => ({ name, merge, field })));
}

type Props = {
  planned: PlannedImport;
  ours: Workspace;
  /** That of an archive of one event. */
  event: PlannedEvent | null;
  choices: Choices;
  onChoose: (names: readonly string[], side: Side) => void;
};

/** What the import would do: counts, what is left to choose, and each record with what would change in it. */
export function MergePlanView({ planned: { plan }, ours, event, choices, onChoose }: Props) {
  const { t } = useTranslation('exchange');
  const language = useLanguage();
  const conflicts = useMemo(() => choicesIn(plan), [plan]);
  const titles = useMemo(() => titlesIn(ours, plan), [ours, plan]);
  const events = useMemo(() => [...(event ? [event] : []), ...ours.events], [event, ours]);
  const words = useExchangeWords(titles, events);
  return (
    <div className={styles.plan}>
      <ul className={styles.counts} aria-label={t('import.counts.label')}>
        {shownCounts.map((count) => (
          <li key={count}>
            <b>{formatNumber(plan.counts[count], language)}</b>
            {plan.counts[count] === 0 ? (
              <span className={styles.none}>{t(`import.counts.${count}`, { count: 0 })}</span>
            ) : (
              <StatusMark kind={countMarks[count]}>
                {t(`import.counts.${count}`, { count: plan.counts[count] })}
              </StatusMark>
            )}
          </li>
        ))}
      </ul>
      {plan.records.length === 0 && <Notice kind="ok">{t('import.nothing')}</Notice>}
      {conflicts.length > 0 && (
        <ConflictList conflicts={conflicts} choices={choices} words={words} onChoose={onChoose} />
      )}
      {plan.records.length > 0 && <ChangeTable records={plan.records} words={words} />}
    </div>
  );
}

/** Every record that would change; a press opens what would change in it, line by line. */
function ChangeTable({ records, words }: { records: readonly RecordMerge[]; words: ExchangeWords }) {
  const { t } = useTranslation('exchange');
  const language = useLanguage();
  const [openKey, setOpenKey] = useState<string | null>(null);
  const { nameOf, placeOf, textOf } = words;
  const detailsOf = (merge: RecordMerge): string[] => {
    if (merge.outcome === 'conflict' && merge.fields.length === 0)
      return [t(merge.theirs ? 'import.deletedHere' : 'import.deletedThere')];
    return merge.fields.map((field) =>
      t('import.step', {
        field: placeOf(merge, field),
        before: textOf(merge, field, field.ours),
        after: textOf(merge, field, field.theirs),
      }),
    );
  };
  const columns: Column<RecordMerge>[] = [
    { id: 'kind', header: t('import.columns.kind'), width: '90px', cell: ({ table }) => t(`table.${table}`) },
    {
      id: 'name',
      header: t('import.columns.name'),
      width: 'minmax(160px, 2fr)',
      cell: (merge) => <span dir="auto">{nameOf(merge) || '—'}</span>,
    },
    {
      id: 'outcome',
      header: t('import.columns.outcome'),
      width: '118px',
      cell: ({ outcome }) => <StatusMark kind={marks[outcome]}>{t(`import.outcome.${outcome}`)}</StatusMark>,
    },
    {
      id: 'detail',
      header: t('import.columns.detail'),
      width: 'minmax(200px, 3fr)',
      cell: (merge) => {
        const text = detailsOf(merge).join(' · ');
        return (
          <span dir="auto" title={text}>
            {text}
          </span>
        );
      },
    },
  ];
  const keyOf = ({ table, key }: RecordMerge): string => `${table}/${key}`;
  const open = records.find((merge) => keyOf(merge) === openKey);
  return (
    <>
      <h2 className={styles.title}>{t('import.changes')}</h2>
      <DataTable
        label={t('import.changes')}
        language={language}
        rows={records}
        rowId={keyOf}
        rowLabel={nameOf}
        columns={columns}
        openId={openKey}
        onOpen={(merge) => setOpenKey(keyOf(merge) === openKey ? null : keyOf(merge))}
      />
      {open && <RowDetail label={nameOf(open)} title={nameOf(open)} sentences={detailsOf(open)} />}
    </>
  );
}

function titlesIn(ours: Workspace, plan: MergePlan): Map<string, string> {
  const titles = new Map<string, string>(ours.tasks.map(({ id, title }) => [id, title]));
  for (const { table, key, theirs } of plan.records)
    if (table === 'tasks' && theirs) titles.set(key, String(theirs['title']));
  return titles;
}
