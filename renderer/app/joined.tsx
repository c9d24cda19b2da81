import type { EventId } from '@shared/domain/plannedEvent';
import { CalendarPage } from '../features/calendar/CalendarPage';
import { EventOverviewPage } from '../features/events/EventOverviewPage';
import { ExchangeSection } from '../features/exchange/ExchangeSection';
import { useMoveEvent } from '../features/moving/MoveEventDialog';
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
  return <SettingsPage templates={<TemplatesSection />} exchange={<ExchangeSection />} />;
}
