import {
  neededColumns,
  type PostColumn,
  postColumns,
  type PostImportPlan,
  proposePostMapping,
} from '@shared/interchange/postsCsv';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { CsvImportRoom } from '@renderer/csvImport/CsvImportRoom';
import { mappingMemory } from '@renderer/csvImport/mappingMemory';
import { useCsvImport } from '@renderer/csvImport/useCsvImport';
import { readClock } from '@renderer/data/clock';
import { importPosts } from '@renderer/data/roster';
import { useCommit } from '@renderer/data/workspaceContext';
import type { ImportContext } from '@renderer/workers/postsImport.worker';
import type { RosterNow } from '../useRoster';
import { useRosterSearch } from '../useRosterSearch';
import { PostsPreview } from './PostsPreview';

const memory = mappingMemory('regie.import.posts', postColumns, proposePostMapping);

/** Posts and shifts from a file of the office. */
export function PostsImport({ now: { event, facts } }: { now: RosterNow }) {
  const { t } = useTranslation('roster');
  const commit = useCommit();
  const [, setSearch] = useRosterSearch();
  const file = useCsvImport<PostColumn, ImportContext, PostImportPlan>(startWorker);
  const contextNow = useCallback(
    (): ImportContext => ({
      event,
      posts: facts.posts.filter(({ eventId }) => eventId === event.id),
      shifts: facts.shifts.filter(({ eventId }) => eventId === event.id),
      people: facts.people,
      now: readClock(),
    }),
    [event, facts],
  );
  return (
    <CsvImportRoom
      file={file}
      columns={postColumns}
      memory={memory}
      contextNow={contextNow}
      words={{
        title: t('import.title'),
        drop: t('import.drop'),
        help: t('import.help'),
        columnName: (column) => t(`import.columns.${column}`),
        lacks: (mapping) => {
          const missing = neededColumns.filter((column) => !mapping.includes(column));
          const columns = missing.map((column) => t(`import.columns.${column}`)).join(', ');
          return missing.length === 0 ? null : t('import.needs', { columns });
        },
        planning: (count) => t('import.planning', { count }),
        writing: (count) => t('import.writing', { count }),
        apply: (count) => t('import.apply', { count }),
      }}
      countOf={({ shifts }) => shifts.length}
      write={({ posts, shifts, postCount }, name) =>
        importPosts(commit, posts, shifts, { file: name, count: postCount })
      }
      onClose={() => setSearch({ import: undefined })}
      preview={(plan) => <PostsPreview plan={plan} zone={event.timeZone} />}
    />
  );
}

function startWorker(): Worker {
  return new Worker(new URL('../../../workers/postsImport.worker.ts', import.meta.url), { type: 'module' });
}
