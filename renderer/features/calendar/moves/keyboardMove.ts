import type { PlanningView } from '../calendarGrid';
import type { PlanningItem } from '../planningItems';
import { dayMinutes, type Wall } from '../wallTime';

/** A block on its way, moved with the keyboard and not yet put down. */
export type KeyboardMove = Readonly<{ item: PlanningItem; from: Wall; to: Wall }>;

/** By day and week over days; by quarter and hour over hours. A task has no hours. */
export type MoveSteps = 'days' | 'hours';

export function stepsFor(item: PlanningItem, view: PlanningView): MoveSteps {
  return item.kind !== 'task' && (view === 'week' || view === 'day') ? 'hours' : 'days';
}

/** A block is never made shorter than this. */
export const leastMinutes = 15;

/** The move after one key; `null` when the key means nothing. With shift the end goes alone. */
export function afterKey(
  move: KeyboardMove,
  key: string,
  isEndAlone: boolean,
  steps: MoveSteps,
): KeyboardMove | null {
  const minutes = minutesOf(key, steps);
  if (minutes === null) return null;
  if (!isEndAlone) return { ...move, from: move.from + minutes, to: move.to + minutes };
  if (move.item.kind === 'task') return null;
  return { ...move, to: Math.max(move.to + minutes, move.from + leastMinutes) };
}

function minutesOf(key: string, steps: MoveSteps): number | null {
  const [short, long] = steps === 'hours' ? [15, 60] : [7 * dayMinutes, 28 * dayMinutes];
  switch (key) {
    case 'ArrowLeft':
      return -dayMinutes;
    case 'ArrowRight':
      return dayMinutes;
    case 'ArrowUp':
      return -short;
    case 'ArrowDown':
      return short;
    case 'PageUp':
      return -long;
    case 'PageDown':
      return long;
    default:
      return null;
  }
}

/** The items with the moving one where it would go. */
export function withMove(items: readonly PlanningItem[], move: KeyboardMove | null): readonly PlanningItem[] {
  if (!move) return items;
  const { item, from, to } = move;
  const moved = { ...item, from, to };
  return items.some(({ key }) => key === item.key)
    ? items.map((one) => (one.key === item.key ? moved : one))
    : [...items, moved];
}
