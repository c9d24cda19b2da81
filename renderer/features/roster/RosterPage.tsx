import type { EventId } from '@shared/domain/plannedEvent';
import { proposalsFor } from '@shared/domain/proposals';
import { useState } from 'react';
import { FillDialog } from './fill/FillDialog';
import { ProposalList } from './proposals/ProposalList';
import { Reading } from './Reading';
import { PresencePage } from './presence/PresencePanel';
import { useRosterPart } from './RosterParts';
import { RosterView } from './RosterView';
import { useRoster } from './useRoster';

/** The roster of one event: the board, who came, and the hours. */
export function RosterPage({ eventId }: { eventId: EventId }) {
  return useRosterPart() === 'board' ? <BoardPage eventId={eventId} /> : <PresencePage eventId={eventId} />;
}

function BoardPage({ eventId }: { eventId: EventId }) {
  const now = useRoster(eventId);
  const [isFilling, setIsFilling] = useState(false);
  if (now === undefined) return <Reading />;
  if (now === null) return null;
  return (
    <>
      <RosterView
        now={now}
        onFill={() => setIsFilling(true)}
        proposals={(slot, assign) => (
          <ProposalList
            roster={now.roster}
            proposals={proposalsFor(now.roster, slot)}
            onAssign={(personId) => assign(personId, slot)}
          />
        )}
      />
      {isFilling && <FillDialog facts={now.facts} chosen={[]} onClose={() => setIsFilling(false)} />}
    </>
  );
}
