import { mkdir, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeBillOfMaterials } from '../../build/billOfMaterials.mjs';
import { type Licence, licencesIn, packageFolder } from '../../build/licences';
import { aFolder } from '../support/folder';

async function aPackage(license: string | undefined, files: Record<string, string>): Promise<string> {
  const folder = join(await aFolder(), 'planted');
  await mkdir(folder);
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'planted', version: '1.2.3', license }),
  );
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

describe('a package in the program', () => {
  test('is listed with its licence and all the text that belongs to it', async () => {
    const folder = await aPackage('Apache-2.0', { LICENSE: 'Apache\n', NOTICE: 'by us\n', 'index.js': '' });
    expect(licencesIn([folder])).toEqual([
      { name: 'planted', version: '1.2.3', licence: 'Apache-2.0', text: 'Apache\n\nby us' },
    ]);
  });

  test.each([['GPL-3.0-only'], ['AGPL-3.0'], ['UNLICENSED'], ['(MIT OR GPL-2.0)'], [undefined]])(
    'under %s ends the build',
    async (license) => {
      const folder = await aPackage(license, { LICENSE: 'text' });
      expect(() => licencesIn([folder])).toThrow(/^planted 1\.2\.3 may not be shipped/);
    },
  );

  test('without the text of its licence ends the build', async () => {
    const folder = await aPackage('MIT', { 'README.md': 'MIT' });
    expect(() => licencesIn([folder])).toThrow(/brings no text/);
  });
});

describe('what is built', () => {
  let listed: Licence[];
  let shipped: string[];
  beforeAll(async () => {
    const [page, host] = [await built('page'), await built('host')];
    const list = page.find(({ fileName }) => fileName === 'licences.json');
    listed = JSON.parse(String(list?.type === 'asset' && list.source)) as Licence[];
    shipped = [...new Set([...page, ...host].flatMap(packagesIn))].toSorted();
  }, 120_000);

  test('has in its list of licences every package of which a line is in it', () => {
    const names = listed.map(({ name, version }) => `${name} ${version}`);
    expect(shipped.length).toBeGreaterThan(40);
    expect(shipped.filter((name) => !names.includes(name))).toEqual([]);
  });

  test('keeps the attribution of the public holidays, and the typeface’s licence', () => {
    const of = (name: string) => listed.find((each) => each.name === name);
    expect(of('date-holidays')?.licence).toBe('ISC AND CC-BY-SA-3.0');
    expect(of('date-holidays')?.text).toMatch(/CC BY-SA 3\.0 Attributions[\s\S]*wikipedia\.org/);
    expect(of('@fontsource-variable/inter')?.text).toMatch(/SIL Open Font License/i);
  });

  test('has a bill of materials that names all of it, Electron too, and nothing of this machine', async () => {
    const bill = await writeBillOfMaterials('45.0.0');
    const named = bill.components.map(
      ({ name, version }: { name: string; version: string }) => `${name} ${version}`,
    ) as string[];
    expect([bill.bomFormat, bill.metadata.component.name]).toEqual(['CycloneDX', 'regie']);
    expect([...shipped, 'electron 45.0.0'].filter((name) => !named.includes(name))).toEqual([]);
    expect(JSON.stringify(bill)).not.toContain(process.cwd());
  });
});

type Output = Rollup.OutputAsset | Rollup.OutputChunk;

async function built(part: 'page' | 'host'): Promise<Output[]> {
  const answer = (await build({
    configFile: `build/vite.${part}.config.ts`,
    logLevel: 'silent',
    build: { write: false, sourcemap: true },
  })) as Rollup.RollupOutput | Rollup.RollupOutput[];
  return [answer].flat().flatMap(({ output }) => output as Output[]);
}

/** From the source maps, which know where each line came from: another way than the list's own. */
function packagesIn(output: Output): string[] {
  if (output.type !== 'asset' || !output.fileName.endsWith('.map')) return [];
  const { sources } = JSON.parse(String(output.source)) as { sources: string[] };
  return sources.flatMap((source) => {
    const folder = packageFolder(source)?.replace(/^.*?(?=node_modules\/)/, '');
    if (!folder) return [];
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Licence;
    return [`${name} ${version}`];
  });
}
