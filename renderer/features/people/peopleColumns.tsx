import { availabilityAt, skillStateOn } from '@shared/domain/directory';
import { formatDay } from '@shared/domain/formatting';
import type { HeldSkill } from '@shared/domain/staffMember';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow, useToday } from '@renderer/data/clock';
import { useLanguage } from '@renderer/i18n/i18n';
import type { Column } from '@renderer/ui/DataTable';
import { StatusMark } from '@renderer/ui/StatusMark';
import { Tag } from '@renderer/ui/Tag';
import type { PersonRow } from './peopleList';
import { usePeopleWords } from './usePeopleWords';
import styles from './PeoplePage.module.css';

const skillsShown = 3;

export function usePeopleColumns(): readonly Column<PersonRow>[] {
  const { t } = useTranslation('people');
  const words = usePeopleWords();
  const today = useToday();
  return useMemo(
    (): readonly Column<PersonRow>[] => [
      {
        id: 'name',
        header: t('columns.name'),
        width: 'minmax(110px, 1.6fr)',
        isPrimary: true,
        sortValue: ({ member }) => member.name,
        cell: ({ member }) => (
          <span className={styles.name}>
            <b dir="auto" title={member.name}>
              {member.name}
            </b>
            {member.hasLeft && <Tag>{t('left')}</Tag>}
          </span>
        ),
      },
      {
        id: 'team',
        header: t('columns.team'),
        width: 'minmax(90px, 1.2fr)',
        sortValue: ({ member }) => member.team,
        cell: ({ member }) => <Quiet text={member.team} />,
      },
      {
        id: 'profile',
        header: t('columns.profile'),
        width: 'minmax(84px, 1fr)',
        sortValue: ({ profile }) => profile?.name ?? null,
        cell: ({ profile }) => <Quiet text={profile?.name ?? ''} />,
      },
      {
        id: 'skills',
        header: t('columns.skills'),
        width: 'minmax(140px, 2.4fr)',
        // What is to be seen to comes first, the soonest end at the top.
        sortValue: ({ member }) =>
          member.skills.reduce<string | null>(
            (soonest, { expiresOn }) =>
              expiresOn !== null && (soonest === null || expiresOn < soonest) ? expiresOn : soonest,
            null,
          ),
        cell: ({ member }) => <Skills skills={member.skills} today={today} />,
      },
      {
        id: 'availability',
        header: t('columns.availability'),
        width: 'minmax(120px, 1.8fr)',
        cell: (row) => <AvailabilityCell row={row} textOf={words.availability} />,
      },
      {
        id: 'phone',
        header: t('columns.phone'),
        width: 'minmax(84px, 0.7fr)',
        sortValue: ({ member }) => member.phone,
        cell: ({ member }) => <Quiet text={member.phone} />,
      },
    ],
    [t, words, today],
  );
}

/** Those that are over or end soon come first, with a mark and the day; the others by their name. */
function Skills({ skills, today }: { skills: readonly HeldSkill[]; today: string }) {
  const { t } = useTranslation('people');
  const language = useLanguage();
  const told = skills
    .map((skill) => ({ ...skill, state: skillStateOn(skill, today) }))
    .sort((left, right) => urgency[left.state] - urgency[right.state]);
  return (
    <span className={styles.skills} title={told.map(({ name }) => name).join(', ')}>
      {told.slice(0, skillsShown).map(({ name, state, expiresOn }) =>
        state === 'held' ? (
          <span key={name} dir="auto" className={styles.quiet}>
            {name}
          </span>
        ) : (
          <StatusMark key={name} kind={state === 'expired' ? 'alert' : 'warn'}>
            {t(`skill.${state}`, {
              name,
              day: expiresOn === null ? '' : formatDay(expiresOn, 'short', language),
            })}
          </StatusMark>
        ),
      )}
      {told.length > skillsShown && (
        <span className={styles.quiet}>{t('skill.more', { count: told.length - skillsShown })}</span>
      )}
    </span>
  );
}

const urgency = { expired: 0, expiring: 1, held: 2 } as const;

type CellProps = { row: PersonRow; textOf: (member: PersonRow['member'], now: string) => string };

function AvailabilityCell({ row: { member }, textOf }: CellProps) {
  const now = useNow();
  const { kind } = availabilityAt(member, now);
  const text = textOf(member, now);
  if (kind === 'absent') return <StatusMark kind="warn">{text}</StatusMark>;
  return <Quiet text={text} />;
}

function Quiet({ text }: { text: string }) {
  return (
    <span className={styles.quiet} dir="auto" title={text}>
      {text}
    </span>
  );
}
