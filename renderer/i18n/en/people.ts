import type { people as reference } from '../fr/people';
import type { SameKeys } from '../words';

export const people = {
  title: 'Staff',
} as const satisfies SameKeys<typeof reference>;
