import { countdown, type EventHealth, healthOf } from '@shared/domain/eventHealth';
import type { HostRequest, PlannedEvent } from '@shared/domain/plannedEvent';
import { describe, expect, it } from 'vitest';
import { anEvent, anId, anIndicator } from '../../support/builders';

/** Saturday 22 February 2025; lacks nothing. */
const event = anEvent({
  status: 'confirmed',
  contacts: [{ id: anId(), function: 'Régisseur', name: '', organisation: '', phone: '', email: '' }],
  objectives: [{ id: anId(), title: 'Faire découvrir', indicators: [anIndicator()] }],
});
const asked: HostRequest = { id: anId(), subject: 'Accès', status: 'asked', changedOn: null, answer: '' };
const health = (of: PlannedEvent, today: string, overdue = 0): EventHealth =>
  healthOf(of, { overdue }, today);
const well: EventHealth = { level: 'ok', reasons: [] };

describe('the health of an event', () => {
  it('is good while nothing is wrong', () => {
    expect(health(event, '2024-12-01')).toEqual(well);
    expect(health(event, '2025-02-22')).toEqual(well);
  });

  it('is bad with a late task or an indicator that nobody measures', () => {
    const gap = {
      ...event,
      objectives: [{ id: anId(), title: 'Satisfaire', indicators: [anIndicator({ meansOfMeasure: '' })] }],
    };
    expect(health(gap, '2024-12-01', 2)).toEqual({
      level: 'alert',
      reasons: [
        { kind: 'overdueTasks', level: 'alert', count: 2 },
        { kind: 'redGaps', level: 'alert', count: 1 },
      ],
    });
  });

  it('turns from a warning to an alert when a host has not answered two weeks before', () => {
    const stand = anEvent({ ...event, role: 'participant', hostRequests: [asked] });
    const waiting = (level: 'warn' | 'alert') => ({
      level,
      reasons: [{ kind: 'hostRequests', level, count: 1 }],
    });
    expect(health(stand, '2025-02-07')).toEqual(waiting('warn'));
    expect(health(stand, '2025-02-08')).toEqual(waiting('alert'));
    expect(health(stand, '2025-02-22')).toEqual(waiting('alert'));
    expect(health(stand, '2025-02-23')).toEqual(well);
    expect(health({ ...stand, role: 'organiser' }, '2025-02-08')).toEqual(well);
  });

  it('warns of what the sheet lacks from two months before to the day', () => {
    const bare = { ...event, contacts: [], expectedAttendancePeople: null };
    const missing: EventHealth = { level: 'warn', reasons: [{ kind: 'missing', level: 'warn', count: 2 }] };
    expect(health(bare, '2024-12-23')).toEqual(well);
    expect(health(bare, '2024-12-24')).toEqual(missing);
    expect(health(bare, '2025-02-22')).toEqual(missing);
    expect(health(bare, '2025-02-23')).toEqual(well);
  });

  it('asks to close an event two days after its last day, not its first', () => {
    const toClose: EventHealth = { level: 'warn', reasons: [{ kind: 'toClose', level: 'warn', count: 1 }] };
    expect(health(event, '2025-02-23')).toEqual(well);
    expect(health(event, '2025-02-24')).toEqual(toClose);
    const long = { ...event, closesAt: '2025-03-09T06:00Z', teardown: null };
    expect(health(long, '2025-03-10')).toEqual(well);
    expect(health(long, '2025-03-11')).toEqual(toClose);
    expect(health({ ...event, status: 'closed' }, '2025-03-11')).toEqual(well);
    expect(health({ ...event, status: 'idea' }, '2025-03-11')).toEqual(well);
  });

  it('of a repeated meeting is asked until its last time', () => {
    const meeting = anEvent({
      ...event,
      kind: 'meeting',
      repetition: { frequency: 'weekly', every: 1, untilOn: '2025-06-28', exceptions: [] },
    });
    expect(health(meeting, '2025-06-29')).toEqual(well);
    expect(health(meeting, '2025-06-30')).toEqual({
      level: 'warn',
      reasons: [{ kind: 'toClose', level: 'warn', count: 1 }],
    });
  });

  it('is good once the event is evaluated or given up', () => {
    const bad = { ...event, contacts: [], objectives: [] };
    expect(health({ ...bad, status: 'evaluated' }, '2025-03-30', 5)).toEqual(well);
    expect(health({ ...bad, status: 'cancelled' }, '2025-02-01', 5)).toEqual(well);
  });
});

describe('the countdown', () => {
  it.each([
    ['2025-02-21', 1],
    ['2025-02-22', 0],
    ['2025-02-23', -1],
  ])('on %s is %i days', (today, expected) => {
    expect(countdown(event, today)).toBe(expected);
  });
});
