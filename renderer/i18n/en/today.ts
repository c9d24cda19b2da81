import type { today as reference } from '../fr/today';
import type { SameKeys } from '../words';

export const today = {} as const satisfies SameKeys<typeof reference>;
