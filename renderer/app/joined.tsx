import type { EventId } from '@shared/domain/plannedEvent';
import { CalendarPage } from '../features/calendar/CalendarPage';
import { EventOverviewPage } from '../features/events/EventOverviewPage';
import { useMoveEvent } from '../features/moving/MoveEventDialog';
import { PersonalDataSection } from '../features/personalData/PersonalDataSection';
import { pagesHtml } from '../features/report/pagesHtml';
import { useHost } from '../host/hostContext';
import { SettingsPage } from '../features/settings/SettingsPage';
import { TemplatesSection } from '../features/tasks/templates/TemplatesSection';

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

export function SettingsWithTemplates() {
  const { ask } = useHost();
  return (
    <SettingsPage
      templates={<TemplatesSection />}
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
