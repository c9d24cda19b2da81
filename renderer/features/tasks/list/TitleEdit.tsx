import type { Task } from '@shared/domain/task';
import { titleSchema } from '@shared/domain/text';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeTask } from '@renderer/data/tasks';
import { useCommit } from '@renderer/data/workspaceContext';
import { useSentence } from '@renderer/i18n/sentence';
import { FieldError } from '@renderer/ui/Field';
import styles from './TaskTable.module.css';

/** The title edited in its row. Enter saves, Escape leaves, and the row has the focus again; a title that is refused stays as it was typed. */
export function TitleEdit({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useTranslation('tasks');
  const sentence = useSentence();
  const commit = useCommit();
  const [draft, setDraft] = useState(task.title);
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  /** Leaving takes the focus away, which would save once more. */
  const isLeft = useRef(false);
  useEffect(() => field.current?.select(), []);

  function leave(): void {
    isLeft.current = true;
    onClose();
  }
  function save(): boolean {
    if (isLeft.current) return true;
    const title = titleSchema.safeParse(draft);
    if (!title.success) {
      setError(sentence(title.error.issues[0]?.message ?? ''));
      return false;
    }
    if (title.data !== task.title) void changeTask(commit, task, { title: title.data });
    leave();
    return true;
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    const row = field.current?.closest<HTMLElement>('[data-row]');
    if (event.key === 'Escape') leave();
    else if (!save()) return;
    row?.focus({ preventScroll: true });
  }
  return (
    <span className={styles.edit}>
      <input
        ref={field}
        aria-label={t('list.editTitle')}
        aria-invalid={error ? true : undefined}
        dir="auto"
        autoComplete="off"
        value={draft}
        onChange={({ target }) => (setDraft(target.value), setError(undefined))}
        onKeyDown={onKeyDown}
        onBlur={save}
      />
      <FieldError error={error} />
    </span>
  );
}
