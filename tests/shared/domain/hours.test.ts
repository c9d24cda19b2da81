import type { Assignment, Presence } from '@shared/domain/assignment';
import { expectedPresence } from '@shared/domain/assignment';
import { decimalHours, fairnessOf, hoursByTeam, hoursOf, sumOfHours } from '@shared/domain/hours';
import type { RosterFacts } from '@shared/domain/roster';
import { describe, expect, it } from 'vitest';
import { aSmallRoster } from '../../support/aRoster';
import { anAssignment, anEvent, aPost, aShift } from '../../support/builders';

const small = aSmallRoster();
const noted = (index: number, presence: Partial<Presence>): RosterFacts => {
  const assignments = small.facts.assignments.map((assignment, at): Assignment =>
    at === index ? { ...assignment, presence: { ...expectedPresence, ...presence } } : assignment,
  );
  return { ...small.facts, assignments };
};
const rowOf = (facts: RosterFacts, name: string) => {
  const row = hoursOf(facts).find((each) => each.name === name);
  if (!row) throw new Error(name);
  return row;
};

describe('planned hours', () => {
  it('are the shifts without their pauses', () => {
    // Ana: 9 to 13 h less 30 min, then 13 to 17 h: 3 h 30 and 4 h. Her contract is 6 h a week, an hour of hers is 2 000.
    expect(rowOf(small.facts, 'Ana')).toEqual({
      personId: small.people[0]?.id,
      name: 'Ana',
      team: 'Accueil',
      profile: 'Agent public',
      shifts: 2,
      firstOn: '2025-02-22',
      lastOn: '2025-02-22',
      plannedMinutes: 450,
      workedMinutes: 0,
      shiftsToNote: 2,
      absences: 0,
      weeks: 1,
      contractMinutes: 360,
      weekMinutes: 450,
      overtimeMinutes: 90,
      plannedCostMinor: 15_000,
      workedCostMinor: 0,
    });
    expect(hoursOf(small.facts).map(({ name }) => name)).toEqual(['Ana', 'Bruno', 'Chloé']);
  });

  it('of a volunteer cost nothing that is known, and have no contract', () => {
    expect(rowOf(small.facts, 'Bruno')).toMatchObject({
      plannedMinutes: 210,
      contractMinutes: null,
      overtimeMinutes: null,
      plannedCostMinor: null,
    });
  });

  it('of a night that ends on Sunday count in the week in which they began', () => {
    // 22 h on Saturday to 2 h on Sunday.
    expect(rowOf(small.facts, 'Chloé')).toMatchObject({
      plannedMinutes: 240,
      weeks: 1,
      lastOn: '2025-02-22',
    });
  });
});

describe('worked hours', () => {
  it('follow the times that were noted', () => {
    // Came at 9.30, left at 12: 150 minutes less the pause of 30.
    const facts = noted(0, {
      status: 'left',
      arrivedAt: '2025-02-21T22:30Z',
      leftAt: '2025-02-22T01:00Z',
    });
    expect(rowOf(facts, 'Ana')).toMatchObject({
      plannedMinutes: 450,
      workedMinutes: 120,
      shiftsToNote: 1,
      // 120 worked, 240 still planned: within the contract.
      weekMinutes: 360,
      overtimeMinutes: 0,
      workedCostMinor: 4_000,
    });
  });

  it('of somebody absent are none, and stay planned', () => {
    expect(rowOf(noted(0, { status: 'absent' }), 'Ana')).toMatchObject({
      plannedMinutes: 450,
      workedMinutes: 0,
      absences: 1,
      shiftsToNote: 1,
      weekMinutes: 240,
    });
  });

  it('of somebody replaced are their substitute’s', () => {
    const [ana, , , david] = small.people;
    const replaced = noted(0, { status: 'replaced', replacedById: david?.id ?? null });
    const [morning] = small.shifts;
    const facts = {
      ...replaced,
      assignments: [
        ...replaced.assignments,
        anAssignment({
          eventId: small.event.id,
          ...(morning && { shiftId: morning.id }),
          ...(david && { personId: david.id }),
          presence: { ...expectedPresence, status: 'arrived' },
        }),
      ],
    };
    expect(ana?.name).toBe('Ana');
    expect(rowOf(facts, 'Ana')).toMatchObject({ shifts: 1, plannedMinutes: 240, absences: 0 });
    expect(rowOf(facts, 'David')).toMatchObject({ shifts: 1, plannedMinutes: 210, workedMinutes: 210 });
    // In all, as much as before: 450 and 210 and 240.
    expect(sumOfHours(hoursOf(facts)).plannedMinutes).toBe(900);
  });
});

it('the week counts shifts at other events, the hours of this event do not', () => {
  const other = anEvent({ opensAt: '2025-02-19T22:00Z', closesAt: '2025-02-20T06:00Z' });
  const post = aPost({ eventId: other.id });
  const wednesday = aShift({
    eventId: other.id,
    postId: post.id,
    startsAt: '2025-02-18T22:00Z',
    endsAt: '2025-02-19T00:00Z',
  });
  const before = {
    ...wednesday,
    id: aShift().id,
    startsAt: '2025-02-11T22:00Z',
    endsAt: '2025-02-12T00:00Z',
  };
  const [ana] = small.people;
  const on = (shift: typeof wednesday) =>
    anAssignment({ eventId: other.id, shiftId: shift.id, ...(ana && { personId: ana.id }) });
  const facts: RosterFacts = {
    ...small.facts,
    events: [...small.facts.events, other],
    posts: [...small.facts.posts, post],
    shifts: [...small.facts.shifts, wednesday, before],
    assignments: [...small.facts.assignments, on(wednesday), on(before)],
  };
  // 450 here and 120 on Wednesday; the week before is not concerned.
  expect(rowOf(facts, 'Ana')).toMatchObject({
    plannedMinutes: 450,
    weeks: 1,
    weekMinutes: 570,
    overtimeMinutes: 210,
  });
});

describe('sums', () => {
  it('are those of the rows, costs of those that are known', () => {
    expect(sumOfHours(hoursOf(small.facts))).toEqual({
      people: 3,
      shifts: 4,
      plannedMinutes: 900,
      workedMinutes: 0,
      shiftsToNote: 4,
      absences: 0,
      overtimeMinutes: 90,
      // 450 and 240 minutes at 2 000 an hour.
      plannedCostMinor: 23_000,
      workedCostMinor: 0,
      uncosted: 1,
    });
    expect(sumOfHours([])).toMatchObject({ people: 0, plannedCostMinor: null });
  });

  it('by team', () => {
    expect(
      hoursByTeam(hoursOf(small.facts)).map(({ team, sum }) => [team, sum.people, sum.plannedMinutes]),
    ).toEqual([
      ['Accueil', 2, 660],
      ['Technique', 1, 240],
    ]);
  });

  it('say how evenly the hours are shared', () => {
    // 450, 210 and 240: mean 300, deviations 150, -90, -60, variance 34 200 / 3.
    expect(fairnessOf(hoursOf(small.facts))).toEqual({
      leastMinutes: 210,
      mostMinutes: 450,
      meanMinutes: 300,
      spreadMinutes: Math.sqrt(11_400),
    });
    expect(fairnessOf([])).toBe(null);
  });
});

it('decimal hours are rounded to the hundredth', () => {
  expect([0, 1, 20, 90, 100].map(decimalHours)).toEqual([0, 0.02, 0.33, 1.5, 1.67]);
});
