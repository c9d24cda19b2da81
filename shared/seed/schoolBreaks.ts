import type { CalendarPeriod } from '../domain/calendarPeriod';
import type { Language } from '../domain/settings';
import type { Day } from '../domain/time';
import { steadyId } from './steadyId';

type Break = Readonly<{ fr: string; en: string; firstOn: Day; lastOn: Day }>;

/**
 * New Caledonia, 2025, as the brief of this program gives them. They were not compared with the official calendar: `checkedOn` null asks for it. Other
 * years are not here, because no source was at hand; they are entered in the settings.
 */
const newCaledonia: readonly Break[] = [
  {
    fr: 'Vacances scolaires, première période',
    en: 'School break, first term',
    firstOn: '2025-04-05',
    lastOn: '2025-04-20',
  },
  {
    fr: 'Vacances scolaires, deuxième période',
    en: 'School break, second term',
    firstOn: '2025-06-07',
    lastOn: '2025-06-22',
  },
  {
    fr: 'Vacances scolaires, troisième période',
    en: 'School break, third term',
    firstOn: '2025-08-09',
    lastOn: '2025-08-24',
  },
  {
    fr: 'Vacances scolaires, quatrième période',
    en: 'School break, fourth term',
    firstOn: '2025-10-11',
    lastOn: '2025-10-26',
  },
];

/** Known only for `NC`. School breaks are shown and worked: they close nothing. */
export function schoolBreaks(region: string, language: Language): CalendarPeriod[] {
  if (region !== 'NC') return [];
  return newCaledonia.map((period) => ({
    id: steadyId(`school/${region}/${period.firstOn}`),
    kind: 'schoolBreak',
    name: period[language],
    firstOn: period.firstOn,
    lastOn: period.lastOn,
    source:
      language === 'fr'
        ? 'Calendrier scolaire 2025 de Nouvelle-Calédonie'
        : 'School calendar 2025 of New Caledonia',
    checkedOn: null,
  }));
}
