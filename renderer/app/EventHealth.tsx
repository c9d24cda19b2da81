import { healthOf } from '@shared/domain/eventHealth';
import { isSettled, type PlannedEvent } from '@shared/domain/plannedEvent';
import { isOverdue } from '@shared/domain/task';
import { useToday } from '../data/clock';
import { tasksOfEvent } from '../data/tasks';
import { useQuestion } from '../data/workspaceContext';
import { HealthMarks } from '../features/events/HealthMarks';

/** The event's health beside its name, on every tab. */
export function EventHealth({ event }: { event: PlannedEvent }) {
  const today = useToday();
  const overdue = useQuestion(
    async (database) =>
      (await tasksOfEvent(database, event.id)).filter((task) => isOverdue(task, today)).length,
    [event.id, today],
  );
  if (overdue === undefined) return null;
  return <HealthMarks health={healthOf(event, { overdue }, today)} isSettled={isSettled(event)} most={3} />;
}
