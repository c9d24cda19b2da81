import { expectedPresence, type Presence } from '@shared/domain/assignment';
import {
  dayToShow,
  freeNow,
  missingNow,
  momentNear,
  momentWithin,
  notedPresence,
  rosterDays,
  rowsOfDay,
  substitutesFor,
  withArrival,
  withDeparture,
} from '@shared/domain/presenceBoard';
import { type RosterFacts, rosterOf } from '@shared/domain/roster';
import { describe, expect, it } from 'vitest';
import { aSmallRoster } from '../../support/aRoster';

const { facts, shifts, people, assignments } = aSmallRoster();
const roster = rosterOf(facts);
const [morning, , night] = shifts;
if (!morning || !night) throw new Error('a roster without shifts');
const withPresence = (index: number, presence: Partial<Presence>): RosterFacts => ({
  ...facts,
  assignments: facts.assignments.map((assignment, at) =>
    at === index ? { ...assignment, presence: { ...expectedPresence, ...presence } } : assignment,
  ),
});
const names = (rows: readonly { member: { name: string } }[]) => rows.map(({ member }) => member.name);

describe('the day', () => {
  it('shown first is today, else the next one, else the last', () => {
    const days = ['2025-02-21', '2025-02-23'];
    expect(
      ['2025-02-20', '2025-02-21', '2025-02-22', '2025-03-01'].map((day) => dayToShow(days, day)),
    ).toEqual(['2025-02-21', '2025-02-21', '2025-02-23', '2025-02-23']);
    expect(dayToShow([], '2025-02-20')).toBe(null);
    expect(rosterDays(roster)).toEqual(['2025-02-22']);
  });

  it('is called out by time', () => {
    expect(names(rowsOfDay(facts, '2025-02-22'))).toEqual(['Ana', 'Bruno', 'Ana', 'Chloé']);
    expect(rowsOfDay(facts, '2025-02-23')).toEqual([]);
  });
});

describe('noting', () => {
  const left: Presence = {
    status: 'left',
    arrivedAt: '2025-02-21T22:05Z',
    leftAt: '2025-02-22T01:00Z',
    replacedById: null,
    note: 'Badge rendu',
  };
  it('takes away what no longer holds, and keeps the note', () => {
    expect(notedPresence(left, 'expected', null)).toEqual({ ...expectedPresence, note: 'Badge rendu' });
    expect(notedPresence(left, 'arrived', null)).toEqual({ ...left, status: 'arrived', leftAt: null });
    expect(notedPresence(left, 'absent', null)).toEqual({
      ...expectedPresence,
      status: 'absent',
      note: 'Badge rendu',
    });
    expect(notedPresence(expectedPresence, 'late', '2025-02-21T22:20Z')).toMatchObject({
      status: 'late',
      arrivedAt: '2025-02-21T22:20Z',
    });
  });

  it('never lets anybody leave before they came', () => {
    expect(notedPresence(left, 'left', '2025-02-21T22:00Z')).toMatchObject({
      arrivedAt: null,
      leftAt: '2025-02-21T22:00Z',
    });
  });

  it('calls an arrival late from ten minutes on', () => {
    const arrived = (at: string) => withArrival(expectedPresence, morning, at).status;
    expect(['2025-02-21T21:50Z', '2025-02-21T22:09Z', '2025-02-21T22:10Z'].map(arrived)).toEqual([
      'arrived',
      'arrived',
      'late',
    ]);
    expect(withArrival(left, morning, '2025-02-21T22:30Z').status).toBe('left');
    expect(withDeparture(expectedPresence, '2025-02-22T01:00Z').status).toBe('left');
    expect(withDeparture(left, null)).toMatchObject({ status: 'arrived', leftAt: null });
  });

  it('takes the clock only within the shift', () => {
    expect(
      ['2025-02-21T22:00Z', '2025-02-21T22:01Z', '2025-02-22T02:00Z'].map((now) =>
        momentWithin(morning, now),
      ),
    ).toEqual([null, '2025-02-21T22:01Z', null]);
  });

  it('finds the day of a typed time that is nearest to the shift', () => {
    const near = (time: string) => momentNear(night, time, 'Pacific/Noumea');
    // The shift goes from 22 h to 2 h.
    expect(['21:45', '22:15', '01:30', '02:20'].map(near)).toEqual([
      '2025-02-22T10:45Z',
      '2025-02-22T11:15Z',
      '2025-02-22T14:30Z',
      '2025-02-22T15:20Z',
    ]);
    // In Paris the clocks jump over 2.30 on that night.
    const inParis = { startsAt: '2025-03-29T23:00Z', endsAt: '2025-03-30T03:00Z' };
    expect(momentNear(inParis, '02:30', 'Europe/Paris')).not.toBe('2025-03-30T01:30Z');
  });
});

describe('at this minute', () => {
  it('those are missing who are expected and not noted', () => {
    expect(names(missingNow(facts, '2025-02-21T22:00Z'))).toEqual(['Ana', 'Bruno']);
    expect(names(missingNow(withPresence(0, { status: 'arrived' }), '2025-02-21T22:00Z'))).toEqual(['Bruno']);
    expect(names(missingNow(facts, '2025-02-22T06:00Z'))).toEqual([]);
  });

  it('those are free who work today and not now, the longest first', () => {
    const free = (at: string, given = facts) =>
      freeNow(rosterOf(given), given, at).map(({ member, until }) => [member.name, until]);
    expect(free('2025-02-21T23:00Z')).toEqual([['Chloé', '2025-02-22T11:00Z']]);
    expect(free('2025-02-22T03:00Z')).toEqual([
      ['Bruno', null],
      ['Chloé', '2025-02-22T11:00Z'],
    ]);
    expect(free('2025-02-22T03:00Z', withPresence(1, { status: 'absent' }))).toEqual([
      ['Chloé', '2025-02-22T11:00Z'],
    ]);
  });

  it('a substitute is free at those hours, of the same team first', () => {
    const slot = roster.slotOf.get(morning.id);
    const [, bruno] = assignments;
    if (!slot || !bruno) throw new Error('no slot');
    expect(
      substitutesFor(roster, slot, bruno).map(({ member, isSameTeam }) => [member.name, isSameTeam]),
    ).toEqual([
      ['David', true],
      ['Chloé', false],
    ]);
    expect(people).toHaveLength(4);
  });
});
