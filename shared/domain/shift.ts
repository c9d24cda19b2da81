import { z } from 'zod';
import { eventIdSchema } from './plannedEvent';
import { postIdSchema } from './post';
import { idSchema, lineSchema } from './text';
import { addMinutes, type Instant, instantSchema, minutesBetween, type Span } from './time';

export const shiftIdSchema = idSchema.brand('ShiftId');
export type ShiftId = z.infer<typeof shiftIdSchema>;

/** Longest shift, in minutes: beyond it a date was mistyped, or it is two shifts. */
export const maxShiftMinutes = 1_440;
/** Most people on one shift. */
export const maxHeadcount = 2_000;

/** A span of a post and how many people it needs. Half-open; may run past midnight. */
export const shiftSchema = z
  .object({
    id: shiftIdSchema,
    eventId: eventIdSchema,
    postId: postIdSchema,
    startsAt: instantSchema,
    endsAt: instantSchema,
    headcount: z.int().min(0).max(maxHeadcount, 'tooMany'),
    /** Pauses that are foreseen within it. */
    pauseMinutes: z.int().min(0).max(480, 'tooLong'),
    note: lineSchema,
  })
  .refine((shift) => shift.startsAt < shift.endsAt, { path: ['endsAt'], message: 'endsBeforeStart' })
  .refine((shift) => minutesBetween(shift.startsAt, shift.endsAt) <= maxShiftMinutes, {
    path: ['endsAt'],
    message: 'shiftTooLong',
  })
  .refine((shift) => shift.pauseMinutes < Math.max(1, minutesBetween(shift.startsAt, shift.endsAt)), {
    path: ['pauseMinutes'],
    message: 'pauseLongerThanShift',
  });
export type Shift = Readonly<z.infer<typeof shiftSchema>>;

export function shiftMinutes(shift: Span): number {
  return minutesBetween(shift.startsAt, shift.endsAt);
}

/** Work without the pauses. */
export function workedMinutesOf(shift: Shift): number {
  return shiftMinutes(shift) - shift.pauseMinutes;
}

export function overlaps(left: Span, right: Span): boolean {
  return left.startsAt < right.endsAt && right.startsAt < left.endsAt;
}

/** Two shifts in the place of one; pauses stay with the longer part. `null` when `at` is not strictly inside. */
export function splitShift(shift: Shift, at: Instant, newId: ShiftId): readonly [Shift, Shift] | null {
  if (at <= shift.startsAt || at >= shift.endsAt) return null;
  const isFirstLonger = minutesBetween(shift.startsAt, at) >= minutesBetween(at, shift.endsAt);
  const most = (span: Span, wanted: number) => Math.min(wanted, shiftMinutes(span) - 1);
  const first = { ...shift, endsAt: at };
  const second = { ...shift, id: newId, startsAt: at };
  return [
    { ...first, pauseMinutes: isFirstLonger ? most(first, shift.pauseMinutes) : 0 },
    { ...second, pauseMinutes: isFirstLonger ? 0 : most(second, shift.pauseMinutes) },
  ];
}

/** Two shifts of one post that touch or overlap as one; `null` when they do not, or would be too long together. */
export function mergeShifts(left: Shift, right: Shift): Shift | null {
  if (left.postId !== right.postId) return null;
  const [first, second] = left.startsAt <= right.startsAt ? [left, right] : [right, left];
  if (second.startsAt > first.endsAt) return null;
  const endsAt = first.endsAt > second.endsAt ? first.endsAt : second.endsAt;
  if (minutesBetween(first.startsAt, endsAt) > maxShiftMinutes) return null;
  return {
    ...first,
    endsAt,
    headcount: Math.max(first.headcount, second.headcount),
    pauseMinutes: first.pauseMinutes + second.pauseMinutes,
    note: [first.note, second.note].filter(Boolean).join(' · ').slice(0, 200),
  };
}

/** Every beginning of `stepMinutes` within a span, the first at its start. */
export function stepsOf(span: Span, stepMinutes: number): Instant[] {
  const steps: Instant[] = [];
  for (let at = span.startsAt; at < span.endsAt; at = addMinutes(at, stepMinutes)) steps.push(at);
  return steps;
}
