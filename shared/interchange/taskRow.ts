import { isSame } from '../domain/isSame';
import { anchorDay } from '../domain/anchors';
import { plannedDueOn } from '../domain/backwardPlan';
import type { PlannedEvent } from '../domain/plannedEvent';
import { isOpen, type Task, type TaskId, type TaskPlan } from '../domain/task';
import { fold } from '../domain/text';
import type { Day, Instant } from '../domain/time';
import type { WorkCalendar } from '../domain/workCalendar';
import { type CsvRow, withoutGuard } from './csv';
import {
  looksLikeOffset,
  readAnchor,
  readChecklist,
  readDay,
  readInteger,
  readMinutes,
  readOffset,
  readPriority,
  readStatus,
  readUnit,
  readYesOrNo,
  splitList,
  type TaskColumn,
} from './taskCells';

/** For each header of the file, the column it fills, or `null`. */
export type TaskMapping = readonly (TaskColumn | null)[];

export type RowProblemCode =
  | 'titleMissing'
  | 'titleTooLong'
  | 'duplicateTitle'
  | 'ambiguousTitle'
  | 'unknownAnchor'
  | 'anchorWithoutEvent'
  | 'unknownUnit'
  | 'notAnInteger'
  | 'offsetTooFar'
  | 'durationOutOfBounds'
  | 'unknownPriority'
  | 'unknownStatus'
  | 'notYesOrNo'
  | 'notADay'
  | 'notATimeSpent'
  | 'unknownDependency'
  | 'dependencyCycle'
  | 'dependencyRefused'
  | 'tooLong'
  | 'tooMany'
  | 'tooManyCells'
  | 'cellTooLong'
  | 'invalid';
/** `value` is what the file holds, cut at 200 characters; for a cycle, its titles in order; for a dependency, its name. */
export type RowProblem = Readonly<{ code: RowProblemCode; column: TaskColumn; value: string }>;

export type ImportContext = {
  event: PlannedEvent | null;
  /** Those of the event, or those without one. */
  existing: readonly Task[];
  calendar: WorkCalendar;
  newId: () => string;
  now: Instant;
  today: Day;
};

export type Values = { -readonly [K in keyof Task]?: Task[K] };
/** A row as it was read, before it is known what becomes of it. */
export type Draft = {
  line: number;
  cell: (column: TaskColumn) => string;
  title: string;
  key: string;
  values: Values;
  dependencies: string[];
  problems: RowProblem[];
  before: Task | null;
  id: TaskId;
  /** `kept`: the plan would have moved a date that stays. `undated`: the event has no such anchor yet. */
  dating: 'kept' | 'undated' | null;
};

/** Tasks by the key of their title; `several` when it names more than one. */
export type Titled = ReadonlyMap<string, Task | 'several'>;

export function byTitle(tasks: readonly Task[]): Titled {
  const titled = new Map<string, Task | 'several'>();
  for (const task of tasks) {
    const key = titleKey(task.title);
    titled.set(key, titled.has(key) ? 'several' : task);
  }
  return titled;
}

/** A bar inside a title may have been typed with spaces or without. */
export function titleKey(title: string): string {
  return fold(title).replace(/\s*\|\s*/g, '|');
}

/** One row while it is read: its cells by column, what they come to, what is wrong with them. */
type Reader = {
  cell: (column: TaskColumn) => string;
  refuse: (code: RowProblemCode, column: TaskColumn) => null;
  values: Values;
  before: Task | null;
};

export function readRow(
  { line, cells, fault }: CsvRow,
  headers: readonly string[],
  mapping: TaskMapping,
  titled: Titled,
  context: ImportContext,
): Draft {
  const cell = (column: TaskColumn): string => {
    const index = mapping.indexOf(column);
    const raw = index < 0 ? '' : (cells[index] ?? '');
    return withoutGuard(column === 'notes' && raw.trim() !== '' ? raw : raw.trim());
  };
  const title = cell('title');
  const key = titleKey(title);
  const match = titled.get(key);
  const before = match === undefined || match === 'several' ? null : match;
  const values: Values = { title };
  const problems: RowProblem[] = [];
  const refuse: Reader['refuse'] = (code, column) => {
    problems.push({ code, column, value: cell(column).slice(0, 200) });
    return null;
  };
  if (fault) problems.push({ code: fault.kind, column: 'title', value: fault.value });
  if (title === '') refuse('titleMissing', 'title');
  if (title.length > 200) refuse('titleTooLong', 'title');
  if (match === 'several') refuse('ambiguousTitle', 'title');

  const reader: Reader = { cell, refuse, values, before };
  const estimateHeader = headers[mapping.indexOf('estimateMinutes')] ?? '';
  readPlainCells(reader, estimateHeader, context);
  readStatusCells(reader, context.today);
  const plan = readPlan(reader, mapping, context);
  const dating = readDueOn(reader, plan, context);
  return {
    line,
    cell,
    title,
    key,
    values,
    dependencies: splitList(cell('dependsOn')),
    problems,
    before,
    id: before?.id ?? (context.newId() as TaskId),
    dating,
  };
}

function readPlainCells(
  { cell, refuse, values, before }: Reader,
  estimateHeader: string,
  { newId }: ImportContext,
): void {
  if (cell('team') !== '') values.team = cell('team');
  if (cell('owner') !== '') values.owner = cell('owner');
  if (cell('notes') !== '') values.notes = cell('notes');
  if (cell('tags') !== '') values.tags = [...new Set(splitList(cell('tags')))];
  if (cell('durationDays') !== '') {
    const days = readInteger(cell('durationDays'));
    if (days === null) refuse('notAnInteger', 'durationDays');
    else if (days < 1 || days > 400) refuse('durationOutOfBounds', 'durationDays');
    else values.durationDays = days;
  }
  if (cell('estimateMinutes') !== '') {
    const minutes = readMinutes(cell('estimateMinutes'), estimateHeader);
    if (minutes === null || minutes < 0 || minutes > 1_000_000) refuse('notATimeSpent', 'estimateMinutes');
    else values.estimateMinutes = minutes;
  }
  if (cell('priority') !== '') {
    const priority = readPriority(cell('priority'));
    if (priority) values.priority = priority;
    else refuse('unknownPriority', 'priority');
  }
  if (cell('checklist') !== '') {
    const ids = new Map(before?.checklist.map(({ id, text }) => [fold(text), id]));
    values.checklist = readChecklist(cell('checklist')).map(({ text, isDone }) => {
      const id = ids.get(fold(text)) ?? newId();
      ids.delete(fold(text));
      return { id, text, isDone };
    });
  }
}

/** A day of completion alone says that it is done; « done » without a day was done today, or when it was already. */
function readStatusCells({ cell, refuse, values, before }: Reader, today: Day): null {
  const doneOn = cell('doneOn') === '' ? null : readDay(cell('doneOn'));
  if (cell('doneOn') !== '' && doneOn === null) return refuse('notADay', 'doneOn');
  if (cell('status') === '' && doneOn === null) return null;
  const status = cell('status') === '' ? 'done' : readStatus(cell('status'));
  if (status === null) return refuse('unknownStatus', 'status');
  values.status = status;
  values.doneOn = status === 'done' ? (doneOn ?? before?.doneOn ?? today) : null;
  return null;
}

/** The plan that the row states; `null` when it states none or is refused. An offset under no anchor counts from the opening. */
function readPlan(
  { cell, refuse, values, before }: Reader,
  mapping: TaskMapping,
  { event }: ImportContext,
): TaskPlan | null {
  const offsetColumn = looksLikeOffset(cell('dueOn')) ? 'dueOn' : 'offsetDays';
  const offset = cell(offsetColumn);
  if (cell('anchor') === '' && offset === '') return null;
  const isFromOpening = offsetColumn === 'dueOn' || !mapping.includes('anchor');
  if (!event) return refuse('anchorWithoutEvent', isFromOpening ? offsetColumn : 'anchor');
  const anchor = isFromOpening ? ({ kind: 'opening' } as const) : readAnchor(cell('anchor'), event);
  if (!anchor) return refuse('unknownAnchor', 'anchor');
  const offsetDays = offset === '' ? (before?.plan?.offsetDays ?? 0) : readOffset(offset);
  if (offsetDays === null) return refuse('notAnInteger', offsetColumn);
  if (Math.abs(offsetDays) > 1_500) return refuse('offsetTooFar', offsetColumn);
  const known = before?.plan?.unit ?? 'calendarDays';
  const unit = cell('offsetUnit') === '' ? known : readUnit(cell('offsetUnit'));
  if (!unit) return refuse('unknownUnit', 'offsetUnit');
  values.plan = { anchor, offsetDays, unit };
  return values.plan;
}

/** A day that the row states stands, pinned when its plan gives another; else the plan gives it. Answers what a note should tell. */
function readDueOn(
  { cell, refuse, values, before }: Reader,
  plan: TaskPlan | null,
  { event, calendar }: ImportContext,
): Draft['dating'] {
  const isPinned = cell('isPinned') === '' ? undefined : readYesOrNo(cell('isPinned'));
  if (isPinned === null) return refuse('notYesOrNo', 'isPinned');
  if (isPinned !== undefined) values.isPinned = isPinned;

  const planned = plan && event && plannedDueOn(plan, event, calendar);
  if (cell('dueOn') !== '' && !looksLikeOffset(cell('dueOn'))) {
    const day = readDay(cell('dueOn'));
    if (!day) return refuse('notADay', 'dueOn');
    values.dueOn = day;
    const isChosen = day !== before?.dueOn && day !== planned && (plan ?? before?.plan ?? null) !== null;
    if (isPinned === undefined && isChosen) values.isPinned = true;
    return null;
  }
  if (!plan || !event) return null;
  if (before?.plan && before.dueOn && isSame(plan, before.plan)) return null;
  if (before?.dueOn && (before.isPinned || !isOpen(before))) return 'kept';
  if (planned === null && anchorDay(event, plan.anchor) !== null) return refuse('offsetTooFar', 'offsetDays');
  values.dueOn = planned;
  return planned === null ? 'undated' : null;
}
