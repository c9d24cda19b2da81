import { formatMinutes } from '../domain/formatting';
import type { PlannedEvent } from '../domain/plannedEvent';
import type { Duty, Roster } from '../domain/roster';
import type { Language } from '../domain/settings';
import type { StaffId, StaffMember } from '../domain/staffMember';
import { type Instant, minuteOf } from '../domain/time';
import { rosterWords } from '../report/rosterWords';

/**
 * One person's shifts at the event as a calendar file (RFC 5545). Moments are UTC, so that no time zone has to be explained. The same shift keeps its UID;
 * a file made later has a higher SEQUENCE, so that it takes the place of the older one.
 */
export function personIcs(
  roster: Roster,
  personId: StaffId,
  madeAt: Instant,
  language: Language,
): Uint8Array<ArrayBuffer> {
  const member = roster.people.get(personId);
  const event = roster.events.get(roster.eventId);
  const duties = (roster.dutiesOf.get(personId) ?? []).filter(
    ({ shift }) => shift.eventId === roster.eventId,
  );
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Regie//Planning//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...(member && event ? [`X-WR-CALNAME:${escapedText(`${titleOf(event)} – ${member.name}`)}`] : []),
    ...(event ? duties.flatMap((duty) => eventLines(roster, event, duty, madeAt, language)) : []),
    'END:VCALENDAR',
  ];
  return new TextEncoder().encode(lines.map((line) => `${folded(line)}\r\n`).join(''));
}

/** File names of a zip are ASCII, and no two are the same. */
export function icsFileNames(members: readonly StaffMember[]): Map<StaffId, string> {
  const taken = new Set<string>();
  return new Map(
    members.map(({ id, name }) => {
      const plain =
        name
          .normalize('NFD')
          .replace(/[^a-zA-Z0-9 -]/g, '')
          .trim()
          .replace(/\s+/g, '-')
          .slice(0, 60) || 'personne';
      let own = plain;
      for (let count = 2; taken.has(own.toLowerCase()); count += 1) own = `${plain}-${count}`;
      taken.add(own.toLowerCase());
      return [id, `${own}.ics`] as const;
    }),
  );
}

function eventLines(
  roster: Roster,
  event: PlannedEvent,
  { assignment, shift, post }: Duty,
  madeAt: Instant,
  language: Language,
): string[] {
  const words = rosterWords[language];
  const inCharge = post.inChargeId === null ? undefined : roster.people.get(post.inChargeId);
  const place = [post.place, event.venue.name, event.venue.address, event.venue.commune].filter(Boolean);
  const description = [
    titleOf(event),
    post.meetingPoint && `${words.facts.meetingPoint}${colon(language)} ${post.meetingPoint}`,
    inCharge && words.inCharge([inCharge.name, inCharge.phone].filter(Boolean).join(', ')),
    shift.pauseMinutes > 0 &&
      `${words.pause}${colon(language)} ${formatMinutes(shift.pauseMinutes, language)}`,
    shift.note,
    post.briefing.trim(),
  ].filter((text): text is string => Boolean(text));
  return [
    'BEGIN:VEVENT',
    `UID:${assignment.id}@regie`,
    `DTSTAMP:${moment(madeAt)}`,
    `SEQUENCE:${sequenceOf(madeAt)}`,
    `DTSTART:${moment(shift.startsAt)}`,
    `DTEND:${moment(shift.endsAt)}`,
    `SUMMARY:${escapedText(`${post.name} – ${titleOf(event)}`)}`,
    ...(place.length > 0 ? [`LOCATION:${escapedText([...new Set(place)].join(', '))}`] : []),
    `DESCRIPTION:${escapedText(description.join('\n'))}`,
    'STATUS:CONFIRMED',
    'TRANSP:OPAQUE',
    'END:VEVENT',
  ];
}

function titleOf({ name, edition }: PlannedEvent): string {
  return edition ? `${name} ${edition}` : name;
}

function colon(language: Language): string {
  return language === 'fr' ? '\u202f:' : ':';
}

/** `20250221T220000Z` */
function moment(instant: Instant): string {
  return `${instant.slice(0, 16).replace(/[-:]/g, '')}00Z`;
}

/** Minutes since 2020: higher in every file made later, and far below the most that a whole number of iCalendar may be. */
function sequenceOf(madeAt: Instant): number {
  return Math.max(0, minuteOf(madeAt) - minuteOf('2020-01-01T00:00Z'));
}

/** A value of type TEXT: backslash, semicolon, comma and line end escaped; what no text may hold is left out. */
export function escapedText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replace(/[\\;,]/g, (found) => `\\${found}`)
      .replace(/\n/g, '\\n')
  );
}

/** Most bytes of a line, its end not counted. */
const lineBytes = 75;

/** A long line goes on under a space; never cut inside a character. */
export function folded(line: string): string {
  let made = '';
  let bytes = 0;
  for (const letter of line) {
    const size = utf8Bytes(letter);
    if (bytes + size > lineBytes) {
      made += '\r\n ';
      bytes = 1;
    }
    made += letter;
    bytes += size;
  }
  return made;
}

function utf8Bytes(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}
