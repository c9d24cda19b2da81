import { formatDay } from '@shared/domain/formatting';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { isOverdue, type Task, taskPriorities, taskStatuses } from '@shared/domain/task';
import { type Day, daysBetween } from '@shared/domain/time';
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { deleteTasks, setTaskStatus } from '@renderer/data/tasks';
import { useCommit, useDatabase } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { type Column, DataTable, type TableSort } from '@renderer/ui/DataTable';
import { EmptyState } from '@renderer/ui/EmptyState';
import { icons } from '@renderer/ui/icons';
import { Tag } from '@renderer/ui/Tag';
import { byDue, groupedBy, type TaskGroup } from '../taskList';
import { BulkBar } from './BulkBar';
import { StatusBox } from './StatusBox';
import styles from './TaskTable.module.css';

type Props = {
  tasks: readonly Task[];
  allTasks: readonly Task[];
  events: readonly PlannedEvent[];
  event: PlannedEvent | null;
  group: TaskGroup;
  openId: string | null;
  onOpen: (task: Task) => void;
  isFiltered: boolean;
  onShowAll: () => void;
  footer: ReactNode;
};

/** The list: grouped, sorted, chosen with Space, ticked with `d`. */
export function TaskTable({
  tasks,
  allTasks,
  events,
  event,
  group,
  openId,
  onOpen,
  isFiltered,
  onShowAll,
  footer,
}: Props) {
  const { t } = useTranslation(['tasks', 'domain']);
  const language = useLanguage();
  const today = useToday();
  const commit = useCommit();
  const database = useDatabase();
  const [sort, setSort] = useState<TableSort | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const eventsById = useMemo(
    () => new Map<string, PlannedEvent>(events.map((one) => [one.id, one])),
    [events],
  );
  const rows = useMemo(() => [...tasks].sort(byDue), [tasks]);
  const groupOf = useMemo(
    () =>
      groupedBy(group, today, eventsById, {
        due: (id) => t(`dueGroups.${id}`),
        status: (id) => t(`domain:taskStatus.${id}`),
        priority: (id) => t(`domain:priority.${id}`),
        none: (id) => t(`none.${id}`),
      }),
    [group, today, eventsById, t],
  );
  const columns = useMemo((): Column<Task>[] => {
    const all: (Column<Task> | false)[] = [
      {
        id: 'title',
        header: t('columns.title'),
        width: 'minmax(220px, 4fr)',
        sortValue: ({ title }) => title,
        cell: (task) => (
          <span className={styles.title}>
            <StatusBox task={task} />
            <span
              className={task.status === 'done' || task.status === 'dropped' ? styles.closed : undefined}
              dir="auto"
            >
              {task.title}
            </span>
            {task.tags.slice(0, 2).map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </span>
        ),
      },
      {
        id: 'due',
        header: t('columns.due'),
        width: '178px',
        sortValue: ({ dueOn }) => dueOn,
        cell: (task) => <Due task={task} today={today} />,
      },
      {
        id: 'status',
        header: t('columns.status'),
        width: '96px',
        sortValue: ({ status }) => taskStatuses.indexOf(status),
        cell: ({ status }) => t(`domain:taskStatus.${status}`),
      },
      {
        id: 'priority',
        header: t('columns.priority'),
        width: '84px',
        sortValue: ({ priority }) => taskPriorities.indexOf(priority),
        cell: ({ priority }) => t(`domain:priority.${priority}`),
      },
      {
        id: 'team',
        header: t('columns.team'),
        width: 'minmax(100px, 1fr)',
        sortValue: ({ team }) => team,
        cell: ({ team }) => <span dir="auto">{team}</span>,
      },
      {
        id: 'owner',
        header: t('columns.owner'),
        width: 'minmax(90px, 1fr)',
        sortValue: ({ owner }) => owner,
        cell: ({ owner }) => <span dir="auto">{owner}</span>,
      },
      !event && {
        id: 'event',
        header: t('columns.event'),
        width: 'minmax(140px, 1.5fr)',
        sortValue: ({ eventId }) => (eventId && eventsById.get(eventId)?.name) ?? '',
        cell: ({ eventId }) => <span dir="auto">{eventId ? eventsById.get(eventId)?.name : ''}</span>,
      },
    ];
    return all.filter((column): column is Column<Task> => column !== false);
  }, [t, today, event, eventsById]);

  const chosen = useMemo(() => rows.filter(({ id }) => selected.has(id)), [rows, selected]);

  function onRowKey(task: Task, key: KeyboardEvent): boolean {
    if (key.ctrlKey || key.metaKey || key.altKey) return false;
    const targets = chosen.length > 0 ? chosen : [task];
    if (key.key === 'd') void setTaskStatus(commit, targets, task.status === 'done' ? 'todo' : 'done', today);
    else if (key.key === 'e') onOpen(task);
    else if (key.key === 'Delete')
      void deleteTasks(database, commit, targets).then(() => setSelected(new Set()));
    else return false;
    return true;
  }

  return (
    <>
      {chosen.length > 0 && (
        <BulkBar tasks={chosen} allTasks={allTasks} onClear={() => setSelected(new Set())} />
      )}
      <DataTable
        label={t('title')}
        language={language}
        rows={rows}
        rowId={({ id }) => id}
        rowLabel={({ title }) => title}
        columns={columns}
        sort={sort}
        onSort={setSort}
        groupOf={groupOf}
        selected={selected}
        onSelect={setSelected}
        selectAllLabel={t('selectAll')}
        onOpen={onOpen}
        openId={openId}
        onRowKey={onRowKey}
        footer={footer}
        empty={
          <EmptyState
            icon={<icons.tasks />}
            title={t('empty.title')}
            action={isFiltered ? <Button onPress={onShowAll}>{t('empty.clear')}</Button> : undefined}
          >
            {isFiltered ? t('empty.filtered') : t('empty.all')}
          </EmptyState>
        }
      />
    </>
  );
}

function Due({ task, today }: { task: Task; today: Day }) {
  const { t } = useTranslation('tasks');
  const language = useLanguage();
  if (task.dueOn === null) return null;
  const day = formatDay(task.dueOn, 'weekday', language);
  if (!isOverdue(task, today)) {
    return (
      <span className={styles.due}>
        {day}
        {task.isPinned && <icons.pin />}
      </span>
    );
  }
  const late = daysBetween(task.dueOn, today);
  return (
    <span className={styles.late} title={t('lateBy', { count: late })}>
      <icons.alert />
      {day}, +{late}
    </span>
  );
}
