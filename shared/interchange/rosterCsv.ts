import type { Roster } from '../domain/roster';
import type { Language } from '../domain/settings';
import { workedMinutesOf } from '../domain/shift';
import { writeCsv } from './csv';
import { writeMoment } from './postsCsv';

const headers: Record<Language, readonly string[]> = {
  fr: [
    'poste',
    'équipe',
    'lieu',
    'début',
    'fin',
    'minutes de travail',
    'personne',
    'équipe de la personne',
    'verrouillée',
    'dérogations',
  ],
  en: [
    'post',
    'team',
    'place',
    'start',
    'end',
    'minutes of work',
    'person',
    'team of the person',
    'locked',
    'exceptions',
  ],
};

/** One line for each assignment, in order of time, and one for each empty seat, with nobody named. Times are those of the event's clocks. */
export function exportRosterCsv(roster: Roster, language: Language): Uint8Array<ArrayBuffer> {
  const zone = roster.events.get(roster.eventId)?.timeZone ?? 'UTC';
  const [yes, no] = language === 'fr' ? ['oui', 'non'] : ['yes', 'no'];
  const rows = roster.slots.flatMap(({ post, shift }) => {
    const held = roster.onShift.get(shift.id) ?? [];
    const start = [
      post.name,
      post.team,
      post.place,
      writeMoment(shift.startsAt, zone),
      writeMoment(shift.endsAt, zone),
      workedMinutesOf(shift),
    ];
    const empty = Array.from({ length: Math.max(0, shift.headcount - held.length) }, () => [
      ...start,
      '',
      '',
      '',
      '',
    ]);
    const lines = held.map(({ assignment }) => {
      const person = roster.people.get(assignment.personId);
      return [
        ...start,
        person?.name ?? '',
        person?.team ?? '',
        assignment.isLocked ? yes : no,
        assignment.accepted.map(({ reason }) => reason).join(' | '),
      ];
    });
    return [...lines, ...empty];
  });
  return writeCsv(headers[language], rows);
}
