import { spawn } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { HostBridge } from '@shared/ipc';
import { journalPath } from '../../electron/journal';
import {
  answerDialogs,
  aProfile,
  argumentsFor,
  chooseInMenu,
  environmentFor,
  existingProgram,
  launch,
  oneProgram,
  type Running,
} from '../support/electron';

/** What the page sees of the host; the functions given to `evaluate` run there. */
declare const regieHost: HostBridge;

const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const aChange = (seq: number) => ({
  seq,
  id,
  at: '2026-05-01T08:00Z',
  label: { key: 'created', params: {} },
  kind: 'do' as const,
  of: null,
  operations: [],
});

let profile: string;
beforeEach(async () => {
  profile = await aProfile();
});

describe('the doors', () => {
  test('a hostile ask is refused on every channel, with nothing done', async () => {
    const { window } = await launch(profile);
    const refusals = await window.evaluate(async () => {
      const asks: Record<string, unknown[]> = {
        'app:info': [1],
        'app:appearance': [{ language: '../..', theme: 'dark' }],
        'journal:append': [{ seq: 1, operations: 'all' }],
        'journal:latest': [0],
        'safety:start': [0],
        'safety:mend': ['all'],
        'safety:records': ['../../etc/passwd', 'tasks', 0, 10],
        'safety:setAside': ['/etc'],
        'safety:snapshots': [1],
        'safety:snapshot': ['/etc/passwd'],
        'safety:verify': [1],
        'safety:state': [1],
        'safety:second': ['/etc'],
        'safety:saveCopy': [7],
        'safety:forget': ['all'],
        'journal:after': [-1, 1e9],
        'files:save': ['../../../etc/cron.d/x', 'exe', new Uint8Array(1)],
        'files:open': ['/etc/passwd'],
        'attachments:put': ['../journal/journal-000001.jsonl', new Uint8Array(1)],
        'attachments:get': ['../../etc/passwd'],
        'attachments:remove': ['..'],
        'print:pdf': [{ html: 7 }],
        'print:paper': [],
        'shell:open': ['file:///bin/sh'],
      };
      const channels = regieHost.ask as unknown as Record<string, (...ask: unknown[]) => Promise<unknown>>;
      const said: Record<string, string> = {};
      for (const [channel, ask] of Object.entries(asks)) {
        said[channel] = await (channels[channel] ?? (() => Promise.resolve('no such channel')))(...ask).then(
          () => 'answered',
          (error: Error) => error.message.split(':', 1)[0] ?? '',
        );
      }
      return { said, missing: Object.keys(channels).filter((channel) => !(channel in asks)) };
    });
    expect([...new Set(Object.values(refusals.said))]).toEqual(['refused']);
    expect(refusals.missing).toEqual([]);
  });

  test('the built host knows no development server', async () => {
    const host = await readFile('out/electron/main.js', 'utf8');
    expect(host).toContain('app://');
    expect(host).not.toMatch(/REGIE_DEVELOPMENT_PAGE|__DEVELOPMENT__/);
  });

  test('a change that was acknowledged is in the journal after the program is killed', async () => {
    const { window, kill } = await launch(profile);
    const head = await window.evaluate(async () => {
      const start = await regieHost.ask['safety:start'](1);
      return start.kind === 'ready' ? start.seq : Number.NaN;
    });
    await append(window, aChange(head + 1));
    await kill();
    const last = (await readFile(journalPath(profile), 'utf8')).trim().split('\n').at(-1) ?? '';
    expect(JSON.parse(last)).toMatchObject(aChange(head + 1));
  });

  test('a file is saved where the dialog says, under a clean name, and opened again', async () => {
    const folder = await mkdtemp(join(profile, 'usb-'));
    const { app, window } = await launch(profile);
    await answerDialogs(app, { save: join(folder, 'plan.csv'), open: join(folder, 'plan.csv') });
    const answers = await window.evaluate(async () => {
      const bytes = new TextEncoder().encode('tâche;échéance');
      const saved = await regieHost.ask['files:save']('plan.csv', 'csv', bytes);
      const opened = await regieHost.ask['files:open']('csv');
      return { saved, opened: opened.kind === 'opened' && new TextDecoder().decode(opened.bytes) };
    });
    expect(answers).toEqual({ saved: { kind: 'saved', name: 'plan.csv' }, opened: 'tâche;échéance' });
    await answerDialogs(app, { save: null });
    expect(await window.evaluate(() => regieHost.ask['files:save']('x', 'any', new Uint8Array(1)))).toEqual({
      kind: 'cancelled',
    });
  });
});

describe('the window and its menu', () => {
  test('the window comes back where it was left, with the size it had', async () => {
    const first = await launch(profile);
    const wanted = { x: 60, y: 80, width: 1111, height: 777 };
    await expect.poll(() => isShown(first.app)).toBe(true);
    await first.app.evaluate(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
      wanted,
    );
    await expect.poll(() => boundsOf(first.app)).toEqual(wanted);
    await first.close();
    const second = await launch(profile);
    await expect.poll(() => boundsOf(second.app)).toEqual(wanted);
  });

  test('what is remembered of the window may be rubbish: it opens all the same', async () => {
    await writeFile(join(profile, 'window.json'), '{"bounds":{"x":"far"');
    const { app } = await launch(profile);
    await expect.poll(() => isShown(app)).toBe(true);
  });

  test('a second start shows the window of the first and ends', async () => {
    const { app } = await launch(profile);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    const second = spawn(existingProgram(), argumentsFor(profile), {
      env: environmentFor(),
      stdio: 'ignore',
    });
    const code = await new Promise((resolve) => second.once('exit', resolve));
    await expect
      .poll(() =>
        app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.isVisible())),
      )
      .toEqual([true]);
    expect(code).toBe(0);
  });

  test('the menu speaks the system’s language first, then the one that is chosen', async () => {
    const { app, window } = await launch(profile, { language: 'en' });
    const titles = () =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
    await window.evaluate(() => regieHost.ask['app:appearance']({ language: 'fr', theme: 'dark' }));
    expect(await titles()).toEqual(['Fichier', 'Édition', 'Affichage', 'Fenêtre', 'Aide']);
    await window.evaluate(() => regieHost.ask['app:appearance']({ language: 'en', theme: 'light' }));
    expect(await titles()).toEqual(['File', 'Edit', 'View', 'Window', 'Help']);
    expect(await window.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(false);
  });

  test('the menu’s undo takes back typing in a field, and is the page’s elsewhere', async () => {
    const { app, window } = await launch(profile);
    await window.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      regieHost.onMenu((command) => heard.push(command));
      const field = document.createElement('input');
      field.id = 'name';
      document.body.replaceChildren(field);
    });
    await window.focus('#name');
    await window.keyboard.type('Stand');
    await chooseInMenu(app, 'undo');
    await expect.poll(() => window.inputValue('#name')).toBe('');
    await window.evaluate(() => (document.activeElement as HTMLElement).blur());
    await chooseInMenu(app, 'undo');
    await chooseInMenu(app, 'palette');
    await expect
      .poll(() => window.evaluate(() => (globalThis as unknown as { heard: string[] }).heard))
      .toEqual(['undo', 'palette']);
  });
});

describe('paper', () => {
  const running = oneProgram();
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Rapport d’évaluation</title>
    <style>@page { size: A4 } h1 { color: teal } .late { break-before: page }</style></head>
    <body><h1>Résumé</h1><p>Neuf cents personnes.</p><h1 class="late">Annexes</h1>
    <img src="https://example.org/x.png" alt=""><script>document.title = 'taken over'</script></body></html>`;

  test('a document becomes a tagged PDF with title, language and bookmarks, and its script does not run', async () => {
    const { app, window } = running();
    const bytes = await window.evaluate(async (document) => {
      const pdf = await regieHost.ask['print:pdf']({
        html: document,
        title: 'Rapport d’évaluation',
        language: 'fr',
        landscape: false,
      });
      return Array.from(pdf);
    }, html);
    const path = join(profile, 'rapport.pdf');
    await writeFile(path, Buffer.from(bytes));
    const info = await output('pdfinfo', path);
    const inside = await output('qpdf', '--json', '--json-key=qpdf', path);
    expect(info).toMatch(/Title:\s+Rapport d’évaluation\n/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Pages:\s+2\n/);
    expect(info).toMatch(/Page size:.*A4/);
    expect(inside).toMatch(/"\/Lang": "u:fr"/);
    expect(inside).toMatch(/"\/Marked": true/);
    expect(inside.match(/"\/Title": "u:(Résumé|Annexes)"/g)).toHaveLength(2);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('landscape is a matter of the job when the document does not say', async () => {
    const { window } = running();
    const bytes = await window.evaluate(async () => {
      const pdf = await regieHost.ask['print:pdf']({
        html: '<title>x</title><p>x',
        title: 'x',
        language: 'en',
        landscape: true,
      });
      return Array.from(pdf);
    });
    const path = join(profile, 'x.pdf');
    await writeFile(path, Buffer.from(bytes));
    expect(await output('pdfinfo', path)).toMatch(/Page size:\s+84[12]\.\d+ x 59[45]/);
  });
});

function isShown(app: Running['app']): Promise<boolean | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
}

function boundsOf(app: Running['app']): Promise<Electron.Rectangle | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
}

async function append(window: Page, change: ReturnType<typeof aChange>): Promise<void> {
  await window.evaluate((changeSet) => regieHost.ask['journal:append'](changeSet), change);
}

function output(command: string, ...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args);
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
    child.once('error', reject);
    child.once('close', () => resolve(text));
  });
}
