import {
  availabilityAt,
  likelyDoubles,
  mergedMember,
  mergedSkills,
  skillStateOn,
} from '@shared/domain/directory';
import { staffMemberSchema } from '@shared/domain/staffMember';
import type { EventId } from '@shared/domain/plannedEvent';
import { describe, expect, it } from 'vitest';
import { anId, aStaffMember } from '../../support/builders';

describe('a certificate', () => {
  it.each([
    [null, 'held'],
    ['2025-02-21', 'expired'],
    ['2025-02-22', 'expiring'],
    ['2025-04-23', 'expiring'],
    ['2025-04-24', 'held'],
  ] as const)('that ends on %s is %s on 22 February', (expiresOn, state) => {
    expect(skillStateOn({ name: 'PSC1', expiresOn }, '2025-02-22')).toBe(state);
  });
});

describe('availability', () => {
  const now = '2025-02-22T00:00Z';
  const away = (startsAt: string, endsAt: string) => ({ startsAt, endsAt, reason: '' });
  it('tells the absence that is on, else the next within 60 days, else the hours of the week', () => {
    const past = away('2025-01-01T00:00Z', '2025-02-22T00:00Z');
    const soon = away('2025-03-01T00:00Z', '2025-03-02T00:00Z');
    const far = away('2025-09-01T00:00Z', '2025-09-02T00:00Z');
    const on = away('2025-02-20T00:00Z', '2025-02-23T00:00Z');
    const kindOf = (absences: (typeof past)[]) => availabilityAt(aStaffMember({ absences }), now).kind;
    expect([kindOf([soon, on]), kindOf([past, soon]), kindOf([past, far])]).toEqual([
      'absent',
      'soon',
      'always',
    ]);
    const weekly = aStaffMember({ weeklyHours: [{ weekday: 6, from: '08:00', until: '18:00' }] });
    expect(availabilityAt(weekly, now).kind).toBe('weekly');
    expect(availabilityAt({ ...weekly, hasLeft: true }, now).kind).toBe('left');
  });
});

describe('likely doubles', () => {
  it('share a name in any order, an address or a number, each two once', () => {
    const one = aStaffMember({ name: 'Jeanne Wamytan', phone: '+687 12 34 56' });
    const two = aStaffMember({ name: 'WAMYTAN, Jeanne', phone: '123456' });
    const three = aStaffMember({ name: 'Autre', email: 'a@example.org' });
    const four = aStaffMember({ name: 'Encore', email: 'A@example.org' });
    expect(likelyDoubles([two, four, one, three])).toEqual([
      { first: one, second: two, by: ['name', 'phone'] },
      { first: three, second: four, by: ['email'] },
    ]);
    expect(likelyDoubles([aStaffMember({ name: 'A' }), aStaffMember({ name: 'B' })])).toEqual([]);
  });

  it('are not everybody of an office that shares one number', () => {
    const office = Array.from({ length: 300 }, (_, index) =>
      aStaffMember({ name: `Agent ${index}`, phone: '12 34 56' }),
    );
    expect(likelyDoubles(office).length).toBeLessThan(900);
  });
});

describe('merging two records', () => {
  it('keeps what the kept one says, fills what it leaves open, adds up lists', () => {
    const [friend, rival, eventId] = [aStaffMember(), aStaffMember(), anId() as EventId];
    const keep = aStaffMember({
      name: 'Jeanne',
      phone: '12 34 56',
      skills: [{ name: 'PSC1', expiresOn: '2025-01-31' }],
      together: [friend.id],
      answers: [{ eventId, answer: 'yes' }],
      notes: 'Une',
    });
    const other = aStaffMember({
      name: 'Jeanne W.',
      phone: '65 43 21',
      team: 'Accueil',
      skills: [
        { name: 'psc1', expiresOn: '2026-01-31' },
        { name: 'BAFA', expiresOn: null },
      ],
      together: [rival.id],
      apart: [friend.id],
      answers: [{ eventId, answer: 'no' }],
      notes: 'Deux',
      hasLeft: true,
    });
    const merged = mergedMember(keep, other);
    expect(staffMemberSchema.parse(merged)).toEqual(merged);
    expect(merged).toEqual({
      ...keep,
      team: 'Accueil',
      skills: [
        { name: 'PSC1', expiresOn: '2026-01-31' },
        { name: 'BAFA', expiresOn: null },
      ],
      together: [rival.id],
      apart: [friend.id],
      notes: 'Une\n\nDeux',
    });
  });

  it('breaks a pair of the two with each other', () => {
    const one = aStaffMember();
    const two = aStaffMember({ together: [one.id] });
    expect(mergedMember(one, two).together).toEqual([]);
  });

  it('takes a skill without end over one that ends', () => {
    expect(mergedSkills([{ name: 'A', expiresOn: '2030-01-01' }], [{ name: 'a', expiresOn: null }])).toEqual([
      { name: 'A', expiresOn: null },
    ]);
  });
});
