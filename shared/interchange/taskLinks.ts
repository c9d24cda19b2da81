import { findCycle } from '../domain/dependencies';
import type { Task, TaskId } from '../domain/task';
import { type Draft, type RowProblemCode, type Titled, titleKey } from './taskRow';

/** By key, the rows that stand for their title: the first of each. The others are refused. */
export function firstOfEachTitle(drafts: readonly Draft[]): Map<string, Draft> {
  const named = new Map<string, Draft>();
  for (const draft of drafts) {
    if (draft.key === '') continue;
    if (named.has(draft.key))
      draft.problems.push({ code: 'duplicateTitle', column: 'title', value: draft.title.slice(0, 200) });
    else named.set(draft.key, draft);
  }
  return named;
}

export function linkDependencies(named: ReadonlyMap<string, Draft>, titled: Titled): void {
  for (const draft of named.values()) {
    if (draft.dependencies.length === 0) continue;
    const refuse = (code: RowProblemCode, name: string): void =>
      void draft.problems.push({ code, column: 'dependsOn', value: name.slice(0, 200) });
    const ids = new Set<TaskId>();
    for (const name of joinedNames(draft.dependencies, (key) => named.has(key) || titled.has(key))) {
      const key = titleKey(name);
      const task = titled.get(key);
      const id = named.get(key)?.id ?? (task === 'several' ? null : task?.id);
      if (id) ids.add(id);
      else refuse(id === null ? 'ambiguousTitle' : 'unknownDependency', name);
    }
    draft.values.dependsOn = [...ids];
  }
}

const mostBarsInTitle = 4;

/** A title may hold the bar that separates titles: of the parts of a cell, as many as make a known title are put together again. */
function joinedNames(parts: readonly string[], isKnown: (key: string) => boolean): string[] {
  const names: string[] = [];
  for (let from = 0; from < parts.length;) {
    let to = Math.min(parts.length, from + 1 + mostBarsInTitle);
    while (to > from + 1 && !isKnown(titleKey(parts.slice(from, to).join('|')))) to -= 1;
    names.push(parts.slice(from, to).join('|'));
    from = to;
  }
  return names;
}

/** Every row that would wait for itself is refused, with a loop that it is caught in spelt out. */
export function refuseLoops(named: ReadonlyMap<string, Draft>, existing: readonly Task[]): void {
  const links = new Map<TaskId, readonly TaskId[]>(existing.map(({ id, dependsOn }) => [id, dependsOn]));
  const titles = new Map(existing.map(({ id, title }) => [id, title]));
  const byId = new Map<TaskId, Draft>();
  for (const draft of named.values()) {
    links.set(draft.id, draft.values.dependsOn ?? draft.before?.dependsOn ?? []);
    titles.set(draft.id, draft.title);
    byId.set(draft.id, draft);
  }
  for (const knot of knotsOf(links)) {
    const among = new Set(knot);
    const loop = findCycle(
      knot.map((id) => ({ id, dependsOn: (links.get(id) ?? []).filter((other) => among.has(other)) })),
    );
    const spelt = [...(loop ?? []), ...(loop ?? []).slice(0, 1)]
      .map((id) => titles.get(id) ?? '')
      .join(' → ');
    const problem = { code: 'dependencyCycle', column: 'dependsOn', value: spelt.slice(0, 400) } as const;
    for (const id of knot) byId.get(id)?.problems.push(problem);
  }
}

/** Those that wait for themselves, with all that they are entangled with (the strongly connected parts, after Tarjan). Linear. */
function knotsOf(links: ReadonlyMap<TaskId, readonly TaskId[]>): TaskId[][] {
  const found: TaskId[][] = [];
  const order = new Map<TaskId, number>();
  const lowest = new Map<TaskId, number>();
  const open: TaskId[] = [];
  const isOpened = new Set<TaskId>();
  const lower = (id: TaskId, to: number): void => void lowest.set(id, Math.min(lowest.get(id) ?? to, to));
  const enter = (id: TaskId): { id: TaskId; next: number } => {
    lowest.set(id, order.size);
    order.set(id, order.size);
    open.push(id);
    isOpened.add(id);
    return { id, next: 0 };
  };
  const leave = (id: TaskId): void => {
    if (lowest.get(id) !== order.get(id)) return;
    const knot = open.splice(open.lastIndexOf(id));
    for (const member of knot) isOpened.delete(member);
    if (knot.length > 1 || links.get(id)?.includes(id)) found.push(knot);
  };
  for (const start of links.keys()) {
    if (order.has(start)) continue;
    const path = [enter(start)];
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const waitsFor = links.get(step.id)?.[step.next];
      step.next += 1;
      if (waitsFor === undefined) {
        path.pop();
        const parent = path.at(-1);
        if (parent) lower(parent.id, lowest.get(step.id) ?? 0);
        leave(step.id);
      } else if (!order.has(waitsFor)) {
        if (links.has(waitsFor)) path.push(enter(waitsFor));
      } else if (isOpened.has(waitsFor)) lower(step.id, order.get(waitsFor) ?? 0);
    }
  }
  return found;
}

/** What waits for a row that will not be created cannot be created either; an existing task stays, and may be waited for. */
export function refuseDependants(named: ReadonlyMap<string, Draft>): void {
  const waiting = new Map<TaskId, Draft[]>();
  for (const draft of named.values()) {
    for (const id of draft.values.dependsOn ?? []) {
      const known = waiting.get(id);
      if (known) known.push(draft);
      else waiting.set(id, [draft]);
    }
  }
  const refused = [...named.values()].filter(({ problems, before }) => problems.length > 0 && !before);
  for (let draft = refused.pop(); draft; draft = refused.pop()) {
    for (const dependant of waiting.get(draft.id) ?? []) {
      if (dependant.problems.length > 0) continue;
      dependant.problems.push({
        code: 'dependencyRefused',
        column: 'dependsOn',
        value: draft.title.slice(0, 200),
      });
      if (!dependant.before) refused.push(dependant);
    }
  }
}
