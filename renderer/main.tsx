import '@shared/domain/zodWithoutEval';
import { createRoot } from 'react-dom/client';
import { version } from '../package.json';
import { compareLater } from './app/compareLater';
import { StartScreen } from './app/StartScreen';
import { readClock } from './data/clock';
import { openDatabase } from './data/database';
import { openWorkspace } from './data/openWorkspace';
import { settingsOf } from './data/settings';
import { browserHost } from './host/browserHost';
import { electronHost } from './host/electronHost';
import { trustOnlyOurOwn } from './host/trustedTypes';
import { languageFor, startI18n } from './i18n/i18n';
import { App } from './app/App';
import './ui/tokens.css';
import './ui/base.css';

trustOnlyOurOwn();

/** Set before the database is put aside and the page starts again: it is tried once. */
const setAside = 'regie.setAside';

const root = createRoot(document.getElementById('root') as HTMLElement);
const host = electronHost() ?? browserHost(version);
const database = openDatabase();

async function start(): Promise<void> {
  const info = await host.ask['app:info']();
  startI18n(languageFor('system', info.systemLocale));
  await navigator.storage.persist();
  const problem = await open(info).catch((error: unknown) => ({
    kind: 'unopenable' as const,
    reason: error instanceof Error ? error.message : String(error),
  }));
  if (problem === null) return sessionStorage.removeItem(setAside);
  if ((problem.kind === 'unopenable' || problem.kind === 'different') && (await couldSetAside())) {
    location.reload();
    return;
  }
  root.render(<StartScreen host={host} database={database} problem={problem} />);
}

/** Shows the program and answers `null`, or says why it cannot. */
async function open(info: Parameters<typeof App>[0]['info']) {
  const workspace = await openWorkspace(database, host.ask, {
    now: readClock,
    onProgress: (done, total) =>
      root.render(
        <StartScreen host={host} database={database} problem={{ kind: 'rebuilding', done, total }} />,
      ),
  });
  if (workspace.kind !== 'ready') return workspace;
  if (!workspace.isCompared) compareLater(host, workspace.door);
  const settings = await settingsOf(database);
  root.render(
    <App
      host={host}
      info={info}
      database={database}
      door={workspace.door}
      levelled={workspace.levelled}
      isFirstStart={settings === null}
    />,
  );
  return null;
}

/** A database that cannot be opened, or is not what the journal says, is kept aside and filled again from the journal. */
async function couldSetAside(): Promise<boolean> {
  if (sessionStorage.getItem(setAside) !== null) return false;
  sessionStorage.setItem(setAside, 'once');
  database.close();
  return host.ask['safety:setAside']().then(
    () => true,
    () => false,
  );
}

void start();
