import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { build as packageWith, Platform } from 'electron-builder';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeBillOfMaterials } from './billOfMaterials.mjs';
import { buildIfNeeded, root } from './build.mjs';
import { findElectron } from './electron.mjs';
import { packagingOf } from './packaging.mjs';
import { endsInWords, Refusal, say } from './say.mjs';

/**
 * `npm run package`: the program's folder for this system, ready to run. `-- --installers`: its installers, with the pinned Electron
 * only; the release workflow runs this on each system.
 */
async function packageProgram() {
  const wantsInstallers = process.argv.includes('--installers');
  const electron = await findElectron();
  if (wantsInstallers && electron.kind === 'registry') {
    throw new Refusal({
      fr: 'Les installateurs demandent l’Electron courant : ouvrir l’accès à github.com et lancer « npx install-electron ».',
      en: 'Installers need the current Electron: allow access to github.com and run "npx install-electron".',
    });
  }
  await buildIfNeeded();
  const made = await packageFlavour('release', electron, wantsInstallers ? undefined : 'dir');
  say({ fr: `Le programme est dans ${made}`, en: `The program is in ${made}` });
}

/** The folder of the packaged program for this system, with the fuses of its flavour, read back. */
export async function packageFlavour(flavour, electron, target = 'dir') {
  const config = packagingOf(flavour, target === 'dir' ? electron : {});
  await rm(join(root, config.directories.output, unpackedName()), { recursive: true, force: true });
  await writeBillOfMaterials(config.electronVersion);
  await packageWith({ targets: Platform.current().createTarget(target), config, projectDir: root });
  const folder = join(root, config.directories.output, unpackedName());
  await checkFuses(executableIn(folder), config.electronFuses);
  return folder;
}

export function executableIn(folder) {
  if (process.platform === 'darwin') return join(folder, 'Régie.app/Contents/MacOS/Régie');
  return join(folder, process.platform === 'win32' ? 'regie.exe' : 'regie');
}

function unpackedName() {
  if (process.platform === 'darwin') return process.arch === 'arm64' ? 'mac-arm64' : 'mac';
  return process.platform === 'win32' ? 'win-unpacked' : 'linux-unpacked';
}

async function checkFuses(executable, wanted) {
  const wire = await getCurrentFuseWire(executable);
  const wrong = Object.entries(wanted).filter(([name, isOn]) => {
    const option = FuseV1Options[name.charAt(0).toUpperCase() + name.slice(1)];
    return (wire[option] === FuseState.ENABLE) !== isOn;
  });
  if (wrong.length > 0)
    throw new Error(`These fuses are not as wanted: ${wrong.map(([name]) => name).join(', ')}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await endsInWords(packageProgram);
