import type { SafetyState, SnapshotListed } from '@shared/ipc';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHost } from '@renderer/host/hostContext';
import { paths } from '@renderer/navigation/paths';
import { Button } from '@renderer/ui/Button';
import { icons } from '@renderer/ui/icons';
import { useToasts } from '@renderer/ui/Toaster';
import styles from '../SettingsPage.module.css';
import { CompareDialog } from './CompareDialog';
import { SecondPlace } from './SecondPlace';
import { SnapshotTable } from './SnapshotTable';
import { useExportHistory } from './useExportHistory';

/** The recovery centre: what is safe and where, any former state to go back to, and copies to take along. */
export function SafetySection() {
  const { t } = useTranslation('safety');
  const host = useHost();
  const { toast } = useToasts();
  const [known, setKnown] = useState<{ state: SafetyState; snapshots: SnapshotListed[] } | null>(null);
  const [compared, setCompared] = useState<SnapshotListed | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const exportHistory = useExportHistory();
  const look = useCallback(() => {
    Promise.all([host.ask['safety:state'](), host.ask['safety:snapshots']()]).then(
      ([state, snapshots]) => setKnown({ state, snapshots }),
      () => undefined,
    );
  }, [host]);
  useEffect(look, [look]);

  /** Runs one of the host's errands and says how it ended. */
  const run = (work: () => Promise<string | null>) => {
    setIsBusy(true);
    work()
      .then(
        (said) => said !== null && toast({ text: said, kind: 'ok' }),
        (error: unknown) => toast({ text: t('centre.failed', { reason: String(error) }), kind: 'alert' }),
      )
      .finally(() => {
        setIsBusy(false);
        look();
      });
  };
  const takeNow = () =>
    run(async () => {
      await host.ask['safety:snapshot']();
      return t('centre.taken');
    });
  const verify = () =>
    run(async () => {
      const snapshots = await host.ask['safety:verify']();
      const damaged = snapshots.filter(({ facts }) => facts === null).length;
      return damaged > 0
        ? t('centre.verifiedDamaged', { count: damaged })
        : t('centre.verified', { count: snapshots.length });
    });
  const isBrowser = known !== null && known.state.freeBytes === Number.MAX_SAFE_INTEGER;

  return (
    <>
      {isBrowser ? (
        <p className={styles.help}>{t('centre.browser')}</p>
      ) : (
        <>
          <p className={styles.help}>{t('centre.promise')}</p>
          <h3 className={styles.heading}>{t('centre.snapshots')}</h3>
          <div className={styles.actions}>
            <Button icon={<icons.download />} isDisabled={isBusy} onPress={takeNow}>
              {t('centre.takeNow')}
            </Button>
            <Button isDisabled={isBusy || !known || known.snapshots.length === 0} onPress={verify}>
              {t('centre.verify')}
            </Button>
          </div>
          {known && known.snapshots.length > 0 && <p className={styles.help}>{t('centre.openHint')}</p>}
          {known && <SnapshotTable snapshots={known.snapshots} onOpen={setCompared} />}
          <h3 className={styles.heading}>{t('centre.second')}</h3>
          {known && <SecondPlace second={known.state.second} isBusy={isBusy} run={run} />}
        </>
      )}
      <h3 className={styles.heading}>{t('centre.history')}</h3>
      <div className={styles.actions}>
        <Button icon={<icons.download />} onPress={exportHistory}>
          {t('centre.exportHistory')}
        </Button>
        <a className={styles.link} href={paths.history()}>
          {t('centre.seeHistory')}
        </a>
      </div>
      {compared && (
        <CompareDialog
          snapshot={compared}
          onClose={() => {
            setCompared(null);
            look();
          }}
        />
      )}
    </>
  );
}
