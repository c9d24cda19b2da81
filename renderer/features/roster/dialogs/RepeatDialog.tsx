import type { Slot } from '@shared/domain/roster';
import { maxRepeatedDays, repeatedShifts } from '@shared/domain/rosterEdits';
import type { Shift } from '@shared/domain/shift';
import { addDays, type Day, type TimeZone } from '@shared/domain/time';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { Button } from '@renderer/ui/Button';
import { DateField } from '@renderer/ui/DateField';
import { Dialog } from '@renderer/ui/Dialog';
import styles from './Dialogs.module.css';

type Props = {
  slot: Slot;
  zone: TimeZone;
  onRepeat: (shifts: readonly Shift[]) => void;
  onClose: () => void;
};

/** The same shift on the following days, up to one that is chosen. */
export function RepeatDialog({ slot, zone, onRepeat, onClose }: Props) {
  const { t } = useTranslation(['roster', 'common']);
  const [lastOn, setLastOn] = useState<Day | null>(addDays(slot.day, 1));
  const shifts = useMemo(
    () => (lastOn === null ? [] : repeatedShifts(slot.shift, lastOn, zone, newUuid)),
    [slot.shift, lastOn, zone],
  );
  const isTooFar = lastOn !== null && lastOn > addDays(slot.day, maxRepeatedDays);
  const error = isTooFar ? t('repeat.tooFar') : shifts.length === 0 ? t('repeat.none') : undefined;
  return (
    <Dialog
      title={t('repeat.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isDisabled={error !== undefined} onPress={() => onRepeat(shifts)}>
            {t('repeat.go')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <DateField
          label={t('repeat.until')}
          help={t('repeat.help')}
          value={lastOn}
          error={error}
          onChange={setLastOn}
        />
        {error === undefined && <p role="status">{t('repeat.makes', { count: shifts.length })}</p>}
      </div>
    </Dialog>
  );
}
