import { missingFor, nextStatuses } from '@shared/domain/completeness';
import type { EventStatus, PlannedEvent } from '@shared/domain/plannedEvent';

/** Why an event keeps its status: the workflow has no such step, or the sheet lacks something. */
export type StatusRefusal = Readonly<
  { event: PlannedEvent; to: EventStatus } & ({ reason: 'order' } | { reason: 'missing'; count: number })
>;

/** Which of the events may go to a status, and why the others may not. Those already there are in neither list. */
export function statusChangeOf(
  events: readonly PlannedEvent[],
  to: EventStatus,
): { allowed: PlannedEvent[]; refused: StatusRefusal[] } {
  const allowed: PlannedEvent[] = [];
  const refused: StatusRefusal[] = [];
  for (const event of events) {
    if (event.status === to) continue;
    const count = blocking(event, to).length;
    if (!nextStatuses(event.status).includes(to)) refused.push({ event, to, reason: 'order' });
    else if (count > 0) refused.push({ event, to, reason: 'missing', count });
    else allowed.push(event);
  }
  return { allowed, refused };
}

const order: readonly EventStatus[] = ['idea', 'planned', 'confirmed', 'running', 'closed', 'evaluated'];

/** What keeps the event out of the status. Going back, giving up and taking up again ask for nothing. */
export function blocking(event: PlannedEvent, to: EventStatus) {
  const isForward = order.indexOf(to) > order.indexOf(event.status) && event.status !== 'cancelled';
  return isForward ? missingFor(event, to).filter(({ severity }) => severity === 'blocks') : [];
}
