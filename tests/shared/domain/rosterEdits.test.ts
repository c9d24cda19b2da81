import { mergeWithPeople, momentWithin, repeatedShifts, splitWithPeople } from '@shared/domain/rosterEdits';
import { describe, expect, it } from 'vitest';
import { anAssignment, anId, aShift } from '../../support/builders';

const zone = 'Pacific/Noumea';
const shift = aShift({ pauseMinutes: 20, headcount: 2 });

describe('a shift repeated', () => {
  it('stands on each following day up to the last one, at the same hours', () => {
    const made = repeatedShifts(shift, '2025-02-24', zone, anId);
    expect(made.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      ['2025-02-22T22:00Z', '2025-02-23T02:00Z'],
      ['2025-02-23T22:00Z', '2025-02-24T02:00Z'],
    ]);
    expect(new Set([shift.id, ...made.map(({ id }) => id)]).size).toBe(3);
  });

  it('makes nothing for a day that is not later, and sixty at most', () => {
    expect(repeatedShifts(shift, '2025-02-22', zone, anId)).toEqual([]);
    expect(repeatedShifts(shift, '2030-01-01', zone, anId)).toHaveLength(60);
  });
});

describe('a shift split', () => {
  it('is held on both sides by the same people; what was accepted stays with the first', () => {
    const accepted = [{ rule: 'dayHours', by: 'Agent 01', reason: 'ok', at: '2025-02-01T00:00Z' }] as const;
    const held = [anAssignment({ shiftId: shift.id, isLocked: true, accepted: [...accepted] })];
    const split = splitWithPeople(shift, held, '2025-02-22T00:00Z', anId);
    expect(split?.shifts.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      ['2025-02-21T22:00Z', '2025-02-22T00:00Z'],
      ['2025-02-22T00:00Z', '2025-02-22T02:00Z'],
    ]);
    expect(split?.added).toHaveLength(1);
    expect(split?.added[0]).toMatchObject({
      shiftId: split?.shifts[1].id,
      personId: held[0]?.personId,
      isLocked: true,
      accepted: [],
    });
  });

  it('is not split at its ends', () => {
    expect(splitWithPeople(shift, [], shift.startsAt, anId)).toBeNull();
    expect(splitWithPeople(shift, [], shift.endsAt, anId)).toBeNull();
  });

  it('finds the moment of a time after midnight', () => {
    const night = aShift({ startsAt: '2025-02-22T11:00Z', endsAt: '2025-02-22T15:00Z' });
    expect(momentWithin(night, '00:30', zone)).toBe('2025-02-22T13:30Z');
    expect(momentWithin(night, '22:00', zone)).toBeNull();
    expect(momentWithin(night, '12:00', zone)).toBeNull();
  });
});

describe('two shifts merged', () => {
  const next = aShift({ ...shift, id: aShift().id, startsAt: shift.endsAt, endsAt: '2025-02-22T06:00Z' });

  it('are held by whoever held either, once', () => {
    const [both, alsoBoth, second] = [
      anAssignment({ shiftId: shift.id }),
      anAssignment({ shiftId: next.id }),
      anAssignment({ shiftId: next.id }),
    ];
    const held = [both, { ...alsoBoth, personId: both.personId }, second];
    const merge = mergeWithPeople(next, shift, held);
    expect(merge).toMatchObject({
      removedShiftId: next.id,
      moved: [second.id],
      removed: [alsoBoth.id],
    });
    expect(merge?.shift).toMatchObject({ id: shift.id, startsAt: shift.startsAt, endsAt: next.endsAt });
  });

  it('must touch, and be of one post', () => {
    const later = { ...next, startsAt: '2025-02-22T03:00Z' };
    expect(mergeWithPeople(shift, later, [])).toBeNull();
    expect(mergeWithPeople(shift, { ...next, postId: aShift().postId }, [])).toBeNull();
  });
});
