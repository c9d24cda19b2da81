import { type ChangeSet, type RecordOf, recordSchemas, type TableName, tableNames } from './changeSet';
import {
  areNear,
  emailKey,
  emailsIn,
  joined,
  keyOf,
  mostNameWords,
  nameKey,
  type Person,
  phoneKey,
  phonesIn,
  type Stretch,
  wordsOf,
} from './person';
import { eachText, type OpenMark, type TextPath, withTexts } from './personalData';
import type { PlannedEvent } from './plannedEvent';
import { fold } from './text';
import type { Workspace } from './workspace';

/** Where a person is named in a text, in order, without overlap. */
export type PersonMatcher = (text: string) => readonly Stretch[];

/**
 * Knows a person again, accents, case, hyphens, spaces and the order of first and last name aside, whole words only; e-mail addresses
 * whatever their case; phone numbers by their digits, with or without prefix. Words of a name stand side by side.
 */
export function matcherOf({ names, emails, phones }: Person): PersonMatcher {
  const keys = new Set(names.map(nameKey).filter((key) => key !== '' && lengthOf(key) <= mostNameWords));
  const lengths = [...new Set([...keys].map(lengthOf))].sort((left, right) => right - left);
  const nameWords = new Set([...keys].flatMap((key) => key.split(' ')));
  const addresses = new Set(emails.map(emailKey).filter(Boolean));
  const numbers = new Set(phones.map(phoneKey).filter(Boolean));
  // One long word of each name: a text without any of them needs no reading.
  const rare = [...keys].map((key) => key.split(' ').reduce((a, b) => (b.length > a.length ? b : a)));

  return (text) => {
    const hasAddress = addresses.size > 0 && text.includes('@');
    const hasNumber = numbers.size > 0 && /\d/.test(text);
    const folded = rare.length > 0 ? foldedText(text) : '';
    const hasName = rare.some((word) => folded.includes(word));
    if (!hasAddress && !hasNumber && !hasName) return [];
    const words = wordsOf(text);
    const found: Stretch[] = [];
    if (hasName) {
      for (let first = 0; first < words.length; first += 1) {
        if (!nameWords.has(words[first]?.folded ?? '')) continue;
        for (const length of lengths) {
          const window = words.slice(first, first + length);
          const [start, end] = [window[0], window.at(-1)];
          if (!start || !end || window.length < length) continue;
          if (!keys.has(keyOf(window.map((word) => word.folded)))) continue;
          if (!window.every((word, index) => index === 0 || areNear(text, window[index - 1] ?? word, word)))
            continue;
          found.push({ from: start.from, to: end.to });
          break;
        }
      }
    }
    if (hasAddress) found.push(...emailsIn(text).filter(({ key }) => addresses.has(key)));
    if (hasNumber) found.push(...phonesIn(text, words).filter(({ key }) => numbers.has(key)));
    return joined(found);
  };
}

/** The text with these stretches replaced. */
export function masked(text: string, stretches: readonly Stretch[], mask: string): string {
  if (stretches.length === 0) return text;
  let made = '';
  let at = 0;
  for (const { from, to } of stretches) {
    made += text.slice(at, from) + mask;
    at = to;
  }
  return made + text.slice(at);
}

/** One text that names the person. */
export type Mention = Readonly<{
  table: TableName;
  key: string;
  path: TextPath;
  mark: OpenMark;
  /** The words around the first place, on one line. */
  excerpt: string;
}>;

/** Everything in the workspace that names the person, table by table. 100 000 tasks take two seconds: ask a worker. */
export function mentionsOf(workspace: Workspace, person: Person): Mention[] {
  const find = matcherOf(person);
  const mentions: Mention[] = [];
  for (const table of tableNames) {
    for (const record of workspace[table]) {
      for (const { path, mark, excerpt } of mentionsInRecord(table, record, find))
        mentions.push({ table, key: record.id, path, mark, excerpt });
    }
  }
  return mentions;
}

export function mentionsInRecord(
  table: TableName,
  record: object,
  find: PersonMatcher,
): { path: TextPath; mark: OpenMark; text: string; excerpt: string }[] {
  const found: { path: TextPath; mark: OpenMark; text: string; excerpt: string }[] = [];
  eachText(table, record, (text, mark, path) => {
    const [first] = find(text);
    if (first) found.push({ path, mark, text, excerpt: excerptOf(text, first) });
  });
  return found;
}

/** Does this change name the person: in its label, or in a record before or after? */
export function namesIn(change: ChangeSet, find: PersonMatcher): boolean {
  return (
    Object.values(change.label.params).some((value) => find(String(value)).length > 0) ||
    change.operations.some(({ table, before, after }) =>
      [before, after].some((record) => record !== null && mentionsInRecord(table, record, find).length > 0),
    )
  );
}

/** Somebody that a field meant for names has. */
export type KnownPerson = Readonly<{
  /** `nameKey` of the name. */
  key: string;
  /** As it is most often written. */
  name: string;
  emails: readonly string[];
  phones: readonly string[];
  /** How many fields have it. */
  count: number;
}>;

/** The people of the workspace's name fields, by name. Functions and teams written there come along: only a reader can tell. */
export function directoryOf(workspace: Workspace): KnownPerson[] {
  const people = new Map<
    string,
    { spellings: Map<string, number>; emails: Set<string>; phones: Set<string> }
  >();
  const meet = (name: string) => {
    const key = nameKey(name);
    if (key === '') return null;
    const known = people.get(key) ?? {
      spellings: new Map<string, number>(),
      emails: new Set<string>(),
      phones: new Set<string>(),
    };
    people.set(key, known);
    known.spellings.set(name, (known.spellings.get(name) ?? 0) + 1);
    return known;
  };
  for (const event of workspace.events) {
    for (const { name, email, phone } of event.contacts) {
      const known = meet(name);
      if (email !== '') known?.emails.add(email);
      if (phone !== '') known?.phones.add(phone);
    }
  }
  for (const task of workspace.tasks) meet(task.owner);
  for (const report of workspace.reports) {
    meet(report.author);
    for (const { owner } of report.recommendations) meet(owner);
  }
  for (const { me } of workspace.settings) meet(me);
  return [...people]
    .map(([key, { spellings, emails, phones }]) => ({
      key,
      name: mostFrequent(spellings),
      emails: [...emails],
      phones: [...phones],
      count: [...spellings.values()].reduce((sum, each) => sum + each, 0),
    }))
    .sort((left, right) => left.key.localeCompare(right.key));
}

/**
 * The person with the addresses and numbers that their contact lines have, and the other spellings of the name beside those. An address
 * that a contact of quite another name has too, a switchboard's number, is not theirs alone: it stays out, and so stays in the other's
 * line. Whoever is asked for by an address alone gets the names beside it.
 */
export function wholePerson(workspace: Workspace, asked: Person): Person {
  const contacts = workspace.events.flatMap((event) => event.contacts);
  const askedEmails = new Set(asked.emails.map(emailKey));
  const givenNames =
    asked.names.length > 0
      ? asked.names
      : contacts.filter(({ email }) => askedEmails.has(emailKey(email))).map(({ name }) => name);
  const isNamed = matcherOf({ names: givenNames, emails: [], phones: [] });
  const named = contacts.filter(({ name }) => isNamed(name).length > 0);
  const reach = {
    emails: new Set([...askedEmails, ...named.map(({ email }) => emailKey(email))].filter(Boolean)),
    phones: new Set([...asked.phones, ...named.map(({ phone }) => phone)].map(phoneKey).filter(Boolean)),
  };
  const isReached = ({ email, phone }: Contact): boolean =>
    reach.emails.has(emailKey(email)) || reach.phones.has(phoneKey(phone));
  const isTheirs = (contact: Contact): boolean =>
    isNamed(contact.name).length > 0 ||
    (isReached(contact) && givenNames.some((name) => maySpell(contact.name, name)));
  const own = contacts.filter(isTheirs);
  const others = contacts.filter((contact) => !isTheirs(contact) && contact.name !== '');
  const otherEmails = new Set(others.map(({ email }) => emailKey(email)));
  const otherPhones = new Set(others.map(({ phone }) => phoneKey(phone)));
  const otherSpellings = own.map(({ name }) => name).filter((name) => lengthOf(nameKey(name)) > 1);
  return {
    names: unique([...givenNames, ...otherSpellings], nameKey),
    emails: unique(
      [
        ...asked.emails,
        ...own.map(({ email }) => email).filter((email) => !otherEmails.has(emailKey(email))),
      ],
      emailKey,
    ),
    phones: unique(
      [
        ...asked.phones,
        ...own.map(({ phone }) => phone).filter((phone) => !otherPhones.has(phoneKey(phone))),
      ],
      phoneKey,
    ),
  };
}

/** Could « J. Dupont » or « Mme Dupont » be « Jeanne Dupont »? Each word is one of the other's, or begins it. */
function maySpell(spelling: string, name: string): boolean {
  const words = nameKey(spelling)
    .split(' ')
    .filter((word) => word !== '' && !titles.has(word));
  const others = nameKey(name).split(' ');
  return (
    words.some((word) => word.length > 2 && others.includes(word)) &&
    words.every((word) => others.some((other) => other.startsWith(word) || word.startsWith(other)))
  );
}

/** Written before a name. */
export const titles: ReadonlySet<string> = new Set([
  'm',
  'mr',
  'mme',
  'mlle',
  'mrs',
  'ms',
  'dr',
  'me',
  'monsieur',
  'madame',
]);

/** What is written where somebody stood: in a name's own field, and within a text. */
export type MaskWords = Readonly<{ person: string; text: string }>;

/** Never longer than the shortest name: a record stays within its bounds. */
const shortMask: MaskWords = { person: '…', text: '…' };

/**
 * The record without the person; the very same one when nothing in it names them. Of a contact line of theirs, the function and the
 * organisation stay, which say what the event needed; the name, the address and the number go. Always a valid record.
 */
export function recordWithout<T extends TableName>(
  table: T,
  record: RecordOf<T>,
  find: PersonMatcher,
  words: MaskWords,
): RecordOf<T> {
  const made = rewrittenRecord(table, record, find, words);
  if (made === record || recordSchemas[table].safeParse(made).success) return made;
  return rewrittenRecord(table, record, find, shortMask);
}

function rewrittenRecord<T extends TableName>(
  table: T,
  record: RecordOf<T>,
  find: PersonMatcher,
  words: MaskWords,
): RecordOf<T> {
  const lines =
    table === 'events' ? (withoutContacts(record as PlannedEvent, find, words) as RecordOf<T>) : record;
  return withTexts(table, lines, (text, mark) => {
    const found = find(text);
    if (found.length === 0) return text;
    if (mark.kind === 'personal' && (mark.data === 'email' || mark.data === 'phone')) return '';
    const isName = mark.kind === 'personal' && mark.data === 'name';
    return masked(text, found, isName ? words.person : words.text);
  });
}

type Contact = PlannedEvent['contacts'][number];

/** Whose line it is goes by the name and the address; the number may be a switchboard's. */
function withoutContacts(event: PlannedEvent, find: PersonMatcher, words: MaskWords): PlannedEvent {
  const isTheirs = ({ name, email }: Contact): boolean => find(name).length > 0 || find(email).length > 0;
  if (!event.contacts.some(isTheirs)) return event;
  return {
    ...event,
    contacts: event.contacts.map((contact) =>
      isTheirs(contact) ? withoutOwner(contact, find, words) : contact,
    ),
  };
}

/** A name of theirs in another spelling goes too; one that is known is masked with the other texts. */
function withoutOwner(contact: Contact, find: PersonMatcher, words: MaskWords): Contact {
  const name = contact.name === '' || find(contact.name).length > 0 ? contact.name : words.person;
  return { ...contact, name, email: '', phone: '' };
}

const around = 60;

function excerptOf(text: string, { from, to }: Stretch): string {
  const start = Math.max(0, from - around);
  const end = Math.min(text.length, to + around);
  const inside = text.slice(start, end).replace(/\s+/g, ' ').trim();
  return `${start > 0 ? '…' : ''}${inside}${end < text.length ? '…' : ''}`;
}

function mostFrequent(spellings: ReadonlyMap<string, number>): string {
  return [...spellings].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

function unique(values: readonly string[], keyOfValue: (value: string) => string): string[] {
  const kept = new Map<string, string>();
  for (const value of values) {
    const key = keyOfValue(value);
    if (key !== '' && !kept.has(key)) kept.set(key, value);
  }
  return [...kept.values()];
}

function lengthOf(key: string): number {
  return key.split(' ').length;
}

/** Plain text needs no folding but of case. */
function foldedText(text: string): string {
  // eslint-disable-next-line no-control-regex
  return /^[\x00-\x7f]*$/.test(text) ? text.toLowerCase() : fold(text);
}
