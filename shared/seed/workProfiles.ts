import type { Language } from '../domain/settings';
import type { WorkProfile, WorkProfileId } from '../domain/workProfile';
import { steadyId } from './steadyId';

type Shipped = Readonly<{
  key: string;
  fr: string;
  en: string;
  source: string;
  rules: Partial<WorkProfile>;
}>;

const localService: Partial<WorkProfile> = {
  dayMinutes: 10 * 60,
  spanMinutes: 12 * 60,
  dailyRestMinutes: 11 * 60,
  weeklyRestMinutes: 35 * 60,
  weekMinutes: 48 * 60,
  rolling: { weeks: 12, averageMinutes: 44 * 60 },
  pause: { afterMinutes: 6 * 60, pauseMinutes: 20 },
  contractWeekMinutes: 39 * 60,
};

/**
 * The profiles that a workspace has from the start; each may be edited, and edits are kept under the same id. The figures of public agents are
 * those of the metropolitan local civil service (decree 2000-815 of 25 August 2000, art. 3), taken as a prudent beginning in New Caledonia, whose private
 * sector works 39 h a week; those of minors follow the French labour code (art. L3161-1, L3162-1, L3163-2, L3164-1). None was compared with the
 * texts in force there: `checkedOn` null asks for it.
 */
const shipped: readonly Shipped[] = [
  {
    key: 'publicAgent',
    fr: 'Agent public',
    en: 'Public agent',
    source: 'Décret n° 2000-815 du 25 août 2000, art. 3',
    rules: { ...localService, youngest: 18 },
  },
  {
    key: 'employee39',
    fr: 'Salarié 39 h',
    en: '39 h employee',
    source: 'Code du travail de Nouvelle-Calédonie, 39 h par semaine',
    rules: { ...localService, youngest: 18 },
  },
  {
    key: 'volunteer',
    fr: 'Bénévole',
    en: 'Volunteer',
    source: 'Usage prudent\u202f: aucun texte ne fixe la durée du bénévolat',
    rules: {
      ...localService,
      dayMinutes: 8 * 60,
      weekMinutes: 24 * 60,
      rolling: null,
      contractWeekMinutes: null,
      youngest: 16,
    },
  },
  {
    key: 'minor',
    fr: 'Mineur',
    en: 'Minor',
    source: 'Code du travail, art. L3161-1 à L3164-1',
    rules: {
      dayMinutes: 8 * 60,
      spanMinutes: 12 * 60,
      dailyRestMinutes: 12 * 60,
      weeklyRestMinutes: 48 * 60,
      weekMinutes: 35 * 60,
      pause: { afterMinutes: 270, pauseMinutes: 30 },
      night: { from: '22:00', until: '06:00', mostMinutes: 0 },
      contractWeekMinutes: null,
      youngest: 16,
      oldest: 17,
      forbiddenSkills: ['permis BE', 'habilitation électrique', 'CACES'],
    },
  },
  {
    key: 'contractor',
    fr: 'Prestataire',
    en: 'Contractor',
    source: 'Contrat du prestataire',
    rules: { ...localService, rolling: null, contractWeekMinutes: null },
  },
];

const noRule: Omit<WorkProfile, 'id' | 'name' | 'source'> = {
  dayMinutes: null,
  spanMinutes: null,
  dailyRestMinutes: 11 * 60,
  weeklyRestMinutes: null,
  weekMinutes: null,
  rolling: null,
  pause: null,
  night: null,
  youngest: null,
  oldest: null,
  contractWeekMinutes: null,
  costPerHourMinor: null,
  forbiddenSkills: [],
  checkedOn: null,
};

/** In the order in which they are offered. */
export function shippedProfiles(language: Language): WorkProfile[] {
  return shipped.map(({ key, source, rules, ...names }) => ({
    ...noRule,
    ...rules,
    id: steadyId(`profile/${key}`) as WorkProfileId,
    name: names[language],
    source,
  }));
}
