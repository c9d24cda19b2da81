import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Task } from '@shared/domain/task';
import type { CsvTable, Separator } from '@shared/interchange/csv';
import { importedTasks, planTaskImport, taskColumns, type TaskMapping } from '@shared/interchange/tasksCsv';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { readClock, useToday } from '@renderer/data/clock';
import { useWorkCalendar } from '@renderer/data/settingsContext';
import { importTasks } from '@renderer/data/tasks';
import { useCommit } from '@renderer/data/workspaceContext';
import { useHost } from '@renderer/host/hostContext';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { FileDrop } from '@renderer/ui/FileDrop';
import { Notice } from '@renderer/ui/Notice';
import { ProgressBar } from '@renderer/ui/ProgressBar';
import { Segmented } from '@renderer/ui/Segmented';
import { SelectField } from '@renderer/ui/SelectField';
import { ImportPreview } from './ImportPreview';
import { mappingFor, rememberMapping } from './rememberedMapping';
import { type ReadFile, useCsvTable } from './useCsvTable';
import styles from './ImportDialog.module.css';

const encodingNames = { 'utf-8': 'UTF-8', 'utf-16': 'UTF-16', 'windows-1252': 'Windows-1252' };

type Props = { event: PlannedEvent | null; tasks: readonly Task[]; onClose: () => void };

/** From a file to one undoable change: read, map, look, then import. Nothing is written before the last button. */
export function ImportDialog({ event, tasks, onClose }: Props) {
  const { t } = useTranslation(['tasks', 'common', 'shell']);
  const host = useHost();
  const { reading, read, clear } = useCsvTable();
  const [tooLarge, setTooLarge] = useState<string | null>(null);

  async function choose(): Promise<void> {
    const file = await host.ask['files:open']('csv');
    setTooLarge(file.kind === 'tooLarge' ? file.name : null);
    if (file.kind === 'opened') read(file);
  }
  async function drop(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (file) read({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  const { answer } = reading ?? {};
  const refusal =
    tooLarge !== null
      ? { name: tooLarge, reason: t('shell:fileProblem.tooLarge') }
      : answer?.kind === 'refused' && reading
        ? {
            name: reading.file.name,
            reason: t(`shell:fileProblem.${answer.problem.code}`, { place: answer.problem.place }),
          }
        : null;

  if (reading && answer?.kind === 'table') {
    return (
      <MappedImport
        key={`${reading.file.name}-${answer.table.separator}`}
        file={reading.file}
        table={answer.table}
        event={event}
        tasks={tasks}
        onSeparator={(separator) => read(reading.file, separator)}
        onAgain={clear}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog
      title={t('import.title')}
      onClose={onClose}
      isWide
      footer={<Button onPress={onClose}>{t('common:cancel')}</Button>}
    >
      {refusal && <Notice kind="alert">{t('import.refused', refusal)}</Notice>}
      {reading && !answer ? (
        <ProgressBar
          label={t('import.reading', { name: reading.file.name })}
          value={null}
          cancelLabel={t('common:cancel')}
          onCancel={clear}
        />
      ) : (
        <FileDrop
          chooseLabel={t('import.choose')}
          onChoose={() => void choose()}
          onDrop={(files) => void drop(files)}
        >
          {t('import.drop')}
        </FileDrop>
      )}
    </Dialog>
  );
}

type MappedProps = Props & {
  file: ReadFile;
  table: CsvTable;
  onSeparator: (separator: Separator) => void;
  onAgain: () => void;
};

function MappedImport({ event, tasks, file, table, onSeparator, onAgain, onClose }: MappedProps) {
  const { t } = useTranslation(['tasks', 'common']);
  const commit = useCommit();
  const calendar = useWorkCalendar();
  const today = useToday();
  const [mapping, setMapping] = useState<TaskMapping>(() => mappingFor(table.headers));
  const hasTitle = mapping.includes('title');
  const plan = useMemo(() => {
    const existing = tasks.filter(({ eventId }) => eventId === (event?.id ?? null));
    return planTaskImport(table, mapping, {
      event,
      existing,
      calendar,
      newId: newUuid,
      now: readClock(),
      today,
    });
  }, [table, mapping, event, tasks, calendar, today]);
  const changed = hasTitle ? importedTasks(plan) : [];

  function setColumn(index: number, column: string): void {
    const chosen = taskColumns.find((one) => one === column) ?? null;
    setMapping(mapping.map((one, at) => (at === index ? chosen : one === chosen ? null : one)));
  }
  async function apply(): Promise<void> {
    rememberMapping(table.headers, mapping);
    await importTasks(commit, changed, file.name);
    onClose();
  }

  return (
    <Dialog
      title={t('import.title')}
      onClose={onClose}
      isWide
      footer={
        <>
          <Button variant="quiet" onPress={onAgain}>
            {t('import.again')}
          </Button>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isDisabled={changed.length === 0} onPress={() => void apply()}>
            {changed.length === 0 ? t('import.nothing') : t('import.apply', { count: changed.length })}
          </Button>
        </>
      }
    >
      <p className={styles.found}>
        {t('import.found', {
          name: file.name,
          rows: table.rows.length,
          separator: table.separator === '\t' ? t('import.tab') : table.separator,
          encoding: encodingNames[table.encoding],
        })}
      </p>
      <Segmented
        label={t('import.separator')}
        value={table.separator}
        options={[
          { id: ';', label: ';' },
          { id: ',', label: ',' },
          { id: '\t', label: t('import.tab') },
        ]}
        onChange={onSeparator}
      />
      <h3 className={styles.heading}>{t('import.mapping')}</h3>
      <div className={styles.mapping}>
        {table.headers.map((header, index) => (
          <SelectField
            key={`${index}-${header}`}
            label={header || `${index + 1}`}
            value={mapping[index] ?? 'ignored'}
            options={[
              { id: 'ignored', label: t('import.ignored') },
              ...taskColumns.map((id) => ({ id: id as string, label: t(`import.columns.${id}`) })),
            ]}
            onChange={(column) => setColumn(index, column)}
          />
        ))}
      </div>
      {hasTitle ? <ImportPreview plan={plan} /> : <Notice kind="warn">{t('import.needsTitle')}</Notice>}
    </Dialog>
  );
}
