import { rosterOf } from '@shared/domain/roster';
import { readCsv } from '@shared/interchange/csv';
import {
  exportPostsCsv,
  planPostImport,
  type PostImportContext,
  proposePostMapping,
} from '@shared/interchange/postsCsv';
import { exportRosterCsv } from '@shared/interchange/rosterCsv';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anAssignment, anEvent, anId, aStaffMember } from '../../support/builders';

const event = anEvent();
const context = (fields: Partial<PostImportContext> = {}): PostImportContext => ({
  event,
  posts: [],
  shifts: [],
  people: [],
  newId: anId,
  now: '2025-01-01T00:00Z',
  ...fields,
});
const title = 'poste;équipe;début;fin;effectif;compétence';

function planned(text: string | Uint8Array, fields: Partial<PostImportContext> = {}) {
  const answer = readCsv(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  if (answer.kind !== 'table') throw new Error(answer.problem.code);
  return planPostImport(answer.table, proposePostMapping(answer.table.headers), context(fields));
}
const line = (text: string) => planned(`${title}\n${text}`).rows[0];
const codes = (text: string) => line(text)?.problems.map(({ code }) => code);

describe('the office’s file', () => {
  const bytes = readFileSync('tests/fixtures/journee-dumbea/postes.csv');

  it('gives 36 shifts of 36 posts, and nothing the second time', () => {
    const plan = planned(bytes);
    expect(plan.counts).toEqual({ created: 36, changed: 0, unchanged: 0, refused: 0 });
    expect([plan.posts.length, plan.postCount]).toEqual([36, 36]);
    const first = plan.shifts[0];
    expect(first).toMatchObject({ startsAt: '2025-02-21T02:00Z', endsAt: '2025-02-21T07:00Z', headcount: 9 });
    const again = planned(bytes, { posts: plan.posts, shifts: plan.shifts });
    expect(again.counts.unchanged).toBe(36);
    expect([...again.posts, ...again.shifts]).toEqual([]);
  });

  it('says which skills nobody has', () => {
    const skilled = aStaffMember({ skills: [{ name: 'psc1', expiresOn: null }] });
    const plan = planned(bytes, { people: [skilled] });
    expect(plan.notes).toContainEqual({ code: 'unknownSkill', count: 12 });
    const aid = plan.rows.find(({ name }) => name.startsWith('Poste de secours'));
    expect(aid?.warnings).toEqual([]);
  });

  it('comes back as it is from an export', () => {
    const plan = planned(bytes);
    const roster = rosterOf({ ...nobody, posts: plan.posts, shifts: plan.shifts });
    for (const language of ['fr', 'en'] as const) {
      const back = planned(exportPostsCsv(roster, language), { posts: plan.posts, shifts: plan.shifts });
      expect(back.counts).toEqual({ created: 0, changed: 0, unchanged: 36, refused: 0 });
    }
  });
});

const nobody = {
  eventId: event.id,
  events: [event],
  posts: [],
  shifts: [],
  assignments: [],
  people: [],
  profiles: [],
  travelTimes: [],
};

describe('rows', () => {
  it('with the same name, team and skills are shifts of one post', () => {
    const plan = planned(
      `${title}\nPorte Nord;Accueil;22/02/2025 08:30;22/02/2025 13:00;2;\nporte nord;accueil;22/02/2025 13:00;22/02/2025 17:30;2;\nPorte Nord;Accueil;22/02/2025 08:30;22/02/2025 13:00;1;PSC1`,
    );
    expect(plan.posts.map(({ name, skills }) => [name, skills.names])).toEqual([
      ['Porte Nord', []],
      ['Porte Nord', ['PSC1']],
    ]);
    expect(plan.shifts.map(({ postId }) => postId)).toEqual([
      plan.posts[0]?.id,
      plan.posts[0]?.id,
      plan.posts[1]?.id,
    ]);
  });

  it('change the headcount of the shift that is there, and nothing else', () => {
    const text = `${title}\nPorte Nord;;22/02/2025 08:30;22/02/2025 13:00;2;`;
    const plan = planned(text);
    const [shift] = plan.shifts;
    const known = { ...(shift as NonNullable<typeof shift>), note: 'gilets', pauseMinutes: 15 };
    const again = planned(text.replace(';2;', ';3;'), { posts: plan.posts, shifts: [known] });
    expect(again.counts.changed).toBe(1);
    expect(again.shifts).toEqual([{ ...known, headcount: 3 }]);
    expect(again.posts).toEqual([]);
  });

  it('of more than six hours get a pause, and say so', () => {
    const row = line('Garde;;22/02/2025 08:00;22/02/2025 14:01;1;');
    expect(row?.shift?.pauseMinutes).toBe(20);
    expect(row?.warnings).toEqual([{ code: 'pauseAdded', value: '' }]);
    expect(line('Garde;;22/02/2025 08:00;22/02/2025 14:00;1;')?.shift?.pauseMinutes).toBe(0);
  });

  it('may run past midnight', () => {
    const row = line('Garde;;22/02/2025 22:00;23/02/2025 02:00;1;');
    expect(row?.shift).toMatchObject({ startsAt: '2025-02-22T11:00Z', endsAt: '2025-02-22T15:00Z' });
  });

  it.each([
    ['Garde;;22/02/2025 13:00;22/02/2025 09:00;1;', ['endsBeforeStart']],
    ['Garde;;22/02/2025 09:00;22/02/2025 09:00;1;', ['endsBeforeStart']],
    ['Garde;;22/02/2025 09:00;23/02/2025 10:00;1;', ['shiftTooLong']],
    ['Garde;;22/02/2025 09:00;22/02/2025 13:00;deux;', ['headcountUnreadable']],
    ['Garde;;22/02/2025 09:00;22/02/2025 13:00;-1;', ['headcountOutOfBounds']],
    ['Garde;;22/02/2025 09:00;22/02/2025 13:00;2001;', ['headcountOutOfBounds']],
    ['Garde;;le matin;31/02/2025 13:00;1;', ['startUnreadable', 'endUnreadable']],
    ['Garde;;22/02/2025 25:00;22/02/2025 13:00;1;', ['startUnreadable']],
    [';;22/02/2025 09:00;22/02/2025 13:00;1;', ['nameMissing']],
    ['Garde;;22/02/2025 09:00;22/02/2025 13:00;1;;oups', ['tooManyCells']],
  ])('are refused with a reason: %s', (text, expected) => {
    expect(codes(text)).toEqual(expected);
    expect(planned(`${title}\n${text}`).posts).toEqual([]);
  });

  it('that say the same shift twice are refused the second time', () => {
    const one = 'Garde;;22/02/2025 09:00;22/02/2025 13:00;1;';
    const plan = planned(`${title}\n${one}\n${one}`);
    expect(plan.rows.map(({ outcome, line: at }) => [outcome, at])).toEqual([
      ['created', 2],
      ['refused', 3],
    ]);
    expect(plan.notes).toContainEqual({ code: 'refused', count: 1 });
  });
});

it('the roster as a file: one line each seat, held or not', () => {
  const plan = planned(`${title}\nPorte Nord;Accueil;22/02/2025 08:30;22/02/2025 13:00;2;`);
  const member = aStaffMember({ name: '=Agent 04', team: 'Secours' });
  const roster = rosterOf({
    ...nobody,
    posts: plan.posts,
    shifts: plan.shifts,
    people: [member],
    assignments: [
      anAssignment({ eventId: event.id, shiftId: plan.shifts[0]?.id, personId: member.id, isLocked: true }),
    ],
  });
  const text = new TextDecoder().decode(exportRosterCsv(roster, 'fr'));
  expect(text.split('\r\n').slice(1, 3)).toEqual([
    `Porte Nord;Accueil;;22/02/2025 08:30;22/02/2025 13:00;270;'=Agent 04;Secours;oui;`,
    `Porte Nord;Accueil;;22/02/2025 08:30;22/02/2025 13:00;270;;;;`,
  ]);
});
