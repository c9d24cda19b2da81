import {
  neededColumns,
  type PostColumn,
  postColumns,
  type PostMapping,
  proposePostMapping,
} from '@shared/interchange/postsCsv';
import { maxTextBytes } from '@shared/interchange/text';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readClock } from '@renderer/data/clock';
import { importPosts } from '@renderer/data/roster';
import { useCommit } from '@renderer/data/workspaceContext';
import { useHost } from '@renderer/host/hostContext';
import { Button } from '@renderer/ui/Button';
import { FileDrop } from '@renderer/ui/FileDrop';
import { icons } from '@renderer/ui/icons';
import { Notice } from '@renderer/ui/Notice';
import { ProgressBar } from '@renderer/ui/ProgressBar';
import { SelectField } from '@renderer/ui/SelectField';
import type { RosterNow } from '../useRoster';
import { useRosterSearch } from '../useRosterSearch';
import { PostsPreview } from './PostsPreview';
import { usePostsImport } from './usePostsImport';
import styles from './PostsImport.module.css';

/** From a file to one undoable change: read, map, look, then import. Nothing is written before the last button. */
export function PostsImport({ now }: { now: RosterNow }) {
  const { t } = useTranslation(['roster', 'common', 'shell']);
  const host = useHost();
  const commit = useCommit();
  const [, setSearch] = useRosterSearch();
  const file = usePostsImport();
  const [corrected, setCorrected] = useState<{ headers: readonly string[]; mapping: PostMapping } | null>(
    null,
  );
  const [isWriting, setIsWriting] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { event, facts } = now;
  const { headers, plan, planWith } = file;
  const mapping = useMemo(() => {
    if (!headers) return null;
    return corrected?.headers === headers ? corrected.mapping : proposePostMapping(headers);
  }, [headers, corrected]);
  const missing = neededColumns.filter((column) => mapping && !mapping.includes(column));
  const isReadable = mapping !== null && missing.length === 0;

  useEffect(() => {
    if (!mapping || !isReadable) return;
    planWith(mapping, {
      event,
      posts: facts.posts.filter(({ eventId }) => eventId === event.id),
      shifts: facts.shifts.filter(({ eventId }) => eventId === event.id),
      people: facts.people,
      now: readClock(),
    });
  }, [mapping, isReadable, event, facts, planWith]);

  const close = (): void => setSearch({ import: undefined });
  const imported = isReadable ? (plan?.shifts ?? []) : [];

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
    if (!plan) return;
    setIsWriting(true);
    try {
      await importPosts(commit, plan.posts, plan.shifts, {
        file: file.fileName ?? '',
        count: plan.postCount,
      });
      close();
    } catch (error) {
      setFailure(t('import.failed', { reason: String(error) }));
      setIsWriting(false);
    }
  }

  return (
    <section className={styles.room} aria-labelledby="posts-import-title">
      <header className={styles.head}>
        <h2 id="posts-import-title">{t('import.title')}</h2>
        <span dir="auto">{file.fileName ?? ''}</span>
        {headers && (
          <Button variant="quiet" icon={<icons.upload />} onPress={file.clear}>
            {t('import.again')}
          </Button>
        )}
        <Button onPress={close}>{t('common:cancel')}</Button>
        {headers && (
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
      {!headers && file.work === null && (
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
      {!headers && file.work === 'reading' && (
        <ProgressBar
          label={t('import.reading', { name: file.fileName ?? '' })}
          value={file.share}
          cancelLabel={t('common:cancel')}
          onCancel={file.clear}
        />
      )}
      {headers && mapping && (
        <div className={styles.columns}>
          <div className={styles.file}>
            <h3>{t('import.mapping')}</h3>
            {headers.map((header, index) => (
              <ColumnField
                key={`${index} ${header}`}
                label={header || t('import.columnNumber', { number: index + 1 })}
                sample={file.sample[index] ?? ''}
                value={mapping[index] ?? null}
                onChange={(column) => setCorrected({ headers, mapping: mappedTo(mapping, index, column) })}
              />
            ))}
          </div>
          <div className={styles.preview}>
            {isWriting ? (
              <ProgressBar label={t('import.writing', { count: imported.length })} value={null} />
            ) : !isReadable ? (
              <Notice kind="warn">
                {t('import.needs', { columns: missing.map((one) => t(`import.columns.${one}`)).join(', ') })}
              </Notice>
            ) : (
              plan && <PostsPreview plan={plan} zone={event.timeZone} />
            )}
          </div>
        </div>
      )}
    </section>
  );
}

type ColumnProps = {
  label: string;
  sample: string;
  value: PostColumn | null;
  onChange: (column: PostColumn | null) => void;
};

function ColumnField({ label, sample, value, onChange }: ColumnProps) {
  const { t } = useTranslation('roster');
  return (
    <SelectField
      label={label}
      help={sample && <span dir="auto">{sample.slice(0, 60)}</span>}
      value={value ?? 'ignored'}
      options={[
        { id: 'ignored', label: t('import.ignored') },
        ...postColumns.map((id) => ({ id, label: t(`import.columns.${id}`) })),
      ]}
      onChange={(id) => onChange(id === 'ignored' ? null : id)}
    />
  );
}

/** A column stands under one header only. */
function mappedTo(mapping: PostMapping, at: number, column: PostColumn | null): PostMapping {
  return mapping.map((known, index) => (index === at ? column : known === column ? null : known));
}
