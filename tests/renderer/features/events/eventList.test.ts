import { listStateSchema, matches, rowOf, tagsOf, yearsOf } from '@renderer/features/events/eventList';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { describe, expect, it } from 'vitest';
import { anEvent } from '../../../support/builders';

const today = '2025-02-10';
const dumbea = anEvent({ name: 'Journée des activités', tags: ['été'] });
const forum = anEvent({
  name: 'Forum des associations',
  kind: 'stand',
  role: 'participant',
  status: 'evaluated',
  opensAt: '2024-05-03T22:00Z',
  closesAt: '2024-05-04T05:00Z',
  setUp: null,
  teardown: null,
  venue: { ...dumbea.venue, name: 'Place centrale', commune: 'Païta' },
});

function found(search: Record<string, string>, events: readonly PlannedEvent[] = [dumbea, forum]) {
  const state = listStateSchema.parse(search);
  return events.filter((event) => matches(rowOf(event, undefined, today), state)).map(({ name }) => name);
}

describe('the list of events', () => {
  it('first shows what is still to follow', () => {
    expect(found({})).toEqual(['Journée des activités']);
    expect(found({ period: 'all' })).toEqual(['Journée des activités', 'Forum des associations']);
  });

  it.each([
    ['without accents or capitals', 'JOURNEE', ['Journée des activités']],
    ['from the middle of a word', 'ciatio', ['Forum des associations']],
    ['by place and several words at once', 'paita forum', ['Forum des associations']],
    ['by tag', 'ete', ['Journée des activités']],
    ['and is empty when nothing matches', 'zzz', []],
  ])('is searched %s', (_, q, names) => {
    expect(found({ period: 'all', q })).toEqual(names);
  });

  it('is narrowed by year, kind, role, status and tag', () => {
    expect(found({ period: '2024' })).toEqual(['Forum des associations']);
    expect(found({ period: 'all', kind: 'stand' })).toEqual(['Forum des associations']);
    expect(found({ period: 'all', role: 'organiser' })).toEqual(['Journée des activités']);
    expect(found({ period: 'all', status: 'evaluated' })).toEqual(['Forum des associations']);
    expect(found({ tag: 'été' })).toEqual(['Journée des activités']);
  });

  it('shows a series at its next time, and at its last once it is over', () => {
    const weekly = anEvent({
      kind: 'meeting',
      opensAt: '2025-01-07T21:30Z',
      closesAt: '2025-01-07T23:00Z',
      setUp: null,
      teardown: null,
      repetition: {
        frequency: 'weekly',
        every: 1,
        untilOn: '2025-02-26',
        exceptions: [{ kind: 'skipped', on: '2025-02-12' }],
      },
    });
    expect([rowOf(weekly, null, '2025-02-11').on, rowOf(weekly, null, '2025-03-10').on]).toEqual([
      '2025-02-19',
      '2025-02-26',
    ]);
  });

  it('offers the years and tags that there are, newest year first', () => {
    const rows = [dumbea, forum].map((event) => rowOf(event, undefined, today));
    expect([yearsOf(rows), tagsOf([dumbea, forum])]).toEqual([['2025', '2024'], ['été']]);
  });
});
