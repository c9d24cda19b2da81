import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { useTranslation } from 'react-i18next';
import { useSettings } from '@renderer/data/settingsContext';
import { paths } from '@renderer/navigation/paths';
import { useGo } from '@renderer/navigation/searchState';
import { Button } from '@renderer/ui/Button';
import { EmptyState } from '@renderer/ui/EmptyState';
import { icons } from '@renderer/ui/icons';
import type { TaskScope } from './taskList';
import { everyTask, useTaskSearch } from './useTaskSearch';

type Props = { scope: TaskScope; isNarrowed: boolean; event: PlannedEvent | null; total: number };

/** Why the list is empty, and the one next step. */
export function TasksEmpty({ scope, isNarrowed, event, total }: Props) {
  const { t } = useTranslation('tasks');
  const [, setSearch] = useTaskSearch();
  const { me } = useSettings();
  const go = useGo();
  if (isNarrowed) {
    return (
      <EmptyState
        icon={<icons.filter />}
        title={t('empty.narrowed')}
        action={<Button onPress={() => setSearch(everyTask)}>{t('filters.clear')}</Button>}
      />
    );
  }
  if (scope === 'mine' && me === '') {
    return (
      <EmptyState
        icon={<icons.person />}
        title={t('empty.nobody')}
        action={<Button onPress={() => go(paths.settings('user'))}>{t('empty.sayWho')}</Button>}
      >
        {t('empty.nobodySentence')}
      </EmptyState>
    );
  }
  if (event && total === 0) {
    return (
      <EmptyState
        icon={<icons.tasks />}
        title={t('empty.plan')}
        action={
          <>
            <Button variant="primary" onPress={() => setSearch({ over: 'template' })}>
              {t('actions.template')}
            </Button>
            <Button onPress={() => setSearch({ import: '1' })}>{t('actions.import')}</Button>
          </>
        }
      >
        {t('empty.planSentence')}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<icons.tasks />} title={t(`empty.scope.${scope}`)}>
      {t('empty.sentence')}
    </EmptyState>
  );
}
