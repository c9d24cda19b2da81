import { z } from 'zod';
import { idSchema, lineSchema, titleSchema } from './text';
import { type Day, daySchema } from './time';

export const calendarPeriodKinds = ['publicHoliday', 'schoolBreak', 'closedPeriod'] as const;
export type CalendarPeriodKind = (typeof calendarPeriodKinds)[number];

/** Days that the calendar shows and the plan may skip. Reference data: dated, sourced, editable. Both ends included. */
export const calendarPeriodSchema = z
  .object({
    id: idSchema,
    kind: z.enum(calendarPeriodKinds),
    name: titleSchema,
    firstOn: daySchema,
    lastOn: daySchema,
    /** Where the dates come from. */
    source: lineSchema,
    /** When somebody last compared them with the source; `null` asks for it. */
    checkedOn: daySchema.nullable(),
  })
  .refine((period) => period.firstOn <= period.lastOn, { path: ['lastOn'], message: 'endsBeforeStart' });
export type CalendarPeriod = Readonly<z.infer<typeof calendarPeriodSchema>>;

/** A school break is worked; a public holiday and a closed period are not. */
export function closesWork(period: CalendarPeriod): boolean {
  return period.kind !== 'schoolBreak';
}

export function covers(period: CalendarPeriod, day: Day): boolean {
  return period.firstOn <= day && day <= period.lastOn;
}
