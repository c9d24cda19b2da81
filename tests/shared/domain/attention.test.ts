import { type Attention, attentionOf } from '@shared/domain/attention';
import { emptyReport } from '@shared/domain/eventReport';
import type { HostRequest, PlannedEvent } from '@shared/domain/plannedEvent';
import type { Task } from '@shared/domain/task';
import { describe, expect, it } from 'vitest';
import { anEvent, anId, anIndicator, aTask } from '../../support/builders';

const today = '2025-02-10';
const attention = (known: Partial<Parameters<typeof attentionOf>[0]>, on = today): Attention[] =>
  attentionOf({ tasks: [], events: [], reports: [], today: on, ...known });
const event = anEvent();
const measuring = (...indicators: Parameters<typeof anIndicator>[0][]): PlannedEvent =>
  anEvent({ objectives: [{ id: anId(), title: 'Satisfaire', indicators: indicators.map(anIndicator) }] });

describe('what needs the coordinator', () => {
  it('is tasks late and due within a week, the latest first', () => {
    const due = (dueOn: string, fields: Partial<Task> = {}) => aTask({ dueOn, eventId: event.id, ...fields });
    const [late, later, now, week, after] = [
      due('2025-02-09'),
      due('2025-02-01'),
      due('2025-02-10'),
      due('2025-02-17'),
      due('2025-02-18'),
    ];
    const done = due('2025-02-09', { status: 'done', doneOn: '2025-02-09' });
    const alone = aTask({ dueOn: '2025-02-08' });
    expect(
      attention({ tasks: [late, later, now, week, after, done, alone, aTask()], events: [event] }),
    ).toEqual([
      { kind: 'overdueTask', task: later, event, lateDays: 9 },
      { kind: 'overdueTask', task: alone, event: null, lateDays: 2 },
      { kind: 'overdueTask', task: late, event, lateDays: 1 },
      { kind: 'dueTask', task: now, event, inDays: 0 },
      { kind: 'dueTask', task: week, event, inDays: 7 },
    ]);
  });

  it('is never the task of an event that was given up', () => {
    const cancelled = anEvent({ status: 'cancelled' });
    expect(
      attention({ tasks: [aTask({ eventId: cancelled.id, dueOn: today })], events: [cancelled] }),
    ).toEqual([]);
  });

  it('is what a host has not answered, and for how long it was asked', () => {
    const request = (status: HostRequest['status'], changedOn: string | null): HostRequest => ({
      id: anId(),
      subject: 'Accès',
      status,
      changedOn,
      answer: '',
    });
    const toAsk = request('toAsk', '2025-01-01');
    const asked = request('asked', '2025-02-03');
    const reminded = request('reminded', null);
    const hostRequests = [toAsk, asked, reminded, request('received', null), request('confirmed', null)];
    const stand = anEvent({ role: 'participant', hostRequests });
    expect(attention({ events: [stand, anEvent({ hostRequests })] })).toEqual([
      { kind: 'hostRequest', request: asked, event: stand, waitingDays: 7 },
      { kind: 'hostRequest', request: toAsk, event: stand, waitingDays: null },
      { kind: 'hostRequest', request: reminded, event: stand, waitingDays: null },
    ]);
  });

  it('is an indicator that nobody measures, before the event, and its missing value after', () => {
    const gap = measuring({ meansOfMeasure: '' }, {}, { meansOfMeasure: '', actual: 12 });
    const [unmeasured, waiting] = gap.objectives[0]?.indicators ?? [];
    const lines = (on: string) => attention({ events: [{ ...gap, reportDueOn: null }] }, on);
    const event = { ...gap, reportDueOn: null };
    expect(lines('2025-01-07')).toEqual([]);
    expect(lines('2025-01-08')).toEqual([{ kind: 'redGap', indicator: unmeasured, event, inDays: 45 }]);
    expect(lines('2025-02-22')).toEqual([{ kind: 'redGap', indicator: unmeasured, event, inDays: 0 }]);
    expect(lines('2025-02-23')).toEqual([{ kind: 'toMeasure', indicator: waiting, event, sinceDays: 1 }]);
  });

  it('is a report due within two weeks, until its summary is written', () => {
    const lines = (on: string, summary = '') =>
      attention({ events: [event], reports: [{ ...emptyReport(event.id), narratives: { summary } }] }, on);
    expect(lines('2025-03-06')).toEqual([]);
    expect(lines('2025-03-07')).toEqual([{ kind: 'reportDue', event, inDays: 14 }]);
    expect(lines('2025-03-25')).toEqual([{ kind: 'reportDue', event, inDays: -4 }]);
    expect(lines('2025-03-07', 'Une belle journée.')).toEqual([]);
    expect(attention({ events: [{ ...event, status: 'evaluated' }] }, '2025-03-07')).toEqual([]);
  });
});
