import { formatDay } from '@shared/domain/formatting';
import type { Language } from '@shared/domain/settings';
import {
  addDays,
  type Day,
  daysBetween,
  firstDay,
  lastDay,
  monthStart,
  weekdayOf,
} from '@shared/domain/time';

/** In the order of the switch, and of the keys 1 to 5. */
export const planningViews = ['year', 'month', 'week', 'day', 'agenda'] as const;
export type PlanningView = (typeof planningViews)[number];

/** Days, both ends included. */
export type DayRange = Readonly<{ firstOn: Day; lastOn: Day }>;

export function weekStart(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

export function monthEnd(day: Day): Day {
  return addDays(monthStart(addMonths(day, 1)), -1);
}

/** The same date so many months later, or the last one of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const wanted = startOfMonth(count).slice(0, 8) + day.slice(8);
  const last = addDays(startOfMonth(count + 1), -1);
  return wanted > last ? last : wanted;
}

/** What the title of a view names: a year, a month, a week or a day. A list shows a month. */
export function periodOf(view: PlanningView, day: Day): DayRange {
  switch (view) {
    case 'year':
      return { firstOn: `${day.slice(0, 4)}-01-01`, lastOn: `${day.slice(0, 4)}-12-31` };
    case 'month':
    case 'agenda':
      return { firstOn: monthStart(day), lastOn: monthEnd(day) };
    case 'week':
      return { firstOn: weekStart(day), lastOn: addDays(weekStart(day), 6) };
    case 'day':
      return { firstOn: day, lastOn: day };
  }
}

/** All that a view draws: a month is drawn in whole weeks. */
export function visibleRange(view: PlanningView, day: Day): DayRange {
  const period = periodOf(view, day);
  if (view !== 'month') return period;
  return { firstOn: weekStart(period.firstOn), lastOn: addDays(weekStart(period.lastOn), 6) };
}

/** The day shown after going `steps` periods on, or back when negative; the calendar ends with the years that there can be. */
export function stepped(view: PlanningView, day: Day, steps: number): Day {
  const wanted = steppedFreely(view, day, steps);
  return wanted < firstDay || wanted > lastDay ? day : wanted;
}

/** ISO 8601: the first week of a year is the one with its first Thursday. */
export function weekNumber(day: Day): number {
  const thursday = addDays(weekStart(day), 3);
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}

/** « Février 2025 », « 17 – 23 février 2025 », « Samedi 22 février 2025 », « 2025 ». */
export function titleOf(view: PlanningView, day: Day, language: Language): string {
  const { firstOn, lastOn } = periodOf(view, day);
  switch (view) {
    case 'year':
      return day.slice(0, 4);
    case 'month':
    case 'agenda':
      return capitalised(formatDay(day, 'month', language));
    case 'day':
      return capitalised(formatDay(day, 'full', language));
    case 'week':
      return rangeText(firstOn, lastOn, language);
  }
}

/** What both ends share is said once. */
export function rangeText(firstOn: Day, lastOn: Day, language: Language): string {
  const [first, last] = [formatDay(firstOn, 'long', language), formatDay(lastOn, 'long', language)];
  if (firstOn === lastOn) return first;
  const shared =
    firstOn.slice(0, 7) === lastOn.slice(0, 7) ? 2 : firstOn.slice(0, 4) === lastOn.slice(0, 4) ? 1 : 0;
  const words = first.split(' ');
  return `${words.slice(0, words.length - shared).join(' ')} – ${last}`;
}

/** « 22 », « 1ᵉʳ »: as it stands in the name of the day. */
export function dayNumeral(day: Day, language: Language): string {
  const number = String(Number(day.slice(8)));
  return number === '1' && language === 'fr' ? '1ᵉʳ' : number;
}

/** « févr. » */
export function shortMonth(day: Day, language: Language): string {
  return formatDay(day, 'short', language).replace(/^\S+\s/, '');
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function steppedFreely(view: PlanningView, day: Day, steps: number): Day {
  switch (view) {
    case 'year':
      return addMonths(day, 12 * steps);
    case 'month':
    case 'agenda':
      return addMonths(day, steps);
    case 'week':
      return addDays(day, 7 * steps);
    case 'day':
      return addDays(day, steps);
  }
}

/** `count` is months since the year 0. */
function startOfMonth(count: number): Day {
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}
