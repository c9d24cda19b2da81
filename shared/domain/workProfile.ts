import { z } from 'zod';
import { idSchema, lineSchema, titleSchema } from './text';
import { clockTimeSchema, daySchema } from './time';

export const workProfileIdSchema = idSchema.brand('WorkProfileId');
export type WorkProfileId = z.infer<typeof workProfileIdSchema>;

const dayMinutes = z.int().min(0).max(1_440, 'tooLong').nullable();
const weekMinutes = z.int().min(0).max(10_080, 'tooLong').nullable();
const age = z.int().min(0).max(120, 'tooLong').nullable();

/**
 * How somebody may work: « agent public », « bénévole », « mineur »… Reference data: dated, sourced, editable. Lengths are minutes; `null`
 * is « no such rule ». A duty is everything worked between two daily rests.
 */
export const workProfileSchema = z
  .object({
    id: workProfileIdSchema,
    name: titleSchema,
    /** Work within one duty. */
    dayMinutes,
    /** From the beginning of a duty to its end, pauses included. `null`: the daily rest lies between any two shifts. */
    spanMinutes: dayMinutes,
    dailyRestMinutes: z.int().min(0).max(1_440, 'tooLong'),
    /** One uninterrupted rest in each week from Monday to Sunday. */
    weeklyRestMinutes: weekMinutes,
    weekMinutes,
    /** Average over so many weeks. */
    rolling: z
      .object({
        weeks: z.int().min(2).max(52, 'tooLong'),
        averageMinutes: z.int().min(0).max(10_080, 'tooLong'),
      })
      .nullable(),
    /** A pause of `pauseMinutes` at the latest after `afterMinutes` of work. */
    pause: z
      .object({
        afterMinutes: z.int().min(1).max(1_440, 'tooLong'),
        pauseMinutes: z.int().min(1).max(480, 'tooLong'),
      })
      .nullable(),
    /** Work at night within one duty: 0 forbids it. Night may reach across midnight. */
    night: z
      .object({
        from: clockTimeSchema,
        until: clockTimeSchema,
        mostMinutes: z.int().min(0).max(1_440, 'tooLong'),
      })
      .nullable(),
    /** Whose profile it is, in years, both included. */
    youngest: age,
    oldest: age,
    /** What the contract foresees in a week; hours are compared with it. */
    contractWeekMinutes: weekMinutes,
    /** Whole minor units of the workspace's currency for one hour; `null` when nobody counts it. */
    costPerHourMinor: z.int().min(0).max(100_000_000, 'tooMany').nullable(),
    /** Skills that are never asked of this profile, even of somebody who has them: a minor drives no van. */
    forbiddenSkills: z.array(titleSchema).max(50, 'tooMany'),
    source: lineSchema,
    /** When somebody last compared it with the source; `null` asks for it. */
    checkedOn: daySchema.nullable(),
  })
  .refine(({ youngest, oldest }) => youngest === null || oldest === null || youngest <= oldest, {
    path: ['oldest'],
    message: 'endsBeforeStart',
  })
  .refine(({ dayMinutes: work, spanMinutes: span }) => work === null || span === null || work <= span, {
    path: ['spanMinutes'],
    message: 'spanShorterThanDay',
  })
  .refine(({ dailyRestMinutes, spanMinutes: span }) => span === null || span + dailyRestMinutes <= 1_440, {
    path: ['dailyRestMinutes'],
    message: 'restAndSpanExceedDay',
  });
export type WorkProfile = Readonly<z.infer<typeof workProfileSchema>>;

/** A profile under which nobody could hold any shift: it is said before it is chosen. */
export function forbidsEverything(profile: WorkProfile): boolean {
  return profile.dayMinutes === 0 || profile.spanMinutes === 0 || profile.weekMinutes === 0;
}

/** The lower of two limits; `null` is no limit. */
export function lowerLimit(left: number | null, right: number | null): number | null {
  if (left === null) return right;
  return right === null ? left : Math.min(left, right);
}
