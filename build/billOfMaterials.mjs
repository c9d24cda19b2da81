import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './build.mjs';

/** Packaged beside the program, under this name. */
export const billOfMaterials = 'regie.cdx.json';

/**
 * Writes `out/regie.cdx.json`: what the program is made of, in CycloneDX, from the lockfile as npm reads it, and the Electron that it
 * is packaged with. Says nothing of this machine. npm leaves out what only serves development, but also what serves both: the choice
 * is made here, from the graph.
 */
export async function writeBillOfMaterials(/** @type {string | undefined} */ electronVersion) {
  const { name, version, description, dependencies, devDependencies } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  );
  const bill = JSON.parse(await npm('sbom', '--sbom-format=cyclonedx', '--package-lock-only'));
  const electron = electronVersion ?? devDependencies.electron;
  const program = `${name}@${version}`;
  const direct = Object.entries(dependencies).map((each) => each.join('@'));
  const needed = new Set(
    bill.components.filter(({ scope }) => scope === 'required').map((component) => component['bom-ref']),
  );
  const shipped = reachable(direct, bill.dependencies, needed);
  bill.metadata.component = {
    'bom-ref': program,
    type: 'application',
    name,
    version,
    description,
    purl: `pkg:npm/${program}`,
  };
  bill.components = [
    ...bill.components.filter((component) => shipped.has(component['bom-ref'])),
    {
      'bom-ref': `electron@${electron}`,
      type: 'framework',
      name: 'electron',
      version: electron,
      purl: `pkg:npm/electron@${electron}`,
      licenses: [{ license: { id: 'MIT' } }],
    },
  ];
  bill.dependencies = [
    { ref: program, dependsOn: [...direct, `electron@${electron}`] },
    ...bill.dependencies.filter(({ ref }) => shipped.has(ref)),
  ];
  await writeFile(join(root, 'out', billOfMaterials), `${JSON.stringify(bill, null, 2)}\n`);
  return bill;
}

function reachable(from, graph, needed) {
  const next = new Map(
    graph.map(({ ref, dependsOn }) => [ref, dependsOn.filter((each) => needed.has(each))]),
  );
  const found = new Set(from);
  for (const ref of found) for (const other of next.get(ref) ?? []) found.add(other);
  return found;
}

function npm(...args) {
  const [command, ...before] = process.env.npm_execpath
    ? [process.execPath, process.env.npm_execpath]
    : ['npm'];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...before, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let complained = '';
    child.stdout.setEncoding('utf8').on('data', (part) => (said += part));
    child.stderr.setEncoding('utf8').on('data', (part) => (complained += part));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`npm ${args[0]}: ${complained}`)),
    );
  });
}
