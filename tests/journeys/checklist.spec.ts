import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { channels, type HostBridge } from '@shared/ipc';
import { packagingOf } from '../../build/packaging.mjs';
import { pagePolicy, printPolicy } from '../../electron/contentSecurityPolicy';
import { existingProgram, oneProgram } from '../support/electron';

/** What the page sees of the host; the functions given to `evaluate` run there. */
declare const regieHost: HostBridge;

type Preferences = Record<string, unknown>;

/** Electron’s own checklist (docs, « Security »), item by item and in its order, on the packaged program. */
describe('Electron’s security checklist', () => {
  const running = oneProgram();

  /** What Chromium was really given for each page there is: the window, and the one that prints out of sight. */
  async function preferences(): Promise<Preferences[]> {
    const { app, window } = running();
    await app.evaluate(({ app: program, webContents }) => {
      const seen: Preferences[] = [];
      const note = (contents: unknown) => {
        const read = contents as { getLastWebPreferences: () => Preferences };
        seen.push({ ...read.getLastWebPreferences() });
      };
      for (const contents of webContents.getAllWebContents()) note(contents);
      program.on('web-contents-created', (_event, contents) =>
        contents.once('did-start-navigation', () => note(contents)),
      );
      Object.assign(globalThis, { seenPreferences: seen });
    });
    await window.evaluate(() =>
      regieHost.ask['print:pdf']({
        html: '<title>x</title><p>x',
        title: 'x',
        language: 'fr',
        landscape: false,
      }),
    );
    const seen = await app.evaluate(
      () => (globalThis as unknown as { seenPreferences: Preferences[] }).seenPreferences,
    );
    expect(seen.length).toBeGreaterThanOrEqual(2);
    return seen;
  }

  /** Each different answer of all pages: one, when they agree. */
  async function everywhere(name: string): Promise<unknown[]> {
    return [...new Set((await preferences()).map((each) => each[name] ?? false))];
  }

  test('1. Only load secure content: nothing but the program’s own scheme, and no request leaves the machine', async () => {
    const { app, window } = running();
    const heard: string[] = [];
    const server = createServer((request, response) => {
      heard.push(request.url ?? '');
      response.end('heard');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const fromPage = await window.evaluate(async (target) => {
      const socketTo = (url: string) =>
        new Promise((resolve) => {
          try {
            const socket = new WebSocket(url);
            socket.onopen = () => resolve('open');
            socket.onerror = () => resolve('refused');
          } catch {
            resolve('refused');
          }
        });
      const image = (source: string) =>
        new Promise((resolve) => {
          const made = new Image();
          made.onload = () => resolve('loaded');
          made.onerror = () => resolve('refused');
          made.src = source;
        });
      const fetched = (url: string) =>
        fetch(url).then(
          () => 'sent',
          () => 'refused',
        );
      navigator.sendBeacon(target);
      return Promise.all([
        fetched(target),
        fetched('https://example.org/'),
        socketTo(target.replace('http', 'ws')),
        image(`${target}pixel.png`),
      ]);
    }, address);
    // The network layer itself, without any policy of a page.
    const fromHost = await app.evaluate(async ({ app: program, session }, target) => {
      const tried = (work: Promise<unknown>) =>
        work.then(
          () => 'answered',
          () => 'refused',
        );
      return {
        names: program.commandLine.getSwitchValue('host-resolver-rules'),
        page: await tried(session.defaultSession.fetch(target)),
        print: await tried(session.fromPartition('print').fetch(target)),
      };
    }, address);
    expect(window.url().split('#', 1)[0]).toBe('app://regie/index.html');
    expect({ fromPage, fromHost, heard }).toEqual({
      fromPage: Array.from({ length: 4 }, () => 'refused'),
      fromHost: { names: 'MAP * ~NOTFOUND', page: 'refused', print: 'refused' },
      heard: [],
    });
  });

  test('2. Do not enable Node.js integration: no page has it, nor its workers', async () => {
    const node = await running().window.evaluate(() =>
      ['require', 'process', 'Buffer', 'module', 'global'].filter((name) => name in globalThis),
    );
    expect({
      node,
      nodeIntegration: await everywhere('nodeIntegration'),
      inWorkers: await everywhere('nodeIntegrationInWorker'),
      inFrames: await everywhere('nodeIntegrationInSubFrames'),
    }).toEqual({ node: [], nodeIntegration: [false], inWorkers: [false], inFrames: [false] });
  });

  test('3. Enable context isolation: what the page does to its own world changes nothing for the host’s', async () => {
    const answer = await running().window.evaluate(async () => {
      const { keys } = Object;
      Object.keys = () => ['taken over'];
      const { kind } = await regieHost.ask['app:info']();
      Object.assign(Object, { keys });
      const frozen = [regieHost, regieHost.ask].map((each) => Object.isFrozen(each));
      return { kind, frozen };
    });
    expect({ ...answer, isolated: await everywhere('contextIsolation') }).toEqual({
      kind: 'electron',
      frozen: [true, true],
      isolated: [true],
    });
  });

  test('4. Enable process sandboxing: on every page', async () => {
    expect(await everywhere('sandbox')).toEqual([true]);
  });

  test('5. Handle session permission requests: of all of them, only lasting storage is granted', async () => {
    const granted = await running().window.evaluate(async () => {
      const stateOf = (name: string) =>
        navigator.permissions.query({ name: name as PermissionName }).then(
          ({ state }) => state,
          () => 'unknown',
        );
      return {
        storage: await navigator.storage.persist(),
        persisted: await navigator.storage.persisted(),
        notifications: await Notification.requestPermission(),
        camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
          () => 'granted',
          () => 'refused',
        ),
        screen: await navigator.mediaDevices.getDisplayMedia().then(
          () => 'granted',
          () => 'refused',
        ),
        place: await new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('granted'),
            () => resolve('refused'),
          ),
        ),
        states: await Promise.all(
          ['geolocation', 'camera', 'microphone', 'clipboard-read', 'midi'].map(stateOf),
        ),
      };
    });
    expect(granted).toEqual({
      storage: true,
      persisted: true,
      notifications: 'denied',
      camera: 'refused',
      screen: 'refused',
      place: 'refused',
      states: ['denied', 'denied', 'denied', 'denied', 'denied'],
    });
  });

  test('6. Do not disable webSecurity: the same-origin policy stands on every page', async () => {
    expect(await everywhere('webSecurity')).toEqual([true]);
  });

  test('7. Define a Content-Security-Policy: text never becomes script or markup', async () => {
    const { window } = running();
    const seen = await window.evaluate(async () => {
      const tried = (work: () => unknown) => {
        try {
          work();
          return 'ran';
        } catch (error) {
          return (error as Error).name;
        }
      };
      const policyOf = async (path: string) => (await fetch(path)).headers.get('content-security-policy');
      const box = document.createElement('div');
      const script = document.createElement('script');
      const image = document.createElement('img');
      image.setAttribute('src', '/nothing.png');
      const factory = (
        globalThis as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => void } }
      ).trustedTypes;
      const outcomes = {
        innerHTML: tried(() => (box.innerHTML = '<b>text</b>')),
        announced: tried(() => (box.innerHTML = '')),
        written: tried(() => document.write('<b>text</b>')),
        frame: tried(() => (document.createElement('iframe').srcdoc = '<b>text</b>')),
        parsed: tried(() => new DOMParser().parseFromString('<b>text</b>', 'text/html')),
        scriptText: tried(() => (script.textContent = 'globalThis.ranInline = true')),
        scriptAddress: tried(() => (script.src = 'https://example.org/x.js')),
        handler: tried(() => image.setAttribute('onerror', 'globalThis.ranHandler = true')),
        worker: tried(() => new Worker('/index.html')),
        workerFromText: tried(() => new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))),
        timed: tried(() => setTimeout('globalThis.ranTimer = true' as unknown as () => void, 0)),
        otherPolicy: tried(() => factory.createPolicy('other', {})),
        secondPolicy: tried(() => factory.createPolicy('default', {})),
      };
      document.body.append(script, image);
      await new Promise((resolve) => setTimeout(resolve, 300));
      image.remove();
      script.remove();
      // Not sooner: while it starts a function of ours, the inspector lifts this one rule.
      const constructed = tried(() => Reflect.construct(Function, ['return 1']));
      return {
        page: await policyOf('/index.html'),
        worker: await policyOf('/print.html'),
        print: await policyOf('/print/none'),
        ran: ['ranInline', 'ranHandler', 'ranTimer'].filter((name) => name in globalThis),
        outcomes,
        constructed,
      };
    });
    expect(seen).toEqual({
      constructed: 'EvalError',
      page: pagePolicy,
      worker: pagePolicy,
      print: printPolicy,
      ran: [],
      outcomes: {
        innerHTML: 'TypeError',
        announced: 'ran',
        written: 'TypeError',
        frame: 'TypeError',
        parsed: 'TypeError',
        scriptText: 'TypeError',
        scriptAddress: 'TypeError',
        handler: 'TypeError',
        worker: 'TypeError',
        workerFromText: 'TypeError',
        timed: 'TypeError',
        otherPolicy: 'TypeError',
        secondPolicy: 'TypeError',
      },
    });
  });

  test('8. Do not enable allowRunningInsecureContent: nowhere', async () => {
    expect(await everywhere('allowRunningInsecureContent')).toEqual([false]);
  });

  test('9. Do not enable experimental features: nowhere', async () => {
    expect([await everywhere('experimentalFeatures'), await everywhere('plugins')]).toEqual([
      [false],
      [false],
    ]);
  });

  test('10. Do not use enableBlinkFeatures: nowhere', async () => {
    const { app } = running();
    const switches = await app.evaluate(({ app: program }) =>
      ['enable-blink-features', 'enable-experimental-web-platform-features', 'disable-web-security'].filter(
        (name) => program.commandLine.hasSwitch(name),
      ),
    );
    expect({ given: await everywhere('enableBlinkFeatures'), switches }).toEqual({
      given: [''],
      switches: [],
    });
  });

  test('11. Do not use allowpopups for webviews: there is no webview at all', async () => {
    const made = await running().window.evaluate(() => {
      const guest = document.createElement('webview');
      guest.setAttribute('allowpopups', '');
      guest.setAttribute('src', 'https://example.org/');
      document.body.append(guest);
      // A guest would have methods of its own; what stands here is a name and nothing else.
      const methods = ['loadURL', 'executeJavaScript', 'getWebContentsId'].filter((name) => name in guest);
      guest.remove();
      return methods;
    });
    expect({ made, tag: await everywhere('webviewTag') }).toEqual({ made: [], tag: [false] });
  });

  test('12. Verify webview options before creation: each one is refused', async () => {
    const { app } = running();
    const isRefused = await app.evaluate(({ webContents }) => {
      let wasPrevented = false;
      const event = { preventDefault: () => (wasPrevented = true) };
      webContents.getAllWebContents()[0]?.emit('will-attach-webview', event, {}, {});
      return wasPrevented;
    });
    expect(isRefused).toBe(true);
  });

  test('13. Disable or limit navigation: the page cannot leave, nor frame another', async () => {
    const { window } = running();
    const here = window.url();
    for (const address of [
      'https://example.org/',
      'file:///etc/passwd',
      'app://regie/print/1',
      'app://regie/print.html',
      'data:text/html,x',
      'javascript:document.title="x"',
    ]) {
      await window.evaluate((target) => {
        location.href = target;
      }, address);
      await window.waitForTimeout(150);
      expect(window.url()).toBe(here);
    }
    await window.evaluate(() => {
      for (const source of ['https://example.org/', 'file:///etc/passwd']) {
        const frame = document.createElement('iframe');
        frame.src = source;
        document.body.append(frame);
      }
    });
    await window.waitForTimeout(300);
    const framed = window.frames().map((frame) => frame.url());
    expect(framed.filter((url) => /example|passwd/.test(url))).toEqual([]);
    expect(await window.title()).not.toBe('x');
  });

  test('14. Disable or limit creation of new windows: there is one, always', async () => {
    const { app, window } = running();
    const opened = await window.evaluate(() => [
      globalThis.open('https://example.org'),
      globalThis.open('/index.html'),
      globalThis.open('about:blank', '_blank', 'noopener'),
    ]);
    const count = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect({ opened, count }).toEqual({ opened: [null, null, null], count: 1 });
  });

  test('15. Do not use openExternal with untrusted content: the system gets web, mail and telephone addresses, nothing else', async () => {
    const { app, window } = running();
    await app.evaluate(({ shell }) => {
      const opened: string[] = [];
      shell.openExternal = async (address) => void opened.push(address);
      Object.assign(globalThis, { opened });
    });
    const answers = await window.evaluate(async () => {
      const said: string[] = [];
      for (const address of [
        'https://www.province-sud.nc/',
        'mailto:accueil@example.nc',
        'tel:+687123456',
        'http://example.nc/',
        'file:///bin/sh',
        'javascript:alert(1)',
        'app://regie/index.html',
        'smb://server/share',
        'ms-msdt:/id',
        'vbscript:x',
      ]) {
        const answer = await regieHost.ask['shell:open'](address).then(
          () => 'opened',
          () => 'refused',
        );
        said.push(`${answer} ${address.split(':', 1)[0]}`);
      }
      return said;
    });
    const opened = await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
    expect({ answers, opened }).toEqual({
      answers: [
        'opened https',
        'opened mailto',
        'opened tel',
        'refused http',
        'refused file',
        'refused javascript',
        'refused app',
        'refused smb',
        'refused ms-msdt',
        'refused vbscript',
      ],
      opened: ['https://www.province-sud.nc/', 'mailto:accueil@example.nc', 'tel:+687123456'],
    });
  });

  test('16. Use a current version of Electron: one exact version is pinned, and only that one is released', async () => {
    const { devDependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
      devDependencies: { electron: string };
    };
    const workflow = await readFile('.github/workflows/release.yml', 'utf8');
    const builds = workflow.split(/\n {2}build:/)[1] ?? '';
    const [major] = devDependencies.electron.split('.').map(Number);
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(major).toBeGreaterThanOrEqual(45);
    expect(builds.indexOf('npx install-electron')).toBeGreaterThan(0);
    expect(builds.indexOf('--installers')).toBeGreaterThan(builds.indexOf('npx install-electron'));
    expect(packagingOf('release', {})).not.toHaveProperty('electronDist');
  });

  test('17. Validate the sender of all IPC messages: another window with the same bridge gets no answer', async () => {
    const { app } = running();
    const answers = await app.evaluate(async ({ app: program, BrowserWindow }, names) => {
      const preload = `${program.getAppPath()}/out/electron/preload.cjs`;
      const said: string[] = [];
      for (const address of ['app://regie/index.html', 'app://regie/print.html']) {
        const other = new BrowserWindow({ show: false, webPreferences: { preload } });
        await other.loadURL(address);
        for (const name of names) {
          const answer: unknown = await other.webContents.executeJavaScript(
            `regieHost.ask[${JSON.stringify(name)}]().then(() => 'answered', (error) => error.message)`,
          );
          said.push(String(answer));
        }
        other.destroy();
      }
      return said;
    }, Object.keys(channels));
    const expected = Object.keys(channels).map((name) => `refused: ${name} does not answer this sender`);
    expect(answers).toEqual([...expected, ...expected]);
  });

  test('18. Avoid the file: protocol: the page has an origin of its own, and nothing outside its folder is served', async () => {
    const seen = await running().window.evaluate(async () => {
      const statusOf = (path: string) =>
        fetch(path).then(
          ({ status }) => status,
          () => 0,
        );
      return {
        origin: location.origin,
        secure: isSecureContext,
        statuses: await Promise.all(
          [
            'file:///etc/passwd',
            '/..%2fpackage.json',
            '/%2e%2e%2f%2e%2e%2fpackage.json',
            '/..%5c..%5cmain.js',
            '/electron/main.js',
            '/print/none',
            'app://other/index.html',
          ].map(statusOf),
        ),
      };
    });
    expect(seen).toEqual({
      origin: 'app://regie',
      secure: true,
      statuses: [0, 400, 400, 400, 404, 404, 0],
    });
  });

  test('19. Check which fuses you can change: the packaged program has those of its table, read back from its file', async () => {
    const wire = await getCurrentFuseWire(existingProgram());
    const read = Object.fromEntries(
      Object.keys(packagingOf('test', {}).electronFuses).map((name) => {
        const option = `${name.charAt(0).toUpperCase()}${name.slice(1)}` as keyof typeof FuseV1Options;
        return [name, wire[FuseV1Options[option]] === FuseState.ENABLE];
      }),
    );
    expect(read).toEqual(packagingOf('test', {}).electronFuses);
  });

  test('20. Do not expose Electron APIs to the page: it gets named questions, and listeners hear the word only', async () => {
    const { app, window } = running();
    await window.evaluate(() => {
      const heard: unknown[][] = [];
      Object.assign(globalThis, { heardArguments: heard });
      regieHost.onMenu((...given: unknown[]) => void heard.push(given));
    });
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('palette')?.click());
    const seen = await window.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      return {
        bridge: Object.keys(regieHost).toSorted(),
        asks: Object.keys(regieHost.ask).toSorted(),
        kinds: [...new Set(Object.values(regieHost.ask).map((ask) => typeof ask))],
        electron: ['ipcRenderer', 'electron', 'webFrame'].filter((name) => name in globalThis),
        heard: (globalThis as unknown as { heardArguments: unknown[][] }).heardArguments,
      };
    });
    expect(seen).toEqual({
      bridge: ['ask', 'onMenu'],
      asks: Object.keys(channels).toSorted(),
      kinds: ['function'],
      electron: [],
      heard: [['palette']],
    });
  });
});
