import type { KnownPerson } from '@shared/domain/personMentions';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErasingMeans } from '@renderer/data/personalData';
import type { FoundPerson } from '@renderer/data/personalQuestions';
import { Button } from '@renderer/ui/Button';
import { ComboField } from '@renderer/ui/ComboField';
import { icons } from '@renderer/ui/icons';
import { Notice } from '@renderer/ui/Notice';
import { TextField } from '@renderer/ui/TextField';
import { EraseDialog } from './EraseDialog';
import { FoundPlaces } from './FoundPlaces';
import { typedPerson } from './typedPerson';
import { type PagesOf, useDocuments } from './useDocuments';
import type { AskPersonalData } from './usePersonalData';
import styles from './PersonalData.module.css';

type Props = { ask: AskPersonalData; means: ErasingMeans; pagesOf: PagesOf };

/** One person: typed or picked, found everywhere, then handed over or erased. */
export function PersonPart({ ask, means, pagesOf }: Props) {
  const { t } = useTranslation('personal');
  const title = useId();
  const [people, setPeople] = useState<readonly KnownPerson[]>([]);
  const [typed, setTyped] = useState('');
  const [others, setOthers] = useState('');
  const [refusal, setRefusal] = useState<string | undefined>();
  const [isSearching, setIsSearching] = useState(false);
  const [found, setFound] = useState<FoundPerson | null>(null);
  const [isErasing, setIsErasing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const documents = useDocuments(pagesOf);

  useEffect(() => {
    let isLeft = false;
    ask({ kind: 'people' }).then(
      (answer) => !isLeft && setPeople(answer.people),
      (error: Error) => !isLeft && setProblem(t('readFailed', { reason: error.message })),
    );
    return () => void (isLeft = true);
  }, [ask, t, found]);

  async function search(): Promise<void> {
    const person = typedPerson(typed, others, people);
    setRefusal(person ? undefined : t('search.tooShort'));
    if (!person) return;
    setIsSearching(true);
    setProblem(null);
    try {
      setFound((await ask({ kind: 'person', person })).found);
    } catch (error) {
      setProblem(t('readFailed', { reason: error instanceof Error ? error.message : String(error) }));
    } finally {
      setIsSearching(false);
    }
  }
  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    void search();
  }
  function forget(): void {
    setFound(null);
    setTyped('');
    setOthers('');
    setIsErasing(false);
  }

  return (
    <section className={styles.part} aria-labelledby={title}>
      <h3 id={title}>{t('search.title')}</h3>
      <form className={styles.search} onSubmit={onSubmit}>
        <ComboField
          label={t('search.label')}
          help={t('search.help')}
          error={refusal}
          value={typed}
          suggestions={people.map(({ name }) => name)}
          maxLength={200}
          onCommit={setTyped}
        />
        <TextField
          label={t('search.others')}
          help={t('search.othersHelp')}
          value={others}
          maxLength={200}
          onChange={setOthers}
        />
        <div className={styles.actions}>
          <Button type="submit" variant="primary" icon={<icons.search />} isDisabled={isSearching}>
            {t('search.ask')}
          </Button>
          <output>{isSearching && t('search.searching')}</output>
        </div>
      </form>
      {problem && <Notice kind="alert">{problem}</Notice>}
      {documents.problem && <Notice kind="alert">{documents.problem}</Notice>}
      {found && (
        <FoundPlaces found={found}>
          <div className={styles.actions}>
            <Button
              icon={<icons.download />}
              isDisabled={documents.isWorking}
              onPress={() => void documents.saveAccess('pdf', ask, found.person)}
            >
              {t('found.pdf')}
            </Button>
            <Button
              isDisabled={documents.isWorking}
              onPress={() => void documents.saveAccess('json', ask, found.person)}
            >
              {t('found.json')}
            </Button>
            <Button variant="danger" onPress={() => setIsErasing(true)}>
              {t('found.erase')}
            </Button>
          </div>
        </FoundPlaces>
      )}
      {found && isErasing && (
        <EraseDialog plan={found.plan} means={means} onClose={() => setIsErasing(false)} onErased={forget} />
      )}
    </section>
  );
}
