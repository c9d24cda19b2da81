import type { calendar as reference } from '../fr/calendar';
import type { SameKeys } from '../words';

export const calendar = {} as const satisfies SameKeys<typeof reference>;
