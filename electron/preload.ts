import type { bridgeName, Channel, HostBridge, MenuCommand, menuChannel } from '@shared/ipc';
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';

// A sandboxed preload loads no schemas: the contract's names are written again, and the compiler holds them equal.
const bridge: typeof bridgeName = 'regieHost';
const menu: typeof menuChannel = 'menu:command';
const channels: Record<Channel, true> = {
  'app:info': true,
  'app:appearance': true,
  'journal:append': true,
  'journal:after': true,
  'journal:latest': true,
  'safety:start': true,
  'safety:mend': true,
  'safety:records': true,
  'safety:setAside': true,
  'safety:snapshots': true,
  'safety:snapshot': true,
  'safety:verify': true,
  'safety:state': true,
  'safety:second': true,
  'safety:saveCopy': true,
  'safety:forget': true,
  'files:save': true,
  'files:open': true,
  'attachments:put': true,
  'attachments:get': true,
  'attachments:remove': true,
  'print:pdf': true,
  'print:paper': true,
  'shell:open': true,
};

contextBridge.exposeInMainWorld(bridge, {
  ask: Object.fromEntries(
    Object.keys(channels).map((channel) => [channel, (...ask: unknown[]) => answerOf(channel, ask)]),
  ) as HostBridge['ask'],
  onMenu: (listener) => {
    const onCommand = (_event: IpcRendererEvent, command: MenuCommand) => {
      if (!wasNativeUndo(command)) listener(command);
    };
    ipcRenderer.on(menu, onCommand);
    return () => ipcRenderer.off(menu, onCommand);
  },
} satisfies HostBridge);

/** Electron wraps the host's words in its own; the page gets the host's. */
async function answerOf(channel: string, ask: unknown[]): Promise<unknown> {
  try {
    return await ipcRenderer.invoke(channel, ...ask);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(
      message.replace(/^Error invoking remote method '[^']*': (\w*Error: |DamagedJournal: )?/, ''),
    );
  }
}

/** In a text field, the menu's undo takes back typing, as its key does; elsewhere it is the page's. */
function wasNativeUndo(command: MenuCommand): boolean {
  if (command !== 'undo' && command !== 'redo') return false;
  const focused = document.activeElement;
  const isEditable =
    focused instanceof HTMLTextAreaElement ||
    (focused instanceof HTMLInputElement && focused.matches(textInputs)) ||
    (focused instanceof HTMLElement && focused.isContentEditable && focused.role !== 'spinbutton');
  if (isEditable) document.execCommand(command);
  return isEditable;
}

const textInputs =
  'input:not([type=checkbox],[type=radio],[type=range],[type=color],[type=button],[type=submit],[type=file])';
