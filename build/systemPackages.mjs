import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Refusal, say, withClock } from './say.mjs';

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** What each need is seen by, and the Debian package that brings it. */
const needs = [
  { package: 'xvfb', found: () => hasCommand('Xvfb') && hasCommand('xvfb-run') },
  { package: 'xauth', found: () => hasCommand('xauth') },
  { package: 'libgtk-3-0', found: () => hasLibrary('libgtk-3.so.0') },
  { package: 'libnss3', found: () => hasLibrary('libnss3.so') },
  { package: 'libasound2', found: () => hasLibrary('libasound.so.2') },
  { package: 'libgbm1', found: () => hasLibrary('libgbm.so.1') },
  { package: 'libnotify4', found: () => hasLibrary('libnotify.so.4') },
  { package: 'libxss1', found: () => hasLibrary('libXss.so.1') },
  { package: 'dbus-x11', found: () => hasCommand('dbus-launch') },
  { package: 'chromium', found: () => existsSync(chromium) },
  { package: 'poppler-utils', found: () => hasCommand('pdfinfo') && hasCommand('pdftotext') },
  { package: 'qpdf', found: () => hasCommand('qpdf') },
  { package: 'age', found: () => hasCommand('age') },
];

/**
 * The tests drive a real Electron, a real Chromium and two PDF readers. On Debian and Ubuntu, as root, what is missing is
 * installed; elsewhere on Linux the command is printed and the script stops. macOS and Windows need nothing for Electron.
 */
export async function ensureSystemPackages() {
  if (process.platform !== 'linux') return;
  const missing = needs.filter((need) => !need.found()).map((need) => need.package);
  if (missing.length === 0) return;
  const canInstall = hasCommand('apt-get') && process.getuid?.() === 0;
  if (!canInstall) refuse(missing);
  say({
    fr: `Paquets système manquants : ${missing.join(' ')}.`,
    en: `Missing system packages: ${missing.join(' ')}.`,
  });
  await withClock({ fr: 'Installation par apt-get…', en: 'Installing with apt-get…' }, async () => {
    apt(['update']);
    apt(['install', '-y', '--no-install-recommends', ...missing.map(currentName)]);
  });
  libraries = undefined;
  const still = needs.filter((need) => !need.found()).map((need) => need.package);
  if (still.length > 0) refuse(still);
}

function refuse(packages) {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.map(currentName).join(' ')}`;
  throw new Refusal({
    fr: `Il manque des paquets système pour les tests ; les installer puis recommencer :\n  sudo sh -c '${command}'`,
    en: `The tests need system packages; install them and try again:\n  sudo sh -c '${command}'`,
  });
}

/** Newer Debian and Ubuntu renamed some libraries (`libgtk-3-0t64`). */
function currentName(name) {
  if (!/^lib(gtk|asound)/.test(name)) return name;
  const { stdout } = spawnSync('apt-cache', ['policy', `${name}t64`], { encoding: 'utf8' });
  return /Candidate: (?!\(none\))\S/.test(stdout ?? '') ? `${name}t64` : name;
}

function apt(args) {
  const { status, stdout, stderr, error } = spawnSync('apt-get', ['-q', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status === 0) return;
  const reason = (stderr || stdout || String(error)).trim().split('\n').at(-1);
  throw new Refusal({
    fr: `apt-get ${args[0]} a échoué (${reason}) : vérifier les sources de paquets, puis recommencer.`,
    en: `apt-get ${args[0]} failed (${reason}): check the package sources and try again.`,
  });
}

function hasCommand(name) {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(`${folder}/${name}`));
}

/** What `ldconfig` listed when it was last asked; forgotten once packages were installed. */
let libraries;
function hasLibrary(name) {
  libraries ??= spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? '';
  return libraries.includes(`${name} `);
}
