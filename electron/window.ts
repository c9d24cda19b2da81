import { BrowserWindow, dialog, nativeTheme, screen, type Session } from 'electron';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from './files';
import { guardContents } from './guards';
import { nothingRemembered, placeOn, type Remembered, rememberedSchema, smallest } from './windowPlace';

/** Before the page paints: its ground, from tokens.css, so that nothing flashes. */
const ground = { light: '#fcfbf9', dark: '#0e1416' };

export type Memory = {
  read: () => Remembered;
  change: (fields: Partial<Remembered>) => Promise<void>;
};

/** `<profile>/window.json`. What cannot be read is as good as nothing: it is only a place on a screen. */
export function memoryIn(profile: string): Memory {
  const path = join(profile, 'window.json');
  let remembered = read(path);
  let queue: Promise<void> = Promise.resolve();
  return {
    read: () => remembered,
    change: (fields) => {
      remembered = { ...remembered, ...fields };
      const text = Buffer.from(JSON.stringify(remembered));
      queue = queue.then(() => writeAtomically(path, text)).catch(() => undefined);
      return queue;
    },
  };
}

/** The one window, sandboxed, on its page and unable to leave it. */
export function openWindow(
  address: string,
  preload: string,
  session: Session,
  memory: Memory,
): BrowserWindow {
  const { bounds, isMaximized } = memory.read();
  const window = new BrowserWindow({
    ...placeOn(
      screen.getAllDisplays().map((display) => display.workArea),
      bounds,
    ),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Régie',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: {
      preload,
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: process.platform === 'darwin',
    },
  });
  guardContents(window.webContents, address);
  if (isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberPlace(window, memory);
  reloadAfterCrash(window);
  void window.loadURL(address);
  return window;
}

function rememberPlace(window: BrowserWindow, memory: Memory): void {
  const remember = () => {
    void memory.change({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
  };
  let soon: NodeJS.Timeout | undefined;
  const rememberSoon = () => {
    clearTimeout(soon);
    soon = setTimeout(remember, 400);
  };
  window.on('resize', rememberSoon);
  window.on('move', rememberSoon);
  window.on('close', () => {
    clearTimeout(soon);
    remember();
  });
}

/** Once; a page that falls again at once is left to the user, whose work is in the journal. */
function reloadAfterCrash(window: BrowserWindow): void {
  let lastAt = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    if (Date.now() - lastAt > 30_000) {
      lastAt = Date.now();
      window.webContents.reload();
      return;
    }
    dialog.showErrorBox(
      'Régie',
      `La page s’est arrêtée (${reason}). Ce qui était enregistré est en sûreté ; fermer puis rouvrir le programme.\n\n` +
        `The page stopped (${reason}). What was saved is safe; close the program and open it again.`,
    );
  });
}

function read(path: string): Remembered {
  try {
    return rememberedSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return nothingRemembered;
  }
}
