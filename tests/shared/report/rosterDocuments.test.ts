import { presenceSheets } from '@shared/domain/presenceSheet';
import type { Language } from '@shared/domain/settings';
import { emptyReport } from '@shared/domain/eventReport';
import { buildReport } from '@shared/report/buildReport';
import { type Block, type BlockOf, reportDocumentSchema } from '@shared/report/document';
import {
  type PaperKind,
  paperKinds,
  papersOf,
  type PapersChoice,
  peopleOnRoster,
  teamsOf,
} from '@shared/report/rosterDocuments';
import { rosterOf } from '@shared/domain/roster';
import { describe, expect, it } from 'vitest';
import { aLargeRoster, aSmallRoster, type SomeRoster } from '../../support/aRoster';
import { someSettings } from '../../support/builders';
import { typographyFaults } from '../../support/typography';

const everything: PapersChoice = { kinds: paperKinds, personIds: null, teams: null, sheetBy: 'post' };
const papers = (roster: SomeRoster, choice: Partial<PapersChoice> = {}, language: Language = 'fr') =>
  papersOf(
    {
      facts: roster.facts,
      settings: someSettings({ organisation: 'Province' }),
      language,
      madeAt: '2025-02-20T03:30Z',
      logo: null,
    },
    { ...everything, ...choice },
  );
const only = (kind: PaperKind, name: string, roster = aSmallRoster(), language: Language = 'fr') => {
  const found = papers(roster, { kinds: [kind] }, language).find((paper) => paper.name === name);
  if (!found) throw new Error(name);
  return found.document;
};
const tables = (blocks: readonly Block[]) =>
  blocks.filter((block): block is BlockOf<'table'> => block.kind === 'table');
/** A table as lines of texts, notes after a stroke. */
const linesOf = (table: BlockOf<'table'> | undefined) =>
  table?.rows.map((row) =>
    row.kind === 'group'
      ? row.text
      : row.cells.map(({ text, note }) => (note ? `${text} / ${note.replaceAll('\n', ' / ')}` : text)),
  );

describe('a personal briefing sheet', () => {
  it('holds all that one person needs, in order', () => {
    const ana = only('briefing', 'Ana');
    expect(ana).toMatchObject({ title: 'Ana', kindLabel: 'Feuille de route', form: 'sheet', language: 'fr' });
    expect(ana.cover.facts).toEqual([
      { term: 'Équipe', text: 'Accueil' },
      { term: 'À faire', text: '2\u00a0créneaux, 7\u202fh\u202f30' },
    ]);
    const blocks = ana.sections[0]?.blocks ?? [];
    const [shifts, contacts] = tables(blocks);
    expect(linesOf(shifts)).toEqual([
      'Samedi 22 février 2025',
      [
        '9\u202fh – 13\u202fh / 3\u202fh\u202f30, et 30\u202fmin de pause',
        'Accueil / Entrée nord',
        'Grille du parc / Responsable\u202f: Ana, 71\u00a000\u00a001',
        'Bruno',
      ],
      ['13\u202fh – 17\u202fh / 4\u202fh', 'Buvette', '–', 'personne d’autre'],
    ]);
    expect(linesOf(contacts)).toEqual([['Coordination', 'Zoé Qenegei', 'Province', '78\u00a045\u00a012']]);
    expect(blocks).toContainEqual({
      kind: 'facts',
      rows: [{ term: 'Accueil', text: 'Compter chaque visiteur.\nNe jamais laisser l’entrée seule.' }],
    });
    expect(blocks.at(-1)).toMatchObject({
      kind: 'callout',
      text: expect.stringContaining('prévenir Zoé Qenegei (Coordination), 78\u00a045\u00a012'),
    });
  });

  it('says when a shift ends on the next day, in English too', () => {
    const [shifts] = tables(only('briefing', 'Chloé', aSmallRoster(), 'en').sections[0]?.blocks ?? []);
    expect(linesOf(shifts)?.[1]).toEqual(['22:00 – 02:00 (next day) / 4 h', 'Scène', '–', 'nobody else']);
  });

  it('is given to those who hold a shift, and to nobody else', () => {
    const roster = aSmallRoster();
    expect(papers(roster, { kinds: ['briefing'] }).map(({ name }) => name)).toEqual([
      'Ana',
      'Bruno',
      'Chloé',
    ]);
    expect(peopleOnRoster(rosterOf(roster.facts)).map(({ name }) => name)).toEqual(['Ana', 'Bruno', 'Chloé']);
    const [bruno] = roster.people.slice(1);
    expect(
      papers(roster, { kinds: ['briefing'], personIds: bruno ? [bruno.id] : [] }).map(({ name }) => name),
    ).toEqual(['Bruno']);
  });
});

it('a team sheet says plainly what is empty', () => {
  const roster = aSmallRoster();
  expect(teamsOf(roster.facts)).toEqual(['Accueil', 'Technique']);
  const document = only('team', 'Accueil', roster);
  expect(document.cover.facts[0]).toEqual({
    term: 'Places',
    text: '3\u00a0places tenues sur 4, 1\u00a0vide',
  });
  const [shifts, members] = tables(document.sections[0]?.blocks ?? []);
  expect(
    linesOf(shifts)
      ?.slice(1)
      .map((line) => line.slice(2)),
  ).toEqual([
    ['Ana, Bruno', '2\u00a0/\u00a02'],
    ['Ana', '1\u00a0/\u00a02 / 1\u00a0place vide'],
  ]);
  expect(linesOf(members)).toHaveLength(2);
});

it('the plan of posts has each day on its own page, each post, each shift, and nobody where nobody is', () => {
  const roster = aSmallRoster();
  const facts = { ...roster.facts, assignments: [] };
  const [plan] = papers({ ...roster, facts }, { kinds: ['plan'] });
  const [day] = plan?.document.sections ?? [];
  expect(day?.title).toBe('Samedi 22 février 2025');
  expect(linesOf(tables(day?.blocks ?? [])[0])).toEqual([
    'Accueil · Entrée nord',
    [
      '9\u202fh – 13\u202fh / 3\u202fh\u202f30, et 30\u202fmin de pause',
      'personne',
      '0\u00a0/\u00a02 / 2\u00a0places vides',
    ],
    'Buvette',
    ['13\u202fh – 17\u202fh / 4\u202fh', 'personne', '0\u00a0/\u00a02 / 2\u00a0places vides'],
    'Scène',
    ['22\u202fh – 2\u202fh (lendemain) / 4\u202fh', 'personne', '0\u00a0/\u00a01 / 1\u00a0place vide'],
  ]);
});

it('a sign-in sheet has the number and the rows by which it is found again, and three free lines', () => {
  const roster = aSmallRoster();
  const [sheet] = presenceSheets(roster.facts, 'post');
  const document = only('signIn', 'Accueil', roster);
  expect(document.cover.facts[0]).toEqual({ term: 'Feuille n°', text: sheet?.number });
  expect(document.running.foot).toContain(`n°\u00a0${sheet?.number}`);
  const [table] = tables(document.sections[0]?.blocks ?? []);
  expect(table?.isToSign).toBe(true);
  expect(linesOf(table)).toEqual([
    ['1', 'Ana', '9\u202fh – 13\u202fh', '', '', ''],
    ['2', 'Bruno', '9\u202fh – 13\u202fh', '', '', ''],
    ...Array.from({ length: 3 }, () => ['', '', '', '', '', '']),
  ]);
});

describe('a booklet', () => {
  it.each(['fr', 'en'] as const)('is documents that hold, each under names of its own (%s)', (language) => {
    const made = papers(aLargeRoster(), {}, language);
    for (const { document } of made) expect(reportDocumentSchema.parse(document)).toEqual(document);
    const ids = made.flatMap(({ document }) => document.sections.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-zA-Z0-9-]+$/);
    expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
  });

  it('is set in French as a printer would', () => {
    const sections = papers(aLargeRoster()).map(({ document }) => document.sections);
    expect(typographyFaults(sections).filter((text) => !text.includes('http'))).toEqual([]);
  });

  it('of an event that is not there is empty', () => {
    const { facts } = aSmallRoster();
    expect(papers({ ...aSmallRoster(), facts: { ...facts, events: [] } })).toEqual([]);
  });
});

describe('staff in the event report', () => {
  const report = (roster: SomeRoster, language: Language = 'fr') =>
    buildReport({
      event: roster.event,
      tasks: [],
      report: emptyReport(roster.event.id),
      settings: someSettings({}),
      periods: [],
      staff: roster.facts,
      language,
      today: '2025-03-01',
      logo: null,
    });

  it('is not there when nobody is on the roster', () => {
    const roster = aSmallRoster();
    const ids = report({ ...roster, facts: { ...roster.facts, assignments: [] } }).sections.map(
      ({ id }) => id,
    );
    expect(ids).not.toContain('staff');
  });

  it('counts hours, absences and cost by team, and names nobody', () => {
    const roster = aSmallRoster();
    const presence = { arrivedAt: null, leftAt: null, replacedById: null, note: '' };
    const assignments = roster.facts.assignments.map((assignment, index) => ({
      ...assignment,
      presence: { ...presence, status: index === 2 ? ('absent' as const) : ('arrived' as const) },
    }));
    const document = report({ ...roster, facts: { ...roster.facts, assignments } });
    expect(reportDocumentSchema.parse(document)).toEqual(document);
    const staff = document.sections.find(({ id }) => id === 'staff');
    const [figures] = staff?.blocks ?? [];
    // Ana 3 h 30, Bruno 3 h 30, Chloé 4 h; Ana and Chloé at 2 000 an hour.
    expect(figures?.kind === 'keyFigures' && figures.figures.map(({ value }) => value)).toEqual([
      '3',
      '11\u202fh',
      '1',
      '15\u202f000\u00a0F\u00a0CFP',
    ]);
    const [table] = tables(staff?.blocks ?? []);
    expect(linesOf(table)).toEqual([
      ['Accueil', '2', '3', '11\u202fh', '7\u202fh', '1', '7\u202f000\u00a0F\u00a0CFP'],
      ['Technique', '1', '1', '4\u202fh', '4\u202fh', '0', '8\u202f000\u00a0F\u00a0CFP'],
    ]);
    expect(JSON.stringify(staff)).not.toMatch(/Ana|Bruno|Chloé/);
    expect(typographyFaults(staff?.blocks)).toEqual([]);
  });

  it('says what was not noted instead of counting it as nothing', () => {
    const staff = report(aSmallRoster(), 'en').sections.find(({ id }) => id === 'staff');
    const [figures] = staff?.blocks ?? [];
    expect(figures?.kind === 'keyFigures' && figures.figures[1]?.value).toBe('–');
    expect(tables(staff?.blocks ?? [])[0]?.source).toContain('4\u00a0shifts were not noted');
  });
});
