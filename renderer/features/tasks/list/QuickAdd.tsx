import { plannedDueOn } from '@shared/domain/backwardPlan';
import { formatCountdown, formatDay } from '@shared/domain/formatting';
import type { EventId, PlannedEvent } from '@shared/domain/plannedEvent';
import { parseQuickTask, type QuickTask } from '@shared/domain/quickAdd';
import type { Task, TaskId } from '@shared/domain/task';
import { type Day } from '@shared/domain/time';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { readClock, useToday } from '@renderer/data/clock';
import { useWorkCalendar } from '@renderer/data/settingsContext';
import { createTasks } from '@renderer/data/tasks';
import { useCommit } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { FieldError } from '@renderer/ui/Field';
import { icons } from '@renderer/ui/icons';
import { Tag } from '@renderer/ui/Tag';
import { eventName } from '../taskList';
import { useKnownOwners } from '../useKnownOwners';
import styles from './QuickAdd.module.css';

type Props = {
  event: PlannedEvent | null;
  events: readonly PlannedEvent[];
  /** Those whose owners and teams are known by name. */
  known: readonly Task[];
  isAsked: boolean;
  onUsed: () => void;
  onOpen: (id: TaskId) => void;
};

/** One line, one task: what was understood beyond the title stands beside it while it is typed. Enter adds and waits for the next; `n` comes here. */
export function QuickAdd({ event, events, known, isAsked, onUsed, onOpen }: Props) {
  const { t } = useTranslation('tasks');
  const [line, setLine] = useState('');
  const [isUntitled, setIsUntitled] = useState(false);
  const [added, setAdded] = useState<Pick<Task, 'id' | 'title'> | null>(null);
  const [isFocused, setIsFocused] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const commit = useCommit();
  const today = useToday();
  const calendar = useWorkCalendar();
  const { owners, teams } = useKnownOwners(known);
  const parsed = parseQuickTask(line, { today, events, event, owners, teams });
  const chosen = events.find(({ id }) => id === parsed.eventId) ?? null;
  const dueOn = parsed.plan && chosen ? plannedDueOn(parsed.plan, chosen, calendar) : parsed.dueOn;

  useEffect(() => {
    if (isAsked) field.current?.focus();
  }, [isAsked]);
  useFocusKey('n', field);

  function add(): void {
    if (line.trim() === '') return;
    if (parsed.title === '') return setIsUntitled(true);
    const task = taskOf(parsed, dueOn);
    setLine('');
    createTasks(commit, [task]).then(
      () => {
        setAdded(task);
        onUsed();
      },
      // The shell says why; what was typed comes back.
      () => setLine(line),
    );
  }
  function onKeyDown(pressed: KeyboardEvent): void {
    if (pressed.key === 'Enter' && !pressed.nativeEvent.isComposing) {
      pressed.preventDefault();
      add();
    } else if (pressed.key === 'Escape') {
      if (line === '') field.current?.blur();
      setLine('');
      setIsUntitled(false);
      onUsed();
    }
  }

  return (
    <div className={styles.quick}>
      <icons.add />
      <input
        ref={field}
        aria-label={t('quick.label')}
        aria-describedby="quick-help"
        aria-invalid={isUntitled || undefined}
        placeholder={event ? t('quick.placeholderEvent') : t('quick.placeholder')}
        value={line}
        maxLength={1_000}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        onFocus={() => setIsFocused(true)}
        onBlur={() => setIsFocused(false)}
        onChange={({ target }) => {
          setLine(target.value);
          setIsUntitled(false);
          setAdded(null);
        }}
        onKeyDown={onKeyDown}
      />
      <Chips parsed={parsed} dueOn={dueOn} event={event} chosen={chosen} />
      <FieldError error={isUntitled ? t('quick.noTitle') : undefined} />
      <span className={styles.added} role="status">
        {added && line === '' && (
          <>
            <icons.ok />
            <span dir="auto">{t('quick.added', { title: added.title })}</span>
            <button type="button" onClick={() => onOpen(added.id)}>
              {t('quick.open')}
            </button>
          </>
        )}
      </span>
      <span id="quick-help" className={isFocused && line === '' && !added ? styles.help : 'visuallyHidden'}>
        {t('quick.hint')}
      </span>
    </div>
  );
}

type ChipsProps = {
  parsed: QuickTask;
  dueOn: Day | null;
  event: PlannedEvent | null;
  chosen: PlannedEvent | null;
};

function Chips({ parsed, dueOn, event, chosen }: ChipsProps) {
  const { t } = useTranslation(['tasks', 'domain']);
  const language = useLanguage();
  const day = dueOn && formatDay(dueOn, 'medium', language);
  const chips: string[] = [];
  if (parsed.plan) {
    const countdown = formatCountdown(-parsed.plan.offsetDays, language);
    chips.push(day ? t('quick.chips.plan', { countdown, day }) : countdown);
  } else if (day) chips.push(t('quick.chips.date', { day }));
  if (parsed.priority)
    chips.push(t('quick.chips.priority', { priority: t(`domain:priority.${parsed.priority}`) }));
  if (parsed.owner) chips.push(t('quick.chips.owner', { owner: parsed.owner }));
  if (parsed.team) chips.push(t('quick.chips.team', { team: parsed.team }));
  if (chosen && chosen.id !== event?.id) chips.push(t('quick.chips.event', { event: eventName(chosen) }));
  for (const tag of parsed.tags) chips.push(t('quick.chips.tag', { tag }));
  return (
    <div className={styles.chips} aria-live="polite">
      {chips.map((chip) => (
        <Tag key={chip} kind="accent">
          {chip}
        </Tag>
      ))}
    </div>
  );
}

/** Takes the focus to a field, or to the first one inside, from anywhere on the page, but not while somebody types. */
export function useFocusKey(key: string, field: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    function onKeyDown(pressed: globalThis.KeyboardEvent): void {
      const { target } = pressed;
      const isTaken =
        target instanceof HTMLElement &&
        target.closest('input, textarea, [contenteditable], [role="spinbutton"], [role="menu"], dialog');
      if (pressed.key !== key || pressed.ctrlKey || pressed.metaKey || pressed.altKey || isTaken) return;
      if (pressed.defaultPrevented) return;
      pressed.preventDefault();
      const { current } = field;
      (current?.querySelector('input') ?? current)?.focus();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [key, field]);
}

function taskOf(parsed: QuickTask, dueOn: Day | null): Task {
  return {
    id: newUuid() as TaskId,
    eventId: parsed.eventId as EventId | null,
    title: parsed.title,
    owner: parsed.owner ?? '',
    team: parsed.team ?? '',
    status: 'todo',
    priority: parsed.priority ?? 'medium',
    dueOn,
    plan: parsed.plan,
    isPinned: false,
    durationDays: 1,
    estimateMinutes: null,
    notes: '',
    checklist: [],
    dependsOn: [],
    tags: [...parsed.tags],
    doneOn: null,
    createdAt: readClock(),
  };
}
