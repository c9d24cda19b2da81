import type { Settings } from '@shared/domain/settings';
import type { Answer } from '@shared/ipc';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { I18nProvider } from 'react-aria-components';
import { ClockProvider } from '../data/clock';
import type { Database } from '../data/database';
import type { Levelled } from '../data/openWorkspace';
import { SettingsProvider, useSettings } from '../data/settingsContext';
import { WorkspaceProvider } from '../data/workspaceContext';
import type { WriteDoor } from '../data/writeDoor';
import type { Host } from '../host/host';
import { HostProvider, useHost } from '../host/hostContext';
import { i18nInstance, languageFor, useLanguage } from '../i18n/i18n';
import { ToastProvider } from '../ui/Toaster';
import { FirstStart } from './FirstStart';
import { createPageRouter } from './router';
import { StartNotice } from './StartNotice';

type Props = {
  host: Host;
  info: Answer<'app:info'>;
  database: Database;
  door: WriteDoor;
  /** How database and journal were brought level at this start. */
  levelled: Levelled | null;
  isFirstStart: boolean;
};

export function App({ host, info, database, door, levelled, isFirstStart }: Props) {
  const [router] = useState(createPageRouter);
  const [isEmpty, setIsEmpty] = useState(isFirstStart);
  return (
    <I18nextProvider i18n={i18nInstance}>
      <HostProvider host={host}>
        <WorkspaceProvider workspace={{ database, door }}>
          <SettingsProvider>
            <Appearance systemLocale={info.systemLocale} followSettings={!isEmpty}>
              <ToastProvider>
                {isEmpty ? (
                  <FirstStart onReady={() => setIsEmpty(false)} />
                ) : (
                  <>
                    <StartNotice levelled={levelled} />
                    <RouterProvider router={router} />
                  </>
                )}
              </ToastProvider>
            </Appearance>
          </SettingsProvider>
        </WorkspaceProvider>
      </HostProvider>
    </I18nextProvider>
  );
}

/** The settings' language, theme, density and accent, on the document and on the desktop's frame. */
function Appearance({
  systemLocale,
  followSettings,
  children,
}: {
  systemLocale: string;
  followSettings: boolean;
  children: ReactNode;
}) {
  const settings = useSettings();
  const host = useHost();
  const wanted = followSettings ? languageFor(settings.language, systemLocale) : null;
  const language = useLanguage();
  useEffect(() => {
    if (wanted) void i18nInstance.changeLanguage(wanted);
  }, [wanted]);
  useEffect(() => {
    dressDocument(settings, language);
    void host.ask['app:appearance']({ language, theme: settings.theme });
  }, [settings, language, host]);
  return (
    <I18nProvider locale={language === 'fr' ? 'fr-FR' : 'en-GB'}>
      <ClockProvider zone={settings.timeZone}>{children}</ClockProvider>
    </I18nProvider>
  );
}

function dressDocument({ theme, density, accentHue }: Settings, language: string): void {
  const { documentElement: page } = document;
  page.lang = language;
  page.dataset.density = density;
  if (theme === 'system') delete page.dataset.theme;
  else page.dataset.theme = theme;
  page.style.setProperty('--hue-accent', String(accentHue));
}
