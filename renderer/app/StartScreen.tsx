import { type ReactNode, useState } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { dayOf } from '@shared/domain/time';
import { readClock } from '../data/clock';
import { saveCopy } from '../data/copies';
import type { Database } from '../data/database';
import { followDatabase, giveUp, type Undecided } from '../data/openWorkspace';
import type { Host } from '../host/host';
import { i18nInstance } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { icons } from '../ui/icons';
import { ProgressBar } from '../ui/ProgressBar';

type Problem =
  | Undecided
  | { kind: 'unopenable'; reason: string }
  /** No problem any more: the database is being filled again. */
  | { kind: 'rebuilding'; done: number; total: number };
type Props = { host: Host; database: Database; problem: Problem };

/** Instead of the program, when opening the workspace would risk it: what is known, and what is safe to do. */
export function StartScreen(props: Props) {
  return (
    <I18nextProvider i18n={i18nInstance}>
      <main>
        {props.problem.kind === 'rebuilding' ? (
          <Rebuilding done={props.problem.done} total={props.problem.total} />
        ) : (
          <Decision {...props} />
        )}
      </main>
    </I18nextProvider>
  );
}

function Rebuilding({ done, total }: { done: number; total: number }) {
  const { t } = useTranslation('safety');
  return (
    <EmptyState isPage icon={<icons.restore />} title={t('recovery.rebuilding')}>
      {t('recovery.rebuildingSentence')}
      <ProgressBar label={t('recovery.rebuilding')} value={total === 0 ? 0 : done / total} />
    </EmptyState>
  );
}

function Decision({ host, database, problem }: Props) {
  const { t } = useTranslation('safety');
  const [failure, setFailure] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const today = dayOf(readClock(), 'UTC');
  const attempt = (work: () => Promise<unknown>, isLast: boolean) => () => {
    setIsBusy(true);
    setFailure('');
    work().then(
      () => (isLast ? location.reload() : setIsBusy(false)),
      (error: unknown) => {
        setFailure(error instanceof Error ? error.message : String(error));
        setIsBusy(false);
      },
    );
  };
  const action = (key: string, work: () => Promise<unknown>, isLast: boolean): ReactNode => (
    <Button variant={isLast ? 'plain' : 'primary'} isDisabled={isBusy} onPress={attempt(work, isLast)}>
      {t(`recovery.${key}` as 'recovery.retry')}
    </Button>
  );
  const copyOfDatabase = () => saveCopy(database, host, today);
  const copyOfJournal = () => host.ask['safety:saveCopy'](`regie-${today}.regie`);
  return (
    <EmptyState
      isPage
      icon={<icons.alert />}
      title={t('recovery.title')}
      action={
        <>
          {problem.kind === 'lost' && action('startAnew', () => host.ask['safety:mend']([]), true)}
          {problem.kind === 'journalBehind' && (
            <>
              {action('saveCopy', copyOfDatabase, false)}
              {action('followDatabase', () => followDatabase(database, host.ask, readClock), true)}
            </>
          )}
          {problem.kind === 'journalDamaged' && (
            <>
              {action('saveCopy', copyOfDatabase, false)}
              {problem.isInDatabase
                ? action(
                    'followDatabase',
                    () => followDatabase(database, host.ask, readClock, problem.missing),
                    true,
                  )
                : action('giveUp', () => giveUp(host.ask, readClock, problem.missing), true)}
            </>
          )}
          {problem.kind === 'unopenable' && action('saveJournalCopy', copyOfJournal, false)}
          <Button isDisabled={isBusy} onPress={() => location.reload()}>
            {t('recovery.retry')}
          </Button>
        </>
      }
    >
      <Sentence problem={problem} />
      {failure && <p role="alert">{t('recovery.failed', { reason: failure })}</p>}
    </EmptyState>
  );
}

function Sentence({ problem }: { problem: Problem }) {
  const { t } = useTranslation('safety');
  switch (problem.kind) {
    case 'journalBehind':
      return t('recovery.journalBehind', problem);
    case 'journalDamaged':
      return t(problem.isInDatabase ? 'recovery.damagedKept' : 'recovery.damagedLost', {
        count: problem.missing.length,
      });
    case 'unopenable':
      return t('recovery.unopenable', problem);
    case 'newer':
    case 'lost':
    case 'different':
      return t(`recovery.${problem.kind}`);
    case 'rebuilding':
      return null;
  }
}
