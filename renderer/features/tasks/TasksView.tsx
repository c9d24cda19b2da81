import { planProblems } from '@shared/domain/backwardPlan';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { isOpen, isOverdue, type Task, type TaskId } from '@shared/domain/task';
import { type ReactNode, useDeferredValue, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { useSettings, useWorkCalendar } from '@renderer/data/settingsContext';
import { Button } from '@renderer/ui/Button';
import { Segmented } from '@renderer/ui/Segmented';
import { SelectField } from '@renderer/ui/SelectField';
import { StatusMark } from '@renderer/ui/StatusMark';
import { TaskBoard } from './board/TaskBoard';
import { ImportRoom } from './import/ImportRoom';
import { QuickAdd } from './list/QuickAdd';
import { TaskTable } from './list/TaskTable';
import { useWidth } from '@renderer/ui/useWidth';
import { TaskPanel } from './panel/TaskPanel';
import { ProblemsPanel } from './plan/ProblemsPanel';
import { ReplanDialog } from './plan/ReplanDialog';
import { TaskActionsMenu } from './TaskActionsMenu';
import { TaskFilters } from './TaskFilters';
import { inScope, isNarrowed, narrowed, type TaskScope, taskScopes } from './taskList';
import { TasksEmpty } from './TasksEmpty';
import { ApplyTemplateDialog } from './templates/ApplyTemplateDialog';
import { SaveTemplateDialog } from './templates/SaveTemplateDialog';
import { TaskTimeline } from './timeline/TaskTimeline';
import { taskViews, useTaskSearch } from './useTaskSearch';
import styles from './TasksView.module.css';

type Props = {
  /** At least those of the scope, and whatever they wait for that is still open. */
  tasks: readonly Task[];
  scope: TaskScope;
  events: readonly PlannedEvent[];
  /** The event whose plan this is; `null` for the tasks of all. */
  event: PlannedEvent | null;
  /** Under the list: the way to what was not read. */
  more?: ReactNode;
};

/** One list of tasks, looked at in three ways, with the chosen task beside it. */
export function TasksView({ tasks, scope, events, event, more }: Props) {
  const { t } = useTranslation('tasks');
  const [search, setSearch] = useTaskSearch();
  const today = useToday();
  const calendar = useWorkCalendar();
  const { me } = useSettings();
  const page = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLDivElement>(null);
  const width = useWidth(main);
  const isBoard = search.view === 'board';
  const scoped = useMemo(
    () => (isBoard ? boardScope(tasks, scope, me, today) : inScope(tasks, scope, { me, today })),
    [tasks, scope, me, today, isBoard],
  );
  const filter = useDeferredValue(search);
  const shown = useMemo(() => narrowed(scoped, filter), [scoped, filter]);
  const eventsById = useMemo(
    () => new Map<string, PlannedEvent>(events.map((one) => [one.id, one])),
    [events],
  );
  const problems = useMemo(
    () => (event ? planProblems(event, tasks, calendar, today) : []),
    [event, tasks, calendar, today],
  );
  const open = (task: { id: TaskId }): void => setSearch({ task: task.id });
  const close = (): void => setSearch({ over: undefined });
  /** The focus goes back to the task where it stands in the list, however one came to it. */
  function closeTask(): void {
    const { task } = search;
    setSearch({ task: undefined });
    requestAnimationFrame(() => task && standingOf(page.current, task)?.focus({ preventScroll: true }));
  }

  if (search.import) return <ImportRoom event={event} events={events} />;
  return (
    <div ref={page} className={styles.page}>
      <div ref={main} className={styles.main}>
        <div className={styles.bar}>
          {!event && <h1>{t('title')}</h1>}
          <Segmented
            label={t('views.label')}
            value={search.view}
            options={taskViews.map((id) => ({ id, label: t(`views.${id}`) }))}
            onChange={(view) => setSearch({ view: view === 'list' ? undefined : view })}
          />
          <Scopes
            scope={scope}
            hasAll={event !== null}
            isNarrow={width < 900}
            onChange={(id) => setSearch({ scope: id === (event ? 'all' : 'open') ? undefined : id })}
          />
          <span className={styles.grow} />
          {problems.length > 0 && (
            <Button variant="quiet" onPress={() => setSearch({ over: 'problems', task: undefined })}>
              <StatusMark kind="alert">{t('problems.count', { count: problems.length })}</StatusMark>
            </Button>
          )}
          <TaskActionsMenu tasks={shown} event={event} events={eventsById} />
        </div>
        <QuickAdd
          event={event}
          events={events}
          known={tasks}
          isAsked={search.new !== undefined}
          onUsed={() => search.new && setSearch({ new: undefined })}
          onOpen={(id) => setSearch({ task: id, new: undefined })}
        />
        {search.view === 'list' ? (
          <TaskTable
            tasks={shown}
            known={tasks}
            events={eventsById}
            event={event}
            grouping={search.group}
            sort={search.sort}
            onSort={(sort) => setSearch({ sort })}
            openId={search.task ?? null}
            onOpen={open}
            filters={
              <TaskFilters
                tasks={scoped}
                search={search}
                onChange={setSearch}
                isGrouped
                hasEvents={event === null}
              />
            }
            empty={
              <TasksEmpty scope={scope} isNarrowed={isNarrowed(filter)} event={event} total={tasks.length} />
            }
            footer={<Counts shown={shown} tasks={tasks} event={event} more={more} />}
          />
        ) : (
          <>
            <TaskFilters
              tasks={scoped}
              search={search}
              onChange={setSearch}
              isGrouped={false}
              hasEvents={event === null}
            />
            {isBoard ? (
              <TaskBoard tasks={shown} events={eventsById} event={event} onOpen={open} />
            ) : (
              <TaskTimeline tasks={shown} allTasks={tasks} events={eventsById} event={event} onOpen={open} />
            )}
          </>
        )}
      </div>
      {search.task ? (
        <TaskPanel taskId={search.task} known={tasks} events={events} onClose={closeTask} />
      ) : (
        event &&
        search.over === 'problems' && <ProblemsPanel event={event} problems={problems} onClose={close} />
      )}
      {event && search.over === 'replan' && <ReplanDialog event={event} tasks={tasks} onClose={close} />}
      {event && search.over === 'template' && (
        <ApplyTemplateDialog event={event} tasks={tasks} onClose={close} />
      )}
      {event && search.over === 'saveTemplate' && (
        <SaveTemplateDialog event={event} tasks={tasks} onClose={close} />
      )}
    </div>
  );
}

type ScopesProps = {
  scope: TaskScope;
  hasAll: boolean;
  isNarrow: boolean;
  onChange: (scope: TaskScope) => void;
};

function Scopes({ scope, hasAll, isNarrow, onChange }: ScopesProps) {
  const { t } = useTranslation('tasks');
  const options = taskScopes
    .filter((id) => id !== 'all' || hasAll)
    .map((id) => ({ id, label: t(`scopes.${id}`) }));
  const given = { label: t('scopes.label'), value: scope, options, onChange };
  return isNarrow ? <SelectField {...given} isLabelHidden /> : <Segmented {...given} />;
}

type CountsProps = {
  shown: readonly Task[];
  tasks: readonly Task[];
  event: PlannedEvent | null;
  more: ReactNode;
};

function Counts({ shown, tasks, event, more }: CountsProps) {
  const { t } = useTranslation('tasks');
  const today = useToday();
  const late = shown.filter((task) => isOverdue(task, today)).length;
  return (
    <>
      <span role="status">{t('count', { count: shown.length })}</span>
      {event && (
        <span>
          {t('countDone', {
            done: tasks.filter(({ status }) => status === 'done').length,
            all: tasks.filter(({ status }) => status !== 'dropped').length,
          })}
        </span>
      )}
      {late > 0 && <StatusMark kind="alert">{t('late', { count: late })}</StatusMark>}
      {more}
    </>
  );
}

/** The board has columns for what is closed: the scope is for what is open, and for what is mine. */
function boardScope(tasks: readonly Task[], scope: TaskScope, me: string, today: string): readonly Task[] {
  if (scope === 'open' || scope === 'all') return tasks;
  const scoped = inScope(tasks, scope, { me, today });
  if (scope !== 'mine') return scoped;
  return [...scoped, ...tasks.filter((task) => !isOpen(task) && task.owner === me)];
}

/** The row, card or bar of a task. */
function standingOf(page: HTMLElement | null, id: TaskId): HTMLElement | null {
  const names = ['row', 'card', 'bar'].map((name) => `[data-${name}="${CSS.escape(id)}"]`);
  return page?.querySelector<HTMLElement>(names.join(',')) ?? null;
}
