import {
  type DatesDraft,
  datesDraftOf,
  readDates,
  withAnchor,
  withDay,
  withMoment,
  withoutSpan,
  withSpan,
} from '@renderer/features/events/sheet/datesDraft';
import { changedEvent } from '@shared/domain/moveEvent';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { addDays } from '@shared/domain/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anEvent, anId } from '../../../support/builders';

const event = anEvent();
const opening = { span: 'opening', side: 'starts' } as const;

function openedOn(on: string | null, from: DatesDraft = datesDraftOf(event), of: PlannedEvent = event) {
  return withMoment(from, of, opening, { on, at: '09:00' });
}

describe('the dates of an event, while they are typed', () => {
  it('follow the opening day all together: the change is a plain shift', () => {
    const draft = openedOn('2025-03-08');
    expect([
      draft.spans.setUp?.starts.on,
      draft.spans.opening?.ends.on,
      draft.spans.teardown?.ends.on,
      draft.reportDueOn,
    ]).toEqual(['2025-03-07', '2025-03-08', '2025-03-08', '2025-04-04']);
    expect(readDates(draft, event)).toEqual({ kind: 'read', change: { kind: 'shiftDays', days: 14 } });
  });

  it('leave in place what was changed by hand before the opening moved', () => {
    const draft = openedOn('2025-03-08', withDay(datesDraftOf(event), 'reportDueOn', '2025-03-21'));
    const answer = readDates(draft, event);
    expect(draft.reportDueOn).toBe('2025-03-21');
    expect(answer.kind === 'read' && answer.change.kind).toBe('reschedule');
  });

  it('move nothing while the year is half typed', () => {
    const draft = openedOn('0202-02-22');
    expect(draft.spans.setUp?.starts.on).toBe('2025-02-21');
    expect(readDates(draft, event).kind).toBe('wrong');
  });

  it('ask for nothing when they are back where they were', () => {
    expect(readDates(openedOn('2025-02-22', openedOn('2025-06-01')), event)).toEqual({ kind: 'same' });
  });

  it.each([
    [
      'an opening that ends before it starts',
      { span: 'opening', side: 'ends' },
      { on: '2025-02-22', at: '08:00' },
      { 'opening.ends.at': 'endsBeforeStart' },
    ],
    [
      'an opening that ends the day before',
      { span: 'opening', side: 'ends' },
      { on: '2025-02-21', at: '17:00' },
      { 'opening.ends.on': 'endsBeforeStart' },
    ],
    [
      'a set-up that begins after the opening',
      { span: 'setUp', side: 'starts' },
      { on: '2025-02-23', at: '09:00' },
      { 'setUp.ends.on': 'endsBeforeStart' },
    ],
    [
      'a teardown that ends before the closing',
      { span: 'teardown', side: 'ends' },
      { on: '2025-02-22', at: '16:00' },
      { 'teardown.ends.at': 'endsBeforeStart' },
    ],
    [
      'a day that is not there',
      { span: 'opening', side: 'ends' },
      { on: null, at: '17:00' },
      { 'opening.ends.on': 'notADay' },
    ],
    [
      'an hour that is not there',
      { span: 'setUp', side: 'starts' },
      { on: '2025-02-21', at: null },
      { 'setUp.starts.at': 'notATime' },
    ],
  ] as const)('say what is wrong beside the field: %s', (_, place, moment, problems) => {
    const answer = readDates(withMoment(datesDraftOf(event), event, place, moment), event);
    expect(answer.kind === 'wrong' && answer.problems).toMatchObject(problems);
  });

  it('refuse the hour that summer time skips', () => {
    const inParis = anEvent({
      timeZone: 'Europe/Paris',
      opensAt: '2026-03-28T08:00Z',
      closesAt: '2026-03-28T16:00Z',
      setUp: null,
      teardown: null,
      reportDueOn: null,
    });
    const typed = withMoment(datesDraftOf(inParis), inParis, opening, { on: '2026-03-29', at: '02:30' });
    expect(readDates(typed, inParis)).toEqual({
      kind: 'wrong',
      problems: { 'opening.starts.at': 'skippedHour' },
    });
  });

  it('give a set-up of two hours before the opening, and take it away again', () => {
    const bare = anEvent({ setUp: null, teardown: null });
    const added = withSpan(datesDraftOf(bare), 'setUp');
    expect(added.spans.setUp).toEqual({
      starts: { on: '2025-02-22', at: '07:00' },
      ends: { on: '2025-02-22', at: '09:00' },
    });
    expect(readDates(withoutSpan(added, 'setUp'), bare)).toEqual({ kind: 'same' });
  });

  it('carry an own date along only when it follows the event', () => {
    const anchors = [
      { id: anId(), name: 'Comité', on: '2025-01-15', movesWithEvent: true },
      { id: anId(), name: 'Vote du budget', on: '2025-01-20', movesWithEvent: false },
    ];
    const own = anEvent({ customAnchors: anchors });
    const draft = openedOn('2025-03-01', datesDraftOf(own), own);
    expect(draft.anchors.map(({ on }) => on)).toEqual(['2025-01-22', '2025-01-20']);
    const emptied = withAnchor(draft, { ...anchors[0], on: null } as never);
    expect(readDates(emptied, own)).toEqual({
      kind: 'wrong',
      problems: { [`anchor.${anchors[0]?.id}`]: 'notADay' },
    });
  });

  it('keep the clock times when the place is in another zone', () => {
    const answer = readDates({ ...datesDraftOf(event), timeZone: 'Pacific/Tahiti' }, event);
    const after = answer.kind === 'read' ? changedEvent(event, answer.change) : event;
    expect([after.timeZone, after.opensAt]).toEqual(['Pacific/Tahiti', '2025-02-22T19:00Z']);
    expect(readDates({ ...datesDraftOf(event), timeZone: 'Mars/Olympus' }, event)).toEqual({
      kind: 'wrong',
      problems: { timeZone: 'unknownTimeZone' },
    });
  });

  it('always come back to the saved dates when the opening comes back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -300, max: 300 }), { maxLength: 5 }), (steps) => {
        const wandered = steps.reduce(
          (draft, days) => openedOn(addDays('2025-02-22', days), draft),
          datesDraftOf(event),
        );
        expect(readDates(openedOn('2025-02-22', wandered), event)).toEqual({ kind: 'same' });
      }),
    );
  });
});
