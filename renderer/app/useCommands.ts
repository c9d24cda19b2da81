import type { MenuCommand } from '@shared/ipc';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { changeSettings } from '../data/settings';
import { useSettings } from '../data/settingsContext';
import { useCommit, useDoor } from '../data/workspaceContext';
import { paths } from '../navigation/paths';
import { useGo } from '../navigation/searchState';
import { useToasts } from '../ui/Toaster';
import { useSaveCopy } from './useSaveCopy';

/** A page that has a document of its own marks the button that prints it; the others are printed as they stand. */
function printPage(): void {
  const button = document.querySelector<HTMLElement>('main [data-print]');
  if (button) button.click();
  else window.print();
}

export type Command = Readonly<{ id: string; title: string; keys?: string; run: () => void }>;
export type Commands = Readonly<{ list: readonly Command[]; run: (command: MenuCommand) => void }>;

/** Everything that can be asked from anywhere: the palette lists it, the native menu and the keys run it. */
export function useCommands({
  showKeyboard,
  showPalette,
}: {
  showKeyboard: () => void;
  showPalette: () => void;
}): Commands {
  const { t } = useTranslation('shell');
  const go = useGo();
  const commit = useCommit();
  const settings = useSettings();
  const { undo, redo } = useDoor();
  const { toast } = useToasts();
  const saveCopy = useSaveCopy();

  return useMemo(() => {
    const takeBack = () => void undo().then((done) => done ?? toast({ text: t('nothingToUndo') }));
    const bringBack = () => void redo().then((done) => done ?? toast({ text: t('nothingToRedo') }));
    const set = (fields: Partial<typeof settings>) => () =>
      void changeSettings(commit, { ...settings, ...fields });
    const newEvent = () => go('#/events?new=1');
    const newTask = () => go('#/tasks?new=1');
    const newPerson = () => go(paths.people({ new: '1' }));
    const list: Command[] = [
      { id: 'newEvent', title: t('commands.newEvent'), keys: 'Ctrl+N', run: newEvent },
      { id: 'newTask', title: t('commands.newTask'), run: newTask },
      { id: 'newPerson', title: t('commands.newPerson'), run: newPerson },
      { id: 'undo', title: t('commands.undo'), keys: 'Ctrl+Z', run: takeBack },
      { id: 'redo', title: t('commands.redo'), keys: 'Ctrl+Maj+Z', run: bringBack },
      { id: 'saveCopy', title: t('commands.saveCopy'), run: saveCopy },
      { id: 'themeLight', title: t('commands.themeLight'), run: set({ theme: 'light' }) },
      { id: 'themeDark', title: t('commands.themeDark'), run: set({ theme: 'dark' }) },
      { id: 'themeSystem', title: t('commands.themeSystem'), run: set({ theme: 'system' }) },
      { id: 'french', title: t('commands.french'), run: set({ language: 'fr' }) },
      { id: 'english', title: t('commands.english'), run: set({ language: 'en' }) },
      { id: 'keyboard', title: t('commands.keyboard'), keys: '?', run: showKeyboard },
    ];
    const byMenu: Record<MenuCommand, () => void> = {
      undo: takeBack,
      redo: bringBack,
      newEvent,
      newTask,
      palette: showPalette,
      keyboard: showKeyboard,
      settings: () => go(paths.settings()),
      print: printPage,
      export: saveCopy,
      import: () => go(paths.importArchive()),
      about: () => go(paths.settings('about')),
    };
    return { list, run: (command) => byMenu[command]() };
  }, [t, go, commit, settings, undo, redo, toast, saveCopy, showKeyboard, showPalette]);
}
