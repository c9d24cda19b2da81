import { useState } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { dayOf } from '@shared/domain/time';
import { readClock } from '../data/clock';
import { saveCopy } from '../data/copies';
import type { Database } from '../data/database';
import type { Host } from '../host/host';
import { i18nInstance } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { icons } from '../ui/icons';

type Problem =
  { kind: 'journalBehind'; databaseSeq: number; journalSeq: number } | { kind: 'unopenable'; reason: string };

/** Instead of the program, when opening the workspace would risk it: what is known, and what is safe to do. */
export function StartScreen(props: { host: Host; database: Database; problem: Problem }) {
  return (
    <I18nextProvider i18n={i18nInstance}>
      <main>
        <Decision {...props} />
      </main>
    </I18nextProvider>
  );
}

function Decision({ host, database, problem }: { host: Host; database: Database; problem: Problem }) {
  const { t } = useTranslation('shell');
  const [failure, setFailure] = useState('');
  const save = () => {
    const today = dayOf(readClock(), 'UTC');
    saveCopy(database, host, today).catch((error: unknown) => setFailure(String(error)));
  };
  return (
    <EmptyState
      isPage
      icon={<icons.alert />}
      title={t('recovery.title')}
      action={
        <>
          {problem.kind === 'journalBehind' && (
            <Button variant="primary" onPress={save}>
              {t('recovery.saveCopy')}
            </Button>
          )}
          <Button onPress={() => location.reload()}>{t('recovery.retry')}</Button>
        </>
      }
    >
      {problem.kind === 'journalBehind'
        ? t('recovery.journalBehind', problem)
        : t('recovery.unopenable', problem)}
      {failure}
    </EmptyState>
  );
}
