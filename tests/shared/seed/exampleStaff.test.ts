import { contradictingPairs, skillOf, staffMemberSchema } from '@shared/domain/staffMember';
import { addDays } from '@shared/domain/time';
import { exampleSkills, exampleStaff, exampleStaffId } from '@shared/seed/exampleStaff';
import type { Make } from '@shared/seed/exampleEvents';
import { exampleWorkspace } from '@shared/seed/exampleWorkspace';
import { shippedProfiles } from '@shared/seed/workProfiles';
import { describe, expect, it } from 'vitest';
import { typographyFaults } from '../../support/typography';

const today = '2026-11-24';

describe('the people of the example', () => {
  it.each(['fr', 'en'] as const)(
    'are 24, valid, with shipped profiles and no pair at odds (%s)',
    async (language) => {
      const { people } = await exampleWorkspace(today, language);
      expect(people).toHaveLength(24);
      for (const member of people) expect(staffMemberSchema.parse(member)).toEqual(member);
      const known = new Set(shippedProfiles(language).map(({ id }) => id));
      expect(people.filter(({ profileId }) => profileId === null || !known.has(profileId))).toEqual([]);
      expect(contradictingPairs(people)).toEqual([]);
      const ids = new Set(people.map(({ id }) => id));
      expect(
        people.flatMap(({ together, apart }) => [...together, ...apart]).filter((id) => !ids.has(id)),
      ).toEqual([]);
    },
  );

  it('are the owners of the tasks, in the same order in both languages', async () => {
    const [french, english] = [await exampleWorkspace(today, 'fr'), await exampleWorkspace(today, 'en')];
    expect(english.people.map(({ id }) => id)).toEqual(french.people.map(({ id }) => id));
    const names = new Set(french.people.map(({ name }) => name));
    expect(french.tasks.filter(({ owner }) => !names.has(owner))).toEqual([]);
    expect(typographyFaults([french.people])).toEqual([]);
  });

  it('have a certificate that is over and one that ends before the day', () => {
    const make = { today, language: 'fr', say: (fr: string) => fr } as unknown as Make;
    const { firstAid } = exampleSkills(make);
    const people = exampleStaff(make);
    const until = (id: string) => {
      const member = people.find((one) => one.id === id);
      return member && skillOf(member, firstAid)?.expiresOn;
    };
    expect(until(exampleStaffId('volunteer', 3))).toBe(addDays(today, -40));
    expect(until(exampleStaffId('agent', 6))).toBe(addDays(today, 8));
  });
});
