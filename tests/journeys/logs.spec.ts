import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { HostBridge } from '@shared/ipc';
import { answerDialogs, aProfile, launch } from '../support/electron';

/** What the page sees of the host; the functions given to `evaluate` run there. */
declare const regieHost: HostBridge;

test('the log tells of the start, refusals, failures, a fallen page and the end, and holds nobody’s name', async () => {
  const profile = join(await aProfile(), 'Mireille Dupont');
  const { app, window, close } = await launch(profile);
  await answerDialogs(app, { save: join(profile, 'nulle part', 'Dupont.csv') });
  await window.getByRole('button', { name: /Ouvrir l’exemple/ }).click();
  await window.getByRole('navigation').first().waitFor();
  await window.evaluate(async () => {
    const quiet = () => undefined;
    const ask = regieHost.ask as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
    await ask['files:open']?.('Dupont').catch(quiet);
    await ask['attachments:put']?.('Dupont', new Uint8Array(1)).catch(quiet);
    await ask['files:save']?.('Dupont.csv', 'csv', new Uint8Array(1)).catch(quiet);
    await ask['shell:open']?.('http://dupont.example/').catch(quiet);
  });
  await app.evaluate(() => {
    // What nobody caught: thrown later, in the host's own loop.
    void Promise.reject(Object.assign(new RangeError('Mireille Dupont'), { code: 'EDUPONT!' }));
  });
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(async () => (await factsIn(profile)).some(({ what }) => what === 'pageGone')).toBe(true);
  await close();
  const facts = await factsIn(profile);
  expect(facts.map(({ what, channel, why }) => [what, channel, why].filter(Boolean).join(' '))).toEqual([
    'started',
    'refused files:open shape',
    'refused attachments:put shape',
    'failed files:save',
    'failed shell:open',
    'uncaught',
    'pageGone',
    'ended',
  ]);
  const text = JSON.stringify(facts);
  expect(text).not.toMatch(/dupont|mireille|nulle|csv|tmp|home|example/i);
  expect(facts.find(({ what }) => what === 'failed')).toMatchObject({ error: { code: 'ENOENT' } });
  expect(facts[0]).toMatchObject({
    version: expect.stringMatching(/^\d/),
    electron: expect.stringMatching(/^\d/),
  });
});

type Seen = { what: string; channel?: string; why?: string };

async function factsIn(profile: string): Promise<Seen[]> {
  const folder = join(profile, 'logs');
  const names = await readdir(folder);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Seen),
  );
}
