import { anchorsOf } from '../domain/anchors';
import { indicatorGaps, indicatorResult, indicatorsOf } from '../domain/completeness';
import type { EventReport } from '../domain/eventReport';
import { formatDay, formatNumber, formatSpan } from '../domain/formatting';
import type { Indicator, PlannedEvent } from '../domain/plannedEvent';
import type { Language, Settings } from '../domain/settings';
import { isOpen, type Task } from '../domain/task';
import { type Day, daysBetween } from '../domain/time';
import type { Block, BlockOf, Cell, ReportDocument, Section, Tone } from './document';
import { type ReportWords, reportWords } from './words';

/** Everything that a report is composed from. `logo` is a `data:` address. `today` stands on the cover until a day is set. */
export type ReportInput = Readonly<{
  event: PlannedEvent;
  tasks: readonly Task[];
  report: EventReport;
  settings: Settings;
  language: Language;
  today: Day;
  logo: string | null;
}>;

/** Every number comes from a record of the input; what nobody measured is said, never estimated. */
export function buildReport(input: ReportInput): ReportDocument {
  const { event, report, settings, language, today, logo } = input;
  const words = reportWords[language];
  const on = formatDay(report.establishedOn ?? today, 'long', language);
  const isSession = event.kind === 'meeting' || event.kind === 'training';
  const title = event.edition ? `${event.name} ${event.edition}` : event.name;
  const sections = [
    summarySection(input, words),
    sheetSection(input, words),
    ...(isSession && event.objectives.length === 0 ? [] : [objectivesSection(input, words)]),
    calendarSection(input, words),
    tasksSection(input, words),
    recommendationsSection(input, words),
  ].map((section, index) => ({ ...section, number: String(index + 1) }));
  return {
    language,
    title,
    kindLabel: isSession ? words.minutes : words.report,
    subtitle: subtitleOf(event, language),
    accentHue: settings.accentHue,
    organisation: settings.organisation,
    organisationUnit: settings.organisationUnit,
    logo,
    coverFacts: [
      { term: words.client, text: settings.contractingAuthority },
      { term: words.author, text: report.author },
      { term: words.version, text: words.of(report.version, on) },
      { term: words.release, text: words.releaseText },
    ].filter(({ text }) => text !== ''),
    visaLabel: words.visa,
    contentsTitle: words.contents,
    runningTitle: title,
    runningVersion: `${isSession ? words.minutes : words.report}, ${words.versionShort(report.version)}`,
    runningFoot: words.foot(on),
    pageLabel: words.page,
    continuedLabel: words.continued,
    sections: [...sections, annexSection(input, words)],
  };
}

/** On time, late, not done: a task is late when it was done after its due day. */
export type TaskOutcome = 'onTime' | 'late' | 'open' | 'dropped';
export function outcomeOf(task: Task): TaskOutcome {
  if (task.status === 'dropped') return 'dropped';
  if (isOpen(task)) return 'open';
  return task.dueOn !== null && task.doneOn !== null && task.doneOn > task.dueOn ? 'late' : 'onTime';
}

function summarySection({ event, tasks, report, language }: ReportInput, words: ReportWords): Section {
  const narrative = narrativeOf('summary', report, words);
  const retained = report.recommendations.map(({ kind, title, details }) => [
    strong(words.recommendations[kind]),
    plain(details ? `${title}. ${details}` : title),
  ]);
  const missing = missingEvidence(event, words);
  const blocks: Block[] = [
    narrative,
    { kind: 'keyFigures', figures: keyFigures(event, tasks, words, language) },
  ];
  if (retained.length > 0) {
    blocks.push({ kind: 'heading', text: words.heads.retained });
    blocks.push({
      kind: 'table',
      caption: '',
      columns: [
        { header: words.columns.nature, align: 'start', share: 2 },
        { header: words.columns.what, align: 'start', share: 10 },
      ],
      rows: retained,
    });
  }
  if (missing.length > 0)
    blocks.push({ kind: 'heading', text: words.heads.toEnter }, { kind: 'list', items: missing });
  return { id: 'summary', number: '', title: words.sections.summary, blocks };
}

function keyFigures(
  event: PlannedEvent,
  tasks: readonly Task[],
  words: ReportWords,
  language: Language,
): BlockOf<'keyFigures'>['figures'] {
  const indicators = indicatorsOf(event);
  const measured = indicators.filter(({ actual }) => actual !== null);
  const reached = indicators.filter((indicator) => indicatorResult(indicator) === 'reached');
  const counted = tasks.filter(({ status }) => status !== 'dropped');
  const done = counted.filter(({ status }) => status === 'done');
  const onTime = done.filter((task) => outcomeOf(task) === 'onTime');
  const figures: BlockOf<'keyFigures'>['figures'] = [];
  if (indicators.length > 0) {
    figures.push({
      value: `${reached.length} / ${indicators.length}`,
      label: words.figures.reached,
      note: words.figures.reachedNote(measured.length, indicators.length),
    });
  }
  if (counted.length > 0) {
    figures.push({
      value: `${onTime.length} / ${counted.length}`,
      label: words.figures.onTime,
      note: words.figures.onTimeNote(done.length, counted.length),
    });
  }
  if (event.role === 'participant' && event.hostRequests.length > 0) {
    const received = event.hostRequests.filter(
      ({ status }) => status === 'received' || status === 'confirmed',
    ).length;
    figures.push({
      value: `${received} / ${event.hostRequests.length}`,
      label: words.figures.answers,
      note: words.figures.answersNote(event.hostRequests.length),
    });
  }
  if (event.partners.length > 0) {
    figures.push({
      value: String(event.partners.length),
      label: words.figures.partners,
      note: words.figures.partnersNote,
    });
  }
  if (event.expectedAttendancePeople !== null) {
    figures.push({
      value: formatNumber(event.expectedAttendancePeople, language, 0),
      label: words.figures.expected,
      note: words.figures.expectedNote,
    });
  }
  return figures.slice(0, 4);
}

/** What must still be entered before anybody signs. */
export function missingEvidence(event: PlannedEvent, words: ReportWords): string[] {
  return indicatorsOf(event).flatMap((indicator) => {
    if (indicator.actual === null) return [words.missingActual(indicator.name, indicator.meansOfMeasure)];
    return indicator.evidence === '' ? [words.missingEvidence(indicator.name)] : [];
  });
}

function sheetSection({ event, report, language }: ReportInput, words: ReportWords): Section {
  const { facts } = words;
  const span = (part: { startsAt: string; endsAt: string } | null): string =>
    part ? formatSpan(part.startsAt, part.endsAt, event.timeZone, 'full', language) : '';
  const place = [event.venue.name, event.venue.address, event.venue.commune].filter(Boolean).join(', ');
  const number = (value: number | null): string =>
    value === null ? '' : words.people(formatNumber(value, language, 0));
  const rows = [
    { term: facts.kind, text: `${words.kinds[event.kind]}, ${words.roles[event.role].toLowerCase()}` },
    { term: facts.status, text: words.statuses[event.status] },
    {
      term: facts.opening,
      text: formatSpan(event.opensAt, event.closesAt, event.timeZone, 'full', language),
    },
    { term: facts.setUp, text: span(event.setUp) },
    { term: facts.teardown, text: span(event.teardown) },
    { term: facts.venue, text: place },
    { term: facts.access, text: event.venue.accessNotes },
    { term: facts.capacity, text: number(event.venue.capacityPeople) },
    { term: facts.expected, text: number(event.expectedAttendancePeople) },
    { term: facts.audiences, text: event.audiences },
    { term: facts.messages, text: event.messages.join('\n') },
    { term: facts.format, text: event.format },
    { term: facts.description, text: event.description },
  ].filter(({ text }) => text.trim() !== '');
  const blocks: Block[] = [
    narrativeOf('context', report, words),
    { kind: 'facts', rows },
    { kind: 'source', text: words.sources.sheet },
  ];
  if (event.role === 'participant' && event.hostRequests.length > 0) {
    blocks.push({ kind: 'heading', text: words.heads.host });
    blocks.push({
      kind: 'table',
      caption: '',
      columns: [
        { header: words.columns.subject, align: 'start', share: 5 },
        { header: words.columns.answer, align: 'start', share: 5 },
        { header: words.columns.state, align: 'start', share: 2 },
      ],
      rows: event.hostRequests.map(({ subject, answer, status }) => {
        const isIn = status === 'received' || status === 'confirmed';
        return [
          plain(subject),
          plain(answer),
          { text: words.hostStatuses[status], tone: isIn ? 'ok' : 'warn' },
        ];
      }),
    });
  }
  if (event.contacts.length > 0) {
    blocks.push({ kind: 'heading', text: words.heads.contacts });
    blocks.push({
      kind: 'table',
      caption: '',
      columns: [
        { header: words.columns.duty, align: 'start', share: 6 },
        { header: words.columns.organisation, align: 'start', share: 6 },
      ],
      rows: event.contacts.map((contact) => [plain(contact.function), plain(contact.organisation)]),
    });
  }
  if (event.partners.length > 0) {
    blocks.push({ kind: 'heading', text: words.heads.partners });
    blocks.push({
      kind: 'table',
      caption: '',
      columns: [
        { header: words.columns.organisation, align: 'start', share: 5 },
        { header: words.columns.activity, align: 'start', share: 4 },
        { header: words.columns.commune, align: 'start', share: 3 },
      ],
      rows: event.partners.map(({ name, activity, commune }) => [
        plain(name),
        plain(activity),
        plain(commune),
      ]),
    });
  }
  return { id: 'sheet', number: '', title: words.sections.sheet, blocks };
}

const resultTones: Record<ReturnType<typeof indicatorResult>, Tone> = {
  reached: 'ok',
  progress: 'warn',
  notReached: 'alert',
  toMeasure: 'warn',
  nobodyMeasures: 'alert',
  noTarget: 'plain',
};

function objectivesSection({ event, report, language }: ReportInput, words: ReportWords): Section {
  const blocks: Block[] = [narrativeOf('objectives', report, words)];
  const gaps = indicatorGaps(event).filter(({ actual }) => actual === null).length;
  if (gaps > 0) blocks.push({ kind: 'callout', tone: 'alert', text: words.gap(gaps) });
  if (event.objectives.length === 0) blocks.push({ kind: 'paragraph', text: words.none.objectives });
  for (const objective of event.objectives) {
    blocks.push({ kind: 'heading', text: objective.title });
    blocks.push({
      kind: 'table',
      caption: '',
      columns: [
        { header: words.columns.indicator, align: 'start', share: 7 },
        { header: words.columns.baseline, align: 'end', share: 3 },
        { header: words.columns.target, align: 'end', share: 3 },
        { header: words.columns.actual, align: 'end', share: 3 },
        { header: words.columns.result, align: 'start', share: 4 },
        { header: words.columns.evidence, align: 'start', share: 7 },
      ],
      rows: objective.indicators.map((indicator) => indicatorRow(indicator, words, language)),
    });
  }
  if (event.objectives.length > 0) blocks.push({ kind: 'source', text: words.sources.indicators });
  return { id: 'objectives', number: '', title: words.sections.objectives, blocks };
}

function indicatorRow(indicator: Indicator, words: ReportWords, language: Language): Cell[] {
  const { name, baseline, target, actual, evidence, meansOfMeasure } = indicator;
  const result = indicatorResult(indicator);
  const value = (number: number | null): string =>
    number === null ? '' : withUnit(number, indicator.unit, language);
  const proof =
    evidence || (actual !== null ? words.noEvidence : meansOfMeasure && words.means(meansOfMeasure));
  return [
    plain(name),
    plain(value(baseline)),
    plain(value(target)),
    actual === null ? { text: words.toEnter, tone: 'warn' } : strong(value(actual)),
    { text: words.results[result], tone: resultTones[result] },
    { text: proof, tone: actual !== null && evidence === '' ? 'warn' : 'plain' },
  ];
}

function withUnit(value: number, unit: string, language: Language): string {
  const text = formatNumber(value, language);
  if (unit === '') return text;
  return unit === '%' && language === 'en' ? `${text}%` : `${text}\u202f${unit}`;
}

function calendarSection({ event, tasks, report, language }: ReportInput, words: ReportWords): Section {
  const anchors = anchorsOf(event).map(({ anchor, on }) => {
    const own =
      anchor.kind === 'custom'
        ? event.customAnchors.find(({ id }) => id === anchor.anchorId)?.name
        : undefined;
    return { name: anchor.kind === 'custom' ? (own ?? '') : words.anchors[anchor.kind], on };
  });
  const blocks: Block[] = [
    narrativeOf('calendar', report, words),
    { kind: 'heading', text: words.heads.milestones },
    {
      kind: 'table',
      caption: '',
      columns: [
        { header: words.columns.milestone, align: 'start', share: 5 },
        { header: words.columns.day, align: 'start', share: 7 },
      ],
      rows: anchors.map(({ name, on }) => [strong(name), plain(formatDay(on, 'full', language))]),
    },
  ];
  const timeline = timelineOf(tasks, anchors, words, language);
  if (timeline)
    blocks.push({ kind: 'heading', text: words.heads.plan }, timeline, {
      kind: 'source',
      text: words.sources.calendar,
    });
  return { id: 'calendar', number: '', title: words.sections.calendar, blocks };
}

function timelineOf(
  tasks: readonly Task[],
  anchors: readonly { name: string; on: Day }[],
  words: ReportWords,
  language: Language,
): BlockOf<'timeline'> | null {
  const dated = tasks.flatMap((task) =>
    task.dueOn !== null && task.status !== 'dropped' ? [{ task, on: task.dueOn }] : [],
  );
  const days = [...dated.map(({ on }) => on), ...anchors.map(({ on }) => on)].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || dated.length === 0 || first === last) return null;
  const length = daysBetween(first, last);
  const at = (day: Day): number => daysBetween(first, day) / length;
  const bars = [...groupBy(dated, ({ task }) => task.team || words.noTeam)]
    .map(([label, members]) => {
      const dues = members.map(({ on }) => on).sort();
      const done = members.filter(({ task }) => task.status === 'done').length;
      return {
        label,
        from: at(dues[0] ?? first),
        to: at(dues.at(-1) ?? last),
        doneShare: done / members.length,
        note: words.tasksOf(done, members.length),
      };
    })
    .sort((left, right) => left.from - right.from || left.to - right.to);
  return {
    kind: 'timeline',
    equivalent: words.timelineText(
      formatDay(first, 'long', language),
      formatDay(last, 'long', language),
      bars.length,
    ),
    ticks: monthTicks(first, last).map((day) => ({
      at: at(day),
      label: formatDay(day, 'month', language).split(' ')[0] ?? '',
    })),
    marks: anchors.map(({ name, on }) => ({ at: at(on), label: name })),
    bars,
  };
}

function monthTicks(first: Day, last: Day): Day[] {
  const ticks: Day[] = [];
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  for (;;) {
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    if (day > last) break;
    ticks.push(day);
  }
  const every = Math.ceil(ticks.length / 12);
  return ticks.filter((_, index) => index % every === 0);
}

function tasksSection({ tasks, report, language }: ReportInput, words: ReportWords): Section {
  const blocks: Block[] = [narrativeOf('tasks', report, words)];
  if (tasks.length === 0) {
    blocks.push({ kind: 'paragraph', text: words.none.tasks });
    return { id: 'tasks', number: '', title: words.sections.tasks, blocks };
  }
  const outcomes = groupBy(tasks, outcomeOf);
  const count = (outcome: TaskOutcome): number => outcomes.get(outcome)?.length ?? 0;
  blocks.push({
    kind: 'shares',
    equivalent: words.sharesText(count('onTime'), count('late'), count('open'), count('dropped')),
    parts: (
      [
        ['onTime', 'ok'],
        ['late', 'warn'],
        ['open', 'alert'],
        ['dropped', 'plain'],
      ] as const
    ).map(([outcome, tone]) => ({ label: words.shares[outcome], count: count(outcome), tone })),
  });
  blocks.push({ kind: 'source', text: words.sources.tasks });
  blocks.push({ kind: 'heading', text: words.heads.byTeam }, teamTable(tasks, words, language));
  const late = sortedByDue(outcomes.get('late') ?? []);
  blocks.push({ kind: 'heading', text: words.heads.late });
  blocks.push(
    late.length === 0
      ? { kind: 'paragraph', text: words.none.late }
      : taskTable(late, words, language, 'gap'),
  );
  const open = sortedByDue(outcomes.get('open') ?? []);
  blocks.push({ kind: 'heading', text: words.heads.notDone });
  blocks.push(
    open.length === 0
      ? { kind: 'paragraph', text: words.none.notDone }
      : taskTable(open, words, language, 'state'),
  );
  return { id: 'tasks', number: '', title: words.sections.tasks, blocks };
}

function teamTable(tasks: readonly Task[], words: ReportWords, language: Language): BlockOf<'table'> {
  const teams = [...groupBy(tasks, ({ team }) => team || words.noTeam)].sort(([left], [right]) =>
    left.localeCompare(right, language),
  );
  const row = (label: string, members: readonly Task[], isTotal: boolean): Cell[] => {
    const count = (outcome: TaskOutcome): number =>
      members.filter((task) => outcomeOf(task) === outcome).length;
    const kept = members.length - count('dropped');
    const rate = kept === 0 ? '' : withUnit(Math.round((count('onTime') / kept) * 100), '%', language);
    return [
      label,
      String(members.length),
      String(count('onTime')),
      String(count('late')),
      String(count('open')),
      rate,
    ].map((text) => ({ text, isStrong: isTotal }));
  };
  return {
    kind: 'table',
    caption: '',
    columns: [
      { header: words.columns.team, align: 'start', share: 5 },
      { header: words.columns.total, align: 'end', share: 2 },
      { header: words.columns.onTime, align: 'end', share: 2 },
      { header: words.columns.late, align: 'end', share: 2 },
      { header: words.columns.open, align: 'end', share: 2 },
      { header: `% ${words.columns.rate.toLowerCase()}`, align: 'end', share: 2 },
    ],
    rows: [
      ...teams.map(([team, members]) => row(team, members, false)),
      row(words.columns.total, tasks, true),
    ],
  };
}

function taskTable(
  tasks: readonly Task[],
  words: ReportWords,
  language: Language,
  last: 'gap' | 'state',
): BlockOf<'table'> {
  const day = (value: Day | null): string =>
    value === null ? words.noDate : formatDay(value, 'numeric', language);
  return {
    kind: 'table',
    caption: '',
    columns: [
      { header: words.columns.task, align: 'start', share: 9 },
      { header: words.columns.team, align: 'start', share: 4 },
      { header: words.columns.due, align: 'end', share: 3 },
      {
        header: last === 'gap' ? words.columns.done : words.columns.state,
        align: last === 'gap' ? 'end' : 'start',
        share: 3,
      },
      ...(last === 'gap' ? [{ header: words.columns.gap, align: 'end' as const, share: 2 }] : []),
    ],
    rows: tasks.map((task): Cell[] => [
      plain(task.title),
      plain(task.team),
      plain(day(task.dueOn)),
      plain(last === 'gap' ? day(task.doneOn) : words.taskStatuses[task.status]),
      ...(last === 'gap' ? [{ text: gapOf(task, words), tone: 'warn' as const }] : []),
    ]),
  };
}

function recommendationsSection({ report }: ReportInput, words: ReportWords): Section {
  const blocks: Block[] = [];
  if (report.recommendations.length === 0)
    blocks.push({ kind: 'paragraph', text: words.none.recommendations });
  else {
    blocks.push({
      kind: 'table',
      caption: '',
      columns: [
        { header: words.columns.nature, align: 'start', share: 3 },
        { header: words.columns.what, align: 'start', share: 6 },
        { header: words.columns.why, align: 'start', share: 8 },
        { header: words.columns.who, align: 'start', share: 4 },
      ],
      rows: report.recommendations.map(({ kind, title, details, owner }) => [
        strong(words.recommendations[kind]),
        plain(title),
        plain(details),
        plain(owner),
      ]),
    });
  }
  blocks.push({ kind: 'heading', text: words.heads.conclusion }, narrativeOf('conclusion', report, words));
  return { id: 'recommendations', number: '', title: words.sections.recommendations, blocks };
}

function annexSection({ tasks, language }: ReportInput, words: ReportWords): Section {
  const day = (value: Day | null): string => (value === null ? '' : formatDay(value, 'numeric', language));
  const table: BlockOf<'table'> = {
    kind: 'table',
    caption: '',
    columns: [
      { header: words.columns.task, align: 'start', share: 9 },
      { header: words.columns.team, align: 'start', share: 4 },
      { header: words.columns.due, align: 'end', share: 3 },
      { header: words.columns.done, align: 'end', share: 3 },
      { header: words.columns.state, align: 'start', share: 3 },
    ],
    rows: sortedByDue(tasks).map((task) => [
      plain(task.title),
      plain(task.team),
      plain(day(task.dueOn)),
      plain(day(task.doneOn)),
      plain(words.taskStatuses[task.status]),
    ]),
  };
  const blocks: Block[] = tasks.length === 0 ? [{ kind: 'paragraph', text: words.none.tasks }] : [table];
  return { id: 'annex', number: 'A', title: words.sections.annex, blocks };
}

function narrativeOf(
  slot: BlockOf<'narrative'>['slot'],
  report: EventReport,
  words: ReportWords,
): BlockOf<'narrative'> {
  return { kind: 'narrative', slot, text: report.narratives[slot] ?? '', prompt: words.prompts[slot] };
}

function subtitleOf(event: PlannedEvent, language: Language): string {
  const when = formatSpan(event.opensAt, event.closesAt, event.timeZone, 'full', language);
  const place = [event.venue.name, event.venue.commune].filter(Boolean).join(', ');
  const sentence = place ? `${when}, ${place}` : when;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function gapOf({ dueOn, doneOn }: Task, words: ReportWords): string {
  if (dueOn === null || doneOn === null) return '';
  const days = daysBetween(dueOn, doneOn);
  return days > 0 ? words.daysLate(days) : days < 0 ? words.daysEarly(-days) : '0';
}

function sortedByDue(tasks: readonly Task[]): Task[] {
  return [...tasks].sort(
    (left, right) =>
      (left.dueOn ?? '9').localeCompare(right.dueOn ?? '9') || left.title.localeCompare(right.title),
  );
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function plain(text: string): Cell {
  return { text };
}
function strong(text: string): Cell {
  return { text, isStrong: true };
}
