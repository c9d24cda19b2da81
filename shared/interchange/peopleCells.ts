import type { Language } from '../domain/settings';
import type { Absence, HeldSkill, WeeklyHours } from '../domain/staffMember';
import { fold } from '../domain/text';
import { clockTimeOf, type Day, dayOf, instantOf, type TimeZone } from '../domain/time';
import { joinList, readDay } from './taskCells';

/** What a column of a file of people may hold. */
export const peopleColumns = [
  'name',
  'team',
  'profile',
  'skills',
  'absences',
  'mostDayMinutes',
  'mostWeekMinutes',
  'weeklyHours',
  'languages',
  'phone',
  'email',
  'homeArea',
  'bornOn',
  'likes',
  'dislikes',
  'together',
  'apart',
  'shirtSize',
  'meals',
  'notes',
  'hasLeft',
] as const;
export type PeopleColumn = (typeof peopleColumns)[number];

/** For each column, the header that an export writes, then the others that an import understands; folded, accents do not count. */
const headers: Readonly<Record<Language, Readonly<Record<PeopleColumn, readonly string[]>>>> = {
  fr: {
    name: ['identité', 'nom', 'nom et prénom', 'prénom et nom', 'nom complet', 'personne', 'agent'],
    team: ['équipe', 'service', 'pôle'],
    profile: ['profil', 'statut', 'contrat'],
    skills: ['compétences', 'compétence', 'habilitations', 'qualifications'],
    absences: ['indisponibilités', 'indisponibilité', 'absences', 'absence'],
    mostDayMinutes: ['heures max par jour', 'maximum par jour', 'heures par jour'],
    mostWeekMinutes: ['heures max par semaine', 'maximum par semaine', 'heures par semaine'],
    weeklyHours: ['disponibilités', 'disponibilité', 'heures de la semaine'],
    languages: ['langues', 'langue'],
    phone: ['téléphone', 'tél', 'mobile', 'portable'],
    email: ['courriel', 'adresse de courriel', 'e-mail', 'mail', 'mél'],
    homeArea: ['commune', 'commune ou quartier', 'quartier', 'lieu de résidence'],
    bornOn: ['né le', 'née le', 'date de naissance', 'naissance'],
    likes: ['préfère', 'préférences'],
    dislikes: ['évite'],
    together: ['avec', 'ensemble'],
    apart: ['séparément de', 'sans'],
    shirtSize: ['taille', 'taille de maillot', 'taille de t-shirt'],
    meals: ['repas', 'régime'],
    notes: ['notes', 'note', 'remarques', 'commentaires'],
    hasLeft: ['n’est plus là', 'parti', 'partie'],
  },
  en: {
    name: ['name', 'full name', 'person', 'identity'],
    team: ['team', 'department'],
    profile: ['profile', 'status', 'contract'],
    skills: ['skills', 'skill', 'certificates', 'qualifications'],
    absences: ['unavailability', 'absences', 'absence', 'away'],
    mostDayMinutes: ['maximum hours a day', 'max hours per day', 'hours per day'],
    mostWeekMinutes: ['maximum hours a week', 'max hours per week', 'hours per week'],
    weeklyHours: ['availability', 'hours of the week', 'weekly hours'],
    languages: ['languages', 'language'],
    phone: ['phone', 'telephone', 'cell phone'],
    email: ['email', 'email address'],
    homeArea: ['home area', 'municipality', 'town'],
    bornOn: ['born on', 'date of birth', 'birthday'],
    likes: ['likes'],
    dislikes: ['dislikes'],
    together: ['with', 'together'],
    apart: ['apart from'],
    shirtSize: ['shirt size', 't-shirt size', 'size'],
    meals: ['meals', 'diet'],
    notes: ['comments', 'comment', 'remarks'],
    hasLeft: ['has left', 'left'],
  },
};

const weekdayNames: Readonly<Record<Language, readonly string[]>> = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

export function peopleHeader(column: PeopleColumn, language: Language): string {
  return headers[language][column][0] ?? column;
}

const known = new Map<string, PeopleColumn>();
for (const language of ['fr', 'en'] as const) {
  for (const column of peopleColumns) {
    for (const word of headers[language][column]) {
      if (!known.has(plain(word))) known.set(plain(word), column);
    }
  }
}

/** The column that a header names in French or in English, accents, case and punctuation aside. */
export function readPeopleHeader(text: string): PeopleColumn | null {
  return known.get(plain(text)) ?? null;
}

/** A skill of a cell: `isExpired` when the file only says that it no longer counts. */
export type ReadSkill = Readonly<{ name: string; until: Day | null; isExpired: boolean }>;

/** `PSC1`, `PSC1 (expiré)`, `PSC1 (jusqu’au 31/12/2026)`; `null` when what stands for a day is none. */
export function readSkill(text: string): ReadSkill | null {
  const [, name = '', inside = ''] = /^(.*\S)\s*\(([^()]*)\)$/s.exec(text) ?? [];
  const said = fold(inside);
  if (/^(expiree?|perimee?|expired)$/.test(said)) return { name, until: null, isExpired: true };
  const [, day] =
    /^(?:jusqu'au|valable jusqu'au|until|valid until|(?:expiree?|perimee?|expired|fin(?:it|ie)?) (?:le|on)) (\S+)$/.exec(
      said,
    ) ?? [];
  if (day === undefined) return { name: text, until: null, isExpired: false };
  const until = readDay(day);
  return until === null ? null : { name, until, isExpired: false };
}

export function writeSkill({ name, expiresOn }: HeldSkill, language: Language): string {
  if (expiresOn === null) return name;
  return `${name} (${language === 'fr' ? 'jusqu’au' : 'until'} ${writeDay(expiresOn)})`;
}

/** Why a span cannot be read: its words, a day that is none, or an end before its beginning. */
export type SpanAnswer =
  Readonly<{ kind: 'read'; absence: Absence }> | Readonly<{ kind: 'refused'; code: 'notASpan' | 'notADay' }>;

/**
 * `22/02/2025 13:00 - 22/02/2025 20:00 (motif)`; one day named once, as in `22/02/2025 13:00 - 20:00`; a day or two without a time are whole
 * days. Times are those of `zone`.
 */
export function readAbsence(text: string, zone: TimeZone): SpanAnswer {
  const refused = (code: 'notASpan' | 'notADay'): SpanAnswer => ({ kind: 'refused', code });
  const [, body = '', reason = ''] = /^([^(]*)(?:\((.*)\))?$/s.exec(text) ?? [];
  const parts = /^(\S+)(?:\s+(?![-–—]\s)(\S+))?(?:\s+[-–—]\s+(\S+)(?:\s+(\S+))?)?$/.exec(body.trim());
  if (!parts) return refused('notASpan');
  const [, firstWord = '', fromTime, thirdWord, fourthWord] = parts;
  const fromDay = readDay(firstWord);
  if (fromDay === null) return refused(/^\d/.test(firstWord) ? 'notADay' : 'notASpan');
  const isOneDay = thirdWord !== undefined && fourthWord === undefined && readTime(thirdWord) !== null;
  const untilDay = thirdWord === undefined || isOneDay ? fromDay : readDay(thirdWord);
  if (untilDay === null) return refused('notADay');
  const untilTime = isOneDay ? thirdWord : fourthWord;
  const [from, until] = [
    fromTime === undefined ? '00:00' : readTime(fromTime),
    untilTime === undefined ? '23:59' : readTime(untilTime),
  ];
  if (from === null || until === null) return refused('notASpan');
  const [startsAt, endsAt] = [instantOf(fromDay, from, zone), instantOf(untilDay, until, zone)];
  if (startsAt === null || endsAt === null || startsAt >= endsAt) return refused('notASpan');
  return { kind: 'read', absence: { startsAt, endsAt, reason: reason.trim() } };
}

export function writeAbsence({ startsAt, endsAt, reason }: Absence, zone: TimeZone): string {
  const at = (instant: string): string => `${writeDay(dayOf(instant, zone))} ${clockTimeOf(instant, zone)}`;
  return `${at(startsAt)} - ${at(endsAt)}${reason === '' ? '' : ` (${reason})`}`;
}

/** `mercredi 12:00-18:00`, `sam 8h-18h`. */
export function readWeekly(text: string): WeeklyHours | null {
  const [, dayName = '', first = '', last = ''] = /^(\p{L}+)\.?\s+(\S+?)\s*[-–—]\s*(\S+)$/u.exec(text) ?? [];
  const wanted = fold(dayName);
  const weekday =
    wanted.length < 3
      ? 0
      : 1 +
        Math.max(
          ...(['fr', 'en'] as const).map((language) =>
            weekdayNames[language].findIndex((name) => fold(name).startsWith(wanted)),
          ),
        );
  const [from, until] = [readTime(first), readTime(last)];
  return weekday === 0 || from === null || until === null ? null : { weekday, from, until };
}

export function writeWeekly({ weekday, from, until }: WeeklyHours, language: Language): string {
  return `${weekdayNames[language][weekday - 1]} ${from}-${until}`;
}

/** Minutes of `7,5`, `7.5`, `7 h 30`, `7:30` hours. */
export function readHours(text: string): number | null {
  const clock = /^(\d{1,3})\s*[h:]\s*([0-5]\d)?$/i.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2] ?? 0);
  const decimal = /^\d{1,3}(?:[.,]\d{1,4})?$/.exec(text.replace(/\s/gu, ''));
  return decimal ? Math.round(Number(decimal[0].replace(',', '.')) * 60) : null;
}

/** With a decimal comma where two decimals say it exactly, as hours and minutes elsewhere. */
export function writeHours(minutes: number | null): string {
  if (minutes === null) return '';
  if (minutes % 3 === 0) return String(minutes / 60).replace('.', ',');
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

export function writeDay(day: Day): string {
  return day.split('-').reverse().join('/');
}

export function writeWords(words: readonly string[]): string {
  return joinList(words);
}

function readTime(text: string): string | null {
  const match = /^(\d{1,2})[:h](\d{2})?$/i.exec(text);
  if (!match) return null;
  const [, hours = '', minutes = '00'] = match;
  const time = `${hours.padStart(2, '0')}:${minutes}`;
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : null;
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
