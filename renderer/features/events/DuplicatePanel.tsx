import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { isOverdue, type Task } from '@shared/domain/task';
import { lineSchema, titleSchema } from '@shared/domain/text';
import { daySchema } from '@shared/domain/time';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { z } from 'zod';
import { readClock, useToday } from '@renderer/data/clock';
import { duplicateEvents } from '@renderer/data/events';
import { useWorkCalendar } from '@renderer/data/settingsContext';
import { tasksOfEvents } from '@renderer/data/tasks';
import { useCommit, useQuestion } from '@renderer/data/workspaceContext';
import { useSentence } from '@renderer/i18n/sentence';
import { paths } from '@renderer/navigation/paths';
import { useGo } from '@renderer/navigation/searchState';
import { Button } from '@renderer/ui/Button';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { DateField } from '@renderer/ui/DateField';
import { Notice } from '@renderer/ui/Notice';
import { SidePanel } from '@renderer/ui/SidePanel';
import { StatusMark } from '@renderer/ui/StatusMark';
import { TextField } from '@renderer/ui/TextField';
import { type CopiedPart, copiedParts, nextEditionName, nextEditionOf, usualNextDay } from './nextEdition';
import { useFormKeys } from './useFormKeys';
import styles from './EventPanels.module.css';

/** The next edition of one event, or of several at once with the usual dates. */
export function DuplicatePanel({
  events,
  onClose,
}: {
  events: readonly PlannedEvent[];
  onClose: () => void;
}) {
  const ids = events.map(({ id }) => id);
  const tasks = useQuestion((database) => tasksOfEvents(database, ids), [ids.join()]);
  return tasks ? <DuplicateForm events={events} tasks={tasks} onClose={onClose} /> : null;
}

type FormProps = { events: readonly PlannedEvent[]; tasks: readonly Task[]; onClose: () => void };
type Draft = Readonly<{ name: string; edition: string; opensOn: string | null }>;
const draftSchema = z.object({
  name: titleSchema,
  edition: lineSchema,
  opensOn: daySchema.nullable().refine((day) => day !== null, 'notADay'),
});

function DuplicateForm({ events, tasks, onClose }: FormProps) {
  const { t } = useTranslation(['events', 'common']);
  const sentence = useSentence();
  const today = useToday();
  const calendar = useWorkCalendar();
  const commit = useCommit();
  const go = useGo();
  const only = events.length === 1 ? events[0] : undefined;
  const [parts, setParts] = useState<ReadonlySet<CopiedPart>>(() => new Set(copiedParts));
  const [draft, setDraft] = useState<Draft>(() => usualDraft(events[0]));
  const [failure, setFailure] = useState<string | null>(null);
  const [isTried, setIsTried] = useState(false);

  const copies = useMemo(
    () =>
      events.map((event) => {
        const choice = only ? draft : usualDraft(event);
        const own = tasks.filter(({ eventId }) => eventId === event.id);
        return nextEditionOf(
          { event, tasks: own },
          { ...choice, opensOn: choice.opensOn ?? usualNextDay(event), parts },
          { calendar, newId: newUuid, now: readClock() },
        );
      }),
    [events, tasks, only, draft, parts, calendar],
  );
  const late = copies.flatMap((copy) => copy.tasks).filter((task) => isOverdue(task, today)).length;
  const counts: Record<CopiedPart, number> = {
    tasks: tasks.filter(({ status }) => status !== 'dropped').length,
    objectives: total(events, 'objectives'),
    partners: total(events, 'partners'),
    contacts: total(events, 'contacts'),
    hostRequests: total(events, 'hostRequests'),
  };
  const wrong = only && isTried ? wrongFields(draft) : {};

  async function save(): Promise<void> {
    setIsTried(true);
    if (only && Object.keys(wrongFields(draft)).length > 0) return;
    try {
      await duplicateEvents(commit, copies);
      const [first] = copies;
      if (only && first) go(paths.event(first.event.id));
      else onClose();
    } catch (error) {
      setFailure(String(error));
    }
  }

  const keys = useFormKeys({ onSubmit: () => void save(), onLeave: onClose, isSubmittedFromText: true });

  return (
    <SidePanel
      title={only ? t('copy.title') : t('copy.titleMany', { count: events.length })}
      closeLabel={t('common:close')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" onPress={() => void save()}>
            {t('copy.create')}
          </Button>
        </>
      }
    >
      {/* Enter in any field of the form is the same as its button. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles.form} {...keys}>
        {failure && <Notice kind="alert">{t('form.failed', { reason: failure })}</Notice>}
        {only ? (
          <>
            <TextField
              label={t('form.name')}
              value={draft.name}
              error={wrong.name && sentence(wrong.name)}
              onChange={(name) => setDraft({ ...draft, name })}
            />
            <TextField
              label={t('copy.edition')}
              value={draft.edition}
              error={wrong.edition && sentence(wrong.edition)}
              onChange={(edition) => setDraft({ ...draft, edition })}
            />
            <DateField
              label={t('copy.opensOn')}
              value={draft.opensOn}
              error={wrong.opensOn && sentence(wrong.opensOn)}
              help={t('copy.dayHelp')}
              onChange={(opensOn) => setDraft({ ...draft, opensOn })}
            />
          </>
        ) : (
          <p>{t('copy.manySentence')}</p>
        )}
        <fieldset className={styles.parts}>
          <legend>{t('copy.parts')}</legend>
          {copiedParts.map(
            (part) =>
              counts[part] > 0 && (
                <CheckboxField
                  key={part}
                  isSelected={parts.has(part)}
                  onChange={() => setParts(toggled(parts, part))}
                >
                  {t(`copy.${part}`, { count: counts[part] })}
                </CheckboxField>
              ),
          )}
        </fieldset>
        <section className={styles.preview} aria-live="polite">
          {late > 0 && (
            <p>
              <StatusMark kind="warn">{t('copy.late', { count: late })}</StatusMark>
            </p>
          )}
          {parts.has('objectives') && counts.objectives > 0 && <p>{t('copy.baselines')}</p>}
          <p>{t('copy.left')}</p>
        </section>
      </div>
    </SidePanel>
  );
}

function usualDraft(event: PlannedEvent | undefined): Draft {
  if (!event) return { name: '', edition: '', opensOn: null };
  const opensOn = usualNextDay(event);
  return { name: event.name, edition: nextEditionName(event.edition, opensOn), opensOn };
}

/** Codes of `errors`, by field. */
function wrongFields(draft: Draft): Partial<Record<keyof Draft, string>> {
  const answer = draftSchema.safeParse(draft);
  return Object.fromEntries(answer.error?.issues.map(({ path, message }) => [path[0], message]) ?? []);
}

function total(events: readonly PlannedEvent[], part: Exclude<CopiedPart, 'tasks'>): number {
  return events.reduce((sum, event) => sum + event[part].length, 0);
}

function toggled(parts: ReadonlySet<CopiedPart>, part: CopiedPart): ReadonlySet<CopiedPart> {
  const next = new Set(parts);
  if (!next.delete(part)) next.add(part);
  return next;
}
