import { availabilityAt } from '@shared/domain/directory';
import { formatClock, formatDay, formatMinutes, formatSpan } from '@shared/domain/formatting';
import type { Absence, HeldSkill, StaffId, StaffMember, WeeklyHours } from '@shared/domain/staffMember';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '@renderer/data/settingsContext';
import { useLanguage } from '@renderer/i18n/i18n';

/** The fields of a person that are told, in the order of the panel. */
export const toldFields = [
  'name',
  'team',
  'profileId',
  'skills',
  'languages',
  'phone',
  'email',
  'homeArea',
  'bornOn',
  'weeklyHours',
  'absences',
  'mostDayMinutes',
  'mostWeekMinutes',
  'likes',
  'dislikes',
  'together',
  'apart',
  'shirtSize',
  'meals',
  'notes',
  'hasLeft',
] as const satisfies readonly (keyof StaffMember)[];
export type ToldField = (typeof toldFields)[number];

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** What is known about people, in words. Times are those of the workspace's zone. */
export function usePeopleWords() {
  const { t } = useTranslation(['people', 'common']);
  const language = useLanguage();
  const { timeZone } = useSettings();
  return useMemo(() => {
    const span = ({ startsAt, endsAt }: Pick<Absence, 'startsAt' | 'endsAt'>): string =>
      formatSpan(startsAt, endsAt, timeZone, 'weekday', language);
    const weekly = (hours: readonly WeeklyHours[]): string =>
      hours
        .map(({ weekday, from, until }) =>
          t('availability.day', {
            day: t(`weekdayShort.d${weekday as Weekday}`),
            from: formatClock(from, language),
            until: formatClock(until, language),
          }),
        )
        .join(', ');
    const skill = ({ name, expiresOn }: HeldSkill): string =>
      expiresOn === null
        ? name
        : t('skill.expiring', { name, day: formatDay(expiresOn, 'medium', language) });
    const availability = (member: StaffMember, now: string): string => {
      const is = availabilityAt(member, now);
      if (is.kind === 'weekly') return weekly(member.weeklyHours);
      if (is.kind === 'absent' || is.kind === 'soon')
        return t(`availability.${is.kind}`, { span: span(is.absence) });
      return t(`availability.${is.kind}`);
    };
    const minutes = (value: number | null): string => (value === null ? '' : formatMinutes(value, language));
    const field = (
      member: StaffMember,
      name: ToldField,
      known: { profileOf: (id: string) => string; nameOf: (id: StaffId) => string },
    ): string => {
      switch (name) {
        case 'profileId':
          return member.profileId === null ? '' : known.profileOf(member.profileId);
        case 'skills':
          return member.skills.map(skill).join(', ');
        case 'bornOn':
          return member.bornOn === null ? '' : formatDay(member.bornOn, 'long', language);
        case 'weeklyHours':
          return weekly(member.weeklyHours);
        case 'absences':
          return member.absences.map(span).join(', ');
        case 'mostDayMinutes':
        case 'mostWeekMinutes':
          return minutes(member[name]);
        case 'languages':
        case 'likes':
        case 'dislikes':
          return member[name].join(', ');
        case 'together':
        case 'apart':
          return member[name].map(known.nameOf).join(', ');
        case 'hasLeft':
          return t(member.hasLeft ? 'common:yes' : 'common:no');
        case 'name':
        case 'team':
        case 'phone':
        case 'email':
        case 'homeArea':
        case 'shirtSize':
        case 'meals':
        case 'notes':
          return member[name];
      }
    };
    return { span, weekly, skill, availability, minutes, field };
  }, [t, language, timeZone]);
}
