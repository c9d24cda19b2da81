import { doubleKey, type LikelyDouble } from '@shared/domain/directory';
import type { StaffMember } from '@shared/domain/staffMember';
import type { WorkProfile } from '@shared/domain/workProfile';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { MergeDialog } from './MergeDialog';
import styles from './Doubles.module.css';

type Props = {
  doubles: readonly LikelyDouble[];
  people: readonly StaffMember[];
  profiles: readonly WorkProfile[];
  onDifferent: (double: LikelyDouble) => void;
  onClose: () => void;
};

/** Every two records that may be one person: merge them, or say that they are two. */
export function DoublesDialog({ doubles, people, profiles, onDifferent, onClose }: Props) {
  const { t } = useTranslation(['people', 'common']);
  const [merged, setMerged] = useState<LikelyDouble | null>(null);
  if (merged) {
    return (
      <MergeDialog
        double={merged}
        people={people}
        profiles={profiles}
        onClose={() => setMerged(null)}
        onMerged={() => setMerged(null)}
      />
    );
  }
  return (
    <Dialog
      title={t('doubles.title')}
      isWide
      onClose={onClose}
      footer={<Button onPress={onClose}>{t('common:close')}</Button>}
    >
      {doubles.length === 0 && <p>{t('doubles.none')}</p>}
      <ul>
        {doubles.map((double) => (
          <li key={doubleKey(double.first, double.second)} className={styles.double}>
            <div>
              <b dir="auto">{t('doubles.pair', { first: double.first.name, second: double.second.name })}</b>
              <small>{double.by.map((one) => t(`doubles.by.${one}`)).join(', ')}</small>
            </div>
            <Button variant="quiet" onPress={() => onDifferent(double)}>
              {t('doubles.different')}
            </Button>
            <Button onPress={() => setMerged(double)}>{t('doubles.merge')}</Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
