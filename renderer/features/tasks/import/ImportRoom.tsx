import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { importedTasks } from '@shared/interchange/tasksCsv';
import type { TaskMapping } from '@shared/interchange/taskRow';
import { maxTextBytes } from '@shared/interchange/text';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readClock, useToday } from '@renderer/data/clock';
import { usePeriods, useSettings } from '@renderer/data/settingsContext';
import { importTasks, tasksBeside } from '@renderer/data/tasks';
import { useCommit, useQuestion } from '@renderer/data/workspaceContext';
import { useHost } from '@renderer/host/hostContext';
import { Button } from '@renderer/ui/Button';
import { FileDrop } from '@renderer/ui/FileDrop';
import { icons } from '@renderer/ui/icons';
import { Notice } from '@renderer/ui/Notice';
import { ProgressBar } from '@renderer/ui/ProgressBar';
import { EventField } from '../panel/EventField';
import { eventName } from '../taskList';
import { useTaskSearch } from '../useTaskSearch';
import { ImportColumns } from './ImportColumns';
import { ImportPreview } from './ImportPreview';
import { mappingFor, rememberMapping } from './rememberedMapping';
import { useTaskImport } from './useTaskImport';
import styles from './Import.module.css';

type Props = {
  /** The event whose tasks are imported; without it, one may be chosen, or none. */
  event: PlannedEvent | null;
  events: readonly PlannedEvent[];
};

/** From a file to one undoable change: read, map, look, then import. Nothing is written before the last button. */
export function ImportRoom({ event, events }: Props) {
  const { t } = useTranslation(['tasks', 'common', 'shell']);
  const host = useHost();
  const commit = useCommit();
  const today = useToday();
  const { workingWeekdays } = useSettings();
  const periods = usePeriods();
  const [, setSearch] = useTaskSearch();
  const file = useTaskImport();
  const [chosenEvent, setChosenEvent] = useState<PlannedEvent | null>(null);
  const [corrected, setCorrected] = useState<{ headers: readonly string[]; mapping: TaskMapping } | null>(
    null,
  );
  const [isWriting, setIsWriting] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const target = event ?? chosenEvent;
  const existing = useQuestion((database) => tasksBeside(database, target?.id ?? null), [target?.id]);
  const { table, plan, planWith } = file;
  const headers = table?.headers;
  const mapping = useMemo(() => {
    if (!headers) return null;
    return corrected?.headers === headers ? corrected.mapping : mappingFor(headers);
  }, [headers, corrected]);
  const hasTitle = mapping?.includes('title') ?? false;

  useEffect(() => {
    if (!table || !mapping || !hasTitle || !existing) return;
    planWith(mapping, {
      event: target,
      existing,
      settings: { workingWeekdays },
      periods,
      now: readClock(),
      today,
    });
  }, [table, mapping, hasTitle, existing, target, workingWeekdays, periods, today, planWith]);

  const close = (): void => setSearch({ import: undefined });
  const imported = plan && hasTitle ? importedTasks(plan) : [];

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
      await importTasks(commit, imported, file.fileName ?? '');
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
        <span dir="auto">{event ? eventName(event) : ''}</span>
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
          {!event && (
            <EventField
              label={t('import.event')}
              help={t('import.eventHelp')}
              value={chosenEvent}
              events={events}
              onChange={setChosenEvent}
            />
          )}
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
            ) : !hasTitle ? (
              <Notice kind="warn">{t('import.needsTitle')}</Notice>
            ) : plan ? (
              <ImportPreview
                plan={plan}
                event={target}
                events={events}
                existing={existing ?? []}
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
