import { presenceSheets, sheetNumbered } from '@shared/domain/presenceSheet';
import type { RosterFacts } from '@shared/domain/roster';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aLargeRoster, aSmallRoster } from '../../support/aRoster';
import { anAssignment, aPost, aShift } from '../../support/builders';

const small = aSmallRoster();
const large = aLargeRoster().facts;

describe('sign-in sheets', () => {
  it('are one for each day and post, with the people expected there in order of time', () => {
    expect(
      presenceSheets(small.facts, 'post').map(({ day, name, rows }) => [
        day,
        name,
        rows.map(({ member }) => member.name),
      ]),
    ).toEqual([
      ['2025-02-22', 'Accueil', ['Ana', 'Bruno']],
      ['2025-02-22', 'Buvette', ['Ana']],
      ['2025-02-22', 'Scène', ['Chloé']],
    ]);
  });

  it('or one for each day and team', () => {
    expect(
      presenceSheets(small.facts, 'team').map(({ name, rows }) => [
        name,
        rows.map(({ member, post }) => `${member.name} ${post.name}`),
      ]),
    ).toEqual([
      ['Accueil', ['Ana Accueil', 'Bruno Accueil', 'Ana Buvette']],
      ['Technique', ['Chloé Scène']],
    ]);
  });

  it('hold everybody who is expected once, each sheet under its own number', () => {
    for (const kind of ['post', 'team'] as const) {
      const sheets = presenceSheets(large, kind);
      const ids = sheets.flatMap(({ rows }) => rows.map(({ assignment }) => assignment.id));
      expect(ids.toSorted()).toEqual(large.assignments.map(({ id }) => id).toSorted());
      expect(new Set(sheets.map(({ number }) => number)).size).toBe(sheets.length);
    }
  });

  it('bear a number of day, month and four letters that cannot be misread', () => {
    for (const { number } of presenceSheets(large, 'post'))
      expect(number).toMatch(/^2[23]02-[0-9A-HJKMNP-TV-Z]{4}$/);
  });
});

describe('a number', () => {
  it('finds exactly the rows of its sheet', () => {
    for (const kind of ['post', 'team'] as const)
      for (const sheet of presenceSheets(large, kind))
        expect(sheetNumbered(large, sheet.number)).toEqual(sheet);
  });

  it('is read however it is typed', () => {
    const [sheet] = presenceSheets(small.facts, 'post');
    const number = sheet?.number ?? '';
    const typed = [
      number.toLowerCase(),
      number.replace('-', ''),
      ` ${number.split('').join(' ')} `,
      number.replaceAll('0', 'O').replaceAll('1', 'l'),
    ];
    expect(typed.map((each) => sheetNumbered(small.facts, each)?.name)).toEqual(typed.map(() => 'Accueil'));
  });

  it('that nothing bears finds nothing', () => {
    expect(['', '2202', '2202-', '2202-ZZZZ', '…'].map((typed) => sheetNumbered(small.facts, typed))).toEqual(
      [null, null, null, null, null],
    );
  });

  it('stays the same whatever happens to the roster after printing', () => {
    const numbersOf = (facts: RosterFacts) =>
      new Map(
        presenceSheets(facts, 'post').flatMap(({ number, day, rows }) =>
          rows.map(({ post }) => [`${day} ${post.id}`, number] as const),
        ),
      );
    const before = numbersOf(large);
    fc.assert(
      fc.property(fc.array(fc.nat(large.assignments.length - 1)), fc.nat(12), (gone, added) => {
        const posts = Array.from({ length: added }, () => aPost({ eventId: large.eventId, name: 'Renfort' }));
        const shifts = posts.map((post) => aShift({ eventId: large.eventId, postId: post.id }));
        const facts: RosterFacts = {
          ...large,
          posts: [...posts, ...large.posts],
          shifts: [...shifts, ...large.shifts],
          assignments: [
            ...large.assignments.filter((_, index) => !gone.includes(index)),
            ...shifts.map((shift) =>
              anAssignment({
                eventId: large.eventId,
                shiftId: shift.id,
                ...(large.people[0] && { personId: large.people[0].id }),
              }),
            ),
          ],
        };
        const after = numbersOf(facts);
        const moved = [...after].filter(([place, number]) => !number.startsWith(before.get(place) ?? ''));
        expect(moved).toEqual([]);
        expect(new Set(after.values()).size).toBe(after.size);
      }),
      { numRuns: 40 },
    );
  });
});
