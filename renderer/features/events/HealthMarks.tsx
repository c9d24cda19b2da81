import type { EventHealth, HealthReason } from '@shared/domain/eventHealth';
import { useTranslation } from 'react-i18next';
import { StatusMark } from '@renderer/ui/StatusMark';
import styles from './HealthMarks.module.css';

/** An event's health, worst first: a shape and words for each reason, at most `most` of them and the number of the others. */
export function HealthMarks({
  health,
  isSettled = false,
  most = Number.POSITIVE_INFINITY,
}: {
  health: EventHealth;
  isSettled?: boolean;
  most?: number;
}) {
  const { t } = useTranslation('events');
  const reasons = [...health.reasons].sort((left, right) => rank(left) - rank(right));
  if (isSettled) return <span className={styles.settled}>{t('health.settled')}</span>;
  if (reasons.length === 0) {
    return (
      <span className={styles.marks}>
        <StatusMark kind="ok">{t('health.ok')}</StatusMark>
      </span>
    );
  }
  const others = reasons.slice(most);
  return (
    <span className={styles.marks} title={others.map((reason) => words(reason)).join(', ') || undefined}>
      {reasons.slice(0, most).map((reason) => (
        <StatusMark key={reason.kind} kind={reason.level}>
          {words(reason)}
        </StatusMark>
      ))}
      {others.length > 0 && (
        <span className={styles.more}>
          {t('health.more', { count: others.length })}
          <span className="visuallyHidden">{others.map((reason) => words(reason)).join(', ')}</span>
        </span>
      )}
    </span>
  );

  function words({ kind, count }: HealthReason): string {
    return t(`health.${kind}`, { count });
  }
}

function rank({ level }: HealthReason): number {
  return level === 'alert' ? 0 : 1;
}
