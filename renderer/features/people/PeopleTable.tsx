import type { StaffMember } from '@shared/domain/staffMember';
import { fold } from '@shared/domain/text';
import type { WorkProfile } from '@shared/domain/workProfile';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { DataTable, type TableSort } from '@renderer/ui/DataTable';
import { EmptyState } from '@renderer/ui/EmptyState';
import { icons } from '@renderer/ui/icons';
import { BulkBar } from './BulkBar';
import { usePeopleColumns } from './peopleColumns';
import { PeopleFilters } from './PeopleFilters';
import { everybody, isNarrowed, type PeopleGrouping, type PersonRow, usePeopleSearch } from './peopleList';
import { useRemovePeople } from './useRemovePeople';

type Props = {
  rows: readonly PersonRow[];
  /** Those that the filters leave. */
  shown: readonly PersonRow[];
  people: readonly StaffMember[];
  profiles: readonly WorkProfile[];
  onNew: () => void;
};

/** The list: grouped, sorted, chosen with Space or Ctrl+A; Delete works on the focused row or on all the chosen ones. */
export function PeopleTable({ rows, shown, people, profiles, onNew }: Props) {
  const { t } = useTranslation('people');
  const language = useLanguage();
  const [search, setSearch] = usePeopleSearch();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(
    () => shown.filter(({ member }) => selected.has(member.id)).map(({ member }) => member),
    [shown, selected],
  );
  const columns = usePeopleColumns();
  const groupOf = useGroups(search.group);
  const removal = useRemovePeople(() => setSelected(new Set()));

  return (
    <>
      {chosen.length > 0 ? (
        <BulkBar
          chosen={chosen}
          people={people}
          profiles={profiles}
          onDelete={() => void removal.remove(chosen)}
          onClear={() => setSelected(new Set())}
        />
      ) : (
        <PeopleFilters people={people} profiles={profiles} />
      )}
      <DataTable
        label={t('title')}
        language={language}
        rows={shown}
        rowId={idOf}
        rowLabel={nameOf}
        columns={columns}
        sort={sortOf(search.sort)}
        onSort={(sort) => setSearch({ sort: sort ? sortText(sort) : undefined })}
        groupOf={groupOf}
        selected={selected}
        onSelect={setSelected}
        selectAllLabel={t('selectAll')}
        columnsLabel={t('shownColumns')}
        rememberAs="people"
        openId={search.person ?? null}
        onOpen={({ member }) => setSearch({ person: member.id, new: undefined })}
        onRowKey={({ member }, { key }) => {
          if (key !== 'Delete') return false;
          void removal.remove(selected.has(member.id) ? chosen : [member]);
          return true;
        }}
        empty={<NoRows isEmpty={rows.length === 0} isFiltered={isNarrowed(search)} onNew={onNew} />}
      />
      {removal.question}
    </>
  );
}

function NoRows({
  isEmpty,
  isFiltered,
  onNew,
}: {
  isEmpty: boolean;
  isFiltered: boolean;
  onNew: () => void;
}) {
  const { t } = useTranslation('people');
  const [, setSearch] = usePeopleSearch();
  if (isEmpty) {
    return (
      <EmptyState
        icon={<icons.people />}
        title={t('empty.title')}
        action={
          <>
            <Button variant="primary" icon={<icons.add />} onPress={onNew}>
              {t('new')}
            </Button>
            <Button onPress={() => setSearch({ import: '1' })}>{t('actions.import')}</Button>
          </>
        }
      >
        {t('empty.sentence')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<icons.filter />}
      title={t('empty.noneFound')}
      action={<Button onPress={() => setSearch(everybody)}>{t('filters.clear')}</Button>}
    >
      {isFiltered && t('empty.noneFoundSentence')}
    </EmptyState>
  );
}

function useGroups(grouping: PeopleGrouping) {
  const { t } = useTranslation('people');
  return useMemo(() => {
    if (grouping === 'none') return undefined;
    return ({ member, profile }: PersonRow) => {
      const name = grouping === 'team' ? member.team : (profile?.name ?? '');
      return {
        id: name,
        label: name || t(`none.${grouping}`),
        order: name === '' ? afterAll : fold(name),
      };
    };
  }, [grouping, t]);
}

const afterAll = '\uffff';

function idOf({ member }: PersonRow): string {
  return member.id;
}

function nameOf({ member }: PersonRow): string {
  return member.name;
}

function sortOf(text: string): TableSort | null {
  if (text === '') return null;
  return text.startsWith('-')
    ? { column: text.slice(1), direction: 'descending' }
    : { column: text, direction: 'ascending' };
}

function sortText({ column, direction }: TableSort): string {
  return direction === 'descending' ? `-${column}` : column;
}
