import type { tasks as reference } from '../fr/tasks';
import type { SameKeys } from '../words';

export const tasks = {} as const satisfies SameKeys<typeof reference>;
