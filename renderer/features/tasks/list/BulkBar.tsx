import { type Task, taskPriorities, taskStatuses } from '@shared/domain/task';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { useWorkCalendar } from '@renderer/data/settingsContext';
import { changeTasks, deleteTasks, rescheduleTasks, setTaskStatus } from '@renderer/data/tasks';
import { useCommit, useDatabase } from '@renderer/data/workspaceContext';
import { Button } from '@renderer/ui/Button';
import { ComboField } from '@renderer/ui/ComboField';
import { DateField } from '@renderer/ui/DateField';
import { Dialog } from '@renderer/ui/Dialog';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { Menu } from '@renderer/ui/Menu';
import { usedValues } from '../taskList';
import styles from './BulkBar.module.css';

type Asked = 'owner' | 'team' | 'due' | null;

/** The same change for every chosen task: one gesture, one undo. */
export function BulkBar({
  tasks,
  allTasks,
  onClear,
}: {
  tasks: readonly Task[];
  allTasks: readonly Task[];
  onClear: () => void;
}) {
  const { t } = useTranslation(['tasks', 'domain']);
  const commit = useCommit();
  const database = useDatabase();
  const today = useToday();
  const calendar = useWorkCalendar();
  const [asked, setAsked] = useState<Asked>(null);
  const arePinned = tasks.every(({ isPinned }) => isPinned);
  const shift = (days: number): void => {
    void rescheduleTasks(
      commit,
      tasks.flatMap((task) =>
        task.dueOn ? [{ task, dueOn: calendar.addWorkingDays(task.dueOn, days) }] : [],
      ),
    );
  };
  return (
    <div className={styles.bulk} role="toolbar" aria-label={t('bulk.label')}>
      <b>{t('bulk.chosen', { count: tasks.length })}</b>
      <Button icon={<icons.tick />} onPress={() => void setTaskStatus(commit, tasks, 'done', today)}>
        {t('bulk.done')}
      </Button>
      <Menu
        label={t('bulk.status')}
        trigger={<Button icon={<icons.down />}>{t('bulk.status')}</Button>}
        entries={taskStatuses.map((id) => ({
          id,
          label: t(`domain:taskStatus.${id}`),
          onAction: () => void setTaskStatus(commit, tasks, id, today),
        }))}
      />
      <Menu
        label={t('bulk.priority')}
        trigger={<Button icon={<icons.down />}>{t('bulk.priority')}</Button>}
        entries={taskPriorities.map((id) => ({
          id,
          label: t(`domain:priority.${id}`),
          onAction: () => void changeTasks(commit, tasks, { priority: id }),
        }))}
      />
      <Button onPress={() => setAsked('owner')}>{t('bulk.owner')}</Button>
      <Button onPress={() => setAsked('team')}>{t('bulk.team')}</Button>
      <Button onPress={() => setAsked('due')}>{t('bulk.due')}</Button>
      <IconButton label={t('bulk.earlier')} icon={<icons.previous />} onPress={() => shift(-1)} />
      <IconButton label={t('bulk.later')} icon={<icons.next />} onPress={() => shift(1)} />
      <IconButton
        label={arePinned ? t('bulk.unpin') : t('bulk.pin')}
        icon={<icons.pin />}
        onPress={() => void changeTasks(commit, tasks, { isPinned: !arePinned })}
      />
      <IconButton
        label={t('bulk.delete')}
        icon={<icons.delete />}
        onPress={() => void deleteTasks(database, commit, tasks).then(onClear)}
      />
      <span className={styles.grow} />
      <Button variant="quiet" onPress={onClear}>
        {t('bulk.clear')}
      </Button>
      {asked && <BulkDialog asked={asked} tasks={tasks} allTasks={allTasks} onClose={() => setAsked(null)} />}
    </div>
  );
}

type DialogProps = {
  asked: Exclude<Asked, null>;
  tasks: readonly Task[];
  allTasks: readonly Task[];
  onClose: () => void;
};

function BulkDialog({ asked, tasks, allTasks, onClose }: DialogProps) {
  const { t } = useTranslation(['tasks', 'common']);
  const commit = useCommit();
  const [words, setWords] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const apply = (): void => {
    const change =
      asked === 'due'
        ? rescheduleTasks(
            commit,
            tasks.map((task) => ({ task, dueOn })),
          )
        : changeTasks(commit, tasks, { [asked]: words });
    void change.then(onClose);
  };
  return (
    <Dialog
      title={t(`bulk.${asked}`)}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" onPress={apply}>
            {t('bulk.set')}
          </Button>
        </>
      }
    >
      {asked === 'due' ? (
        <DateField label={t('bulk.due')} value={dueOn} onChange={setDueOn} />
      ) : (
        <ComboField
          label={t(`bulk.${asked}`)}
          value={words}
          suggestions={usedValues(allTasks, (task) => task[asked])}
          onCommit={setWords}
        />
      )}
    </Dialog>
  );
}
