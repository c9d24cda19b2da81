import { likelyDoubles } from '@shared/domain/directory';
import { formatDay } from '@shared/domain/formatting';
import type { StaffMember } from '@shared/domain/staffMember';
import type { WorkProfile } from '@shared/domain/workProfile';
import { useDeferredValue, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { peopleOf, profilesOf } from '@renderer/data/people';
import { useSettings } from '@renderer/data/settingsContext';
import { useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { icons } from '@renderer/ui/icons';
import { SearchField } from '@renderer/ui/SearchField';
import { DoublesDialog } from './doubles/DoublesDialog';
import { useDoubles } from './doubles/useDoubles';
import { ImportRoom } from './import/ImportRoom';
import { NewPersonPanel } from './NewPersonPanel';
import { PersonPanel } from './panel/PersonPanel';
import { PeopleActionsMenu } from './PeopleActionsMenu';
import { narrowed, rowsOf, usePeopleSearch } from './peopleList';
import { PeopleTable } from './PeopleTable';
import { usePageKey } from './usePageKey';
import styles from './PeoplePage.module.css';

/** The directory: everybody who may be put on a roster, and the chosen one beside. */
export function PeoplePage() {
  const language = useLanguage();
  const people = useQuestion(peopleOf, []);
  const profiles = useQuestion((database) => profilesOf(database, language), [language]);
  if (!people || !profiles) return null;
  return <Directory people={people} profiles={profiles} />;
}

type Props = { people: readonly StaffMember[]; profiles: readonly WorkProfile[] };

function Directory({ people, profiles }: Props) {
  const { t } = useTranslation('people');
  const language = useLanguage();
  const today = useToday();
  const { organisation } = useSettings();
  const [search, setSearch] = usePeopleSearch();
  const page = useRef<HTMLDivElement>(null);
  const find = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(people, profiles), [people, profiles]);
  const filter = useDeferredValue(search);
  const shown = useMemo(() => narrowed(rows, filter), [rows, filter]);
  const doubles = useDoubles(useMemo(() => likelyDoubles(people), [people]));
  const openNew = (): void => setSearch({ new: '1', person: undefined });
  usePageKey('n', openNew);
  usePageKey('/', () => find.current?.querySelector('input')?.focus());
  /** The focus goes back to the person where they stand in the list, however one came to them. */
  function closePanel(): void {
    const { person } = search;
    setSearch({ person: undefined });
    requestAnimationFrame(() => {
      const row = person && page.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(person)}"]`);
      if (row) row.focus({ preventScroll: true });
    });
  }

  if (search.import) return <ImportRoom people={people} profiles={profiles} />;
  return (
    <div ref={page} className={styles.page}>
      <div className={styles.main}>
        <header className={styles.bar}>
          <h1>{t('title')}</h1>
          <output className={styles.count}>
            {shown.length === people.length
              ? t('count', { count: people.length })
              : t('countOf', { shown: shown.length, total: t('count', { count: people.length }) })}
          </output>
          <span className={styles.paper}>
            {[organisation, t('printedOn', { day: formatDay(today, 'long', language) })]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <div ref={find} className={`${styles.find} ${styles.screen}`}>
            <SearchField label={t('search')} value={search.q} onChange={(q) => setSearch({ q })} />
          </div>
          <span className={styles.screen}>
            <Button variant="primary" icon={<icons.add />} onPress={openNew}>
              {t('new')}
            </Button>
          </span>
          <span className={styles.screen}>
            <PeopleActionsMenu
              shown={shown}
              people={people}
              profiles={profiles}
              doubleCount={doubles.pairs.length}
            />
          </span>
        </header>
        <PeopleTable rows={rows} shown={shown} people={people} profiles={profiles} onNew={openNew} />
      </div>
      {search.new ? (
        <NewPersonPanel
          people={people}
          profiles={profiles}
          onClose={() => setSearch({ new: undefined })}
          onMade={(person) => setSearch({ person, new: undefined })}
        />
      ) : (
        search.person && (
          <PersonPanel
            personId={search.person}
            people={people}
            profiles={profiles}
            doubles={doubles.pairs}
            onClose={closePanel}
          />
        )
      )}
      {search.over === 'doubles' && (
        <DoublesDialog
          doubles={doubles.pairs}
          people={people}
          profiles={profiles}
          onDifferent={doubles.dismiss}
          onClose={() => setSearch({ over: undefined })}
        />
      )}
    </div>
  );
}
