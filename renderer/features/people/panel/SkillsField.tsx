import { skillStateOn } from '@shared/domain/directory';
import { formatDay } from '@shared/domain/formatting';
import { type HeldSkill, heldSkillSchema } from '@shared/domain/staffMember';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { useLanguage } from '@renderer/i18n/i18n';
import { ComboField } from '@renderer/ui/ComboField';
import { DateField } from '@renderer/ui/DateField';
import { StatusMark } from '@renderer/ui/StatusMark';
import { LinesField, type ReadLine } from './LinesField';
import styles from './PersonPanel.module.css';

type Props = {
  skills: readonly HeldSkill[];
  suggestions: readonly string[];
  error: string | undefined;
  onChange: (skills: HeldSkill[]) => void;
};

/** What somebody knows how to do, and until when it is certified; what is over or ends soon is said under its line. */
export function SkillsField({ skills, suggestions, error, onChange }: Props) {
  const { t } = useTranslation('people');
  const language = useLanguage();
  const today = useToday();
  return (
    <LinesField<HeldSkill, HeldSkill>
      label={t('panel.skills')}
      addLabel={t('panel.addSkill')}
      items={skills}
      toDraft={(skill) => skill}
      blank={() => ({ name: '', expiresOn: null })}
      read={readSkill}
      error={error}
      onChange={onChange}
      fields={(draft, set) => {
        const state = skillStateOn(draft, today);
        return (
          <>
            <ComboField
              label={t('panel.skill')}
              value={draft.name}
              suggestions={suggestions}
              onCommit={(name) => set({ name })}
            />
            <DateField
              label={t('panel.expiresOn')}
              value={draft.expiresOn}
              onChange={(expiresOn) => set({ expiresOn })}
            />
            {state !== 'held' && (
              <span className={styles.wide}>
                <StatusMark kind={state === 'expired' ? 'alert' : 'warn'}>
                  {t(`skill.${state}`, {
                    name: draft.name,
                    day: draft.expiresOn === null ? '' : formatDay(draft.expiresOn, 'long', language),
                  })}
                </StatusMark>
              </span>
            )}
          </>
        );
      }}
    />
  );
}

function readSkill(draft: HeldSkill): ReadLine<HeldSkill> {
  if (draft.name.trim() === '') return { kind: 'incomplete' };
  const answer = heldSkillSchema.safeParse(draft);
  return answer.success
    ? { kind: 'read', item: answer.data }
    : { kind: 'refused', code: answer.error.issues[0]?.message ?? '' };
}
