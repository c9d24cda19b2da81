import { coverageOf } from '@shared/domain/coverage';
import { expect, it } from 'vitest';
import { aRosterPlan, noumea } from '../../support/rosters';

it('counts people asked for, on a shift and missing in each quarter of an hour', () => {
  const plan = aRosterPlan();
  const person = plan.person();
  plan.shift('09:00', '09:30', { headcount: 2, who: [person] });
  plan.shift('09:20', '09:45', { headcount: 1 });
  expect(coverageOf(plan.roster())).toEqual({
    span: { startsAt: noumea('2025-02-22', '09:00'), endsAt: noumea('2025-02-22', '09:45') },
    stepMinutes: 15,
    steps: [
      { needed: 2, assigned: 1, missing: 1 },
      { needed: 3, assigned: 1, missing: 2 },
      { needed: 1, assigned: 0, missing: 1 },
    ],
  });
});

it('is nothing without a shift', () => {
  expect(coverageOf(aRosterPlan().roster())).toBeNull();
});
