import { z } from 'zod';
import { assignmentSchema } from './assignment';
import { eventReportSchema } from './eventReport';
import { type EventId, plannedEventSchema } from './plannedEvent';
import { postSchema } from './post';
import { shiftSchema } from './shift';
import { taskSchema } from './task';
import type { Workspace } from './workspace';

/**
 * One event with all that belongs to it. Settings stay on their laptop; the people of its roster travel beside it, since they belong to no event; templates and periods too, as no event refers to one: what came from
 * a template is a task like any other. Its files are named by `attachmentIdsOf`.
 */
export const eventBundleSchema = z.object({
  event: plannedEventSchema,
  tasks: z.array(taskSchema),
  report: eventReportSchema.nullable(),
  /** Versions that were exchanged before there were rosters have none of these. */
  posts: z.array(postSchema).optional(),
  shifts: z.array(shiftSchema).optional(),
  assignments: z.array(assignmentSchema).optional(),
});
export type EventBundle = Readonly<z.infer<typeof eventBundleSchema>>;

/** `null` when the workspace has no such event. */
export function bundleOf(
  {
    events,
    tasks,
    reports,
    posts,
    shifts,
    assignments,
  }: Pick<Workspace, 'events' | 'tasks' | 'reports' | 'posts' | 'shifts' | 'assignments'>,
  eventId: EventId,
): EventBundle | null {
  const event = events.find(({ id }) => id === eventId);
  if (!event) return null;
  return {
    event,
    tasks: tasks.filter((task) => task.eventId === eventId),
    report: reports.find(({ id }) => id === eventId) ?? null,
    posts: posts.filter((post) => post.eventId === eventId),
    shifts: shifts.filter((shift) => shift.eventId === eventId),
    assignments: assignments.filter((assignment) => assignment.eventId === eventId),
  };
}

export function attachmentIdsOf({ event }: Pick<EventBundle, 'event'>): string[] {
  return event.attachments.map(({ id }) => id);
}
