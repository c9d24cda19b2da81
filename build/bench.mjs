import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';
import { build, root } from './build.mjs';
import { findElectron } from './electron.mjs';
import { executableIn, packageFlavour } from './package.mjs';
import { endsInWords, say } from './say.mjs';
import { hasDisplay } from './start.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

const inside = '--inside';

/**
 * `npm run bench`: the real program on the two sizes of data, then its calendar beside others on the same events. Medians, and ratios where there is
 * a peer. `npm run bench -- app` or `-- calendars` for one of them.
 */
async function bench() {
  const [only] = process.argv.slice(2).filter((argument) => argument !== inside);
  if (!process.argv.includes(inside)) {
    await ensureSystemPackages();
    say({ fr: 'Construction et empaquetage…', en: 'Building and packaging…' });
    await build();
    const program = executableIn(await packageFlavour('test', await findElectron()));
    return again(program);
  }
  const vite = await createServer({
    configFile: join(root, 'build/vite.page.config.ts'),
    root,
    server: { host: '127.0.0.1', port: 0 },
    logLevel: 'error',
    optimizeDeps: { entries: ['tests/bench/calendars.html'] },
  });
  await vite.listen();
  try {
    if (only !== 'calendars') {
      const { benchApp } = await vite.ssrLoadModule('/tests/bench/app.ts');
      await benchApp(process.env.REGIE_PROGRAM);
    }
    if (only !== 'app') {
      const { benchCalendars } = await vite.ssrLoadModule('/tests/bench/calendars.ts');
      await benchCalendars(vite.resolvedUrls.local[0]);
    }
  } finally {
    await vite.close();
  }
  return 0;
}

/** The same again, with a display. */
function again(program) {
  const command = [process.execPath, ...process.argv.slice(1), inside];
  const [first, ...others] = hasDisplay()
    ? command
    : ['xvfb-run', '-a', '-s', '-screen 0 1600x1200x24', ...command];
  return new Promise((resolve) => {
    const child = spawn(first, others, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, REGIE_PROGRAM: program },
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

await endsInWords(bench);
