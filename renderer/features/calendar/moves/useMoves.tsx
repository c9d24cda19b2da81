import { formatDay } from '@shared/domain/formatting';
import type { EventChange } from '@shared/domain/moveEvent';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { type RepetitionException, withException } from '@shared/domain/repetition';
import type { Day } from '@shared/domain/time';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reviseEvent } from '@renderer/data/events';
import { changeTask } from '@renderer/data/tasks';
import { useCommit, useDatabase } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { useSentence } from '@renderer/i18n/sentence';
import type { EventItem, PlanningItem } from '../planningItems';
import type { ItemWords } from '../useItemWords';
import type { Wall } from '../wallTime';
import { type Movement, movementOf } from './movement';
import { SeriesQuestion } from './SeriesQuestion';

/** Shows what follows, asks, and writes: given from above, since tasks belong to another room. `kept`: nothing was changed. */
export type MoveEvent = (event: PlannedEvent, change: EventChange) => Promise<'moved' | 'kept'>;

export type Moves = Readonly<{
  /** Resolves once it is done or left. */
  move: (item: PlanningItem, from: Wall, to: Wall) => Promise<void>;
  skip: (item: EventItem) => Promise<void>;
  /** Back to the day that the rule gives. */
  restore: (item: EventItem) => Promise<void>;
  question: ReactNode;
}>;

type Asked = Readonly<{
  item: EventItem;
  from: Wall;
  to: Wall;
  movement: Extract<Movement, { kind: 'series' }>;
  answered: () => void;
}>;

/** Carries moves out, and says in one sentence what became of them. */
export function useMoves(onMove: MoveEvent, words: ItemWords, say: (sentence: string) => void): Moves {
  const { t } = useTranslation('calendar');
  const language = useLanguage();
  const sentence = useSentence();
  const database = useDatabase();
  const commit = useCommit();
  const [asked, setAsked] = useState<Asked | null>(null);

  async function move(item: PlanningItem, from: Wall, to: Wall): Promise<void> {
    const movement = movementOf(item, from, to);
    switch (movement.kind) {
      case 'none':
        say(t(item.isMovable ? 'moving.kept' : 'moving.fixed'));
        return;
      case 'task': {
        await changeTask(commit, movement.task, movement.fields);
        const day = formatDay(movement.dueOn, 'full', language);
        say(t(movement.isPinnedNow ? 'moving.taskPinned' : 'moving.taskDone', { name: item.title, day }));
        return;
      }
      case 'event':
        return moveWhole(item, movement.occurrence.event, movement.change, from, to);
      case 'series':
        if (item.kind === 'task') return;
        return new Promise((answered) => setAsked({ item, from, to, movement, answered }));
    }
  }

  async function moveWhole(
    item: PlanningItem,
    event: PlannedEvent,
    change: EventChange,
    from: Wall,
    to: Wall,
  ): Promise<void> {
    const outcome = await onMove(event, change);
    say(
      outcome === 'moved'
        ? t('moving.done', { name: words.title(item), when: words.when(from, to) })
        : t('moving.kept'),
    );
  }

  /** The event as it stands then keeps its other exceptions. */
  async function except(item: EventItem, exception: RepetitionException | null, done: string): Promise<void> {
    const { event, on } = item.occurrence;
    const code = await reviseEvent(database, commit, event.id, (now) => ({
      repetition: withException(now, on, exception).repetition,
    }));
    say(code === null ? done : t('moving.refused', { reason: sentence(code) }));
  }

  function answer(what: 'one' | 'all' | null): void {
    if (!asked) return;
    setAsked(null);
    const { item, from, to, movement, answered } = asked;
    void answeredWith(what, item, from, to, movement).finally(answered);
  }

  async function answeredWith(
    what: 'one' | 'all' | null,
    item: EventItem,
    from: Wall,
    to: Wall,
    { occurrence, one, all }: Asked['movement'],
  ): Promise<void> {
    if (what === null) return say(t('moving.kept'));
    if (what === 'all') return moveWhole(item, occurrence.event, all, from, to);
    const exception = {
      kind: 'moved',
      on: occurrence.on,
      opensAt: one.startsAt,
      closesAt: one.endsAt,
    } as const;
    return except(item, exception, t('moving.done', { name: item.title, when: words.when(from, to) }));
  }

  const dayOfRule = (item: EventItem): Day => item.occurrence.on;
  return {
    move,
    skip: (item) =>
      except(
        item,
        { kind: 'skipped', on: dayOfRule(item) },
        t('moving.skipped', { day: formatDay(dayOfRule(item), 'full', language) }),
      ),
    restore: (item) => except(item, null, t('moving.restored')),
    question: asked && (
      <SeriesQuestion
        name={asked.item.title}
        day={dayOfRule(asked.item)}
        onOne={() => answer('one')}
        onAll={() => answer('all')}
        onCancel={() => answer(null)}
      />
    ),
  };
}
