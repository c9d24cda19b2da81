import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { saveCopy } from '@renderer/data/copies';
import { useDatabase } from '@renderer/data/workspaceContext';
import { useHost } from '@renderer/host/hostContext';
import { paths } from '@renderer/navigation/paths';
import { Button } from '@renderer/ui/Button';
import { icons } from '@renderer/ui/icons';
import { useToasts } from '@renderer/ui/Toaster';
import styles from './SettingsPage.module.css';

export function CopiesSection() {
  const { t } = useTranslation('settings');
  const database = useDatabase();
  const host = useHost();
  const today = useToday();
  const { toast } = useToasts();
  const save = (): void => {
    saveCopy(database, host, today).then(
      (answer) => answer.kind === 'saved' && toast({ text: t('copy.saved', { name: answer.name }) }),
      (error: unknown) => toast({ kind: 'alert', text: t('copy.failed', { reason: String(error) }) }),
    );
  };
  return (
    <>
      <p className={styles.help}>{t('copies.help')}</p>
      <div className={styles.actions}>
        <Button variant="primary" icon={<icons.download />} onPress={save}>
          {t('copies.save')}
        </Button>
      </div>
      <p className={styles.help}>{t('copies.restore')}</p>
      <p>
        <a className={styles.link} href={paths.history()}>
          {t('copies.history')}
        </a>
      </p>
    </>
  );
}
