import { formatDay, formatNumber } from '@shared/domain/formatting';
import { forbidsEverything, type WorkProfile, type WorkProfileId } from '@shared/domain/workProfile';
import { shippedProfiles } from '@shared/seed/workProfiles';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { peopleOf, profilesOf } from '@renderer/data/people';
import { useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { type Column, DataTable } from '@renderer/ui/DataTable';
import { icons } from '@renderer/ui/icons';
import { StatusMark } from '@renderer/ui/StatusMark';
import { ProfileDialog } from './ProfileDialog';
import { TravelTimes } from './TravelTimes';
import styles from './Work.module.css';

type Row = Readonly<{ profile: WorkProfile; people: number }>;

/** The rules of hours and rest, and the ways between places: reference data, dated, sourced, all of it editable. */
export function WorkSection() {
  const { t } = useTranslation('people');
  const language = useLanguage();
  const people = useQuestion(peopleOf, []);
  const profiles = useQuestion((database) => profilesOf(database, language), [language]);
  const [edited, setEdited] = useState<WorkProfile | null>(null);
  const shipped = useMemo(() => new Set(shippedProfiles(language).map(({ id }) => id)), [language]);
  const rows = useMemo(
    (): Row[] =>
      (profiles ?? []).map((profile) => ({
        profile,
        people: (people ?? []).filter(({ profileId }) => profileId === profile.id).length,
      })),
    [profiles, people],
  );
  const columns = useColumns();
  if (!profiles || !people) return null;

  /** What most are like to begin with: the first, under no name yet. */
  const blank = (): WorkProfile => ({
    ...(profiles[0] as WorkProfile),
    id: newUuid() as WorkProfileId,
    name: '',
    source: t('work.manual'),
    checkedOn: null,
  });
  return (
    <>
      <p className={styles.help}>{t('work.help')}</p>
      <div className={styles.actions}>
        <Button icon={<icons.add />} onPress={() => setEdited(blank())}>
          {t('work.addProfile')}
        </Button>
      </div>
      <div className={styles.table}>
        <DataTable
          label={t('work.profiles')}
          language={language}
          rows={rows}
          rowId={({ profile }) => profile.id}
          rowLabel={({ profile }) => profile.name}
          columns={columns}
          onSort={null}
          useAllRows
          onOpen={({ profile }) => setEdited(profile)}
        />
      </div>
      <TravelTimes />
      {edited && (
        <ProfileDialog
          profile={edited}
          profiles={profiles}
          isKnown={profiles.some(({ id }) => id === edited.id)}
          isShipped={shipped.has(edited.id)}
          people={people.filter(({ profileId }) => profileId === edited.id).length}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation('people');
  const language = useLanguage();
  return useMemo(() => {
    const hours = (minutes: number | null): string =>
      minutes === null ? t('work.noRule') : t('work.hours', { hours: formatNumber(minutes / 60, language) });
    const ages = ({ youngest, oldest }: WorkProfile): string => {
      if (youngest !== null && oldest !== null) return t('work.agesBetween', { youngest, oldest });
      if (youngest !== null) return t('work.agesFrom', { youngest });
      return oldest === null ? '' : t('work.agesTo', { oldest });
    };
    return [
      {
        id: 'name',
        header: t('work.name'),
        width: 'minmax(150px, 1.6fr)',
        isPrimary: true,
        cell: ({ profile }) =>
          forbidsEverything(profile) ? (
            <StatusMark kind="warn">{`${profile.name}, ${t('work.forbidsShort')}`}</StatusMark>
          ) : (
            profile.name
          ),
      },
      {
        id: 'people',
        header: t('work.people'),
        width: '90px',
        align: 'end',
        cell: ({ people }) => formatNumber(people, language),
      },
      { id: 'day', header: t('work.day'), width: '90px', cell: ({ profile }) => hours(profile.dayMinutes) },
      {
        id: 'week',
        header: t('work.week'),
        width: '90px',
        cell: ({ profile }) => hours(profile.weekMinutes),
      },
      {
        id: 'rest',
        header: t('work.rest'),
        width: '120px',
        cell: ({ profile }) => hours(profile.dailyRestMinutes),
      },
      { id: 'ages', header: t('work.ages'), width: '130px', cell: ({ profile }) => ages(profile) },
      {
        id: 'source',
        header: t('work.source'),
        width: 'minmax(120px, 1.6fr)',
        cell: ({ profile }) => <span title={profile.source}>{profile.source}</span>,
      },
      {
        id: 'checked',
        header: t('work.checked'),
        width: '130px',
        cell: ({ profile: { checkedOn } }) =>
          checkedOn ? (
            formatDay(checkedOn, 'medium', language)
          ) : (
            <StatusMark kind="info">{t('work.toCheck')}</StatusMark>
          ),
      },
    ];
  }, [t, language]);
}
