import type { Roster, Slot } from '@shared/domain/roster';
import type { Conflict } from '@shared/domain/rosterConflicts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConflictSentence } from '@renderer/i18n/conflictSentence';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { icons } from '@renderer/ui/icons';
import { TextField } from '@renderer/ui/TextField';
import styles from './Dialogs.module.css';

type Props = {
  roster: Roster;
  conflicts: readonly Conflict[];
  slots: readonly Slot[];
  isSwap: boolean;
  onAccept: (reason: string) => void;
  onCancel: () => void;
};

/** The rules that a change would break, before it is made. It goes through with a reason, which is kept. */
export function ConflictWarning({ roster, conflicts, slots, isSwap, onAccept, onCancel }: Props) {
  const { t } = useTranslation('roster');
  const sentences = useConflictSentence(roster, slots);
  const [reason, setReason] = useState('');
  const [isRefused, setIsRefused] = useState(false);
  function accept(): void {
    const said = reason.trim();
    setIsRefused(said === '');
    if (said !== '') onAccept(said.slice(0, 200));
  }
  return (
    <Dialog
      title={t(isSwap ? 'warning.titleSwap' : 'warning.title')}
      onClose={onCancel}
      footer={
        <>
          <Button onPress={onCancel}>{t('warning.cancel')}</Button>
          <Button variant="primary" onPress={accept}>
            {t(isSwap ? 'warning.goSwap' : 'warning.go')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t('warning.sentence', { count: conflicts.length })}</p>
        <ul className={styles.conflicts}>
          {conflicts.map((conflict) => (
            <li key={`${conflict.rule} ${conflict.personIds.join(' ')} ${conflict.shiftIds.join(' ')}`}>
              <icons.alert />
              <div dir="auto">
                {sentences.what(conflict)} <small>{sentences.mend(conflict)}</small>
              </div>
            </li>
          ))}
        </ul>
        {/* Enter in the field goes on, as the primary button does. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && accept()}>
          <TextField
            label={t('warning.reason')}
            help={t('warning.reasonHelp')}
            error={isRefused ? t('warning.reasonNeeded') : undefined}
            value={reason}
            maxLength={200}
            onChange={setReason}
          />
        </div>
      </div>
    </Dialog>
  );
}
