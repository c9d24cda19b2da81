import type { CalendarPeriod } from '../domain/calendarPeriod';
import type { Language } from '../domain/settings';
import { addDays, type Day } from '../domain/time';
import { steadyId } from './steadyId';

/**
 * Public holidays of a region in the years given, from the `date-holidays` package (ISC; its data CC BY-SA 3.0), to be checked by the user.
 * `region` is a country or country-region of that package: `NC`, `FR`, `FR-57`. An unknown region has none. The package is loaded only when asked.
 */
export async function publicHolidays(
  region: string,
  years: readonly number[],
  language: Language,
): Promise<CalendarPeriod[]> {
  const { default: Holidays } = await import('date-holidays');
  const [country = '', state] = region.split('-');
  const countries = new Holidays().getCountries();
  if (!Object.hasOwn(countries, country)) return [];
  if (state !== undefined && !Object.hasOwn(new Holidays().getStates(country) ?? {}, state)) return [];
  const known = state === undefined ? new Holidays(country) : new Holidays(country, state);

  const periods = new Map<Day, CalendarPeriod>();
  for (const { date, start, end, name, type } of years.flatMap((year) => known.getHolidays(year, language))) {
    if (type !== 'public') continue;
    const firstOn = date.slice(0, 10);
    const before = periods.get(firstOn);
    const lastOn = addDays(
      firstOn,
      Math.max(Math.round((end.getTime() - start.getTime()) / 86_400_000), 1) - 1,
    );
    periods.set(firstOn, {
      id: steadyId(`holiday/${region}/${firstOn}`),
      kind: 'publicHoliday',
      name: before ? `${before.name}, ${saidIn(language, name)}` : saidIn(language, name),
      firstOn,
      lastOn: before && before.lastOn > lastOn ? before.lastOn : lastOn,
      source: `date-holidays ${region}`,
      checkedOn: null,
    });
  }
  return [...periods.values()];
}

/** Names that the package has in one language only, or otherwise than people say them. */
const saidOtherwise: Record<Language, Readonly<Record<string, string>>> = {
  fr: {
    "Jour de l'an": 'Jour de l’An',
    'Fête du travail': 'Fête du Travail',
    'Fête Nationale de la France': 'Fête nationale',
    'Fête de la Victoire 1945': 'Victoire de 1945',
    'Armistice 1918': 'Armistice de 1918',
  },
  en: { "Jour de l'an": 'New Year’s Day', 'New Caledonia Day': 'Citizenship Day' },
};

function saidIn(language: Language, name: string): string {
  return (saidOtherwise[language][name] ?? name).replaceAll("'", '’');
}
