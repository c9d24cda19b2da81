import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Post, PostId } from '@shared/domain/post';
import type { Slot } from '@shared/domain/roster';
import { maxShiftMinutes, type Shift, type ShiftId } from '@shared/domain/shift';
import { addMinutes, type Instant, minutesBetween } from '@shared/domain/time';

/** Of a shift that nobody has timed yet, in minutes. */
const usualMinutes = 240;

export function blankPost(event: PlannedEvent, newId: () => string, createdAt: Instant): Post {
  return {
    id: newId() as PostId,
    eventId: event.id,
    name: '',
    team: '',
    place: '',
    meetingPoint: '',
    briefing: '',
    inChargeId: null,
    skills: { mode: 'all', names: [] },
    minimumAge: null,
    priority: 1,
    createdAt,
  };
}

/** After the last shift of the post, as long and with as many people; of a post without any, the opening hours, four at most. */
export function nextShiftOf(
  event: PlannedEvent,
  post: Post,
  slots: readonly Slot[],
  newId: () => string,
): Shift {
  const last = slots.at(-1)?.shift;
  const id = newId() as ShiftId;
  if (last) {
    const length = Math.min(maxShiftMinutes, minutesBetween(last.startsAt, last.endsAt));
    return { ...last, id, startsAt: last.endsAt, endsAt: addMinutes(last.endsAt, length), note: '' };
  }
  const open = minutesBetween(event.opensAt, event.closesAt);
  return {
    id,
    eventId: event.id,
    postId: post.id,
    startsAt: event.opensAt,
    endsAt: addMinutes(event.opensAt, Math.min(usualMinutes, open)),
    headcount: 1,
    pauseMinutes: 0,
    note: '',
  };
}
