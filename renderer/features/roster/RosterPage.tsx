import type { EventId } from '@shared/domain/plannedEvent';
import { useTranslation } from 'react-i18next';

export function RosterPage({ eventId: _eventId }: { eventId: EventId }) {
  const { t } = useTranslation('roster');
  return <h2>{t('title')}</h2>;
}
