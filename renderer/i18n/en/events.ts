import type { events as reference } from '../fr/events';
import type { SameKeys } from '../words';

export const events = {} as const satisfies SameKeys<typeof reference>;
