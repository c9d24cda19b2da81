import { isOpen, type Task, type TaskId } from './task';

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

/** Predecessors first. Tasks of a loop, and those that wait for one, come last, in their own order. */
export function topologicalOrder<T extends Linked>(tasks: readonly T[]): T[] {
  const { ordered, tangled } = untangled(tasks);
  return [...ordered, ...tangled];
}

/** As `topologicalOrder`, with the tasks of loops and those that wait for one apart. Linear in tasks and links. */
export function untangled<T extends Linked>(tasks: readonly T[]): { ordered: T[]; tangled: T[] } {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const waiting = new Map(tasks.map((task) => [task.id, task.dependsOn.filter((id) => byId.has(id)).length]));
  const successors = successorsOf(tasks);
  const ordered = tasks.filter(({ id }) => waiting.get(id) === 0);
  for (let index = 0; index < ordered.length; index += 1) {
    for (const id of successors.get((ordered[index] as T).id) ?? []) {
      const left = (waiting.get(id) ?? 0) - 1;
      waiting.set(id, left);
      if (left === 0) ordered.push(byId.get(id) as T);
    }
  }
  return { ordered, tangled: tasks.filter(({ id }) => (waiting.get(id) ?? 0) > 0) };
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

function pathBack(cameFrom: ReadonlyMap<TaskId, TaskId | null>, from: TaskId): TaskId[] {
  const path: TaskId[] = [];
  for (let id: TaskId | null | undefined = from; id; id = cameFrom.get(id)) path.push(id);
  return path;
}
