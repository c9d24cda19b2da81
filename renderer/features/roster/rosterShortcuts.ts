/** What a key does on the focused bar. */
export type RosterKey =
  'assign' | 'move' | 'swap' | 'lock' | 'unassign' | 'nextConflict' | 'previousConflict';

const actions: Readonly<Record<string, RosterKey>> = {
  a: 'assign',
  m: 'move',
  x: 'swap',
  l: 'lock',
  Delete: 'unassign',
  c: 'nextConflict',
  C: 'previousConflict',
};

/** The action of a key pressed without a modifier but Shift; `null` when it has none. */
export function rosterKeyOf(event: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}): RosterKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return actions[event.key] ?? null;
}

/** For the map of all keys: the words are in `roster.shortcuts`. Keys of one line are alternatives. */
export const rosterShortcuts = [
  { id: 'move', keys: ['←', '→', '↑', '↓'] },
  { id: 'open', keys: ['Enter'] },
  { id: 'assign', keys: ['a'] },
  { id: 'moveMode', keys: ['m'] },
  { id: 'stretch', keys: ['Shift+←', 'Shift+→'] },
  { id: 'swap', keys: ['x'] },
  { id: 'lock', keys: ['l'] },
  { id: 'unassign', keys: ['Delete'] },
  { id: 'conflict', keys: ['c', 'Shift+c'] },
  { id: 'menu', keys: ['Shift+F10'] },
] as const;
