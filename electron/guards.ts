import { app, type Session, type WebContents } from 'electron';
import { isPage, staysInside } from './address';

/** Before the app is ready: Chromium's own errands, and every name look-up, are switched off. */
export function closeNetwork(): void {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
  ]) {
    app.commandLine.appendSwitch(name);
  }
  app.commandLine.appendSwitch('no-pings');
  if (!__DEVELOPMENT__) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-quic');
  app.on('session-created', withoutDictionaries);
}

/** Chromium's own name, which libraries read. The program's has an accent, and request headers carry none. */
const browserName = app.userAgentFallback.replace(/[^\x20-\x7e]+/g, 'e');

/** Before the app is ready: what PDF files name as their creator. */
export function signPdfs(): void {
  app.userAgentFallback = `Regie ${app.getVersion()}`;
}

/** A session that asks nothing of the machine or the network: no permission but lasting storage, no download, no proxy. */
export async function guardSession(
  session: Session,
  alsoAllowed: (address: string) => boolean = () => false,
): Promise<void> {
  session.setUserAgent(browserName);
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'persistent-storage'),
  );
  session.setPermissionCheckHandler((_contents, permission) => permission === 'persistent-storage');
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !(staysInside(url) || alsoAllowed(url)) }),
  );
  await session.setProxy({ mode: 'direct' });
}

/**
 * Elsewhere than on macOS, Chromium downloads a dictionary for the user's language as soon as a session is there, past every guard
 * of the session: it must be told not to in that same moment.
 */
function withoutDictionaries(session: Session): void {
  if (process.platform === 'darwin') return;
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
}

/** Contents that stay on their page: no other address, no new window, no embedded guest. A reload is not a journey. */
export function guardContents(contents: WebContents, pageAddress?: string): void {
  const refuseJourney = (event: { preventDefault: () => void }, url: string) => {
    if (!isPage(url, pageAddress)) event.preventDefault();
  };
  contents.on('will-navigate', (event) => refuseJourney(event, event.url));
  contents.on('will-redirect', (event) => refuseJourney(event, event.url));
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame) refuseJourney(event, event.url);
    else if (!/^(about:srcdoc|about:blank|blob:)/.test(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
