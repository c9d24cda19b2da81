import { type EventStatus, eventStatuses, type PlannedEvent } from '@shared/domain/plannedEvent';
import { useTranslation } from 'react-i18next';
import { Button } from '@renderer/ui/Button';
import { icons } from '@renderer/ui/icons';
import { Menu } from '@renderer/ui/Menu';
import styles from './EventsPage.module.css';

type Props = {
  chosen: readonly PlannedEvent[];
  onStatus: (status: EventStatus) => void;
  onPin: (isPinned: boolean) => void;
  onDuplicate: () => void;
  onDelete: () => void;
  onClear: () => void;
};

/** What can be done to the chosen events at once; each is one change, with one undo. */
export function SelectionBar({ chosen, onStatus, onPin, onDuplicate, onDelete, onClear }: Props) {
  const { t } = useTranslation(['events', 'common', 'domain']);
  const arePinned = chosen.every(({ isPinned }) => isPinned);
  return (
    <div className={styles.selection} role="toolbar" aria-label={t('selection.label')}>
      <b>{t('selection.count', { count: chosen.length })}</b>
      <Button icon={<icons.copy />} onPress={onDuplicate}>
        {t('common:duplicate')}
      </Button>
      <Menu
        label={t('selection.status')}
        trigger={<Button icon={<icons.arrow />}>{t('selection.status')}</Button>}
        entries={eventStatuses.map((status) => ({
          id: status,
          label: t(`domain:status.${status}`),
          onAction: () => onStatus(status),
        }))}
      />
      <Button icon={<icons.pin />} onPress={() => onPin(!arePinned)}>
        {arePinned ? t('selection.unpin') : t('selection.pin')}
      </Button>
      <Button icon={<icons.delete />} onPress={onDelete}>
        {t('common:delete')}
      </Button>
      <Button variant="quiet" onPress={onClear}>
        {t('selection.clear')}
      </Button>
    </div>
  );
}
