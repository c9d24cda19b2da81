/** What a key does on the focused task, or on all the chosen ones when it is among them. */
export type TaskKey = 'done' | 'editTitle' | 'status' | 'priority' | 'later' | 'earlier' | 'pin' | 'delete';

const actions: Readonly<Record<string, TaskKey>> = {
  d: 'done',
  e: 'editTitle',
  s: 'status',
  p: 'priority',
  '+': 'later',
  '-': 'earlier',
  i: 'pin',
  Delete: 'delete',
};

/** The action of a key pressed without a modifier but Shift; `null` when it has none. */
export function taskKeyOf(event: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}): TaskKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return actions[event.key] ?? null;
}

/** For the map of all keys: the words are in `tasks.shortcuts`. Keys of one line are alternatives. */
export const taskShortcuts = [
  { id: 'new', keys: ['n'] },
  { id: 'filter', keys: ['/'] },
  { id: 'move', keys: ['j', 'k'] },
  { id: 'select', keys: ['x'] },
  { id: 'open', keys: ['Enter'] },
  { id: 'done', keys: ['d'] },
  { id: 'editTitle', keys: ['e'] },
  { id: 'status', keys: ['s'] },
  { id: 'priority', keys: ['p'] },
  { id: 'shift', keys: ['+', '−'] },
  { id: 'pin', keys: ['i'] },
  { id: 'delete', keys: ['Delete'] },
  { id: 'boardMove', keys: ['Shift+←', 'Shift+→'] },
  { id: 'timelineMove', keys: ['←', '→'] },
] as const;
