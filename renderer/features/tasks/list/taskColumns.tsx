import { formatCountdown, formatDay } from '@shared/domain/formatting';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { isOpen, isOverdue, type Task, taskPriorities, taskStatuses } from '@shared/domain/task';
import { daysBetween } from '@shared/domain/time';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { useLanguage } from '@renderer/i18n/i18n';
import type { Column } from '@renderer/ui/DataTable';
import { icons } from '@renderer/ui/icons';
import { StatusMark } from '@renderer/ui/StatusMark';
import { Tag } from '@renderer/ui/Tag';
import { eventName } from '../taskList';
import { StatusBox } from './StatusBox';
import { TitleEdit } from './TitleEdit';
import styles from './TaskTable.module.css';

type Given = {
  event: PlannedEvent | null;
  events: ReadonlyMap<string, PlannedEvent>;
  /** A column that repeats its group's name is left out. */
  isByEvent: boolean;
  /** The task whose title is being edited in its row. */
  editedId: string | null;
  onEdited: () => void;
  /** Width of the list, in pixels: columns come in as room allows. */
  width: number;
};

const tagsShown = 2;

export function useTaskColumns({
  event,
  events,
  isByEvent,
  editedId,
  onEdited,
  width,
}: Given): readonly Column<Task>[] {
  const { t } = useTranslation(['tasks', 'domain']);
  const language = useLanguage();
  return useMemo(() => {
    const columns: readonly (Column<Task> & { from?: number; isOff?: boolean })[] = [
      {
        id: 'title',
        header: t('columns.title'),
        width: 'minmax(200px, 4fr)',
        sortValue: ({ title }) => title,
        cell: (task) =>
          task.id === editedId ? <TitleEdit task={task} onClose={onEdited} /> : <Title task={task} />,
      },
      {
        id: 'event',
        header: t('columns.event'),
        width: 'minmax(120px, 1.6fr)',
        from: 640,
        isOff: event !== null || isByEvent,
        sortValue: ({ eventId }) => (eventId ? (events.get(eventId)?.name ?? '') : ''),
        cell: ({ eventId }) => <Quiet text={eventId ? nameOf(events.get(eventId)) : ''} />,
      },
      {
        id: 'due',
        header: t('columns.due'),
        width: '176px',
        sortValue: ({ dueOn }) => dueOn,
        cell: (task) => <Due task={task} />,
      },
      {
        id: 'plan',
        header: t('columns.plan'),
        width: '112px',
        from: 980,
        isOff: event === null,
        sortValue: ({ plan }) => plan && plan.offsetDays,
        cell: ({ plan }) => {
          if (!plan) return null;
          const days = formatCountdown(-plan.offsetDays, language);
          if (plan.anchor.kind === 'opening') return days;
          return <Quiet text={`${t(`domain:anchor.${plan.anchor.kind}`)} ${signed(plan.offsetDays)}`} />;
        },
      },
      {
        id: 'owner',
        header: t('columns.owner'),
        width: 'minmax(90px, 1fr)',
        from: 520,
        sortValue: ({ owner }) => owner,
        cell: ({ owner }) => <Quiet text={owner} />,
      },
      {
        id: 'team',
        header: t('columns.team'),
        width: 'minmax(96px, 1.1fr)',
        from: event ? 600 : 780,
        sortValue: ({ team }) => team,
        cell: ({ team }) => <Quiet text={team} />,
      },
      {
        id: 'priority',
        header: t('columns.priority'),
        width: '78px',
        from: 860,
        sortValue: ({ priority }) => taskPriorities.indexOf(priority),
        cell: ({ priority }) => <span className={styles[priority]}>{t(`domain:priority.${priority}`)}</span>,
      },
      {
        id: 'status',
        header: t('columns.status'),
        width: '88px',
        from: 900,
        sortValue: ({ status }) => taskStatuses.indexOf(status),
        cell: ({ status }) => <Quiet text={t(`domain:taskStatus.${status}`)} />,
      },
    ];
    return columns.filter(({ from = 0, isOff = false }) => !isOff && width >= from);
  }, [t, language, event, events, isByEvent, editedId, onEdited, width]);
}

function Title({ task }: { task: Task }) {
  const { t } = useTranslation('tasks');
  const done = task.checklist.filter(({ isDone }) => isDone).length;
  return (
    <span className={styles.title}>
      <StatusBox task={task} />
      <span className={isOpen(task) ? undefined : styles.closed} dir="auto" title={task.title}>
        {task.title}
      </span>
      {task.isPinned && (
        <>
          <icons.pin />
          <span className="visuallyHidden">{t('list.pinned')}</span>
        </>
      )}
      {task.checklist.length > 0 && <small>{t('list.steps', { done, all: task.checklist.length })}</small>}
      {task.tags.slice(0, tagsShown).map((tag) => (
        <Tag key={tag}>{tag}</Tag>
      ))}
    </span>
  );
}

function Due({ task }: { task: Task }) {
  const { t } = useTranslation('tasks');
  const language = useLanguage();
  const today = useToday();
  const { dueOn } = task;
  if (dueOn === null) return null;
  const isNear = dueOn.slice(0, 4) === today.slice(0, 4);
  const day = formatDay(dueOn, isNear ? 'weekday' : 'medium', language);
  if (!isOverdue(task, today)) return day;
  return (
    <span className={styles.due} title={t('list.lateBy', { count: daysBetween(dueOn, today) })}>
      <StatusMark kind="alert">{day}</StatusMark>
    </span>
  );
}

function Quiet({ text }: { text: string }) {
  return (
    <span className={styles.quiet} dir="auto" title={text}>
      {text}
    </span>
  );
}

function nameOf(event: PlannedEvent | undefined): string {
  return event ? eventName(event) : '';
}

function signed(days: number): string {
  if (days === 0) return '';
  return days > 0 ? `+${days}` : `−${-days}`;
}
