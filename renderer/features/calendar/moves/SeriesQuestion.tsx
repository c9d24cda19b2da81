import { formatDay } from '@shared/domain/formatting';
import type { Day } from '@shared/domain/time';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import styles from './moves.module.css';

type Props = { name: string; day: Day; onOne: () => void; onAll: () => void; onCancel: () => void };

/** One meeting of a series, or all of them? */
export function SeriesQuestion({ name, day, onOne, onAll, onCancel }: Props) {
  const { t } = useTranslation(['calendar', 'common']);
  const language = useLanguage();
  return (
    <Dialog
      title={t('moving.series.title', { name })}
      onClose={onCancel}
      footer={
        <>
          <Button onPress={onCancel}>{t('common:cancel')}</Button>
          <Button onPress={onAll}>{t('moving.series.all')}</Button>
          <Button variant="primary" onPress={onOne}>
            {t('moving.series.one')}
          </Button>
        </>
      }
    >
      <p>{t('moving.series.question')}</p>
      <dl className={styles.choices}>
        <dt>{t('moving.series.one')}</dt>
        <dd>{t('moving.series.oneHelp', { day: formatDay(day, 'full', language) })}</dd>
        <dt>{t('moving.series.all')}</dt>
        <dd>{t('moving.series.allHelp')}</dd>
      </dl>
    </Dialog>
  );
}
