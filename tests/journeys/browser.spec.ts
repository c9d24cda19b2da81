import { get } from 'node:http';
import { connect } from 'node:net';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { servePage } from '../../build/servePage.mjs';
import { browserPagePolicy } from '../../electron/contentSecurityPolicy';

const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

describe('the page in a plain browser', () => {
  let served: { address: string; close: () => unknown };
  beforeAll(async () => {
    served = await servePage(0);
  });
  afterAll(() => void served.close());

  test('is served on this machine only, and to nobody who calls it by another name', async () => {
    const port = Number(new URL(served.address).port);
    const statusFor = (host: string, method = 'GET') =>
      new Promise((resolve, reject) => {
        const options = { host: '127.0.0.1', port, path: '/', method, headers: { Host: host } };
        get(options, ({ statusCode, headers }) =>
          resolve([statusCode, headers.location].filter(Boolean).join(' ')),
        ).on('error', reject);
      });
    // Another address of this machine, as a neighbour on the network would use one.
    const elsewhere = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.2', () => resolve('answered'));
      socket.on('error', ({ code }: NodeJS.ErrnoException) => resolve(code));
      onTestFinished(() => void socket.destroy());
    });
    expect({
      usual: await statusFor(`127.0.0.1:${port}`),
      local: await statusFor(`localhost:${port}`),
      rebound: await statusFor(`planner.example:${port}`),
      withoutPort: await statusFor('127.0.0.1'),
      posted: await statusFor(`127.0.0.1:${port}`, 'POST'),
      elsewhere,
    }).toEqual({
      usual: '200',
      local: `308 ${served.address}`,
      rebound: '403',
      withoutPort: '403',
      posted: '403',
      elsewhere: 'ECONNREFUSED',
    });
  });

  test('works under its policy, prints from its own frame, and asks nobody but its server', async () => {
    const { window, faults, asked } = await open(served.address);
    await window.getByRole('button', { name: /Ouvrir l’exemple/ }).click();
    await window.getByRole('navigation').first().waitFor();
    for (const address of [
      '/events',
      '/calendar?view=week',
      '/tasks',
      '/reports',
      '/settings?section=about',
    ]) {
      await window.evaluate((hash) => void (location.hash = hash), address);
      await window.locator('main h1, main h2').first().waitFor();
      await window.waitForTimeout(400);
    }
    const seen = await window.evaluate(async () => {
      let assigned = 'ran';
      try {
        document.createElement('div').innerHTML = '<b>text</b>';
      } catch (error) {
        assigned = (error as Error).name;
      }
      return { assigned, policy: (await fetch('/')).headers.get('content-security-policy') };
    });
    await window.evaluate((hash) => void (location.hash = hash), '/tasks');
    await window.getByRole('button', { name: 'Autres actions' }).first().click();
    await window.getByRole('menuitem', { name: /Imprimer/ }).click();
    await expect.poll(() => textOfPaper(window)).toMatch(/page 1/);
    expect({ ...seen, faults: faults.filter((fault) => !/TrustedHTML/.test(fault)) }).toEqual({
      assigned: 'TypeError',
      policy: browserPagePolicy,
      faults: [],
    });
    expect(asked.filter((address) => !address.startsWith(served.address))).toEqual([]);
  });
});

/** Chromium’s own errands are not the page’s: it finds no name but this machine’s, and what counts is what the page asks for. */
async function open(address: string): Promise<{ window: Page; faults: string[]; asked: string[] }> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [...asRoot, '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  onTestFinished(() => browser.close());
  const window = await browser.newPage({ locale: 'fr-FR' });
  const asked: string[] = [];
  window.on('request', (request) => asked.push(request.url().replace(/^(data|blob):.*/, address)));
  const faults: string[] = [];
  window.on('pageerror', (error) => faults.push(String(error)));
  window.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  // The print dialog would wait for somebody.
  await window.addInitScript(() => (globalThis.print = () => undefined));
  await window.goto(address);
  return { window, faults, asked };
}

/** What stands in the frame from which a plain browser prints. */
async function textOfPaper(window: Page): Promise<string> {
  const paper = window.frames().find((frame) => frame.url().endsWith('/paper.html'));
  return paper ? paper.locator('body').innerText() : '';
}
