import '@shared/domain/zodWithoutEval';
import { createRoot } from 'react-dom/client';
import { version } from '../package.json';
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

const root = createRoot(document.getElementById('root') as HTMLElement);
const host = electronHost() ?? browserHost(version);

async function start(): Promise<void> {
  const info = await host.ask['app:info']();
  const systemLanguage = languageFor('system', info.systemLocale);
  startI18n(systemLanguage);
  await navigator.storage.persist();
  const database = openDatabase();
  const { ask } = host;
  const journal = { append: ask['journal:append'], head: ask['journal:head'], after: ask['journal:after'] };
  try {
    const workspace = await openWorkspace(database, journal, readClock);
    if (workspace.kind === 'journalBehind') {
      root.render(<StartScreen host={host} database={database} problem={workspace} />);
      return;
    }
    const settings = await settingsOf(database);
    root.render(
      <App
        host={host}
        info={info}
        database={database}
        door={workspace.door}
        replayed={workspace.replayed}
        isFirstStart={settings === null}
      />,
    );
  } catch (error) {
    root.render(
      <StartScreen host={host} database={database} problem={{ kind: 'unopenable', reason: String(error) }} />,
    );
  }
}

void start();
