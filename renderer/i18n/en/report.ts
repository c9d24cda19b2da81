import type { report as reference } from '../fr/report';
import type { SameKeys } from '../words';

export const report = {} as const satisfies SameKeys<typeof reference>;
