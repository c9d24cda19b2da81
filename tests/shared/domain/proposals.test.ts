import { proposalsFor } from '@shared/domain/proposals';
import { expect, it } from 'vitest';
import { aRosterPlan } from '../../support/rosters';

it('puts who breaks no rule first, for reasons that are told, and who holds the shift or has left nowhere', () => {
  const plan = aRosterPlan();
  const profile = plan.profile();
  const first = { mode: 'all', names: ['PSC1'] } as const;
  const post = plan.post({
    name: 'Poste de secours',
    team: 'Secours',
    skills: { ...first, names: ['PSC1'] },
  });
  const psc1 = [{ name: 'PSC1', expiresOn: null }];
  const aid = plan.person({
    skills: psc1,
    team: 'Secours',
    profileId: profile.id,
    likes: ['poste de secours'],
  });
  const busy = plan.person({ skills: psc1, team: 'Secours', profileId: profile.id });
  const unskilled = plan.person({ team: 'Secours', profileId: profile.id });
  const held = plan.person({ skills: psc1 });
  plan.person({ skills: psc1, hasLeft: true });
  plan.shift('09:00', '12:00', { who: [busy] });
  const wanted = plan.shift('10:00', '13:00', { post, headcount: 3, who: [held] });
  const roster = plan.roster();
  const slot = roster.slotOf.get(wanted.id);
  const proposals = slot ? proposalsFor(roster, slot) : [];
  expect(
    proposals.map(({ personId, isFree, reasonsFor, reasonsAgainst }) => [
      personId,
      isFree,
      reasonsFor.map(({ kind }) => kind),
      reasonsAgainst.map((reason) => (reason.kind === 'conflict' ? reason.conflict.rule : reason.kind)),
    ]),
  ).toEqual([
    [aid.id, true, ['hasSkill', 'sameTeam', 'likes', 'fewHours'], []],
    [busy.id, false, ['hasSkill', 'sameTeam'], ['doubleBooked']],
    [unskilled.id, false, ['sameTeam', 'fewHours'], ['missingSkill']],
  ]);
});

it('names five at most, unless asked for more', () => {
  const plan = aRosterPlan();
  for (let index = 0; index < 9; index += 1) plan.person();
  const wanted = plan.shift('10:00', '13:00');
  const roster = plan.roster();
  const slot = roster.slotOf.get(wanted.id);
  expect(slot ? [proposalsFor(roster, slot).length, proposalsFor(roster, slot, 8).length] : []).toEqual([
    5, 8,
  ]);
});
