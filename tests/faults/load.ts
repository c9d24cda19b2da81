import type { HostBridge } from '@shared/ipc';
import type { Page } from 'playwright-core';

declare const regieHost: HostBridge;

/** What the page was told is saved, as it was told: change sets by identifier. */
export type Acknowledged = Set<string>;

/** Opens the list of tasks and works in it without a rest, until the page is gone: adds, undoes, redoes. Answers what gets acknowledged. */
export async function loadOn(window: Page, seed: number): Promise<Acknowledged> {
  const acknowledged: Acknowledged = new Set();
  window.on('console', (message) => {
    const [, id] = /^acknowledged (\S+)$/.exec(message.text()) ?? [];
    if (id) acknowledged.add(id);
  });
  await window.evaluate(() => (location.hash = '#/tasks'));
  await window.waitForSelector('[aria-describedby="quick-help"]');
  void window.evaluate(work, seed).catch(() => undefined);
  return acknowledged;
}

async function work(seed: number): Promise<void> {
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const frame = () => new Promise((resolve) => setTimeout(resolve, 4));
  let told = '';
  for (let step = 0; ; step += 1) {
    const kind = random();
    if (kind < 0.7) {
      const input = document.querySelector<HTMLInputElement>('[aria-describedby="quick-help"]');
      if (!input) return;
      value?.set?.call(input, `Faute ${seed} ${step} ${'x'.repeat(Math.floor(random() * 400))}`);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await frame();
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    } else {
      const key = kind < 0.88 ? 'z' : 'y';
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true }),
      );
    }
    await frame();
    const [last] = await regieHost.ask['journal:latest'](1).catch(() => []);
    if (last && last.id !== told) {
      told = last.id;
      // oxlint-disable-next-line no-console -- heard by the harness
      console.log(`acknowledged ${told}`);
    }
  }
}
