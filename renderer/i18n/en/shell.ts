import type { shell as reference } from '../fr/shell';
import type { SameKeys } from '../words';

export const shell = {} as const satisfies SameKeys<typeof reference>;
