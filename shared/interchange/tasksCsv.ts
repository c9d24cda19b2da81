import { plannedDueOn } from '../domain/backwardPlan';
import { findCycle } from '../domain/dependencies';
import type { PlannedEvent } from '../domain/plannedEvent';
import {
  type Anchor,
  type Task,
  type TaskId,
  type TaskPriority,
  taskSchema,
  type TaskStatus,
} from '../domain/task';
import { fold } from '../domain/text';
import { type Day, daySchema, type Instant } from '../domain/time';
import type { WorkCalendar } from '../domain/workCalendar';
import { type CsvTable, withoutGuard, writeCsv } from './csv';

/** What a column of the file may hold. */
export const taskColumns = [
  'title',
  'team',
  'owner',
  'anchor',
  'offsetDays',
  'durationDays',
  'dependsOn',
  'priority',
  'dueOn',
  'status',
  'notes',
  'tags',
  'estimateMinutes',
] as const;
export type TaskColumn = (typeof taskColumns)[number];
/** For each header of the file, the column it fills, or `null`. */
export type TaskMapping = readonly (TaskColumn | null)[];

const headerNames: Record<TaskColumn, readonly string[]> = {
  title: ['tache', 'titre', 'intitule', 'task', 'title', 'name'],
  team: ['equipe', 'team', 'service'],
  owner: ['responsable', 'owner', 'personne', 'assigne', 'assignee'],
  anchor: ['ancre', 'anchor', 'repere'],
  offsetDays: ['decalage en jours', 'decalage', 'offset in days', 'offset', 'offset days'],
  durationDays: ['duree en jours', 'duree', 'duration in days', 'duration'],
  dependsOn: ['depend de', 'antecedents', 'antecedent', 'depends on', 'predecessors'],
  priority: ['priorite', 'priority'],
  dueOn: ['echeance', 'date', 'date limite', 'due', 'due date', 'due on'],
  status: ['statut', 'etat', 'status'],
  notes: ['notes', 'note', 'remarques', 'commentaire'],
  tags: ['etiquettes', 'mots cles', 'tags'],
  estimateMinutes: ['temps estime en minutes', 'temps estime', 'estimate in minutes', 'estimate'],
};

export function proposeMapping(headers: readonly string[]): TaskMapping {
  const taken = new Set<TaskColumn>();
  return headers.map((header) => {
    const name = fold(header);
    const column = taskColumns.find((one) => !taken.has(one) && headerNames[one].includes(name)) ?? null;
    if (column) taken.add(column);
    return column;
  });
}

/** The same for two files with the same headers: under it a corrected mapping is remembered. */
export function mappingSignature(headers: readonly string[]): string {
  return headers.map(fold).join('|').slice(0, 2_000);
}

export type RowProblemCode =
  | 'titleMissing'
  | 'titleTooLong'
  | 'duplicateTitle'
  | 'unknownAnchor'
  | 'anchorWithoutEvent'
  | 'anchorMissing'
  | 'notAnInteger'
  | 'offsetTooFar'
  | 'durationOutOfBounds'
  | 'unknownPriority'
  | 'unknownStatus'
  | 'notADay'
  | 'unknownDependency'
  | 'dependencyCycle'
  | 'dependencyRefused'
  | 'invalid';
export type RowProblem = Readonly<{ code: RowProblemCode; column: TaskColumn; value: string }>;

export type ImportRow = Readonly<{
  line: number;
  title: string;
  outcome: 'created' | 'changed' | 'unchanged' | 'refused';
  task: Task | null;
  before: Task | null;
  changedFields: readonly (keyof Task)[];
  problems: readonly RowProblem[];
}>;
export type ImportPlan = Readonly<{
  rows: readonly ImportRow[];
  counts: Readonly<Record<ImportRow['outcome'], number>>;
}>;

type Context = {
  event: PlannedEvent | null;
  /** Those of the event, or those without one. */
  existing: readonly Task[];
  calendar: WorkCalendar;
  newId: () => string;
  now: Instant;
  today: Day;
};

type Values = { -readonly [K in keyof Task]?: Task[K] };
type Draft = {
  line: number;
  title: string;
  values: Values;
  dependencies: string[] | null;
  problems: RowProblem[];
  before: Task | null;
  id: TaskId;
};

/**
 * What an import would do, before it does it. Rows are matched to tasks of the event by title, accents aside; a column that is not mapped, or an empty cell of a
 * task already there, leaves its field alone. A refused row takes down the rows that depend on it, each with its reason.
 */
export function planTaskImport(table: CsvTable, mapping: TaskMapping, context: Context): ImportPlan {
  const existingByTitle = new Map(context.existing.map((task) => [fold(task.title), task]));
  const drafts = new Map<string, Draft>();
  const repeated: Draft[] = [];
  for (const { line, cells } of table.rows) {
    const draft = readRow(line, cells, mapping, existingByTitle, context);
    const key = fold(draft.title);
    if (key !== '' && drafts.has(key)) {
      draft.problems.push({ code: 'duplicateTitle', column: 'title', value: draft.title });
      repeated.push(draft);
    } else if (key === '') repeated.push(draft);
    else drafts.set(key, draft);
  }
  linkDependencies(drafts, existingByTitle);
  refuseCycles(drafts, context.existing);
  refuseDependants(drafts);
  const rows = [...drafts.values(), ...repeated]
    .map((draft) => finish(draft, context))
    .sort((a, b) => a.line - b.line);
  const counts = { created: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return { rows, counts };
}

/** What to write: only what was created or changed. */
export function importedTasks(plan: ImportPlan): Task[] {
  return plan.rows.flatMap(({ outcome, task }) =>
    task && (outcome === 'created' || outcome === 'changed') ? [task] : [],
  );
}

const words = {
  fr: {
    headers: [
      'tâche',
      'équipe',
      'responsable',
      'ancre',
      'décalage en jours',
      'durée en jours',
      'dépend de',
      'priorité',
      'échéance',
      'statut',
      'notes',
      'étiquettes',
    ],
    anchors: {
      opening: 'ouverture',
      closing: 'fermeture',
      setUp: 'montage',
      reportDue: 'rapport',
      orderSigned: 'commande',
      custom: '',
    },
    priorities: { high: 'haute', medium: 'moyenne', low: 'basse' },
    statuses: {
      todo: 'à faire',
      doing: 'en cours',
      waiting: 'en attente',
      done: 'faite',
      dropped: 'abandonnée',
    },
  },
  en: {
    headers: [
      'task',
      'team',
      'owner',
      'anchor',
      'offset in days',
      'duration in days',
      'depends on',
      'priority',
      'due date',
      'status',
      'notes',
      'tags',
    ],
    anchors: {
      opening: 'opening',
      closing: 'closing',
      setUp: 'set-up',
      reportDue: 'report',
      orderSigned: 'order',
      custom: '',
    },
    priorities: { high: 'high', medium: 'medium', low: 'low' },
    statuses: { todo: 'to do', doing: 'in progress', waiting: 'waiting', done: 'done', dropped: 'dropped' },
  },
} as const;

/** A file that the import above reads back as unchanged. Days are `dd/mm/yyyy`. */
export function exportTasksCsv(tasks: readonly Task[], language: 'fr' | 'en'): Uint8Array<ArrayBuffer> {
  const { headers, anchors, priorities, statuses } = words[language];
  const titles = new Map(tasks.map(({ id, title }) => [id, title]));
  const rows = tasks.map((task) => [
    task.title,
    task.team,
    task.owner,
    task.plan ? anchors[task.plan.anchor.kind] : '',
    task.plan && task.plan.anchor.kind !== 'custom' ? task.plan.offsetDays : '',
    task.durationDays,
    task.dependsOn.flatMap((id) => titles.get(id) ?? []).join('|'),
    priorities[task.priority],
    task.dueOn ? task.dueOn.split('-').reverse().join('/') : '',
    statuses[task.status],
    task.notes,
    task.tags.join('|'),
  ]);
  return writeCsv(headers, rows);
}

function readRow(
  line: number,
  cells: readonly string[],
  mapping: TaskMapping,
  existing: ReadonlyMap<string, Task>,
  context: Context,
): Draft {
  const cell = (column: TaskColumn): string => {
    const index = mapping.indexOf(column);
    return index < 0 ? '' : withoutGuard((cells[index] ?? '').trim());
  };
  const problems: RowProblem[] = [];
  const refuse = (code: RowProblemCode, column: TaskColumn): void => {
    problems.push({ code, column, value: cell(column).slice(0, 200) });
  };
  const title = cell('title');
  if (title === '') refuse('titleMissing', 'title');
  if (title.length > 200) refuse('titleTooLong', 'title');
  const before = existing.get(fold(title)) ?? null;
  const values: Values = { title };
  if (cell('team') !== '') values.team = cell('team').slice(0, 200);
  if (cell('owner') !== '') values.owner = cell('owner').slice(0, 200);
  if (cell('notes') !== '') values.notes = cell('notes');
  if (cell('tags') !== '')
    values.tags = listOf(cell('tags'))
      .map((tag) => tag.slice(0, 40))
      .slice(0, 30);
  if (cell('durationDays') !== '') {
    const days = integerOf(cell('durationDays'));
    if (days === null) refuse('notAnInteger', 'durationDays');
    else if (days < 1 || days > 400) refuse('durationOutOfBounds', 'durationDays');
    else values.durationDays = days;
  }
  if (cell('estimateMinutes') !== '') {
    const minutes = integerOf(cell('estimateMinutes'));
    if (minutes === null || minutes < 0 || minutes > 1_000_000) refuse('notAnInteger', 'estimateMinutes');
    else values.estimateMinutes = minutes;
  }
  if (cell('priority') !== '') {
    const priority = priorityOf(cell('priority'));
    if (priority) values.priority = priority;
    else refuse('unknownPriority', 'priority');
  }
  readStatus(cell('status'), values, before, context.today, () => refuse('unknownStatus', 'status'));
  readDate(cell, values, refuse, context);
  const dependencies =
    mapping.includes('dependsOn') && cell('dependsOn') !== '' ? listOf(cell('dependsOn')) : null;
  return {
    line,
    title,
    values,
    dependencies,
    problems,
    before,
    id: before?.id ?? (context.newId() as TaskId),
  };
}

function readStatus(text: string, values: Values, before: Task | null, today: Day, refuse: () => void): void {
  if (text === '') return;
  const status = statusOf(text);
  if (!status) return refuse();
  values.status = status;
  values.doneOn = status === 'done' ? (before?.doneOn ?? today) : null;
}

function readDate(
  cell: (column: TaskColumn) => string,
  values: Values,
  refuse: (code: RowProblemCode, column: TaskColumn) => void,
  { event, calendar }: Context,
): void {
  if (cell('anchor') !== '') {
    const anchor = anchorOf(cell('anchor'));
    const offsetDays = integerOf(cell('offsetDays') === '' ? '0' : cell('offsetDays'));
    if (!anchor) return refuse('unknownAnchor', 'anchor');
    if (!event) return refuse('anchorWithoutEvent', 'anchor');
    if (offsetDays === null) return refuse('notAnInteger', 'offsetDays');
    if (Math.abs(offsetDays) > 1_500) return refuse('offsetTooFar', 'offsetDays');
    const plan = { anchor, offsetDays, unit: 'calendarDays' } as const;
    values.plan = plan;
    const planned = plannedDueOn(plan, event, calendar);
    if (planned === null) return refuse('anchorMissing', 'anchor');
    values.dueOn = planned;
  }
  if (cell('dueOn') === '') return;
  const day = dayOfText(cell('dueOn'));
  if (!day) return refuse('notADay', 'dueOn');
  if (values.plan && day !== values.dueOn) values.isPinned = true;
  values.dueOn = day;
}

function linkDependencies(drafts: ReadonlyMap<string, Draft>, existing: ReadonlyMap<string, Task>): void {
  for (const draft of drafts.values()) {
    if (!draft.dependencies) continue;
    const ids: TaskId[] = [];
    for (const name of draft.dependencies) {
      const key = fold(name);
      const id = drafts.get(key)?.id ?? existing.get(key)?.id;
      if (id === undefined)
        draft.problems.push({ code: 'unknownDependency', column: 'dependsOn', value: name.slice(0, 200) });
      else if (!ids.includes(id)) ids.push(id);
    }
    draft.values.dependsOn = ids;
  }
}

/** Every row of a loop is refused, with the loop spelt out. */
function refuseCycles(drafts: ReadonlyMap<string, Draft>, existing: readonly Task[]): void {
  const links = new Map(existing.map(({ id, dependsOn }) => [id, { id, dependsOn: [...dependsOn] }]));
  for (const { id, values, before } of drafts.values())
    links.set(id, { id, dependsOn: [...(values.dependsOn ?? before?.dependsOn ?? [])] });
  const byId = new Map([...drafts.values()].map((draft) => [draft.id, draft]));
  for (let loop = findCycle([...links.values()]); loop; loop = findCycle([...links.values()])) {
    const members = loop.flatMap((id) => byId.get(id) ?? []);
    const spelt = [...members, ...members.slice(0, 1)]
      .map(({ title }) => title)
      .join(' → ')
      .slice(0, 400);
    for (const member of members)
      member.problems.push({ code: 'dependencyCycle', column: 'dependsOn', value: spelt });
    for (const id of loop) links.set(id, { id, dependsOn: [] });
  }
}

function refuseDependants(drafts: ReadonlyMap<string, Draft>): void {
  const byId = new Map([...drafts.values()].map((draft) => [draft.id, draft]));
  const waiting = new Map<TaskId, Draft[]>();
  for (const draft of drafts.values()) {
    for (const id of draft.values.dependsOn ?? []) waiting.set(id, [...(waiting.get(id) ?? []), draft]);
  }
  const refused = [...drafts.values()].filter(({ problems, before }) => problems.length > 0 && !before);
  for (let draft = refused.pop(); draft; draft = refused.pop()) {
    for (const dependant of waiting.get(draft.id) ?? []) {
      const isFirst = dependant.problems.length === 0;
      if (isFirst)
        dependant.problems.push({
          code: 'dependencyRefused',
          column: 'dependsOn',
          value: byId.get(draft.id)?.title ?? '',
        });
      if (isFirst && !dependant.before) refused.push(dependant);
    }
  }
}

function finish(draft: Draft, { event, now }: Context): ImportRow {
  const { line, title, before } = draft;
  const refused = (problems: readonly RowProblem[]): ImportRow => ({
    line,
    title,
    outcome: 'refused',
    task: null,
    before,
    changedFields: [],
    problems,
  });
  if (draft.problems.length > 0) return refused(draft.problems);
  const blank: Task = {
    id: draft.id,
    eventId: event?.id ?? null,
    title,
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
    createdAt: now,
  };
  const kept = before && { ...draft.values, title: before.title };
  const answer = taskSchema.safeParse({ ...(before ?? blank), ...(kept ?? draft.values) });
  if (!answer.success) {
    const [column] = answer.error.issues[0]?.path ?? [];
    const known = taskColumns.find((one) => one === column) ?? 'title';
    return refused([{ code: 'invalid', column: known, value: String(column ?? '') }]);
  }
  const task = answer.data;
  if (!before) return { line, title, outcome: 'created', task, before, changedFields: [], problems: [] };
  const changedFields = (Object.keys(task) as (keyof Task)[]).filter(
    (key) => JSON.stringify(task[key]) !== JSON.stringify(before[key]),
  );
  return {
    line,
    title,
    outcome: changedFields.length > 0 ? 'changed' : 'unchanged',
    task,
    before,
    changedFields,
    problems: [],
  };
}

function anchorOf(text: string): Exclude<Anchor, { kind: 'custom' }> | null {
  const names: Record<string, Exclude<Anchor['kind'], 'custom'>> = {
    ouverture: 'opening',
    opening: 'opening',
    fermeture: 'closing',
    closing: 'closing',
    montage: 'setUp',
    'set-up': 'setUp',
    setup: 'setUp',
    rapport: 'reportDue',
    report: 'reportDue',
    commande: 'orderSigned',
    order: 'orderSigned',
  };
  const kind = names[fold(text)];
  return kind ? { kind } : null;
}

function priorityOf(text: string): TaskPriority | null {
  const names: Record<string, TaskPriority> = {
    haute: 'high',
    high: 'high',
    moyenne: 'medium',
    medium: 'medium',
    basse: 'low',
    low: 'low',
  };
  return names[fold(text)] ?? null;
}

function statusOf(text: string): TaskStatus | null {
  const names: Record<string, TaskStatus> = {
    'a faire': 'todo',
    'to do': 'todo',
    todo: 'todo',
    'en cours': 'doing',
    'in progress': 'doing',
    'en attente': 'waiting',
    waiting: 'waiting',
    faite: 'done',
    fait: 'done',
    done: 'done',
    abandonnee: 'dropped',
    abandonne: 'dropped',
    dropped: 'dropped',
  };
  return names[fold(text)] ?? null;
}

function dayOfText(text: string): Day | null {
  const european = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const iso = european
    ? `${european[3]}-${(european[2] ?? '').padStart(2, '0')}-${(european[1] ?? '').padStart(2, '0')}`
    : text;
  return daySchema.safeParse(iso).success ? iso : null;
}

/** Whole numbers, with French or plain grouping; `12,0` is whole. */
function integerOf(text: string): number | null {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
    .replace(/[,.]0+$/, '');
  return /^[+-]?\d{1,9}$/.test(plain) ? Number(plain) : null;
}

function listOf(text: string): string[] {
  return text
    .split('|')
    .map((one) => one.trim())
    .filter(Boolean);
}
