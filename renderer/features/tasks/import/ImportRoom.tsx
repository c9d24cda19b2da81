import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { type TaskColumn, taskColumns } from '@shared/interchange/taskCells';
import { importedTasks, type ImportPlan, proposeMapping } from '@shared/interchange/tasksCsv';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CsvImportRoom } from '@renderer/csvImport/CsvImportRoom';
import { mappingMemory } from '@renderer/csvImport/mappingMemory';
import { useCsvImport } from '@renderer/csvImport/useCsvImport';
import { readClock, useToday } from '@renderer/data/clock';
import { usePeriods, useSettings } from '@renderer/data/settingsContext';
import { importTasks, tasksBeside } from '@renderer/data/tasks';
import { useCommit, useQuestion } from '@renderer/data/workspaceContext';
import type { ImportContext } from '@renderer/workers/taskImport.worker';
import { EventField } from '../panel/EventField';
import { eventName } from '../taskList';
import { useTaskSearch } from '../useTaskSearch';
import { ImportPreview } from './ImportPreview';

type Props = {
  /** The event whose tasks are imported; without it, one may be chosen, or none. */
  event: PlannedEvent | null;
  events: readonly PlannedEvent[];
};

const memory = mappingMemory('regie.import.tasks', taskColumns, proposeMapping);

/** Tasks from a file of the office. */
export function ImportRoom({ event, events }: Props) {
  const { t } = useTranslation('tasks');
  const commit = useCommit();
  const today = useToday();
  const { workingWeekdays } = useSettings();
  const periods = usePeriods();
  const [, setSearch] = useTaskSearch();
  const file = useCsvImport<TaskColumn, ImportContext, ImportPlan>(startWorker);
  const [chosenEvent, setChosenEvent] = useState<PlannedEvent | null>(null);
  const target = event ?? chosenEvent;
  const existing = useQuestion((database) => tasksBeside(database, target?.id ?? null), [target?.id]);
  const contextNow = useMemo(
    () =>
      existing
        ? (): ImportContext => ({
            event: target,
            existing,
            settings: { workingWeekdays },
            periods,
            now: readClock(),
            today,
          })
        : null,
    [existing, target, workingWeekdays, periods, today],
  );
  return (
    <CsvImportRoom
      file={file}
      columns={taskColumns}
      memory={memory}
      contextNow={contextNow}
      words={{
        title: t('import.title'),
        place: event ? eventName(event) : '',
        drop: t('import.drop'),
        help: t('import.help'),
        columnName: (column) => t(`import.columns.${column}`),
        lacks: (mapping) => (mapping.includes('title') ? null : t('import.needsTitle')),
        planning: (count) => t('import.planning', { count }),
        writing: (count) => t('import.writing', { count }),
        apply: (count) => t('import.apply', { count }),
      }}
      countOf={(plan) => importedTasks(plan).length}
      write={(plan, fileName) => importTasks(commit, importedTasks(plan), fileName)}
      onClose={() => setSearch({ import: undefined })}
      before={
        !event && (
          <EventField
            label={t('import.event')}
            help={t('import.eventHelp')}
            value={chosenEvent}
            events={events}
            onChange={setChosenEvent}
          />
        )
      }
      preview={(plan, headers, mapping) => (
        <ImportPreview
          plan={plan}
          event={target}
          events={events}
          existing={existing ?? []}
          headers={headers}
          mapping={mapping}
        />
      )}
    />
  );
}

function startWorker(): Worker {
  return new Worker(new URL('../../../workers/taskImport.worker.ts', import.meta.url), { type: 'module' });
}
