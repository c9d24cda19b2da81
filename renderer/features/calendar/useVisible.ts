import type { EventId, PlannedEvent } from '@shared/domain/plannedEvent';
import type { Occurrence } from '@shared/domain/repetition';
import type { Task } from '@shared/domain/task';
import type { Day } from '@shared/domain/time';
import { useMemo } from 'react';
import { useToday } from '@renderer/data/clock';
import type { Database } from '@renderer/data/database';
import { eventOf, occurrencesBetween } from '@renderer/data/events';
import { tasksDueBetween } from '@renderer/data/tasks';
import { useQuestion } from '@renderer/data/workspaceContext';
import { type DayRange, type PlanningView, visibleRange } from './calendarGrid';
import { itemsOf, type PlanningItem } from './planningItems';

export type Records = Readonly<{
  occurrences: readonly Occurrence[];
  tasks: readonly Task[];
  /** Those of the occurrences and of the tasks. */
  events: ReadonlyMap<EventId, PlannedEvent>;
}>;

/** What stands in the calendar between two days, both included. */
export async function recordsBetween(database: Database, { firstOn, lastOn }: DayRange): Promise<Records> {
  const [occurrences, tasks] = await Promise.all([
    occurrencesBetween(database, firstOn, lastOn),
    tasksDueBetween(database, firstOn, lastOn),
  ]);
  const events = new Map(occurrences.map(({ event }) => [event.id, event]));
  const missing = new Set(tasks.flatMap(({ eventId }) => (eventId && !events.has(eventId) ? [eventId] : [])));
  for (const event of await Promise.all([...missing].map((id) => eventOf(database, id)))) {
    if (event) events.set(event.id, event);
  }
  return { occurrences, tasks, events };
}

export type Visible = Readonly<{ view: PlanningView; day: Day; items: readonly PlanningItem[] }>;

/**
 * The blocks of what is visible, and of nothing else. Until a new period has been read the one before stays, whole, so that nothing flickers: draw
 * the `view` and the `day` that come with the blocks.
 */
export function useVisible(view: PlanningView, day: Day): Visible | undefined {
  const today = useToday();
  const range = visibleRange(view, day);
  const known = useQuestion(
    async (database) => ({ view, day, range, records: await recordsBetween(database, range) }),
    [view, range.firstOn, range.lastOn],
  );
  const records = known?.records;
  const items = useMemo(
    () => records && itemsOf(records.occurrences, records.tasks, records.events, today),
    [records, today],
  );
  const isCurrent = known?.view === view && known.range.firstOn === range.firstOn;
  const shown = isCurrent ? day : known?.day;
  return useMemo(
    () => (known && items && shown !== undefined ? { view: known.view, day: shown, items } : undefined),
    [known, items, shown],
  );
}
