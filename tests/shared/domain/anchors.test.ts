import { anchorDay, anchorsOf } from '@shared/domain/anchors';
import type { Anchor } from '@shared/domain/task';
import { describe, expect, it } from 'vitest';
import { anEvent, anId } from '../../support/builders';

const pressId = anId();
const event = anEvent({
  orderSignedOn: '2025-01-04',
  customAnchors: [{ id: pressId, name: 'Conférence de presse', on: '2025-02-03', movesWithEvent: true }],
});

describe('an anchor', () => {
  it.each<[Anchor, string]>([
    [{ kind: 'opening' }, '2025-02-22'],
    [{ kind: 'closing' }, '2025-02-22'],
    [{ kind: 'setUp' }, '2025-02-21'],
    [{ kind: 'reportDue' }, '2025-03-21'],
    [{ kind: 'orderSigned' }, '2025-01-04'],
    [{ kind: 'custom', anchorId: pressId }, '2025-02-03'],
  ])('is a day in the zone of the event: %o', (anchor, expected) => {
    expect(anchorDay(event, anchor)).toBe(expected);
  });

  it.each<Anchor>([
    { kind: 'setUp' },
    { kind: 'reportDue' },
    { kind: 'orderSigned' },
    { kind: 'custom', anchorId: anId() },
  ])('is missing when the event has no such date: %o', (anchor) => {
    expect(anchorDay(anEvent({ setUp: null, reportDueOn: null }), anchor)).toBeNull();
  });

  it('is the evening before when the event closes at midnight', () => {
    const untilMidnight = anEvent({ closesAt: '2025-02-22T13:00Z', teardown: null });
    const pastMidnight = anEvent({ closesAt: '2025-02-22T13:30Z', teardown: null });
    expect(anchorDay(untilMidnight, { kind: 'closing' })).toBe('2025-02-22');
    expect(anchorDay(pastMidnight, { kind: 'closing' })).toBe('2025-02-23');
  });

  it('is listed in the order of the calendar, those without a date left out', () => {
    expect(anchorsOf({ ...event, reportDueOn: null })).toEqual([
      { anchor: { kind: 'orderSigned' }, on: '2025-01-04' },
      { anchor: { kind: 'custom', anchorId: pressId }, on: '2025-02-03' },
      { anchor: { kind: 'setUp' }, on: '2025-02-21' },
      { anchor: { kind: 'opening' }, on: '2025-02-22' },
      { anchor: { kind: 'closing' }, on: '2025-02-22' },
    ]);
  });
});
