import { type PlanProblem, problemKey } from '@shared/domain/backwardPlan';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Task } from '@shared/domain/task';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '@renderer/i18n/problemSentence';
import { paths } from '@renderer/navigation/paths';
import { Button } from '@renderer/ui/Button';
import { icons } from '@renderer/ui/icons';
import { SidePanel } from '@renderer/ui/SidePanel';
import { StatusMark } from '@renderer/ui/StatusMark';
import { useTaskSearch } from '../useTaskSearch';
import styles from './Plan.module.css';

type Props = { event: PlannedEvent; problems: readonly PlanProblem[]; onClose: () => void };

/** In the order in which they are told: what makes the plan impossible first, what is only late last. */
const kinds = [
  'dependencyCycle',
  'anchorMissing',
  'dependencyMissing',
  'dueAfterOpening',
  'dependencyOrder',
  'dueInPast',
  'startsInPast',
] as const satisfies readonly PlanProblem['kind'][];

/** What is wrong with the plan, as sentences, each leading to its task. */
export function ProblemsPanel({ event, problems, onClose }: Props) {
  const { t } = useTranslation('tasks');
  const [, setSearch] = useTaskSearch();
  return (
    <SidePanel
      title={t('problems.title')}
      closeLabel={t('problems.close')}
      onClose={onClose}
      footer={
        <Button icon={<icons.calendar />} onPress={() => setSearch({ over: 'replan' })}>
          {t('actions.replan')}
        </Button>
      }
    >
      {problems.length === 0 && <StatusMark kind="ok">{t('problems.none')}</StatusMark>}
      {kinds.map((kind) => {
        const members = problems.filter((problem) => problem.kind === kind);
        return (
          members.length > 0 && (
            <section key={kind} className={styles.group} aria-label={t(`problems.kinds.${kind}`)}>
              <h3>
                {t(`problems.kinds.${kind}`)} <span>{members.length}</span>
              </h3>
              <ul>
                {members.map((problem) => (
                  <li key={problemKey(problem)}>
                    <ProblemLine problem={problem} event={event} />
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </SidePanel>
  );
}

function ProblemLine({ problem, event }: { problem: PlanProblem; event: PlannedEvent }) {
  const sentence = useProblemSentence(event);
  const text = sentence(problem);
  if (problem.kind !== 'dependencyCycle') return <TaskLink task={problem.task}>{text}</TaskLink>;
  return (
    <>
      <p dir="auto">{text}</p>
      <ul className={styles.loop}>
        {problem.tasks.map((task) => (
          <li key={task.id}>
            <TaskLink task={task}>{task.title}</TaskLink>
          </li>
        ))}
      </ul>
    </>
  );
}

function TaskLink({ task, children }: { task: Task; children: string }) {
  const [, setSearch] = useTaskSearch();
  return (
    <a
      href={paths.task(task.id, task.eventId)}
      dir="auto"
      onClick={(pressed) => {
        pressed.preventDefault();
        setSearch({ task: task.id });
      }}
    >
      {children}
    </a>
  );
}
