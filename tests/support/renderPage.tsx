import type { Workspace } from '@shared/domain/workspace';
import { emptyWorkspace } from '@shared/domain/workspace';
import { defaultSettings, type Language } from '@shared/domain/settings';
import { instantFromEpoch } from '@shared/domain/time';
import { ClockProvider } from '@renderer/data/clock';
import { type Database, openDatabase } from '@renderer/data/database';
import { openWorkspace } from '@renderer/data/openWorkspace';
import { SettingsProvider } from '@renderer/data/settingsContext';
import { fillWorkspace } from '@renderer/data/workspace';
import { WorkspaceProvider } from '@renderer/data/workspaceContext';
import type { WriteDoor } from '@renderer/data/writeDoor';
import type { Host } from '@renderer/host/host';
import { HostProvider } from '@renderer/host/hostContext';
import { i18nInstance, startI18n } from '@renderer/i18n/i18n';
import { ToastProvider } from '@renderer/ui/Toaster';
import '@renderer/ui/tokens.css';
import '@renderer/ui/base.css';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import { onTestFinished } from 'vitest';
import { render } from 'vitest-browser-react';
import { memoryHost } from './memoryHost';

type Options = {
  /** What the workspace holds; settings are the defaults, with a first record, unless given. */
  workspace?: Partial<Workspace>;
  language?: Language;
  /** Where the page is: `/calendar?view=month`. */
  address?: string;
  host?: Host;
};

/** A page as the program shows it: real database, real write door, real router; only the desktop is in memory. Set the clock with `vi.setSystemTime`. */
export async function renderPage(
  page: ReactNode,
  { workspace = {}, language = 'fr', address = '/', host = memoryHost() }: Options = {},
) {
  const database = openDatabase(`test-${crypto.randomUUID()}`);
  const opened = await openWorkspace(database, host.ask, { now: () => instantFromEpoch(Date.now()) });
  if (opened.kind !== 'ready') throw new Error(opened.kind);
  const settings = workspace.settings ?? [{ ...defaultSettings, language }];
  await fillWorkspace(opened.door.commit, { ...emptyWorkspace(), ...workspace, settings }, 'empty');
  startI18n(language);
  await i18nInstance.changeLanguage(language);

  const history = createMemoryHistory({ initialEntries: [address] });
  const root = createRootRoute({ component: () => page, notFoundComponent: () => page });
  const router = createRouter({ routeTree: root, history });
  const screen = await render(
    <I18nextProvider i18n={i18nInstance}>
      <HostProvider host={host}>
        <WorkspaceProvider workspace={{ database, door: opened.door }}>
          <SettingsProvider>
            <ClockProvider zone={settings[0]?.timeZone ?? defaultSettings.timeZone}>
              <I18nProvider locale={language === 'fr' ? 'fr-FR' : 'en-GB'}>
                <ToastProvider>
                  <RouterProvider router={router as never} />
                </ToastProvider>
              </I18nProvider>
            </ClockProvider>
          </SettingsProvider>
        </WorkspaceProvider>
      </HostProvider>
    </I18nextProvider>,
  );
  onTestFinished(async () => {
    database.close();
    await database.delete();
  });
  return { screen, database, door: opened.door, host, history } satisfies {
    screen: unknown;
    database: Database;
    door: WriteDoor;
    host: Host;
    history: unknown;
  };
}
