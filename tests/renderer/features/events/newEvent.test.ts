import { emptyNewEvent, readNewEvent, withKind, withOpeningDay } from '@renderer/features/events/newEvent';
import { describe, expect, it } from 'vitest';
import { anId } from '../../../support/builders';

const given = { id: anId(), timeZone: 'Pacific/Noumea', now: '2025-01-10T00:00Z' };
const form = { ...emptyNewEvent('activityDay', '2025-02-22'), name: 'Journée des activités' };

describe('a new event', () => {
  it('opens and closes at the usual hours of its kind, in the zone of the settings', () => {
    const answer = readNewEvent(form, given);
    expect(
      answer.kind === 'read' && [answer.event.opensAt, answer.event.closesAt, answer.event.status],
    ).toEqual(['2025-02-21T22:00Z', '2025-02-22T06:00Z', 'idea']);
  });

  it('says what is missing beside each field and keeps the rest', () => {
    const wrong = {
      ...form,
      name: ' ',
      opens: { on: null, at: null },
      closes: { on: '2025-02-22', at: null },
    };
    expect(readNewEvent(wrong, given)).toEqual({
      kind: 'wrong',
      problems: { name: 'empty', opensOn: 'notADay', closesTime: 'notATime' },
    });
  });

  it.each([
    ['at the hour when both are on one day', '2025-02-22', '08:59', 'closesTime'],
    ['at the day when it closes before the day it opens', '2025-02-21', '17:00', 'closesOn'],
  ])('refuses to end before it starts, %s', (_, on, at, field) => {
    const answer = readNewEvent({ ...form, closes: { on, at } }, given);
    expect(answer).toEqual({ kind: 'wrong', problems: { [field]: 'endsBeforeStart' } });
  });

  it('refuses an hour that summer time skips, and accepts the hour after it', () => {
    const inParis = { ...given, timeZone: 'Europe/Paris' };
    const at = (opensTime: string) =>
      readNewEvent(
        {
          ...form,
          opens: { on: '2026-03-29', at: opensTime },
          closes: { on: '2026-03-29', at: '12:00' },
        },
        inParis,
      );
    expect(at('02:30')).toEqual({ kind: 'wrong', problems: { opensTime: 'skippedHour' } });
    expect(at('03:00').kind).toBe('read');
  });

  it('takes the hours and the role of another kind until somebody has chosen them', () => {
    const stand = withKind(form, 'stand');
    expect([stand.role, stand.opens.at, stand.closes.at]).toEqual(['participant', '09:00', '16:00']);
    const chosen = withKind({ ...form, closes: { on: '2025-02-22', at: '18:00' } }, 'meeting');
    expect([chosen.opens.at, chosen.closes.at]).toEqual(['08:30', '18:00']);
  });

  it('closes on the day it opens until another day is chosen', () => {
    expect(withOpeningDay(form, '2025-03-01').closes.on).toBe('2025-03-01');
    const twoDays = { ...form, closes: { on: '2025-02-23', at: '17:00' } };
    expect(withOpeningDay(twoDays, '2025-03-01').closes.on).toBe('2025-02-23');
  });
});
