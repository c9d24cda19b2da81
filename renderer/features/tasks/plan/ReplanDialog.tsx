import { formatDay } from '@shared/domain/formatting';
import { replan } from '@shared/domain/moveEvent';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Task } from '@shared/domain/task';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkCalendar } from '@renderer/data/settingsContext';
import { replanTasks } from '@renderer/data/tasks';
import { useCommit } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { icons } from '@renderer/ui/icons';
import styles from './Plan.module.css';

type Props = { event: PlannedEvent; tasks: readonly Task[]; onClose: () => void };

/** Brings open tasks back to the days that their plan gives: what would change, before it does. */
export function ReplanDialog({ event, tasks, onClose }: Props) {
  const { t } = useTranslation(['tasks', 'common']);
  const language = useLanguage();
  const calendar = useWorkCalendar();
  const commit = useCommit();
  const moved = useMemo(
    () => [...replan(event, tasks, calendar)].sort((left, right) => (left.toDueOn < right.toDueOn ? -1 : 1)),
    [event, tasks, calendar],
  );
  const apply = (): void =>
    void replanTasks(
      commit,
      moved.map(({ after }) => after),
    ).then(onClose);
  return (
    <Dialog
      title={t('replan.title')}
      onClose={onClose}
      isWide
      footer={
        <>
          <Button onPress={onClose}>{t(moved.length > 0 ? 'common:cancel' : 'common:close')}</Button>
          {moved.length > 0 && (
            <Button variant="primary" onPress={apply}>
              {t('replan.apply', { count: moved.length })}
            </Button>
          )}
        </>
      }
    >
      <p>{moved.length === 0 ? t('replan.nothing') : t('replan.sentence', { count: moved.length })}</p>
      {moved.length > 0 && (
        <table className={styles.moves}>
          <thead>
            <tr>
              <th scope="col">{t('columns.title')}</th>
              <th scope="col">{t('replan.before')}</th>
              <th scope="col">{t('replan.after')}</th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ before, fromDueOn, toDueOn }) => (
              <tr key={before.id}>
                <th scope="row" dir="auto">
                  {before.title}
                </th>
                <td>{fromDueOn ? formatDay(fromDueOn, 'medium', language) : t('common:noDate')}</td>
                <td>
                  <icons.arrow /> {formatDay(toDueOn, 'medium', language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}
