import { eventModel, rosterDiff } from '@shared/roster/eventModel';
import { fill } from '@shared/roster/fill';
import { proofOf } from '@shared/roster/emptyShifts';
import type { RosterAnswer } from '@shared/roster/model';
import { rosterOf } from '@shared/domain/roster';
import { rosterConflicts } from '@shared/domain/rosterConflicts';
import { anAssignment } from '../../support/builders';
import { aRosterPlan, noumea } from '../../support/rosters';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';

const before = noumea('2025-02-01', '08:00');

function filled(event: ReturnType<typeof eventModel>, moves = 20_000): RosterAnswer {
  const search = fill(event.model, { seed: 1, moves, start: event.start, only: event.open });
  for (let step = search.next(); ; step = search.next()) if (step.done) return step.value;
}

it('leaves what is locked, accepted or begun where it is, and says what it would change', () => {
  const plan = aRosterPlan();
  const profile = plan.profile();
  const [one, other, third] = ['', '', ''].map(() => plan.person({ profileId: profile.id }));
  if (!one || !other || !third) throw new Error('three people');
  plan.shift('07:00', '09:00', { who: [one] });
  const locked = plan.shift('10:00', '12:00');
  plan.assign(locked, other, { isLocked: true });
  const wrong = plan.shift('10:30', '12:00');
  const freed = plan.assign(wrong, other);
  const roster = plan.roster();
  const event = eventModel(roster, noumea('2025-02-22', '08:00'));
  const answer = filled(event);
  const diff = rosterDiff(roster, event, answer.assignments);
  expect(diff).toEqual({
    added: [{ shiftId: wrong.id, personId: expect.any(String) as string }],
    removed: [{ assignmentId: freed.id, shiftId: wrong.id, personId: other.id }],
    kept: 2,
    emptyBefore: 0,
    emptyAfter: 0,
  });
  expect([one.id, third.id]).toContain(diff.added[0]?.personId);
});

it('says who is refused a seat that stays empty, by rule, and that nobody can hold it', () => {
  const plan = aRosterPlan();
  const expired = plan.person({ skills: [{ name: 'régie son', expiresOn: '2024-12-31' }] });
  const without = plan.person();
  const wanted = plan.shift('09:00', '13:00', {
    post: plan.post({ skills: { mode: 'all', names: ['régie son'] } }),
  });
  const event = eventModel(plan.roster(), before);
  expect(proofOf(event, filled(event).assignments)).toEqual([
    {
      shiftId: wanted.id,
      seats: 1,
      refused: [
        { rule: 'expiredSkill', people: 1, named: [expired.id] },
        { rule: 'missingSkill', people: 1, named: [without.id] },
      ],
      blocked: [],
      nearest: [],
      shortage: null,
      remedy: { kind: 'lift', personId: expired.id, rule: 'expiredSkill', about: 'régie son' },
      isProven: true,
    },
  ]);
});

test('nobody, or a profile that forbids everything, ends with every seat empty', () => {
  const plan = aRosterPlan();
  plan.shift('09:00', '13:00', { headcount: 2 });
  expect(filled(eventModel(plan.roster(), before)).uncovered).toEqual([2]);
  const profile = plan.profile({ dayMinutes: 0, weekMinutes: 0 });
  plan.person({ profileId: profile.id });
  expect(filled(eventModel(plan.roster(), before)).uncovered).toEqual([2]);
});

test('what is filled breaks none of the rules that the engine keeps, as the conflicts of the roster tell them', () => {
  const kept = ['doubleBooked', 'shortRest', 'dailySpan', 'dayHours', 'weekHours', 'travel', 'missingSkill'];
  const hour = fc.integer({ min: 5, max: 20 });
  const shift = fc.record({
    day: fc.integer({ min: 20, max: 23 }),
    from: hour,
    length: fc.integer({ min: 1, max: 9 }),
    skilled: fc.boolean(),
    headcount: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(
      fc.array(shift, { minLength: 1, maxLength: 14 }),
      fc.integer({ min: 1, max: 6 }),
      (shifts, people) => {
        const plan = aRosterPlan();
        const profile = plan.profile();
        for (let index = 0; index < people; index += 1)
          plan.person({
            profileId: profile.id,
            skills: index % 2 === 0 ? [{ name: 'BAFA', expiresOn: null }] : [],
            ...(index === 0 ? { mostWeekMinutes: 600 } : {}),
          });
        for (const { day, from, length, skilled, headcount } of shifts) {
          const until = from + length;
          const clock = (hours: number) => `${String(hours % 24).padStart(2, '0')}:00`;
          plan.shift(clock(from), clock(until), {
            on: `2025-02-${day}`,
            headcount,
            post: plan.post({ skills: { mode: 'all', names: skilled ? ['BAFA'] : [] } }),
          });
        }
        const event = eventModel(plan.roster(), before);
        const answer = filled(event, 4_000);
        const assignments = answer.assignments.flatMap((numbers, person) =>
          numbers.map((number) => {
            const [shiftId, personId] = [event.shiftIds[number], event.personIds[person]];
            if (!shiftId || !personId) throw new Error('numbered');
            return anAssignment({ eventId: plan.event.id, shiftId, personId });
          }),
        );
        const conflicts = rosterConflicts(rosterOf({ ...plan.facts(), assignments }));
        expect(conflicts.filter(({ rule }) => kept.includes(rule))).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});
