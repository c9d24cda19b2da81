import { plannedDueOn } from '@shared/domain/backwardPlan';
import { formatDay } from '@shared/domain/formatting';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { parseQuickTask } from '@shared/domain/quickAdd';
import type { Task, TaskId } from '@shared/domain/task';
import { useEffect, useRef, useState } from 'react';
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
import styles from './QuickAdd.module.css';

type Props = {
  event: PlannedEvent | null;
  events: readonly PlannedEvent[];
  isAsked: boolean;
  onUsed: () => void;
};

/** One line, one task: what was understood beyond the title is shown while it is typed. Enter adds and waits for the next. */
export function QuickAdd({ event, events, isAsked, onUsed }: Props) {
  const { t } = useTranslation(['tasks', 'domain']);
  const [line, setLine] = useState('');
  const [isUntitled, setIsUntitled] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const commit = useCommit();
  const today = useToday();
  const calendar = useWorkCalendar();
  const language = useLanguage();
  const parsed = parseQuickTask(line, { today, events, event });
  const chosen = events.find(({ id }) => id === parsed.eventId) ?? null;
  const dueOn = parsed.plan && chosen ? plannedDueOn(parsed.plan, chosen, calendar) : parsed.dueOn;

  useEffect(() => {
    if (isAsked) field.current?.focus();
  }, [isAsked]);
  useEffect(() => {
    function onKeyDown(key: KeyboardEvent): void {
      const typing =
        key.target instanceof HTMLElement &&
        key.target.closest('input, textarea, [contenteditable], [role="spinbutton"], dialog');
      if (key.key !== 'n' || key.ctrlKey || key.metaKey || key.altKey || typing) return;
      key.preventDefault();
      field.current?.focus();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  function add(): void {
    if (line.trim() === '') return;
    if (parsed.title === '') return setIsUntitled(true);
    const task: Task = {
      id: newUuid() as TaskId,
      eventId: parsed.eventId,
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
    void createTasks(commit, [task]).then(() => {
      setLine('');
      onUsed();
    });
  }

  const chips: (readonly [keyof typeof kinds, string])[] = [];
  const kinds = {
    date: 'date',
    priority: 'priority',
    tag: 'tag',
    owner: 'owner',
    team: 'team',
    event: 'event',
  } as const;
  if (dueOn) chips.push(['date', formatDay(dueOn, 'medium', language)]);
  if (parsed.priority) chips.push(['priority', t(`domain:priority.${parsed.priority}`)]);
  if (parsed.owner) chips.push(['owner', parsed.owner]);
  if (parsed.team) chips.push(['team', parsed.team]);
  if (chosen && chosen.id !== event?.id) chips.push(['event', chosen.name]);
  for (const tag of parsed.tags) chips.push(['tag', tag]);

  return (
    <div className={styles.quick}>
      <icons.add />
      <input
        ref={field}
        aria-label={t('quick.label')}
        placeholder={t('quick.placeholder')}
        title={t('quick.hint')}
        value={line}
        maxLength={1000}
        dir="auto"
        autoComplete="off"
        onChange={({ target }) => (setLine(target.value), setIsUntitled(false))}
        onKeyDown={(key) => {
          if (key.key === 'Enter' && !key.nativeEvent.isComposing) (key.preventDefault(), add());
          if (key.key === 'Escape') (setLine(''), onUsed(), field.current?.blur());
        }}
      />
      <div className={styles.chips} aria-live="polite">
        {chips.map(([kind, text]) => (
          <Tag key={`${kind}-${text}`} kind="accent">
            {t(`quick.kinds.${kind}`)} : {text}
          </Tag>
        ))}
      </div>
      <FieldError error={isUntitled ? t('quick.noTitle') : undefined} />
    </div>
  );
}
