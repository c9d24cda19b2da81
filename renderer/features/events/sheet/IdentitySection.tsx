import { eventKinds, eventRoles, type PlannedEvent } from '@shared/domain/plannedEvent';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@renderer/i18n/sentence';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { SelectField } from '@renderer/ui/SelectField';
import { TagsField } from '@renderer/ui/TagsField';
import { EditedText } from './EditedFields';
import { SheetSection } from './SheetSection';
import type { SaveFields } from './useEventEdits';
import styles from './Sheet.module.css';

export function IdentitySection({ event, save }: { event: PlannedEvent; save: SaveFields }) {
  const { t } = useTranslation(['events', 'domain']);
  const sentence = useSentence();
  const [tagsCode, setTagsCode] = useState<string | null>(null);
  return (
    <SheetSection section="identity">
      <div className={styles.rows}>
        <EditedText label={t('identity.name')} value={event.name} onSave={(name) => save(() => ({ name }))} />
        <EditedText
          label={t('identity.edition')}
          placeholder={t('identity.editionPlaceholder')}
          value={event.edition}
          onSave={(edition) => save(() => ({ edition }))}
        />
        <div>
          <SelectField
            label={t('identity.kind')}
            value={event.kind}
            options={eventKinds.map((id) => ({ id, label: t(`domain:kind.${id}`) }))}
            onChange={(kind) => void save(() => ({ kind }))}
          />
        </div>
        <div>
          <SelectField
            label={t('identity.role')}
            value={event.role}
            options={eventRoles.map((id) => ({ id, label: t(`domain:role.${id}`) }))}
            onChange={(role) => void save(() => ({ role }))}
          />
        </div>
        <div>
          <TagsField
            label={t('identity.tags')}
            value={event.tags}
            error={tagsCode === null ? undefined : sentence(tagsCode)}
            removeLabel={(tag) => t('identity.removeTag', { tag })}
            onChange={(tags) => void save(() => ({ tags })).then(setTagsCode)}
          />
        </div>
        <div className={styles.alone}>
          <CheckboxField isSelected={event.isPinned} onChange={(isPinned) => void save(() => ({ isPinned }))}>
            {t('identity.pinned')}
          </CheckboxField>
        </div>
      </div>
    </SheetSection>
  );
}
