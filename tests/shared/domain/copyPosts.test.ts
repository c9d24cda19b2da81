import { copyPosts } from '@shared/domain/copyPosts';
import { shiftSchema } from '@shared/domain/shift';
import { describe, expect, it } from 'vitest';
import { anEvent, anId, aPost, aShift } from '../../support/builders';

const from = anEvent();
const next = anEvent({ opensAt: '2026-02-27T22:00Z', closesAt: '2026-02-28T06:00Z' });
const gate = aPost({ eventId: from.id, name: 'Porte Nord', skills: { mode: 'any', names: ['PSC1'] } });
const copied = (shift: Parameters<typeof aShift>[0], to = next, source = from) =>
  copyPosts([gate], [aShift({ eventId: source.id, postId: gate.id, ...shift })], {
    from: source,
    to,
    newId: anId,
    now: '2026-01-01T00:00Z',
  });

describe('posts of another event', () => {
  it('keep their distance from the opening day and their hours, under new ids', () => {
    const { posts, shifts } = copied({
      startsAt: '2025-02-21T02:00Z',
      endsAt: '2025-02-21T07:00Z',
      headcount: 9,
    });
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatchObject({ name: 'Porte Nord', eventId: next.id, skills: gate.skills });
    expect(posts[0]?.id).not.toBe(gate.id);
    expect(posts[0]?.skills.names).not.toBe(gate.skills.names);
    expect(shifts[0]).toMatchObject({
      startsAt: '2026-02-27T02:00Z',
      endsAt: '2026-02-27T07:00Z',
      headcount: 9,
      eventId: next.id,
      postId: posts[0]?.id,
    });
  });

  it('begin at the same time of the clocks in another time zone', () => {
    const paris = anEvent({
      timeZone: 'Europe/Paris',
      opensAt: '2026-07-04T07:00Z',
      closesAt: '2026-07-04T15:00Z',
    });
    const { shifts } = copied({ startsAt: '2025-02-21T22:00Z', endsAt: '2025-02-22T02:00Z' }, paris);
    expect(shifts[0]).toMatchObject({ startsAt: '2026-07-04T07:00Z', endsAt: '2026-07-04T11:00Z' });
  });

  it('stay sound over the night when the clocks change', () => {
    const winter = anEvent({
      timeZone: 'Europe/Paris',
      opensAt: '2026-03-20T08:00Z',
      closesAt: '2026-03-20T16:00Z',
    });
    const spring = anEvent({
      timeZone: 'Europe/Paris',
      opensAt: '2026-03-28T08:00Z',
      closesAt: '2026-03-28T16:00Z',
    });
    // From 2 h to 3 h in the night that has no such hour.
    const { shifts } = copied(
      { startsAt: '2026-03-21T01:00Z', endsAt: '2026-03-21T02:00Z', pauseMinutes: 10 },
      spring,
      winter,
    );
    expect(shiftSchema.safeParse(shifts[0]).success).toBe(true);
  });

  it('leave behind shifts of posts that were not chosen', () => {
    const stray = aShift({ eventId: from.id });
    const { shifts } = copyPosts([gate], [stray], { from, to: next, newId: anId, now: '2026-01-01T00:00Z' });
    expect(shifts).toEqual([]);
  });
});
