import { formatBytes, formatInstant, formatNumber } from '@shared/domain/formatting';
import type { SnapshotListed } from '@shared/ipc';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { changesSince } from '@renderer/data/history';
import { useSettings } from '@renderer/data/settingsContext';
import { useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { type Column, DataTable } from '@renderer/ui/DataTable';
import { EmptyState } from '@renderer/ui/EmptyState';
import { icons } from '@renderer/ui/icons';
import { Tag } from '@renderer/ui/Tag';

type Props = { snapshots: readonly SnapshotListed[]; onOpen: (snapshot: SnapshotListed) => void };

/** Every safety copy, newest first, with what it holds and what has changed since. */
export function SnapshotTable({ snapshots, onOpen }: Props) {
  const { t } = useTranslation('safety');
  const { timeZone } = useSettings();
  const language = useLanguage();
  const head = useQuestion((database) => changesSince(database, 0), []);
  const columns = useMemo((): Column<SnapshotListed>[] => {
    const number = (value: number | undefined) => (value === undefined ? '' : formatNumber(value, language));
    const total = ({ facts }: SnapshotListed) =>
      facts ? Object.values(facts.sums).reduce((sum, { count }) => sum + count, 0) : undefined;
    const sinceOf = ({ facts }: SnapshotListed) => (facts && head !== undefined ? head - facts.seq : 0);
    return [
      {
        id: 'moment',
        header: t('centre.moment'),
        isPrimary: true,
        width: 'minmax(180px, 2fr)',
        sortValue: ({ name }) => name,
        cell: (snapshot) =>
          snapshot.facts ? (
            <>
              {formatInstant(snapshot.facts.createdAt, timeZone, 'long', language)}
              {snapshot.facts.isShrunk && <Tag kind="warn">{t('centre.shrunk')}</Tag>}
            </>
          ) : (
            <Tag kind="alert">{t('centre.damaged')}</Tag>
          ),
      },
      {
        id: 'since',
        header: t('centre.since'),
        width: 'minmax(150px, 1fr)',
        sortValue: sinceOf,
        cell: (snapshot) =>
          sinceOf(snapshot) === 0
            ? t('centre.sinceNone')
            : t('centre.sinceCount', { count: sinceOf(snapshot) }),
      },
      ...(['events', 'tasks'] as const).map((table): Column<SnapshotListed> => ({
        id: table,
        header: t(`centre.${table}`),
        width: '96px',
        align: 'end',
        sortValue: ({ facts }) => facts?.sums[table]?.count ?? 0,
        cell: ({ facts }) => (facts ? number(facts.sums[table]?.count ?? 0) : ''),
      })),
      {
        id: 'records',
        header: t('centre.records'),
        width: '96px',
        align: 'end',
        sortValue: (snapshot) => total(snapshot) ?? 0,
        cell: (snapshot) => number(total(snapshot)),
      },
      {
        id: 'size',
        header: t('centre.size'),
        width: '84px',
        align: 'end',
        sortValue: ({ facts }) => facts?.bytes ?? 0,
        cell: ({ facts }) => (facts ? formatBytes(facts.bytes, language) : ''),
      },
    ];
  }, [t, timeZone, language, head]);
  if (snapshots.length === 0)
    return (
      <EmptyState icon={<icons.restore />} title={t('centre.none')}>
        {t('centre.noneSentence')}
      </EmptyState>
    );
  return (
    <DataTable
      label={t('centre.snapshots')}
      language={language}
      rows={snapshots}
      rowId={nameOf}
      rowLabel={nameOf}
      columns={columns}
      onOpen={(snapshot) => snapshot.facts && onOpen(snapshot)}
    />
  );
}

function nameOf({ name }: SnapshotListed): string {
  return name;
}
