import type { Answer } from '@shared/ipc';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHost } from '@renderer/host/hostContext';
import { LicenceList } from './LicenceList';
import { bundledLicences, type Licence } from './licences';
import styles from './SettingsPage.module.css';

export function AboutSection() {
  const { t } = useTranslation('settings');
  const host = useHost();
  const [info, setInfo] = useState<Answer<'app:info'> | null>(null);
  useEffect(() => {
    host.ask['app:info']().then(setInfo, () => setInfo(null));
  }, [host]);
  const [licences, setLicences] = useState<readonly Licence[] | 'unread' | null>(null);
  useEffect(() => {
    bundledLicences().then(setLicences, () => setLicences('unread'));
  }, []);
  if (!info) return null;
  return (
    <>
      <div className={styles.form}>
        <p>{t('about.version', { version: info.version })}</p>
        {info.kind === 'browser' && <p>{t('about.browser')}</p>}
        <p className={styles.help}>{t('about.licences')}</p>
      </div>
      {licences === 'unread' && <p className={styles.help}>{t('about.noList')}</p>}
      {licences !== null && licences !== 'unread' && <LicenceList licences={licences} />}
    </>
  );
}
