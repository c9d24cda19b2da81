import type { StaffMember } from '@shared/domain/staffMember';
import type { WorkProfile } from '@shared/domain/workProfile';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@renderer/ui/Button';
import { SelectField } from '@renderer/ui/SelectField';
import { isNarrowed, peopleGroupings, presenceFilters, usedWords, usePeopleSearch } from './peopleList';
import styles from './PeoplePage.module.css';

const any = '';
const cleared = { q: undefined, team: undefined, profile: undefined, skill: undefined, presence: undefined };

/** What narrows the list, and how it is grouped. A filter that narrows is drawn as chosen. */
export function PeopleFilters({
  people,
  profiles,
}: {
  people: readonly StaffMember[];
  profiles: readonly WorkProfile[];
}) {
  const { t } = useTranslation('people');
  const [search, setSearch] = usePeopleSearch();
  const used = useMemo(
    () => ({
      team: usedWords(people, ({ team }) => team),
      skill: usedWords(people, ({ skills }) => skills.map(({ name }) => name)),
    }),
    [people],
  );
  const named = (of: 'team' | 'skill') => {
    const known = used[of];
    const all = search[of] === '' || known.includes(search[of]) ? known : [...known, search[of]];
    return all.map((value) => ({ id: value, label: value }));
  };
  const filters = [
    { id: 'team', options: named('team') },
    { id: 'profile', options: profiles.map(({ id, name }) => ({ id: id as string, label: name })) },
    { id: 'skill', options: named('skill') },
  ] as const;
  return (
    <fieldset className={styles.filters} aria-label={t('filters.label')}>
      {filters
        .filter(({ options }) => options.length > 0)
        .map(({ id, options }) => (
          <div key={id} data-active={search[id] || undefined}>
            <SelectField
              label={t(`filters.${id}`)}
              isLabelHidden
              value={search[id]}
              options={[{ id: any, label: t(`filters.any.${id}`) }, ...options]}
              onChange={(value) => setSearch({ [id]: value === any ? undefined : value })}
            />
          </div>
        ))}
      <div data-active={search.presence === 'here' ? undefined : true}>
        <SelectField
          label={t('filters.presence')}
          isLabelHidden
          value={search.presence}
          options={presenceFilters.map((id) => ({ id, label: t(`filters.presences.${id}`) }))}
          onChange={(presence) => setSearch({ presence: presence === 'here' ? undefined : presence })}
        />
      </div>
      {isNarrowed(search) && (
        <Button variant="quiet" onPress={() => setSearch(cleared)}>
          {t('filters.clear')}
        </Button>
      )}
      <div className={styles.push}>
        <SelectField
          label={t('groups.label')}
          isLabelHidden
          value={search.group}
          options={peopleGroupings.map((id) => ({ id, label: t(`groups.${id}`) }))}
          onChange={(group) => setSearch({ group: group === 'none' ? undefined : group })}
        />
      </div>
    </fieldset>
  );
}
