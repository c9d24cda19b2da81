import { readFileSync } from 'node:fs';
import { blankMember } from '@shared/domain/directory';
import { type StaffId, type StaffMember, staffMemberSchema } from '@shared/domain/staffMember';
import { type CsvTable, readCsv } from '@shared/interchange/csv';
import { readAbsence, readHours, readSkill, readWeekly } from '@shared/interchange/peopleCells';
import {
  exportPeopleCsv,
  importedPeople,
  planPeopleImport,
  proposePeopleMapping,
} from '@shared/interchange/peopleCsv';
import { shippedProfiles } from '@shared/seed/workProfiles';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anId, aStaffMember } from '../../support/builders';

const zone = 'Pacific/Noumea';
const profiles = shippedProfiles('fr');
const equipe = readFileSync(new URL('../../fixtures/journee-dumbea/equipe.csv', import.meta.url));

function tableOf(content: string | Uint8Array): CsvTable {
  const answer = readCsv(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  if (answer.kind === 'refused') throw new Error(answer.problem.code);
  return answer.table;
}
function planOf(content: string | Uint8Array, existing: readonly StaffMember[] = [], today = '2025-03-10') {
  const table = tableOf(content);
  return planPeopleImport(table, proposePeopleMapping(table.headers), {
    existing,
    profiles,
    timeZone: zone,
    newId: anId,
    now: '2025-03-09T22:00Z',
    today,
  });
}
const refusals = (content: string, existing: readonly StaffMember[] = []) =>
  planOf(content, existing).rows.flatMap(({ line, problems }) =>
    problems.map(({ code, column, value }) => [line, code, column, value]),
  );
const exported = (people: readonly StaffMember[], language: 'fr' | 'en' = 'fr') =>
  exportPeopleCsv(people, { language, timeZone: zone, profiles, people });

describe('importing the team of Dumbéa', () => {
  it('makes its 46 people, with profile, skills, absences and limits', () => {
    const plan = planOf(equipe);
    expect(plan.counts).toEqual({ created: 46, changed: 0, unchanged: 0, refused: 0 });
    const byName = new Map(importedPeople(plan).map((member) => [member.name, member]));
    const minor = byName.get('Mineur 01');
    expect(minor).toEqual({
      ...blankMember(minor?.id as StaffId, 'Mineur 01', '2025-03-09T22:00Z'),
      team: 'Accueil et comptage',
      profileId: profiles.find(({ name }) => name === 'Mineur')?.id,
      absences: [
        { startsAt: '2025-02-20T20:00Z', endsAt: '2025-02-21T05:00Z', reason: '' },
        { startsAt: '2025-02-22T07:00Z', endsAt: '2025-02-22T12:59Z', reason: '' },
      ],
      mostDayMinutes: 420,
      mostWeekMinutes: 2_100,
    });
    expect(byName.get('Bénévole 04')?.mostDayMinutes).toBe(450);
    expect(byName.get('Salarié 01')?.profileId).toBe(profiles[1]?.id);
    expect(byName.get('Prestataire 01')?.skills.map(({ name }) => name)).toEqual([
      'régie son',
      'habilitation électrique',
    ]);
  });

  it('ends an expired skill on the eve of the first day that the file speaks of, and says so', () => {
    const plan = planOf(equipe);
    expect(plan.expired).toEqual({ count: 1, on: '2025-02-20' });
    const member = importedPeople(plan).find(({ name }) => name === 'Bénévole 13');
    expect(member?.skills).toEqual([
      { name: 'BAFA', expiresOn: null },
      { name: 'PSC1', expiresOn: '2025-02-20' },
    ]);
    expect(planOf('nom;compétences\nA;PSC1 (expiré)\n').expired).toEqual({ count: 1, on: '2025-03-09' });
  });

  it('changes nothing the second time, later or not', () => {
    const people = importedPeople(planOf(equipe));
    for (const today of ['2025-03-10', '2026-11-28']) {
      expect(planOf(equipe, people, today).counts).toEqual({
        created: 0,
        changed: 0,
        unchanged: 46,
        refused: 0,
      });
    }
  });
});

describe('merging with who is known', () => {
  it('finds people by name in any order, adds skills and absences, leaves empty cells alone', () => {
    const known = aStaffMember({
      name: 'Jeanne Wamytan',
      team: 'Accueil',
      phone: '12 34 56',
      skills: [{ name: 'BAFA', expiresOn: null }],
      absences: [{ startsAt: '2025-05-01T00:00Z', endsAt: '2025-05-02T00:00Z', reason: 'congé' }],
    });
    const [row] = planOf(
      'nom;équipe;compétences;indisponibilités\nWAMYTAN Jeanne;;PSC1 (jusqu’au 01/06/2026);02/06/2025\n',
      [known],
    ).rows;
    expect([row?.outcome, row?.changedFields]).toEqual(['changed', ['skills', 'absences']]);
    expect(row?.member).toEqual({
      ...known,
      skills: [
        { name: 'BAFA', expiresOn: null },
        { name: 'PSC1', expiresOn: '2026-06-01' },
      ],
      absences: [
        ...known.absences,
        { startsAt: '2025-06-01T13:00Z', endsAt: '2025-06-02T12:59Z', reason: '' },
      ],
    });
  });

  it('keeps a certificate that was over before', () => {
    const known = aStaffMember({ name: 'A', skills: [{ name: 'PSC1', expiresOn: '2024-01-31' }] });
    expect(planOf('nom;compétences\nA;psc1 (expiré)\n', [known]).rows[0]?.outcome).toBe('unchanged');
  });
});

describe('a row is refused whole', () => {
  it.each([
    [
      'somebody twice',
      'nom;équipe\nA B;X\nB A;Y\n',
      [
        [2, 'duplicateName', 'name', 'A B'],
        [3, 'duplicateName', 'name', 'B A'],
      ],
    ],
    ['no name', 'nom;équipe\n;X\n', [[2, 'nameMissing', 'name', '']]],
    ['an unknown profile', 'nom;profil\nA;pirate\n', [[2, 'unknownProfile', 'profile', 'pirate']]],
    [
      'an unreadable date',
      'nom;indisponibilités\nA;31/02/2025 08:00 - 09:00\n',
      [[2, 'notADay', 'absences', '31/02/2025 08:00 - 09:00']],
    ],
    [
      'an end before its beginning',
      'nom;indisponibilités\nA;22/02/2025 10:00 - 09:00\n',
      [[2, 'notASpan', 'absences', '22/02/2025 10:00 - 09:00']],
    ],
    ['too many hours', 'nom;heures max par jour\nA;25\n', [[2, 'notHours', 'mostDayMinutes', '25']]],
    ['no address', 'nom;courriel\nA;chez moi\n', [[2, 'notAnEmail', 'email', 'chez moi']]],
    [
      'a pair with a stranger, and who names them',
      'nom;avec\nA;Z\nB;A\n',
      [
        [2, 'unknownPerson', 'together', 'Z'],
        [3, 'unknownPerson', 'together', 'A'],
      ],
    ],
    ['both with and apart', 'nom;avec;sans\nA;B;B\nB;;\n', [[2, 'pairContradicts', 'apart', 'B']]],
  ])('%s', (_name, content, expected) => {
    expect(refusals(content)).toEqual(expected);
    expect(importedPeople(planOf(content)).filter(({ name }) => name === 'A')).toEqual([]);
  });

  it('names which of the directory cannot be guessed', () => {
    const twins = [aStaffMember({ name: 'A B' }), aStaffMember({ name: 'B A' })];
    expect(refusals('nom\nA B\n', twins)).toEqual([[2, 'ambiguousName', 'name', 'A B']]);
  });
});

describe('a cell', () => {
  it.each([
    ['PSC1', { name: 'PSC1', until: null, isExpired: false }],
    ['PSC1 (expirée)', { name: 'PSC1', until: null, isExpired: true }],
    ["CACES (R489) (jusqu'au 31/12/2026)", { name: 'CACES (R489)', until: '2026-12-31', isExpired: false }],
    ['CACES (R489)', { name: 'CACES (R489)', until: null, isExpired: false }],
    ['PSC1 (jusqu’au 31/02/2026)', null],
  ])('reads the skill %s', (text, read) => expect(readSkill(text)).toEqual(read));

  it.each([
    ['22/02/2025 13:00 - 22/02/2025 20:00', '2025-02-22T02:00Z', '2025-02-22T09:00Z'],
    ['22/02/2025 13h - 20h30', '2025-02-22T02:00Z', '2025-02-22T09:30Z'],
    ['22/02/2025', '2025-02-21T13:00Z', '2025-02-22T12:59Z'],
    ['22/02/2025 - 24/02/2025', '2025-02-21T13:00Z', '2025-02-24T12:59Z'],
  ])('reads the absence %s', (text, startsAt, endsAt) =>
    expect(readAbsence(text, zone)).toEqual({ kind: 'read', absence: { startsAt, endsAt, reason: '' } }),
  );

  it.each([
    ['22/02/2025 midi - 22/02/2025 20:00', 'notASpan'],
    ['22/02/2025 13:00 - demain', 'notADay'],
    ['22/02/2025 25:00 - 26:00', 'notADay'],
    ['absent', 'notASpan'],
  ])('refuses the absence %s', (text, code) =>
    expect(readAbsence(text, zone)).toEqual({ kind: 'refused', code }),
  );

  it('reads hours of the week and lengths', () => {
    expect(readWeekly('mer. 12h-18h')).toEqual({ weekday: 3, from: '12:00', until: '18:00' });
    expect(readWeekly('Saturday 08:00-18:00')).toEqual({ weekday: 6, from: '08:00', until: '18:00' });
    expect(['m 12h-18h', 'mercredi', 'mercredi matin-soir'].map(readWeekly)).toEqual([null, null, null]);
    expect(['7,5', '7.5', '7 h 30', '7:30', '39', '7:75'].map(readHours)).toEqual([
      450,
      450,
      450,
      450,
      2_340,
      null,
    ]);
  });
});

describe('what is exported', () => {
  it('comes back as the same people, new or known, in both languages', () => {
    fc.assert(
      fc.property(somePeople(), fc.constantFrom('fr' as const, 'en' as const), (people, language) => {
        for (const member of people) staffMemberSchema.parse(member);
        const file = exported(people, language);
        expect(planOf(file, people).rows.map(({ outcome, problems }) => [outcome, problems])).toEqual(
          people.map(() => ['unchanged', []]),
        );
        const copies = importedPeople(planOf(file));
        expect(copies.map((member) => withoutKeys(member, copies))).toEqual(
          people.map((member) => withoutKeys(member, people)),
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe('any file', () => {
  it('gives only people that may be kept', () => {
    const line = fc.stringMatching(/^[A-Ba-b(),|;0-9: /-]{0,40}$/);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = ['nom;compétences;indisponibilités;avec;sans', ...lines].join('\n');
        for (const member of importedPeople(planOf(text))) {
          expect(staffMemberSchema.safeParse(member).success).toBe(true);
        }
      }),
    );
  });
});

/** Somebody with pairs by name, and without what a file does not carry. */
function withoutKeys(member: StaffMember, among: readonly StaffMember[]) {
  const { id: _id, createdAt: _createdAt, ...fields } = member;
  const names = (ids: readonly StaffId[]) => ids.map((id) => among.find((one) => one.id === id)?.name);
  return { ...fields, together: names(member.together), apart: names(member.apart) };
}

function somePeople(): fc.Arbitrary<StaffMember[]> {
  const unit = fc.oneof(
    fc.constantFrom(...'=+-@;|"\' éÉ'.split('')),
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 1 })
      .filter((letter) => !/[\\()\p{Z}\p{C}]/u.test(letter)),
  );
  const words = (maxLength: number) => fc.string({ unit, maxLength }).map((text) => text.trim());
  const wordList = fc.uniqueArray(words(8).filter(Boolean), { maxLength: 3 });
  const day = fc
    .date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const clock = fc
    .integer({ min: 0, max: 1_439 })
    .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`);
  const absences = fc.uniqueArray(
    fc.record({ on: day, from: clock, length: fc.integer({ min: 1, max: 5_000 }), reason: words(8) }),
    { maxLength: 3, selector: ({ on, from }) => `${on} ${from}` },
  );
  const member = fc.record({
    team: words(10),
    profileId: fc.constantFrom(null, ...profiles.map(({ id }) => id)),
    skills: fc
      .uniqueArray(fc.constantFrom('PSC1', 'BAFA', 'régie son', 'permis BE'), { maxLength: 4 })
      .chain((names) =>
        fc.tuple(...names.map((name) => fc.option(day).map((expiresOn) => ({ name, expiresOn })))),
      ),
    languages: wordList,
    phone: words(12),
    email: fc.constantFrom('', 'a@example.org'),
    homeArea: words(10),
    bornOn: fc.option(day),
    weeklyHours: fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: clock, until: clock }), {
      maxLength: 3,
    }),
    absences: absences.map((all) =>
      all
        .map(({ on, from, length, reason }) => {
          const startsAt = `${on}T${from}Z`;
          const end = new Date(Date.parse(startsAt) + length * 60_000).toISOString().slice(0, 16);
          return { startsAt, endsAt: `${end}Z`, reason };
        })
        .sort((left, right) => (left.startsAt < right.startsAt ? -1 : 1)),
    ),
    mostDayMinutes: fc.option(fc.integer({ min: 0, max: 1_440 })),
    mostWeekMinutes: fc.option(fc.integer({ min: 0, max: 10_080 })),
    likes: wordList,
    dislikes: wordList,
    shirtSize: words(4),
    meals: words(8),
    notes: words(20),
    hasLeft: fc.boolean(),
  });
  return fc.array(fc.tuple(member, fc.nat(), fc.nat()), { maxLength: 5 }).map((drafts) => {
    const people = drafts.map(([fields], index) => aStaffMember({ ...fields, name: `Agent ${index}` }));
    return people.map((one, index) => {
      const others = people.filter(({ id }) => id !== one.id).map(({ id }) => id);
      const [, first = 0, second = 0] = drafts[index] ?? [];
      const together = others.slice(0, others.length === 0 ? 0 : first % 2);
      return { ...one, together, apart: others.slice(1, 1 + (second % 2)) };
    });
  });
}
