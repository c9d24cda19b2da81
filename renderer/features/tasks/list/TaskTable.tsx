import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { type Task, taskPriorities, taskStatuses } from '@shared/domain/task';
import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { useLanguage } from '@renderer/i18n/i18n';
import { DataTable, type TableSort } from '@renderer/ui/DataTable';
import { MenuAt } from '@renderer/ui/Menu';
import { byDue, groupedBy, type TaskGrouping } from '../taskList';
import { taskKeyOf } from '../taskShortcuts';
import { useTaskActions } from '../useTaskActions';
import { BulkBar } from './BulkBar';
import { useTaskColumns } from './taskColumns';
import styles from './TaskTable.module.css';
import { useWidth } from '@renderer/ui/useWidth';

type Props = {
  tasks: readonly Task[];
  /** Those whose values fields suggest. */
  known: readonly Task[];
  events: ReadonlyMap<string, PlannedEvent>;
  event: PlannedEvent | null;
  grouping: TaskGrouping;
  sort: string;
  onSort: (sort: string | undefined) => void;
  openId: string | null;
  onOpen: (task: Task) => void;
  /** Above the list while nothing is chosen. */
  filters: ReactNode;
  empty: ReactNode;
  footer: ReactNode;
};

type OpenMenu = { kind: 'status' | 'priority'; at: Element; tasks: readonly Task[] };

/** The list: grouped, sorted, chosen with Space or Ctrl+A, each key working on the focused row or on all the chosen ones. */
export function TaskTable(props: Props) {
  const { tasks, known, events, event, grouping, sort, onSort, openId, onOpen, filters, empty, footer } =
    props;
  const { t } = useTranslation(['tasks', 'domain']);
  const language = useLanguage();
  const today = useToday();
  const actions = useTaskActions();
  const list = useRef<HTMLDivElement>(null);
  const width = useWidth(list);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [editedId, setEditedId] = useState<string | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const rows = useMemo(() => [...tasks].sort(byDue), [tasks]);
  const chosen = useMemo(() => rows.filter(({ id }) => selected.has(id)), [rows, selected]);
  const onEdited = useCallback(() => setEditedId(null), []);
  const columns = useTaskColumns({
    event,
    events,
    isByEvent: grouping === 'event',
    editedId,
    onEdited,
    width,
  });
  const groupOf = useMemo(
    () =>
      groupedBy(grouping, today, events, {
        due: (id) => t(`dueGroups.${id}`),
        status: (id) => t(`domain:taskStatus.${id}`),
        priority: (id) => t(`list.priorityGroup.${id}`),
        none: (id) => t(`none.${id}`),
      }),
    [grouping, today, events, t],
  );

  function onRowKey(row: Task, pressed: KeyboardEvent): boolean {
    const key = taskKeyOf(pressed);
    const concerned = selected.has(row.id) ? chosen : [row];
    switch (key) {
      case null:
        return false;
      case 'done':
        actions.toggleDone(concerned);
        return true;
      case 'editTitle':
        setEditedId(row.id);
        return true;
      case 'status':
      case 'priority':
        setMenu({ kind: key, at: pressed.target as Element, tasks: concerned });
        return true;
      case 'later':
      case 'earlier':
        actions.shift(concerned, key === 'later' ? 1 : -1);
        return true;
      case 'pin':
        actions.togglePin(concerned);
        return true;
      case 'delete':
        actions.remove(concerned);
        return true;
    }
  }

  return (
    <div ref={list} className={styles.list}>
      {chosen.length > 0 ? (
        <BulkBar tasks={chosen} known={known} onClear={() => setSelected(new Set())} />
      ) : (
        filters
      )}
      <DataTable
        label={t('title')}
        language={language}
        rows={rows}
        rowId={idOf}
        rowLabel={titleOf}
        columns={columns}
        sort={sortOf(sort)}
        onSort={(next) => onSort(next ? sortText(next) : undefined)}
        groupOf={groupOf}
        selected={selected}
        onSelect={setSelected}
        selectAllLabel={t('list.selectAll')}
        openId={openId}
        onOpen={onOpen}
        onRowKey={onRowKey}
        empty={empty}
        footer={footer}
      />
      {menu && (
        <MenuAt
          at={menu.at}
          label={t(`columns.${menu.kind}`)}
          onClose={() => setMenu(null)}
          entries={
            menu.kind === 'status'
              ? taskStatuses.map((id) => ({
                  id,
                  label: t(`domain:taskStatus.${id}`),
                  onAction: () => actions.setStatus(menu.tasks, id),
                }))
              : taskPriorities.map((id) => ({
                  id,
                  label: t(`domain:priority.${id}`),
                  onAction: () => actions.setPriority(menu.tasks, id),
                }))
          }
        />
      )}
    </div>
  );
}

function idOf({ id }: Task): string {
  return id;
}

function titleOf({ title }: Task): string {
  return title;
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
