import { type LikelyDouble, mergedMember } from '@shared/domain/directory';
import { formatNumber } from '@shared/domain/formatting';
import type { StaffId, StaffMember } from '@shared/domain/staffMember';
import type { WorkProfile } from '@shared/domain/workProfile';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countAssignmentsOf, mergePeople } from '@renderer/data/people';
import { useCommit, useDatabase, useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { Segmented } from '@renderer/ui/Segmented';
import { toldFields, usePeopleWords } from '../usePeopleWords';
import styles from './Doubles.module.css';

type Props = {
  double: LikelyDouble;
  people: readonly StaffMember[];
  profiles: readonly WorkProfile[];
  onClose: () => void;
  onMerged: (kept: StaffId) => void;
};
type SideName = 'first' | 'second';

/** Both records side by side, which one stays, and what it would be; then one change. */
export function MergeDialog({ double, people, profiles, onClose, onMerged }: Props) {
  const { t } = useTranslation(['people', 'common']);
  const language = useLanguage();
  const commit = useCommit();
  const database = useDatabase();
  const words = usePeopleWords();
  const [side, setSide] = useState<SideName>('first');
  const { first, second } = double;
  const counts = useQuestion(
    (from) => Promise.all([first, second].map(({ id }) => countAssignmentsOf(from, [id]))),
    [first.id, second.id],
  );
  const [keep, other] = side === 'first' ? [first, second] : [second, first];
  const result = mergedMember(keep, other);
  const known = {
    profileOf: (id: string) => profiles.find((one) => one.id === id)?.name ?? '',
    nameOf: (id: StaffId) => people.find((one) => one.id === id)?.name ?? t('panel.goneName'),
  };
  const lines = toldFields
    .map((field) => ({
      field,
      values: [first, second, result].map((member) => words.field(member, field, known)),
    }))
    .filter(({ values }) => values.some((value) => value !== ''));

  async function apply(): Promise<void> {
    await mergePeople(database, commit, keep, other);
    onMerged(keep.id);
    onClose();
  }
  return (
    <Dialog
      title={t('merge.title')}
      isWide
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" onPress={() => void apply()}>
            {t('merge.apply')}
          </Button>
        </>
      }
    >
      <p className={styles.help}>{t('merge.help')}</p>
      <div className={styles.keep}>
        <Segmented<SideName>
          label={t('merge.keep')}
          value={side}
          options={[
            { id: 'first', label: t('merge.keepFirst') },
            { id: 'second', label: t('merge.keepSecond') },
          ]}
          onChange={setSide}
        />
      </div>
      <table className={styles.sides}>
        <thead>
          <tr>
            <th scope="col">{t('merge.field')}</th>
            <th scope="col">{t('merge.first')}</th>
            <th scope="col">{t('merge.second')}</th>
            <th scope="col">{t('merge.result')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ field, values }) => (
            <tr key={field}>
              <th scope="row">{t(`fields.${field}`)}</th>
              {values.map((value, index) => (
                <td key={columns[index]} dir="auto">
                  {value || '—'}
                </td>
              ))}
            </tr>
          ))}
          {counts && (
            <tr>
              <th scope="row">{t('merge.assignments')}</th>
              {counts.map((count, index) => (
                <td key={columns[index]}>{formatNumber(count, language)}</td>
              ))}
              <td>—</td>
            </tr>
          )}
        </tbody>
      </table>
    </Dialog>
  );
}

const columns = ['first', 'second', 'result'] as const;
