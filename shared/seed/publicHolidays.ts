import type { CalendarPeriod } from '../domain/calendarPeriod';
import type { Language } from '../domain/settings';
import { steadyId } from './steadyId';

/**
 * Public holidays of a region in the years given, from the `date-holidays` package (ISC, CC BY 3.0), to be checked by the user. `region` is
 * a country or country-region of that package: `NC`, `FR`, `FR-57`. An unknown region has none. The package is loaded only when asked.
 */
export async function publicHolidays(
  region: string,
  years: readonly number[],
  language: Language,
): Promise<CalendarPeriod[]> {
  const { default: Holidays } = await import('date-holidays');
  const [country = '', state] = region.split('-');
  if (!(country in new Holidays().getCountries())) return [];
  const known = state ? new Holidays(country, state) : new Holidays(country);
  return years.flatMap((year) =>
    known
      .getHolidays(year, language)
      .filter(({ type }) => type === 'public')
      .map(({ date, name }): CalendarPeriod => {
        const on = date.slice(0, 10);
        return {
          id: steadyId(`holiday/${region}/${on}`),
          kind: 'publicHoliday',
          name,
          firstOn: on,
          lastOn: on,
          source: `date-holidays ${region}`,
          checkedOn: null,
        };
      }),
  );
}
