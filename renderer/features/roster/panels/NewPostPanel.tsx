import { type Post, type PostId, postSchema } from '@shared/domain/post';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { readClock } from '@renderer/data/clock';
import { createPost } from '@renderer/data/roster';
import { useCommit } from '@renderer/data/workspaceContext';
import { useSentence } from '@renderer/i18n/sentence';
import { Button } from '@renderer/ui/Button';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { NumberField } from '@renderer/ui/NumberField';
import { SidePanel } from '@renderer/ui/SidePanel';
import { maxHeadcount } from '@shared/domain/shift';
import { blankPost, nextShiftOf } from '../newPost';
import type { RosterNow } from '../useRoster';
import { PostFields } from './PostPanel';
import { SpanFields } from './SpanFields';
import styles from './Panels.module.css';

type Props = { now: RosterNow; onCreated: (id: PostId) => void; onClose: () => void };

/** A post that is not there yet, with its first shift; nothing is written before the button. */
export function NewPostPanel({ now, onCreated, onClose }: Props) {
  const { t } = useTranslation(['roster', 'common']);
  const commit = useCommit();
  const sentence = useSentence();
  const [post, setPost] = useState<Post>(() => blankPost(now.event, newUuid, readClock()));
  const [shift, setShift] = useState(() => nextShiftOf(now.event, post, [], newUuid));
  const [hasShift, setHasShift] = useState(true);
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());

  function create(): void {
    const judged = postSchema.safeParse(post);
    if (judged.success) {
      void createPost(commit, judged.data, hasShift ? [shift] : []).then(() => onCreated(post.id));
      return;
    }
    setErrors(new Map(judged.error.issues.map(({ path, message }) => [String(path[0]), sentence(message)])));
  }
  return (
    <SidePanel
      title={t('post.newTitle')}
      closeLabel={t('post.close')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" onPress={create}>
            {t('post.create')}
          </Button>
        </>
      }
    >
      <form className={styles.form} onSubmit={(event: FormEvent) => event.preventDefault()}>
        <PostFields
          now={now}
          post={post}
          errors={errors}
          onChange={(fields, field) => {
            setPost((before) => ({ ...before, ...fields }));
            setErrors(new Map([...errors].filter(([name]) => name !== field)));
          }}
        />
        <section className={styles.section} aria-label={t('post.firstShift')}>
          <div className={styles.form}>
            <CheckboxField isSelected={hasShift} onChange={setHasShift}>
              {t('post.withShift')}
            </CheckboxField>
            {hasShift && (
              <>
                <SpanFields
                  shift={shift}
                  zone={now.event.timeZone}
                  onChange={(span) => setShift((before) => ({ ...before, ...span }))}
                />
                <NumberField
                  label={t('shift.headcount')}
                  value={shift.headcount}
                  min={0}
                  max={maxHeadcount}
                  outOfRange={t('shift.headcountError')}
                  onCommit={(headcount) =>
                    headcount !== null && setShift((before) => ({ ...before, headcount }))
                  }
                />
              </>
            )}
          </div>
        </section>
      </form>
    </SidePanel>
  );
}
