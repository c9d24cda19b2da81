import { loopIfWaits, successorsOf } from '@shared/domain/dependencies';
import { formatDay } from '@shared/domain/formatting';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import {
  type Task,
  type TaskId,
  taskPriorities,
  taskSchema,
  taskStatuses,
  withStatus,
} from '@shared/domain/task';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { readClock, useToday } from '@renderer/data/clock';
import { changeTask, createTasks, deleteTasks, taskOf } from '@renderer/data/tasks';
import { useCommit, useDatabase, useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { useSentence } from '@renderer/i18n/sentence';
import { ComboField } from '@renderer/ui/ComboField';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { Notice } from '@renderer/ui/Notice';
import { NumberField } from '@renderer/ui/NumberField';
import { SelectField } from '@renderer/ui/SelectField';
import { SidePanel } from '@renderer/ui/SidePanel';
import { TagsField } from '@renderer/ui/TagsField';
import { TextArea } from '@renderer/ui/TextArea';
import { TextField } from '@renderer/ui/TextField';
import { usedValues } from '../taskList';
import { ChecklistField } from './ChecklistField';
import { DependencyField } from './DependencyField';
import { DueField } from './DueField';
import styles from './TaskPanel.module.css';

type Props = { taskId: TaskId; tasks: readonly Task[]; events: readonly PlannedEvent[]; onClose: () => void };

/** One task, every field saved as soon as it is left. */
export function TaskPanel({ taskId, tasks, events, onClose }: Props) {
  const { t } = useTranslation('tasks');
  const task = useQuestion((database) => taskOf(database, taskId), [taskId]);
  if (task === undefined) return null;
  if (task === null) {
    return (
      <SidePanel title={t('panel.title')} closeLabel={t('panel.close')} onClose={onClose}>
        <Notice kind="info">{t('panel.missing')}</Notice>
      </SidePanel>
    );
  }
  return <TaskForm task={task} tasks={tasks} events={events} onClose={onClose} />;
}

type FormProps = Omit<Props, 'taskId'> & { task: Task };

function TaskForm({ task, tasks, events, onClose }: FormProps) {
  const { t } = useTranslation(['tasks', 'domain']);
  const language = useLanguage();
  const today = useToday();
  const commit = useCommit();
  const database = useDatabase();
  const { errors, change } = useTaskFields(task);
  const event = events.find(({ id }) => id === task.eventId) ?? null;
  const siblings = useMemo(
    () => tasks.filter(({ eventId, id }) => eventId === task.eventId && id !== task.id),
    [tasks, task],
  );
  const owners = useMemo(() => usedValues(tasks, (one) => one.owner), [tasks]);
  const teams = useMemo(() => usedValues(tasks, (one) => one.team), [tasks]);
  const tags = useMemo(() => usedValues(tasks, (one) => one.tags), [tasks]);
  const waiting = successorsOf(tasks).get(task.id) ?? [];

  function setEvent(id: string): void {
    const eventId = events.find((one) => one.id === id)?.id ?? null;
    change({ eventId, plan: null, dependsOn: [] }, 'eventId');
  }
  function duplicate(): void {
    const copy: Task = {
      ...task,
      id: newUuid() as TaskId,
      title: t('panel.copyOf', { title: task.title }).slice(0, 200),
      status: 'todo',
      doneOn: null,
      createdAt: readClock(),
    };
    void createTasks(commit, [copy]);
  }

  return (
    <SidePanel
      title={t('panel.title')}
      closeLabel={t('panel.close')}
      onClose={onClose}
      actions={
        <>
          <IconButton label={t('panel.duplicate')} icon={<icons.copy />} onPress={duplicate} />
          <IconButton
            label={t('panel.delete')}
            icon={<icons.delete />}
            onPress={() => void deleteTasks(database, commit, [task]).then(onClose)}
          />
        </>
      }
    >
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
            onChange={(status) => {
              const { doneOn } = withStatus(task, status, today);
              change({ status, doneOn }, 'status');
            }}
          />
          <SelectField
            label={t('panel.priority')}
            value={task.priority}
            options={taskPriorities.map((id) => ({ id, label: t(`domain:priority.${id}`) }))}
            onChange={(priority) => change({ priority }, 'priority')}
          />
        </div>
        {task.doneOn && (
          <p className={styles.quiet}>
            {t('panel.doneOn', { day: formatDay(task.doneOn, 'long', language) })}
          </p>
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
        {events.length > 1 && (
          <SelectField
            label={t('panel.event')}
            value={task.eventId ?? 'none'}
            options={[
              { id: 'none', label: t('panel.noEvent') },
              ...events.map(({ id, name, edition }) => ({
                id: id as string,
                label: edition ? `${name}, ${edition}` : name,
              })),
            ]}
            onChange={setEvent}
          />
        )}
        <DueField task={task} event={event} onChange={(fields) => change(fields, 'dueOn')} />
        <div className={styles.pair}>
          <NumberField
            label={t('panel.duration')}
            value={task.durationDays}
            min={1}
            max={400}
            error={errors.get('durationDays')}
            onCommit={(days) => change({ durationDays: days ?? 1 }, 'durationDays')}
          />
          <NumberField
            label={t('panel.estimate')}
            value={task.estimateMinutes}
            min={0}
            max={1_000_000}
            error={errors.get('estimateMinutes')}
            onCommit={(estimateMinutes) => change({ estimateMinutes }, 'estimateMinutes')}
          />
        </div>
        <ChecklistField
          items={task.checklist}
          onChange={(checklist) => change({ checklist: [...checklist] }, 'checklist')}
        />
        <DependencyField
          task={task}
          siblings={siblings}
          onChange={(dependsOn) => change({ dependsOn: [...dependsOn] }, 'dependsOn')}
          loopOf={(id) => loopIfWaits(tasks, task.id, id)}
        />
        {waiting.length > 0 && (
          <div>
            <h3 className={styles.label}>{t('panel.successors')}</h3>
            <ul className={styles.plainList}>
              {waiting.map((id) => (
                <li key={id} dir="auto">
                  {tasks.find((one) => one.id === id)?.title}
                </li>
              ))}
            </ul>
          </div>
        )}
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
      </div>
    </SidePanel>
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
      next.set(field, sentence(answer.error.issues[0]?.message ?? 'other'));
    }
    setErrors(next);
  }
  return { errors, change };
}
