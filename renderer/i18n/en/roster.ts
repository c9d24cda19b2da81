import type { roster as reference } from '../fr/roster';
import type { SameKeys } from '../words';

export const roster = {
  title: 'Roster',
} as const satisfies SameKeys<typeof reference>;
