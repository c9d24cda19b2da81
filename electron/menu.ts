import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand, PrintJob } from '@shared/ipc';

/** Those of the contract. */
export type Language = PrintJob['language'];

const french = {
  file: 'Fichier',
  edit: 'Édition',
  view: 'Affichage',
  window: 'Fenêtre',
  help: 'Aide',
  newEvent: 'Nouvel événement',
  newTask: 'Nouvelle tâche',
  export: 'Exporter…',
  import: 'Importer…',
  print: 'Imprimer…',
  settings: 'Réglages…',
  close: 'Fermer la fenêtre',
  quit: 'Quitter Régie',
  undo: 'Annuler',
  redo: 'Rétablir',
  cut: 'Couper',
  copy: 'Copier',
  paste: 'Coller',
  pastePlain: 'Coller sans mise en forme',
  selectAll: 'Tout sélectionner',
  palette: 'Chercher ou lancer une commande',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  zoomReset: 'Taille réelle',
  fullScreen: 'Plein écran',
  developerTools: 'Outils de développement',
  minimize: 'Placer dans la barre',
  zoom: 'Ajuster la fenêtre',
  front: 'Tout ramener au premier plan',
  keyboard: 'Raccourcis clavier',
  about: 'À propos de Régie',
  services: 'Services',
  hide: 'Masquer Régie',
  hideOthers: 'Masquer les autres',
  unhide: 'Tout afficher',
};
type Words = typeof french;

const english: Words = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  help: 'Help',
  newEvent: 'New event',
  newTask: 'New task',
  export: 'Export…',
  import: 'Import…',
  print: 'Print…',
  settings: 'Settings…',
  close: 'Close window',
  quit: 'Quit Régie',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  pastePlain: 'Paste as plain text',
  selectAll: 'Select all',
  palette: 'Find or run a command',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Actual size',
  fullScreen: 'Full screen',
  developerTools: 'Developer tools',
  minimize: 'Minimize',
  zoom: 'Zoom window',
  front: 'Bring all to front',
  keyboard: 'Keyboard shortcuts',
  about: 'About Régie',
  services: 'Services',
  hide: 'Hide Régie',
  hideOthers: 'Hide others',
  unhide: 'Show all',
};

const words: Record<Language, Words> = { fr: french, en: english };

type Options = {
  language: Language;
  platform: NodeJS.Platform;
  /** Developer tools are offered only where the program is not installed. */
  isPackaged: boolean;
  send: (command: MenuCommand) => void;
};

/**
 * The native menu. Commands go to the page, which owns their meaning; each has its identifier, so that tests and assistive tools
 * find it in either language. Keys that the page answers itself never reach the menu.
 */
export function menuTemplate({
  language,
  platform,
  isPackaged,
  send,
}: Options): MenuItemConstructorOptions[] {
  const word = words[language];
  const isMac = platform === 'darwin';
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const command = (id: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label: word[id],
    click: () => send(id),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const settings = command('settings', 'CmdOrCtrl+,');
  const quit: MenuItemConstructorOptions = { role: 'quit', label: word.quit };

  const application: MenuItemConstructorOptions = {
    label: 'Régie',
    submenu: [
      command('about'),
      line,
      settings,
      line,
      { role: 'services', label: word.services },
      line,
      { role: 'hide', label: word.hide },
      { role: 'hideOthers', label: word.hideOthers },
      { role: 'unhide', label: word.unhide },
      line,
      quit,
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: word.file,
    submenu: [
      command('newEvent', 'CmdOrCtrl+N'),
      command('newTask', 'CmdOrCtrl+Shift+N'),
      line,
      command('import'),
      command('export', 'CmdOrCtrl+Shift+E'),
      command('print', 'CmdOrCtrl+P'),
      line,
      ...(isMac ? [{ role: 'close', label: word.close } as const] : [settings, line, quit]),
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: word.edit,
    submenu: [
      command('undo', 'CmdOrCtrl+Z'),
      command('redo', isMac ? 'Shift+Cmd+Z' : 'Ctrl+Y'),
      line,
      { role: 'cut', label: word.cut },
      { role: 'copy', label: word.copy },
      { role: 'paste', label: word.paste },
      { role: 'pasteAndMatchStyle', label: word.pastePlain },
      { role: 'selectAll', label: word.selectAll },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: word.view,
    submenu: [
      command('palette', 'CmdOrCtrl+K'),
      line,
      { role: 'zoomIn', label: word.zoomIn },
      { role: 'zoomOut', label: word.zoomOut },
      { role: 'resetZoom', label: word.zoomReset },
      line,
      { role: 'togglefullscreen', label: word.fullScreen },
      ...(isPackaged ? [] : [line, { role: 'toggleDevTools', label: word.developerTools } as const]),
    ],
  };
  const window: MenuItemConstructorOptions = {
    label: word.window,
    role: 'window',
    submenu: [
      { role: 'minimize', label: word.minimize },
      ...(isMac
        ? ([{ role: 'zoom', label: word.zoom }, line, { role: 'front', label: word.front }] as const)
        : ([{ role: 'close', label: word.close }] as const)),
    ],
  };
  const help: MenuItemConstructorOptions = {
    label: word.help,
    role: 'help',
    submenu: [command('keyboard'), ...(isMac ? [] : [line, command('about')])],
  };
  return [...(isMac ? [application] : []), file, edit, view, window, help];
}
