import { copyPosts } from '@shared/domain/copyPosts';
import { formatDay } from '@shared/domain/formatting';
import { dDayOf, type EventId, type PlannedEvent } from '@shared/domain/plannedEvent';
import type { Post, PostId } from '@shared/domain/post';
import type { Shift } from '@shared/domain/shift';
import { fold } from '@shared/domain/text';
import { daysBetween } from '@shared/domain/time';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { readClock } from '@renderer/data/clock';
import { addCopiedPosts, eventsWithPosts, postsOfEvent, shiftsOfEvent } from '@renderer/data/roster';
import { useCommit, useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { Dialog } from '@renderer/ui/Dialog';
import { SelectField } from '@renderer/ui/SelectField';
import styles from './Dialogs.module.css';

type Props = { event: PlannedEvent; known: readonly Post[]; onClose: () => void };

/** Posts and shifts of another event, at the same distance from the opening day; those that have the same name here are left out unless chosen. */
export function CopyPostsDialog({ event, known, onClose }: Props) {
  const { t } = useTranslation(['roster', 'common']);
  const language = useLanguage();
  const commit = useCommit();
  const events = useQuestion((database) => eventsWithPosts(database, event.id), [event.id]);
  const [chosenEventId, setChosenEventId] = useState<EventId | null>(null);
  const from = events?.find(({ id }) => id === chosenEventId) ?? events?.[0];
  const given = useQuestion(
    async (database) =>
      from && {
        eventId: from.id,
        posts: await postsOfEvent(database, from.id),
        shifts: await shiftsOfEvent(database, from.id),
      },
    [from?.id],
  );
  const [turned, setTurned] = useState<ReadonlySet<PostId>>(new Set());
  const names = useMemo(() => new Set(known.map(postKey)), [known]);
  if (!events) return null;
  const posts = given && given.eventId === from?.id ? given.posts : [];
  const shifts: readonly Shift[] = given?.shifts ?? [];
  const isChosen = (post: Post): boolean => names.has(postKey(post)) === turned.has(post.id);
  const chosen = posts.filter(isChosen);

  function turn(post: Post): void {
    const next = new Set(turned);
    if (!next.delete(post.id)) next.add(post.id);
    setTurned(next);
  }
  function apply(): void {
    if (!from) return;
    const made = copyPosts(chosen, shifts, { from, to: event, newId: newUuid, now: readClock() });
    void addCopiedPosts(commit, made.posts, made.shifts).then(onClose);
  }
  return (
    <Dialog
      title={t('copy.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isDisabled={chosen.length === 0} onPress={apply}>
            {t('copy.go', { count: chosen.length })}
          </Button>
        </>
      }
    >
      {from ? (
        <div className={styles.form}>
          <SelectField
            label={t('copy.from')}
            value={from.id}
            options={events.map((one) => ({
              id: one.id,
              label: `${one.name}, ${formatDay(dDayOf(one), 'medium', language)}`,
            }))}
            onChange={setChosenEventId}
          />
          <p>
            {t('copy.sentence', { count: Math.abs(daysBetween(dDayOf(from), dDayOf(event))) })}{' '}
            {t('copy.nobody')}
          </p>
          <ul className={styles.list} aria-label={t('copy.posts')}>
            {posts.map((post) => (
              <li key={post.id}>
                <CheckboxField isSelected={isChosen(post)} onChange={() => turn(post)}>
                  <span dir="auto">{post.name}</span>
                </CheckboxField>
                <small>
                  {names.has(postKey(post)) && `${t('copy.known')} · `}
                  {t('copy.shifts', { count: shifts.filter(({ postId }) => postId === post.id).length })}
                </small>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p>{t('copy.none')}</p>
      )}
    </Dialog>
  );
}

function postKey({ name, team }: Post): string {
  return `${fold(name)}\n${fold(team)}`;
}
