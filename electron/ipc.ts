import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { type Answer, type Ask, type Channel, channels } from '@shared/ipc';

/** One for each line of the contract: a missing one does not compile. */
export type Handlers = { readonly [C in Channel]: (...ask: Ask<C>) => Answer<C> | Promise<Answer<C>> };

/**
 * Answers the page, and nobody else. Each request is refused, before its handler hears of it, when it does not come from the
 * page's own main frame or has not the shape of its channel; an answer of a wrong shape is our own fault and is refused too.
 */
export function answerPage(
  ipcMain: Pick<IpcMain, 'handle'>,
  handlers: Handlers,
  isPage: (event: IpcMainInvokeEvent) => boolean,
): void {
  for (const channel of Object.keys(channels) as Channel[]) {
    ipcMain.handle(channel, (event, ...ask: unknown[]) => {
      if (!isPage(event)) throw new Error(`refused: ${channel} does not answer this sender`);
      return answer(channel, handlers[channel], ask);
    });
  }
}

async function answer<C extends Channel>(channel: C, handler: Handlers[C], ask: unknown[]): Promise<unknown> {
  const contract = channels[channel];
  const asked = contract.ask.safeParse(ask);
  if (!asked.success) throw new Error(`refused: ${channel} was asked in a wrong shape`);
  const given = contract.answer.safeParse(await handler(...(asked.data as Ask<C>)));
  if (!given.success) throw new Error(`refused: ${channel} would answer in a wrong shape`);
  return given.data;
}
