import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rollup } from 'vite';
import { fromRoot } from './paths.ts';

export type Licence = { name: string; version: string; licence: string; text: string };

/** What may be shipped inside the program: licences that ask for their text to be shown, and for nothing of ours in return. */
const allowed = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'OFL-1.1']);
/** The data of this one is under CC BY-SA 3.0, as its own licence file says and lists; its manifest names an older text. */
const holidays = { name: 'date-holidays', said: '(ISC AND CC-BY-3.0)', licence: 'ISC AND CC-BY-SA-3.0' };
/** Shipped as files of ours, not as modules: the typeface. */
const besideModules = ['@fontsource-variable/inter'];

/**
 * Writes `licences.json` beside the page: every package of which something is in the page or its workers, with its version, its licence
 * and the text of it. A package without a known licence, or without its text, ends the build.
 */
export function licencesOfBundle(): { page: Plugin; worker: Plugin } {
  const folders = new Set<string>();
  const collect = (bundle: Rollup.OutputBundle) => {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
        const folder = renderedLength > 0 ? packageFolder(id) : null;
        if (folder) folders.add(folder);
      }
    }
  };
  return {
    worker: { name: 'licences-of-workers', generateBundle: (_options, bundle) => collect(bundle) },
    page: {
      name: 'licences',
      generateBundle(_options, bundle) {
        collect(bundle);
        for (const name of besideModules) folders.add(fromRoot('node_modules', name));
        const source = JSON.stringify(licencesIn([...folders]));
        this.emitFile({ type: 'asset', fileName: 'licences.json', source });
      },
    },
  };
}

/** By name. Throws on the first package that may not be shipped, saying why. */
export function licencesIn(folders: readonly string[]): Licence[] {
  return folders.map(licenceOf).toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** The folder of the package that a bundled module comes from; `null` for our own. */
export function packageFolder(id: string): string | null {
  const path = id.replace(/^\0/, '').replaceAll('\\', '/');
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/?]+/.exec(path)?.[0] ?? null;
}

function licenceOf(folder: string): Licence {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const isHolidays = name === holidays.name && license === holidays.said;
  const licence = isHolidays ? holidays.licence : (license ?? '');
  if (!isHolidays && !allowed.has(licence))
    throw new Error(`${name} ${version} may not be shipped: its licence is « ${licence || 'not said'} »`);
  const texts = readdirSync(folder).filter((file) =>
    /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i.test(file),
  );
  if (texts.length === 0)
    throw new Error(`${name} ${version} may not be shipped: it brings no text of its licence`);
  const text = texts
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
    .join('\n\n');
  return { name, version, licence, text };
}
