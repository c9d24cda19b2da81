import { logoAddress } from '@shared/report/logo';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { useHost } from '@renderer/host/hostContext';
import { Button } from '@renderer/ui/Button';
import { Field, FieldError } from '@renderer/ui/Field';
import { icons } from '@renderer/ui/icons';
import { TextField } from '@renderer/ui/TextField';
import { useSettingField } from './useSettingField';
import styles from './SettingsPage.module.css';

/** What documents carry: names, logo, colour. */
export function OrganisationSection() {
  const { t } = useTranslation('settings');
  return (
    <div className={styles.form}>
      <TextSetting name="organisation" label={t('organisation.name')} help={t('organisation.nameHelp')} />
      <TextSetting name="organisationUnit" label={t('organisation.unit')} />
      <TextSetting
        name="contractingAuthority"
        label={t('organisation.authority')}
        help={t('organisation.authorityHelp')}
      />
      <Logo />
      <Accent />
    </div>
  );
}

export type TextSettingName =
  | 'organisation'
  | 'organisationUnit'
  | 'contractingAuthority'
  | 'me'
  | 'currency'
  | 'timeZone'
  | 'holidaysRegion';

export function TextSetting({ name, label, help }: { name: TextSettingName; label: string; help?: string }) {
  const { value, error, change } = useSettingField(name);
  return <TextField label={label} help={help} value={value} error={error} onCommit={change} />;
}

function Logo() {
  const { t } = useTranslation('settings');
  const host = useHost();
  const { value: logoId, change } = useSettingField('logoId');
  const [picture, setPicture] = useState<{ id: string; address: string | null } | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  useEffect(() => {
    if (logoId === null) return;
    host.ask['attachments:get'](logoId).then(
      (bytes) => setPicture({ id: logoId, address: bytes && logoAddress(bytes) }),
      () => setPicture({ id: logoId, address: null }),
    );
  }, [logoId, host]);

  async function choose(): Promise<void> {
    const file = await host.ask['files:open']('image');
    if (file.kind === 'cancelled') return;
    const isPicture = file.kind === 'opened' && logoAddress(file.bytes) !== null;
    setIsRefused(!isPicture);
    if (!isPicture) return;
    const id = newUuid();
    await host.ask['attachments:put'](id, file.bytes);
    change(id);
  }

  const address = picture && picture.id === logoId ? picture.address : null;
  return (
    <Field label={t('organisation.logo')} help={t('organisation.logoHelp')}>
      {({ id }) => (
        <div id={id} className={styles.logo}>
          {address && <img src={address} alt={t('organisation.logo')} />}
          <Button icon={<icons.upload />} onPress={() => void choose()}>
            {t('organisation.chooseLogo')}
          </Button>
          {logoId !== null && (
            <Button variant="quiet" onPress={() => change(null)}>
              {t('organisation.removeLogo')}
            </Button>
          )}
          <FieldError error={isRefused ? t('organisation.logoRefused') : undefined} />
        </div>
      )}
    </Field>
  );
}

function Accent() {
  const { t } = useTranslation('settings');
  const { value, change } = useSettingField('accentHue');
  const [draft, setDraft] = useState<number | null>(null);
  const hue = draft ?? value;
  const keep = (): void => {
    if (draft !== null && draft !== value) change(draft);
    setDraft(null);
  };
  return (
    <Field label={t('organisation.accent')} help={t('organisation.accentHelp')}>
      {(wiring) => (
        <>
          <input
            {...wiring}
            type="range"
            className={styles.hue}
            min={0}
            max={359}
            value={hue}
            onChange={({ target }) => setDraft(Number(target.value))}
            onPointerUp={keep}
            onKeyUp={keep}
            onBlur={keep}
          />
          <div className={styles.swatches} style={{ '--hue-accent': hue } as React.CSSProperties}>
            <span className={styles.full}>{t('organisation.accentSample')}</span>
            <span className={styles.soft}>{t('organisation.accentSample')}</span>
            <output>{hue}°</output>
          </div>
        </>
      )}
    </Field>
  );
}
