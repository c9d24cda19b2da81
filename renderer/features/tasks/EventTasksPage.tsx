import type { EventId } from '@shared/domain/plannedEvent';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { eventOf } from '@renderer/data/events';
import { tasksOfEvent } from '@renderer/data/tasks';
import { useQuestion } from '@renderer/data/workspaceContext';
import { Reading } from '@renderer/ui/Reading';
import { TasksView } from './TasksView';
import { useTaskSearch } from './useTaskSearch';

/** The plan of one event. */
export function EventTasksPage({ eventId }: { eventId: EventId }) {
  const { t } = useTranslation('common');
  const [search] = useTaskSearch();
  const tasks = useQuestion((database) => tasksOfEvent(database, eventId), [eventId]);
  const event = useQuestion((database) => eventOf(database, eventId), [eventId]);
  const events = useMemo(() => (event ? [event] : []), [event]);
  if (!tasks || event === undefined) return <Reading label={t('loading')} />;
  if (event === null) return null;
  return <TasksView tasks={tasks} scope={search.scope ?? 'all'} events={events} event={event} />;
}
