import { z } from 'zod';
import { eventKinds, eventRoles } from './plannedEvent';
import { maxOffsetDays, taskPriorities } from './task';
import { idSchema, lineSchema, titleSchema } from './text';

/** Anchors that any event may have: a template knows no event, so no custom anchor. */
export const templateAnchors = ['opening', 'closing', 'setUp', 'reportDue', 'orderSigned'] as const;

export const templateTaskSchema = z.object({
  /** Names the task inside its template, for dependencies. */
  key: z.string().min(1).max(60),
  title: titleSchema,
  team: lineSchema,
  priority: z.enum(taskPriorities),
  anchor: z.enum(templateAnchors),
  offsetDays: z.int().min(-maxOffsetDays, 'offsetTooFar').max(maxOffsetDays, 'offsetTooFar'),
  unit: z.enum(['calendarDays', 'workingDays']),
  durationDays: z.int().min(1).max(400),
  dependsOn: z.array(z.string()).max(100, 'tooMany'),
  checklist: z.array(titleSchema).max(200, 'tooMany'),
});
export type TemplateTask = Readonly<z.infer<typeof templateTaskSchema>>;

/** A backward plan without its event. */
export const taskTemplateSchema = z.object({
  id: idSchema,
  name: titleSchema,
  kind: z.enum(eventKinds),
  role: z.enum(eventRoles),
  /** What a participant asks its host; empty for an organiser. */
  hostRequests: z.array(titleSchema).max(200, 'tooMany'),
  tasks: z.array(templateTaskSchema).max(2_000, 'tooMany'),
});
export type TaskTemplate = Readonly<z.infer<typeof taskTemplateSchema>>;
