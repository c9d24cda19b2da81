import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { aProfile, launch } from '../support/electron';
import { stored } from '../support/stored';

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds on the page as it stands, one line for each fault. */
async function faultsOf(window: Page): Promise<string[]> {
  return window.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run: (
          root: Document,
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  });
}

async function addresses(window: Page): Promise<string[]> {
  const events = await stored<{ id: string; role: string; status: string; kind: string }>(window, 'events');
  const day = events.find(({ kind, status }) => kind === 'activityDay' && status === 'planned')?.id;
  const stand = events.find(({ role }) => role === 'participant')?.id;
  const closed = events.find(({ status }) => status === 'evaluated')?.id;
  const shift = (await stored<{ id: string }>(window, 'shifts'))[0]?.id;
  const person = (await stored<{ id: string }>(window, 'people'))[0]?.id;
  const settings = [
    'organisation',
    'user',
    'display',
    'region',
    'periods',
    'work',
    'templates',
    'copies',
    'about',
  ];
  return [
    '/',
    ...['month', 'week', 'day', 'agenda', 'year'].map((view) => `/calendar?view=${view}`),
    '/events',
    '/events?new=1',
    '/tasks',
    '/people',
    '/people?new=1',
    '/people?import=1',
    `/people?person=${person}`,
    '/reports',
    '/history',
    ...settings.map((section) => `/settings?section=${section}`),
    `/events/${day}/overview`,
    `/events/${stand}/overview`,
    `/events/${day}/tasks`,
    `/events/${day}/tasks?view=board`,
    `/events/${day}/tasks?view=timeline`,
    `/events/${day}/tasks?over=problems`,
    `/events/${day}/tasks?import=1`,
    `/events/${day}/tasks?over=template`,
    `/events/${day}/roster`,
    `/events/${day}/roster?by=person&everybody=1`,
    `/events/${day}/roster?over=conflicts`,
    `/events/${day}/roster?over=newPost`,
    `/events/${day}/roster?over=copy`,
    `/events/${day}/roster?shift=${shift}`,
    `/events/${day}/roster?import=1`,
    `/events/${day}/roster?part=presence`,
    `/events/${day}/roster?part=hours`,
    `/events/${stand}/roster`,
    `/events/${day}/evaluation`,
    `/events/${closed}/evaluation`,
    '/nowhere',
    '/events/00000000-0000-0000-0000-000000000000/overview',
  ];
}

/** The dialogs of a roster: filling with its proof, and the papers. */
async function filling(window: Page, look: (name: string) => Promise<unknown>): Promise<void> {
  const day = (await stored<{ id: string; kind: string; status: string }>(window, 'events')).find(
    ({ kind, status }) => kind === 'activityDay' && status === 'planned',
  )?.id;
  await window.evaluate((hash) => void (location.hash = hash), `/events/${day}/roster`);
  await window.getByRole('button', { name: /^(Remplir|Fill)$/ }).click();
  const dialog = window.getByRole('dialog');
  await look('fill');
  await dialog.getByRole('button', { name: /^(Chercher|Search)$/ }).click();
  await dialog.getByText(/Ce qui changerait|What would change/).waitFor({ timeout: 60_000 });
  await look('fill found');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: /^(Papiers…|Papers…)$/ }).click();
  await dialog.waitFor();
  await window.waitForTimeout(1_000);
  await look('papers');
  await window.keyboard.press('Escape');
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test('axe finds nothing on any page', async () => {
    const { window } = await launch(await aProfile(), { language: theme === 'light' ? 'fr' : 'en' });
    await window.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    // Evaluated by the test's own channel, which the page's policy does not govern.
    await window.evaluate(await readFile(axeSource, 'utf8'));
    const found: string[] = [];
    const look = async (name: string) =>
      found.push(...(await faultsOf(window)).map((fault) => `${name} ${fault}`));
    const example = window.getByRole('button', { name: /Ouvrir l’exemple|Open the example/ });
    await example.waitFor();
    await look('first start');
    await example.click();
    await window.getByRole('navigation').first().waitFor();
    for (const address of await addresses(window)) {
      await window.evaluate((hash) => void (location.hash = hash), address);
      await window.locator('main h1, main h2').first().waitFor();
      await window.waitForTimeout(600);
      await look(address);
    }
    await filling(window, look);
    await window.keyboard.press('Control+k');
    await window.getByRole('combobox').waitFor();
    await look('palette');
    await window.keyboard.press('Escape');
    await window.locator('body').press('?');
    await window.getByRole('dialog').waitFor();
    await look('keyboard map');
    expect(found).toEqual([]);
  });
});
