import type { StaffMember } from '@shared/domain/staffMember';
import type { WorkProfile } from '@shared/domain/workProfile';
import { importedPeople, type PeopleMapping } from '@shared/interchange/peopleCsv';
import { maxTextBytes } from '@shared/interchange/text';
import { shippedProfiles } from '@shared/seed/workProfiles';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readClock, useToday } from '@renderer/data/clock';
import { importPeople } from '@renderer/data/people';
import { useSettings } from '@renderer/data/settingsContext';
import { useCommit } from '@renderer/data/workspaceContext';
import { useHost } from '@renderer/host/hostContext';
import { Button } from '@renderer/ui/Button';
import { FileDrop } from '@renderer/ui/FileDrop';
import { icons } from '@renderer/ui/icons';
import { Notice } from '@renderer/ui/Notice';
import { ProgressBar } from '@renderer/ui/ProgressBar';
import { usePeopleSearch } from '../peopleList';
import { ImportColumns } from './ImportColumns';
import { ImportPreview } from './ImportPreview';
import { mappingFor, rememberMapping } from './rememberedMapping';
import { usePeopleImport } from './usePeopleImport';
import styles from './Import.module.css';

type Props = { people: readonly StaffMember[]; profiles: readonly WorkProfile[] };

/** From a file to one undoable change: read, map, look, then import. Nothing is written before the last button. */
export function ImportRoom({ people, profiles }: Props) {
  const { t } = useTranslation(['people', 'common', 'shell']);
  const host = useHost();
  const commit = useCommit();
  const today = useToday();
  const { timeZone } = useSettings();
  const [, setSearch] = usePeopleSearch();
  const file = usePeopleImport();
  const [corrected, setCorrected] = useState<{ headers: readonly string[]; mapping: PeopleMapping } | null>(
    null,
  );
  const [isWriting, setIsWriting] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { table, plan, planWith } = file;
  const headers = table?.headers;
  const mapping = useMemo(() => {
    if (!headers) return null;
    return corrected?.headers === headers ? corrected.mapping : mappingFor(headers);
  }, [headers, corrected]);
  const hasName = mapping?.includes('name') ?? false;
  const named = useMemo(() => profileNames(profiles), [profiles]);

  useEffect(() => {
    if (!table || !mapping || !hasName) return;
    planWith(mapping, { existing: people, profiles: named, timeZone, now: readClock(), today });
  }, [table, mapping, hasName, people, named, timeZone, today, planWith]);

  const close = (): void => setSearch({ import: undefined });
  const imported = plan && hasName ? importedPeople(plan) : [];

  async function choose(): Promise<void> {
    setFailure(null);
    const answer = await host.ask['files:open']('csv').catch((error: unknown) => {
      setFailure(t('import.unreadable', { reason: String(error) }));
      return null;
    });
    if (answer?.kind === 'opened') file.open(answer.name, answer.bytes);
    else if (answer?.kind === 'tooLarge') file.refuse(answer.name, { code: 'tooLarge', place: '' });
  }
  async function drop(files: readonly File[]): Promise<void> {
    setFailure(null);
    const [dropped] = files;
    if (!dropped) return;
    if (dropped.size > maxTextBytes) return file.refuse(dropped.name, { code: 'tooLarge', place: '' });
    try {
      file.open(dropped.name, new Uint8Array(await dropped.arrayBuffer()));
    } catch (error) {
      setFailure(t('import.unreadable', { reason: String(error) }));
    }
  }
  async function apply(): Promise<void> {
    if (!headers || !mapping) return;
    setIsWriting(true);
    rememberMapping(headers, mapping);
    try {
      await importPeople(commit, imported, file.fileName ?? '');
      close();
    } catch (error) {
      setFailure(t('import.failed', { reason: String(error) }));
      setIsWriting(false);
    }
  }

  return (
    <section className={styles.room} aria-labelledby="import-title">
      <header className={styles.head}>
        <h1 id="import-title">{t('import.title')}</h1>
        <span />
        {table && (
          <Button variant="quiet" icon={<icons.upload />} onPress={file.clear}>
            {t('import.again')}
          </Button>
        )}
        <Button onPress={close}>{t('common:cancel')}</Button>
        {table && (
          <Button
            variant="primary"
            isDisabled={imported.length === 0 || isWriting || file.work !== null}
            onPress={() => void apply()}
          >
            {imported.length === 0 ? t('import.nothing') : t('import.apply', { count: imported.length })}
          </Button>
        )}
      </header>
      {failure && <Notice kind="alert">{failure}</Notice>}
      {file.problem && (
        <Notice kind="alert">
          {t('import.refused', {
            name: file.fileName ?? '',
            reason: t(`shell:fileProblem.${file.problem.code}`, { place: file.problem.place }),
          })}
        </Notice>
      )}
      {!table && file.work === null && (
        <div className={styles.start}>
          <FileDrop
            chooseLabel={t('import.choose')}
            onChoose={() => void choose()}
            onDrop={(files) => void drop(files)}
          >
            {t('import.drop')}
          </FileDrop>
          <p>{t('import.help')}</p>
        </div>
      )}
      {!table && file.work === 'reading' && (
        <ProgressBar
          label={t('import.reading', { name: file.fileName ?? '' })}
          value={file.share}
          cancelLabel={t('common:cancel')}
          onCancel={file.clear}
        />
      )}
      {table && mapping && (
        <div className={styles.columns}>
          <ImportColumns
            fileName={file.fileName ?? ''}
            table={table}
            mapping={mapping}
            onRead={file.readAgain}
            onMapping={(next) => setCorrected({ headers: table.headers, mapping: next })}
          />
          <div className={styles.preview}>
            {isWriting ? (
              <ProgressBar label={t('import.writing', { count: imported.length })} value={null} />
            ) : !hasName ? (
              <Notice kind="warn">{t('import.needsName')}</Notice>
            ) : plan ? (
              <ImportPreview
                plan={plan}
                people={people}
                profiles={profiles}
                headers={table.headers}
                mapping={mapping}
              />
            ) : (
              <ProgressBar
                label={t('import.planning', { count: table.rowCount })}
                value={file.share}
                cancelLabel={t('common:cancel')}
                onCancel={file.clear}
              />
            )}
          </div>
        </div>
      )}
    </section>
  );
}

/** The names that a file may use: those of the workspace first, then the shipped ones in both languages. */
function profileNames(profiles: readonly WorkProfile[]): { id: WorkProfile['id']; name: string }[] {
  const shipped = (['en', 'fr'] as const).flatMap((language) => shippedProfiles(language));
  // Of two with one name the last is taken.
  return [...shipped, ...profiles].map(({ id, name }) => ({ id, name }));
}
