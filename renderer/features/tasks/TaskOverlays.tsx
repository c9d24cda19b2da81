import { type PlanProblem, problemKey } from '@shared/domain/backwardPlan';
import { formatDay } from '@shared/domain/formatting';
import { replan } from '@shared/domain/moveEvent';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Task } from '@shared/domain/task';
import { useTranslation } from 'react-i18next';
import { useWorkCalendar } from '@renderer/data/settingsContext';
import { replanTasks } from '@renderer/data/tasks';
import { useCommit } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { useProblemSentence } from '@renderer/i18n/problemSentence';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { ImportDialog } from './import/ImportDialog';
import { ApplyTemplateDialog } from './templates/ApplyTemplateDialog';
import { SaveTemplateDialog } from './templates/SaveTemplateDialog';
import { useTaskSearch } from './useTaskSearch';
import styles from './TaskOverlays.module.css';

type Props = { tasks: readonly Task[]; event: PlannedEvent | null; problems: readonly PlanProblem[] };

/** What opens over the list, as the address says. */
export function TaskOverlays({ tasks, event, problems }: Props) {
  const [{ over }, setSearch] = useTaskSearch();
  const close = (): void => setSearch({ over: undefined });
  if (over === 'import') return <ImportDialog event={event} tasks={tasks} onClose={close} />;
  if (!event) return null;
  switch (over) {
    case 'template':
      return <ApplyTemplateDialog event={event} tasks={tasks} onClose={close} />;
    case 'saveTemplate':
      return <SaveTemplateDialog event={event} tasks={tasks} onClose={close} />;
    case 'replan':
      return <ReplanDialog event={event} tasks={tasks} onClose={close} />;
    case 'problems':
      return <ProblemsDialog event={event} problems={problems} onClose={close} />;
    default:
      return null;
  }
}

type DialogProps = { event: PlannedEvent; onClose: () => void };

function ProblemsDialog({ event, problems, onClose }: DialogProps & { problems: readonly PlanProblem[] }) {
  const { t } = useTranslation('tasks');
  const sentence = useProblemSentence(event);
  const [, setSearch] = useTaskSearch();
  return (
    <Dialog title={t('problemsTitle')} onClose={onClose} isWide>
      {problems.length === 0 && <p>{t('noProblems')}</p>}
      <ul className={styles.problems}>
        {problems.map((problem) => {
          const task = problem.kind === 'dependencyCycle' ? problem.tasks[0] : problem.task;
          return (
            <li key={problemKey(problem)}>
              <button type="button" onClick={() => setSearch({ over: undefined, task: task?.id })} dir="auto">
                {sentence(problem)}
              </button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

function ReplanDialog({ event, tasks, onClose }: DialogProps & { tasks: readonly Task[] }) {
  const { t } = useTranslation(['tasks', 'common']);
  const language = useLanguage();
  const calendar = useWorkCalendar();
  const commit = useCommit();
  const moved = replan(event, tasks, calendar);
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
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          {moved.length > 0 && (
            <Button variant="primary" onPress={apply}>
              {t('common:apply')}
            </Button>
          )}
        </>
      }
    >
      <p>{moved.length === 0 ? t('replan.nothing') : t('replan.sentence', { count: moved.length })}</p>
      <table className={styles.moves}>
        <tbody>
          {moved.map(({ before, fromDueOn, toDueOn }) => (
            <tr key={before.id}>
              <th scope="row" dir="auto">
                {before.title}
              </th>
              <td>{fromDueOn ? formatDay(fromDueOn, 'weekday', language) : t('common:noDate')}</td>
              <td>→ {formatDay(toDueOn, 'weekday', language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
