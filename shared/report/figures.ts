import { locale, thinSpace } from '../domain/formatting';
import type { Indicator } from '../domain/plannedEvent';
import type { Language } from '../domain/settings';

const mostDecimals = 2;

/** The number with exactly `decimals` decimals, so that a column lines up; a true minus. */
export function fixed(value: number, decimals: number, language: Language): string {
  return new Intl.NumberFormat(locale(language), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
    .format(value)
    .replaceAll('\u00a0', thinSpace)
    .replace('-', '−');
}

/** As many decimals as the indicator's most precise value has, two at most: its values are never of mixed precision. */
export function decimalsOf({ baseline, target, actual }: Indicator): number {
  return Math.max(...[baseline, target, actual].map((value) => decimalsIn(value ?? 0)));
}

export function withUnit(value: number, unit: string, decimals: number, language: Language): string {
  const text = fixed(value, decimals, language);
  if (unit === '') return text;
  if (unit === '%') return language === 'fr' ? `${text}${thinSpace}%` : `${text}%`;
  return `${text}\u00a0${unit.replaceAll(' ', '\u00a0')}`;
}

function decimalsIn(value: number): number {
  for (let decimals = 0; decimals < mostDecimals; decimals += 1) {
    if (Math.abs(value - Number(value.toFixed(decimals))) < 1e-9 * Math.max(1, Math.abs(value)))
      return decimals;
  }
  return mostDecimals;
}
