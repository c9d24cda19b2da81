import { assignmentSchema } from '@shared/domain/assignment';
import { postSchema } from '@shared/domain/post';
import { rosterOf } from '@shared/domain/roster';
import { rosterConflicts } from '@shared/domain/rosterConflicts';
import { shiftSchema } from '@shared/domain/shift';
import { exampleWorkspace } from '@shared/seed/exampleWorkspace';
import { shippedProfiles } from '@shared/seed/workProfiles';
import { describe, expect, it } from 'vitest';
import { typographyFaults } from '../../support/typography';

async function exampleOn(today: string, language: 'fr' | 'en') {
  const workspace = await exampleWorkspace(today, language);
  const eventId = workspace.posts[0]?.eventId as never;
  return { ...workspace, eventId, profiles: shippedProfiles(language) };
}

describe('the roster of the example', () => {
  it.each(['fr', 'en'] as const)('is valid, and of people who are there (%s)', async (language) => {
    const { posts, shifts, assignments, people } = await exampleOn('2026-11-24', language);
    for (const post of posts) expect(postSchema.parse(post)).toEqual(post);
    for (const shift of shifts) expect(shiftSchema.parse(shift)).toEqual(shift);
    for (const assignment of assignments) expect(assignmentSchema.parse(assignment)).toEqual(assignment);
    const known = new Set(people.map(({ id }) => id));
    expect(assignments.filter(({ personId }) => !known.has(personId))).toEqual([]);
    expect(new Set(assignments.map(({ id }) => id)).size).toBe(assignments.length);
    expect(new Set(shifts.map(({ id }) => id)).size).toBe(shifts.length);
  });

  it('is written as French is', async () => {
    const { posts, assignments } = await exampleOn('2026-11-24', 'fr');
    expect(typographyFaults([posts, assignments])).toEqual([]);
  });

  it.each(['2026-11-24', '2026-02-28', '2027-06-13'])(
    'shows the same kinds of trouble on %s',
    async (today) => {
      const conflicts = rosterConflicts(rosterOf(await exampleOn(today, 'fr')));
      const rules = new Set(conflicts.map(({ rule }) => rule));
      for (const rule of ['expiredSkill', 'unavailable', 'dayHours', 'notTogether', 'underStaffed'])
        expect(rules).toContain(rule);
      expect(conflicts.filter(({ accepted }) => accepted !== null)).toHaveLength(1);
      // Enough is well for the board to be readable.
      expect(conflicts.length).toBeLessThan(30);
    },
  );
});
