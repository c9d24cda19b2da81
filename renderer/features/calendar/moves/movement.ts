import type { EventChange } from '@shared/domain/moveEvent';
import type { Occurrence } from '@shared/domain/repetition';
import type { Task } from '@shared/domain/task';
import { type Day, type Instant, type Span } from '@shared/domain/time';
import type { EventItem, PlanningItem } from '../planningItems';
import { dayMinutes, dayOfWall, instantOfWall, type Wall, wallOf } from '../wallTime';

/** What moving a block to new walls of its zone means for the records. */
export type Movement =
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'task'; task: Task; fields: Partial<Task>; dueOn: Day; isPinnedNow: boolean }>
  | Readonly<{ kind: 'event'; occurrence: Occurrence; change: EventChange }>
  /** Somebody has to say whether one occurrence goes or all of them. */
  | Readonly<{ kind: 'series'; occurrence: Occurrence; one: Span; all: EventChange }>;

export function movementOf(item: PlanningItem, from: Wall, to: Wall): Movement {
  if ((from === item.from && to === item.to) || from >= to || !item.isMovable) return { kind: 'none' };
  if (item.kind === 'task') return taskMovement(item.task, dayOfWall(from));
  if (item.kind !== 'opening')
    return { kind: 'event', occurrence: item.occurrence, change: aroundChange(item, from, to) };
  const { occurrence } = item;
  if (occurrence.event.repetition === null) {
    return { kind: 'event', occurrence, change: openingChange(item, from, to) };
  }
  return { kind: 'series', occurrence, one: spanOf(item, from, to), all: seriesChange(item, from, to) };
}

/** A date set by hand against a plan is pinned, or the plan would take it back. */
function taskMovement(task: Task, dueOn: Day): Movement {
  if (dueOn === task.dueOn) return { kind: 'none' };
  const isPinnedNow = task.plan !== null && !task.isPinned;
  return {
    kind: 'task',
    task,
    dueOn,
    isPinnedNow,
    fields: isPinnedNow ? { dueOn, isPinned: true } : { dueOn },
  };
}

/** Whole days carry everything along; other hours are a new schedule. */
function openingChange(item: EventItem, from: Wall, to: Wall): EventChange {
  const days = (from - item.from) / dayMinutes;
  if (Number.isInteger(days) && to - item.to === from - item.from) return { kind: 'shiftDays', days };
  const { startsAt, endsAt } = spanOf(item, from, to);
  return { kind: 'reschedule', opensAt: startsAt, closesAt: endsAt };
}

/** Set-up or teardown alone: the opening stays. */
function aroundChange(item: EventItem, from: Wall, to: Wall): EventChange {
  const { opensAt, closesAt } = item.occurrence.event;
  const span = spanOf(item, from, to);
  return item.kind === 'setUp'
    ? { kind: 'reschedule', opensAt, closesAt, setUp: span }
    : { kind: 'reschedule', opensAt, closesAt, teardown: span };
}

/** The first occurrence, as far as this one was moved: by the rule, not from where an exception had put it. */
function seriesChange(item: EventItem, from: Wall, to: Wall): EventChange {
  const { event } = item.occurrence;
  const [first, last] = [wallOf(event.opensAt, event.timeZone), wallOf(event.closesAt, event.timeZone)];
  const { opensAt, closesAt } = event;
  const moved = { ...item, from: first, to: last, occurrence: { ...item.occurrence, opensAt, closesAt } };
  return openingChange(moved, first + from - item.from, last + to - item.to);
}

/** An end that was not moved keeps its own moment, even in an hour that comes twice. */
function spanOf(item: EventItem, from: Wall, to: Wall): Span {
  const { event } = item.occurrence;
  const kept = keptSpan(item);
  const startsAt: Instant = from === item.from && kept ? kept.startsAt : instantOfWall(from, event.timeZone);
  const endsAt: Instant = to === item.to && kept ? kept.endsAt : instantOfWall(to, event.timeZone);
  return { startsAt, endsAt };
}

function keptSpan({ kind, occurrence }: EventItem): Span | null {
  if (kind === 'setUp') return occurrence.setUp;
  if (kind === 'teardown') return occurrence.teardown;
  return { startsAt: occurrence.opensAt, endsAt: occurrence.closesAt };
}
