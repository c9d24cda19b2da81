import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { reportFile } from '@shared/interchange/reportHtml';
import { workspaceFromArchive, workspaceFromRecords } from '@shared/interchange/workspaceFile';
import type { ReportDocument } from '@shared/report/document';
import { logoAddress } from '@shared/report/logo';
import { reportFromWorkspace } from '@shared/report/reportFromWorkspace';
import { attachmentsIn } from './attachments';
import { writeAtomically } from './files';
import { journalFolder } from './journal';
import { type FoundSnapshot, isSound, snapshotFolder, snapshotsIn, tablesOf } from './snapshots';
import type { Language } from './menu';

export type Order =
  | Readonly<{ kind: 'window' }>
  | Readonly<{ kind: 'help' }>
  | Readonly<{ kind: 'version' }>
  | Readonly<{ kind: 'wrong'; problem: Problem; detail: string }>
  | Readonly<{
      kind: 'export';
      workspace: string;
      event: string;
      format: Format;
      out: string;
      language: Language | null;
    }>;

const formats = ['pdf', 'html'] as const;
type Format = (typeof formats)[number];
const options = ['workspace', 'event', 'format', 'out', 'language'] as const;
type Option = (typeof options)[number];

/** What the rest of the program does for an export. */
export type Means = {
  language: Language;
  version: string;
  /** `YYYY-MM-DDTHH:MMZ`. */
  now: string;
  pageFolder: string;
  printPages: (document: ReportDocument) => Promise<Uint8Array>;
  say: (line: string) => void;
  complain: (line: string) => void;
};

/** What the command line asks for. Every option must be known, given once, with a value. */
export function readOrder(given: readonly string[]): Order {
  const [first, ...rest] = given;
  if (first === undefined || /^--profile(=|$)/.test(first)) return { kind: 'window' };
  if (first === '--help' || first === '-h') return { kind: 'help' };
  if (first === '--version') return { kind: 'version' };
  if (first !== 'export') return { kind: 'wrong', problem: 'unknownCommand', detail: first };
  if (rest.includes('--help') || rest.includes('-h')) return { kind: 'help' };
  return readExport(rest);
}

/** Does what was ordered, and answers the exit code: 0 done, 1 it could not be done, 2 it was asked wrongly. */
export async function fulfil(order: Exclude<Order, { kind: 'window' }>, means: Means): Promise<number> {
  const { language, version, say, complain } = means;
  switch (order.kind) {
    case 'help':
      say(help[language]);
      return 0;
    case 'version':
      say(`Régie ${version}`);
      return 0;
    case 'wrong':
      complain(`regie: ${sentences[language][order.problem](order.detail)}`);
      return 2;
    case 'export':
      try {
        await exportReport(order, means);
        return 0;
      } catch (error) {
        complain(`regie: ${sentenceOf(error, language)}`);
        return 1;
      }
  }
}

/** Something of the world that stands in the way, told in the terminal's language. */
class Refusal extends Error {
  readonly problem: Problem;
  readonly detail: string;
  constructor(problem: Problem, detail: string) {
    super(problem);
    this.problem = problem;
    this.detail = detail;
  }
}

function readExport(rest: readonly string[]): Order {
  const values = new Map<Option, string>();
  for (let index = 0; index < rest.length; index += 1) {
    const argument = rest[index] ?? '';
    const [, name = '', inline] = /^--([a-z]+)(?:=(.*))?$/s.exec(argument) ?? [];
    const option = options.find((each) => each === name);
    if (!option) return { kind: 'wrong', problem: 'unknownOption', detail: argument };
    if (values.has(option)) return { kind: 'wrong', problem: 'givenTwice', detail: `--${option}` };
    const value = inline ?? rest[(index += 1)];
    if (!value || (inline === undefined && value.startsWith('--'))) {
      return { kind: 'wrong', problem: 'noValue', detail: `--${option}` };
    }
    values.set(option, value);
  }
  const missing = (['workspace', 'event', 'format', 'out'] as const).find((option) => !values.has(option));
  if (missing) return { kind: 'wrong', problem: 'missingOption', detail: `--${missing}` };
  const format = formats.find((each) => each === values.get('format'));
  if (!format) return { kind: 'wrong', problem: 'unknownFormat', detail: values.get('format') ?? '' };
  const language = values.get('language') ?? null;
  if (language !== null && language !== 'fr' && language !== 'en') {
    return { kind: 'wrong', problem: 'unknownLanguage', detail: language };
  }
  const text = (option: Option) => values.get(option) ?? '';
  return {
    kind: 'export',
    workspace: text('workspace'),
    event: text('event'),
    format,
    out: text('out'),
    language,
  };
}

async function exportReport(order: Extract<Order, { kind: 'export' }>, means: Means): Promise<void> {
  const { workspace, fileOf } = await readWorkspace(resolve(order.workspace));
  const answer = await reportFromWorkspace({
    workspace,
    event: order.event,
    language: order.language,
    machineLanguage: means.language,
    now: means.now,
    logoOf: async (id) => {
      const bytes = await fileOf(id);
      return bytes && logoAddress(bytes);
    },
  });
  if (answer.kind === 'noSuchEvent') throw new Refusal('noSuchEvent', order.event);
  if (answer.kind === 'severalEvents') throw new Refusal('severalEvents', answer.names.join(' · '));
  const bytes =
    order.format === 'pdf'
      ? await means.printPages(answer.document)
      : Buffer.from(reportFile(answer.document, await fontAddresses(means.pageFolder)));
  await writeAtomically(resolve(order.out), bytes).catch((error: unknown) => {
    throw new Refusal('cannotWrite', `${order.out}: ${reasonOf(error)}`);
  });
  means.say(order.out);
}

type ReadWorkspace = {
  workspace: Parameters<typeof reportFromWorkspace>[0]['workspace'];
  fileOf: (id: string) => Promise<Uint8Array | null>;
};

/** A folder is a profile, read through its journal and never locked; a file is an archive. */
async function readWorkspace(path: string): Promise<ReadWorkspace> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new Refusal('noSuchPlace', path);
  if (!found.isDirectory()) return readArchiveFile(path);
  if (!(await stat(journalFolder(path)).catch(() => null))) throw new Refusal('notAProfile', path);
  try {
    const snapshots = await snapshotsIn(snapshotFolder(path)).catch((): FoundSnapshot[] => []);
    const { tables } = await tablesOf(path, snapshots.filter(isSound), Number.POSITIVE_INFINITY);
    return { workspace: workspaceFromRecords(tables), fileOf: attachmentsIn(path).get };
  } catch (error) {
    throw new Refusal('damagedJournal', reasonOf(error));
  }
}

async function readArchiveFile(path: string): Promise<ReadWorkspace> {
  const answer = await workspaceFromArchive(new Uint8Array(await readFile(path)));
  if (answer.kind === 'refused') {
    throw new Refusal('badArchive', [answer.problem.code, answer.problem.place].filter(Boolean).join(' '));
  }
  return { workspace: answer.workspace, fileOf: async (id) => answer.attachments.get(id) ?? null };
}

/** The program's typeface out of the built page, for a file that must stand alone. */
async function fontAddresses(pageFolder: string): Promise<Parameters<typeof reportFile>[1]> {
  const assets = join(pageFolder, 'assets');
  const names = await readdir(assets).catch(() => []);
  const addressOf = async (font: string) => {
    const name = names.find(
      (each) => each.startsWith(`inter-${font}-wght-normal`) && each.endsWith('.woff2'),
    );
    return name && `data:font/woff2;base64,${(await readFile(join(assets, name))).toString('base64')}`;
  };
  const [latin, latinExt] = [await addressOf('latin'), await addressOf('latin-ext')];
  return latin ? { latin, ...(latinExt ? { latinExt } : {}) } : null;
}

function sentenceOf(error: unknown, language: Language): string {
  if (error instanceof Refusal) return sentences[language][error.problem](error.detail);
  return sentences[language].failed(reasonOf(error));
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}

type Sentence = (detail: string) => string;
const frenchSentences = {
  unknownCommand: (detail: string) => `commande inconnue « ${detail} » ; voir regie --help`,
  unknownOption: (detail: string) => `option inconnue « ${detail} » ; voir regie --help`,
  givenTwice: (detail: string) => `${detail} est donné deux fois`,
  noValue: (detail: string) => `${detail} attend une valeur`,
  missingOption: (detail: string) => `${detail} manque ; voir regie --help`,
  unknownFormat: (detail: string) => `format inconnu « ${detail} » : pdf ou html`,
  unknownLanguage: (detail: string) => `langue inconnue « ${detail} » : fr ou en`,
  noSuchPlace: (detail: string) => `${detail} n’existe pas`,
  notAProfile: (detail: string) => `${detail} n’est pas un profil de Régie : il n’a pas de journal`,
  damagedJournal: (detail: string) =>
    `le journal du profil ne peut être lu (${detail}) ; rien n’a été modifié`,
  badArchive: (detail: string) => `l’archive est refusée (${detail})`,
  noSuchEvent: (detail: string) => `aucun événement ne s’appelle « ${detail} »`,
  severalEvents: (detail: string) =>
    `plusieurs événements portent ce nom, donner l’un de ces identifiants : ${detail}`,
  cannotWrite: (detail: string) => `le fichier ne peut être écrit, ${detail}`,
  failed: (detail: string) => `l’export a échoué (${detail}) ; rien n’a été écrit`,
} satisfies Record<string, Sentence>;
type Problem = keyof typeof frenchSentences;

const sentences: Record<Language, Record<Problem, Sentence>> = {
  fr: frenchSentences,
  en: {
    unknownCommand: (detail) => `unknown command "${detail}"; see regie --help`,
    unknownOption: (detail) => `unknown option "${detail}"; see regie --help`,
    givenTwice: (detail) => `${detail} is given twice`,
    noValue: (detail) => `${detail} needs a value`,
    missingOption: (detail) => `${detail} is missing; see regie --help`,
    unknownFormat: (detail) => `unknown format "${detail}": pdf or html`,
    unknownLanguage: (detail) => `unknown language "${detail}": fr or en`,
    noSuchPlace: (detail) => `${detail} does not exist`,
    notAProfile: (detail) => `${detail} is not a profile of Régie: it has no journal`,
    damagedJournal: (detail) => `the profile's journal cannot be read (${detail}); nothing was changed`,
    badArchive: (detail) => `the archive is refused (${detail})`,
    noSuchEvent: (detail) => `no event is called "${detail}"`,
    severalEvents: (detail) => `several events have this name, give one of these identifiers: ${detail}`,
    cannotWrite: (detail) => `the file cannot be written, ${detail}`,
    failed: (detail) => `the export failed (${detail}); nothing was written`,
  },
};

const help: Record<Language, string> = {
  fr: `Régie

  regie                     ouvre la fenêtre
  regie --profile <dossier> ouvre un autre profil
  regie export --workspace <archive ou profil> --event <identifiant ou nom>
               --format pdf|html --out <fichier> [--language fr|en]
                            écrit le rapport d’un événement, sans fenêtre
  regie --version · regie --help

Code de sortie : 0 fait, 1 impossible, 2 mal demandé ; la raison tient en une ligne.`,
  en: `Régie

  regie                     opens the window
  regie --profile <folder>  opens another profile
  regie export --workspace <archive or profile> --event <identifier or name>
               --format pdf|html --out <file> [--language fr|en]
                            writes the report of an event, without a window
  regie --version · regie --help

Exit code: 0 done, 1 it could not be done, 2 it was asked wrongly; the reason is one line.`,
};
