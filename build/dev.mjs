import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';
import { buildDevelopmentHost, root } from './build.mjs';
import { findElectron, rootFlags, whyElectronFails } from './electron.mjs';
import { endsInWords, Refusal, say } from './say.mjs';
import { hasDisplay } from './start.mjs';

/** The page with hot replacement, in any browser; and the desktop window on it where there is a display. */
async function develop() {
  const server = await createServer({ configFile: join(root, 'build/vite.page.config.ts') });
  await server.listen();
  const address = server.resolvedUrls?.local[0];
  say({ fr: `La page : ${address}`, en: `The page: ${address}` });
  const electron = hasDisplay() ? await electronOrNull() : null;
  if (electron) {
    await buildDevelopmentHost();
    await new Promise((resolve) => {
      const child = spawn(
        electron.executable,
        [...rootFlags(), join(root, 'out/dev'), ...process.argv.slice(2)],
        {
          stdio: 'inherit',
          env: { ...process.env, REGIE_DEVELOPMENT_PAGE: `${address}index.html` },
        },
      );
      child.on('close', resolve);
    });
  } else {
    await new Promise((resolve) => process.once('SIGINT', resolve));
  }
  await server.close();
}

async function electronOrNull() {
  try {
    const electron = await findElectron();
    return whyElectronFails(electron) === null ? electron : null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say({ fr: error.message, en: error.message });
    return null;
  }
}

await endsInWords(develop);
