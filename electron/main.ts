import { app, type BrowserWindow, dialog, ipcMain, Menu, nativeTheme, session, shell } from 'electron';
import { menuChannel } from '@shared/ipc';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { firstDocument, isPage, mayOpenOutside, origin, profileFolderName } from './address';
import { attachmentsIn } from './attachments';
import { fileDialogs } from './files';
import { readOrder } from './cli';
import { closeNetwork, guardSession, signPdfs } from './guards';
import { answerPage } from './ipc';
import { type Log, noteLifeOf, openLog } from './log';
import { chosenProfile, ownArguments } from './launchArguments';
import { type Language, menuTemplate } from './menu';
import { printPaper, printPdf } from './print';
import { registerScheme, serve } from './protocol';
import { openSafety, type Safety } from './safety';
import { fulfilUnattended } from './unattended';
import { type Memory, memoryIn, openWindow } from './window';

const given = ownArguments(process.argv, app.isPackaged);
/** A development server, in development builds only; the constant is false everywhere else and this falls away. */
const developmentPage = __DEVELOPMENT__ ? process.env['REGIE_DEVELOPMENT_PAGE'] : undefined;
const pageAddress = developmentPage ?? firstDocument;
const pageFolder = join(app.getAppPath(), 'out/page');
const preload = join(import.meta.dirname, 'preload.cjs');

closeNetwork();
signPdfs();
registerScheme();
// As root Chromium runs only without its sandbox, and asking for it then leaves every process dead.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
const order = readOrder(given);
if (order.kind === 'window') openProgram();
else void fulfilUnattended(order, pageFolder, systemLanguage);

function openProgram(): void {
  const profile = chosenProfile(given, process.env) ?? join(app.getPath('appData'), profileFolderName);
  mkdirSync(profile, { recursive: true });
  app.setPath('userData', profile);
  // Before anything touches the profile: a second program on it would damage what the first one holds.
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  const log = openLog(profile);
  noteLifeOf(app, log);
  void app.whenReady().then(() => startHost(profile, log));
}

async function startHost(profile: string, log: Log): Promise<void> {
  const memory = memoryIn(profile);
  nativeTheme.themeSource = memory.read().theme;
  const pageSession = session.defaultSession;
  const printSession = session.fromPartition('print');
  await guardSession(pageSession, (address) => isDevelopmentRequest(address));
  await guardSession(printSession);
  serve(pageSession, pageFolder);
  serve(printSession, pageFolder);

  let window: BrowserWindow | null = null;
  const open = () => {
    window = openWindow(pageAddress, preload, pageSession, memory);
    window.on('closed', () => (window = null));
  };
  const focus = () => {
    if (!window) return open();
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  const current = () => {
    if (!window) throw new Error('noWindow');
    return window;
  };
  app.on('second-instance', focus);
  app.on('activate', focus);

  const language = (): Language => memory.read().language ?? systemLanguage();
  const attachments = attachmentsIn(profile);
  const safety = await openSafety({
    profile,
    program: app.getVersion(),
    attachments,
    clearDatabase: () => pageSession.clearStorageData({ origin, storages: ['indexdb'] }),
  });
  const dialogs = fileDialogs(dialog, current, language, app.getPath('documents'));
  const showMenu = () => {
    const template = menuTemplate({
      language: language(),
      platform: process.platform,
      isPackaged: app.isPackaged,
      send: (command) => {
        focus();
        current().webContents.send(menuChannel, command);
      },
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };

  answerPage(
    ipcMain,
    {
      'app:info': () => ({
        kind: 'electron',
        version: app.getVersion(),
        platform: process.platform as 'darwin' | 'win32' | 'linux',
        systemLocale: systemLocale(),
      }),
      'app:appearance': async (appearance) => {
        nativeTheme.themeSource = appearance.theme;
        await memory.change(appearance);
        showMenu();
      },
      'journal:append': safety.append,
      'journal:after': (seq, limit) => safety.after(seq, limit) as Promise<never>,
      'journal:latest': (limit) => safety.latest(limit) as Promise<never>,
      'safety:start': safety.start,
      'safety:mend': safety.mend,
      'safety:records': safety.records,
      'safety:setAside': safety.setAside,
      'safety:snapshots': safety.snapshots,
      'safety:snapshot': safety.takeSnapshot,
      'safety:verify': safety.verify,
      'safety:state': safety.state,
      'safety:second': async (wish) => {
        if (wish === 'stop') return { kind: await safety.keepSecond(null) };
        if (wish === 'choose') {
          const folder = await dialogs.folder();
          if (folder === null) return { kind: 'cancelled' };
          if ((await safety.keepSecond(folder)) === 'insideProfile') return { kind: 'insideProfile' };
        }
        await safety.copyToSecond();
        return { kind: 'done' };
      },
      'safety:saveCopy': (name) => dialogs.saveBy(name, 'regie', safety.saveCopyAs),
      'safety:forget': safety.forget,
      'files:save': dialogs.save,
      'files:open': dialogs.open,
      'attachments:put': attachments.put,
      'attachments:get': attachments.get,
      'attachments:remove': attachments.remove,
      'print:pdf': (job) => printPdf(job, printSession),
      'print:paper': (job) => printPaper(job, printSession),
      'shell:open': async (address) => {
        if (!mayOpenOutside(address))
          throw new Error('refused: only https, mailto and tel addresses open outside');
        await shell.openExternal(address);
      },
    },
    ({ senderFrame, sender }) =>
      senderFrame !== null &&
      sender === window?.webContents &&
      senderFrame === sender.mainFrame &&
      isPage(senderFrame.url, pageAddress),
    log,
  );
  snapshotNowAndThen(safety);
  closeOnQuit(safety, memory);
  showMenu();
  open();
}

/** Every five minutes if anything changed; the newest is read whole soon after the start. What fails is shown by `safety:state`. */
function snapshotNowAndThen(safety: Safety): void {
  const minute = 60_000;
  setInterval(() => void safety.takeSnapshot().catch(() => undefined), 5 * minute).unref();
  setTimeout(() => void safety.verify().catch(() => undefined), minute).unref();
}

/** Changes under way are finished first, and a snapshot is taken. */
function closeOnQuit(safety: Safety, memory: Memory): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void safety
      .close()
      .then(() => memory.change({}))
      .then(() => {
        isClosed = true;
        app.quit();
      });
  });
}

function isDevelopmentRequest(address: string): boolean {
  if (developmentPage === undefined) return false;
  const { host } = new URL(developmentPage);
  return URL.canParse(address) && new URL(address).host === host;
}

function systemLanguage(): Language {
  return systemLocale().startsWith('fr') ? 'fr' : 'en';
}

/** The POSIX locale says `C`, which is no language. */
function systemLocale(): string {
  return (
    app.getPreferredSystemLanguages().find((locale) => /^[a-z]{2,3}(-|$)/i.test(locale)) ?? app.getLocale()
  );
}
