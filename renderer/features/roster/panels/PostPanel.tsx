import { formatClock, formatDay } from '@shared/domain/formatting';
import { type Post, type PostId, postSchema } from '@shared/domain/post';
import type { Slot } from '@shared/domain/roster';
import type { Shift, ShiftId } from '@shared/domain/shift';
import { skillOf } from '@shared/domain/staffMember';
import { fold } from '@shared/domain/text';
import { clockTimeOf } from '@shared/domain/time';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { readClock } from '@renderer/data/clock';
import { changePost, createPost, createShift, deletePosts } from '@renderer/data/roster';
import { useCommit, useDatabase } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { useSentence } from '@renderer/i18n/sentence';
import { Button } from '@renderer/ui/Button';
import { ComboField } from '@renderer/ui/ComboField';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { Notice } from '@renderer/ui/Notice';
import { NumberField } from '@renderer/ui/NumberField';
import { Segmented } from '@renderer/ui/Segmented';
import { SelectField } from '@renderer/ui/SelectField';
import { SidePanel } from '@renderer/ui/SidePanel';
import { StatusMark } from '@renderer/ui/StatusMark';
import { TagsField } from '@renderer/ui/TagsField';
import { TextArea } from '@renderer/ui/TextArea';
import { TextField } from '@renderer/ui/TextField';
import { nextShiftOf } from '../newPost';
import type { RosterNow } from '../useRoster';
import styles from './Panels.module.css';

type Props = {
  now: RosterNow;
  postId: PostId;
  onShift: (id: ShiftId) => void;
  onRepeat: (slot: Slot) => void;
  onOpen: (id: PostId) => void;
  onClose: () => void;
};

/** One post and its shifts. Every field is saved as soon as it is left. */
export function PostPanel({ now, postId, onShift, onRepeat, onOpen, onClose }: Props) {
  const { t } = useTranslation('roster');
  const commit = useCommit();
  const database = useDatabase();
  const post = now.roster.posts.get(postId);
  const slots = now.roster.slots.filter((slot) => slot.post.id === postId);
  async function duplicate(original: Post): Promise<void> {
    const id = newUuid() as PostId;
    const name = t('post.copyOf', { name: original.name }).slice(0, 200);
    await createPost(
      commit,
      { ...original, id, name, createdAt: readClock() },
      slots.map(({ shift }) => ({ ...shift, id: newUuid() as ShiftId, postId: id })),
    );
    onOpen(id);
  }
  return (
    <SidePanel
      title={post?.name ?? t('post.title')}
      closeLabel={t('post.close')}
      onClose={onClose}
      actions={
        post && (
          <>
            <IconButton
              label={t('post.duplicate')}
              icon={<icons.copy />}
              onPress={() => void duplicate(post)}
            />
            <IconButton
              label={t('post.delete')}
              icon={<icons.delete />}
              onPress={() => void deletePosts(database, commit, [post]).then(onClose)}
            />
          </>
        )
      }
    >
      {post ? (
        <div className={styles.form}>
          <PostForm key={post.id} now={now} post={post} />
          <Shifts now={now} post={post} slots={slots} onShift={onShift} onRepeat={onRepeat} />
        </div>
      ) : (
        <Notice kind="info">{t('post.missing')}</Notice>
      )}
    </SidePanel>
  );
}

function PostForm({ now, post }: { now: RosterNow; post: Post }) {
  const { errors, change } = usePostFields(post);
  return <PostFields now={now} post={post} errors={errors} onChange={change} />;
}

type FieldsProps = {
  now: RosterNow;
  post: Post;
  errors: ReadonlyMap<string, string>;
  onChange: (fields: Partial<Post>, field: keyof Post) => void;
};

/** The fields of a post, of one that is there or of one to be. */
export function PostFields({ now, post, errors, onChange }: FieldsProps) {
  const { t } = useTranslation('roster');
  const [unknown, setUnknown] = useState<string>();
  const { people, posts } = now.facts;
  const teams = useMemo(() => usedValues([...posts, ...people].map(({ team }) => team)), [posts, people]);
  const places = useMemo(() => usedValues(posts.map(({ place }) => place)), [posts]);
  const skills = useMemo(
    () =>
      usedValues([
        ...people.flatMap((member) => member.skills.map(({ name }) => name)),
        ...posts.flatMap((one) => one.skills.names),
      ]),
    [people, posts],
  );
  const nobodyHas = post.skills.names.filter(
    (skill) => !people.some((member) => !member.hasLeft && skillOf(member, skill) !== null),
  );
  const inCharge = post.inChargeId === null ? '' : (now.roster.people.get(post.inChargeId)?.name ?? '');
  function setInCharge(text: string): void {
    const wanted = fold(text);
    const found = people.find(({ name }) => fold(name) === wanted);
    setUnknown(wanted !== '' && !found ? t('post.unknownPerson', { name: text }) : undefined);
    if (found || wanted === '') onChange({ inChargeId: found?.id ?? null }, 'inChargeId');
  }
  return (
    <>
      <TextField
        label={t('post.name')}
        value={post.name}
        error={errors.get('name')}
        onCommit={(name) => onChange({ name }, 'name')}
      />
      <ComboField
        label={t('post.team')}
        value={post.team}
        suggestions={teams}
        error={errors.get('team')}
        onCommit={(team) => onChange({ team }, 'team')}
      />
      <div className={styles.pair}>
        <ComboField
          label={t('post.place')}
          value={post.place}
          suggestions={places}
          error={errors.get('place')}
          onCommit={(place) => onChange({ place }, 'place')}
        />
        <TextField
          label={t('post.meetingPoint')}
          value={post.meetingPoint}
          error={errors.get('meetingPoint')}
          onCommit={(meetingPoint) => onChange({ meetingPoint }, 'meetingPoint')}
        />
      </div>
      <TagsField
        label={t('post.skills')}
        value={post.skills.names}
        suggestions={skills}
        error={errors.get('skills')}
        removeLabel={(tag) => t('post.removeSkill', { tag })}
        onChange={(names) => onChange({ skills: { ...post.skills, names } }, 'skills')}
      />
      {nobodyHas.map((skill) => (
        <StatusMark key={skill} kind="warn">
          {t('post.nobodyHas', { skill })}
        </StatusMark>
      ))}
      {post.skills.names.length > 1 && (
        <Segmented
          label={t('post.mode')}
          value={post.skills.mode}
          options={(['all', 'any'] as const).map((id) => ({ id, label: t(`post.modes.${id}`) }))}
          onChange={(mode) => onChange({ skills: { ...post.skills, mode } }, 'skills')}
        />
      )}
      <div className={styles.pair}>
        <SelectField
          label={t('post.priority')}
          value={`p${post.priority}`}
          options={(['p3', 'p2', 'p1'] as const).map((id) => ({ id, label: t(`post.priorities.${id}`) }))}
          onChange={(id) => onChange({ priority: Number(id.slice(1)) as Post['priority'] }, 'priority')}
        />
        <NumberField
          label={t('post.minimumAge')}
          value={post.minimumAge}
          min={0}
          max={99}
          outOfRange={t('post.minimumAgeError')}
          onCommit={(minimumAge) => onChange({ minimumAge }, 'minimumAge')}
        />
      </div>
      <ComboField
        label={t('post.inCharge')}
        value={inCharge}
        suggestions={people.filter(({ hasLeft }) => !hasLeft).map(({ name }) => name)}
        error={unknown}
        onCommit={setInCharge}
      />
      <TextArea
        label={t('post.briefing')}
        value={post.briefing}
        error={errors.get('briefing')}
        onCommit={(briefing) => onChange({ briefing }, 'briefing')}
      />
    </>
  );
}

type ShiftsProps = {
  now: RosterNow;
  post: Post;
  slots: readonly Slot[];
  onShift: (id: ShiftId) => void;
  onRepeat: (slot: Slot) => void;
};

function Shifts({ now, post, slots, onShift, onRepeat }: ShiftsProps) {
  const { t } = useTranslation('roster');
  const language = useLanguage();
  const commit = useCommit();
  const words = ({ day, shift }: Slot): string => {
    const [from, to] = [shift.startsAt, shift.endsAt].map((at) =>
      formatClock(clockTimeOf(at, now.event.timeZone), language),
    );
    return `${formatDay(day, 'weekday', language)}, ${from} – ${to}`;
  };
  async function add(): Promise<void> {
    const shift: Shift = nextShiftOf(now.event, post, slots, newUuid);
    await createShift(commit, shift, post);
    onShift(shift.id);
  }
  return (
    <section className={styles.section} aria-label={t('post.shifts')}>
      <h3>
        {t('post.shifts')} <span>{slots.length}</span>
      </h3>
      {slots.length === 0 && <p className={styles.quiet}>{t('post.noShift')}</p>}
      <ul>
        {slots.map((slot) => (
          <li key={slot.shift.id} className={styles.line}>
            <button type="button" onClick={() => onShift(slot.shift.id)}>
              {words(slot)}
            </button>
            <small>
              {t('board.held', {
                held: now.roster.onShift.get(slot.shift.id)?.length ?? 0,
                needed: slot.shift.headcount,
              })}
            </small>
            <IconButton
              label={`${t('post.repeat')}, ${words(slot)}`}
              icon={<icons.calendar />}
              onPress={() => onRepeat(slot)}
            />
          </li>
        ))}
      </ul>
      <Button icon={<icons.add />} onPress={() => void add()}>
        {t('post.addShift')}
      </Button>
    </section>
  );
}

/** What the schema refuses is said beside its field and not saved; the rest is saved at once. */
function usePostFields(post: Post) {
  const commit = useCommit();
  const sentence = useSentence();
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  function change(fields: Partial<Post>, field: keyof Post): void {
    const answer = postSchema.safeParse({ ...post, ...fields });
    const next = new Map(errors);
    if (answer.success) {
      next.delete(field);
      void changePost(commit, post, fields);
    } else next.set(field, sentence(answer.error.issues[0]?.message ?? ''));
    setErrors(next);
  }
  return { errors, change };
}

function usedValues(values: readonly string[]): string[] {
  return [...new Set(values.filter((value) => value !== ''))].sort((left, right) =>
    left.localeCompare(right),
  );
}
