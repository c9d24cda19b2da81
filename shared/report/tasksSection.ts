import type { Task } from '../domain/task';
import {
  column,
  groupBy,
  heading,
  isSession,
  narrative,
  paragraph,
  type ReportContext,
  row,
  section,
  table,
} from './context';
import type { Block, BlockOf, Cell, Row, Section } from './document';
import { fixed } from './figures';
import {
  daysLate,
  onTimeShare,
  outcomeCounts,
  outcomeOf,
  type TaskOutcome,
  taskOutcomes,
} from './taskOutcomes';

/** What was done by its day, what was late and by how much, what is left. */
export function tasksSection(context: ReportContext): Section {
  const { tasks, words, today, event } = context;
  if (tasks.length === 0) {
    return section(context, 'tasks', [narrative(context, 'tasks'), paragraph(words.none.tasks)]);
  }
  if (isSession(event)) return section(context, 'tasks', [narrative(context, 'tasks'), allTasks(context)]);
  const outcomes = groupBy(tasks, (task) => outcomeOf(task, today));
  const late = byDue(outcomes.get('late') ?? []);
  const notDone = byDue([...(outcomes.get('overdue') ?? []), ...(outcomes.get('toCome') ?? [])]);
  return section(context, 'tasks', [
    narrative(context, 'tasks'),
    shares(context),
    heading(words.heads.byTeam),
    teamTable(context),
    heading(words.heads.late),
    ...(late.length === 0
      ? [paragraph(words.none.late)]
      : [paragraph(lateRange(late, context)), lateTable(late, context)]),
    heading(words.heads.notDone),
    notDone.length === 0 ? paragraph(words.none.notDone) : notDoneTable(notDone, context),
  ]);
}

/** Every task in one list: an annex, or all that a short document says of tasks. */
export function allTasks(context: ReportContext): Block {
  const { tasks, words, today } = context;
  const { columns } = words;
  return table({
    caption: words.captions.tasks,
    columns: [
      column(columns.task, 19),
      column(columns.team, 11),
      column(columns.due, 7, 'end'),
      column(columns.doneOn, 7, 'end'),
      column(columns.lateBy, 4, 'end'),
      column(columns.state, 8),
    ],
    rows: byDue(tasks).map((task) =>
      row(
        ...named(task, context),
        dayText(task.dueOn, context),
        task.doneOn === null ? '' : dayText(task.doneOn, context),
        lateText(task, context),
        {
          text: words.taskStatuses[task.status],
          ...(outcomeOf(task, today) === 'overdue' ? { tone: 'alert' as const } : {}),
        },
      ),
    ),
    source: words.sources.tasks,
    isDense: true,
  });
}

function shares({ tasks, words, today, count, day }: ReportContext): BlockOf<'shares'> {
  const counts = outcomeCounts(tasks, today);
  const shown = shareOrder.filter((part) => counts[part] > 0);
  return {
    kind: 'shares',
    equivalent: words.sharesText(
      shown.map((part) => `${count(counts[part])}\u00a0${words.outcomes[part](counts[part])}`),
    ),
    parts: shown.map((part) => ({ label: words.outcomes[part](counts[part]), count: counts[part], part })),
    source: [
      words.sources.shares(day(today)),
      counts.undated > 0 ? words.sources.undated(counts.undated) : '',
    ]
      .filter(Boolean)
      .join(' '),
  };
}

const shareOrder = taskOutcomes;

function teamTable({ tasks, words, today, language, count, say }: ReportContext): Block {
  const { columns } = words;
  const teams = [...groupBy(tasks, ({ team }) => team)].sort(
    ([left], [right]) => Number(left === '') - Number(right === '') || left.localeCompare(right, language),
  );
  const cells = (label: string, members: readonly Task[], isStrong: boolean): Cell[] => {
    const counts = outcomeCounts(members, today);
    const rate = onTimeShare(counts);
    return [
      label,
      count(members.length),
      count(counts.onTime),
      count(counts.late),
      count(counts.overdue + counts.toCome),
      count(counts.dropped),
      rate === null
        ? words.noValue
        : `${fixed(100 * rate, 0, language)}${language === 'fr' ? '\u202f' : ''}%`,
    ].map((text) => ({ text, isStrong }));
  };
  return table({
    caption: words.captions.teams,
    columns: [
      column(columns.team, 6),
      column(columns.tasks, 2, 'end'),
      column(columns.onTime, 2, 'end'),
      column(columns.late, 2, 'end'),
      column(columns.notDone, 2, 'end'),
      column(columns.dropped, 2, 'end'),
      column(columns.rate, 2, 'end'),
    ],
    rows: teams.map(([team, members]): Row => ({
      kind: 'cells',
      cells: cells(team === '' ? words.noTeam : say(team), members, false),
    })),
    total: cells(words.total, tasks, true),
    source: words.sources.teams,
  });
}

function lateTable(late: readonly Task[], context: ReportContext): Block {
  const { columns, captions, sources } = context.words;
  return table({
    caption: captions.late,
    columns: [
      column(columns.task, 9),
      column(columns.team, 5),
      column(columns.due, 3, 'end'),
      column(columns.doneOn, 3, 'end'),
      column(columns.lateBy, 2, 'end'),
    ],
    rows: late.map((task) =>
      row(
        ...named(task, context),
        dayText(task.dueOn, context),
        dayText(task.doneOn, context),
        lateText(task, context),
      ),
    ),
    source: sources.tasks,
  });
}

function notDoneTable(notDone: readonly Task[], context: ReportContext): Block {
  const { columns, captions, sources, taskStatuses, toCome } = context.words;
  return table({
    caption: captions.notDone,
    columns: [
      column(columns.task, 9),
      column(columns.team, 5),
      column(columns.due, 3, 'end'),
      column(columns.lateBy, 2, 'end'),
      column(columns.state, 3),
    ],
    rows: notDone.map((task) => {
      const isOverdue = outcomeOf(task, context.today) === 'overdue';
      return row(
        ...named(task, context),
        dayText(task.dueOn, context),
        isOverdue ? lateText(task, context) : toCome,
        { text: taskStatuses[task.status], tone: isOverdue ? 'alert' : 'plain' },
      );
    }),
    source: sources.tasks,
  });
}

function lateRange(late: readonly Task[], { words, today, language }: ReportContext): string {
  const days = late.map((task) => daysLate(task, today));
  const mean = days.reduce((sum, one) => sum + one, 0) / days.length;
  return words.lateRange(late.length, Math.min(...days), Math.max(...days), fixed(mean, 1, language));
}

function named({ title, team }: Task, { say }: ReportContext): [string, string] {
  return [say(title), say(team)];
}

function dayText(value: Task['dueOn'], { words, day }: ReportContext): string {
  return value === null ? words.noDate : day(value, 'numeric');
}

const lateOutcomes: readonly TaskOutcome[] = ['late', 'overdue'];

function lateText(task: Task, { words, today }: ReportContext): string {
  return lateOutcomes.includes(outcomeOf(task, today)) ? words.days(daysLate(task, today)) : '';
}

function byDue(tasks: readonly Task[]): Task[] {
  return [...tasks].sort(
    (left, right) =>
      (left.dueOn ?? '9').localeCompare(right.dueOn ?? '9') || left.title.localeCompare(right.title),
  );
}
