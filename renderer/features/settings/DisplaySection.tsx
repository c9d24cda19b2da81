import { useTranslation } from 'react-i18next';
import { Field } from '@renderer/ui/Field';
import { Segmented } from '@renderer/ui/Segmented';
import { useSettingField } from './useSettingField';
import styles from './SettingsPage.module.css';

/** Applied at once, everywhere, without a restart. */
export function DisplaySection() {
  const { t } = useTranslation('settings');
  const language = useSettingField('language');
  const theme = useSettingField('theme');
  const density = useSettingField('density');
  return (
    <div className={styles.form}>
      <Field label={t('display.language')}>
        {({ id }) => (
          <div id={id}>
            <Segmented
              label={t('display.language')}
              value={language.value}
              options={[
                { id: 'system', label: t('display.system') },
                { id: 'fr', label: t('display.french') },
                { id: 'en', label: t('display.english') },
              ]}
              onChange={language.change}
            />
          </div>
        )}
      </Field>
      <Field label={t('display.theme')}>
        {({ id }) => (
          <div id={id}>
            <Segmented
              label={t('display.theme')}
              value={theme.value}
              options={[
                { id: 'system', label: t('display.system') },
                { id: 'light', label: t('display.light') },
                { id: 'dark', label: t('display.dark') },
              ]}
              onChange={theme.change}
            />
          </div>
        )}
      </Field>
      <Field label={t('display.density')}>
        {({ id }) => (
          <div id={id}>
            <Segmented
              label={t('display.density')}
              value={density.value}
              options={[
                { id: 'compact', label: t('display.compact') },
                { id: 'airy', label: t('display.airy') },
              ]}
              onChange={density.change}
            />
          </div>
        )}
      </Field>
    </div>
  );
}
