import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

export type Source = { path: string; text: string };
export type Import = { from: string; isType: boolean };

/** A part of the house and what it may use: other parts, and packages that live there. */
type Room = { uses: readonly string[] };

const shared = [
  'shared/domain',
  'shared/interchange',
  'shared/report',
  'shared/roster',
  'shared/seed',
  'shared/ipc.ts',
  'shared/tableDigest.ts',
];
const pageFloor = [
  ...shared,
  'renderer/ui',
  'renderer/host',
  'renderer/i18n',
  'renderer/navigation',
  'renderer/data',
];

/**
 * Rules 1 to 4 of docs/architecture.md as a table: each part and the parts that it may import besides itself. The longest name that
 * begins a path is its part; what is in no part is refused.
 */
export const rooms: Readonly<Record<string, Room>> = {
  'shared/domain': { uses: [] },
  'shared/roster': { uses: ['shared/domain'] },
  'shared/report': { uses: ['shared/domain'] },
  'shared/interchange': { uses: ['shared/domain', 'shared/report'] },
  'shared/seed': { uses: ['shared/domain', 'shared/interchange'] },
  'shared/ipc.ts': { uses: ['shared/domain', 'shared/tableDigest.ts'] },
  'shared/tableDigest.ts': { uses: [] },

  /** Of a workspace the host knows tables, keys and JSON: what they add up to, and how a zip holds them. */
  electron: {
    uses: ['shared/ipc.ts', 'shared/tableDigest.ts', 'shared/interchange/zip.ts', 'electron/cli.ts'],
  },
  'electron/preload.ts': { uses: ['shared/ipc.ts'] },
  'electron/cli.ts': { uses: ['electron', 'shared/ipc.ts', 'shared/report', 'shared/interchange'] },

  'renderer/ui': { uses: ['shared/domain/text.ts', 'shared/interchange/htmlNode.ts'] },
  'renderer/host': { uses: ['shared/ipc.ts'] },
  'renderer/i18n': { uses: ['shared/domain'] },
  'renderer/navigation': { uses: ['shared/domain'] },
  'renderer/data': { uses: [...shared, 'renderer/host'] },
  'renderer/workers': { uses: [...shared, 'renderer/data'] },
  /** From a file to one change, for any noun: the room that the imports of features are made in. */
  'renderer/csvImport': {
    uses: [...shared, 'renderer/ui', 'renderer/host', 'renderer/i18n', 'renderer/workers'],
  },
  'renderer/features': { uses: [...pageFloor, 'renderer/workers', 'renderer/csvImport'] },
  'renderer/app': { uses: [...pageFloor, 'renderer/workers', 'renderer/features'] },
  /** The page that the unattended command line loads to make pages of a report. */
  'renderer/print.ts': { uses: [...pageFloor, 'renderer/features'] },
  'renderer/main.tsx': { uses: [...pageFloor, 'renderer/app', 'package.json'] },
};

const page = Object.keys(rooms).filter((room) => room.startsWith('renderer/'));
const anywhere = Object.keys(rooms);

/** Each package and its home. One that is not named here has none yet: give it one, on purpose. */
export const homes: Readonly<Record<string, readonly string[]>> = {
  zod: anywhere,
  'date-fns': anywhere,
  '@date-fns/tz': anywhere,
  'date-holidays': ['shared/domain', 'shared/interchange', 'shared/seed', 'renderer/data'],
  papaparse: ['shared/interchange'],
  fflate: ['shared/interchange'],
  'write-excel-file': ['shared/interchange'],
  'age-encryption': ['shared/interchange'],
  uuid: [...page, 'shared/interchange'],
  electron: ['electron', 'electron/preload.ts', 'electron/cli.ts'],
  dexie: ['renderer/data'],
  'dexie-react-hooks': ['renderer/data'],
  'react-big-calendar': ['renderer/features/calendar'],
  react: page,
  'react-dom': page,
  'react-i18next': page,
  i18next: ['renderer/i18n'],
  '@tanstack/react-router': ['renderer/navigation', 'renderer/app'],
  '@tanstack/react-virtual': page,
  'react-aria-components': page,
  'react-aria': page,
  '@internationalized/date': page,
  'lucide-react': ['renderer/ui'],
  '@fontsource-variable/inter': ['renderer/ui'],
};

/** All that breaks the table, as sentences with the file; empty when the house stands. */
export function problemsIn(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => [
    ...placeProblems(source),
    ...importsOf(source.text).flatMap((each) => importProblems(source.path, each)),
  ]);
}

/** Every `import`, `export … from`, `import()` and `new URL(…, import.meta.url)` of a file. */
export function importsOf(text: string): Import[] {
  const found: Import[] = [];
  const take = (pattern: RegExp, isType: (match: RegExpMatchArray) => boolean) => {
    for (const match of text.matchAll(pattern))
      found.push({ from: match.at(-1) ?? '', isType: isType(match) });
  };
  take(/^(?:import|export)\b([^'"`;]*?)\bfrom\s*['"]([^'"]+)['"]/gm, ([, clause = '']) =>
    isTypeClause(clause),
  );
  take(/^import\s*['"]([^'"]+)['"]/gm, () => false);
  take(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g, () => false);
  take(/\bnew URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g, () => false);
  return found;
}

/** The source files under these folders, with paths as the table writes them. */
export function sourcesUnder(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => ({ path, text: readFileSync(join(path), 'utf8') })),
  );
}

function isTypeClause(clause: string): boolean {
  const names = /\{([^}]*)\}/
    .exec(clause)?.[1]
    ?.split(',')
    .filter((name) => name.trim() !== '');
  return /^\s*type\b/.test(clause) || (names?.every((name) => /^\s*type\s/.test(name)) ?? false);
}

function placeProblems({ path, text }: Source): string[] {
  const problems: string[] = [];
  if (roomOf(path) === null && !path.startsWith('tests/'))
    problems.push(`${path} stands in no room of the house`);
  if (/(^|\/)index\.tsx?$/.test(path))
    problems.push(`${path} is an index file: import from the file that has the thing`);
  if (/^export default\b/m.test(text)) problems.push(`${path} has a default export`);
  return problems;
}

function importProblems(path: string, { from, isType }: Import): string[] {
  const room = roomOf(path);
  if (room === null) return [];
  if (room === 'electron/preload.ts' && !isType && from !== 'electron') {
    return [`${path} imports ${from}: the preload imports types only`];
  }
  const target = targetOf(path, from);
  return target === null ? packageProblems(path, room, from) : neighbourProblems(path, room, target);
}

function packageProblems(path: string, room: string, from: string): string[] {
  if (from.startsWith('node:')) {
    return room.startsWith('electron') ? [] : [`${path} imports ${from}: only the host knows Node`];
  }
  const name = /^(@[^/]+\/[^/]+|[^/]+)/.exec(from)?.[1] ?? from;
  const home = homes[name];
  if (home === undefined) return [`${path} imports ${name}, which has no home in the table`];
  const lives = home.some((each) => each === room || path.startsWith(`${each}/`));
  return lives ? [] : [`${path} imports ${name}, which lives in ${home.join(', ')}`];
}

function neighbourProblems(path: string, room: string, target: string): string[] {
  const targetRoom = roomOf(target) ?? target;
  if (room === 'renderer/features' && targetRoom === room) {
    const [feature, other] = [featureOf(path), featureOf(target)];
    return feature === other ? [] : [`${path} imports ${target}: features do not know each other`];
  }
  if (targetRoom === room) return [];
  const { uses } = rooms[room] ?? { uses: [] };
  const mayUse = uses.some((each) => each === targetRoom || each === target || each === `${target}.ts`);
  return mayUse ? [] : [`${path} imports ${target}: ${room} may not use ${targetRoom}`];
}

function roomOf(path: string): string | null {
  const candidates = Object.keys(rooms).filter(
    (room) => path === room || path.startsWith(`${room}/`) || `${path}.ts` === room || `${path}.tsx` === room,
  );
  return candidates.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

/** The path that an import names, or `null` for a package. */
function targetOf(path: string, from: string): string | null {
  if (from.startsWith('@shared/') || from.startsWith('@renderer/')) return from.slice(1);
  return from.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), from)) : null;
}

function featureOf(path: string): string | undefined {
  return path.split('/')[2];
}
