import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

type Manifest = {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
type Lock = { packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }> };

test('no package runs code while it is installed, and every version is exact', async () => {
  const settings = (await readFile('.npmrc', 'utf8')).split('\n').filter((line) => /^[a-z]/.test(line));
  const { scripts, dependencies, devDependencies } = JSON.parse(
    await readFile('package.json', 'utf8'),
  ) as Manifest;
  expect(settings).toContain('ignore-scripts=true');
  expect(settings).toContain('save-exact=true');
  expect(Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare|publish)/.test(name))).toEqual(
    [],
  );
  expect(
    Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    ),
  ).toEqual([]);
});

test('the lockfile holds the fingerprint of everything it names', async () => {
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as Lock;
  const loose = Object.entries(packages).filter(
    ([path, { integrity }]) => path !== '' && !integrity?.startsWith('sha512-'),
  );
  expect(loose.map(([path]) => path)).toEqual([]);
});
