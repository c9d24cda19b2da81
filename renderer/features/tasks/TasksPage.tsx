import type { Task } from '@shared/domain/task';
import type { Day } from '@shared/domain/time';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import type { Database } from '@renderer/data/database';
import { allEvents } from '@renderer/data/events';
import { useSettings } from '@renderer/data/settingsContext';
import { doneTasks, droppedTasks, openTasks, openTasksOf, overdueTasks } from '@renderer/data/tasks';
import { useQuestion } from '@renderer/data/workspaceContext';
import { Button } from '@renderer/ui/Button';
import type { TaskScope } from './taskList';
import { TasksView } from './TasksView';
import { type TaskView, useTaskSearch } from './useTaskSearch';
import { Reading } from '@renderer/ui/Reading';

const pageLength = 200;
/** How many done and dropped tasks the board shows beside the open ones. */
const boardLength = 60;
const none: readonly never[] = [];

/** The tasks of all events, and those of none. Only what the scope asks for is read; what is done comes page by page, the latest first. */
export function TasksPage() {
  const { t } = useTranslation(['tasks', 'common']);
  const today = useToday();
  const { me } = useSettings();
  const [search] = useTaskSearch();
  const scope = search.scope ?? 'open';
  const [limit, setLimit] = useState(pageLength);
  const events = useQuestion(allEvents, none);
  const known = useQuestion(
    async (database) => ({ ...(await tasksFor(database, { ...search, scope, limit, me, today })), scope }),
    [scope, search.view, limit, me, today],
  );
  if (!known || !events) return <Reading label={t('common:loading')} />;
  return (
    <TasksView
      tasks={known.tasks}
      scope={known.scope}
      events={events}
      event={null}
      more={
        known.isCut && (
          <Button variant="quiet" onPress={() => setLimit(limit + pageLength)}>
            {t('list.more', { count: pageLength })}
          </Button>
        )
      }
    />
  );
}

type Asked = { scope: TaskScope; view: TaskView; limit: number; me: string; today: Day };
type Read = { tasks: readonly Task[]; isCut: boolean };

async function tasksFor(database: Database, asked: Asked): Promise<Read> {
  const { scope, limit, me, today } = asked;
  switch (scope) {
    case 'done': {
      const tasks = await doneTasks(database, limit);
      return { tasks, isCut: tasks.length === limit };
    }
    case 'dropped': {
      const tasks = await droppedTasks(database, limit);
      return { tasks, isCut: tasks.length === limit };
    }
    case 'mine':
      return { tasks: me === '' ? [] : await openTasksOf(database, me), isCut: false };
    case 'overdue':
      return { tasks: await overdueTasks(database, today), isCut: false };
    case 'ready':
      return { tasks: await openTasks(database), isCut: false };
    case 'open':
    case 'all': {
      const open = await openTasks(database);
      if (scope === 'open' && asked.view !== 'board') return { tasks: open, isCut: false };
      const length = scope === 'all' ? limit : boardLength;
      const done = await doneTasks(database, length);
      const dropped = await droppedTasks(database, length);
      return { tasks: [...open, ...done, ...dropped], isCut: scope === 'all' && done.length === length };
    }
  }
}
