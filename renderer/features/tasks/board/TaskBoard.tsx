import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { type Task, type TaskId, type TaskStatus, taskStatuses } from '@shared/domain/task';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { byDue } from '../taskList';
import { taskKeyOf } from '../taskShortcuts';
import { useTaskActions } from '../useTaskActions';
import { BoardColumn } from './BoardColumn';
import styles from './TaskBoard.module.css';

type Props = {
  tasks: readonly Task[];
  events: ReadonlyMap<string, PlannedEvent>;
  event: PlannedEvent | null;
  onOpen: (task: Task) => void;
};

/** Tasks by status. A card is dragged, sent with its menu, or moved with Shift and an arrow; arrows alone go from card to card. */
export function TaskBoard({ tasks, events, event, onOpen }: Props) {
  const { t } = useTranslation(['tasks', 'domain']);
  const actions = useTaskActions();
  const board = useRef<HTMLDivElement>(null);
  const [focusedId, setFocusedId] = useState<TaskId | null>(null);
  const [said, setSaid] = useState('');
  const moved = useRef<TaskId | null>(null);
  const columns = useMemo(
    () =>
      taskStatuses.map((status) => ({
        status,
        tasks: tasks.filter((task) => task.status === status).sort(byDue),
      })),
    [tasks],
  );

  // A card that has changed column is another element: it takes the focus with it.
  useEffect(() => {
    if (!moved.current || tasks.find(({ id }) => id === moved.current) === undefined) return;
    if (document.activeElement === document.body) cardOf(board.current, moved.current)?.focus();
  }, [tasks]);

  function move(id: string, status: TaskStatus): void {
    const task = tasks.find((one) => one.id === id);
    if (!task || task.status === status) return;
    moved.current = task.id;
    setFocusedId(task.id);
    setSaid(t('board.moved', { title: task.title, status: t(`domain:taskStatus.${status}`) }));
    actions.setStatus([task], status);
  }

  function onCardKey(task: Task, pressed: KeyboardEvent): void {
    const sideways = { ArrowLeft: -1, ArrowRight: 1 }[pressed.key];
    const up = { ArrowUp: -1, ArrowDown: 1, k: -1, j: 1 }[pressed.key];
    const status = sideways && taskStatuses[taskStatuses.indexOf(task.status) + sideways];
    if (sideways && pressed.shiftKey) {
      if (status) move(task.id, status);
    } else if (sideways || up) {
      const next = sideways ? besideOf(columns, task, sideways) : aboveOf(columns, task, up ?? 0);
      if (next) cardOf(board.current, next.id)?.focus();
    } else if (taskKeyOf(pressed) === 'done') {
      move(task.id, task.status === 'done' ? 'todo' : 'done');
    } else if (taskKeyOf(pressed) === 'delete') actions.remove([task]);
    else return;
    pressed.preventDefault();
  }

  const tabStop = tasks.some(({ id }) => id === focusedId)
    ? focusedId
    : columns.find((column) => column.tasks.length > 0)?.tasks[0]?.id;
  return (
    <div ref={board} className={styles.board} role="group" aria-label={t('board.label')}>
      {columns.map((column) => (
        <BoardColumn
          key={column.status}
          status={column.status}
          tasks={column.tasks}
          events={event ? null : events}
          tabStop={tabStop ?? null}
          onFocus={setFocusedId}
          onCardKey={onCardKey}
          onMove={move}
          onOpen={onOpen}
        />
      ))}
      <div className="visuallyHidden" role="status">
        {said}
      </div>
    </div>
  );
}

type Columns = readonly { tasks: readonly Task[] }[];

function cardOf(board: HTMLElement | null, id: TaskId): HTMLElement | null {
  return board?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`) ?? null;
}

function aboveOf(columns: Columns, task: Task, step: number): Task | undefined {
  const { tasks = [] } = columns.find(({ tasks: members }) => members.includes(task)) ?? {};
  return tasks[tasks.indexOf(task) + step];
}

/** In the next column that has any, at the same height. */
function besideOf(columns: Columns, task: Task, step: number): Task | undefined {
  const from = columns.findIndex(({ tasks }) => tasks.includes(task));
  const row = columns[from]?.tasks.indexOf(task) ?? 0;
  for (let at = from + step; at >= 0 && at < columns.length; at += step) {
    const tasks = columns[at]?.tasks ?? [];
    if (tasks.length > 0) return tasks[Math.min(row, tasks.length - 1)];
  }
  return undefined;
}
