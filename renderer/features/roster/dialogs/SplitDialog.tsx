import type { Slot } from '@shared/domain/roster';
import { momentWithin } from '@shared/domain/rosterEdits';
import {
  addMinutes,
  type ClockTime,
  clockTimeOf,
  type Instant,
  minutesBetween,
  type TimeZone,
} from '@shared/domain/time';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { TimeField } from '@renderer/ui/TimeField';
import { stepMinutes } from '../board/rosterScale';
import styles from './Dialogs.module.css';

type Props = { slot: Slot; zone: TimeZone; onSplit: (at: Instant) => void; onClose: () => void };

/** Where a shift is cut in two; its middle at first. */
export function SplitDialog({ slot: { shift }, zone, onSplit, onClose }: Props) {
  const { t } = useTranslation(['roster', 'common']);
  const half = minutesBetween(shift.startsAt, shift.endsAt) / 2;
  const middle = addMinutes(shift.startsAt, Math.round(half / stepMinutes) * stepMinutes);
  const [time, setTime] = useState<ClockTime | null>(clockTimeOf(middle, zone));
  const at = time === null ? null : momentWithin(shift, time, zone);
  return (
    <Dialog
      title={t('split.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isDisabled={at === null} onPress={() => at !== null && onSplit(at)}>
            {t('split.go')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TimeField
          label={t('split.at')}
          help={t('split.help')}
          value={time}
          error={at === null ? t('split.outside') : undefined}
          onChange={setTime}
        />
      </div>
    </Dialog>
  );
}
