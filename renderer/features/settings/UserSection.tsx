import { useTranslation } from 'react-i18next';
import { TextSetting } from './OrganisationSection';
import styles from './SettingsPage.module.css';

export function UserSection() {
  const { t } = useTranslation('settings');
  return (
    <div className={styles.form}>
      <TextSetting name="me" label={t('user.me')} help={t('user.meHelp')} />
    </div>
  );
}
