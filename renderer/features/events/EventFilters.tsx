import { eventKinds, eventRoles, eventStatuses } from '@shared/domain/plannedEvent';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '@renderer/ui/SelectField';
import { type EventRow, groupings, type ListState, tagsOf, yearsOf } from './eventList';
import styles from './EventsPage.module.css';

type Change = Partial<Record<keyof ListState, string | undefined>>;
type Props = { rows: readonly EventRow[]; state: ListState; onChange: (change: Change) => void };

const any = '';

export function EventFilters({ rows, state, onChange }: Props) {
  const { t } = useTranslation(['events', 'domain']);
  const years = useMemo(() => yearsOf(rows), [rows]);
  const tags = useMemo(() => tagsOf(rows.map(({ event }) => event)), [rows]);
  const choice = (value: string): string | undefined => (value === any ? undefined : value);
  return (
    <fieldset className={styles.filters} aria-label={t('filters.label')}>
      <div data-active={state.period !== 'open' || undefined}>
        <SelectField
          label={t('filters.period')}
          isLabelHidden
          value={state.period as string}
          options={[
            { id: 'open', label: t('filters.open') },
            { id: 'all', label: t('filters.all') },
            ...years.map((year) => ({ id: year, label: year })),
          ]}
          onChange={(period) => onChange({ period: period === 'open' ? undefined : period })}
        />
      </div>
      <div data-active={state.kind}>
        <SelectField
          label={t('filters.kind')}
          isLabelHidden
          value={state.kind ?? any}
          options={[
            { id: any, label: t('filters.anyKind') },
            ...eventKinds.map((id) => ({ id, label: t(`domain:kind.${id}`) })),
          ]}
          onChange={(kind) => onChange({ kind: choice(kind) })}
        />
      </div>
      <div data-active={state.role}>
        <SelectField
          label={t('filters.role')}
          isLabelHidden
          value={state.role ?? any}
          options={[
            { id: any, label: t('filters.anyRole') },
            ...eventRoles.map((id) => ({ id, label: t(`domain:role.${id}`) })),
          ]}
          onChange={(role) => onChange({ role: choice(role) })}
        />
      </div>
      <div data-active={state.status}>
        <SelectField
          label={t('filters.status')}
          isLabelHidden
          value={state.status ?? any}
          options={[
            { id: any, label: t('filters.anyStatus') },
            ...eventStatuses.map((id) => ({ id, label: t(`domain:status.${id}`) })),
          ]}
          onChange={(status) => onChange({ status: choice(status), ...periodFor(status, state) })}
        />
      </div>
      {tags.length > 0 && (
        <div data-active={state.tag}>
          <SelectField
            label={t('filters.tag')}
            isLabelHidden
            value={state.tag ?? any}
            options={[{ id: any, label: t('filters.anyTag') }, ...tags.map((id) => ({ id, label: id }))]}
            onChange={(tag) => onChange({ tag: choice(tag) })}
          />
        </div>
      )}
      <div className={styles.push}>
        <SelectField
          label={t('filters.group')}
          isLabelHidden
          value={state.group}
          options={groupings.map((id) => ({ id, label: t(`groups.${id}`) }))}
          onChange={(group) => onChange({ group: group === 'none' ? undefined : group })}
        />
      </div>
    </fieldset>
  );
}

/** A settled status is never « to follow »: asking for one opens every year. */
function periodFor(status: string, { period }: ListState): Change {
  return (status === 'evaluated' || status === 'cancelled') && period === 'open' ? { period: 'all' } : {};
}
