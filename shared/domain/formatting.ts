import type { Language } from './settings';
import { type ClockTime, type Day, type Instant, type TimeZone, clockTimeOf, dayOf } from './time';

/** Narrow no-break space: French thousands, units and high punctuation. */
export const thinSpace = '\u202f';
const noBreakSpace = '\u00a0';

/**
 * `full` samedi 22 février 2025 · `long` 22 février 2025 · `medium` sam. 22 févr. 2025 · `short` 22 févr. ·
 * `weekday` sam. 22 févr. · `numeric` 22/02/2025 · `month` février 2025
 */
export type DayStyle = 'full' | 'long' | 'medium' | 'short' | 'weekday' | 'numeric' | 'month';

const dayOptions: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  medium: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  numeric: { day: '2-digit', month: '2-digit', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
};

/** A day in words or figures; the first of the month is « 1ᵉʳ » in French words. */
export function formatDay(day: Day, style: DayStyle, language: Language): string {
  const text = dayFormat(style, language).format(new Date(`${day}T12:00Z`));
  if (language === 'en' || style === 'numeric' || style === 'month' || !day.endsWith('-01')) return text;
  return text.replace(/(^|\s)1(\s)/, '$11ᵉʳ$2');
}

/** « 14 h 30 », « 9 h » in French; `14:30`, `09:00` in English. */
export function formatClock(time: ClockTime, language: Language): string {
  if (language === 'en') return time;
  const [hours = '', minutes = ''] = time.split(':');
  return `${Number(hours)}${thinSpace}h${minutes === '00' ? '' : thinSpace + minutes}`;
}

/** The moment as its place's clocks and calendar say it. */
export function formatInstant(instant: Instant, zone: TimeZone, style: DayStyle, language: Language): string {
  const day = formatDay(dayOf(instant, zone), style, language);
  return `${day}, ${formatClock(clockTimeOf(instant, zone), language)}`;
}

/** « samedi 22 février 2025, de 9 h à 17 h » or, over several days, « du … au … ». */
export function formatSpan(
  startsAt: Instant,
  endsAt: Instant,
  zone: TimeZone,
  style: DayStyle,
  language: Language,
): string {
  const [from, to] = [dayOf(startsAt, zone), dayOf(endsAt, zone)];
  const [opens, closes] = [startsAt, endsAt].map((at) => formatClock(clockTimeOf(at, zone), language));
  const first = formatDay(from, style, language);
  if (from === to) {
    return language === 'fr' ? `${first}, de ${opens} à ${closes}` : `${first}, ${opens} to ${closes}`;
  }
  const last = formatDay(to, style, language);
  return language === 'fr'
    ? `du ${first}, ${opens}, au ${last}, ${closes}`
    : `${first}, ${opens}, to ${last}, ${closes}`;
}

/** Grouped by three; a true minus; at most `decimals` decimals, none added. */
export function formatNumber(value: number, language: Language, decimals = 2): string {
  return numberFormat(language, decimals).format(value).replaceAll(noBreakSpace, thinSpace).replace('-', '−');
}

/** « 1 250 000 F CFP » for XPF, which has no decimals; elsewhere the currency's own way. `minor` is in whole minor units. */
export function formatMoney(minor: number, currency: string, language: Language): string {
  if (currency === 'XPF') {
    return language === 'fr'
      ? `${formatNumber(minor, 'fr', 0)}${noBreakSpace}F${noBreakSpace}CFP`
      : `${formatNumber(minor, 'en', 0)}${noBreakSpace}XPF`;
  }
  const format = new Intl.NumberFormat(locale(language), { style: 'currency', currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** decimals);
}

/** « J-12 », « Jour J », « J+3 »; `D-12`, `D-day`, `D+3`. `daysToGo` is positive before the day. */
export function formatCountdown(daysToGo: number, language: Language): string {
  const letter = language === 'fr' ? 'J' : 'D';
  if (daysToGo === 0) return language === 'fr' ? 'Jour J' : 'D-day';
  return daysToGo > 0 ? `${letter}-${daysToGo}` : `${letter}+${-daysToGo}`;
}

/** « 1 h 30 », « 45 min ». */
export function formatMinutes(minutes: number, language: Language): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}${thinSpace}min`;
  const gap = language === 'fr' ? thinSpace : ' ';
  return rest === 0 ? `${hours}${gap}h` : `${hours}${gap}h${gap}${String(rest).padStart(2, '0')}`;
}

const byteUnits = { fr: ['o', 'Ko', 'Mo', 'Go', 'To'], en: ['B', 'kB', 'MB', 'GB', 'TB'] };

/** « 340 Ko », « 1,2 Mo »: by 1 024, with a decimal from a megabyte up. */
export function formatBytes(bytes: number, language: Language): string {
  const rank = Math.min(4, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const value = formatNumber(bytes / 1024 ** rank, language, rank < 2 ? 0 : 1);
  return `${value}${language === 'fr' ? thinSpace : noBreakSpace}${byteUnits[language][rank]}`;
}

export function locale(language: Language): string {
  return language === 'fr' ? 'fr-FR' : 'en-GB';
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();
function dayFormat(style: DayStyle, language: Language): Intl.DateTimeFormat {
  const key = style + language;
  const known =
    dayFormats.get(key) ??
    new Intl.DateTimeFormat(locale(language), { ...dayOptions[style], timeZone: 'UTC' });
  dayFormats.set(key, known);
  return known;
}

const numberFormats = new Map<string, Intl.NumberFormat>();
function numberFormat(language: Language, decimals: number): Intl.NumberFormat {
  const key = language + decimals;
  const known =
    numberFormats.get(key) ?? new Intl.NumberFormat(locale(language), { maximumFractionDigits: decimals });
  numberFormats.set(key, known);
  return known;
}
