import type { EventId } from '@shared/domain/plannedEvent';
import { proposalsFor } from '@shared/domain/proposals';
import type { Roster } from '@shared/domain/roster';
import type { ShiftId } from '@shared/domain/shift';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FillDialog } from './fill/FillDialog';
import { ProposalList } from './proposals/ProposalList';
import { Reading } from '@renderer/ui/Reading';
import { PresencePage } from './presence/PresencePanel';
import { useRosterPart } from './RosterParts';
import { RosterView } from './RosterView';
import { useRoster } from './useRoster';
import { type RosterSearch, useRosterSearch } from './useRosterSearch';

/** The roster of one event: the board, who came, and the hours. */
export function RosterPage({ eventId }: { eventId: EventId }) {
  return useRosterPart() === 'board' ? <BoardPage eventId={eventId} /> : <PresencePage eventId={eventId} />;
}

function BoardPage({ eventId }: { eventId: EventId }) {
  const { t } = useTranslation('common');
  const now = useRoster(eventId);
  const [search] = useRosterSearch();
  const [isFilling, setIsFilling] = useState(false);
  if (now === undefined) return <Reading label={t('loading')} />;
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
      {isFilling && (
        <FillDialog
          facts={now.facts}
          chosen={chosenShifts(now.roster, search)}
          onClose={() => setIsFilling(false)}
        />
      )}
    </>
  );
}

/** The shift that is open, or else those of the day that was chosen. */
function chosenShifts({ slots }: Roster, { shift, day }: RosterSearch): ShiftId[] {
  if (shift) return [shift];
  return slots.filter((slot) => slot.day === day).map((slot) => slot.shift.id);
}
