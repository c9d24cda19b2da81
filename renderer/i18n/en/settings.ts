import type { settings as reference } from '../fr/settings';
import type { SameKeys } from '../words';

export const settings = {} as const satisfies SameKeys<typeof reference>;
