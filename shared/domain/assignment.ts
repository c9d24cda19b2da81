import { z } from 'zod';
import { eventIdSchema } from './plannedEvent';
import { shiftIdSchema } from './shift';
import { staffIdSchema } from './staffMember';
import { idSchema, lineSchema } from './text';
import { type Instant, instantSchema, minutesBetween } from './time';
import { type Shift, workedMinutesOf } from './shift';

export const assignmentIdSchema = idSchema.brand('AssignmentId');
export type AssignmentId = z.infer<typeof assignmentIdSchema>;

/** The rules of a roster, by name: what each says is in `rosterConflicts`. */
export const rosterRules = [
  'doubleBooked',
  'shortRest',
  'dailySpan',
  'dayHours',
  'weekHours',
  'rollingHours',
  'weeklyRest',
  'missingPause',
  'night',
  'travel',
  'missingSkill',
  'expiredSkill',
  'forbiddenSkill',
  'tooYoung',
  'wrongProfile',
  'unavailable',
  'outsideHours',
  'declined',
  'apart',
  'notTogether',
  'underStaffed',
  'overStaffed',
] as const;
export type RosterRule = (typeof rosterRules)[number];

/** Somebody took it upon themselves that a rule is broken here. */
export const acceptanceSchema = z.object({
  rule: z.enum(rosterRules),
  by: lineSchema,
  reason: lineSchema,
  at: instantSchema,
});
export type Acceptance = Readonly<z.infer<typeof acceptanceSchema>>;

export const presences = ['expected', 'arrived', 'late', 'left', 'absent', 'replaced'] as const;
export type PresenceStatus = (typeof presences)[number];

/** What became of it on the day. */
export const presenceSchema = z
  .object({
    status: z.enum(presences),
    arrivedAt: instantSchema.nullable(),
    leftAt: instantSchema.nullable(),
    replacedById: staffIdSchema.nullable(),
    note: lineSchema,
  })
  .refine(({ arrivedAt, leftAt }) => arrivedAt === null || leftAt === null || arrivedAt < leftAt, {
    path: ['leftAt'],
    message: 'endsBeforeStart',
  })
  .refine(({ status, replacedById }) => replacedById === null || status === 'replaced', {
    path: ['replacedById'],
    message: 'replacedWithoutStatus',
  });
export type Presence = Readonly<z.infer<typeof presenceSchema>>;

/** One person on one shift. */
export const assignmentSchema = z.object({
  id: assignmentIdSchema,
  eventId: eventIdSchema,
  shiftId: shiftIdSchema,
  personId: staffIdSchema,
  /** The engine never moves it. */
  isLocked: z.boolean(),
  accepted: z.array(acceptanceSchema).max(40, 'tooMany'),
  presence: presenceSchema,
});
export type Assignment = Readonly<z.infer<typeof assignmentSchema>>;

export const expectedPresence: Presence = {
  status: 'expected',
  arrivedAt: null,
  leftAt: null,
  replacedById: null,
  note: '',
};

/**
 * Minutes worked on a shift that is over, pauses off; `null` while nobody said that the person came. Without times, the whole shift
 * counts; absent or replaced is 0.
 */
export function workedMinutes({ presence }: Assignment, shift: Shift): number | null {
  const { status, arrivedAt, leftAt } = presence;
  if (status === 'expected') return null;
  if (status === 'absent' || status === 'replaced') return 0;
  if (arrivedAt === null && leftAt === null) return workedMinutesOf(shift);
  const from: Instant = arrivedAt ?? shift.startsAt;
  const until: Instant = leftAt ?? shift.endsAt;
  return Math.max(0, minutesBetween(from, until) - shift.pauseMinutes);
}
