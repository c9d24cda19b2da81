import { type Task, type TaskPriority, type TaskStatus } from '@shared/domain/task';
import type { Day } from '@shared/domain/time';
import { useMemo } from 'react';
import { useToday } from '@renderer/data/clock';
import { useWorkCalendar } from '@renderer/data/settingsContext';
import {
  changeEachTask,
  changeTasks,
  deleteTasks,
  rescheduleTasks,
  setTaskStatus,
} from '@renderer/data/tasks';
import { useCommit, useDatabase } from '@renderer/data/workspaceContext';

type Tasks = readonly Task[];
const mostTags = 30;

export type TaskActions = Readonly<{
  /** Done, or to do again when all of them are done. */
  toggleDone: (tasks: Tasks) => void;
  setStatus: (tasks: Tasks, status: TaskStatus) => void;
  setPriority: (tasks: Tasks, priority: TaskPriority) => void;
  setOwner: (tasks: Tasks, owner: string) => void;
  setTeam: (tasks: Tasks, team: string) => void;
  setDueOn: (tasks: Tasks, dueOn: Day | null) => void;
  /** By working days, earlier when negative; tasks without a date stay without. */
  shift: (tasks: Tasks, workingDays: number) => void;
  addTag: (tasks: Tasks, tag: string) => void;
  removeTag: (tasks: Tasks, tag: string) => void;
  /** Pinned, or free again when all of them are pinned. */
  togglePin: (tasks: Tasks) => void;
  remove: (tasks: Tasks) => void;
}>;

/** What may be done to one task or to many: each call is one change, with one undo. Tasks that would not change are left alone. */
export function useTaskActions(): TaskActions {
  const commit = useCommit();
  const database = useDatabase();
  const today = useToday();
  const calendar = useWorkCalendar();
  return useMemo(
    () => ({
      toggleDone: (tasks) => {
        const areDone = tasks.every(({ status }) => status === 'done');
        void setTaskStatus(commit, tasks, areDone ? 'todo' : 'done', today);
      },
      setStatus: (tasks, status) => {
        const others = tasks.filter((task) => task.status !== status);
        if (others.length > 0) void setTaskStatus(commit, others, status, today);
      },
      setPriority: (tasks, priority) => void changeTasks(commit, tasks, { priority }),
      setOwner: (tasks, owner) => void changeTasks(commit, tasks, { owner }),
      setTeam: (tasks, team) => void changeTasks(commit, tasks, { team }),
      setDueOn: (tasks, dueOn) => {
        if (dueOn === null) void changeTasks(commit, tasks, { dueOn, plan: null });
        else
          void rescheduleTasks(
            commit,
            changing(tasks, () => dueOn),
          );
      },
      shift: (tasks, workingDays) => {
        const moves = changing(tasks, ({ dueOn }) => dueOn && calendar.addWorkingDays(dueOn, workingDays));
        if (moves.length > 0) void rescheduleTasks(commit, moves);
      },
      addTag: (tasks, tag) =>
        void changeEachTask(commit, tasks, ({ tags }) => ({
          tags: tags.includes(tag) ? tags : [...tags, tag].slice(0, mostTags),
        })),
      removeTag: (tasks, tag) =>
        void changeEachTask(commit, tasks, ({ tags }) => ({ tags: tags.filter((one) => one !== tag) })),
      togglePin: (tasks) => {
        const arePinned = tasks.every(({ isPinned }) => isPinned);
        void changeTasks(commit, tasks, { isPinned: !arePinned });
      },
      remove: (tasks) => void deleteTasks(database, commit, tasks),
    }),
    [commit, database, today, calendar],
  );
}

function changing(tasks: Tasks, dayOf: (task: Task) => Day | null): { task: Task; dueOn: Day }[] {
  return tasks.flatMap((task) => {
    const dueOn = dayOf(task);
    return dueOn === null || dueOn === task.dueOn ? [] : [{ task, dueOn }];
  });
}
