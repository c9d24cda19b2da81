import { type Day } from '@shared/domain/time';
import type { ItemIndex } from './dayBuckets';
import { isEventItem, type PlanningItem } from './planningItems';
import { type DayNumber, dayNumberOf, dayOfNumber, firstDayNumber, lastDayNumber } from './wallTime';

export type DayDensity = Readonly<{
  /** Everything on the day. */
  count: number;
  /** 0 nothing, 1 little, to 4 as much as on the fullest day. */
  level: 0 | 1 | 2 | 3 | 4;
  /** A date that we organise, open to its public. */
  hasOwn: boolean;
  hasDate: boolean;
}>;

export type YearDensity = Readonly<{
  on: (day: Day) => DayDensity;
  /** Events, meetings and training sessions that open in a month, `YYYY-MM`. */
  datesIn: (month: string) => number;
  dates: number;
}>;

const empty: DayDensity = { count: 0, level: 0, hasOwn: false, hasDate: false };

/** How full each day of a year is. */
export function densityOf(year: string, index: ItemIndex): YearDensity {
  const [first, last] = [dayNumberOf(`${year}-01-01`), dayNumberOf(`${year}-12-31`)];
  const days = new Map<DayNumber, { count: number; hasOwn: boolean; hasDate: boolean }>();
  const months = new Map<string, number>();
  const add = (item: PlanningItem, day: DayNumber): void => {
    const known = days.get(day) ?? { count: 0, hasOwn: false, hasDate: false };
    const isDate = isEventItem(item) && item.kind === 'opening' && !item.isCancelled;
    days.set(day, {
      count: known.count + 1,
      hasOwn: known.hasOwn || (isDate && item.tone === 'own'),
      hasDate: known.hasDate || isDate,
    });
  };
  const open = (item: PlanningItem): void => {
    if (item.kind !== 'opening') return;
    const month = dayOfNumber(Math.max(firstDayNumber(item.from), first)).slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + 1);
  };
  for (const item of index.barsBetween(first, last)) {
    open(item);
    const [from, to] = [Math.max(firstDayNumber(item.from), first), Math.min(lastDayNumber(item.to), last)];
    for (let day = from; day <= to; day += 1) add(item, day);
  }
  for (let day = first; day <= last; day += 1) {
    for (const item of index.blocksOn(day)) {
      open(item);
      add(item, day);
    }
  }
  const most = Math.max(1, ...[...days.values()].map(({ count }) => count));
  return {
    on: (day) => {
      const known = days.get(dayNumberOf(day));
      return known ? { ...known, level: levelOf(known.count / most) } : empty;
    },
    datesIn: (month) => months.get(month) ?? 0,
    dates: [...months.values()].reduce((sum, count) => sum + count, 0),
  };
}

/** By the square root: the difference between one and three counts for more than that between eleven and thirteen. */
function levelOf(share: number): DayDensity['level'] {
  return Math.min(4, Math.max(1, Math.ceil(4 * Math.sqrt(share)))) as DayDensity['level'];
}
