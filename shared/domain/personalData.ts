import type { RecordOf, TableName } from './changeSet';
import type { PersonalUse } from './retention';

/** What a field says about somebody. */
export type PersonalDatum = 'name' | 'function' | 'organisation' | 'phone' | 'email' | 'workFacts';
/** On what the law lets it rest: article 6 (1) (e) and (c) of the GDPR, article 5 of the law of 6 January 1978. */
export type LegalBasis = 'publicTask' | 'legalObligation';
export type PersonCategory = 'staff' | 'partnerContacts' | 'volunteers' | 'suppliers' | 'user' | 'erased';
/** From when a retention is counted. `use`: as long as the thing itself is there. */
export type RetentionStart = 'eventEnd' | 'use' | 'erasure';

type UseFacts = Readonly<{
  basis: LegalBasis;
  persons: readonly PersonCategory[];
  startsAt: RetentionStart;
}>;

/** What holds for every field of a use, whatever its retention is set to. The purposes are said in `shared/report/registerWords.ts`. */
export const personalUseFacts: Readonly<Record<PersonalUse, UseFacts>> = {
  contacts: { basis: 'publicTask', persons: ['partnerContacts', 'suppliers', 'staff'], startsAt: 'eventEnd' },
  owners: { basis: 'publicTask', persons: ['staff', 'volunteers'], startsAt: 'eventEnd' },
  staff: { basis: 'publicTask', persons: ['staff', 'volunteers'], startsAt: 'eventEnd' },
  reports: { basis: 'legalObligation', persons: ['staff'], startsAt: 'eventEnd' },
  texts: { basis: 'publicTask', persons: ['partnerContacts', 'staff', 'volunteers'], startsAt: 'eventEnd' },
  user: { basis: 'publicTask', persons: ['user'], startsAt: 'use' },
  erasures: { basis: 'legalObligation', persons: ['erased'], startsAt: 'erasure' },
};

/**
 * What a text field may hold: `personal` is meant for somebody's data; `freeText` may name people; `coded` holds digests, from which
 * a person can be known again but not read; `impersonal` cannot name anybody.
 */
export type Mark = Readonly<
  | { kind: 'personal'; data: PersonalDatum; use: PersonalUse }
  | { kind: 'freeText'; use: PersonalUse }
  | { kind: 'coded'; use: PersonalUse }
  | { kind: 'impersonal' }
>;
/** A mark of a text that is searched for people. */
export type OpenMark = Extract<Mark, { kind: 'personal' | 'freeText' }>;

const personal = (data: PersonalDatum, use: PersonalUse): Mark => ({ kind: 'personal', data, use });
const freeText = (use: PersonalUse): Mark => ({ kind: 'freeText', use });
const impersonal: Mark = { kind: 'impersonal' };
const coded: Mark = { kind: 'coded', use: 'erasures' };

const ownMarks = {
  settings: {
    organisation: freeText('texts'),
    organisationUnit: freeText('texts'),
    contractingAuthority: freeText('texts'),
    me: personal('name', 'user'),
    currency: impersonal,
    holidaysRegion: impersonal,
  },
  events: {
    name: freeText('texts'),
    edition: freeText('texts'),
    'customAnchors[].name': freeText('texts'),
    'venue.name': freeText('texts'),
    'venue.address': freeText('texts'),
    'venue.commune': freeText('texts'),
    'venue.accessNotes': freeText('texts'),
    audiences: freeText('texts'),
    'messages[]': freeText('texts'),
    format: freeText('texts'),
    description: freeText('texts'),
    'contacts[].function': personal('function', 'contacts'),
    'contacts[].name': personal('name', 'contacts'),
    'contacts[].organisation': personal('organisation', 'contacts'),
    'contacts[].phone': personal('phone', 'contacts'),
    'contacts[].email': personal('email', 'contacts'),
    'partners[].name': freeText('texts'),
    'partners[].activity': freeText('texts'),
    'partners[].commune': freeText('texts'),
    'hostRequests[].subject': freeText('texts'),
    'hostRequests[].answer': freeText('texts'),
    'objectives[].title': freeText('texts'),
    'objectives[].indicators[].name': freeText('texts'),
    'objectives[].indicators[].unit': impersonal,
    'objectives[].indicators[].meansOfMeasure': freeText('texts'),
    'objectives[].indicators[].evidence': freeText('texts'),
    'tags[]': freeText('texts'),
    'attachments[].name': freeText('texts'),
    'attachments[].mediaType': impersonal,
  },
  tasks: {
    title: freeText('texts'),
    owner: personal('name', 'owners'),
    team: freeText('owners'),
    notes: freeText('texts'),
    'checklist[].text': freeText('texts'),
    'tags[]': freeText('texts'),
  },
  templates: {
    name: freeText('texts'),
    'hostRequests[]': freeText('texts'),
    'tasks[].key': impersonal,
    'tasks[].title': freeText('texts'),
    'tasks[].team': freeText('texts'),
    'tasks[].dependsOn[]': impersonal,
    'tasks[].checklist[]': freeText('texts'),
  },
  periods: { name: freeText('texts'), source: freeText('texts') },
  reports: {
    version: freeText('reports'),
    author: personal('name', 'reports'),
    'narratives{}': freeText('reports'),
    'recommendations[].title': freeText('reports'),
    'recommendations[].details': freeText('reports'),
    'recommendations[].owner': personal('name', 'reports'),
  },
  retentions: { source: freeText('texts') },
  erasures: { salt: coded, 'names[].digest': coded },
  profiles: { name: impersonal, 'forbiddenSkills[]': impersonal, source: freeText('texts') },
  people: {
    name: personal('name', 'staff'),
    team: freeText('staff'),
    'skills[].name': personal('workFacts', 'staff'),
    'languages[]': personal('workFacts', 'staff'),
    phone: personal('phone', 'staff'),
    email: personal('email', 'staff'),
    homeArea: personal('workFacts', 'staff'),
    'absences[].reason': personal('workFacts', 'staff'),
    'likes[]': personal('workFacts', 'staff'),
    'dislikes[]': personal('workFacts', 'staff'),
    shirtSize: personal('workFacts', 'staff'),
    meals: personal('workFacts', 'staff'),
    notes: freeText('staff'),
  },
  posts: {
    name: freeText('texts'),
    team: freeText('texts'),
    place: freeText('texts'),
    meetingPoint: freeText('texts'),
    briefing: freeText('texts'),
    'skills.names[]': impersonal,
  },
  shifts: { note: freeText('texts') },
  assignments: {
    'accepted[].by': personal('name', 'staff'),
    'accepted[].reason': freeText('staff'),
    'presence.note': freeText('staff'),
  },
  travelTimes: { from: impersonal, to: impersonal, source: freeText('texts') },
} satisfies Readonly<Partial<Record<TableName, Readonly<Record<string, Mark>>>>>;

const versionPlaces = {
  events: 'contents.event',
  tasks: 'contents.tasks[]',
  reports: 'contents.report',
  posts: 'contents.posts[]',
  shifts: 'contents.shifts[]',
  assignments: 'contents.assignments[]',
} as const;

/** A version of an event that was exchanged holds its records once more: a field of one is a field there, under its place. */
export function insideVersion<T>(
  fields: Readonly<Record<keyof typeof versionPlaces, Readonly<Record<string, T>>>>,
): Record<string, T> {
  return Object.fromEntries(
    (Object.keys(versionPlaces) as (keyof typeof versionPlaces)[]).flatMap((table) =>
      Object.entries(fields[table]).map(([field, value]): [string, T] => [
        `${versionPlaces[table]}.${field}`,
        value,
      ]),
    ),
  );
}

/**
 * Every text field of every record. `[]` is each member of a list, `{}` each value of a map. Fields of a closed form (identifiers, days,
 * moments, choices) are not here; any other one must be: a test reads the schemas.
 */
export const fieldMarks: Readonly<Record<TableName, Readonly<Record<string, Mark>>>> = {
  ...ownMarks,
  exchanges: insideVersion<Mark>(ownMarks),
};

/** Where a text stands in its record: `['contacts', 2, 'name']`. */
export type TextPath = readonly (string | number)[];

/** Shows every text of a record that may name somebody, empty ones left out. A record of an older form is read as far as it goes. */
export function eachText(
  table: TableName,
  record: object,
  visit: (text: string, mark: OpenMark, path: TextPath) => void,
): void {
  for (const { steps, mark } of openFields[table]) walk(record, steps, 0, [], mark, visit);
}

/** The record with each of those texts rewritten; the very same record when none changes. */
export function withTexts<T extends TableName>(
  table: T,
  record: RecordOf<T>,
  rewrite: (text: string, mark: OpenMark) => string,
): RecordOf<T> {
  let made: unknown = record;
  for (const { steps, mark } of openFields[table]) made = rewritten(made, steps, 0, mark, rewrite);
  return made as RecordOf<T>;
}

/** `contacts[].name` of `['contacts', 2, 'name']`: the name under which `fieldMarks` has it. */
export function fieldOf(table: TableName, path: TextPath): string {
  const written = path
    .map((step) => (typeof step === 'number' ? '[]' : `.${step}`))
    .join('')
    .slice(1);
  if (written in fieldMarks[table]) return written;
  return written.replace(/\.[^.]+$/, '{}');
}

type OpenField = Readonly<{ steps: readonly string[]; mark: OpenMark }>;

const openFields = Object.fromEntries(
  Object.entries(fieldMarks).map(([table, fields]) => [
    table,
    Object.entries(fields).flatMap(([field, mark]): OpenField[] =>
      mark.kind === 'personal' || mark.kind === 'freeText' ? [{ steps: stepsOf(field), mark }] : [],
    ),
  ]),
) as unknown as Readonly<Record<TableName, readonly OpenField[]>>;

function stepsOf(field: string): string[] {
  return field.replaceAll('[]', '.[]').replaceAll('{}', '.{}').split('.');
}

function walk(
  value: unknown,
  steps: readonly string[],
  at: number,
  path: (string | number)[],
  mark: OpenMark,
  visit: (text: string, mark: OpenMark, path: TextPath) => void,
): void {
  const step = steps[at];
  if (step === undefined) {
    if (typeof value === 'string' && value !== '') visit(value, mark, path);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const go = (inside: unknown, name: string | number) =>
    walk(inside, steps, at + 1, [...path, name], mark, visit);
  if (step === '[]') {
    if (Array.isArray(value)) value.forEach(go);
  } else if (step === '{}') {
    for (const [name, inside] of Object.entries(value)) go(inside, name);
  } else go((value as Readonly<Record<string, unknown>>)[step], step);
}

function rewritten(
  value: unknown,
  steps: readonly string[],
  at: number,
  mark: OpenMark,
  rewrite: (text: string, mark: OpenMark) => string,
): unknown {
  const step = steps[at];
  if (step === undefined) return typeof value === 'string' && value !== '' ? rewrite(value, mark) : value;
  if (typeof value !== 'object' || value === null) return value;
  const go = (inside: unknown): unknown => rewritten(inside, steps, at + 1, mark, rewrite);
  if (step === '[]') {
    if (!Array.isArray(value)) return value;
    const list = value as readonly unknown[];
    const made = list.map(go);
    return made.some((inside, index) => inside !== list[index]) ? made : value;
  }
  const record = value as Readonly<Record<string, unknown>>;
  const names = step === '{}' ? Object.keys(record) : [step];
  let made = record;
  for (const name of names) {
    const inside = go(record[name]);
    if (inside !== record[name]) made = { ...made, [name]: inside };
  }
  return made;
}
