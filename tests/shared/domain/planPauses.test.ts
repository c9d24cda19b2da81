import { planPauses } from '@shared/domain/planPauses';
import { rosterOf } from '@shared/domain/roster';
import { rosterConflicts } from '@shared/domain/rosterConflicts';
import { expect, it } from 'vitest';
import { aRosterPlan } from '../../support/rosters';

it('plans a pause once for all who miss it, in the longest shift of their stretch, and nothing is missing then', () => {
  const plan = aRosterPlan();
  const profile = plan.profile();
  const [one, other] = [plan.person({ profileId: profile.id }), plan.person({ profileId: profile.id })];
  const morning = plan.shift('08:00', '12:00', { who: [one, other] });
  plan.shift('12:00', '15:00', { who: [one] });
  plan.shift('12:00', '17:00', { who: [other] });
  const roster = plan.roster();
  const planned = planPauses(roster, rosterConflicts(roster));
  expect(planned).toEqual([{ ...morning, pauseMinutes: 20 }]);
  const facts = plan.facts();
  const after = rosterOf({
    ...facts,
    shifts: facts.shifts.map((shift) => planned.find(({ id }) => id === shift.id) ?? shift),
  });
  expect(rosterConflicts(after).filter(({ rule }) => rule === 'missingPause')).toEqual([]);
});

it('plans nothing where nothing is missing', () => {
  const plan = aRosterPlan();
  plan.shift('08:00', '12:00', { who: [plan.person({ profileId: plan.profile().id })] });
  const roster = plan.roster();
  expect(planPauses(roster, rosterConflicts(roster))).toEqual([]);
});
