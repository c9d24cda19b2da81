import { type RecordOf, type TableName, tableNames } from './changeSet';
import type { ErasedName, Erasure } from './erasure';
import {
  areNear,
  emailKey,
  emailsIn,
  keyOf,
  mostNameWords,
  nameKey,
  type Person,
  phoneKey,
  phonesIn,
  wordsOf,
} from './person';
import { eachText } from './personalData';
import {
  type MaskWords,
  masked,
  matcherOf,
  mentionsInRecord,
  type PersonMatcher,
  recordWithout,
} from './personMentions';
import type { Attachment, EventId, PlannedEvent } from './plannedEvent';
import type { Settings } from './settings';
import type { Day } from './time';
import type { Workspace } from './workspace';

/** What stands where an erased person stood, in the language of the workspace. */
export function erasedWords(language: Settings['language']): MaskWords {
  return { person: language === 'en' ? 'Erased person' : 'Personne effacée', text: '[…]' };
}

export type ChangedRecord = { [T in TableName]: Readonly<{ table: T; record: RecordOf<T> }> }[TableName];

/** A file whose name names the person. What it holds cannot be read here: somebody decides. */
export type NamedFile = Readonly<{ eventId: EventId; eventName: string; attachment: Attachment }>;

/** What an erasure will do, to be shown before it is done. */
export type ErasurePlan = Readonly<{
  person: Person;
  /** How many records change, by table; tables without any are left out. */
  counts: Readonly<Partial<Record<TableName, number>>>;
  places: readonly Readonly<{ table: TableName; key: string }>[];
  files: readonly NamedFile[];
}>;

export function erasurePlanOf(workspace: Workspace, person: Person): ErasurePlan {
  const find = matcherOf(person);
  const counts: Partial<Record<TableName, number>> = {};
  const places: { table: TableName; key: string }[] = [];
  for (const table of tableNames) {
    for (const record of workspace[table]) {
      if (mentionsInRecord(table, record, find).length === 0) continue;
      counts[table] = (counts[table] ?? 0) + 1;
      places.push({ table, key: record.id });
    }
  }
  return { person, counts, places, files: filesNaming(workspace.events, find) };
}

/** The records without the person, only those that change, and without the files that go. */
export function recordsWithout(
  workspace: Workspace,
  find: PersonMatcher,
  words: MaskWords,
  removedFiles: ReadonlySet<string>,
): ChangedRecord[] {
  return tableNames.flatMap((table) =>
    (workspace[table] as readonly RecordOf<typeof table>[]).flatMap((record) => {
      const lighter = table === 'events' ? withoutFiles(record as PlannedEvent, removedFiles) : record;
      const made = recordWithout(table, lighter, find, words);
      return made === record ? [] : [{ table, record: made } as ChangedRecord];
    }),
  );
}

/** The record of an erasure: digests of each name, address and number, with the salt of those made before, or a new one. */
export async function erasureOf(
  person: Person,
  facts: Readonly<{ id: string; salt: string; on: Day; attachmentIds: readonly string[] }>,
): Promise<Erasure> {
  const keys: [ErasedName['kind'], string][] = [
    ...person.names.map((name): [ErasedName['kind'], string] => ['name', nameKey(name)]),
    ...person.emails.map((email): [ErasedName['kind'], string] => ['email', emailKey(email)]),
    ...person.phones.map((phone): [ErasedName['kind'], string] => ['phone', phoneKey(phone)]),
  ];
  const names: ErasedName[] = [];
  for (const [kind, key] of keys) {
    const words = key.split(' ');
    if (key === '' || words.length > mostNameWords) continue;
    names.push({
      kind,
      words: words.length,
      check: checkOf(words.map((word) => sumOf(facts.salt, word))),
      digest: await digestOf(facts.salt, kind, key),
    });
  }
  return {
    id: facts.id,
    salt: facts.salt,
    names,
    erasedOn: facts.on,
    status: 'pending',
    attachmentIds: [...facts.attachmentIds],
  };
}

export type Reapplied = Readonly<{
  workspace: Workspace;
  /** Files that must not come back with it. */
  removedFiles: ReadonlySet<string>;
  /** How many records named somebody erased. */
  changed: number;
}>;

/**
 * An older copy, or an import, without the people erased since: to be called on every restore, before anything is written. The erasures
 * that the copy holds count too, and all of them are in the answer. Reads 100 000 tasks in three seconds.
 */
export async function reapplyErasures(
  workspace: Workspace,
  erasures: readonly Erasure[],
  words: MaskWords,
): Promise<Reapplied> {
  const all = new Map([...workspace.erasures, ...erasures].map((erasure) => [erasure.id, erasure]));
  const removedFiles = new Set([...all.values()].flatMap(({ attachmentIds }) => attachmentIds));
  const person = await personRecalled(workspace, [...all.values()]);
  const changed = recordsWithout(workspace, matcherOf(person), words, removedFiles);
  const made: Record<string, readonly unknown[]> = { ...workspace };
  for (const table of new Set(changed.map((each) => each.table))) {
    const byId = new Map(
      changed.filter((each) => each.table === table).map(({ record }) => [record.id as string, record]),
    );
    made[table] = workspace[table].map((record) => byId.get(record.id) ?? record);
  }
  return {
    workspace: { ...(made as unknown as Workspace), erasures: [...all.values()] },
    removedFiles,
    changed: changed.length,
  };
}

/**
 * Everybody erased whom these records still name, put together. Each run of words as long as an erased name is summed; only the few
 * whose sum fits are digested.
 */
export async function personRecalled(workspace: Workspace, erasures: readonly Erasure[]): Promise<Person> {
  const names: Record<ErasedName['kind'], string[]> = { name: [], email: [], phone: [] };
  for (const salt of new Set(erasures.map((erasure) => erasure.salt))) {
    const erased = erasures.filter((erasure) => erasure.salt === salt).flatMap((erasure) => erasure.names);
    const digests = new Set(erased.map(({ kind, digest }) => `${kind} ${digest}`));
    for (const [kind, keys] of Object.entries(candidatesIn(workspace, salt, erased))) {
      for (const key of keys) {
        const digest = await digestOf(salt, kind as ErasedName['kind'], key);
        if (digests.has(`${kind} ${digest}`)) names[kind as ErasedName['kind']].push(key);
      }
    }
  }
  return { names: names.name, emails: names.email, phones: names.phone };
}

function candidatesIn(
  workspace: Workspace,
  salt: string,
  erased: readonly ErasedName[],
): Record<ErasedName['kind'], Set<string>> {
  const found = { name: new Set<string>(), email: new Set<string>(), phone: new Set<string>() };
  const wanted = wantedChecks(erased);
  const sums = new Map<string, number>();
  const sum = (word: string): number => {
    const known = sums.get(word);
    if (known !== undefined) return known;
    const made = sumOf(salt, word);
    sums.set(word, made);
    return made;
  };
  for (const table of tableNames) {
    for (const record of workspace[table]) {
      eachText(table, record, (text) => {
        const words = wordsOf(text);
        const known = words.map(({ folded }) => sum(folded));
        for (const [length, checks] of wanted.names) {
          for (let first = 0; first + length <= words.length; first += 1) {
            if (!checks.has(checkOf(known.slice(first, first + length)))) continue;
            const run = words.slice(first, first + length);
            if (run.every((word, index) => index === 0 || areNear(text, run[index - 1] ?? word, word)))
              found.name.add(keyOf(run.map(({ folded }) => folded)));
          }
        }
        if (wanted.email.size > 0) {
          for (const { key } of emailsIn(text)) {
            if (wanted.email.has(checkOf([sumOf(salt, key)]))) found.email.add(key);
          }
        }
        if (wanted.phone.size > 0) {
          for (const { key } of phonesIn(text, words)) {
            if (wanted.phone.has(checkOf([sumOf(salt, key)]))) found.phone.add(key);
          }
        }
      });
    }
  }
  return found;
}

function wantedChecks(erased: readonly ErasedName[]) {
  const names = new Map<number, Set<number>>();
  for (const { kind, words, check } of erased) {
    if (kind === 'name') names.set(words, (names.get(words) ?? new Set()).add(check));
  }
  const checksOf = (wanted: ErasedName['kind']): Set<number> =>
    new Set(erased.filter(({ kind }) => kind === wanted).map(({ check }) => check));
  return { names, email: checksOf('email'), phone: checksOf('phone') };
}

function filesNaming(events: readonly PlannedEvent[], find: PersonMatcher): NamedFile[] {
  return events.flatMap((event) =>
    event.attachments
      .filter(({ name }) => find(name).length > 0)
      .map((attachment) => ({
        eventId: event.id,
        eventName: masked(event.name, find(event.name), '[…]'),
        attachment,
      })),
  );
}

function withoutFiles(event: PlannedEvent, removed: ReadonlySet<string>): PlannedEvent {
  if (!event.attachments.some(({ id }) => removed.has(id))) return event;
  return { ...event, attachments: event.attachments.filter(({ id }) => !removed.has(id)) };
}

/** Whatever the order of the words. */
function checkOf(sums: readonly number[]): number {
  return sums.reduce((total, each) => total + each, 0) & 0xfff;
}

/** FNV-1a, 32 bits. */
function sumOf(salt: string, word: string): number {
  let hash = 0x811c9dc5;
  for (const text of [salt, word]) {
    for (let index = 0; index < text.length; index += 1)
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

async function digestOf(salt: string, kind: ErasedName['kind'], key: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${salt} ${kind} ${key}`);
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
