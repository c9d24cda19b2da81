import { planProblems } from '@shared/domain/backwardPlan';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { isOverdue, type Task } from '@shared/domain/task';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { useSettings, useWorkCalendar } from '@renderer/data/settingsContext';
import { Button } from '@renderer/ui/Button';
import { SearchField } from '@renderer/ui/SearchField';
import { Segmented } from '@renderer/ui/Segmented';
import { SelectField } from '@renderer/ui/SelectField';
import { StatusMark } from '@renderer/ui/StatusMark';
import { TaskActions } from './TaskActions';
import { TaskBoard } from './TaskBoard';
import { TaskOverlays } from './TaskOverlays';
import { QuickAdd } from './list/QuickAdd';
import { TaskTable } from './list/TaskTable';
import { TaskPanel } from './panel/TaskPanel';
import { filteredTasks, taskGroups, taskScopes, usedValues } from './taskList';
import { TaskTimeline } from './timeline/TaskTimeline';
import { taskViews, useTaskSearch } from './useTaskSearch';
import styles from './TasksView.module.css';

type Props = {
  tasks: readonly Task[];
  events: readonly PlannedEvent[];
  /** The event whose plan this is; `null` for the tasks of all. */
  event: PlannedEvent | null;
  more?: ReactNode;
};

/** One list of tasks, looked at in three ways, with the chosen task beside it. */
export function TasksView({ tasks, events, event, more }: Props) {
  const { t } = useTranslation('tasks');
  const [search, setSearch] = useTaskSearch();
  const today = useToday();
  const calendar = useWorkCalendar();
  const { me } = useSettings();
  const scope = search.scope ?? (event ? 'all' : 'open');
  const { words, team } = search;
  const shown = useMemo(
    () => filteredTasks(tasks, { scope, words, team, me, today }),
    [tasks, scope, words, team, me, today],
  );
  const problems = useMemo(
    () => (event ? planProblems(event, tasks, calendar, today) : []),
    [event, tasks, calendar, today],
  );
  const teams = useMemo(() => usedValues(tasks, (task) => task.team), [tasks]);
  const late = tasks.filter((task) => isOverdue(task, today)).length;
  const isFiltered = words !== '' || team !== '' || shown.length < tasks.length;
  const open = (task: Task): void => setSearch({ task: task.id });

  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <div className={styles.bar}>
          {!event && <h1>{t('title')}</h1>}
          <Segmented
            label={t('views.label')}
            value={search.view}
            options={taskViews.map((id) => ({ id, label: t(`views.${id}`) }))}
            onChange={(view) => setSearch({ view: view === 'list' ? undefined : view })}
          />
          <SelectField
            label={t('scopes.label')}
            isLabelHidden
            value={scope}
            options={taskScopes.map((id) => ({ id, label: t(`scopes.${id}`) }))}
            onChange={(id) => setSearch({ scope: id })}
          />
          {search.view === 'list' && (
            <SelectField
              label={t('groups.label')}
              isLabelHidden
              value={search.group}
              options={taskGroups
                .filter((id) => id !== 'event' || !event)
                .map((id) => ({ id, label: t(`groups.${id}`) }))}
              onChange={(id) => setSearch({ group: id })}
            />
          )}
          <SelectField
            label={t('team')}
            isLabelHidden
            value={team || 'all'}
            options={[{ id: 'all', label: t('allTeams') }, ...teams.map((id) => ({ id, label: id }))]}
            onChange={(id) => setSearch({ team: id === 'all' ? undefined : id })}
          />
          <SearchField label={t('filter')} value={words} onChange={(next) => setSearch({ words: next })} />
          <span className={styles.grow} />
          {problems.length > 0 && (
            <Button variant="quiet" onPress={() => setSearch({ over: 'problems' })}>
              <StatusMark kind="alert">{t('problems', { count: problems.length })}</StatusMark>
            </Button>
          )}
          <TaskActions tasks={shown} event={event} />
        </div>
        <QuickAdd
          event={event}
          events={events}
          isAsked={search.new !== undefined}
          onUsed={() => setSearch({ new: undefined })}
        />
        {search.view === 'list' && (
          <TaskTable
            tasks={shown}
            allTasks={tasks}
            events={events}
            event={event}
            group={search.group}
            openId={search.task ?? null}
            onOpen={open}
            isFiltered={isFiltered && tasks.length > 0}
            onShowAll={() => setSearch({ words: undefined, team: undefined, scope: 'all' })}
            footer={
              <>
                <span>{t('count', { count: shown.length })}</span>
                {event && (
                  <span>
                    {t('countDone', {
                      done: tasks.filter(({ status }) => status === 'done').length,
                      all: tasks.length,
                    })}
                  </span>
                )}
                {late > 0 && <StatusMark kind="alert">{t('late', { count: late })}</StatusMark>}
                {more}
              </>
            }
          />
        )}
        {search.view === 'board' && <TaskBoard tasks={shown} onOpen={open} />}
        {search.view === 'timeline' && (
          <TaskTimeline tasks={shown} allTasks={tasks} event={event} onOpen={open} />
        )}
      </div>
      {search.task && (
        <TaskPanel
          key={search.task}
          taskId={search.task}
          tasks={tasks}
          events={events}
          onClose={() => setSearch({ task: undefined })}
        />
      )}
      <TaskOverlays tasks={tasks} event={event} problems={problems} />
    </div>
  );
}
