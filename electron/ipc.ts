import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { type Answer, type Ask, type Channel, channels } from '@shared/ipc';
import { bareError, type Log } from './log';

/** One for each line of the contract: a missing one does not compile. */
export type Handlers = { readonly [C in Channel]: (...ask: Ask<C>) => Answer<C> | Promise<Answer<C>> };

/**
 * Answers the page, and nobody else. Each request is refused, before its handler hears of it, when it does not come from the
 * page's own main frame or has not the shape of its channel; an answer of a wrong shape is our own fault and is refused too. The log
 * learns of each refusal and failure, by its channel only.
 */
export function answerPage(
  ipcMain: Pick<IpcMain, 'handle'>,
  handlers: Handlers,
  isPage: (event: IpcMainInvokeEvent) => boolean,
  log: Log,
): void {
  for (const channel of Object.keys(channels) as Channel[]) {
    ipcMain.handle(channel, (event, ...ask: unknown[]) => {
      if (!isPage(event)) throw refusal(log, channel, 'sender');
      return answer(channel, handlers[channel], ask, log);
    });
  }
}

async function answer<C extends Channel>(
  channel: C,
  handler: Handlers[C],
  ask: unknown[],
  log: Log,
): Promise<unknown> {
  const contract = channels[channel];
  const asked = contract.ask.safeParse(ask);
  if (!asked.success) throw refusal(log, channel, 'shape');
  const given = contract.answer.safeParse(await carriedOut(channel, handler, asked.data as Ask<C>, log));
  if (!given.success) throw refusal(log, channel, 'answer');
  return given.data;
}

async function carriedOut<C extends Channel>(
  channel: C,
  handler: Handlers[C],
  asked: Ask<C>,
  log: Log,
): Promise<Answer<C>> {
  try {
    return await handler(...asked);
  } catch (error) {
    log.note({ what: 'failed', channel, error: bareError(error) });
    throw error;
  }
}

const reasons = {
  sender: 'does not answer this sender',
  shape: 'was asked in a wrong shape',
  answer: 'would answer in a wrong shape',
};

function refusal(log: Log, channel: Channel, why: keyof typeof reasons): Error {
  log.note({ what: 'refused', channel, why });
  return new Error(`refused: ${channel} ${reasons[why]}`);
}
