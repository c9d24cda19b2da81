import type { PlannedEvent } from '@shared/domain/plannedEvent';

export function EventHealth(_props: { event: PlannedEvent }) {
  return null;
}
