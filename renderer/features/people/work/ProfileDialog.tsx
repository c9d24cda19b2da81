import { fold } from '@shared/domain/text';
import { forbidsEverything, type WorkProfile, workProfileSchema } from '@shared/domain/workProfile';
import { useTranslation } from 'react-i18next';
import { deleteProfile, saveProfile } from '@renderer/data/people';
import { useSettings } from '@renderer/data/settingsContext';
import { useCommit } from '@renderer/data/workspaceContext';
import { useSentence } from '@renderer/i18n/sentence';
import { Button } from '@renderer/ui/Button';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { DateField } from '@renderer/ui/DateField';
import { Dialog } from '@renderer/ui/Dialog';
import { Notice } from '@renderer/ui/Notice';
import { NumberField } from '@renderer/ui/NumberField';
import { TagsField } from '@renderer/ui/TagsField';
import { TextField } from '@renderer/ui/TextField';
import { TimeField } from '@renderer/ui/TimeField';
import { useRecordForm } from '@renderer/ui/useRecordForm';
import styles from './Work.module.css';

type Props = {
  profile: WorkProfile;
  profiles: readonly WorkProfile[];
  /** It is in the list already, edited or as it was shipped. */
  isKnown: boolean;
  isShipped: boolean;
  /** How many have it. */
  people: number;
  onClose: () => void;
};

const dayMinutes = 1_440;
const weekMinutes = 10_080;

/** Every rule of a profile, lengths in hours. Saved as a whole. */
export function ProfileDialog({ profile, profiles, isKnown, isShipped, people, onClose }: Props) {
  const { t } = useTranslation(['people', 'common']);
  const commit = useCommit();
  const sentence = useSentence();
  const { currency } = useSettings();
  const form = useRecordForm(workProfileSchema, profile, {
    sentence,
    onSave: (record) => saveProfile(commit, record),
  });
  const { draft, set, error } = form;
  const isNameTaken = profiles.some(
    ({ id, name }) => id !== profile.id && fold(name) === fold(draft.name) && draft.name.trim() !== '',
  );
  const save = (): void => {
    if (!isNameTaken) void form.save().then((isSaved) => isSaved && onClose());
  };
  const outOfRange = t('work.outOfBounds');
  type Length = 'dayMinutes' | 'spanMinutes' | 'weeklyRestMinutes' | 'weekMinutes' | 'contractWeekMinutes';
  const hours = (field: Length, most: number) => (
    <NumberField
      label={t(`work.${field}`)}
      value={inHours(draft[field])}
      error={error(field)}
      min={0}
      max={most / 60}
      decimals={2}
      outOfRange={outOfRange}
      onCommit={(value) => set({ [field]: inMinutes(value) })}
    />
  );
  const age = (field: 'youngest' | 'oldest') => (
    <NumberField
      label={t(`work.${field}`)}
      value={draft[field]}
      error={error(field)}
      min={0}
      max={120}
      outOfRange={outOfRange}
      onCommit={(value) => set({ [field]: value })}
    />
  );
  const { rolling, pause, night } = draft;
  return (
    <Dialog
      title={t(isKnown ? 'work.editProfile' : 'work.newProfile')}
      isWide
      onClose={onClose}
      footer={
        <>
          {isKnown && !isShipped && people === 0 && (
            <Button variant="quiet" onPress={() => void deleteProfile(commit, profile).then(onClose)}>
              {t('work.deleteProfile')}
            </Button>
          )}
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" onPress={save}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          label={t('work.name')}
          value={draft.name}
          error={isNameTaken ? t('work.nameTaken') : error('name')}
          autoFocus
          onChange={(name) => set({ name })}
        />
        {forbidsEverything(draft) && <Notice kind="warn">{t('work.forbids')}</Notice>}
        {isKnown && isShipped && <p className={styles.quiet}>{t('work.shipped')}</p>}
        {isKnown && !isShipped && people > 0 && (
          <p className={styles.quiet}>{t('work.inUse', { count: people })}</p>
        )}
        <p className={styles.quiet}>{t('work.inHours')}</p>
        <div className={styles.pair}>
          {hours('dayMinutes', dayMinutes)}
          {hours('spanMinutes', dayMinutes)}
          <NumberField
            label={t('work.dailyRestMinutes')}
            value={inHours(draft.dailyRestMinutes)}
            error={error('dailyRestMinutes')}
            min={0}
            max={24}
            decimals={2}
            outOfRange={outOfRange}
            onCommit={(value) => set({ dailyRestMinutes: inMinutes(value) ?? 0 })}
          />
          {hours('weekMinutes', weekMinutes)}
          {hours('weeklyRestMinutes', weekMinutes)}
          {hours('contractWeekMinutes', weekMinutes)}
        </div>
        <CheckboxField
          isSelected={rolling !== null}
          onChange={(isOn) => set({ rolling: isOn ? { weeks: 12, averageMinutes: 44 * 60 } : null })}
        >
          {t('work.rolling')}
        </CheckboxField>
        {rolling && (
          <div className={styles.pair}>
            <NumberField
              label={t('work.rollingWeeks')}
              value={rolling.weeks}
              error={error('rolling.weeks')}
              min={2}
              max={52}
              outOfRange={outOfRange}
              onCommit={(weeks) => set({ rolling: { ...rolling, weeks: weeks ?? 2 } })}
            />
            <NumberField
              label={t('work.rollingAverage')}
              value={inHours(rolling.averageMinutes)}
              error={error('rolling.averageMinutes')}
              min={0}
              max={168}
              decimals={2}
              outOfRange={outOfRange}
              onCommit={(value) => set({ rolling: { ...rolling, averageMinutes: inMinutes(value) ?? 0 } })}
            />
          </div>
        )}
        <CheckboxField
          isSelected={pause !== null}
          onChange={(isOn) => set({ pause: isOn ? { afterMinutes: 6 * 60, pauseMinutes: 20 } : null })}
        >
          {t('work.pause')}
        </CheckboxField>
        {pause && (
          <div className={styles.pair}>
            <NumberField
              label={t('work.pauseAfter')}
              value={inHours(pause.afterMinutes)}
              error={error('pause.afterMinutes')}
              min={1 / 60}
              max={24}
              decimals={2}
              outOfRange={outOfRange}
              onCommit={(value) =>
                set({ pause: { ...pause, afterMinutes: inMinutes(value) ?? pause.afterMinutes } })
              }
            />
            <NumberField
              label={t('work.pauseMinutes')}
              value={pause.pauseMinutes}
              error={error('pause.pauseMinutes')}
              min={1}
              max={480}
              outOfRange={outOfRange}
              onCommit={(value) => set({ pause: { ...pause, pauseMinutes: value ?? pause.pauseMinutes } })}
            />
          </div>
        )}
        <CheckboxField
          isSelected={night !== null}
          onChange={(isOn) => set({ night: isOn ? { from: '22:00', until: '06:00', mostMinutes: 0 } : null })}
        >
          {t('work.night')}
        </CheckboxField>
        {night && (
          <div className={styles.pair}>
            <TimeField
              label={t('work.nightFrom')}
              value={night.from}
              error={error('night.from')}
              onChange={(from) => from && set({ night: { ...night, from } })}
            />
            <TimeField
              label={t('work.nightUntil')}
              value={night.until}
              error={error('night.until')}
              onChange={(until) => until && set({ night: { ...night, until } })}
            />
            <NumberField
              label={t('work.nightMost')}
              help={t('work.nightHelp')}
              value={inHours(night.mostMinutes)}
              error={error('night.mostMinutes')}
              min={0}
              max={24}
              decimals={2}
              outOfRange={outOfRange}
              onCommit={(value) => set({ night: { ...night, mostMinutes: inMinutes(value) ?? 0 } })}
            />
          </div>
        )}
        <div className={styles.pair}>
          {age('youngest')}
          {age('oldest')}
          <NumberField
            label={t('work.cost', { currency })}
            value={draft.costPerHourMinor === null ? null : draft.costPerHourMinor / minorUnits(currency)}
            error={error('costPerHourMinor')}
            min={0}
            decimals={minorUnits(currency) === 1 ? 0 : 2}
            outOfRange={outOfRange}
            onCommit={(value) =>
              set({ costPerHourMinor: value === null ? null : Math.round(value * minorUnits(currency)) })
            }
          />
        </div>
        <TagsField
          label={t('work.forbiddenSkills')}
          help={t('work.forbiddenHelp')}
          value={draft.forbiddenSkills}
          error={error('forbiddenSkills')}
          removeLabel={(skill) => t('work.removeSkill', { skill })}
          onChange={(forbiddenSkills) => set({ forbiddenSkills })}
        />
        <div className={styles.pair}>
          <TextField
            label={t('work.source')}
            value={draft.source}
            error={error('source')}
            onChange={(source) => set({ source })}
          />
          <DateField
            label={t('work.checked')}
            value={draft.checkedOn}
            error={error('checkedOn')}
            onChange={(checkedOn) => set({ checkedOn })}
          />
        </div>
      </div>
    </Dialog>
  );
}

function inHours(minutes: number | null): number | null {
  return minutes === null ? null : minutes / 60;
}

function inMinutes(hours: number | null): number | null {
  return hours === null ? null : Math.round(hours * 60);
}

/** How many minor units a currency has in one: 1 for XPF, 100 for EUR. */
function minorUnits(currency: string): number {
  const { maximumFractionDigits = 0 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return 10 ** maximumFractionDigits;
}
