import { type ChangeSet, type Label, type RecordOf, type TableName, tableNames } from './changeSet';
import {
  type Person,
  emailKey,
  emailsIn,
  joined,
  nameKey,
  phoneKey,
  phonesIn,
  type Stretch,
  wordsOf,
} from './person';
import { eachText, fieldOf, type TextPath } from './personalData';
import { directoryOf, masked, matcherOf, namesIn, type PersonMatcher, titles } from './personMentions';
import type { PlannedEvent } from './plannedEvent';
import type { Day, Instant } from './time';
import type { Workspace } from './workspace';

/** A text about the person, as `fieldMarks` names its field; other people in it are masked. */
export type AccessField = Readonly<{ field: string; text: string }>;

/** All that one record says about the person. */
export type AccessRecord = Readonly<{
  table: TableName;
  key: string;
  title: string;
  /** The name of its event; empty when it has none. */
  event: string;
  fields: readonly AccessField[];
}>;

/** A change that named the person, and what it wrote about them. */
export type AccessChange = Readonly<{
  at: Instant;
  kind: ChangeSet['kind'];
  label: Label;
  fields: readonly Readonly<{
    table: TableName;
    key: string;
    field: string;
    before: string;
    after: string;
  }>[];
}>;

/** The answer to a request for access: everything about one person, and nobody else's. */
export type AccessExport = Readonly<{
  format: 'regie-access-export';
  formatVersion: 1;
  madeOn: Day;
  person: Person;
  records: readonly AccessRecord[];
  files: readonly Readonly<{ name: string; event: string; addedAt: Instant; bytes: number }>[];
  history: readonly AccessChange[];
}>;

/** What stands for somebody else. */
const elsewhere = '[…]';

/** Beside a name: what the same line says about whoever has it. */
const companions: Readonly<Record<string, readonly string[]>> = {
  'events contacts[].name': ['function', 'organisation', 'phone', 'email'],
  'events contacts[].email': ['function', 'organisation', 'name', 'phone'],
  'tasks owner': ['team', 'status', 'dueOn', 'doneOn'],
  'reports author': ['version', 'establishedOn'],
  'reports recommendations[].owner': ['kind', 'title'],
};

/**
 * Masked are the people of the name fields, addresses and numbers that are not the person's, and what looks like a name: two words with
 * capitals side by side, or one after « M. » or « Mme ». Rather a word too many than somebody else's. Of a long text, only the paragraphs
 * that name the person are given.
 */
export function accessExportOf(
  workspace: Workspace,
  changeSets: readonly ChangeSet[],
  person: Person,
  madeOn: Day,
): AccessExport {
  const find = matcherOf(person);
  const mask = maskOf(workspace, person, find);
  const eventNames = new Map(workspace.events.map((event) => [event.id as string, mask.known(event.name)]));
  const records = tableNames.flatMap((table) =>
    (workspace[table] as readonly RecordOf<TableName>[]).flatMap((record): AccessRecord[] => {
      const fields = fieldsAbout(table, record, find, mask.all);
      if (fields.length === 0) return [];
      const { title, event } = placeOf(table, record, eventNames, mask.all);
      return [{ table, key: record.id, title, event, fields }];
    }),
  );
  const files = workspace.events.flatMap((event) =>
    event.attachments
      .filter(({ name }) => find(name).length > 0)
      .map(({ name, addedAt, bytes }) => ({
        name: mask.all(name),
        event: eventNames.get(event.id) ?? '',
        addedAt,
        bytes,
      })),
  );
  const history = changeSets
    .filter((change) => namesIn(change, find))
    .map((change) => changeAbout(change, find, mask.all));
  return { format: 'regie-access-export', formatVersion: 1, madeOn, person, records, files, history };
}

type Mask = (text: string) => string;

function fieldsAbout(table: TableName, record: object, find: PersonMatcher, mask: Mask): AccessField[] {
  const fields = new Map<string, AccessField>();
  const add = (path: TextPath, text: string): void => {
    const place = path.join('.');
    if (!fields.has(place)) fields.set(place, { field: fieldOf(table, path), text });
  };
  eachText(table, record, (text, _mark, path) => {
    if (find(text).length === 0) return;
    add(path, mask(paragraphsWith(text, find)));
    const line = path.slice(0, -1);
    for (const name of companions[`${table} ${fieldOf(table, path)}`] ?? []) {
      const value = valueAt(record, [...line, name]);
      if (typeof value === 'string' && value !== '') add([...line, name], mask(value));
    }
  });
  return [...fields.values()];
}

function changeAbout(change: ChangeSet, find: PersonMatcher, mask: Mask): AccessChange {
  const { at, kind, label, operations } = change;
  const params = Object.entries(label.params).map(([name, value]) => [
    name,
    typeof value === 'string' ? mask(value) : value,
  ]);
  const fields = operations.flatMap(({ table, key, before, after }) => {
    const places = new Map<string, { field: string; before: string; after: string }>();
    for (const [side, record] of [
      ['before', before],
      ['after', after],
    ] as const) {
      if (record === null) continue;
      for (const [place, { field, text }] of namedTexts(table, record, find)) {
        const known = places.get(place) ?? { field, before: '', after: '' };
        places.set(place, { ...known, [side]: mask(text) });
      }
    }
    return [...places.values()]
      .filter((each) => each.before !== each.after)
      .map((each) => ({ table, key, ...each }));
  });
  return { at, kind, label: { key: label.key, params: Object.fromEntries(params) }, fields };
}

function namedTexts(table: TableName, record: object, find: PersonMatcher): [string, AccessField][] {
  const found: [string, AccessField][] = [];
  eachText(table, record, (text, _mark, path) => {
    if (find(text).length > 0)
      found.push([path.join('.'), { field: fieldOf(table, path), text: paragraphsWith(text, find) }]);
  });
  return found;
}

/** `all` masks whatever may be somebody else's; `known` only those whom a name field has: for titles that everybody reads. */
function maskOf(workspace: Workspace, person: Person, find: PersonMatcher): { all: Mask; known: Mask } {
  const ownEmails = new Set(person.emails.map(emailKey));
  const ownPhones = new Set(person.phones.map(phoneKey));
  const teams = new Set(workspace.tasks.map(({ team }) => nameKey(team)));
  const others = directoryOf(workspace).filter(({ key, name }) => find(name).length === 0 && !teams.has(key));
  const findOthers = matcherOf({ names: others.map(({ name }) => name), emails: [], phones: [] });
  const isPublic = publicWords(workspace);

  const maskWith = (text: string, stretches: readonly Stretch[]): string => {
    const own = find(text);
    return masked(text, joined(stretches.flatMap((stretch) => without(text, stretch, own))), elsewhere);
  };
  return {
    known: (text) => maskWith(text, findOthers(text)),
    all: (text) =>
      maskWith(text, [
        ...findOthers(text),
        ...emailsIn(text).filter(({ key }) => !ownEmails.has(key)),
        ...phonesIn(text, wordsOf(text)).filter(
          ({ key, from, to }) => !ownPhones.has(key) && looksLikePhone(text.slice(from, to)),
        ),
        ...likelyNames(text, isPublic),
      ]),
  };
}

/** What is left of a stretch beside the person's own; a single word left over is no name. */
function without(text: string, stretch: Stretch, own: readonly Stretch[]): Stretch[] {
  const inside = own.filter(({ from, to }) => from < stretch.to && stretch.from < to);
  if (inside.length === 0) return [stretch];
  const edges = [stretch.from, ...inside.flatMap(({ from, to }) => [from, to]), stretch.to];
  return edges.flatMap((from, index): Stretch[] => {
    const to = edges[index + 1];
    if (index % 2 === 1 || to === undefined || to <= from) return [];
    const words = wordsOf(text.slice(from, to));
    const [first, last] = [words[0], words.at(-1)];
    return words.length < 2 || !first || !last ? [] : [{ from: from + first.from, to: from + last.to }];
  });
}

/** Words of events, places and organisations: capitals that name nobody. */
function publicWords({ events, settings, templates }: Workspace): (word: string) => boolean {
  const words = new Set<string>();
  const add = (text: string): void => wordsOf(text).forEach(({ folded }) => words.add(folded));
  for (const { name, edition, venue, partners, contacts } of events) {
    [name, edition, venue.name, venue.address, venue.commune].forEach(add);
    partners.forEach((partner) => add(partner.name));
    contacts.forEach(({ organisation }) => add(organisation));
  }
  for (const { organisation, organisationUnit, contractingAuthority } of settings)
    [organisation, organisationUnit, contractingAuthority].forEach(add);
  templates.forEach(({ name }) => add(name));
  return (word) => words.has(word);
}

/** Not a day, nor an amount: it begins with + or 0, or comes in pairs. */
function looksLikePhone(text: string): boolean {
  return /^(\+|0)/.test(text) || /^\d{2}([ .-]\d{2}){2,4}$/.test(text) || /^\d{6}$/.test(text);
}

/** Runs of two words with capitals, and what follows a title. A run of public words alone is no name. */
function likelyNames(text: string, isPublic: (word: string) => boolean): Stretch[] {
  const words = wordsOf(text);
  const found: Stretch[] = [];
  const hasCapital = (index: number): boolean => {
    const word = words[index];
    return word !== undefined && /^\p{Lu}/u.test(text.slice(word.from, word.to));
  };
  const follows = (index: number): boolean =>
    /^[.]?[ \u00a0\u202f'’-]$|^[ \u00a0\u202f'’-]$/.test(
      text.slice(words[index - 1]?.to, words[index]?.from),
    );
  for (let first = 0; first < words.length; first += 1) {
    const isTitle = titles.has(words[first]?.folded ?? '') && hasCapital(first);
    const start = isTitle ? first + 1 : first;
    if (!hasCapital(start) || (isTitle && !follows(start))) continue;
    let end = start + 1;
    while (hasCapital(end) && follows(end)) end += 1;
    const run = words.slice(start, end);
    const isName = (isTitle || run.length > 1) && !run.every(({ folded }) => isPublic(folded));
    const [from, to] = [run[0]?.from, run.at(-1)?.to];
    if (isName && from !== undefined && to !== undefined) found.push({ from, to });
    first = end - 1;
  }
  return found;
}

function paragraphsWith(text: string, find: PersonMatcher): string {
  const kept = text.split(/\n+/).filter((line) => find(line).length > 0);
  // A name over two lines: the text as it is.
  return kept.length === 0 ? text : kept.join('\n');
}

function placeOf(
  table: TableName,
  record: RecordOf<TableName>,
  eventNames: ReadonlyMap<string, string>,
  mask: Mask,
): { title: string; event: string } {
  const fields = record as Readonly<Record<string, unknown>>;
  const text = (name: string): string => (typeof fields[name] === 'string' ? mask(fields[name]) : '');
  switch (table) {
    case 'events': {
      const { edition } = record as PlannedEvent;
      const name = eventNames.get(record.id) ?? '';
      return { title: edition === '' ? name : `${name} ${mask(edition)}`, event: name };
    }
    case 'reports':
      return { title: eventNames.get(record.id) ?? '', event: eventNames.get(record.id) ?? '' };
    case 'tasks':
      return { title: text('title'), event: eventNames.get(String(fields['eventId'])) ?? '' };
    case 'exchanges': {
      const event = eventNames.get(String(fields['eventId'])) ?? '';
      return { title: event, event };
    }
    case 'posts':
    case 'shifts':
    case 'assignments':
      return { title: text('name'), event: eventNames.get(String(fields['eventId'])) ?? '' };
    case 'settings':
    case 'templates':
    case 'periods':
    case 'retentions':
    case 'erasures':
    case 'profiles':
    case 'people':
    case 'travelTimes':
      return { title: text('name'), event: '' };
  }
}

function valueAt(value: unknown, path: TextPath): unknown {
  return path.reduce<unknown>(
    (inside, step) =>
      typeof inside === 'object' && inside !== null
        ? (inside as Readonly<Record<string | number, unknown>>)[step]
        : undefined,
    value,
  );
}
