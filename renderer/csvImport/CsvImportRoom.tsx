import { maxTextBytes } from '@shared/interchange/text';
import { type ReactNode, useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHost } from '../host/hostContext';
import { Button } from '../ui/Button';
import { FileDrop } from '../ui/FileDrop';
import { icons } from '../ui/icons';
import { Notice } from '../ui/Notice';
import { ProgressBar } from '../ui/ProgressBar';
import type { CsvMapping } from '../workers/csvImport';
import { CsvColumns } from './CsvColumns';
import styles from './CsvImport.module.css';
import type { MappingMemory } from './mappingMemory';
import type { CsvImport } from './useCsvImport';

/** What an import is called, in the words of its records. */
export type CsvImportWords<Column extends string> = Readonly<{
  title: string;
  /** Beside the title: where it goes. */
  place?: string;
  drop: string;
  help: string;
  columnName: (column: Column) => string;
  /** Why nothing can be read from these columns yet; `null` when it can. */
  lacks: (mapping: CsvMapping<Column>) => string | null;
  planning: (lines: number) => string;
  writing: (records: number) => string;
  apply: (records: number) => string;
}>;

type Props<Column extends string, Context, Plan> = {
  file: CsvImport<Column, Context, Plan>;
  words: CsvImportWords<Column>;
  columns: readonly Column[];
  memory: MappingMemory<Column>;
  /** What the file is compared with, `null` until it is known; a new identity compares again. */
  contextNow: (() => Context) | null;
  /** Records that the plan writes. */
  countOf: (plan: Plan) => number;
  /** Writes them as one change. */
  write: (plan: Plan, fileName: string) => Promise<unknown>;
  onClose: () => void;
  /** Asked before a file is chosen. */
  before?: ReactNode;
  preview: (plan: Plan, headers: readonly string[], mapping: CsvMapping<Column>) => ReactNode;
};

/** From a file to one undoable change: read, map, look, then import. Nothing is written before the last button. */
export function CsvImportRoom<Column extends string, Context, Plan>({
  file,
  words,
  columns,
  memory,
  contextNow,
  countOf,
  write,
  onClose,
  before,
  preview,
}: Props<Column, Context, Plan>) {
  const { t } = useTranslation(['csvImport', 'common', 'shell']);
  const host = useHost();
  const titleId = useId();
  const [corrected, setCorrected] = useState<{
    headers: readonly string[];
    mapping: CsvMapping<Column>;
  } | null>(null);
  const [isWriting, setIsWriting] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { table, plan, planWith } = file;
  const headers = table?.headers;
  const mapping = useMemo(() => {
    if (!headers) return null;
    return corrected?.headers === headers ? corrected.mapping : memory.mappingFor(headers);
  }, [headers, corrected, memory]);
  const lack = mapping && words.lacks(mapping);
  const isReadable = mapping !== null && lack === null;

  useEffect(() => {
    if (table && mapping && isReadable && contextNow) planWith(mapping, contextNow());
  }, [table, mapping, isReadable, contextNow, planWith]);

  const ready = isReadable ? plan : null;
  const count = ready ? countOf(ready) : 0;

  async function choose(): Promise<void> {
    setFailure(null);
    const answer = await host.ask['files:open']('csv').catch((error: unknown) => {
      setFailure(t('unreadable', { reason: String(error) }));
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
      setFailure(t('unreadable', { reason: String(error) }));
    }
  }
  async function apply(): Promise<void> {
    if (!headers || !mapping || !ready) return;
    setIsWriting(true);
    memory.remember(headers, mapping);
    try {
      await write(ready, file.fileName ?? '');
      onClose();
    } catch (error) {
      setFailure(t('failed', { reason: String(error) }));
      setIsWriting(false);
    }
  }

  return (
    <section className={styles.room} aria-labelledby={titleId}>
      <header className={styles.head}>
        <h1 id={titleId}>{words.title}</h1>
        <span dir="auto">{words.place}</span>
        {table && (
          <Button variant="quiet" icon={<icons.upload />} onPress={file.clear}>
            {t('again')}
          </Button>
        )}
        <Button onPress={onClose}>{t('common:cancel')}</Button>
        {table && (
          <Button
            variant="primary"
            isDisabled={count === 0 || isWriting || file.work !== null}
            onPress={() => void apply()}
          >
            {count === 0 ? t('nothing') : words.apply(count)}
          </Button>
        )}
      </header>
      {failure && <Notice kind="alert">{failure}</Notice>}
      {file.problem && (
        <Notice kind="alert">
          {t('refused', {
            name: file.fileName ?? '',
            reason: t(`shell:fileProblem.${file.problem.code}`, { place: file.problem.place }),
          })}
        </Notice>
      )}
      {!table && file.work === null && (
        <div className={styles.start}>
          {before}
          <FileDrop
            chooseLabel={t('choose')}
            onChoose={() => void choose()}
            onDrop={(files) => void drop(files)}
          >
            {words.drop}
          </FileDrop>
          <p>{words.help}</p>
        </div>
      )}
      {!table && file.work === 'reading' && (
        <ProgressBar
          label={t('reading', { name: file.fileName ?? '' })}
          value={file.share}
          cancelLabel={t('common:cancel')}
          onCancel={file.clear}
        />
      )}
      {table && mapping && (
        <div className={styles.columns}>
          <CsvColumns
            fileName={file.fileName ?? ''}
            table={table}
            columns={columns}
            columnName={words.columnName}
            mapping={mapping}
            onRead={file.readAgain}
            onMapping={(next) => setCorrected({ headers: table.headers, mapping: next })}
          />
          <div className={styles.preview}>
            {isWriting ? (
              <ProgressBar label={words.writing(count)} value={null} />
            ) : lack !== null ? (
              <Notice kind="warn">{lack}</Notice>
            ) : plan ? (
              preview(plan, table.headers, mapping)
            ) : (
              <ProgressBar
                label={words.planning(table.rowCount)}
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
