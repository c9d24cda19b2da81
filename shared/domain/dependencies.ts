import { isOpen, type Task, type TaskId } from './task';
import type { WorkCalendar } from './workCalendar';

type Linked = Pick<Task, 'id' | 'dependsOn'>;

/** The tasks of one loop, each waiting for the next, or `null` when there is none. Linear in tasks and links. */
export function findCycle(tasks: readonly Linked[]): TaskId[] | null {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const finished = new Set<TaskId>();
  for (const { id: start } of tasks) {
    const path: { id: TaskId; next: number }[] = [{ id: start, next: 0 }];
    const onPath = new Set<TaskId>([start]);
    while (path.length > 0 && !finished.has(start)) {
      const step = path[path.length - 1] as { id: TaskId; next: number };
      const waitsFor = byId.get(step.id)?.dependsOn[step.next];
      step.next += 1;
      if (waitsFor === undefined) {
        finished.add(step.id);
        onPath.delete(step.id);
        path.pop();
      } else if (onPath.has(waitsFor)) {
        const ids = path.map(({ id }) => id);
        return ids.slice(ids.indexOf(waitsFor));
      } else if (!finished.has(waitsFor) && byId.has(waitsFor)) {
        path.push({ id: waitsFor, next: 0 });
        onPath.add(waitsFor);
      }
    }
  }
  return null;
}

/** The loop that `task` waiting for `predecessor` would close, from one to the other, or `null`: it may wait. */
export function loopIfWaits(tasks: readonly Linked[], task: TaskId, predecessor: TaskId): TaskId[] | null {
  if (task === predecessor) return [task];
  const byId = new Map(tasks.map((known) => [known.id, known]));
  const cameFrom = new Map<TaskId, TaskId | null>([[predecessor, null]]);
  const toVisit: TaskId[] = [predecessor];
  for (let id = toVisit.pop(); id !== undefined; id = toVisit.pop()) {
    if (id === task) return pathBack(cameFrom, task);
    for (const next of byId.get(id)?.dependsOn ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, id);
      toVisit.push(next);
    }
  }
  return null;
}

/** Predecessors first. Tasks of a loop come last, in their own order. */
export function topologicalOrder<T extends Linked>(tasks: readonly T[]): T[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const waiting = new Map(tasks.map((task) => [task.id, task.dependsOn.filter((id) => byId.has(id)).length]));
  const successors = successorsOf(tasks);
  const ready = tasks.filter(({ id }) => waiting.get(id) === 0);
  const order: T[] = [];
  for (let index = 0; index < ready.length; index += 1) {
    const task = ready[index] as T;
    order.push(task);
    for (const successor of successors.get(task.id) ?? []) {
      const left = (waiting.get(successor) ?? 0) - 1;
      waiting.set(successor, left);
      if (left === 0) ready.push(byId.get(successor) as T);
    }
  }
  return [...order, ...tasks.filter(({ id }) => (waiting.get(id) ?? 0) > 0)];
}

/** For each task, those that wait for it. */
export function successorsOf(tasks: readonly Linked[]): Map<TaskId, TaskId[]> {
  const successors = new Map<TaskId, TaskId[]>();
  for (const { id, dependsOn } of tasks) {
    for (const predecessor of dependsOn) {
      const known = successors.get(predecessor);
      if (known) known.push(id);
      else successors.set(predecessor, [id]);
    }
  }
  return successors;
}

/** Open, and waiting for nothing that is still open. A predecessor that is gone holds nothing up. */
export function canStartNow(task: Task, byId: ReadonlyMap<TaskId, Task>): boolean {
  if (!isOpen(task) || task.status === 'waiting') return false;
  return task.dependsOn.every((id) => {
    const predecessor = byId.get(id);
    return !predecessor || !isOpen(predecessor);
  });
}

/**
 * « Marge » of each dated task, in working days: how much later it may end without pushing what waits for it beyond its own
 * date. The critical path is made of the tasks with none left. Tasks without a date, and tasks of a loop, are left out.
 */
export function slackOf(tasks: readonly Task[], calendar: WorkCalendar): Map<TaskId, number> {
  const successors = successorsOf(tasks);
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const loop = new Set(findCycle(tasks) ?? []);
  const slack = new Map<TaskId, number>();
  for (const task of topologicalOrder(tasks).reverse()) {
    if (task.dueOn === null || loop.has(task.id)) continue;
    const following = (successors.get(task.id) ?? []).flatMap((id) => byId.get(id) ?? []);
    const margins = following.flatMap((next) => {
      const own = slack.get(next.id);
      if (own === undefined || next.dueOn === null || task.dueOn === null) return [];
      const gap = calendar.workingDaysBetween(task.dueOn, next.dueOn) - next.durationDays;
      return [gap + own];
    });
    slack.set(task.id, margins.length === 0 ? 0 : Math.min(...margins));
  }
  return slack;
}

function pathBack(cameFrom: ReadonlyMap<TaskId, TaskId | null>, from: TaskId): TaskId[] {
  const path: TaskId[] = [];
  for (let id: TaskId | null | undefined = from; id; id = cameFrom.get(id)) path.push(id);
  return path;
}
