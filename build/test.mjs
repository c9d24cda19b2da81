import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, root } from './build.mjs';
import { check } from './check.mjs';
import { findElectron, whyElectronFails } from './electron.mjs';
import { inOwnNetwork } from './ownNetwork.mjs';
import { executableIn, packageFlavour } from './package.mjs';
import { endsInWords, Refusal, say } from './say.mjs';
import { hasDisplay } from './start.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

const [mode, ...filters] = process.argv.slice(2);

/**
 * `npm test`: everything. `npm test -- --journeys [file…]`: only the journeys, packaged anew. `npm test -- --package`: only the
 * program that the journeys drive.
 */
async function test() {
  await ensureSystemPackages();
  const electron = await findElectron();
  const failure = whyElectronFails(electron);
  if (failure !== null) {
    throw new Refusal({
      fr: `Electron ne démarre pas ici (${failure}) : installer la bibliothèque qui manque.`,
      en: `Electron cannot start here (${failure}): install the library that is missing.`,
    });
  }
  say({ fr: 'Construction et empaquetage…', en: 'Building and packaging…' });
  await build();
  const program = executableIn(await packageFlavour('test', electron));
  if (mode === '--package') return 0;
  const isChecked = mode === '--journeys' || (await check());
  const isTravelled = await journeys(program);
  const allWell = isChecked && isTravelled;
  say(allWell ? { fr: 'Tout va bien.', en: 'All is well.' } : { fr: 'Voir ci-dessus.', en: 'See above.' });
  return allWell ? 0 : 1;
}

/** In the real program, on the display that is there or on one made for the purpose, and in a network with no way out. */
function journeys(program) {
  say({ fr: 'Parcours dans le vrai programme…', en: 'Journeys in the real program…' });
  const vitest = [
    process.execPath,
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    'build/vitest.journeys.config.ts',
    ...filters,
  ];
  const [command, ...args] = inOwnNetwork(
    hasDisplay() ? vitest : ['xvfb-run', '-a', '-s', '-screen 0 1600x1200x24', ...vitest],
  );
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, REGIE_PROGRAM: program },
    });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

await endsInWords(test);
