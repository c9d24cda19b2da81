import type { Contact, PlannedEvent } from '@shared/domain/plannedEvent';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { useHost } from '@renderer/host/hostContext';
import { icons } from '@renderer/ui/icons';
import { IconButton } from '@renderer/ui/IconButton';
import { AddLine } from './AddLine';
import { EditedText } from './EditedFields';
import { changedIn, without } from './lists';
import { SheetSection } from './SheetSection';
import type { SaveFields } from './useEventEdits';
import styles from './Sheet.module.css';

const columns = ['function', 'name', 'organisation', 'phone', 'email'] as const;

export function ContactsSection({ event, save }: { event: PlannedEvent; save: SaveFields }) {
  const { t } = useTranslation('events');
  const saveContacts = (revise: (contacts: readonly Contact[]) => Contact[]) =>
    save(({ contacts }) => ({ contacts: revise(contacts) }));
  return (
    <SheetSection section="contacts">
      {event.contacts.length === 0 && <p className={styles.hint}>{t('contacts.empty')}</p>}
      <table className={`${styles.table} ${styles.contacts}`}>
        {event.contacts.length > 0 && (
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`contacts.${column}`)}
                </th>
              ))}
              <th scope="col">
                <span className="visuallyHidden">{t('actions')}</span>
              </th>
            </tr>
          </thead>
        )}
        <tbody>
          {event.contacts.map((contact) => (
            <ContactRow
              key={contact.id}
              contact={contact}
              onSave={(fields) => saveContacts((all) => changedIn(all, contact.id, fields))}
              onRemove={() => void saveContacts((all) => without(all, contact.id))}
            />
          ))}
          <tr>
            <td colSpan={columns.length + 1}>
              <AddLine
                field="addContact"
                label={t('contacts.add')}
                onAdd={(text) => saveContacts((all) => [...all, contactOf(text)])}
                onPasteLines={(lines) => void saveContacts((all) => [...all, ...lines.map(contactOf)])}
              />
            </td>
          </tr>
        </tbody>
      </table>
    </SheetSection>
  );
}

type RowProps = {
  contact: Contact;
  onSave: (fields: Partial<Contact>) => Promise<string | null>;
  onRemove: () => void;
};

function ContactRow({ contact, onSave, onRemove }: RowProps) {
  const { t } = useTranslation('events');
  const { ask } = useHost();
  return (
    <tr>
      {columns.map((column) => (
        <td key={column}>
          <EditedText
            label={t('contacts.cell', { column: t(`contacts.${column}`), row: contact.function })}
            isLabelHidden
            value={contact[column]}
            onSave={(text) => onSave({ [column]: text.trim() })}
          />
        </td>
      ))}
      <td className={styles.actions}>
        {contact.email && (
          <IconButton
            label={t('contacts.write', { email: contact.email })}
            icon={<icons.mail />}
            onPress={() => void ask['shell:open'](`mailto:${contact.email}`)}
          />
        )}
        <IconButton
          label={t('contacts.remove', { name: contact.name || contact.function })}
          icon={<icons.remove />}
          onPress={onRemove}
        />
      </td>
    </tr>
  );
}

function contactOf(text: string): Contact {
  return { id: newUuid(), function: text, name: '', organisation: '', phone: '', email: '' };
}
