import { languages } from '@shared/domain/settings';
import { emptyStart, exampleWorkspace } from '@shared/seed/exampleWorkspace';
import type { FileProblem } from '@shared/interchange/text';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../data/clock';
import { restoreContents } from '../data/copies';
import { fillWorkspace } from '../data/workspace';
import { useCommit } from '../data/workspaceContext';
import { PasswordQuestion } from '../features/exchange/PasswordQuestion';
import { useHost } from '../host/hostContext';
import { useFileSentence } from '../i18n/fileSentence';
import { i18nInstance, useLanguage } from '../i18n/i18n';
import { icons } from '../ui/icons';
import { Notice } from '../ui/Notice';
import { Segmented } from '../ui/Segmented';
import { startArchiveWork } from '../workers/archiveWork';
import styles from './FirstStart.module.css';

const cancelled = '';
type Locked = Readonly<{ name: string; bytes: Uint8Array; problem: FileProblem | null }>;

/** The very first screen: three ways in, nothing else. */
export function FirstStart({ onReady }: { onReady: () => void }) {
  const { t } = useTranslation('shell');
  const fileSentence = useFileSentence();
  const commit = useCommit();
  const host = useHost();
  const today = useToday();
  const language = useLanguage();
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  /** A copy that waits for its password. */
  const [locked, setLocked] = useState<Locked | null>(null);

  async function fill(work: () => Promise<string | null>): Promise<void> {
    setIsBusy(true);
    setRefusal(null);
    const reason = await work().catch((error: unknown) => String(error));
    setIsBusy(false);
    if (reason === null) onReady();
    else if (reason !== cancelled) setRefusal(reason);
  }

  async function openExample(): Promise<string | null> {
    await fillWorkspace(commit, await exampleWorkspace(today, language), 'example');
    return null;
  }

  async function startEmpty(): Promise<string | null> {
    await fillWorkspace(commit, await emptyStart(today, language), 'empty');
    return null;
  }

  async function restore(): Promise<string | null> {
    const file = await host.ask['files:open']('regie');
    if (file.kind === 'cancelled') return cancelled;
    if (file.kind === 'tooLarge') return t('fileProblem.tooLarge');
    return restoreFrom({ name: file.name, bytes: file.bytes, problem: null }, null);
  }

  async function restoreFrom(copy: Locked, password: string | null): Promise<string | null> {
    const work = startArchiveWork();
    try {
      const answer = await work.ask('open', { bytes: copy.bytes, password });
      if (answer.kind === 'opened' && answer.archive.event) return t('fileProblem.oneEvent');
      if (answer.kind === 'opened') {
        await restoreContents(commit, host, await work.ask('contents', {}));
        return null;
      }
      const { problem } = answer;
      const isLocked = problem.code === 'encrypted' || problem.code === 'wrongPassword';
      setLocked(isLocked ? { ...copy, problem: problem.code === 'encrypted' ? null : problem } : null);
      return isLocked ? cancelled : fileSentence(problem);
    } finally {
      work.end();
    }
  }

  const ways = [
    { id: 'example', icon: icons.calendar, work: openExample },
    { id: 'empty', icon: icons.add, work: startEmpty },
    { id: 'restore', icon: icons.restore, work: restore },
  ] as const;
  return (
    <main className={styles.start} aria-busy={isBusy}>
      <div className={styles.column}>
        <div className={styles.brand}>
          <icons.brand />
        </div>
        <h1>{t('start.title')}</h1>
        <p>{t('start.sentence')}</p>
        {locked && (
          <PasswordQuestion
            name={locked.name}
            problem={locked.problem}
            onPassword={(password) => void fill(() => restoreFrom(locked, password))}
            onCancel={() => setLocked(null)}
          />
        )}
        {!locked && (
          <ul>
            {ways.map(({ id, icon: Icon, work }) => (
              <li key={id}>
                <button type="button" disabled={isBusy} onClick={() => void fill(work)}>
                  <Icon />
                  <span>
                    <b>{t(`start.${id}`)}</b>
                    <small>{t(`start.${id}Hint`)}</small>
                  </span>
                  <icons.next />
                </button>
              </li>
            ))}
          </ul>
        )}
        {isBusy && <p role="status">{t('start.filling')}</p>}
        {refusal && <Notice kind="alert">{t('start.refused', { reason: refusal })}</Notice>}
        <Segmented
          label={t('start.language')}
          value={language}
          options={languages.map((id) => ({ id, label: id === 'fr' ? 'Français' : 'English' }))}
          onChange={(id) => void i18nInstance.changeLanguage(id)}
        />
      </div>
    </main>
  );
}
