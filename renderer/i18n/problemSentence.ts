import type { PlanProblem } from '@shared/domain/backwardPlan';
import { formatDay } from '@shared/domain/formatting';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Anchor } from '@shared/domain/task';
import { useTranslation } from 'react-i18next';
import { useLanguage } from './i18n';

/** A problem of the plan as one sentence that names the rule and the amount. */
export function useProblemSentence(event: PlannedEvent): (problem: PlanProblem) => string {
  const { t } = useTranslation(['events', 'domain']);
  const language = useLanguage();
  const anchorName = (anchor: Anchor): string =>
    (anchor.kind === 'custom' && event.customAnchors.find(({ id }) => id === anchor.anchorId)?.name) ||
    t(`domain:anchor.${anchor.kind}`);
  return (problem) => {
    switch (problem.kind) {
      case 'anchorMissing':
        return t('move.problems.anchorMissing', {
          title: problem.task.title,
          anchor: anchorName(problem.anchor),
        });
      case 'dueInPast':
        return t('move.problems.dueInPast', { title: problem.task.title, count: problem.lateDays });
      case 'startsInPast':
        return t('move.problems.startsInPast', {
          title: problem.task.title,
          count: problem.lateDays,
          on: formatDay(problem.startOn, 'weekday', language),
        });
      case 'dependencyOrder':
        return t('move.problems.dependencyOrder', {
          title: problem.task.title,
          predecessor: problem.predecessor.title,
          count: problem.overlapDays,
        });
      case 'dependencyMissing':
        return t('move.problems.dependencyMissing', { title: problem.task.title });
      case 'dependencyCycle':
        return t('move.problems.dependencyCycle', {
          titles: problem.tasks.map(({ title }) => title).join(', '),
        });
      case 'dueAfterOpening':
        return t('move.problems.dueAfterOpening', { title: problem.task.title, count: problem.lateDays });
    }
  };
}
