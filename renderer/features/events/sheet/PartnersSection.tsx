import type { Partner, PlannedEvent } from '@shared/domain/plannedEvent';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { useSentence } from '@renderer/i18n/sentence';
import { icons } from '@renderer/ui/icons';
import { IconButton } from '@renderer/ui/IconButton';
import { Notice } from '@renderer/ui/Notice';
import { AddLine } from './AddLine';
import { EditedText } from './EditedFields';
import { changedIn, without } from './lists';
import { partnerOf } from './partnerLines';
import { SheetSection } from './SheetSection';
import type { SaveFields } from './useEventEdits';
import styles from './Sheet.module.css';

const columns = ['name', 'activity', 'commune'] as const;

export function PartnersSection({ event, save }: { event: PlannedEvent; save: SaveFields }) {
  const { t } = useTranslation('events');
  const sentence = useSentence();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { partners } = event;
  const savePartners = (revise: (partners: readonly Partner[]) => Partner[]) =>
    save((current) => ({ partners: revise(current.partners) }));
  return (
    <SheetSection
      section="partners"
      aside={
        partners.length > 0 && (
          <span className={styles.count}>{t('partners.count', { count: partners.length })}</span>
        )
      }
    >
      {partners.length === 0 && <p className={styles.hint}>{t('partners.empty')}</p>}
      {refusal && <Notice kind="alert">{sentence(refusal)}</Notice>}
      <div className={styles.longTable}>
        <table className={styles.table}>
          {partners.length > 0 && (
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {t(`partners.${column}`)}
                  </th>
                ))}
                <th scope="col">
                  <span className="visuallyHidden">{t('actions')}</span>
                </th>
              </tr>
            </thead>
          )}
          <tbody>
            {partners.map((partner) => (
              <tr key={partner.id}>
                {columns.map((column) => (
                  <td key={column}>
                    <EditedText
                      label={t('contacts.cell', { column: t(`partners.${column}`), row: partner.name })}
                      isLabelHidden
                      value={partner[column]}
                      onSave={(text) =>
                        savePartners((all) => changedIn(all, partner.id, { [column]: text.trim() }))
                      }
                    />
                  </td>
                ))}
                <td className={styles.actions}>
                  <IconButton
                    label={t('partners.remove', { name: partner.name })}
                    icon={<icons.remove />}
                    onPress={() => void savePartners((all) => without(all, partner.id))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <AddLine
        label={t('partners.add')}
        onAdd={(text) => savePartners((all) => [...all, partnerOf(text, newUuid())])}
        onPasteLines={(lines) =>
          void savePartners((all) => [...all, ...lines.map((line) => partnerOf(line, newUuid()))]).then(
            setRefusal,
          )
        }
      />
      <p className={styles.hint}>{t('partners.pasteHelp')}</p>
    </SheetSection>
  );
}
