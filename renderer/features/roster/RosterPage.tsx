import type { EventId } from '@shared/domain/plannedEvent';
import { Reading } from './Reading';
import { RosterView, type RosterViewProps } from './RosterView';
import { useRoster } from './useRoster';

type Props = { eventId: EventId } & Omit<RosterViewProps, 'now'>;

/** The roster of one event. */
export function RosterPage({ eventId, ...given }: Props) {
  const now = useRoster(eventId);
  if (now === undefined) return <Reading />;
  if (now === null) return null;
  return <RosterView now={now} {...given} />;
}
