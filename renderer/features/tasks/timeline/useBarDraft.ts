import { planProblems, type PlanProblem, problemKey } from '@shared/domain/backwardPlan';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { isOpen, type Task, type TaskId } from '@shared/domain/task';
import { addDays, type Day } from '@shared/domain/time';
import { useMemo, useState } from 'react';
import { useToday } from '@renderer/data/clock';
import { useWorkCalendar } from '@renderer/data/settingsContext';
import { rescheduleTasks } from '@renderer/data/tasks';
import { useCommit } from '@renderer/data/workspaceContext';

/** A bar being moved, by the mouse or by keys: nothing is written before it is dropped. */
export type BarDraft = Readonly<{ task: Task; dueOn: Day }>;
export type BarMoves = Readonly<{
  draft: BarDraft | null;
  /** New problems that the day drafted would bring to the plan, those of this task first. */
  consequences: readonly PlanProblem[];
  /** Days of the calendar from the task's own day; where it falls on a closed day, on to the next worked one. */
  drag: (task: Task, days: number) => void;
  /** Working days from where it stands now. */
  step: (task: Task, workingDays: number) => void;
  drop: () => void;
  cancel: () => void;
}>;

/** `tasks` are those whose plans may suffer; `events` their events. */
export function useBarMoves(tasks: readonly Task[], events: ReadonlyMap<string, PlannedEvent>): BarMoves {
  const calendar = useWorkCalendar();
  const commit = useCommit();
  const today = useToday();
  const [draft, setDraft] = useState<BarDraft | null>(null);
  const event = draft?.task.eventId ? events.get(draft.task.eventId) : undefined;
  const plan = useMemo(
    () => (event ? tasks.filter(({ eventId }) => eventId === event.id) : []),
    [tasks, event],
  );
  const known = useMemo(
    () => new Set(event ? planProblems(event, plan, calendar, today).map(problemKey) : []),
    [event, plan, calendar, today],
  );
  const consequences = useMemo(() => {
    if (!event || !draft) return [];
    const moved = plan.map((task) => (task.id === draft.task.id ? { ...task, dueOn: draft.dueOn } : task));
    return planProblems(event, moved, calendar, today).filter(
      // A plan read in part does not know what is done: what it misses is no news.
      (problem) => problem.kind !== 'dependencyMissing' && !known.has(problemKey(problem)),
    );
  }, [event, plan, draft, known, calendar, today]);

  function place(task: Task, dueOn: Day): void {
    if (isOpen(task)) setDraft(dueOn === task.dueOn ? null : { task, dueOn });
  }
  return {
    draft,
    consequences,
    drag(task, days) {
      if (task.dueOn === null) return;
      const counted = addDays(task.dueOn, days);
      if (days === 0) place(task, task.dueOn);
      else place(task, days > 0 ? calendar.onOrAfter(counted) : calendar.onOrBefore(counted));
    },
    step(task, workingDays) {
      const from = draft?.task.id === task.id ? draft.dueOn : task.dueOn;
      if (from !== null) place(task, calendar.addWorkingDays(from, workingDays));
    },
    drop() {
      if (draft) void rescheduleTasks(commit, [draft]);
      setDraft(null);
    },
    cancel: () => setDraft(null),
  };
}

export function isDrafted(draft: BarDraft | null, id: TaskId): boolean {
  return draft?.task.id === id;
}
