import { type LikelyDouble } from '@shared/domain/directory';
import {
  ageOn,
  contradictingPairs,
  type StaffId,
  type StaffMember,
  staffMemberSchema,
} from '@shared/domain/staffMember';
import { forbidsEverything, type WorkProfile } from '@shared/domain/workProfile';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { changePerson, renamePerson } from '@renderer/data/people';
import { useCommit, useDatabase } from '@renderer/data/workspaceContext';
import { useSentence } from '@renderer/i18n/sentence';
import { Button } from '@renderer/ui/Button';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { ComboField } from '@renderer/ui/ComboField';
import { DateField } from '@renderer/ui/DateField';
import { FieldError } from '@renderer/ui/Field';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { Notice } from '@renderer/ui/Notice';
import { NumberField } from '@renderer/ui/NumberField';
import { SelectField } from '@renderer/ui/SelectField';
import { SidePanel } from '@renderer/ui/SidePanel';
import { TagsField } from '@renderer/ui/TagsField';
import { TextArea } from '@renderer/ui/TextArea';
import { TextField } from '@renderer/ui/TextField';
import { MergeDialog } from '../doubles/MergeDialog';
import { usedWords, usePeopleSearch } from '../peopleList';
import { useRemovePeople } from '../useRemovePeople';
import { AnswersField } from './AnswersField';
import { AbsencesField, WeeklyHoursField } from './AvailabilityFields';
import { PairsField } from './PairsField';
import { PersonWork } from './PersonWork';
import { SkillsField } from './SkillsField';
import styles from './PersonPanel.module.css';

type Props = {
  personId: StaffId;
  people: readonly StaffMember[];
  profiles: readonly WorkProfile[];
  doubles: readonly LikelyDouble[];
  onClose: () => void;
};

/** One person, every field saved as soon as it is left. The panel stays while another person takes their place. */
export function PersonPanel({ personId, people, profiles, doubles, onClose }: Props) {
  const { t } = useTranslation('people');
  const member = people.find(({ id }) => id === personId);
  const removal = useRemovePeople(onClose);
  return (
    <SidePanel
      title={t('panel.title')}
      closeLabel={t('panel.close')}
      resizeLabel={t('panel.resize')}
      onClose={onClose}
      actions={
        member && (
          <IconButton
            label={t('panel.delete')}
            icon={<icons.delete />}
            onPress={() => void removal.remove([member])}
          />
        )
      }
    >
      {member ? (
        <PersonForm key={member.id} member={member} people={people} profiles={profiles} doubles={doubles} />
      ) : (
        <Notice kind="info">{t('panel.missing')}</Notice>
      )}
      {removal.question}
    </SidePanel>
  );
}

type FormProps = Omit<Props, 'personId' | 'onClose'> & { member: StaffMember };

const noProfile = '';

function PersonForm({ member, people, profiles, doubles }: FormProps) {
  const { t } = useTranslation('people');
  const today = useToday();
  const { errors, change } = usePersonFields(member);
  const used = useMemo(
    () => ({
      teams: usedWords(people, ({ team }) => team),
      skills: usedWords(people, ({ skills }) => skills.map(({ name }) => name)),
      languages: usedWords(people, ({ languages }) => languages),
      wishes: usedWords(people, ({ team, likes, dislikes }) => [team, ...likes, ...dislikes]),
    }),
    [people],
  );
  const profile = profiles.find(({ id }) => id === member.profileId) ?? null;
  const age = ageOn(member, today);
  const removeLabel = (word: string): string => t('panel.removeWord', { word });
  const text = (field: 'phone' | 'email' | 'homeArea' | 'shirtSize' | 'meals') => ({
    label: t(`panel.${field}`),
    value: member[field],
    error: errors.get(field),
    onCommit: (value: string) => change({ [field]: value.trim() }, field),
  });
  const words = (field: 'languages' | 'likes' | 'dislikes', suggestions: readonly string[]) => ({
    label: t(`panel.${field}`),
    value: member[field],
    suggestions,
    error: errors.get(field),
    removeLabel,
    onChange: (value: string[]) => change({ [field]: value }, field),
  });

  return (
    <div className={styles.form}>
      <Likenesses member={member} people={people} profiles={profiles} doubles={doubles} />
      <TextField
        label={t('panel.name')}
        help={t('panel.nameHelp')}
        value={member.name}
        error={errors.get('name')}
        onCommit={(name) => change({ name }, 'name')}
      />
      <div className={styles.pair}>
        <ComboField
          label={t('panel.team')}
          value={member.team}
          suggestions={used.teams}
          error={errors.get('team')}
          onCommit={(team) => change({ team }, 'team')}
        />
        <SelectField
          label={t('panel.profile')}
          value={member.profileId ?? noProfile}
          options={[
            { id: noProfile, label: t('panel.noProfile') },
            ...profiles.map(({ id, name }) => ({ id: id as string, label: name })),
          ]}
          onChange={(id) =>
            change({ profileId: profiles.find((one) => one.id === id)?.id ?? null }, 'profileId')
          }
        />
      </div>
      <ProfileNotes profile={profile} age={age} />
      <CheckboxField isSelected={member.hasLeft} onChange={(hasLeft) => change({ hasLeft }, 'hasLeft')}>
        {t('panel.markLeft')}
      </CheckboxField>

      <section className={styles.group}>
        <h3>{t('panel.contact')}</h3>
        <div className={styles.pair}>
          <TextField {...text('phone')} inputMode="tel" />
          <TextField {...text('email')} inputMode="email" />
        </div>
        <TextField {...text('homeArea')} help={t('panel.homeAreaHelp')} />
        <TagsField {...words('languages', used.languages)} />
        <DateField
          label={t('panel.bornOn')}
          help={
            age === null
              ? t('panel.bornOnHelp')
              : `${t('panel.age', { count: age })}. ${t('panel.bornOnHelp')}`
          }
          value={member.bornOn}
          max={today}
          error={errors.get('bornOn')}
          onChange={(bornOn) => change({ bornOn }, 'bornOn')}
        />
      </section>

      <section className={styles.group}>
        <SkillsField
          skills={member.skills}
          suggestions={used.skills}
          error={errors.get('skills')}
          onChange={(skills) => change({ skills }, 'skills')}
        />
      </section>

      <section className={styles.group}>
        <h3>{t('panel.availability')}</h3>
        <WeeklyHoursField
          hours={member.weeklyHours}
          error={errors.get('weeklyHours')}
          onChange={(weeklyHours) => change({ weeklyHours }, 'weeklyHours')}
        />
        <AbsencesField
          absences={member.absences}
          error={errors.get('absences')}
          onChange={(absences) => change({ absences }, 'absences')}
        />
        <AnswersField answers={member.answers} onChange={(answers) => change({ answers }, 'answers')} />
      </section>

      <section className={styles.group}>
        <h3>{t('panel.limits')}</h3>
        <div className={styles.pair}>
          <HoursNumber
            label={t('panel.mostDay')}
            minutes={member.mostDayMinutes}
            most={1_440}
            outOfRange={t('panel.dayBounds')}
            onCommit={(mostDayMinutes) => change({ mostDayMinutes }, 'mostDayMinutes')}
          />
          <HoursNumber
            label={t('panel.mostWeek')}
            minutes={member.mostWeekMinutes}
            most={10_080}
            outOfRange={t('panel.weekBounds')}
            onCommit={(mostWeekMinutes) => change({ mostWeekMinutes }, 'mostWeekMinutes')}
          />
        </div>
        <p className={styles.quiet}>{t('panel.limitsHelp')}</p>
      </section>

      <section className={styles.group}>
        <h3>{t('panel.wishes')}</h3>
        <TagsField {...words('likes', used.wishes)} help={t('panel.wishesHelp')} />
        <TagsField {...words('dislikes', used.wishes)} />
        <Contradictions member={member} people={people} />
        {(['together', 'apart'] as const).map((field) => (
          <PairsField
            key={field}
            field={field}
            member={member}
            people={people}
            error={errors.get(field)}
            onChange={(ids) => change({ [field]: ids }, field)}
          />
        ))}
      </section>

      <section className={styles.group}>
        <h3>{t('panel.practical')}</h3>
        <div className={styles.pair}>
          <TextField {...text('shirtSize')} />
          <TextField {...text('meals')} />
        </div>
        <TextArea
          label={t('panel.notes')}
          value={member.notes}
          error={errors.get('notes')}
          onCommit={(notes) => change({ notes }, 'notes')}
        />
      </section>
      <PersonWork member={member} />
    </div>
  );
}

type HoursNumberProps = {
  label: string;
  minutes: number | null;
  /** In minutes. */
  most: number;
  outOfRange: string;
  onCommit: (minutes: number | null) => void;
};

/** Minutes, typed as hours with decimals. */
function HoursNumber({ label, minutes, most, outOfRange, onCommit }: HoursNumberProps) {
  return (
    <NumberField
      label={label}
      value={minutes === null ? null : minutes / 60}
      min={0}
      max={most / 60}
      decimals={2}
      outOfRange={outOfRange}
      onCommit={(hours) => onCommit(hours === null ? null : Math.round(hours * 60))}
    />
  );
}

/** What the chosen profile means for this person, where it is not what one would expect. */
function ProfileNotes({ profile, age }: { profile: WorkProfile | null; age: number | null }) {
  const { t } = useTranslation('people');
  if (!profile) return <p className={styles.quiet}>{t('panel.noRule')}</p>;
  const isOfAge =
    age === null ||
    ((profile.youngest === null || age >= profile.youngest) &&
      (profile.oldest === null || age <= profile.oldest));
  return (
    <>
      {forbidsEverything(profile) && <Notice kind="warn">{t('panel.forbids')}</Notice>}
      {!isOfAge && <Notice kind="warn">{t('panel.ages', { age })}</Notice>}
    </>
  );
}

/** Pairs that are asked both ways, on this record and another's. */
function Contradictions({ member, people }: { member: StaffMember; people: readonly StaffMember[] }) {
  const { t } = useTranslation('people');
  const found = useMemo(() => {
    const near = people.filter(
      ({ id, together, apart }) =>
        id === member.id || together.includes(member.id) || apart.includes(member.id),
    );
    return contradictingPairs(near).filter((pair) => pair.includes(member.id));
  }, [member, people]);
  return found.map(([left, right]) => {
    const other = left === member.id ? right : left;
    const name = people.find(({ id }) => id === other)?.name ?? t('panel.goneName');
    return <FieldError key={other} error={t('panel.contradiction', { name })} />;
  });
}

/** Other records that may be the same person, and the way to make one of both. */
function Likenesses({ member, people, profiles, doubles }: FormProps) {
  const { t } = useTranslation('people');
  const [, setSearch] = usePeopleSearch();
  const [asked, setAsked] = useState<LikelyDouble | null>(null);
  const own = doubles.filter(({ first, second }) => first.id === member.id || second.id === member.id);
  return (
    <>
      {own.map((double) => {
        const other = double.first.id === member.id ? double.second : double.first;
        return (
          <Notice
            key={other.id}
            kind="warn"
            action={<Button onPress={() => setAsked(double)}>{t('doubles.merge')}</Button>}
          >
            {t('panel.likeness', {
              name: other.name,
              by: double.by.map((one) => t(`doubles.by.${one}`)).join(', '),
            })}
          </Notice>
        );
      })}
      {asked && (
        <MergeDialog
          double={asked}
          people={people}
          profiles={profiles}
          onClose={() => setAsked(null)}
          onMerged={(kept) => setSearch({ person: kept })}
        />
      )}
    </>
  );
}

/** What the schema refuses is said beside its field and not saved; the rest is saved at once. */
function usePersonFields(member: StaffMember) {
  const commit = useCommit();
  const database = useDatabase();
  const sentence = useSentence();
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  function change(fields: Partial<StaffMember>, field: keyof StaffMember): void {
    const answer = staffMemberSchema.safeParse({ ...member, ...fields });
    const next = new Map(errors);
    if (answer.success) {
      next.delete(field);
      if (fields.name !== undefined) void renamePerson(database, commit, member, answer.data.name);
      else void changePerson(commit, member, fields);
    } else {
      next.set(field, sentence(answer.error.issues[0]?.message ?? ''));
    }
    setErrors(next);
  }
  return { errors, change };
}
