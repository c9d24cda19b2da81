import type { AssignmentId } from '@shared/domain/assignment';
import type { Duty, Slot } from '@shared/domain/roster';
import { fold } from '@shared/domain/text';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConflictSentence } from '@renderer/i18n/conflictSentence';
import { Button } from '@renderer/ui/Button';
import { ComboField } from '@renderer/ui/ComboField';
import { Dialog } from '@renderer/ui/Dialog';
import { icons } from '@renderer/ui/icons';
import { SelectField } from '@renderer/ui/SelectField';
import { StatusMark } from '@renderer/ui/StatusMark';
import type { RosterNow } from '../useRoster';
import { brokenBySwap } from '../useRosterActions';
import styles from './Dialogs.module.css';

type Props = {
  now: RosterNow;
  /** Whose work is swapped; the first is chosen when there are several. */
  held: readonly Duty[];
  slot: Slot;
  onSwap: (one: Duty, other: Duty) => void;
  onClose: () => void;
};

/** Two people take each other's shift: chosen by name, with what it would break. The way of the keyboard. */
export function SwapDialog({ now, held, slot, onSwap, onClose }: Props) {
  const { t } = useTranslation(['roster', 'common']);
  const sentences = useConflictSentence(now.roster);
  const [oneId, setOneId] = useState<AssignmentId | null>(held[0]?.assignment.id ?? null);
  const [other, setOther] = useState<Duty | null>(null);
  const [error, setError] = useState<string>();
  const one = held.find(({ assignment }) => assignment.id === oneId);
  const nameOf = ({ assignment }: Duty): string => now.roster.people.get(assignment.personId)?.name ?? '';
  const others = useMemo(() => {
    const named = new Map<string, Duty>();
    for (const { shift } of now.roster.slots) {
      if (shift.id === slot.shift.id) continue;
      for (const duty of now.roster.onShift.get(shift.id) ?? []) {
        if (duty.assignment.personId === one?.assignment.personId) continue;
        const person = now.roster.people.get(duty.assignment.personId)?.name ?? '';
        named.set(t('swap.choice', { person, shift: sentences.slot(duty) }), duty);
      }
    }
    return named;
  }, [now.roster, slot, one, sentences, t]);
  const broken = one && other ? brokenBySwap(now, one, other).flat() : [];
  const shown = other ? t('swap.choice', { person: nameOf(other), shift: sentences.slot(other) }) : '';

  function choose(text: string): void {
    const found = [...others].find(([name]) => fold(name) === fold(text))?.[1];
    setOther(found ?? null);
    setError(text.trim() !== '' && !found ? t('swap.unknown') : undefined);
  }
  const sentence = held.length === 0 ? t('swap.none') : others.size === 0 ? t('swap.nobody') : null;
  return (
    <Dialog
      title={t('swap.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!one || !other}
            onPress={() => {
              if (one && other) onSwap(one, other);
            }}
          >
            {t('swap.go')}
          </Button>
        </>
      }
    >
      {sentence ? (
        <p>{sentence}</p>
      ) : (
        <div className={styles.form}>
          {held.length > 1 ? (
            <SelectField
              label={t('swap.who')}
              value={oneId}
              options={held.map((duty) => ({ id: duty.assignment.id, label: nameOf(duty) }))}
              onChange={setOneId}
            />
          ) : (
            <p dir="auto">{one && t('swap.choice', { person: nameOf(one), shift: sentences.slot(slot) })}</p>
          )}
          <ComboField
            label={t('swap.with')}
            placeholder={t('swap.find')}
            value={shown}
            error={error}
            suggestions={[...others.keys()]}
            onCommit={choose}
          />
          {other && broken.length === 0 && <StatusMark kind="ok">{t('swap.clean')}</StatusMark>}
          {broken.length > 0 && (
            <ul className={styles.conflicts}>
              {broken.map((conflict) => (
                <li key={`${conflict.rule} ${conflict.personIds.join(' ')} ${conflict.shiftIds.join(' ')}`}>
                  <icons.alert />
                  <div dir="auto">{sentences.what(conflict)}</div>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Dialog>
  );
}
