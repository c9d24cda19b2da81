import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { useTranslation } from 'react-i18next';
import { icons } from '@renderer/ui/icons';
import { IconButton } from '@renderer/ui/IconButton';
import { AddLine } from './AddLine';
import { EditedNumber, EditedProse, EditedText } from './EditedFields';
import { SheetSection } from './SheetSection';
import type { SaveFields } from './useEventEdits';
import styles from './Sheet.module.css';

export function AudienceSection({ event, save }: { event: PlannedEvent; save: SaveFields }) {
  const { t } = useTranslation('events');
  return (
    <SheetSection section="audience">
      <div className={styles.rows}>
        <EditedNumber
          field="attendance"
          label={t('audience.attendance')}
          min={0}
          max={10_000_000}
          value={event.expectedAttendancePeople}
          onSave={(expectedAttendancePeople) => save(() => ({ expectedAttendancePeople }))}
        />
        <EditedProse
          field="audiences"
          label={t('audience.audiences')}
          value={event.audiences}
          onSave={(audiences) => save(() => ({ audiences }))}
        />
        <Messages event={event} save={save} />
        <EditedProse
          label={t('audience.format')}
          value={event.format}
          onSave={(format) => save(() => ({ format }))}
        />
        <EditedProse
          label={t('audience.description')}
          value={event.description}
          onSave={(description) => save(() => ({ description }))}
        />
      </div>
    </SheetSection>
  );
}

function Messages({ event, save }: { event: PlannedEvent; save: SaveFields }) {
  const { t } = useTranslation('events');
  const saveMessages = (revise: (messages: readonly string[]) => string[]) =>
    save(({ messages }) => ({ messages: revise(messages) }));
  return (
    <div className={styles.labelled}>
      <span id="sheet-messages">{t('audience.messages')}</span>
      <ol className={styles.messages} aria-labelledby="sheet-messages">
        {event.messages.map((message, index) => (
          // A message has no identity but its place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <EditedText
              label={t('audience.message', { number: index + 1 })}
              isLabelHidden
              value={message}
              onSave={(text) =>
                saveMessages((all) =>
                  text.trim() === ''
                    ? all.filter((_, place) => place !== index)
                    : all.map((one, place) => (place === index ? text : one)),
                )
              }
            />
            <IconButton
              label={t('audience.removeMessage', { number: index + 1 })}
              icon={<icons.remove />}
              onPress={() => void saveMessages((all) => all.filter((_, place) => place !== index))}
            />
          </li>
        ))}
        <li>
          <AddLine
            label={t('audience.addMessage')}
            onAdd={(text) => saveMessages((all) => [...all, text])}
            onPasteLines={(lines) => void saveMessages((all) => [...all, ...lines])}
          />
        </li>
      </ol>
    </div>
  );
}
