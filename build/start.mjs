import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded, root } from './build.mjs';
import { findElectron, rootFlags, whyElectronFails } from './electron.mjs';
import { endsInWords, inWords, Refusal, say } from './say.mjs';
import { servePage } from './servePage.mjs';

/** Whether a window could be seen here. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Runs the program from its folder and answers its exit code and how long it lived. */
export function runElectron(electron, args, options = {}) {
  const startedAt = Date.now();
  return new Promise((resolve, reject) => {
    const child = spawn(electron.executable, [...rootFlags(), root, ...args], {
      stdio: 'inherit',
      ...options,
    });
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code: code ?? (signal ? 1 : 0), livedMs: Date.now() - startedAt }),
    );
  });
}

async function start() {
  const args = process.argv.slice(2);
  await buildIfNeeded();
  if (isCommand(args)) return (await runElectron(await findElectron(), args)).code;
  if (!hasDisplay()) {
    return serve({ fr: 'Aucun écran ici pour une fenêtre.', en: 'No display here for a window.' });
  }
  const outcome = await openWindow(args);
  return typeof outcome === 'number' ? outcome : serve(outcome);
}

/** The exit code once the window has been closed, or why it could not be opened. */
async function openWindow(args) {
  let electron;
  try {
    electron = await findElectron();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { fr: error.message, en: error.message };
  }
  const failure = whyElectronFails(electron);
  if (failure !== null) {
    return {
      fr: `Electron ne démarre pas ici (${failure}) : installer la bibliothèque qui manque.`,
      en: `Electron cannot start here (${failure}): install the library that is missing.`,
    };
  }
  const { code, livedMs } = await runElectron(electron, args);
  if (code === 0 || livedMs > 10_000) return code;
  return {
    fr: `La fenêtre n’a pas pu s’ouvrir (code ${code}).`,
    en: `The window could not open (exit code ${code}).`,
  };
}

function isCommand([first]) {
  return first === 'export' || first === '--help' || first === '-h' || first === '--version';
}

async function serve(why) {
  const { address, isUsual } = await servePage();
  say(why);
  if (!isUsual) {
    say({
      fr: 'Le port habituel est pris : à cette autre adresse, le navigateur garde d’autres données.',
      en: 'The usual port is taken: at this other address, the browser keeps other data.',
    });
  }
  process.stdout.write(
    `${inWords({ fr: `Régie est servie à ${address} (Ctrl+C pour arrêter).`, en: `Régie is served at ${address} (Ctrl+C to stop).` })}\n`,
  );
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await endsInWords(start);
