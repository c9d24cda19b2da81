import type { StaffMember } from '@shared/domain/staffMember';
import type { WorkProfile } from '@shared/domain/workProfile';
import { type PeopleColumn, peopleColumns } from '@shared/interchange/peopleCells';
import { importedPeople, type PeopleImportPlan, proposePeopleMapping } from '@shared/interchange/peopleCsv';
import { shippedProfiles } from '@shared/seed/workProfiles';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CsvImportRoom } from '@renderer/csvImport/CsvImportRoom';
import { mappingMemory } from '@renderer/csvImport/mappingMemory';
import { useCsvImport } from '@renderer/csvImport/useCsvImport';
import { readClock, useToday } from '@renderer/data/clock';
import { importPeople } from '@renderer/data/people';
import { useSettings } from '@renderer/data/settingsContext';
import { useCommit } from '@renderer/data/workspaceContext';
import type { ImportContext } from '@renderer/workers/peopleImport.worker';
import { usePeopleSearch } from '../peopleList';
import { ImportPreview } from './ImportPreview';

type Props = { people: readonly StaffMember[]; profiles: readonly WorkProfile[] };

const memory = mappingMemory('regie.import.people', peopleColumns, proposePeopleMapping);

/** People from a file of the office. */
export function ImportRoom({ people, profiles }: Props) {
  const { t } = useTranslation('people');
  const commit = useCommit();
  const today = useToday();
  const { timeZone } = useSettings();
  const [, setSearch] = usePeopleSearch();
  const file = useCsvImport<PeopleColumn, ImportContext, PeopleImportPlan>(startWorker);
  const named = useMemo(() => profileNames(profiles), [profiles]);
  const contextNow = useCallback(
    (): ImportContext => ({ existing: people, profiles: named, timeZone, now: readClock(), today }),
    [people, named, timeZone, today],
  );
  return (
    <CsvImportRoom
      file={file}
      columns={peopleColumns}
      memory={memory}
      contextNow={contextNow}
      words={{
        title: t('import.title'),
        drop: t('import.drop'),
        help: t('import.help'),
        columnName: (column) => t(`import.columns.${column}`),
        lacks: (mapping) => (mapping.includes('name') ? null : t('import.needsName')),
        planning: (count) => t('import.planning', { count }),
        writing: (count) => t('import.writing', { count }),
        apply: (count) => t('import.apply', { count }),
      }}
      countOf={(plan) => importedPeople(plan).length}
      write={(plan, fileName) => importPeople(commit, importedPeople(plan), fileName)}
      onClose={() => setSearch({ import: undefined })}
      preview={(plan, headers, mapping) => (
        <ImportPreview plan={plan} people={people} profiles={profiles} headers={headers} mapping={mapping} />
      )}
    />
  );
}

function startWorker(): Worker {
  return new Worker(new URL('../../../workers/peopleImport.worker.ts', import.meta.url), { type: 'module' });
}

/** The names that a file may use: those of the workspace first, then the shipped ones in both languages. */
function profileNames(profiles: readonly WorkProfile[]): { id: WorkProfile['id']; name: string }[] {
  const shipped = (['en', 'fr'] as const).flatMap((language) => shippedProfiles(language));
  // Of two with one name the last is taken.
  return [...shipped, ...profiles].map(({ id, name }) => ({ id, name }));
}
