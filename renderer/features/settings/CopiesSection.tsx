import { useTranslation } from 'react-i18next';
import { paths } from '@renderer/navigation/paths';
import { Button } from '@renderer/ui/Button';
import { icons } from '@renderer/ui/icons';
import { useSaveCopy } from './useSaveCopy';
import styles from './SettingsPage.module.css';

export function CopiesSection() {
  const { t } = useTranslation('settings');
  const save = useSaveCopy();
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
