import { type Task, taskPriorities, taskStatuses } from '@shared/domain/task';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@renderer/ui/Button';
import { SearchField } from '@renderer/ui/SearchField';
import { SelectField } from '@renderer/ui/SelectField';
import { useFocusKey } from './list/QuickAdd';
import { isNarrowed, taskGroupings, usedValues } from './taskList';
import { type ChangeTaskSearch, everyTask, type TaskSearch } from './useTaskSearch';
import styles from './TasksView.module.css';

type Props = {
  /** Those whose teams, owners and tags are offered. */
  tasks: readonly Task[];
  search: TaskSearch;
  onChange: ChangeTaskSearch;
  /** Grouping belongs to the list only. */
  isGrouped: boolean;
  hasEvents: boolean;
};

const any = '';

/** What narrows the list, and how it is grouped. A filter that narrows is drawn as chosen. */
export function TaskFilters({ tasks, search, onChange, isGrouped, hasEvents }: Props) {
  const { t } = useTranslation(['tasks', 'domain']);
  const find = useRef<HTMLDivElement>(null);
  useFocusKey('/', find);
  const values = useMemo(
    () => ({
      team: usedValues(tasks, ({ team }) => team),
      owner: usedValues(tasks, ({ owner }) => owner),
      tag: usedValues(tasks, ({ tags }) => tags),
    }),
    [tasks],
  );
  const named = (of: 'team' | 'owner' | 'tag') => {
    const known = values[of];
    const all = search[of] === '' || known.includes(search[of]) ? known : [...known, search[of]];
    return all.map((value) => ({ id: value, label: value }));
  };
  const filters: { id: 'status' | 'priority' | 'team' | 'owner' | 'tag'; options: Option[] }[] = [
    { id: 'status', options: taskStatuses.map((id) => ({ id, label: t(`domain:taskStatus.${id}`) })) },
    { id: 'team', options: named('team') },
    { id: 'owner', options: named('owner') },
    { id: 'priority', options: taskPriorities.map((id) => ({ id, label: t(`domain:priority.${id}`) })) },
    { id: 'tag', options: named('tag') },
  ];
  return (
    <fieldset className={styles.filters} aria-label={t('filters.label')}>
      <div ref={find} className={styles.find}>
        <SearchField label={t('filter')} value={search.q} onChange={(q) => onChange({ q })} />
      </div>
      {filters
        .filter(({ options }) => options.length > 0)
        .map(({ id, options }) => (
          <div key={id} data-active={search[id] || undefined}>
            <SelectField
              label={t(`filters.${id}`)}
              isLabelHidden
              value={search[id] ?? any}
              options={[{ id: any, label: t(`filters.any.${id}`) }, ...options]}
              onChange={(value) => onChange({ [id]: value === any ? undefined : value })}
            />
          </div>
        ))}
      {isNarrowed(search) && (
        <Button variant="quiet" onPress={() => onChange(everyTask)}>
          {t('filters.clear')}
        </Button>
      )}
      {isGrouped && (
        <div className={styles.push}>
          <SelectField
            label={t('groups.label')}
            isLabelHidden
            value={search.group}
            options={taskGroupings
              .filter((id) => id !== 'event' || hasEvents)
              .map((id) => ({ id, label: t(`groups.${id}`) }))}
            onChange={(group) => onChange({ group: group === 'due' ? undefined : group })}
          />
        </div>
      )}
    </fieldset>
  );
}

type Option = { id: string; label: string };
