import { z } from 'zod';
import { fold, idSchema, lineSchema, titleSchema } from './text';
import { daySchema } from './time';

/** How long the way between two places takes, both ways. Reference data: dated, sourced, editable. */
export const travelTimeSchema = z
  .object({
    id: idSchema,
    /** Names of places or communes, as posts and venues have them. */
    from: titleSchema,
    to: titleSchema,
    minutes: z.int().min(0).max(1_440, 'tooLong'),
    source: lineSchema,
    checkedOn: daySchema.nullable(),
  })
  .refine(({ from, to }) => fold(from) !== fold(to), { path: ['to'], message: 'samePlace' });
export type TravelTime = Readonly<z.infer<typeof travelTimeSchema>>;

/**
 * Minutes between two places, each given by its names from the nearest to the widest (post, venue, commune): the first pair that is known.
 * 0 when they share a name, or nothing is known: an unknown way breaks no rule.
 */
export function travelMinutes(
  times: readonly TravelTime[],
): (from: readonly string[], to: readonly string[]) => number {
  const known = new Map<string, number>();
  for (const { from, to, minutes } of times) {
    known.set(wayKey(fold(from), fold(to)), minutes);
  }
  return (from, to) => {
    if (known.size === 0) return 0;
    for (const left of from) {
      for (const right of to) {
        if (left === '' || right === '') continue;
        const minutes = known.get(wayKey(left, right));
        if (minutes !== undefined) return minutes;
        if (left === right) return 0;
      }
    }
    return 0;
  };
}

function wayKey(left: string, right: string): string {
  return left < right ? `${left}\n${right}` : `${right}\n${left}`;
}
