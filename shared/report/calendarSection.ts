import { anchorsOf } from '../domain/anchors';
import { formatSpan } from '../domain/formatting';
import { dDayOf } from '../domain/plannedEvent';
import type { Task } from '../domain/task';
import { addDays, type Day, dayOf, daysBetween } from '../domain/time';
import {
  column,
  groupBy,
  heading,
  narrative,
  type ReportContext,
  row,
  section,
  strong,
  table,
} from './context';
import type { Block, BlockOf, Section } from './document';

/** The event's own dates, then the plan of its teams on one axis. */
export function calendarSection(context: ReportContext): Section {
  const { words } = context;
  const milestones = milestonesOf(context);
  const plan = planChart(context, milestones);
  return section(context, 'calendar', [
    narrative(context, 'calendar'),
    heading(words.heads.milestones),
    milestoneTable(context, milestones),
    ...(plan ? [heading(words.heads.plan), plan] : []),
  ]);
}

type Milestone = Readonly<{ letter: string; name: string; on: Day; when: string }>;

/** Anchors in the order of the calendar; set-up, opening and teardown with their hours. */
function milestonesOf({ event, words, language, say, day }: ReportContext): Milestone[] {
  const { opensAt, closesAt, setUp, teardown, timeZone } = event;
  const span = (startsAt: string, endsAt: string): string =>
    formatSpan(startsAt, endsAt, timeZone, 'full', language);
  const ofAnchors = anchorsOf(event).flatMap(({ anchor, on }) => {
    const whole = { on, when: day(on, 'full') };
    switch (anchor.kind) {
      case 'closing':
        return [];
      case 'opening':
        return [{ ...whole, name: words.anchors.opening, when: span(opensAt, closesAt) }];
      case 'setUp':
        return [
          {
            ...whole,
            name: words.anchors.setUp,
            when: setUp ? span(setUp.startsAt, setUp.endsAt) : whole.when,
          },
        ];
      case 'custom': {
        const own = event.customAnchors.find(({ id }) => id === anchor.anchorId);
        return [{ ...whole, name: say(own?.name ?? '') }];
      }
      case 'orderSigned':
      case 'reportDue':
        return [{ ...whole, name: words.anchors[anchor.kind] }];
    }
  });
  const ofTeardown = teardown
    ? [
        {
          name: words.teardown,
          on: dayOf(teardown.startsAt, timeZone),
          when: span(teardown.startsAt, teardown.endsAt),
        },
      ]
    : [];
  return [...ofAnchors, ...ofTeardown]
    .map((milestone, index) => ({ milestone, index }))
    .sort((left, right) => left.milestone.on.localeCompare(right.milestone.on) || left.index - right.index)
    .map(({ milestone }, index) => ({ ...milestone, letter: String.fromCharCode(65 + index) }));
}

function milestoneTable({ event, words }: ReportContext, milestones: readonly Milestone[]): Block {
  const { columns } = words;
  const fromOpening = (on: Day): string => {
    const days = daysBetween(dDayOf(event), on);
    return days === 0 ? '0' : days > 0 ? `+${days}` : `−${-days}`;
  };
  return table({
    caption: words.captions.milestones,
    columns: [
      column('', 1),
      column(columns.milestone, 6),
      column(columns.when, 12),
      column(columns.countdown, 2, 'end'),
    ],
    rows: milestones.map(({ letter, name, on, when }) => row(strong(letter), name, when, fromOpening(on))),
    source: words.sources.milestones,
  });
}

type Dated = Readonly<{ task: Task; on: Day }>;

function planChart(context: ReportContext, milestones: readonly Milestone[]): BlockOf<'timeline'> | null {
  const { tasks, words } = context;
  const dated = tasks.flatMap((task): Dated[] =>
    task.dueOn !== null && task.status !== 'dropped' ? [{ task, on: task.dueOn }] : [],
  );
  const days = [...dated, ...milestones].map(({ on }) => on).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || dated.length === 0 || first === last) return null;
  const length = daysBetween(first, last);
  const at = (day: Day): number => Math.min(1, Math.max(0, daysBetween(first, day) / length));
  return {
    kind: 'timeline',
    caption: { label: '', text: words.captions.plan },
    heads: { name: words.columns.team, plan: words.columns.plan, note: words.columns.done },
    ticks: ticksOf(first, last, context).map(({ on, label }) => ({ at: at(on), label })),
    marks: marksOf(milestones, at),
    bands: context.periods
      .filter(({ firstOn, lastOn }) => firstOn <= last && lastOn >= first)
      .map(({ firstOn, lastOn }) => ({ from: at(firstOn), to: at(addDays(lastOn, 1)) })),
    bars: teamBars(dated, at, context),
    source: words.sources.plan,
  };
}

function teamBars(
  dated: readonly Dated[],
  at: (day: Day) => number,
  { words, say, count, day }: ReportContext,
): BlockOf<'timeline'>['bars'] {
  return [...groupBy(dated, ({ task }) => task.team)]
    .map(([team, members]) => {
      const dues = members.map(({ on }) => on).sort();
      const [from = '', to = ''] = [dues[0], dues.at(-1)];
      const done = members.filter(({ task }) => task.status === 'done').length;
      const label = team === '' ? words.noTeam : say(team);
      const note = `${count(done)}\u00a0/\u00a0${count(members.length)}`;
      return {
        bar: { label, from: at(from), to: at(to), doneShare: done / members.length, note },
        equivalent: words.barText(label, day(from), day(to), note),
      };
    })
    .map(({ bar, equivalent }) => ({ ...bar, equivalent }))
    .sort(
      (left, right) => left.from - right.from || left.to - right.to || left.label.localeCompare(right.label),
    );
}

/** Nearer than this share of the axis, two letters would touch: they stand together. */
const nearest = 0.035;

function marksOf(milestones: readonly Milestone[], at: (day: Day) => number): BlockOf<'timeline'>['marks'] {
  const marks: { at: number; label: string }[] = [];
  for (const { letter, on } of milestones) {
    const last = marks.at(-1);
    if (last && at(on) - last.at < nearest) last.label += ` ${letter}`;
    else marks.push({ at: at(on), label: letter });
  }
  return marks;
}

const mostTicks = 9;

/** The first of each month, thinned out on a long axis; the year with the first and with each January. */
function ticksOf(first: Day, last: Day, { day }: ReportContext): { on: Day; label: string }[] {
  const firsts: Day[] = [];
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  for (;;) {
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    const on = `${year}-${String(month).padStart(2, '0')}-01`;
    if (on > last) break;
    firsts.push(on);
  }
  const every = Math.ceil(firsts.length / mostTicks);
  const shown = firsts.filter((_, index) => index % every === 0);
  return shown.map((on, index) => {
    const label = day(on, 'month');
    const isNewYear = index === 0 || on.slice(0, 4) !== shown[index - 1]?.slice(0, 4);
    return { on, label: isNewYear ? label : label.replace(/\s*\d{4}$/, '') };
  });
}
