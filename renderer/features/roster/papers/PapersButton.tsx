import type { EventId } from '@shared/domain/plannedEvent';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@renderer/ui/Button';
import { icons } from '@renderer/ui/icons';
import { PapersDialog } from './PapersDialog';

/** Opens the papers of the event's roster. */
export function PapersButton({ eventId }: { eventId: EventId }) {
  const { t } = useTranslation('papers');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button icon={<icons.print />} onPress={() => setIsOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && <PapersDialog eventId={eventId} onClose={() => setIsOpen(false)} />}
    </>
  );
}
