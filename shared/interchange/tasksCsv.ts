import { isSame } from '../domain/isSame';
import type { PlannedEvent } from '../domain/plannedEvent';
import type { Language } from '../domain/settings';
import { isOverdue, type Task, type TaskId, taskSchema } from '../domain/task';
import type { Day, Instant } from '../domain/time';
import { type CsvTable, rowsBetweenShares, type TellShare, writeCsv } from './csv';
import {
  joinList,
  readHeader,
  type TaskColumn,
  taskColumns,
  writeChecklist,
  writtenWords,
} from './taskCells';
import { firstOfEachTitle, linkDependencies, refuseDependants, refuseLoops } from './taskLinks';
import {
  byTitle,
  type Draft,
  type ImportContext,
  readRow,
  type RowProblem,
  type TaskMapping,
} from './taskRow';

export function proposeMapping(headers: readonly string[]): TaskMapping {
  const taken = new Set<TaskColumn>();
  return headers.map((header) => {
    const column = readHeader(header);
    if (column === null || taken.has(column)) return null;
    taken.add(column);
    return column;
  });
}

export type ImportOutcome = 'created' | 'changed' | 'unchanged' | 'refused';
export type ImportRow = Readonly<{
  line: number;
  title: string;
  outcome: ImportOutcome;
  task: Task | null;
  before: Task | null;
  changedFields: readonly (keyof Task)[];
  problems: readonly RowProblem[];
}>;

/**
 * What to know before accepting, though nothing is wrong. `pinned`: dates that are not those of their plan, which will stay when the event moves.
 * `kept`: dates of tasks that are pinned, done or dropped, left where they are. `undated`: tasks whose anchor has no date in the
 * event yet. `late`: tasks that would be overdue at once.
 */
export type ImportNote = Readonly<{ code: 'pinned' | 'kept' | 'undated' | 'late'; count: number }>;

export type ImportPlan = Readonly<{
  rows: readonly ImportRow[];
  counts: Readonly<Record<ImportOutcome, number>>;
  /** Only those that count something. */
  notes: readonly ImportNote[];
}>;

/**
 * What an import would do, before it does it. Rows are matched to tasks of the event by title, accents and case aside; a column that is not mapped, or
 * an empty cell, leaves its field alone. An anchor gives the due day, unless the row states one; the day of a task that is pinned, done
 * or dropped moves only when the row states it. A refused row takes down those that wait for it, each with its reason.
 */
export function planTaskImport(
  table: CsvTable,
  mapping: TaskMapping,
  context: ImportContext,
  tellShare: TellShare = () => undefined,
): ImportPlan {
  const known = byTitle(context.existing);
  const drafts = table.rows.map((row, index) => {
    if (index % rowsBetweenShares === 0) tellShare(index / table.rows.length);
    return readRow(row, table.headers, mapping, known, context);
  });
  const named = firstOfEachTitle(drafts);
  linkDependencies(named, known);
  refuseLoops(named, context.existing);
  refuseDependants(named);
  const rows = drafts.map((draft) => finish(draft, context));
  const counts = { created: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return { rows, counts, notes: notesOn(rows, drafts, context.today) };
}

/** What to write: only what was created or changed. */
export function importedTasks(plan: ImportPlan): Task[] {
  return plan.rows.flatMap(({ outcome, task }) =>
    task && (outcome === 'created' || outcome === 'changed') ? [task] : [],
  );
}

type ExportContext = {
  /** Names the anchors of its own; without it, such a plan is exported by its day only. */
  event?: PlannedEvent | null;
  /** Where the titles of predecessors are looked for when they are not exported themselves. */
  allTasks?: readonly Task[];
};

/** A file that the import above reads back as unchanged: every field but the keys and the day of creation. Days are `dd/mm/yyyy`. */
export function exportTasksCsv(
  tasks: readonly Task[],
  language: Language,
  { event = null, allTasks = tasks }: ExportContext = {},
): Uint8Array<ArrayBuffer> {
  const words = writtenWords(language);
  const titles = new Map([...allTasks, ...tasks].map(({ id, title }) => [id, title]));
  const day = (on: Day | null): string => (on ? on.split('-').reverse().join('/') : '');
  const cells: Record<TaskColumn, (task: Task, anchor: string) => string | number> = {
    title: ({ title }) => title,
    team: ({ team }) => team,
    owner: ({ owner }) => owner,
    anchor: (_, anchor) => anchor,
    offsetDays: ({ plan }, anchor) => (plan && anchor !== '' ? plan.offsetDays : ''),
    offsetUnit: ({ plan }, anchor) => (plan && anchor !== '' ? words.unit(plan.unit) : ''),
    durationDays: ({ durationDays }) => durationDays,
    dependsOn: ({ dependsOn }) => joinList(dependsOn.flatMap((id) => titles.get(id) ?? [])),
    priority: ({ priority }) => words.priority(priority),
    dueOn: ({ dueOn }) => day(dueOn),
    isPinned: ({ isPinned }) => words.yesOrNo(isPinned),
    status: ({ status }) => words.status(status),
    doneOn: ({ doneOn }) => day(doneOn),
    estimateMinutes: ({ estimateMinutes }) => estimateMinutes ?? '',
    tags: ({ tags }) => joinList(tags),
    checklist: ({ checklist }) => writeChecklist(checklist),
    notes: ({ notes }) => notes,
  };
  const anchorName = ({ plan }: Task): string => {
    if (!plan) return '';
    const { anchor } = plan;
    if (anchor.kind !== 'custom') return words.anchor(anchor.kind);
    return event?.customAnchors.find(({ id }) => id === anchor.anchorId)?.name ?? '';
  };
  return writeCsv(
    taskColumns.map(words.header),
    tasks.map((task) => taskColumns.map((column) => cells[column](task, anchorName(task)))),
  );
}

function finish(draft: Draft, { event, now }: ImportContext): ImportRow {
  const { line, title, before, values } = draft;
  const row = { line, title, before, changedFields: [], problems: draft.problems };
  if (draft.problems.length > 0) return { ...row, outcome: 'refused', task: null };
  const eventId = event?.id ?? null;
  const answer = taskSchema.safeParse(
    before
      ? { ...before, ...values, title: before.title }
      : { ...blankTask(draft.id, eventId, now), ...values },
  );
  if (!answer.success) {
    const [issue] = answer.error.issues;
    const column = taskColumns.find((one) => one === issue?.path[0]) ?? 'title';
    const code = issue?.message === 'tooLong' || issue?.message === 'tooMany' ? issue.message : 'invalid';
    return {
      ...row,
      outcome: 'refused',
      task: null,
      problems: [{ code, column, value: draft.cell(column).slice(0, 200) }],
    };
  }
  const task = answer.data;
  if (!before) return { ...row, outcome: 'created', task };
  const changedFields = (Object.keys(task) as (keyof Task)[]).filter(
    (field) => !isSame(task[field], before[field]),
  );
  return { ...row, outcome: changedFields.length > 0 ? 'changed' : 'unchanged', task, changedFields };
}

function blankTask(id: TaskId, eventId: Task['eventId'], createdAt: Instant): Task {
  return {
    id,
    eventId,
    title: '',
    owner: '',
    team: '',
    status: 'todo',
    priority: 'medium',
    dueOn: null,
    plan: null,
    isPinned: false,
    durationDays: 1,
    estimateMinutes: null,
    notes: '',
    checklist: [],
    dependsOn: [],
    tags: [],
    doneOn: null,
    createdAt,
  };
}

function notesOn(rows: readonly ImportRow[], drafts: readonly Draft[], today: Day): ImportNote[] {
  const written = rows.flatMap(({ outcome, task, before }) =>
    task && (outcome === 'created' || outcome === 'changed') ? [{ task, before }] : [],
  );
  const dated = (dating: Draft['dating']): number =>
    drafts.filter((draft) => draft.dating === dating && draft.problems.length === 0).length;
  const notes: ImportNote[] = [
    {
      code: 'pinned',
      count: written.filter(({ task, before }) => task.isPinned && !before?.isPinned).length,
    },
    { code: 'kept', count: dated('kept') },
    { code: 'undated', count: dated('undated') },
    { code: 'late', count: written.filter(({ task }) => isOverdue(task, today)).length },
  ];
  return notes.filter(({ count }) => count > 0);
}
