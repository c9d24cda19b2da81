import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';
import { build, root } from './build.mjs';
import { findElectron } from './electron.mjs';
import { executableIn, packageFlavour } from './package.mjs';
import { say } from './say.mjs';
import { hasDisplay } from './start.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

const inside = '--inside';

/** What the caller was asked, without this script's own flag. */
export function asked() {
  return process.argv.slice(2).filter((argument) => argument !== inside);
}

/**
 * Packages the program as it stands, makes a display where there is none, and runs `work(load, program)`: `load` reads a TypeScript module of the project,
 * `program` is the executable to drive. Answers the exit code.
 */
export async function drive(work) {
  if (process.argv.includes(inside)) return insideDisplay(work);
  await ensureSystemPackages();
  say({ fr: 'Construction et empaquetage…', en: 'Building and packaging…' });
  await build();
  const program = executableIn(await packageFlavour('test', await findElectron()));
  const command = [process.execPath, ...process.argv.slice(1), inside];
  const [first, ...others] = hasDisplay()
    ? command
    : ['xvfb-run', '-a', '-s', '-screen 0 2000x1300x24', ...command];
  return new Promise((resolve) => {
    const env = { ...process.env, REGIE_PROGRAM: program };
    const child = spawn(first, others, { cwd: root, stdio: 'inherit', env });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function insideDisplay(work) {
  const vite = await createServer({
    configFile: join(root, 'build/vite.page.config.ts'),
    root,
    server: { middlewareMode: true, hmr: false, watch: null },
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
  });
  try {
    await work((path) => vite.ssrLoadModule(path), process.env.REGIE_PROGRAM);
    return 0;
  } finally {
    await vite.close();
  }
}
