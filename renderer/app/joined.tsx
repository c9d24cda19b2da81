import type { EventId } from '@shared/domain/plannedEvent';
import { useCallback } from 'react';
import { CalendarPage } from '../features/calendar/CalendarPage';
import { EventOverviewPage } from '../features/events/EventOverviewPage';
import { ExchangeSection } from '../features/exchange/ExchangeSection';
import { ImportArchivePage } from '../features/exchange/ImportArchivePage';
import { useMoveEvent } from '../features/moving/MoveEventDialog';
import { PersonalDataSection } from '../features/personalData/PersonalDataSection';
import { WorkSection } from '../features/people/work/WorkSection';
import { bookletHtml, documentPages, showPages } from '../features/report/booklet';
import { pagesHtml } from '../features/report/pagesHtml';
import { type PaperMaker, PaperMakerContext } from '../features/roster/papers/paperMaker';
import { RosterPage } from '../features/roster/RosterPage';
import { SettingsPage } from '../features/settings/SettingsPage';
import { TemplatesSection } from '../features/tasks/templates/TemplatesSection';
import { useHost } from '../host/hostContext';

/** Features do not know each other: what joins two of them is here. */
export function CalendarWithMoves() {
  const { move, dialog } = useMoveEvent();
  return (
    <>
      <CalendarPage onMove={move} />
      {dialog}
    </>
  );
}

export function OverviewWithMoves({ eventId }: { eventId: EventId }) {
  const { move, dialog } = useMoveEvent();
  return (
    <>
      <EventOverviewPage eventId={eventId} onMove={move} />
      {dialog}
    </>
  );
}

const paperMaker: PaperMaker = { pagesOf: documentPages, show: showPages, bookletOf: bookletHtml };

export function RosterWithPapers({ eventId }: { eventId: EventId }) {
  return (
    <PaperMakerContext value={paperMaker}>
      <RosterPage eventId={eventId} />
    </PaperMakerContext>
  );
}

export function SettingsWithTemplates() {
  const { ask } = useHost();
  return (
    <SettingsPage
      work={<WorkSection />}
      templates={<TemplatesSection />}
      exchange={<ExchangeSection />}
      personal={
        <PersonalDataSection
          pagesOf={pagesHtml}
          purge={ask['safety:forget']}
          restart={() => location.reload()}
        />
      }
    />
  );
}

export function ImportWithSnapshot() {
  const { ask } = useHost();
  const snapshot = useCallback(() => ask['safety:snapshot'](), [ask]);
  return <ImportArchivePage snapshot={snapshot} />;
}
