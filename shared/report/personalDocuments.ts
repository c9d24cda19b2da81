import type { AccessExport, AccessRecord } from '../domain/accessExport';
import type { Label, TableName } from '../domain/changeSet';
import type { Erasure } from '../domain/erasure';
import { formatDay, formatNumber } from '../domain/formatting';
import { fieldMarks, personalUseFacts } from '../domain/personalData';
import { type PersonalUse, personalUses, type Retention } from '../domain/retention';
import type { Language, Settings } from '../domain/settings';
import { type Day, dayOf } from '../domain/time';
import { column, group, row, strong, table } from './context';
import type { Block, BlockOf, ReportDocument, Section } from './document';
import { personalWords, type PersonalWords } from './personalWords';
import { polished } from './typography';

type Frame = Readonly<{
  settings: Settings;
  language: Language;
  today: Day;
  /** `data:` address. */
  logo: string | null;
}>;

/** The register of processing, article 30 of the GDPR: made from the marks of the fields and the retentions as they are set. */
export function processingRegister(
  frame: Frame,
  retentions: readonly Retention[],
  erasures: readonly Erasure[],
): ReportDocument {
  const { settings, language } = frame;
  const words = personalWords[language];
  const { register } = words;
  const { terms, facts: said } = register;
  const say = (text: string): string => polished(text, language);
  const kept = new Map(retentions.map((retention) => [retention.id, retention]));
  const keptFor = (use: PersonalUse): string => retentionText(use, kept.get(use), words);
  const done = erasures.filter(({ status }) => status === 'done').length;
  const count = (value: number): string => formatNumber(value, language, 0);
  const sections: Section[] = [
    section('body', register.sections.body, [
      facts([
        [terms.controller, say(settings.organisation) || words.toFill],
        [terms.unit, say(settings.organisationUnit) || words.toFill],
        [terms.officer, words.toFill],
        [terms.law, said.law],
        [terms.scope, said.scope],
      ]),
    ]),
    section('summary', register.sections.summary, [
      table({
        columns: register.summaryHeads.map((head, index) => column(head, index === 1 ? 3 : 2)),
        rows: personalUses.map((use) =>
          row(
            strong(words.uses[use].name),
            words.uses[use].purpose,
            words.bases[personalUseFacts[use].basis],
            keptFor(use),
          ),
        ),
      }),
    ]),
    ...personalUses.map((use) =>
      section(`use-${use}`, words.uses[use].name, [
        facts([
          [terms.purpose, words.uses[use].purpose],
          [terms.basis, words.bases[personalUseFacts[use].basis]],
          [terms.persons, personalUseFacts[use].persons.map((person) => words.persons[person]).join(', ')],
          [terms.data, dataOf(use, words)],
          [terms.sensitive, said.sensitive],
          [terms.origin, words.uses[use].origin],
          [terms.recipients, said.recipients],
          [terms.transfers, said.transfers],
          [terms.decisions, said.decisions],
          [terms.retention, keptFor(use)],
          [terms.source, say(kept.get(use)?.source ?? '') || words.toCheck],
          [terms.checked, checkedOn(kept.get(use), words, language)],
        ]),
      ]),
    ),
    section('security', register.sections.security, [paragraphs(register.security)]),
    section('rights', register.sections.rights, [paragraphs(register.rights)]),
    section('erasures', register.sections.erasures, [
      { kind: 'paragraph', text: register.erasures(count(done), count(erasures.length - done)) },
    ]),
  ];
  return documentOf(frame, { ...register, lines: register.lines }, sections);
}

export type AccessWords = Readonly<{
  /** What a change is called in history. */
  change: (label: Label) => string;
  /** A value that is a code, in words. */
  value: (table: TableName, field: string, text: string) => string;
}>;

/** The answer to a request for access, to be handed over. */
export function accessDocument(
  frame: Frame,
  access: AccessExport,
  retentions: readonly Retention[],
  { change, value }: AccessWords,
): ReportDocument {
  const { language, settings } = frame;
  const words = personalWords[language];
  const { sections: titles, terms, heads } = words.access;
  const day = (on: Day): string => formatDay(on, 'long', language);
  const rowsOf = ({ table: name, title, event, fields }: AccessRecord) => [
    group([words.tables[name], title, name === 'tasks' ? event : ''].filter(Boolean).join(' · ')),
    ...fields.map(({ field, text }) => row(words.fields[name][field] ?? field, value(name, field, text))),
  ];
  const uses = new Set(
    access.records.flatMap(({ table: name, fields }) => fields.flatMap(({ field }) => useOf(name, field))),
  );
  const kept = new Map(retentions.map((retention) => [retention.id, retention]));
  const { person } = access;
  const sections: Section[] = [
    section('person', titles.person, [
      facts([
        [terms.names, person.names.join('\n')],
        [terms.emails, person.emails.join('\n') || words.none],
        [terms.phones, person.phones.join('\n') || words.none],
      ]),
      { kind: 'paragraph', text: words.access.masked },
    ]),
    section('records', titles.records, [
      access.records.length === 0
        ? { kind: 'paragraph', text: words.access.noRecords }
        : table({
            columns: [column(heads.field, 3), column(heads.text, 8)],
            rows: access.records.flatMap(rowsOf),
            isDense: true,
          }),
    ]),
    section('files', titles.files, [
      access.files.length === 0
        ? { kind: 'paragraph', text: words.access.noFiles }
        : table({
            columns: [column(heads.file, 4), column(heads.event, 4), column(heads.day, 2)],
            rows: access.files.map(({ name, event, addedAt }) =>
              row(name, event, day(dayOf(addedAt, settings.timeZone))),
            ),
          }),
    ]),
    section('history', titles.history, [
      access.history.length === 0
        ? { kind: 'paragraph', text: words.access.noHistory }
        : table({
            columns: [column(heads.day, 2), column(heads.change, 4), column(heads.said, 6)],
            rows: access.history.map(({ at, label, fields }) =>
              row(
                day(dayOf(at, settings.timeZone)),
                change(label),
                counted(fields.map((each) => saidIn(each, words))).join('\n'),
              ),
            ),
            isDense: true,
          }),
    ]),
    section('uses', titles.uses, [
      table({
        columns: words.register.summaryHeads.map((head, index) => column(head, index === 1 ? 3 : 2)),
        rows: personalUses
          .filter((use) => uses.has(use))
          .map((use) =>
            row(
              strong(words.uses[use].name),
              words.uses[use].purpose,
              words.bases[personalUseFacts[use].basis],
              retentionText(use, kept.get(use), words),
            ),
          ),
      }),
      { kind: 'paragraph', text: words.register.facts.recipients },
    ]),
    section('rights', titles.rights, [paragraphs(words.access.rights)]),
  ].filter(({ id }) => id !== 'uses' || uses.size > 0);
  return documentOf(frame, { ...words.access, lines: words.access.lines(day(access.madeOn)) }, sections);
}

function saidIn(
  { table: name, field, before, after }: AccessExport['history'][number]['fields'][number],
  words: PersonalWords,
): string {
  const what = words.fields[name][field] ?? field;
  const sides = (
    [
      [words.access.before, before],
      [words.access.after, after],
    ] as const
  ).flatMap(([side, text]) => (text === '' ? [] : [`${side} ${words.access.quoted(text)}`]));
  return `${what} (${sides.join(', ')})`;
}

/** The same line said once, with how many times. */
function counted(lines: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const line of lines) times.set(line, (times.get(line) ?? 0) + 1);
  return [...times].map(([line, count]) => (count === 1 ? line : `${line} × ${count}`));
}

/** Which fields, in words, put together by what they are in. */
function dataOf(use: PersonalUse, words: PersonalWords): string {
  return (Object.keys(fieldMarks) as TableName[])
    .flatMap((name) => {
      const fields = Object.keys(fieldMarks[name]).filter((field) => useOf(name, field)[0] === use);
      const said = [...new Set(fields.map((field) => (words.fields[name][field] ?? field).toLowerCase()))];
      return said.length === 0 ? [] : [`${words.tables[name]} (${said.join(', ')})`];
    })
    .join('\n');
}

function useOf(name: TableName, field: string): PersonalUse[] {
  const mark = fieldMarks[name][field];
  return mark && mark.kind !== 'impersonal' ? [mark.use] : [];
}

function retentionText(use: PersonalUse, retention: Retention | undefined, words: PersonalWords): string {
  return words.starts[personalUseFacts[use].startsAt](words.months(retention?.months ?? 0));
}

function checkedOn(retention: Retention | undefined, words: PersonalWords, language: Language): string {
  return retention?.checkedOn ? formatDay(retention.checkedOn, 'long', language) : words.toCheck;
}

function section(id: string, title: string, blocks: readonly Block[]): Section {
  return { id, number: '', title, startsPage: false, blocks: [...blocks] };
}

function facts(rows: readonly (readonly [term: string, text: string])[]): BlockOf<'facts'> {
  return { kind: 'facts', rows: rows.map(([term, text]) => ({ term, text })) };
}

/** Each on a line of its own, in one block that may be divided. */
function paragraphs(texts: readonly string[]): BlockOf<'facts'> | BlockOf<'table'> {
  return table({ columns: [column('', 1)], rows: texts.map((text) => row(text)) });
}

function documentOf(
  { settings, language, today, logo }: Frame,
  head: Readonly<{ kind: string; title: string; lines: readonly string[] }>,
  sections: readonly Section[],
): ReportDocument {
  const words = personalWords[language];
  const madeOn = formatDay(today, 'long', language);
  const { authority } = words.register.terms;
  const client = polished(settings.contractingAuthority, language);
  return {
    language,
    title: head.title,
    kindLabel: head.kind,
    accentHue: settings.accentHue,
    form: 'head',
    cover: {
      lines: [...head.lines],
      organisation: polished(settings.organisation, language),
      organisationUnit: polished(settings.organisationUnit, language),
      logo,
      facts: client === '' ? [] : [{ term: authority, text: client }],
      visa: { label: '', note: '' },
    },
    contentsTitle: '',
    running: {
      version: head.kind,
      foot: words.foot(madeOn),
      page: words.page,
      continued: words.continued,
    },
    sections: sections.map((each, index) => ({ ...each, number: String(index + 1) })),
  };
}
