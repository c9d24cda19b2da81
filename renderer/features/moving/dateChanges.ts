import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Day, Span } from '@shared/domain/time';

/** A date of the event that a change touches; `name` is given for the event's own anchors only. */
export type DateChange =
  | Readonly<{
      kind: 'span';
      id: 'setUp' | 'opening' | 'teardown';
      name: null;
      from: Span | null;
      to: Span | null;
    }>
  | Readonly<{
      kind: 'day';
      id: 'reportDue' | 'orderSigned' | 'repeatsUntil';
      name: null;
      from: Day | null;
      to: Day | null;
    }>
  | Readonly<{ kind: 'day'; id: `anchor-${string}`; name: string; from: Day | null; to: Day | null }>;

/** Only what differs, in the order of the calendar of an event. */
export function dateChanges(before: PlannedEvent, after: PlannedEvent): DateChange[] {
  const changes: DateChange[] = [
    { kind: 'span', id: 'setUp', name: null, from: before.setUp, to: after.setUp },
    { kind: 'span', id: 'opening', name: null, from: openingOf(before), to: openingOf(after) },
    { kind: 'span', id: 'teardown', name: null, from: before.teardown, to: after.teardown },
    { kind: 'day', id: 'reportDue', name: null, from: before.reportDueOn, to: after.reportDueOn },
    { kind: 'day', id: 'orderSigned', name: null, from: before.orderSignedOn, to: after.orderSignedOn },
    {
      kind: 'day',
      id: 'repeatsUntil',
      name: null,
      from: before.repetition?.untilOn ?? null,
      to: after.repetition?.untilOn ?? null,
    },
    ...anchorChanges(before, after),
  ];
  return changes.filter((change) =>
    change.kind === 'span'
      ? change.from?.startsAt !== change.to?.startsAt || change.from?.endsAt !== change.to?.endsAt
      : change.from !== change.to,
  );
}

function openingOf({ opensAt, closesAt }: PlannedEvent): Span {
  return { startsAt: opensAt, endsAt: closesAt };
}

function anchorChanges(before: PlannedEvent, after: PlannedEvent): DateChange[] {
  const dayIn = (event: PlannedEvent, id: string): Day | null =>
    event.customAnchors.find((anchor) => anchor.id === id)?.on ?? null;
  const known = new Map([...before.customAnchors, ...after.customAnchors].map(({ id, name }) => [id, name]));
  return [...known].map(([id, name]) => ({
    kind: 'day',
    id: `anchor-${id}`,
    name,
    from: dayIn(before, id),
    to: dayIn(after, id),
  }));
}
