import { formatInstant } from '@shared/domain/formatting';
import type { SafetyState } from '@shared/ipc';
import { useTranslation } from 'react-i18next';
import { useSettings } from '@renderer/data/settingsContext';
import { useHost } from '@renderer/host/hostContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { icons } from '@renderer/ui/icons';
import { Notice } from '@renderer/ui/Notice';
import styles from '../SettingsPage.module.css';

type Props = {
  second: SafetyState['second'];
  isBusy: boolean;
  run: (work: () => Promise<string | null>) => void;
};

/** A folder elsewhere, on a stick for example, that gets whole copies; its age, and whether it can be reached. */
export function SecondPlace({ second, isBusy, run }: Props) {
  const { t } = useTranslation('safety');
  const host = useHost();
  const { timeZone } = useSettings();
  const language = useLanguage();
  const ask = (wish: 'choose' | 'copy' | 'stop') =>
    run(async () => {
      const { kind } = await host.ask['safety:second'](wish);
      if (kind === 'insideProfile') throw new Error(t('centre.insideProfile'));
      if (kind === 'cancelled' || wish === 'stop') return null;
      const { second: now } = await host.ask['safety:state']();
      return t('centre.copied', { folder: now?.folder ?? '' });
    });
  return (
    <>
      <p className={styles.help}>{t('centre.secondHelp')}</p>
      {second && (
        <Notice kind={second.at === null || !second.isThere ? 'warn' : 'ok'}>
          {second.at === null
            ? t('notices.secondNever', { folder: second.folder })
            : t('centre.secondAt', {
                folder: second.folder,
                moment: formatInstant(second.at, timeZone, 'long', language),
              })}{' '}
          {!second.isThere && t('centre.away')} {!second.hasFiles && t('centre.withoutFiles')}
        </Notice>
      )}
      <div className={styles.actions}>
        {second && (
          <Button isDisabled={isBusy || !second.isThere} onPress={() => ask('copy')}>
            {t('notices.copyNow')}
          </Button>
        )}
        <Button icon={<icons.download />} isDisabled={isBusy} onPress={() => ask('choose')}>
          {t(second ? 'centre.change' : 'centre.choose')}
        </Button>
        {second && (
          <Button variant="quiet" isDisabled={isBusy} onPress={() => ask('stop')}>
            {t('centre.stop')}
          </Button>
        )}
      </div>
    </>
  );
}
