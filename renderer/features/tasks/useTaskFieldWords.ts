import { formatCountdown, formatDay, formatMinutes } from '@shared/domain/formatting';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Task } from '@shared/domain/task';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import { eventName } from './taskList';
import { useAnchorName } from './useAnchorName';

/** Fields that are told when they change; the others follow from these, or never change. */
export const toldFields = [
  'title',
  'status',
  'priority',
  'owner',
  'team',
  'eventId',
  'dueOn',
  'plan',
  'isPinned',
  'durationDays',
  'estimateMinutes',
  'dependsOn',
  'tags',
  'checklist',
  'notes',
] as const satisfies readonly (keyof Task)[];
export type ToldField = (typeof toldFields)[number];

type Known = {
  event: PlannedEvent | null;
  events: readonly PlannedEvent[];
  titleOf: (id: string) => string | undefined;
};

/** Names of fields and their values as text, for what stands before and after a change. */
export function useTaskFieldWords({ event, events, titleOf }: Known): {
  nameOf: (field: ToldField) => string;
  textOf: (task: Task, field: ToldField) => string;
} {
  const { t } = useTranslation(['tasks', 'domain', 'common']);
  const language = useLanguage();
  const anchorName = useAnchorName(event);
  function textOf(task: Task, field: ToldField): string {
    switch (field) {
      case 'title':
      case 'owner':
      case 'team':
      case 'notes':
        return task[field];
      case 'status':
        return t(`domain:taskStatus.${task.status}`);
      case 'priority':
        return t(`domain:priority.${task.priority}`);
      case 'eventId': {
        const found = events.find(({ id }) => id === task.eventId);
        return found ? eventName(found) : '';
      }
      case 'dueOn':
        return task.dueOn ? formatDay(task.dueOn, 'medium', language) : '';
      case 'plan':
        if (!task.plan) return '';
        return `${anchorName(task.plan.anchor)} ${formatCountdown(-task.plan.offsetDays, language)}`;
      case 'isPinned':
        return t(task.isPinned ? 'common:yes' : 'common:no');
      case 'durationDays':
        return t('common:days', { count: task.durationDays });
      case 'estimateMinutes':
        return task.estimateMinutes === null ? '' : formatMinutes(task.estimateMinutes, language);
      case 'dependsOn':
        return task.dependsOn.map((id) => titleOf(id) ?? t('panel.goneTask')).join(', ');
      case 'tags':
        return task.tags.join(', ');
      case 'checklist':
        return t('list.steps', {
          done: task.checklist.filter(({ isDone }) => isDone).length,
          all: task.checklist.length,
        });
    }
  }
  return { nameOf: (field) => t(`fields.${field}`), textOf };
}
