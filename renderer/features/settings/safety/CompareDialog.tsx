import type { TableName } from '@shared/domain/changeSet';
import { formatInstant, formatNumber } from '@shared/domain/formatting';
import type { SnapshotListed } from '@shared/ipc';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changesTowards, type Difference, differences } from '@renderer/data/differences';
import { withoutErased } from '@renderer/data/erasedAgain';
import { useSettings } from '@renderer/data/settingsContext';
import { useCommit, useDatabase } from '@renderer/data/workspaceContext';
import { useHost } from '@renderer/host/hostContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { Notice } from '@renderer/ui/Notice';
import { ProgressBar } from '@renderer/ui/ProgressBar';
import { useToasts } from '@renderer/ui/Toaster';
import styles from '../SettingsPage.module.css';

type Props = { snapshot: SnapshotListed; onClose: () => void };

/** What going back to a safety copy would change, table by table, before it is done. */
export function CompareDialog({ snapshot, onClose }: Props) {
  const { t } = useTranslation('safety');
  const host = useHost();
  const database = useDatabase();
  const commit = useCommit();
  const { toast } = useToasts();
  const { timeZone } = useSettings();
  const language = useLanguage();
  const [found, setFound] = useState<readonly Difference[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const moment = snapshot.facts ? formatInstant(snapshot.facts.createdAt, timeZone, 'long', language) : '';
  useEffect(() => {
    let isWanted = true;
    differences(database, host.ask, snapshot.name).then(
      (answer) => isWanted && setFound(answer),
      (error: unknown) => isWanted && setFailure(String(error)),
    );
    return () => void (isWanted = false);
  }, [database, host, snapshot.name]);

  async function restore(): Promise<void> {
    if (!found) return;
    setIsBusy(true);
    try {
      await host.ask['safety:snapshot']();
      const { changes } = await withoutErased(database, changesTowards(found));
      await commit({ key: 'snapshotRestored', params: { moment } }, changes);
      toast({ text: t('centre.compare.done'), kind: 'ok' });
      onClose();
    } catch (error) {
      setFailure(String(error));
      setIsBusy(false);
    }
  }

  return (
    <Dialog
      isWide
      title={t('centre.compare.title', { moment })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('centre.compare.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={isBusy || !found || found.length === 0}
            onPress={() => void restore()}
          >
            {t('centre.compare.restore')}
          </Button>
        </>
      }
    >
      {failure !== null && <Notice kind="alert">{t('centre.compare.failed', { reason: failure })}</Notice>}
      {found === null && failure === null && <ProgressBar label={t('centre.compare.reading')} value={null} />}
      {found?.length === 0 && <p>{t('centre.compare.same')}</p>}
      {found && found.length > 0 && (
        <>
          <p className={styles.help}>{t('centre.compare.sentence')}</p>
          <table className={styles.compare}>
            <thead>
              <tr>
                <th scope="col">{t('centre.compare.table')}</th>
                {kinds.map((kind) => (
                  <th key={kind} scope="col" className={styles.number}>
                    {t(`centre.compare.${kind}`)}
                  </th>
                ))}
                <th scope="col">{t('centre.compare.examples')}</th>
              </tr>
            </thead>
            <tbody>
              {byTable(found).map(([table, members]) => (
                <tr key={table}>
                  <th scope="row">{t(`centre.tables.${table}`)}</th>
                  {kinds.map((kind) => (
                    <td key={kind} className={styles.number}>
                      {formatNumber(members.filter((each) => kindOf(each) === kind).length, language)}
                    </td>
                  ))}
                  <td dir="auto">{examplesOf(members)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Dialog>
  );
}

const kinds = ['added', 'changed', 'removed'] as const;

function kindOf({ here, there }: Difference): (typeof kinds)[number] {
  if (here === null) return 'added';
  return there === null ? 'removed' : 'changed';
}

function byTable(found: readonly Difference[]): [TableName, Difference[]][] {
  const tables = new Map<TableName, Difference[]>();
  for (const each of found) tables.set(each.table, [...(tables.get(each.table) ?? []), each]);
  return [...tables];
}

/** The names of the first few, as they are here or as they were. */
function examplesOf(members: readonly Difference[]): string {
  const names = members.slice(0, 3).map(({ here, there }) => {
    const { name, title } = (here ?? there ?? {}) as { name?: string; title?: string };
    return name ?? title ?? '';
  });
  return names.filter((name) => name !== '').join(' · ');
}
