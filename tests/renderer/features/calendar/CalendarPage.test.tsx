import { CalendarPage } from '@renderer/features/calendar/CalendarPage';
import { expect, test, vi } from 'vitest';
import { anEvent } from '../../../support/builders';
import { renderPage } from '../../../support/renderPage';

test('x', async () => {
  vi.setSystemTime('2025-02-10T01:00Z');
  const { screen } = await renderPage(<CalendarPage onMove={async () => 'kept'} />, {
    workspace: { events: [anEvent()] },
    address: '/calendar?view=week&day=2025-02-22',
  });
  await expect.element(screen.getByText('Journée des activités')).toBeVisible();
});
