import { narrowed, namesOf, rowsOf, usedWords } from '@renderer/features/people/peopleList';
import { describe, expect, it } from 'vitest';
import { aProfile, aStaffMember } from '../../../support/builders';

const everything = { q: '', team: '', profile: '', skill: '', presence: 'all' } as const;

describe('narrowing the directory', () => {
  const profile = aProfile({ name: 'Bénévole' });
  const people = [
    aStaffMember({ name: 'Hélène', team: 'Accueil', profileId: profile.id, phone: '12 34 56' }),
    aStaffMember({ name: 'Paul', skills: [{ name: 'PSC1', expiresOn: null }] }),
    aStaffMember({ name: 'Ancienne', hasLeft: true }),
  ];
  const rows = rowsOf(people, [profile]);
  it.each([
    [{ q: 'helene benevole' }, ['Hélène']],
    [{ q: '34 56' }, ['Hélène']],
    [{ team: 'Accueil' }, ['Hélène']],
    [{ profile: profile.id }, ['Hélène']],
    [{ skill: 'psc1' }, ['Paul']],
    [{ presence: 'here' as const }, ['Hélène', 'Paul']],
    [{ presence: 'left' as const }, ['Ancienne']],
  ])('by %o', (by, names) => {
    expect(narrowed(rows, { ...everything, ...by }).map(({ member }) => member.name)).toEqual(names);
  });
});

describe('names', () => {
  it('tell apart those who share one', () => {
    const twins = [
      aStaffMember({ name: 'Jeanne' }),
      aStaffMember({ name: 'Jeanne', team: 'Accueil' }),
      aStaffMember({ name: 'Jeanne', team: 'Accueil' }),
    ];
    const names = namesOf(twins);
    expect([...names.values()]).toEqual(twins);
    expect([...names.keys()].slice(0, 2)).toEqual(['Jeanne', 'Jeanne (Accueil)']);
  });

  it('of words are offered once, whatever their spelling', () => {
    const people = [aStaffMember({ team: 'Équipe' }), aStaffMember({ team: 'equipe' }), aStaffMember()];
    expect(usedWords(people, ({ team }) => team)).toEqual(['Équipe']);
  });
});
