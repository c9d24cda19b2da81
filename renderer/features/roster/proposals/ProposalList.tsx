import { formatMinutes } from '@shared/domain/formatting';
import type { Proposal, ReasonAgainst } from '@shared/domain/proposals';
import type { Roster } from '@shared/domain/roster';
import type { StaffId } from '@shared/domain/staffMember';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { icons } from '@renderer/ui/icons';
import { StatusMark } from '@renderer/ui/StatusMark';
import styles from './ProposalList.module.css';

type Props = {
  roster: Roster;
  proposals: readonly Proposal[];
  /** Warns when a rule would break: that is the caller's to ask. */
  onAssign: (personId: StaffId) => void;
};

/** The best names for one shift, in order, each with what speaks for and against. */
export function ProposalList({ roster, proposals, onAssign }: Props) {
  const { t } = useTranslation('fill');
  const language = useLanguage();
  const against = (reason: ReasonAgainst) =>
    reason.kind === 'conflict'
      ? t(`rules.${reason.conflict.rule}`) + (reason.conflict.about ? ` (${reason.conflict.about})` : '')
      : t(`proposals.reasons.${reason.kind}`, { about: reason.about });
  return (
    <section className={styles.proposals} aria-label={t('proposals.title')}>
      <h3>{t('proposals.title')}</h3>
      {proposals.length === 0 && <p>{t('proposals.none')}</p>}
      <ol>
        {proposals.map(({ personId, isFree, reasonsFor, reasonsAgainst, plannedMinutes }) => {
          const name = roster.people.get(personId)?.name ?? '';
          const broken = reasonsAgainst.filter(
            (reason) => reason.kind === 'conflict' && !reason.conflict.isWish,
          ).length;
          return (
            <li key={personId}>
              <div className={styles.head}>
                <b dir="auto">{name}</b>
                <StatusMark kind={isFree ? 'ok' : 'warn'}>
                  {isFree ? t('proposals.free') : t('proposals.broken', { count: broken })}
                </StatusMark>
                <span className={styles.hours}>
                  {t('proposals.hours', { minutes: formatMinutes(plannedMinutes, language) })}
                </span>
                <Button
                  variant="quiet"
                  icon={<icons.add />}
                  aria-label={t('proposals.assign', { name })}
                  onPress={() => onAssign(personId)}
                >
                  {t('changes.added')}
                </Button>
              </div>
              <dl>
                {reasonsFor.length > 0 && (
                  <div>
                    <dt>{t('proposals.for')}</dt>
                    <dd dir="auto">
                      {reasonsFor
                        .map(({ kind, about }) => t(`proposals.reasons.${kind}`, { about }))
                        .join(', ')}
                    </dd>
                  </div>
                )}
                {reasonsAgainst.length > 0 && (
                  <div>
                    <dt>{t('proposals.against')}</dt>
                    <dd dir="auto">{reasonsAgainst.map(against).join(', ')}</dd>
                  </div>
                )}
              </dl>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
