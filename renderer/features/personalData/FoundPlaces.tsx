import { personalWords } from '@shared/report/personalWords';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundPerson, PersonPlace } from '@renderer/data/personalQuestions';
import { useLanguage } from '@renderer/i18n/i18n';
import { type Path, paths } from '@renderer/navigation/paths';
import { Button } from '@renderer/ui/Button';
import { EmptyState } from '@renderer/ui/EmptyState';
import { icons } from '@renderer/ui/icons';
import { KeyValue } from '@renderer/ui/KeyValue';
import styles from './PersonalData.module.css';

const shownAtFirst = 12;

/** Where somebody is named, each place with the way to it; `children` is what can be done about it. */
export function FoundPlaces({
  found: { person, places, total, changes },
  children,
}: {
  found: FoundPerson;
  children: ReactNode;
}) {
  const { t } = useTranslation('personal');
  const language = useLanguage();
  const [isWhole, setIsWhole] = useState(false);
  if (total + changes === 0) {
    return (
      <EmptyState icon={<icons.search />} title={t('found.nowhere')}>
        {t('found.nowhereSentence')}
      </EmptyState>
    );
  }
  const words = personalWords[language];
  const shown = isWhole ? places : places.slice(0, shownAtFirst);
  const facts = [
    { id: 'names', label: t('found.names'), value: person.names.join(', ') },
    { id: 'emails', label: t('found.emails'), value: person.emails.join(', ') },
    { id: 'phones', label: t('found.phones'), value: person.phones.join(', ') },
    {
      id: 'history',
      label: t('found.history'),
      value: changes === 0 ? '' : t('found.changes', { count: changes }),
    },
  ];
  return (
    <div className={styles.found}>
      <h4>{t('found.title', { count: total })}</h4>
      <KeyValue items={facts.filter(({ value }) => value !== '')} />
      {children}
      <ul className={styles.places}>
        {shown.map((place) => (
          <li key={`${place.table}/${place.key}/${place.field}/${place.excerpt}`}>
            <span className={styles.where}>
              <a href={pathOf(place)} dir="auto">
                {[words.tables[place.table], place.title].filter(Boolean).join(' · ')}
              </a>
              <small>{words.fields[place.table][place.field] ?? place.field}</small>
            </span>
            <span dir="auto">{place.excerpt}</span>
          </li>
        ))}
      </ul>
      {total > shown.length && (
        <div>
          {isWhole ? (
            t('found.more', { count: total - shown.length })
          ) : (
            <Button variant="quiet" onPress={() => setIsWhole(true)}>
              {t('found.more', { count: total - shown.length })}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** The part of an event's sheet that has a field, by how the field begins. */
const sheetParts: readonly (readonly [start: string, section: string])[] = [
  ['venue', 'venue'],
  ['contacts', 'contacts'],
  ['partners', 'partners'],
  ['hostRequests', 'hostRequests'],
  ['objectives', 'objectives'],
  ['attachments', 'attachments'],
  ['customAnchors', 'dates'],
  ['audiences', 'audience'],
  ['messages', 'audience'],
  ['format', 'audience'],
];

function pathOf({ table, field, eventId, taskId }: PersonPlace): Path {
  switch (table) {
    case 'events': {
      if (!eventId) return paths.events();
      const section = sheetParts.find(([start]) => field.startsWith(start))?.[1];
      return paths.event(eventId, 'overview', { section });
    }
    case 'tasks':
      return taskId ? paths.task(taskId, eventId) : paths.tasks();
    case 'exchanges':
      return eventId ? paths.event(eventId, 'overview') : paths.events();
    case 'reports':
      return eventId ? paths.event(eventId, 'evaluation') : paths.reports();
    case 'people':
      return paths.people();
    case 'posts':
    case 'shifts':
    case 'assignments':
      return eventId ? paths.event(eventId, 'roster') : paths.events();
    case 'profiles':
    case 'travelTimes':
      return paths.settings('work');
    case 'templates':
      return paths.settings('templates');
    case 'periods':
      return paths.settings('periods');
    case 'settings':
      return paths.settings(field === 'me' ? 'user' : 'organisation');
    case 'retentions':
    case 'erasures':
      return paths.settings('personal');
  }
}
