import { locale } from '@shared/domain/formatting';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { ComboField } from '@renderer/ui/ComboField';
import { FieldError } from '@renderer/ui/Field';
import { TextSetting } from './OrganisationSection';
import { useSettingField } from './useSettingField';
import styles from './SettingsPage.module.css';

const isoWeekdays = [1, 2, 3, 4, 5, 6, 7] as const;
/** Monday 6 January 2025 and the days after it give the names of the week. */
const aMonday = Date.UTC(2025, 0, 6);

export function RegionSection() {
  const { t } = useTranslation('settings');
  const timeZone = useSettingField('timeZone');
  return (
    <div className={styles.form}>
      <TextSetting name="currency" label={t('region.currency')} help={t('region.currencyHelp')} />
      <ComboField
        label={t('region.timeZone')}
        value={timeZone.value}
        error={timeZone.error}
        suggestions={Intl.supportedValuesOf('timeZone')}
        onCommit={timeZone.change}
      />
      <WorkedDays />
      <TextSetting name="holidaysRegion" label={t('region.holidays')} help={t('region.holidaysHelp')} />
    </div>
  );
}

function WorkedDays() {
  const { t } = useTranslation('settings');
  const language = useLanguage();
  const { value, error, change } = useSettingField('workingWeekdays');
  const name = (weekday: number): string =>
    new Intl.DateTimeFormat(locale(language), { weekday: 'long', timeZone: 'UTC' }).format(
      aMonday + (weekday - 1) * 86_400_000,
    );
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('region.weekdays')}</legend>
      <div className={styles.days}>
        {isoWeekdays.map((weekday) => (
          <CheckboxField
            key={weekday}
            isSelected={value.includes(weekday)}
            onChange={(isWorked) =>
              change(
                isWorked
                  ? [...value, weekday].sort((left, right) => left - right)
                  : value.filter((one) => one !== weekday),
              )
            }
          >
            {name(weekday)}
          </CheckboxField>
        ))}
      </div>
      <FieldError error={error} />
    </fieldset>
  );
}
