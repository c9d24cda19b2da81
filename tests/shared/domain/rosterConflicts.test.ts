import type { WorkProfile } from '@shared/domain/workProfile';
import {
  type Conflict,
  conflictsIfAssigned,
  openConflicts,
  refusals,
  rosterConflicts,
} from '@shared/domain/rosterConflicts';
import { describe, expect, it, test } from 'vitest';
import { anId, aPost } from '../../support/builders';
import { aRosterPlan, noumea } from '../../support/rosters';

/** No rule but the one under test. */
const free: Partial<WorkProfile> = {
  dayMinutes: null,
  spanMinutes: 720,
  dailyRestMinutes: 660,
  weeklyRestMinutes: null,
  weekMinutes: null,
  rolling: null,
  pause: null,
  night: null,
};

/** Rule, amount beyond the limit, limit. */
const told = (conflicts: readonly Conflict[]) =>
  conflicts.map(({ rule, amount, limit }) => [rule, amount, limit]);

function planWith(rules: Partial<WorkProfile> = {}) {
  const plan = aRosterPlan();
  const profile = plan.profile({ ...free, ...rules });
  return { plan, person: plan.person({ profileId: profile.id }) };
}

describe('working time', () => {
  test.each([
    ['ends when the other begins: nothing', '13:00', []],
    ['begins a quarter before the other ends', '12:45', [['doubleBooked', 15, 0]]],
  ] as const)('a second shift that %s', (_what, from, conflicts) => {
    const { plan, person } = planWith();
    plan.shift('09:00', '13:00', { who: [person] });
    plan.shift(from, '15:00', { who: [person] });
    expect(told(rosterConflicts(plan.roster()))).toEqual(conflicts);
  });

  test.each([
    ['11 h', '08:00', []],
    ['10 h 45', '07:45', [['shortRest', 15, 660]]],
  ] as const)('%s of rest from one day to the next', (_rest, from, conflicts) => {
    const { plan, person } = planWith();
    plan.shift('13:00', '21:00', { on: '2025-02-21', who: [person] });
    plan.shift(from, '12:00', { who: [person] });
    expect(told(rosterConflicts(plan.roster()))).toEqual(conflicts);
  });

  it('without a span, any two shifts need the daily rest between them', () => {
    const { plan, person } = planWith({ spanMinutes: null });
    plan.shift('08:00', '10:00', { who: [person] });
    plan.shift('14:00', '16:00', { who: [person] });
    expect(told(rosterConflicts(plan.roster()))).toEqual([['shortRest', 420, 660]]);
  });

  test.each([
    ['20:00', []],
    ['20:15', [['dailySpan', 15, 720]]],
  ] as const)('a day from 8 to %s', (until, conflicts) => {
    const { plan, person } = planWith();
    plan.shift('08:00', '10:00', { who: [person] });
    plan.shift('18:00', until, { who: [person] });
    expect(told(rosterConflicts(plan.roster()))).toEqual(conflicts);
  });

  it('hours of the day leave the pauses out, and the person’s own limit counts when it is lower', () => {
    const { plan, person } = planWith({ dayMinutes: 600 });
    plan.shift('07:00', '18:20', { pauseMinutes: 80, who: [person] });
    expect(told(rosterConflicts(plan.roster()))).toEqual([]);
    const own = plan.person({ profileId: person.profileId, mostDayMinutes: 300 });
    plan.shift('07:00', '13:00', { who: [own] });
    expect(told(rosterConflicts(plan.roster()))).toEqual([['dayHours', 60, 300]]);
  });

  it('hours of a week count other events, and what only concerns them is not told here', () => {
    const { plan, person } = planWith({ weekMinutes: 600 });
    const other = plan.elsewhere();
    const there = plan.post({ eventId: other.id });
    plan.shift('08:00', '16:00', { on: '2025-02-18', post: there, who: [person] });
    expect(told(rosterConflicts(plan.roster()))).toEqual([]);
    plan.shift('09:00', '12:00', { who: [person] });
    expect(told(rosterConflicts(plan.roster()))).toEqual([['weekHours', 60, 600]]);
  });

  it('a week begins on Monday', () => {
    const { plan, person } = planWith({ weekMinutes: 600 });
    plan.shift('08:00', '16:00', { on: '2025-02-23', who: [person] });
    plan.shift('08:00', '16:00', { on: '2025-02-24', who: [person] });
    expect(told(rosterConflicts(plan.roster()))).toEqual([]);
  });

  it('the average of several weeks', () => {
    const { plan, person } = planWith({ rolling: { weeks: 2, averageMinutes: 480 } });
    plan.shift('08:00', '17:00', { on: '2025-02-11', who: [person] });
    plan.shift('08:00', '16:00', { on: '2025-02-18', who: [person] });
    expect(told(rosterConflicts(plan.roster()))).toEqual([['rollingHours', 60, 960]]);
  });

  it('a weekly rest of 35 h in the week of each shift', () => {
    const { plan, person } = planWith({ weeklyRestMinutes: 2_100 });
    for (const day of [17, 18, 19, 20, 21, 22, 23])
      plan.shift('08:00', '16:00', { on: `2025-02-${day}`, who: [person] });
    plan.shift('08:00', '16:00', { on: '2025-02-24', who: [person] });
    expect(told(rosterConflicts(plan.roster()))).toEqual([['weeklyRest', 2_100 - 960, 2_100]]);
  });

  test.each([
    ['6 h without a pause', '14:00', 0, []],
    ['6 h 15 without a pause', '14:15', 0, [['missingPause', 20, 20]]],
    ['6 h 15 with one', '14:15', 20, []],
  ] as const)('%s', (_what, until, pauseMinutes, conflicts) => {
    const { plan, person } = planWith({ pause: { afterMinutes: 360, pauseMinutes: 20 } });
    plan.shift('08:00', until, { pauseMinutes, who: [person] });
    expect(told(rosterConflicts(plan.roster()))).toEqual(conflicts);
  });

  it('shifts that follow each other are one stretch of work', () => {
    const { plan, person } = planWith({ pause: { afterMinutes: 360, pauseMinutes: 20 } });
    plan.shift('08:00', '12:00', { who: [person] });
    plan.shift('12:10', '15:00', { who: [person] });
    expect(told(rosterConflicts(plan.roster()))).toEqual([['missingPause', 20, 20]]);
  });

  it('night across midnight, in the clocks of the event', () => {
    const { plan, person } = planWith({ night: { from: '22:00', until: '06:00', mostMinutes: 60 } });
    plan.shift('18:00', '00:30', { who: [person] });
    expect(told(rosterConflicts(plan.roster()))).toEqual([['night', 90, 60]]);
  });

  it('a way between two places that is longer than the time between', () => {
    const { plan, person } = planWith();
    plan.shift('08:00', '10:00', { post: plan.post({ place: 'Dock socioculturel' }), who: [person] });
    plan.shift('10:15', '12:00', { post: plan.post({ place: 'Stade' }), who: [person] });
    const way = { id: anId(), from: 'stade', to: 'Dock socioculturel', source: '', checkedOn: null };
    expect(told(rosterConflicts(plan.roster([{ ...way, minutes: 20 }])))).toEqual([['travel', 5, 20]]);
    expect(told(rosterConflicts(plan.roster([{ ...way, minutes: 15 }])))).toEqual([]);
  });
});

describe('who may hold a shift', () => {
  test.each([
    ['has the skill, spelt otherwise', [{ name: 'psc1', expiresOn: null }], []],
    ['has none', [], ['missingSkill']],
    ['has it until that day', [{ name: 'PSC1', expiresOn: '2025-02-22' }], []],
    ['had it until the day before', [{ name: 'PSC1', expiresOn: '2025-02-21' }], ['expiredSkill']],
  ] as const)('somebody who %s', (_who, skills, rules) => {
    const plan = aRosterPlan();
    const person = plan.person({ skills: [...skills] });
    const post = plan.post({ skills: { mode: 'all', names: ['PSC1'] } });
    plan.shift('09:00', '13:00', { post, who: [person] });
    expect(rosterConflicts(plan.roster()).map(({ rule }) => rule)).toEqual(rules);
  });

  it('any of several skills is enough where any will do', () => {
    const plan = aRosterPlan();
    const person = plan.person({ skills: [{ name: 'SST', expiresOn: null }] });
    const shift = (mode: 'any' | 'all') =>
      plan.shift('09:00', '13:00', {
        on: mode === 'any' ? '2025-02-22' : '2025-02-23',
        post: plan.post({ skills: { mode, names: ['PSC1', 'SST'] } }),
        who: [person],
      });
    shift('any');
    const all = shift('all');
    expect(
      rosterConflicts(plan.roster()).map(({ rule, about, shiftIds }) => [rule, about, shiftIds]),
    ).toEqual([['missingSkill', 'PSC1', [all.id]]]);
  });

  it('age is counted on the day of the shift, in the place of the event', () => {
    const plan = aRosterPlan();
    const adults = plan.profile({ ...free, youngest: 18 });
    const person = plan.person({ bornOn: '2007-02-23', profileId: adults.id });
    plan.shift('09:00', '13:00', { post: plan.post({ minimumAge: 18 }), who: [person] });
    plan.shift('09:00', '13:00', { on: '2025-02-23', post: plan.post({ minimumAge: 18 }), who: [person] });
    expect(told(rosterConflicts(plan.roster()))).toEqual([
      ['tooYoung', 1, 18],
      ['wrongProfile', 1, 18],
    ]);
  });

  it('a skill that the profile forbids', () => {
    const { plan, person: minor } = planWith({ forbiddenSkills: ['Permis BE'] });
    const van = plan.post({ skills: { mode: 'all', names: ['permis be'] } });
    plan.shift('09:00', '11:00', { post: van, who: [minor] });
    expect(rosterConflicts(plan.roster()).map(({ rule }) => rule)).toEqual([
      'missingSkill',
      'forbiddenSkill',
    ]);
  });

  it('absence, hours of the week and an answer', () => {
    const plan = aRosterPlan();
    const absent = plan.person({
      absences: [
        { startsAt: noumea('2025-02-22', '12:00'), endsAt: noumea('2025-02-22', '18:00'), reason: 'Examen' },
      ],
    });
    const evenings = plan.person({
      weeklyHours: [{ weekday: 6, from: '10:00', until: '02:00' }],
    });
    const no = plan.person({ answers: [{ eventId: plan.event.id, answer: 'no' }] });
    plan.shift('09:00', '13:00', { who: [absent, evenings, no] });
    expect(rosterConflicts(plan.roster()).map(({ rule, amount, about }) => [rule, amount, about])).toEqual([
      ['unavailable', 60, 'Examen'],
      ['outsideHours', 60, ''],
      ['declined', 0, ''],
    ]);
    const past = aRosterPlan();
    past.shift('23:00', '02:00', { who: [past.person({ weeklyHours: evenings.weeklyHours })] });
    expect(rosterConflicts(past.roster())).toEqual([]);
  });
});

describe('several people', () => {
  it('kept apart are not on one post at a time, and are told once', () => {
    const plan = aRosterPlan();
    const one = plan.person();
    const other = plan.person({ apart: [one.id] });
    plan.shift('09:00', '13:00', { who: [one, other] });
    plan.shift('14:00', '16:00', { who: [one] });
    plan.shift('14:00', '16:00', { who: [other] });
    expect(rosterConflicts(plan.roster()).map(({ rule, personIds }) => [rule, personIds])).toEqual([
      ['apart', [one.id, other.id]],
    ]);
  });

  it('wished together and planned alone is a wish, not a breach', () => {
    const plan = aRosterPlan();
    const one = plan.person();
    plan.person({ together: [one.id] });
    plan.shift('09:00', '13:00', { who: [one] });
    const conflicts = rosterConflicts(plan.roster());
    expect(conflicts.map(({ rule, isWish }) => [rule, isWish])).toEqual([['notTogether', true]]);
    expect(openConflicts(conflicts)).toEqual([]);
  });

  it('too few and too many on a shift; the absent are not there', () => {
    const plan = aRosterPlan();
    const [one, other] = [plan.person(), plan.person()];
    plan.shift('09:00', '10:00', { headcount: 1, who: [one, other] });
    const few = plan.shift('11:00', '12:00', { headcount: 3, who: [one] });
    plan.assign(few, other, {
      presence: { status: 'absent', arrivedAt: null, leftAt: null, replacedById: null, note: '' },
    });
    expect(told(rosterConflicts(plan.roster()))).toEqual([
      ['overStaffed', 1, 1],
      ['underStaffed', 2, 3],
    ]);
  });
});

describe('an exception', () => {
  it('that somebody accepted is remembered with the conflict, and asks for no decision', () => {
    const { plan, person } = planWith();
    plan.shift('13:00', '21:00', { on: '2025-02-21', who: [person] });
    const next = plan.shift('07:00', '12:00');
    const accepted = {
      rule: 'shortRest',
      by: 'Agent 01',
      reason: 'Seul habilité',
      at: noumea('2025-02-20', '10:00'),
    } as const;
    plan.assign(next, person, { accepted: [accepted] });
    const conflicts = rosterConflicts(plan.roster());
    expect(conflicts.map((conflict) => [conflict.rule, conflict.accepted])).toEqual([
      ['shortRest', accepted],
    ]);
    expect(openConflicts(conflicts)).toEqual([]);
  });
});

describe('what would be wrong if somebody held a shift', () => {
  it('is what would be told afterwards, and only what it brings', () => {
    const { plan, person } = planWith({ weekMinutes: 480 });
    plan.shift('08:00', '14:00', { on: '2025-02-20', who: [person] });
    plan.shift('08:00', '12:00', { on: '2025-02-20', who: [person] });
    const wanted = plan.shift('09:00', '12:00');
    const roster = plan.roster();
    const slot = roster.slotOf.get(wanted.id);
    expect(told(slot ? conflictsIfAssigned(roster, person.id, slot) : [])).toEqual([['weekHours', 300, 480]]);
  });

  it('leaves out what is given up for it', () => {
    const { plan, person } = planWith();
    const held = plan.shift('09:00', '13:00');
    const given = plan.assign(held, person);
    const wanted = plan.shift('10:00', '12:00');
    const roster = plan.roster();
    const slot = roster.slotOf.get(wanted.id);
    expect(told(slot ? conflictsIfAssigned(roster, person.id, slot) : [])).toEqual([
      ['doubleBooked', 120, 0],
    ]);
    expect(told(slot ? conflictsIfAssigned(roster, person.id, slot, [given.id]) : [])).toEqual([]);
  });

  it('of the shift alone are the refusals', () => {
    const plan = aRosterPlan();
    const person = plan.person();
    plan.shift('09:00', '13:00', { who: [person] });
    const wanted = plan.shift('09:00', '13:00', {
      post: plan.post({ skills: { mode: 'all', names: ['PSC1'] } }),
    });
    const roster = plan.roster();
    const slot = roster.slotOf.get(wanted.id);
    expect((slot ? refusals(roster, person.id, slot) : []).map(({ rule }) => rule)).toEqual(['missingSkill']);
  });
});

it('records that point to nothing hold nothing up', () => {
  const plan = aRosterPlan();
  plan.shift('09:00', '13:00', { post: aPost({ eventId: plan.event.id }) });
  expect(rosterConflicts(plan.roster())).toEqual([]);
});
