import { planProblems, problemKey } from '@shared/domain/backwardPlan';
import { formatDay, formatMinutes } from '@shared/domain/formatting';
import { plannedDueOn } from '@shared/domain/backwardPlan';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import {
  isOpen,
  type Task,
  type TaskId,
  taskPriorities,
  taskSchema,
  taskStatuses,
} from '@shared/domain/task';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { readClock, useToday } from '@renderer/data/clock';
import { allEvents } from '@renderer/data/events';
import { useWorkCalendar } from '@renderer/data/settingsContext';
import {
  changeTask,
  createTasks,
  deleteTasks,
  moveTaskToEvent,
  taskOf,
  tasksBeside,
} from '@renderer/data/tasks';
import { useCommit, useDatabase, useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { useProblemSentence } from '@renderer/i18n/problemSentence';
import { useSentence } from '@renderer/i18n/sentence';
import { ComboField } from '@renderer/ui/ComboField';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { Notice } from '@renderer/ui/Notice';
import { SelectField } from '@renderer/ui/SelectField';
import { SidePanel } from '@renderer/ui/SidePanel';
import { StatusMark } from '@renderer/ui/StatusMark';
import { TagsField } from '@renderer/ui/TagsField';
import { TextArea } from '@renderer/ui/TextArea';
import { TextField } from '@renderer/ui/TextField';
import { usedValues } from '../taskList';
import { useKnownOwners } from '../useKnownOwners';
import { useTaskActions } from '../useTaskActions';
import { useTaskSearch } from '../useTaskSearch';
import { ChecklistField } from './ChecklistField';
import { DependencyField } from './DependencyField';
import { DueField } from './DueField';
import { EventField } from './EventField';
import { parseMinutes } from './minutes';
import { ParsedField } from './ParsedField';
import { TaskHistory } from './TaskHistory';
import styles from './TaskPanel.module.css';

type Props = {
  taskId: TaskId;
  /** Those whose owners, teams and tags are suggested. */
  known: readonly Task[];
  /** At least the task's own. */
  events: readonly PlannedEvent[];
  onClose: () => void;
};

/** One task, every field saved as soon as it is left. The panel stays while another task takes its place. */
export function TaskPanel({ taskId, known, events, onClose }: Props) {
  const { t } = useTranslation('tasks');
  const commit = useCommit();
  const database = useDatabase();
  const [, setSearch] = useTaskSearch();
  const everyEvent = useQuestion(allEvents, []) ?? events;
  const asked = useQuestion(
    async (from) => {
      const task = await taskOf(from, taskId);
      return { taskId, task, beside: task ? await tasksBeside(from, task.eventId) : [] };
    },
    [taskId],
  );
  // What the list knows is drawn at once; the answer, which may know more, takes its place.
  const answer = asked?.taskId === taskId ? asked : undefined;
  const listed = useMemo(() => known.find(({ id }) => id === taskId), [known, taskId]);
  const task = answer ? answer.task : listed;
  const beside = useMemo(
    () => answer?.beside ?? known.filter(({ eventId }) => eventId === listed?.eventId),
    [answer, known, listed],
  );
  if (task === undefined) return null;
  async function duplicate(original: Task): Promise<void> {
    const copy: Task = {
      ...original,
      id: newUuid() as TaskId,
      title: t('panel.copyOf', { title: original.title }).slice(0, 200),
      status: 'todo',
      doneOn: null,
      checklist: original.checklist.map((item) => ({ ...item, id: newUuid(), isDone: false })),
      createdAt: readClock(),
    };
    await createTasks(commit, [copy]);
    setSearch({ task: copy.id });
  }
  return (
    <SidePanel
      title={t('panel.title')}
      closeLabel={t('panel.close')}
      onClose={onClose}
      actions={
        task && (
          <>
            <IconButton
              label={t('panel.duplicate')}
              icon={<icons.copy />}
              onPress={() => void duplicate(task)}
            />
            <IconButton
              label={t('panel.delete')}
              icon={<icons.delete />}
              onPress={() => void deleteTasks(database, commit, [task]).then(onClose)}
            />
          </>
        )
      }
    >
      {task ? (
        <TaskForm key={task.id} task={task} known={known} beside={beside} events={everyEvent} />
      ) : (
        <Notice kind="info">{t('panel.missing')}</Notice>
      )}
    </SidePanel>
  );
}

type FormProps = {
  task: Task;
  known: readonly Task[];
  beside: readonly Task[];
  events: readonly PlannedEvent[];
};

function TaskForm({ task, known, beside, events }: FormProps) {
  const { t } = useTranslation(['tasks', 'domain']);
  const language = useLanguage();
  const commit = useCommit();
  const database = useDatabase();
  const calendar = useWorkCalendar();
  const actions = useTaskActions();
  const { errors, change } = useTaskFields(task);
  const event = events.find(({ id }) => id === task.eventId) ?? null;
  const { owners, teams } = useKnownOwners(known);
  const tags = useMemo(() => usedValues(known, (one) => one.tags), [known]);
  const titles = useMemo(() => new Map<string, string>(beside.map(({ id, title }) => [id, title])), [beside]);

  function setEvent(next: PlannedEvent | null): void {
    if ((next?.id ?? null) === task.eventId) return;
    const isKept = next !== null && task.plan?.anchor.kind !== 'custom';
    const plan = isKept ? task.plan : null;
    const dueOn = plan && next && !task.isPinned ? plannedDueOn(plan, next, calendar) : task.dueOn;
    void moveTaskToEvent(database, commit, task, { eventId: next?.id ?? null, plan, dueOn });
  }

  return (
    <div className={styles.form}>
      <TextField
        label={t('panel.name')}
        value={task.title}
        error={errors.get('title')}
        onCommit={(title) => change({ title }, 'title')}
      />
      <div className={styles.pair}>
        <SelectField
          label={t('panel.status')}
          value={task.status}
          options={taskStatuses.map((id) => ({ id, label: t(`domain:taskStatus.${id}`) }))}
          onChange={(status) => actions.setStatus([task], status)}
        />
        <SelectField
          label={t('panel.priority')}
          value={task.priority}
          options={taskPriorities.map((id) => ({ id, label: t(`domain:priority.${id}`) }))}
          onChange={(priority) => change({ priority }, 'priority')}
        />
      </div>
      {task.doneOn && (
        <StatusMark kind="ok">
          {t('panel.doneOn', { day: formatDay(task.doneOn, 'full', language) })}
        </StatusMark>
      )}
      <div className={styles.pair}>
        <ComboField
          label={t('panel.owner')}
          value={task.owner}
          suggestions={owners}
          error={errors.get('owner')}
          onCommit={(owner) => change({ owner }, 'owner')}
        />
        <ComboField
          label={t('panel.team')}
          value={task.team}
          suggestions={teams}
          error={errors.get('team')}
          onCommit={(team) => change({ team }, 'team')}
        />
      </div>
      <EventField label={t('panel.event')} value={event} events={events} onChange={setEvent} />
      <DueField task={task} event={event} onChange={(fields) => change(fields, 'dueOn')} />
      {event && <TaskProblems task={task} event={event} beside={beside} />}
      <ParsedField
        label={t('panel.estimate')}
        help={t('panel.estimateHelp')}
        value={task.estimateMinutes}
        text={task.estimateMinutes === null ? '' : formatMinutes(task.estimateMinutes, language)}
        parse={parseMinutes}
        min={0}
        max={1_000_000}
        isOptional
        onCommit={(estimateMinutes) => change({ estimateMinutes }, 'estimateMinutes')}
      />
      <ChecklistField
        items={task.checklist}
        error={errors.get('checklist')}
        onChange={(checklist) => change({ checklist }, 'checklist')}
      />
      <DependencyField
        task={task}
        beside={beside}
        onChange={(dependsOn) => change({ dependsOn }, 'dependsOn')}
      />
      <TagsField
        label={t('panel.tags')}
        value={task.tags}
        suggestions={tags}
        error={errors.get('tags')}
        removeLabel={(tag) => t('panel.removeTag', { tag })}
        onChange={(next) => change({ tags: next }, 'tags')}
      />
      <TextArea
        label={t('panel.notes')}
        value={task.notes}
        error={errors.get('notes')}
        onCommit={(notes) => change({ notes }, 'notes')}
      />
      <TaskHistory task={task} event={event} events={events} titleOf={(id) => titles.get(id)} />
    </div>
  );
}

/** What the plan says against this task. */
function TaskProblems({ task, event, beside }: { task: Task; event: PlannedEvent; beside: readonly Task[] }) {
  const { t } = useTranslation('tasks');
  const calendar = useWorkCalendar();
  const today = useToday();
  const sentence = useProblemSentence(event);
  const problems = useMemo(
    () =>
      planProblems(event, beside, calendar, today).filter((problem) =>
        problem.kind === 'dependencyCycle'
          ? problem.tasks.some(({ id }) => id === task.id)
          : problem.task.id === task.id,
      ),
    [event, beside, calendar, today, task.id],
  );
  if (problems.length === 0 || !isOpen(task)) return null;
  return (
    <ul className={styles.problems} aria-label={t('panel.problems')}>
      {problems.map((problem) => (
        <li key={problemKey(problem)}>
          <icons.alert />
          <span dir="auto">{sentence(problem)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the schema refuses is said beside its field and not saved; the rest is saved at once. */
function useTaskFields(task: Task) {
  const commit = useCommit();
  const sentence = useSentence();
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  function change(fields: Partial<Task>, field: keyof Task): void {
    const answer = taskSchema.safeParse({ ...task, ...fields });
    const next = new Map(errors);
    if (answer.success) {
      next.delete(field);
      void changeTask(commit, task, fields);
    } else {
      next.set(field, sentence(answer.error.issues[0]?.message ?? ''));
    }
    setErrors(next);
  }
  return { errors, change };
}
