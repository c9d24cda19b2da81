import { maxOpenBytes } from '@shared/ipc';
import { type Choices, mergedRecords, type Side } from '@shared/domain/mergePlan';
import { formatInstant } from '@shared/domain/formatting';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mergeArchive, replaceWorkspace } from '@renderer/data/exchange';
import { useSettings } from '@renderer/data/settingsContext';
import { useCommit, useDatabase } from '@renderer/data/workspaceContext';
import { useHost } from '@renderer/host/hostContext';
import { useFileSentence } from '@renderer/i18n/fileSentence';
import { useLanguage } from '@renderer/i18n/i18n';
import { paths } from '@renderer/navigation/paths';
import { useGo } from '@renderer/navigation/searchState';
import { Button } from '@renderer/ui/Button';
import { FileDrop } from '@renderer/ui/FileDrop';
import { icons } from '@renderer/ui/icons';
import { Notice } from '@renderer/ui/Notice';
import { ProgressBar } from '@renderer/ui/ProgressBar';
import { Segmented } from '@renderer/ui/Segmented';
import { choicesIn, MergePlanView } from './MergePlanView';
import { PasswordQuestion } from './PasswordQuestion';
import { type ArchiveImport, type ImportStep, useArchiveImport } from './useArchiveImport';
import styles from './Exchange.module.css';

type Mode = 'merge' | 'replace';
type Props = {
  /** A copy of everything as it stands, made before an import writes. */
  snapshot?: () => Promise<void>;
};
const noSnapshot = async (): Promise<void> => undefined;

/** From a file to one undoable change: open, compare, choose, import. Nothing is written before the last button. */
export function ImportArchivePage({ snapshot = noSnapshot }: Props) {
  const { t } = useTranslation(['exchange', 'common']);
  const database = useDatabase();
  const commit = useCommit();
  const host = useHost();
  const go = useGo();
  const file = useArchiveImport();
  const [mode, setMode] = useState<Mode>('merge');
  const [choices, setChoices] = useState<Choices>(new Map());
  const [isWriting, setIsWriting] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { step, fileName } = file;
  const plan = step.kind === 'plan' ? step.planned.plan : null;
  const left = plan && mode === 'merge' ? choicesIn(plan).filter(({ name }) => !choices.has(name)).length : 0;

  function begin(): void {
    setFailure(null);
    setMode('merge');
    setChoices(new Map());
  }
  async function choose(): Promise<void> {
    begin();
    const answer = await host.ask['files:open']('regie').catch((error: unknown) => {
      file.fail(String(error));
      return null;
    });
    if (answer?.kind === 'opened') file.open(answer.name, answer.bytes);
    else if (answer?.kind === 'tooLarge') file.refuse(answer.name, { code: 'tooLarge', place: '' });
  }
  async function drop([dropped]: readonly File[]): Promise<void> {
    begin();
    if (!dropped) return;
    if (dropped.size > maxOpenBytes('regie')) {
      file.refuse(dropped.name, { code: 'tooLarge', place: '' });
      return;
    }
    try {
      file.open(dropped.name, new Uint8Array(await dropped.arrayBuffer()));
    } catch (error) {
      file.fail(String(error));
    }
  }
  async function apply({ archive, planned }: Extract<ImportStep, { kind: 'plan' }>): Promise<void> {
    setIsWriting(true);
    setFailure(null);
    try {
      const { workspace, attachments } = await file.contents();
      const rest = { attachments, snapshot };
      const params = { file: fileName };
      await (mode === 'replace'
        ? replaceWorkspace(database, commit, host, {
            ...rest,
            label: { key: 'archiveReplaced', params },
            workspace,
          })
        : mergeArchive(database, commit, host, {
            ...rest,
            label: { key: 'archiveMerged', params },
            records: mergedRecords(planned.plan, choices),
            versions: planned.versions,
          }));
      go(archive.event ? paths.event(archive.event.id) : paths.today());
    } catch (error) {
      setFailure(t('import.failed', { reason: String(error) }));
      setIsWriting(false);
    }
  }

  return (
    <section className={styles.room} aria-labelledby="import-archive">
      <header className={styles.head}>
        <h1 id="import-archive">{t('import.title')}</h1>
        {step.kind === 'plan' && !isWriting && (
          <>
            <Button variant="quiet" icon={<icons.upload />} onPress={() => (begin(), file.clear())}>
              {t('import.again')}
            </Button>
            {left > 0 && <span className={styles.left}>{t('import.left', { count: left })}</span>}
            <Button onPress={() => go(paths.settings('copies'))}>{t('common:cancel')}</Button>
            <Button
              variant={mode === 'replace' ? 'danger' : 'primary'}
              isDisabled={left > 0}
              onPress={() => void apply(step)}
            >
              {t(mode === 'replace' ? 'import.applyReplace' : 'import.apply')}
            </Button>
          </>
        )}
      </header>
      {failure && <Notice kind="alert">{failure}</Notice>}
      <Steps
        file={file}
        isWriting={isWriting}
        onChoose={() => void choose()}
        onDrop={(files) => void drop(files)}
      />
      {step.kind === 'plan' && !isWriting && (
        <>
          <ArchiveFacts step={step} mode={mode} onMode={setMode} />
          {mode === 'merge' && (
            <MergePlanView
              planned={step.planned}
              ours={step.ours}
              event={step.archive.event?.event ?? null}
              choices={choices}
              onChoose={(names: readonly string[], side: Side) =>
                setChoices((before) => new Map([...before, ...names.map((name) => [name, side] as const)]))
              }
            />
          )}
        </>
      )}
    </section>
  );
}

type StepsProps = {
  file: ArchiveImport;
  isWriting: boolean;
  onChoose: () => void;
  onDrop: (files: readonly File[]) => void;
};

/** Everything before the plan, and the writing after it. */
function Steps({ file: { step, fileName, unlock, clear }, isWriting, onChoose, onDrop }: StepsProps) {
  const { t } = useTranslation('exchange');
  const fileSentence = useFileSentence();
  if (isWriting) return <Working label={t('import.writing')} />;
  if (step.kind === 'working') {
    return <Working label={t(`import.${step.what}`, { name: fileName })} onCancel={clear} />;
  }
  if (step.kind === 'password') {
    return <PasswordQuestion name={fileName} problem={step.problem} onPassword={unlock} onCancel={clear} />;
  }
  if (step.kind !== 'choose') return null;
  const { problem, failure } = step;
  return (
    <div className={styles.start}>
      {problem && (
        <Notice kind="alert">
          {t('import.refused', {
            name: fileName,
            reason: fileSentence(problem),
          })}
        </Notice>
      )}
      {failure && <Notice kind="alert">{t('import.unreadable', { reason: failure })}</Notice>}
      <FileDrop chooseLabel={t('import.choose')} onChoose={onChoose} onDrop={onDrop}>
        {t('import.drop')}
      </FileDrop>
      <p>{t('import.help')}</p>
    </div>
  );
}

function Working({ label, onCancel }: { label: string; onCancel?: () => void }) {
  const { t } = useTranslation('common');
  return (
    <div className={styles.start}>
      <ProgressBar label={label} value={null} cancelLabel={t('cancel')} onCancel={onCancel} />
    </div>
  );
}

type FactsProps = {
  step: Extract<ImportStep, { kind: 'plan' }>;
  mode: Mode;
  onMode: (mode: Mode) => void;
};

/** What the file is, and what may be done with it: only a whole workspace can replace one. */
function ArchiveFacts({ step: { archive, ours, planned }, mode, onMode }: FactsProps) {
  const { t } = useTranslation(['exchange', 'common']);
  const language = useLanguage();
  const { timeZone } = useSettings();
  const { event, manifest } = archive;
  const isNew = event !== null && ours.events.length === 0;
  return (
    <div className={styles.facts}>
      <p>
        <b dir="auto">
          {event
            ? t(isNew ? 'import.eventNew' : 'import.event', { name: event.event.name })
            : t('import.workspace')}
        </b>
        <span>
          {t('import.from', { when: formatInstant(manifest.createdAt, timeZone, 'medium', language) })}
        </span>
      </p>
      {!event && (
        <Segmented
          label={t('import.mode')}
          value={mode}
          options={[
            { id: 'merge', label: t('import.merge') },
            { id: 'replace', label: t('import.replace') },
          ]}
          onChange={onMode}
        />
      )}
      {mode === 'replace' && (
        <Notice kind="warn" title={t('import.replaceTitle')}>
          {t('import.replaceHelp', {
            events: t('common:events', { count: planned.leaving.events }),
            tasks: t('common:tasks', { count: planned.leaving.tasks }),
          })}
        </Notice>
      )}
    </div>
  );
}
