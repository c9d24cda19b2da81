import { z } from 'zod';
import { eventIdSchema } from './plannedEvent';
import { staffIdSchema } from './staffMember';
import { idSchema, lineSchema, proseSchema, titleSchema } from './text';
import { instantSchema } from './time';

export const postIdSchema = idSchema.brand('PostId');
export type PostId = z.infer<typeof postIdSchema>;

/** 3 is filled before 2, and 2 before 1. */
export const postPriorities = [3, 2, 1] as const;

/** What somebody does at an event, and where: « Poste de secours ». Its shifts say when. */
export const postSchema = z.object({
  id: postIdSchema,
  eventId: eventIdSchema,
  name: titleSchema,
  /** Who is in charge of it; anybody with the skills may hold it. */
  team: lineSchema,
  place: lineSchema,
  meetingPoint: lineSchema,
  /** Printed on the briefing sheet. */
  briefing: proseSchema,
  inChargeId: staffIdSchema.nullable(),
  skills: z.object({
    mode: z.enum(['all', 'any']),
    names: z.array(titleSchema).max(20, 'tooMany'),
  }),
  minimumAge: z.int().min(0).max(99, 'tooLong').nullable(),
  priority: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  createdAt: instantSchema,
});
export type Post = Readonly<z.infer<typeof postSchema>>;
