import { z } from 'zod';
import { eventIdSchema } from './plannedEvent';
import { idSchema, lineSchema, proseSchema, tagsSchema, titleSchema } from './text';
import { type Day, daySchema, instantSchema } from './time';

export const taskIdSchema = idSchema.brand('TaskId');
export type TaskId = z.infer<typeof taskIdSchema>;

export const taskStatuses = ['todo', 'doing', 'waiting', 'done', 'dropped'] as const;
export const taskPriorities = ['high', 'medium', 'low'] as const;
export type TaskStatus = (typeof taskStatuses)[number];
export type TaskPriority = (typeof taskPriorities)[number];

/** What a task's date is counted from. `custom` names one of the event's own anchors. */
export const anchorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opening') }),
  z.object({ kind: z.literal('closing') }),
  z.object({ kind: z.literal('setUp') }),
  z.object({ kind: z.literal('reportDue') }),
  z.object({ kind: z.literal('orderSigned') }),
  z.object({ kind: z.literal('custom'), anchorId: idSchema }),
]);
export type Anchor = Readonly<z.infer<typeof anchorSchema>>;

/** Farthest from its anchor that a task may be due, in days: about four years. */
export const maxOffsetDays = 1_500;

/**
 * « J-30 »: the due day counted from an anchor. Negative is before. In `calendarDays` the day found is then moved off
 * closed days, away from the anchor; in `workingDays` closed days are not counted at all.
 */
export const taskPlanSchema = z.object({
  anchor: anchorSchema,
  offsetDays: z.int().min(-maxOffsetDays, 'offsetTooFar').max(maxOffsetDays, 'offsetTooFar'),
  unit: z.enum(['calendarDays', 'workingDays']),
});
export type TaskPlan = Readonly<z.infer<typeof taskPlanSchema>>;

export const checklistItemSchema = z.object({ id: idSchema, text: titleSchema, isDone: z.boolean() });
export type ChecklistItem = Readonly<z.infer<typeof checklistItemSchema>>;

export const taskSchema = z
  .object({
    id: taskIdSchema,
    eventId: eventIdSchema.nullable(),
    title: titleSchema,
    owner: lineSchema,
    team: lineSchema,
    status: z.enum(taskStatuses),
    priority: z.enum(taskPriorities),
    /** The day by whose end it must be done. Stored, because it is a decision: a plan moves it only through a shown diff. */
    dueOn: daySchema.nullable(),
    plan: taskPlanSchema.nullable(),
    /** A pinned date never moves with the event. */
    isPinned: z.boolean(),
    /** Working days, the due day included. */
    durationDays: z.int().min(1).max(400),
    estimateMinutes: z.int().min(0).max(1_000_000).nullable(),
    notes: proseSchema,
    checklist: z.array(checklistItemSchema).max(200, 'tooMany'),
    dependsOn: z.array(taskIdSchema).max(100, 'tooMany'),
    tags: tagsSchema,
    doneOn: daySchema.nullable(),
    createdAt: instantSchema,
  })
  .refine((task) => !task.dependsOn.includes(task.id), { path: ['dependsOn'], message: 'dependsOnItself' })
  .refine((task) => (task.status === 'done') === (task.doneOn !== null), {
    path: ['doneOn'],
    message: 'doneWithoutDay',
  })
  .refine((task) => task.eventId !== null || task.plan === null, {
    path: ['plan'],
    message: 'planWithoutEvent',
  });
export type Task = Readonly<z.infer<typeof taskSchema>>;

/** Still to be done by somebody. */
export function isOpen(task: Task): boolean {
  return task.status !== 'done' && task.status !== 'dropped';
}

export function isOverdue(task: Task, today: Day): boolean {
  return isOpen(task) && task.dueOn !== null && task.dueOn < today;
}

/** The same task in another status, its day of completion kept true. */
export function withStatus(task: Task, status: TaskStatus, today: Day): Task {
  if (status === task.status) return task;
  return { ...task, status, doneOn: status === 'done' ? today : null };
}
