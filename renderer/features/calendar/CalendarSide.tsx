import type { CalendarPeriodKind } from '@shared/domain/calendarPeriod';
import { eventKinds, eventRoles, eventStatuses } from '@shared/domain/plannedEvent';
import type { Day } from '@shared/domain/time';
import { useTranslation } from 'react-i18next';
import { paths } from '@renderer/navigation/paths';
import { Button } from '@renderer/ui/Button';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { SearchField } from '@renderer/ui/SearchField';
import { SelectField } from '@renderer/ui/SelectField';
import type { CalendarSearch } from './calendarState';
import { MiniYear } from './MiniYear';
import { type ItemCounts, type Layer, layers, withoutTeam } from './planningItems';
import styles from './CalendarSide.module.css';

type Props = {
  day: Day;
  counts: ItemCounts | null;
  periodCounts: Readonly<Record<CalendarPeriodKind, number>>;
  hidden: ReadonlySet<Layer>;
  search: CalendarSearch;
  teams: readonly string[];
  onLayer: (layer: Layer, isShown: boolean) => void;
  onSearch: (change: Partial<Record<'q' | 'kind' | 'role' | 'status' | 'team', string | undefined>>) => void;
  onMonth: (day: Day) => void;
};

const eventLayers = layers.slice(0, 4);
const otherLayers = layers.slice(4);

/** The year in miniature, the legend, which is also what is shown, and the filters. */
export function CalendarSide(props: Props) {
  const { day, counts, periodCounts, hidden, search, teams, onLayer, onSearch, onMonth } = props;
  const { t } = useTranslation(['calendar', 'domain', 'common']);
  const countOf = (layer: Layer): number | null => {
    if (layer === 'publicHoliday' || layer === 'schoolBreak' || layer === 'closedPeriod')
      return periodCounts[layer];
    return counts && counts[layer];
  };
  const legend = (shown: readonly Layer[]) => (
    <ul className={styles.legend}>
      {shown.map((layer) => (
        <li key={layer}>
          <CheckboxField isSelected={!hidden.has(layer)} onChange={(isShown) => onLayer(layer, isShown)}>
            <span className={`${styles.swatch} ${styles[layer]}`} aria-hidden="true" />
            <span>{t(`side.layer.${layer}`)}</span>
          </CheckboxField>
          <span className={styles.count}>{countOf(layer)}</span>
        </li>
      ))}
    </ul>
  );
  const any = { id: '', label: t('side.any') };
  const isFiltered = Boolean(search.q || search.kind || search.role || search.status || search.team);
  return (
    <aside className={styles.side} aria-label={t('panel')}>
      {search.view !== 'year' && <MiniYear day={day} onMonth={onMonth} />}
      <section>
        <h2>{t('side.events')}</h2>
        {legend(eventLayers)}
      </section>
      <section>
        <h2>{t('side.layers')}</h2>
        {legend(otherLayers)}
        <a className={styles.link} href={paths.settings('periods')}>
          {t('side.periods')}
        </a>
      </section>
      <section className={styles.filters}>
        <h2>{t('side.filters')}</h2>
        <SearchField
          label={t('side.text')}
          placeholder={t('common:search')}
          value={search.q ?? ''}
          onChange={(q) => onSearch({ q })}
        />
        <SelectField
          label={t('side.kind')}
          value={search.kind ?? ''}
          options={[any, ...eventKinds.map((id) => ({ id, label: t(`domain:kind.${id}`) }))]}
          onChange={(kind) => onSearch({ kind })}
        />
        <SelectField
          label={t('side.role')}
          value={search.role ?? ''}
          options={[any, ...eventRoles.map((id) => ({ id, label: t(`domain:role.${id}`) }))]}
          onChange={(role) => onSearch({ role })}
        />
        <SelectField
          label={t('side.status')}
          value={search.status ?? ''}
          options={[any, ...eventStatuses.map((id) => ({ id, label: t(`domain:status.${id}`) }))]}
          onChange={(status) => onSearch({ status })}
        />
        <SelectField
          label={t('side.team')}
          value={search.team ?? ''}
          options={[
            any,
            { id: withoutTeam, label: t('side.noTeam') },
            ...teams.map((id) => ({ id, label: id })),
          ]}
          onChange={(team) => onSearch({ team })}
        />
        {isFiltered && (
          <Button
            variant="quiet"
            onPress={() =>
              onSearch({ q: undefined, kind: undefined, role: undefined, status: undefined, team: undefined })
            }
          >
            {t('side.clear')}
          </Button>
        )}
      </section>
    </aside>
  );
}
