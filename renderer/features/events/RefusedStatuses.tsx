import { useTranslation } from 'react-i18next';
import { icons } from '@renderer/ui/icons';
import { IconButton } from '@renderer/ui/IconButton';
import { Notice } from '@renderer/ui/Notice';
import { paths } from '@renderer/navigation/paths';
import type { StatusRefusal } from './statusChange';
import styles from './EventsPage.module.css';

const mostShown = 5;

/** Which events kept their status, and the reason of each; a name leads to the sheet. */
export function RefusedStatuses({
  refused,
  onClose,
}: {
  refused: readonly StatusRefusal[];
  onClose: () => void;
}) {
  const { t } = useTranslation(['events', 'common', 'domain']);
  return (
    <Notice
      kind="warn"
      title={t('refused.title', { count: refused.length })}
      action={<IconButton label={t('common:close')} icon={<icons.close />} onPress={onClose} />}
    >
      <ul className={styles.refused}>
        {refused.slice(0, mostShown).map((refusal) => {
          const { event, to } = refusal;
          const words = {
            name: event.name,
            from: t(`domain:status.${event.status}`),
            to: t(`domain:status.${to}`),
          };
          return (
            <li key={event.id}>
              <a href={paths.event(event.id)}>
                {refusal.reason === 'order'
                  ? t('refused.order', words)
                  : t('refused.missing', { ...words, count: refusal.count })}
              </a>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
