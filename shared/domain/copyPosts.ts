import { dDayOf, type PlannedEvent } from './plannedEvent';
import type { Post, PostId } from './post';
import { maxShiftMinutes, type Shift, type ShiftId } from './shift';
import {
  addDays,
  addMinutes,
  clockTimeOf,
  dayOf,
  daysBetween,
  type Instant,
  instantOnOrAfter,
  minutesBetween,
} from './time';

type Context = Readonly<{ from: PlannedEvent; to: PlannedEvent; newId: () => string; now: Instant }>;

/**
 * Posts of one event made anew for another, with their shifts: as many days from its opening day, at the same time of the clocks there. Nobody is
 * assigned; who is in charge stays. A shift that a change of clocks would empty or make too long is as long as it was.
 */
export function copyPosts(
  posts: readonly Post[],
  shifts: readonly Shift[],
  { from, to, newId, now }: Context,
): { posts: Post[]; shifts: Shift[] } {
  const days = daysBetween(dDayOf(from), dDayOf(to));
  const there = (at: Instant): Instant =>
    instantOnOrAfter(addDays(dayOf(at, from.timeZone), days), clockTimeOf(at, from.timeZone), to.timeZone);
  const made = new Map(posts.map((post) => [post.id, newId() as PostId]));
  return {
    posts: posts.map((post) => ({
      ...post,
      id: made.get(post.id) ?? post.id,
      eventId: to.id,
      skills: { mode: post.skills.mode, names: [...post.skills.names] },
      createdAt: now,
    })),
    shifts: shifts.flatMap((shift): Shift[] => {
      const postId = made.get(shift.postId);
      if (!postId) return [];
      const startsAt = there(shift.startsAt);
      const endsAt = there(shift.endsAt);
      const length = minutesBetween(startsAt, endsAt);
      const isSound = length > shift.pauseMinutes && length <= maxShiftMinutes;
      return [
        {
          ...shift,
          id: newId() as ShiftId,
          eventId: to.id,
          postId,
          startsAt,
          endsAt: isSound ? endsAt : addMinutes(startsAt, minutesBetween(shift.startsAt, shift.endsAt)),
        },
      ];
    }),
  };
}
