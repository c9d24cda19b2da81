import { personalUseFacts } from '@shared/domain/personalData';
import { type Retention, retentionSchema } from '@shared/domain/retention';
import { personalWords } from '@shared/report/personalWords';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { retentionsOf, saveRetention } from '@renderer/data/personalData';
import { useCommit, useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { DateField } from '@renderer/ui/DateField';
import { NumberField } from '@renderer/ui/NumberField';
import { TextField } from '@renderer/ui/TextField';
import styles from './PersonalData.module.css';

const mostMonths = 600;

/** How long each kind of personal data is kept, on what ground, and when that was last checked. */
export function RetentionsPart() {
  const { t } = useTranslation('personal');
  const title = useId();
  const language = useLanguage();
  const commit = useCommit();
  const retentions = useQuestion(retentionsOf, []);
  const { uses } = personalWords[language];

  function change(retention: Retention, fields: Partial<Retention>): void {
    const answer = retentionSchema.safeParse({ ...retention, ...fields });
    if (answer.success) void saveRetention(commit, answer.data);
  }

  return (
    <section className={styles.part} aria-labelledby={title}>
      <h3 id={title}>{t('retentions.title')}</h3>
      <p className={styles.help}>{t('retentions.help')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('retentions.use')}</th>
            <th scope="col">{t('retentions.months')}</th>
            <th scope="col">{t('retentions.source')}</th>
            <th scope="col">{t('retentions.checked')}</th>
          </tr>
        </thead>
        <tbody>
          {retentions?.map((retention) => {
            const { name } = uses[retention.id];
            return (
              <tr key={retention.id}>
                <th scope="row">{name}</th>
                <td className={styles.months}>
                  {personalUseFacts[retention.id].startsAt === 'use' ? (
                    t('retentions.asUsed')
                  ) : (
                    <NumberField
                      label={t('retentions.monthsOf', { name })}
                      isLabelHidden
                      value={retention.months}
                      min={0}
                      max={mostMonths}
                      outOfRange={t('retentions.outOfRange')}
                      onCommit={(months) => months !== null && change(retention, { months })}
                    />
                  )}
                </td>
                <td>
                  <TextField
                    label={t('retentions.sourceOf', { name })}
                    isLabelHidden
                    value={retention.source}
                    maxLength={200}
                    onCommit={(source) => change(retention, { source })}
                  />
                </td>
                <td className={styles.checked}>
                  <DateField
                    label={t('retentions.checkedOf', { name })}
                    isLabelHidden
                    value={retention.checkedOn}
                    onChange={(checkedOn) => change(retention, { checkedOn })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
