import { type CalendarPeriod, closesWork, covers } from '@shared/domain/calendarPeriod';
import { formatDay } from '@shared/domain/formatting';
import type { Language } from '@shared/domain/settings';
import { addDays, type Day, daysBetween } from '@shared/domain/time';
import { type HtmlNode, htmlFile, node, type PaperFonts } from '@shared/interchange/htmlNode';
import type { useTranslation } from 'react-i18next';
import { addMonths, capitalised, monthEnd, periodOf, visibleRange, weekStart } from './calendarGrid';
import { type Bar, type DayCell, daysRow, indexItems, type ItemIndex, type WeekRow } from './dayBuckets';
import { type EventItem, isEventItem, type PlanningItem } from './planningItems';
import { printStyle } from './printStyle';
import type { ItemWords } from './useItemWords';
import { dayNumberOf, dayOfWall, firstDayNumber } from './wallTime';
import { densityOf } from './yearDensity';

type Translate = ReturnType<typeof useTranslation<['calendar', 'domain']>>['t'];

/** What a printed calendar is made of. Only text goes in; nothing of it is ever markup. */
export type PrintedCalendar = Readonly<{
  /** Any day of the month or of the year. */
  day: Day;
  items: readonly PlanningItem[];
  periods: readonly CalendarPeriod[];
  isWorkingDay: (day: Day) => boolean;
  organisation: string;
  organisationUnit: string;
  accentHue: number;
  language: Language;
  printedOn: Day;
  fonts: PaperFonts | null;
  words: ItemWords;
  t: Translate;
}>;

/**
 * The month on A4 landscape, every entry written out. A week stays on its page; one too full for a page goes on in a second row. Pages are counted
 * from the number of lines, estimated on the safe side, so that no measuring is needed.
 */
export function monthHtml(calendar: PrintedCalendar): string {
  const { day, items, periods, language, t } = calendar;
  const { firstOn, lastOn } = visibleRange('month', day);
  const index = indexItems(items);
  const weeks = Array.from({ length: (daysBetween(firstOn, lastOn) + 1) / 7 }, (_, week) =>
    daysRow(addDays(firstOn, week * 7), 7, index, periods),
  );
  const title = t('print.monthTitle', { month: formatDay(day, 'month', language) });
  const inDensity = (density: Density): WeekPart[][] =>
    inPages(
      weeks.flatMap((row) => weekParts(row, density, calendar)),
      density.lines,
    );
  const density = densities.find((one) => inDensity(one).length === 1) ?? usual;
  const found = inDensity(density);
  const pages = found.map((page) =>
    node('div', { class: 'sheet-body' }, monthTable(page, density, calendar), legend(calendar)),
  );
  return sheets(calendar, title, capitalised(formatDay(day, 'month', language)), pages);
}

/** Twelve small months on one page, then the list of dates. */
export function yearHtml(calendar: PrintedCalendar): string {
  const { day, items, t } = calendar;
  const year = day.slice(0, 4);
  const index = indexItems(items);
  const pages = [
    node(
      'div',
      { class: 'sheet-body' },
      smallMonths(calendar, index),
      yearNotes(calendar),
      yearLegend(calendar),
    ),
    ...datePages(calendar),
  ];
  return sheets(calendar, t('print.yearTitle', { year }), year, pages);
}

/**
 * `lines` stand on a month's page below its head and above its legend; `letters` surely stand on a line of a day's column. The smaller print is for the
 * month that it brings onto one page.
 */
type Density = Readonly<{ name: 'usual' | 'small'; lines: number; letters: number }>;
const usual: Density = { name: 'usual', lines: 54, letters: 24 };
const densities = [usual, { name: 'small', lines: 61, letters: 27 }] as const;
/** Head of a week: its day numbers, and the space around. */
const weekHeadLines = 2;

type WeekPart = Readonly<{
  row: WeekRow;
  entries: readonly (readonly PlanningItem[])[];
  lines: number;
  isContinued: boolean;
}>;

/** A week, cut into as many rows as its fullest day needs pages. */
function weekParts(row: WeekRow, { lines: most, letters }: Density, { words }: PrintedCalendar): WeekPart[] {
  const room = most - weekHeadLines - row.lanes;
  const linesIn = (item: PlanningItem): number =>
    linesOf(`${words.hours(item)} ${words.title(item)}`, letters);
  const columns = row.cells.map((cell) => inRuns(cell.blocks, room, linesIn));
  const count = Math.max(1, ...columns.map((runs) => runs.length));
  return Array.from({ length: count }, (_, part): WeekPart => {
    const entries = columns.map((runs) => runs[part] ?? []);
    const lines = Math.max(2, ...entries.map((run) => sum(run.map(linesIn))));
    return { row, entries, lines: lines + weekHeadLines + row.lanes, isContinued: part > 0 };
  });
}

function inRuns(
  items: readonly PlanningItem[],
  room: number,
  linesIn: (item: PlanningItem) => number,
): PlanningItem[][] {
  const runs: PlanningItem[][] = [];
  let left = 0;
  for (const item of items) {
    const lines = linesIn(item);
    if (runs.length === 0 || lines > left) {
      runs.push([]);
      left = room;
    }
    runs.at(-1)?.push(item);
    left -= lines;
  }
  return runs;
}

/** Wide letters of other scripts count twice. */
function linesOf(text: string, letters: number): number {
  const wide = Array.from(text).reduce((count, letter) => count + (letter > '\u2fff' ? 2 : 1), 0);
  return Math.max(1, Math.ceil((wide + 2) / letters));
}

function inPages(parts: readonly WeekPart[], most: number): WeekPart[][] {
  const pages: WeekPart[][] = [[]];
  let used = 0;
  for (const part of parts) {
    if (used > 0 && used + part.lines > most) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(part);
    used += part.lines;
  }
  return pages;
}

function monthTable(parts: readonly WeekPart[], { name }: Density, calendar: PrintedCalendar): HtmlNode {
  const { language, t } = calendar;
  const names = parts[0]?.row.cells ?? [];
  return node(
    'table',
    { class: `month ${name}` },
    node(
      'thead',
      {},
      node(
        'tr',
        {},
        node('th', { scope: 'col', class: 'number' }, t('print.week')),
        ...names.map(({ day }) =>
          node('th', { scope: 'col' }, formatDay(day, 'full', language).split(/[ ,]/)[0] ?? ''),
        ),
      ),
    ),
    ...parts.map((part) => weekBody(part, calendar)),
  );
}

/** One body a week: it is never cut. Its rows are the numbers of the days, the bars over several days, and what stands in the days. */
function weekBody({ row, entries, isContinued }: WeekPart, calendar: PrintedCalendar): HtmlNode {
  const { t } = calendar;
  const number = isContinued ? `${row.week} (${t('print.continued')})` : String(row.week);
  const lanes = Array.from({ length: row.lanes }, (_, lane) => row.bars.filter((bar) => bar.lane === lane));
  return node(
    'tbody',
    {},
    node(
      'tr',
      { class: 'days' },
      node('th', { scope: 'row', class: 'number', rowspan: String(2 + lanes.length) }, number),
      ...row.cells.map((cell) => dayHead(cell, calendar)),
    ),
    ...lanes.map((bars) => laneRow(bars, row, calendar)),
    node(
      'tr',
      { class: 'entries' },
      ...row.cells.map((cell, column) =>
        node(
          'td',
          { class: shade(cell, calendar) },
          ...(entries[column] ?? []).map((item) => entry(item, calendar)),
        ),
      ),
    ),
  );
}

function dayHead(cell: DayCell, calendar: PrintedCalendar): HtmlNode {
  const { language, day: shown } = calendar;
  const { day, marks } = cell;
  const isOut = day.slice(0, 7) !== shown.slice(0, 7);
  const label =
    day.endsWith('-01') || isOut ? formatDay(day, 'short', language) : String(Number(day.slice(8)));
  return node(
    'td',
    { class: shade(cell, calendar) },
    node('b', isOut ? { class: 'out' } : {}, label),
    ...marks.map(({ name }) => node('i', { dir: 'auto' }, name)),
  );
}

function laneRow(bars: readonly Bar[], row: WeekRow, calendar: PrintedCalendar): HtmlNode {
  const cells: HtmlNode[] = [];
  let column = 0;
  for (const bar of [...bars].sort((left, right) => left.column - right.column)) {
    for (; column < bar.column; column += 1) cells.push(emptyLane(row.cells[column], calendar));
    cells.push(node('td', { colspan: String(bar.span), class: 'lane' }, barNode(bar, calendar)));
    column += bar.span;
  }
  for (; column < 7; column += 1) cells.push(emptyLane(row.cells[column], calendar));
  return node('tr', {}, ...cells);
}

function emptyLane(cell: DayCell | undefined, calendar: PrintedCalendar): HtmlNode {
  return node('td', { class: `lane ${cell ? shade(cell, calendar) : ''}` });
}

function barNode({ what }: Bar, { words, t, language }: PrintedCalendar): HtmlNode {
  if (what.kind === 'item')
    return node('div', { class: `bar ${markOf(what.item)}`, dir: 'auto' }, words.title(what.item));
  const { period } = what;
  const text = t('item.untilDay', { title: period.name, day: formatDay(period.lastOn, 'short', language) });
  return node('div', { class: `bar ${closesWork(period) ? 'closure' : 'break'}`, dir: 'auto' }, text);
}

function shade({ day, marks }: DayCell, { isWorkingDay }: PrintedCalendar): string {
  return isWorkingDay(day) && !marks.some(closesWork) ? '' : 'closed';
}

function entry(item: PlanningItem, { words }: PrintedCalendar): HtmlNode {
  const hours = words.hours(item);
  const isCancelled = isEventItem(item) && item.isCancelled;
  return node(
    'p',
    { class: `entry${isCancelled ? ' cancelled' : ''}`, dir: 'auto' },
    node('span', { class: `mark ${markOf(item)}` }),
    hours !== '' && node('b', {}, `${hours} `),
    words.title(item),
  );
}

/** A shape for each sense: the paper may be grey. */
function markOf(item: PlanningItem): string {
  if (item.kind === 'task') return item.state === 'open' ? 'task' : `task ${item.state}`;
  return item.kind === 'opening' ? item.tone : 'around';
}

const legendMarks = [
  ['own', 'own'],
  ['takingPart', 'takingPart'],
  ['meetings', 'meetings'],
  ['setUp', 'around'],
  ['task', 'task'],
  ['taskDone', 'task done'],
  ['taskLate', 'task late'],
] as const;

function legend({ t }: PrintedCalendar): HtmlNode {
  return node(
    'p',
    { class: 'legend' },
    ...legendMarks.map(([key, mark]) =>
      node('span', {}, node('span', { class: `mark ${mark}` }), t(`print.legend.${key}`)),
    ),
  );
}

function smallMonths(calendar: PrintedCalendar, index: ItemIndex): HtmlNode {
  const { day, language } = calendar;
  const year = day.slice(0, 4);
  const density = densityOf(year, index);
  return node(
    'div',
    { class: 'months' },
    ...Array.from({ length: 12 }, (_, month) => smallMonth(addMonths(`${year}-01-01`, month))),
  );

  function smallMonth(first: Day): HtmlNode {
    const start = weekStart(first);
    const weeks = Math.ceil((daysBetween(start, monthEnd(first)) + 1) / 7);
    const letters = Array.from({ length: 7 }, (_, column) =>
      formatDay(addDays(start, column), 'full', language),
    );
    return node(
      'table',
      { class: 'little' },
      node('caption', {}, capitalised(formatDay(first, 'month', language))),
      node(
        'thead',
        {},
        node('tr', {}, ...letters.map((name) => node('th', { scope: 'col' }, name.charAt(0).toUpperCase()))),
      ),
      node(
        'tbody',
        {},
        ...Array.from({ length: weeks }, (_, week) =>
          node(
            'tr',
            {},
            ...Array.from({ length: 7 }, (__, column) => smallDay(first, addDays(start, week * 7 + column))),
          ),
        ),
      ),
    );
  }

  function smallDay(first: Day, on: Day): HtmlNode {
    if (on.slice(0, 7) !== first.slice(0, 7)) return node('td');
    const { hasOwn, hasDate } = density.on(on);
    const here = calendar.periods.filter((period) => covers(period, on));
    const classes = [
      calendar.isWorkingDay(on) && !here.some(closesWork) ? '' : 'closed',
      here.some(({ kind }) => kind === 'schoolBreak') ? 'onBreak' : '',
      here.some(({ kind }) => kind === 'publicHoliday') ? 'holiday' : '',
    ];
    const look = hasOwn ? 'own' : hasDate ? 'date' : '';
    const number = String(Number(on.slice(8)));
    return node(
      'td',
      { class: classes.filter(Boolean).join(' ') },
      look ? node('span', { class: look }, number) : number,
    );
  }
}

/** The holidays of the year, by name. */
function yearNotes({ day, periods, language }: PrintedCalendar): HtmlNode {
  const { firstOn, lastOn } = periodOf('year', day);
  const named = periods.filter((period) => period.firstOn <= lastOn && period.lastOn >= firstOn);
  return node(
    'p',
    { class: 'notes' },
    ...named.map((period) => {
      const first = formatDay(period.firstOn, 'short', language);
      const last =
        period.lastOn === period.firstOn ? '' : ` – ${formatDay(period.lastOn, 'short', language)}`;
      return node('span', { dir: 'auto' }, node('b', {}, first + last), ` ${period.name}`);
    }),
  );
}

function yearLegend({ t }: PrintedCalendar): HtmlNode {
  const marks = [
    ['own', 'day own'],
    ['takingPart', 'day date'],
    ['holiday', 'day holiday'],
    ['break', 'day onBreak'],
    ['closed', 'day closed'],
  ] as const;
  const words = {
    own: 'own',
    takingPart: 'date',
    holiday: 'holiday',
    break: 'break',
    closed: 'closedDay',
  } as const;
  return node(
    'p',
    { class: 'legend' },
    ...marks.map(([key, mark]) =>
      node('span', {}, node('span', { class: mark }), t(`print.legend.${words[key]}`)),
    ),
  );
}

/** Rows of a page of dates, and letters that surely stand on a line of its narrowest long column. */
const dateRows = 29;
const nameLetters = 58;

function datePages(calendar: PrintedCalendar): HtmlNode[] {
  const { items, t, day } = calendar;
  const { firstOn, lastOn } = periodOf('year', day);
  const [first, last] = [dayNumberOf(firstOn), dayNumberOf(lastOn)];
  const dates = items
    .filter((item): item is EventItem => item.kind === 'opening')
    .filter(({ from }) => first <= firstDayNumber(from) && firstDayNumber(from) <= last)
    .sort((left, right) => left.from - right.from);
  if (dates.length === 0) return [node('div', { class: 'sheet-body' }, node('p', {}, t('print.noDate')))];
  const pages: EventItem[][] = [];
  let left = 0;
  for (const date of dates) {
    const rows = Math.max(1, Math.ceil(date.title.length / nameLetters));
    if (rows > left) {
      pages.push([]);
      left = dateRows;
    }
    pages.at(-1)?.push(date);
    left -= rows;
  }
  return pages.map((page) =>
    node('div', { class: 'sheet-body' }, node('h2', {}, t('print.dates')), dateTable(page, calendar)),
  );
}

const dateColumns = ['date', 'hours', 'name', 'venue', 'role', 'status'] as const;

function dateTable(dates: readonly EventItem[], { words, language, t }: PrintedCalendar): HtmlNode {
  return node(
    'table',
    { class: 'dates' },
    node(
      'thead',
      {},
      node(
        'tr',
        {},
        ...dateColumns.map((column) => node('th', { scope: 'col' }, t(`print.columns.${column}`))),
      ),
    ),
    node(
      'tbody',
      {},
      ...dates.map((item) => {
        const { event } = item.occurrence;
        return node(
          'tr',
          item.isCancelled ? { class: 'cancelled' } : {},
          node('td', {}, formatDay(dayOfWall(item.from), 'weekday', language)),
          node('td', {}, words.hours(item)),
          node('td', { dir: 'auto' }, node('span', { class: `mark ${markOf(item)}` }), words.title(item)),
          node('td', { dir: 'auto' }, [event.venue.name, event.venue.commune].filter(Boolean).join(', ')),
          node('td', {}, t(`domain:role.${event.role}`)),
          node('td', {}, t(`domain:status.${event.status}`)),
        );
      }),
    ),
  );
}

/** Each page with its head and its foot. */
function sheets(
  calendar: PrintedCalendar,
  title: string,
  heading: string,
  pages: readonly HtmlNode[],
): string {
  const { organisation, organisationUnit, language, accentHue, printedOn, fonts, t } = calendar;
  const owner = [organisation, organisationUnit].filter(Boolean).join(' · ');
  const body = pages.map((content, at) =>
    node(
      'section',
      { class: 'paper sheet' },
      node(
        'header',
        { class: 'sheet-head' },
        at === 0 ? node('h1', {}, heading) : node('p', { class: 'heading' }, heading),
        node('span', { dir: 'auto' }, owner),
      ),
      content,
      node(
        'footer',
        { class: 'sheet-foot' },
        node('span', {}, title),
        node('span', {}, t('print.printedOn', { day: formatDay(printedOn, 'long', language) })),
        node('span', {}, pages.length > 1 && t('print.page', { page: at + 1, pages: pages.length })),
      ),
    ),
  );
  return htmlFile({ title, language, accentHue, fonts, body, style: printStyle });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
