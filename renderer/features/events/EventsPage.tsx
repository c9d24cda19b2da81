import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useToday } from '@renderer/data/clock';
import { allEvents, changeEvents, deleteEvents } from '@renderer/data/events';
import { taskCountsByEvent } from '@renderer/data/tasks';
import { useCommit, useDatabase, useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { paths } from '@renderer/navigation/paths';
import { useGo, useSearchState } from '@renderer/navigation/searchState';
import { Button } from '@renderer/ui/Button';
import { DataTable, type TableSort } from '@renderer/ui/DataTable';
import { EmptyState } from '@renderer/ui/EmptyState';
import { icons } from '@renderer/ui/icons';
import { SearchField } from '@renderer/ui/SearchField';
import { DuplicatePanel } from './DuplicatePanel';
import { useEventColumns, useEventGroups } from './eventColumns';
import { EventFilters } from './EventFilters';
import { type EventRow, isFiltered, listStateSchema, matches, rowOf } from './eventList';
import { NewEventPanel } from './NewEventPanel';
import { RefusedStatuses } from './RefusedStatuses';
import { SelectionBar } from './SelectionBar';
import { type StatusRefusal, statusChangeOf } from './statusChange';
import styles from './EventsPage.module.css';

const searchSchema = listStateSchema.extend({
  new: z.literal('1').optional(),
  /** Identities of the events to duplicate, joined by commas. */
  duplicate: z.string().max(150_000).optional(),
});

export function EventsPage() {
  const { t } = useTranslation('events');
  const today = useToday();
  const [state, setState] = useSearchState(searchSchema);
  const events = useQuestion(allEvents, []);
  const counts = useQuestion((database) => taskCountsByEvent(database, today), [today]);
  const rows = useMemo(
    () => events?.map((event) => rowOf(event, counts ? counts.get(event.id) : null, today)),
    [events, counts, today],
  );
  const narrowing = useDeferredValue(state);
  const shown = useMemo(() => rows?.filter((row) => matches(row, narrowing)), [rows, narrowing]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  if (!rows || !shown || !events) return null;

  const chosen = shown.filter(({ event }) => selected.has(event.id)).map(({ event }) => event);
  const duplicated = state.duplicate?.split(',').flatMap((id) => events.find((one) => one.id === id) ?? []);
  return (
    <div className={styles.page}>
      <div className={styles.list}>
        <header className={styles.bar}>
          <h1>{t('title')}</h1>
          <output className={styles.count}>
            {shown.length === events.length
              ? t('count', { count: events.length })
              : t('countOf', { shown: shown.length, total: t('count', { count: events.length }) })}
          </output>
          <SearchField label={t('search')} value={state.q} onChange={(q) => setState({ q })} />
          {!state.new && !state.duplicate && (
            <Button variant="primary" icon={<icons.add />} onPress={() => setState({ new: '1' })}>
              {t('new')}
            </Button>
          )}
        </header>
        <EventsTable
          rows={rows}
          shown={shown}
          chosen={chosen}
          selected={selected}
          onSelect={setSelected}
          onDuplicate={(ids) => setState({ duplicate: ids.join(','), new: undefined })}
          onNew={() => setState({ new: '1' })}
        />
      </div>
      {state.new && <NewEventPanel onClose={() => setState(closedPanel)} />}
      {!state.new && duplicated && duplicated.length > 0 && (
        <DuplicatePanel
          key={state.duplicate}
          events={duplicated}
          onClose={() => setState({ duplicate: undefined })}
        />
      )}
    </div>
  );
}

const closedPanel = {
  new: undefined,
  newKind: undefined,
  day: undefined,
  opens: undefined,
  until: undefined,
  closes: undefined,
};

type TableProps = {
  rows: readonly EventRow[];
  shown: readonly EventRow[];
  chosen: readonly EventRow['event'][];
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  onDuplicate: (ids: readonly string[]) => void;
  onNew: () => void;
};

function EventsTable({ rows, shown, chosen, selected, onSelect, onDuplicate, onNew }: TableProps) {
  const { t } = useTranslation('events');
  const language = useLanguage();
  const commit = useCommit();
  const database = useDatabase();
  const go = useGo();
  const [state, setState] = useSearchState(listStateSchema);
  const [refused, setRefused] = useState<readonly StatusRefusal[]>([]);
  const columns = useEventColumns(shown);
  const groupOf = useEventGroups(state.group);
  const sort = sortOf(state.sort);

  function removeEvents(events: readonly EventRow['event'][]): void {
    onSelect(new Set());
    void deleteEvents(database, commit, events);
  }

  return (
    <>
      {chosen.length > 0 ? (
        <SelectionBar
          chosen={chosen}
          onStatus={(status) => {
            const { allowed, refused: others } = statusChangeOf(chosen, status);
            setRefused(others);
            if (allowed.length > 0) void changeEvents(commit, allowed, { status });
          }}
          onPin={(isPinned) => void changeEvents(commit, chosen, { isPinned })}
          onDuplicate={() => onDuplicate(chosen.map(({ id }) => id))}
          onDelete={() => removeEvents(chosen)}
          onClear={() => onSelect(new Set())}
        />
      ) : (
        <EventFilters rows={rows} state={state} onChange={setState} />
      )}
      {refused.length > 0 && <RefusedStatuses refused={refused} onClose={() => setRefused([])} />}
      <DataTable
        label={t('title')}
        language={language}
        rows={shown}
        rowId={idOf}
        rowLabel={nameOf}
        columns={columns}
        sort={sort}
        onSort={(next) => setState({ sort: next ? sortText(next) : undefined })}
        groupOf={groupOf}
        selected={selected}
        onSelect={onSelect}
        selectAllLabel={t('selectAll')}
        onOpen={({ event }) => go(paths.event(event.id))}
        onRowKey={(row, { key }) => {
          if (key !== 'Delete') return false;
          removeEvents(chosen.length > 0 ? chosen : [row.event]);
          return true;
        }}
        empty={
          <NoRows
            isEmpty={rows.length === 0}
            isFiltered={isFiltered(state)}
            onNew={onNew}
            onShowAll={() => setState(everything)}
          />
        }
      />
    </>
  );
}

const everything = {
  period: 'all',
  q: undefined,
  kind: undefined,
  role: undefined,
  status: undefined,
  tag: undefined,
};

type NoRowsProps = { isEmpty: boolean; isFiltered: boolean; onNew: () => void; onShowAll: () => void };

function NoRows({ isEmpty, isFiltered: isNarrowed, onNew, onShowAll }: NoRowsProps) {
  const { t } = useTranslation('events');
  if (isEmpty) {
    return (
      <EmptyState
        icon={<icons.events />}
        title={t('empty.title')}
        action={
          <Button variant="primary" icon={<icons.add />} onPress={onNew}>
            {t('new')}
          </Button>
        }
      >
        {t('empty.sentence')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<icons.filter />}
      title={isNarrowed ? t('empty.noneFound') : t('empty.noneOpen')}
      action={<Button onPress={onShowAll}>{t('filters.clear')}</Button>}
    >
      {isNarrowed ? t('empty.noneFoundSentence') : t('empty.noneOpenSentence')}
    </EmptyState>
  );
}

function idOf({ event }: EventRow): string {
  return event.id;
}

function nameOf({ event }: EventRow): string {
  return event.edition ? `${event.name}, ${event.edition}` : event.name;
}

function sortOf(text: string): TableSort {
  return text.startsWith('-')
    ? { column: text.slice(1), direction: 'descending' }
    : { column: text, direction: 'ascending' };
}

function sortText({ column, direction }: TableSort): string {
  return direction === 'descending' ? `-${column}` : column;
}
