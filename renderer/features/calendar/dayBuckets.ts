import type { CalendarPeriod } from '@shared/domain/calendarPeriod';
import { addDays, type Day } from '@shared/domain/time';
import { weekNumber } from './calendarGrid';
import { isLong, type PlanningItem } from './planningItems';
import {
  dayMinutes,
  type DayNumber,
  dayNumberOf,
  firstDayNumber,
  lastDayNumber,
  minuteOfDay,
} from './wallTime';

/** The items sorted into their days once; each question then costs what is shown, not what there is. */
export type ItemIndex = Readonly<{
  /** Blocks shorter than a day that begin on it, and tasks due on it; in order. */
  blocksOn: (day: DayNumber) => readonly PlanningItem[];
  /** Blocks shorter than a day that touch it, without tasks: for a grid of hours. */
  timedOn: (day: DayNumber) => readonly PlanningItem[];
  tasksOn: (day: DayNumber) => readonly PlanningItem[];
  /** A whole day and longer, with a day between two, both included; in order. */
  barsBetween: (first: DayNumber, last: DayNumber) => readonly PlanningItem[];
  byKey: (key: string) => PlanningItem | undefined;
}>;

export function indexItems(items: readonly PlanningItem[]): ItemIndex {
  const beginning = new Map<DayNumber, PlanningItem[]>();
  const late = new Map<DayNumber, PlanningItem[]>();
  const bars: PlanningItem[] = [];
  for (const item of items) {
    if (isLong(item)) {
      bars.push(item);
      continue;
    }
    const first = firstDayNumber(item.from);
    addTo(beginning, first, item);
    if (lastDayNumber(item.to) > first) addTo(late, first + 1, item);
  }
  bars.sort(byTime);
  const sorted = new Map<DayNumber, readonly PlanningItem[]>();
  const blocksOn = (day: DayNumber): readonly PlanningItem[] => {
    const known = sorted.get(day) ?? (beginning.get(day) ?? []).sort(inCell);
    sorted.set(day, known);
    return known;
  };
  let keys: Map<string, PlanningItem> | null = null;
  return {
    blocksOn,
    timedOn: (day) => [...(late.get(day) ?? []), ...blocksOn(day).filter(({ kind }) => kind !== 'task')],
    tasksOn: (day) => blocksOn(day).filter(({ kind }) => kind === 'task'),
    barsBetween: (first, last) =>
      bars.filter(({ from, to }) => firstDayNumber(from) <= last && lastDayNumber(to) >= first),
    byKey: (key) => (keys ??= new Map(items.map((item) => [item.key, item]))).get(key),
  };
}

/** Something drawn across several days of a week. `column` and `span` are days of that week. */
export type Bar = Readonly<{
  key: string;
  what: Readonly<{ kind: 'item'; item: PlanningItem }> | Readonly<{ kind: 'period'; period: CalendarPeriod }>;
  column: number;
  span: number;
  lane: number;
  beginsBefore: boolean;
  endsAfter: boolean;
}>;

export type DayCell = Readonly<{
  day: Day;
  number: DayNumber;
  blocks: readonly PlanningItem[];
  /** Holidays and other periods of this one day: named in the day's head. */
  marks: readonly CalendarPeriod[];
  /** Bars and blocks, without holidays and breaks. */
  count: number;
}>;

export type WeekRow = Readonly<{
  week: number;
  cells: readonly DayCell[];
  bars: readonly Bar[];
  lanes: number;
}>;

/**
 * One row of days, from `firstOn` on: seven in a month or a week, one in a day. Periods lie in the upper lanes. `blocksOn` chooses the blocks that stand
 * in the days; the count is of all of them.
 */
export function daysRow(
  firstOn: Day,
  length: number,
  index: ItemIndex,
  periods: readonly CalendarPeriod[],
  blocksOn: ItemIndex['blocksOn'] = index.blocksOn,
): WeekRow {
  const first = dayNumberOf(firstOn);
  const last = first + length - 1;
  const lastOn = addDays(firstOn, length - 1);
  const near = periods.filter((period) => period.firstOn <= lastOn && period.lastOn >= firstOn);
  const items = index.barsBetween(first, last);
  const bars = inLanes([
    ...near
      .filter((period) => period.firstOn !== period.lastOn)
      .map((period) => periodBar(period, first, last)),
    ...items.map((item) => itemBar(item, first, last)),
  ]);
  const cells = Array.from({ length }, (_, column): DayCell => {
    const number = first + column;
    const day = addDays(firstOn, column);
    const blocks = blocksOn(number);
    return {
      day,
      number,
      blocks,
      marks: near.filter((period) => period.firstOn === day && period.lastOn === day),
      count: index.blocksOn(number).length + items.filter((item) => touches(item, number)).length,
    };
  });
  return { week: weekNumber(firstOn), cells, bars, lanes: Math.max(0, ...bars.map(({ lane }) => lane + 1)) };
}

export function touches(item: PlanningItem, day: DayNumber): boolean {
  return firstDayNumber(item.from) <= day && lastDayNumber(item.to) >= day;
}

/**
 * What of a cell is drawn when `lines` lines fit below its head: the upper lanes, then blocks, and the last line counts the rest. `isRoomy`: every block may
 * take two lines.
 */
export function fitCell(
  { blocks }: DayCell,
  lanesHere: readonly number[],
  lanes: number,
  lines: number,
): Readonly<{ lanes: number; blocks: number; hidden: number; isRoomy: boolean }> {
  const most = Math.max(1, lines);
  if (lanes + blocks.length <= most) {
    return { lanes, blocks: blocks.length, hidden: 0, isRoomy: lanes + blocks.length * 2 <= most };
  }
  const lanesShown = Math.min(lanes, Math.max(0, most - 1), mostLanes);
  const lanesHidden = lanesHere.filter((lane) => lane >= lanesShown).length;
  const room = most - lanesShown;
  const shown = blocks.length + lanesHidden <= room ? blocks.length : Math.max(0, room - 1);
  const hidden = blocks.length - shown + lanesHidden;
  return { lanes: lanesShown, blocks: shown, hidden, isRoomy: false };
}

/** Bars over each other in one week; the others are counted. */
export const mostLanes = 3;

function periodBar(period: CalendarPeriod, first: DayNumber, last: DayNumber): Omit<Bar, 'lane'> {
  const [from, to] = [dayNumberOf(period.firstOn), dayNumberOf(period.lastOn)];
  return { key: period.id, what: { kind: 'period', period }, ...placeOf(from, to, first, last) };
}

function itemBar(item: PlanningItem, first: DayNumber, last: DayNumber): Omit<Bar, 'lane'> {
  const [from, to] = [firstDayNumber(item.from), lastDayNumber(item.to)];
  return { key: item.key, what: { kind: 'item', item }, ...placeOf(from, to, first, last) };
}

function placeOf(from: DayNumber, to: DayNumber, first: DayNumber, last: DayNumber) {
  const [start, end] = [Math.max(from, first), Math.min(to, last)];
  return { column: start - first, span: end - start + 1, beginsBefore: from < first, endsAfter: to > last };
}

/** Each in the first lane that is free under it, in the order given. */
function inLanes(bars: readonly Omit<Bar, 'lane'>[]): Bar[] {
  const ends: number[] = [];
  return bars.map((bar) => {
    const free = ends.findIndex((end) => end <= bar.column);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = bar.column + bar.span;
    return { ...bar, lane };
  });
}

function addTo(map: Map<DayNumber, PlanningItem[]>, day: DayNumber, item: PlanningItem): void {
  const known = map.get(day);
  if (known) known.push(item);
  else map.set(day, [item]);
}

/** Hours first, then tasks: those still to do before those done, the pressing ones first. */
function inCell(left: PlanningItem, right: PlanningItem): number {
  if (left.kind !== 'task' || right.kind !== 'task') {
    return Number(left.kind === 'task') - Number(right.kind === 'task') || byTime(left, right);
  }
  return (
    taskRank[left.state] - taskRank[right.state] ||
    priorityRank[left.task.priority] - priorityRank[right.task.priority] ||
    left.title.localeCompare(right.title)
  );
}

const taskRank = { late: 0, open: 1, done: 2, dropped: 3 } as const;
const priorityRank = { high: 0, medium: 1, low: 2 } as const;

/** Earlier first; of two that begin together, the longer. */
function byTime(left: PlanningItem, right: PlanningItem): number {
  return left.from - right.from || right.to - left.to || (left.key < right.key ? -1 : 1);
}

/** A block of a column of hours. `more`: what found no room beside the others, opened as a list. */
export type Segment = Readonly<{
  key: string;
  day: DayNumber;
  /** Minutes of this day, 0 to 1 440. */
  startMinute: number;
  endMinute: number;
  /** Share of the column's width. */
  left: number;
  width: number;
  what:
    | Readonly<{ kind: 'item'; item: PlanningItem }>
    | Readonly<{ kind: 'more'; items: readonly PlanningItem[] }>;
}>;

/** A shorter block is drawn as long as this, so that it can be read and caught. */
export const leastShownMinutes = 25;

/**
 * The blocks of one day side by side, never more than `columns`: beside that many nothing can be read. A block that crosses midnight has a part on each day.
 */
export function segmentsOn(day: DayNumber, index: ItemIndex, columns: number): Segment[] {
  const start = day * dayMinutes;
  const parts = index
    .timedOn(day)
    .map((item) => ({
      item,
      startMinute: Math.max(item.from - start, 0),
      endMinute: Math.min(item.to - start, dayMinutes),
    }))
    .sort((left, right) => left.startMinute - right.startMinute || right.endMinute - left.endMinute);
  return clusters(parts).flatMap((cluster) => packed(day, cluster, columns));
}

type Part = { item: PlanningItem; startMinute: number; endMinute: number };

function shownEnd({ startMinute, endMinute }: Part): number {
  return Math.max(endMinute, startMinute + leastShownMinutes);
}

/** Runs of parts that hang together: each overlaps one before it. */
function clusters(parts: readonly Part[]): Part[][] {
  const runs: Part[][] = [];
  let end = -1;
  for (const part of parts) {
    if (part.startMinute >= end) runs.push([]);
    runs.at(-1)?.push(part);
    end = Math.max(end, shownEnd(part));
  }
  return runs;
}

function packed(day: DayNumber, cluster: readonly Part[], most: number): Segment[] {
  const ends: number[] = [];
  const columns = cluster.map((part) => {
    const free = ends.findIndex((end) => end <= part.startMinute);
    const column = free < 0 ? ends.length : free;
    ends[column] = shownEnd(part);
    return column;
  });
  const isCrowded = ends.length > most;
  const shown = isCrowded ? most - 1 : ends.length;
  const width = isCrowded ? (1 - moreShare) / shown : 1 / shown;
  const hidden: Part[] = [];
  const segments = cluster.flatMap((part, order): Segment[] => {
    const column = columns[order] ?? 0;
    if (column >= shown) {
      hidden.push(part);
      return [];
    }
    const { item, startMinute, endMinute } = part;
    return [
      {
        key: `${item.key}@${day}`,
        day,
        startMinute,
        endMinute,
        left: column * width,
        width,
        what: { kind: 'item', item },
      },
    ];
  });
  if (hidden.length > 0) segments.push(moreSegment(day, hidden));
  return segments;
}

/** Width of the strip that counts what is not drawn. */
const moreShare = 0.16;

function moreSegment(day: DayNumber, hidden: readonly Part[]): Segment {
  const startMinute = Math.min(...hidden.map((part) => part.startMinute));
  return {
    key: `more-${day}-${startMinute}`,
    day,
    startMinute,
    endMinute: Math.max(...hidden.map((part) => part.endMinute)),
    left: 1 - moreShare,
    width: moreShare,
    what: { kind: 'more', items: hidden.map(({ item }) => item) },
  };
}

/** Where a moment of the day stands, as a share of it. */
export function shareOfDay(wall: number): number {
  return minuteOfDay(wall) / dayMinutes;
}
