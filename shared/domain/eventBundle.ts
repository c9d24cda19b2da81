import { z } from 'zod';
import { eventReportSchema } from './eventReport';
import { type EventId, plannedEventSchema } from './plannedEvent';
import { taskSchema } from './task';
import type { Workspace } from './workspace';

/**
 * One event with all that belongs to it. Settings stay on their laptop; templates and periods too, as no event refers to one: what came from
 * a template is a task like any other. Its files are named by `attachmentIdsOf`.
 */
export const eventBundleSchema = z.object({
  event: plannedEventSchema,
  tasks: z.array(taskSchema),
  report: eventReportSchema.nullable(),
});
export type EventBundle = Readonly<z.infer<typeof eventBundleSchema>>;

/** `null` when the workspace has no such event. */
export function bundleOf(
  { events, tasks, reports }: Pick<Workspace, 'events' | 'tasks' | 'reports'>,
  eventId: EventId,
): EventBundle | null {
  const event = events.find(({ id }) => id === eventId);
  if (!event) return null;
  return {
    event,
    tasks: tasks.filter((task) => task.eventId === eventId),
    report: reports.find(({ id }) => id === eventId) ?? null,
  };
}

export function attachmentIdsOf({ event }: Pick<EventBundle, 'event'>): string[] {
  return event.attachments.map(({ id }) => id);
}
