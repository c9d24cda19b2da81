import { allEvents } from '@renderer/data/events';
import { doneTasks, openTasks } from '@renderer/data/tasks';
import { useQuestion } from '@renderer/data/workspaceContext';
import { useState } from 'react';
import { Button } from '@renderer/ui/Button';
import { useTranslation } from 'react-i18next';
import { TasksView } from './TasksView';
import { useTaskSearch } from './useTaskSearch';

const pageLength = 500;

/** The tasks of all events, and those of none. What is done is read only when asked for, the newest first. */
export function TasksPage() {
  const { t } = useTranslation('tasks');
  const [{ scope }] = useTaskSearch();
  const [doneLimit, setDoneLimit] = useState(pageLength);
  const wantsDone = scope === 'done' || scope === 'all';
  const known = useQuestion(
    async (database) => {
      const open = scope === 'done' ? [] : await openTasks(database);
      const done = wantsDone ? await doneTasks(database, doneLimit) : [];
      return {
        tasks: [...open, ...done],
        events: await allEvents(database),
        isCut: done.length === doneLimit,
      };
    },
    [scope, wantsDone, doneLimit],
  );
  if (!known) return null;
  const more = known.isCut && (
    <Button variant="quiet" onPress={() => setDoneLimit(doneLimit + pageLength)}>
      {t('board.more')}
    </Button>
  );
  return <TasksView tasks={known.tasks} events={known.events} event={null} more={more} />;
}
