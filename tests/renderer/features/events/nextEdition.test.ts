import {
  copiedParts,
  nextEditionName,
  nextEditionOf,
  usualNextDay,
} from '@renderer/features/events/nextEdition';
import { type PlannedEvent, plannedEventSchema } from '@shared/domain/plannedEvent';
import { taskSchema } from '@shared/domain/task';
import { addDays, dayOf, daysBetween, weekdayOf } from '@shared/domain/time';
import { workCalendarOf } from '@shared/domain/workCalendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aTask, anEvent, anId, anIndicator, someSettings } from '../../../support/builders';

const calendar = workCalendarOf(someSettings(), []);
const outside = { calendar, newId: anId, now: '2025-03-01T00:00Z' };
const all = new Set(copiedParts);

function nextOf(event: PlannedEvent, tasks = [aTask({ eventId: event.id })], parts = all) {
  const opensOn = usualNextDay(event);
  return nextEditionOf({ event, tasks }, { name: event.name, edition: '2026', opensOn, parts }, outside);
}

describe('the next edition of an event', () => {
  it('keeps its weekday and its hours, a year later', () => {
    const { event } = nextOf(anEvent());
    expect([event.opensAt, event.closesAt, event.setUp, event.reportDueOn, event.status]).toEqual([
      '2026-02-20T22:00Z',
      '2026-02-21T06:00Z',
      { startsAt: '2026-02-20T02:00Z', endsAt: '2026-02-20T07:00Z' },
      '2026-03-20',
      'idea',
    ]);
  });

  it.each([
    ['2025', '2026'],
    ['3ᵉ édition', '4ᵉ édition'],
    ['1ʳᵉ', '2ᵉ'],
    ['1st', '2nd'],
    ['10th', '11th'],
    ['12th edition', '13th edition'],
    ['21st', '22nd'],
    ['', '2026'],
    ['printemps 2025, 2', '2026'],
  ])('is named after « %s »: « %s »', (edition, next) => {
    expect(nextEditionName(edition, '2026-02-21')).toBe(next);
  });

  it('leaves behind what happened: values, evidence, answers, files, ticks, tasks given up', () => {
    const indicators = [
      anIndicator({ actual: 1287, evidence: 'Compteurs du soir', measuredOn: '2025-02-22' }),
      anIndicator({ baseline: 54, actual: null }),
    ];
    const event = anEvent({
      role: 'participant',
      objectives: [{ id: anId(), title: 'Faire découvrir', indicators }],
      hostRequests: [
        { id: anId(), subject: 'Plan', status: 'confirmed', changedOn: '2025-02-01', answer: 'Reçu' },
      ],
      attachments: [{ id: anId(), name: 'plan.pdf', mediaType: '', bytes: 1, addedAt: '2025-01-01T00:00Z' }],
    });
    const first = aTask({ eventId: event.id, dueOn: '2025-01-10', status: 'done', doneOn: '2025-01-09' });
    const given = aTask({ eventId: event.id, status: 'dropped' });
    const second = aTask({
      eventId: event.id,
      dependsOn: [first.id, given.id],
      checklist: [{ id: anId(), text: 'Clés', isDone: true }],
    });
    const { event: copy, tasks } = nextOf(event, [first, given, second]);
    expect(
      copy.objectives[0]?.indicators.map(({ baseline, actual, evidence }) => [baseline, actual, evidence]),
    ).toEqual([
      [1287, null, ''],
      [54, null, ''],
    ]);
    expect(copy.hostRequests.map(({ status, answer, changedOn }) => [status, answer, changedOn])).toEqual([
      ['toAsk', '', null],
    ]);
    expect(copy.attachments).toEqual([]);
    expect(tasks.map(({ status, doneOn, dueOn }) => [status, doneOn, dueOn])).toEqual([
      ['todo', null, '2026-01-09'],
      ['todo', null, null],
    ]);
    expect(tasks[1]?.dependsOn).toEqual([tasks[0]?.id]);
    expect(tasks[1]?.checklist[0]?.isDone).toBe(false);
  });

  it('takes along only what was chosen', () => {
    const event = anEvent({ partners: [{ id: anId(), name: 'Club', activity: '', commune: '' }] });
    const { event: copy, tasks } = nextOf(event, undefined, new Set());
    expect([copy.partners, tasks]).toEqual([[], []]);
  });

  it('plans tasks again from its own anchors', () => {
    const anchor = { id: anId(), name: 'Comité', on: '2025-01-15', movesWithEvent: true };
    const event = anEvent({ customAnchors: [anchor] });
    const task = aTask({
      eventId: event.id,
      dueOn: '2025-01-10',
      plan: { anchor: { kind: 'custom', anchorId: anchor.id }, offsetDays: -5, unit: 'calendarDays' },
    });
    const { event: copy, tasks } = nextOf(event, [task]);
    expect(copy.customAnchors[0]?.on).toBe('2026-01-14');
    expect(tasks[0]?.dueOn).toBe('2026-01-09');
  });

  it('is a valid event with valid tasks, none of them sharing an identity, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 4_000 }), (days) => {
        const event = anEvent();
        const tasks = [aTask({ eventId: event.id, dueOn: '2025-02-10' }), aTask({ eventId: event.id })];
        const opensOn = addDays('2025-02-22', days);
        const copy = nextEditionOf(
          { event, tasks },
          { name: 'X', edition: '', opensOn, parts: all },
          outside,
        );
        expect(plannedEventSchema.safeParse(copy.event).success).toBe(true);
        expect(copy.tasks.every((task) => taskSchema.safeParse(task).success)).toBe(true);
        expect(dayOf(copy.event.opensAt, event.timeZone)).toBe(opensOn);
        const due = copy.tasks[0]?.dueOn;
        expect(due && weekdayOf(due) <= 5 && daysBetween(due, addDays('2025-02-10', days)) < 3).toBe(true);
        expect(
          new Set([event.id, copy.event.id, ...[...tasks, ...copy.tasks].map(({ id }) => id)]).size,
        ).toBe(6);
      }),
    );
  });
});
