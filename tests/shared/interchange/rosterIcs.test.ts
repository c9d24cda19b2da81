import { escapedText, folded, icsFileNames, personIcs } from '@shared/interchange/rosterIcs';
import { rosterOf } from '@shared/domain/roster';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSmallRoster } from '../../support/aRoster';
import { aStaffMember } from '../../support/builders';

const { facts, people, assignments } = aSmallRoster();
const roster = rosterOf(facts);
const [ana, , chloe] = people;
if (!ana || !chloe) throw new Error('nobody');
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const unfolded = (text: string) => text.replaceAll('\r\n ', '');
const bytesIn = (line: string) => new TextEncoder().encode(line).length;

describe('a personal calendar', () => {
  it('is what was worked out by hand', () => {
    const file = unfolded(textOf(personIcs(roster, chloe.id, '2025-02-20T03:30Z', 'fr')));
    expect(file.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Regie//Planning//FR',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Journée du jeu 2025 – Chloé',
      'BEGIN:VEVENT',
      `UID:${assignments[3]?.id}@regie`,
      'DTSTAMP:20250220T033000Z',
      // 1 877 days of 1 440 minutes since 1 January 2020, and 210.
      'SEQUENCE:2703090',
      'DTSTART:20250222T110000Z',
      'DTEND:20250222T150000Z',
      'SUMMARY:Scène – Journée du jeu 2025',
      expect.stringMatching(/^LOCATION:/),
      'DESCRIPTION:Journée du jeu 2025',
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('tells where to meet, who is in charge and what to do, in lines that may be read back', () => {
    const file = textOf(personIcs(roster, ana.id, '2025-02-20T03:30Z', 'fr'));
    expect(unfolded(file)).toContain(
      'DESCRIPTION:Journée du jeu 2025\\nRendez-vous\u202f: Grille du parc\\nResponsable\u202f: Ana\\, 71 00 01\\nPause\u202f: 30\u202fmin\\nCompter chaque visiteur.\\nNe jamais laisser l’entrée seule.',
    );
    for (const line of file.split('\r\n')) expect(bytesIn(line)).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('made later takes the place of the older one', () => {
    const sequence = (at: string) =>
      Number(/SEQUENCE:(\d+)/.exec(textOf(personIcs(roster, ana.id, at, 'en')))?.[1]);
    expect(sequence('2025-02-20T03:31Z')).toBeGreaterThan(sequence('2025-02-20T03:30Z'));
    expect(sequence('2199-12-31T23:59Z')).toBeLessThan(2 ** 31);
  });
});

describe('any text', () => {
  it('comes back from its escapes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = escapedText(text);
        expect(escaped).not.toMatch(/[\r\n]/);
        expect(escaped.replace(/\\(.)/g, '')).not.toMatch(/[\\;,]/);
        const read = escaped.replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
        // oxlint-disable-next-line no-control-regex
        expect(read).toBe(text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ''));
      }),
    );
  });

  it('is folded into lines of 75 bytes at most, cut inside no character, and unfolds to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }).map(escapedText), (line) => {
        const parts = folded(line).split('\r\n');
        for (const part of parts) {
          expect(bytesIn(part)).toBeLessThanOrEqual(75);
          expect(part).not.toMatch(/\p{Surrogate}/u);
        }
        expect(unfolded(folded(line))).toBe(line);
      }),
    );
  });

  it('of 75 bytes stays on its line, of 76 does not', () => {
    expect(folded('a'.repeat(75))).toBe('a'.repeat(75));
    expect(folded('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`);
    // Two bytes a letter: 37 of them are 74, the next has no room.
    expect(folded('é'.repeat(38))).toBe(`${'é'.repeat(37)}\r\n é`);
  });
});

it('files in a zip have plain names of their own', () => {
  const members = ['Élodie Le Goff', 'elodie le goff', '李', '../x'].map((name) => aStaffMember({ name }));
  expect([...icsFileNames(members).values()]).toEqual([
    'Elodie-Le-Goff.ics',
    'elodie-le-goff-2.ics',
    'personne.ics',
    'x.ics',
  ]);
});
