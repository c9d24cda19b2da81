import type { EventId } from '@shared/domain/plannedEvent';
import { eventOf } from '@renderer/data/events';
import { tasksOfEvent } from '@renderer/data/tasks';
import { useQuestion } from '@renderer/data/workspaceContext';
import { useMemo } from 'react';
import { TasksView } from './TasksView';

/** The plan of one event. */
export function EventTasksPage({ eventId }: { eventId: EventId }) {
  const tasks = useQuestion((database) => tasksOfEvent(database, eventId), [eventId]);
  const event = useQuestion((database) => eventOf(database, eventId), [eventId]);
  const events = useMemo(() => (event ? [event] : []), [event]);
  return tasks && event ? <TasksView tasks={tasks} events={events} event={event} /> : null;
}
