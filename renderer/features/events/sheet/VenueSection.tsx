import type { PlannedEvent, Venue } from '@shared/domain/plannedEvent';
import { useTranslation } from 'react-i18next';
import { EditedNumber, EditedProse, EditedText } from './EditedFields';
import { SheetSection } from './SheetSection';
import type { SaveFields } from './useEventEdits';
import styles from './Sheet.module.css';

export function VenueSection({ event, save }: { event: PlannedEvent; save: SaveFields }) {
  const { t } = useTranslation('events');
  const { venue } = event;
  const saveVenue = (fields: Partial<Venue>) =>
    save((current) => ({ venue: { ...current.venue, ...fields } }));
  return (
    <SheetSection section="venue">
      <div className={styles.rows}>
        <EditedText
          field="venueName"
          label={t('venue.name')}
          value={venue.name}
          onSave={(name) => saveVenue({ name })}
        />
        <EditedText
          label={t('venue.address')}
          value={venue.address}
          onSave={(address) => saveVenue({ address })}
        />
        <EditedText
          label={t('venue.commune')}
          value={venue.commune}
          onSave={(commune) => saveVenue({ commune })}
        />
        <EditedProse
          label={t('venue.access')}
          placeholder={t('venue.accessPlaceholder')}
          value={venue.accessNotes}
          onSave={(accessNotes) => saveVenue({ accessNotes })}
        />
        <EditedNumber
          label={t('venue.capacity')}
          min={0}
          max={1_000_000}
          value={venue.capacityPeople}
          onSave={(capacityPeople) => saveVenue({ capacityPeople })}
        />
      </div>
    </SheetSection>
  );
}
