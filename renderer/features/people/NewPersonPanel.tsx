import { blankMember, memberKey } from '@shared/domain/directory';
import { type StaffId, type StaffMember, staffMemberSchema } from '@shared/domain/staffMember';
import type { WorkProfile } from '@shared/domain/workProfile';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { readClock } from '@renderer/data/clock';
import { createPerson } from '@renderer/data/people';
import { useCommit } from '@renderer/data/workspaceContext';
import { useSentence } from '@renderer/i18n/sentence';
import { paths } from '@renderer/navigation/paths';
import { Button } from '@renderer/ui/Button';
import { ComboField } from '@renderer/ui/ComboField';
import { Notice } from '@renderer/ui/Notice';
import { SelectField } from '@renderer/ui/SelectField';
import { SidePanel } from '@renderer/ui/SidePanel';
import { TextField } from '@renderer/ui/TextField';
import { useRecordForm } from '@renderer/ui/useRecordForm';
import { usedWords } from './peopleList';
import styles from './panel/PersonPanel.module.css';

type Props = {
  people: readonly StaffMember[];
  profiles: readonly WorkProfile[];
  onClose: () => void;
  onMade: (id: StaffId) => void;
};

const noProfile = '';

/** Name, team and profile; the rest is on the record that opens. Enter adds. */
export function NewPersonPanel({ people, profiles, onClose, onMade }: Props) {
  const { t } = useTranslation(['people', 'common']);
  const sentence = useSentence();
  const commit = useCommit();
  const [blank] = useState(() => blankMember(newUuid() as StaffId, '', readClock()));
  const [failure, setFailure] = useState<string | null>(null);
  const form = useRecordForm(staffMemberSchema, blank, {
    sentence,
    onSave: (member) => createPerson(commit, member),
  });
  const { draft, set, error } = form;
  const byKey = useMemo(() => new Map(people.map((member) => [memberKey(member.name), member])), [people]);
  const known = draft.name.trim() === '' ? undefined : byKey.get(memberKey(draft.name));

  function save(): void {
    form.save().then(
      (isSaved) => isSaved && onMade(blank.id),
      (reason: unknown) => setFailure(String(reason)),
    );
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.nativeEvent.isComposing || event.key !== 'Enter') return;
    if (!(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    // Once the field has given what stood in it.
    setTimeout(save, 0);
  }
  return (
    <SidePanel
      title={t('form.title')}
      closeLabel={t('common:close')}
      onClose={onClose}
      footer={
        <>
          <span className={styles.keys}>{t('form.keys')}</span>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isPending={form.isSaving} onPress={save}>
            {t('form.create')}
          </Button>
        </>
      }
    >
      {/* Enter in a line of the form is the same as its button. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles.form} onKeyDown={onKeyDown}>
        {failure && <Notice kind="alert">{t('form.failed', { reason: failure })}</Notice>}
        <TextField
          label={t('panel.name')}
          value={draft.name}
          error={error('name')}
          onChange={(name) => set({ name })}
        />
        {known && (
          <Notice kind="warn" action={<a href={paths.people({ person: known.id })}>{t('form.open')}</a>}>
            {t('form.known', { name: known.name })}
          </Notice>
        )}
        <ComboField
          label={t('panel.team')}
          value={draft.team}
          error={error('team')}
          suggestions={usedWords(people, ({ team }) => team)}
          onCommit={(team) => set({ team })}
        />
        <SelectField
          label={t('panel.profile')}
          value={draft.profileId ?? noProfile}
          options={[
            { id: noProfile, label: t('panel.noProfile') },
            ...profiles.map(({ id, name }) => ({ id: id as string, label: name })),
          ]}
          onChange={(id) => set({ profileId: profiles.find((one) => one.id === id)?.id ?? null })}
        />
      </div>
    </SidePanel>
  );
}
