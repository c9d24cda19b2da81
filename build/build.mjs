import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endsInWords, Refusal } from './say.mjs';

export const root = resolve(import.meta.dirname, '..');
const stamp = join(root, 'out/.built');
const sources = [
  'electron',
  'renderer',
  'shared',
  'build',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Page, host and preload into `out/`. Throws a `Refusal` that points to what the compiler said, already on the screen. */
export async function build() {
  const startedAt = new Date();
  await Promise.all([vite('page'), vite('host').then(() => vite('preload'))]);
  await mkdir(join(root, 'out'), { recursive: true });
  await writeFile(stamp, startedAt.toISOString());
}

/** The host for `npm run dev`: into `out/dev`, which knows a development server and is never packaged. */
export async function buildDevelopmentHost() {
  await vite('host', '--mode', 'development');
  await vite('preload', '--mode', 'development');
  const { name, productName, version, type } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const manifest = { name, productName, version, type, main: 'electron/main.js' };
  await writeFile(join(root, 'out/dev/package.json'), JSON.stringify(manifest));
}

/** Builds unless nothing has changed since the last time. */
export async function buildIfNeeded() {
  const builtAt = await stat(stamp).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  const changedAt = Math.max(...(await Promise.all(sources.map((name) => newest(join(root, name))))));
  if (builtAt < changedAt) await build();
}

function vite(part, ...options) {
  const config = join(root, `build/vite.${part}.config.ts`);
  return run(['build', '--config', config, '--logLevel', 'warn', ...options]);
}

function run(args) {
  return new Promise((done, refuse) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('close', (code) =>
      code === 0
        ? done()
        : refuse(
            new Refusal({
              fr: 'La construction a échoué : corriger l’erreur ci-dessus, ou relancer « npm ci » si un paquet manque.',
              en: 'The build failed: fix the error above, or run "npm ci" again if a package is missing.',
            }),
          ),
    );
  });
}

async function newest(path) {
  const found = await stat(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = await Promise.all((await readdir(path)).map((name) => newest(join(path, name))));
  return Math.max(found.mtimeMs, ...inside);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await endsInWords(build);
