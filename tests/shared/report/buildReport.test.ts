import { emptyReport } from '@shared/domain/eventReport';
import { type Block, type ReportDocument, reportDocumentSchema } from '@shared/report/document';
import { reportWords } from '@shared/report/words';
import { describe, expect, test } from 'vitest';
import { anEvent, anId, anIndicator, aTask } from '../../support/builders';
import { dumbeaDocument, dumbeaReport } from '../../support/dumbeaReport';

const aPlannedTask = aTask({
  title: "Louer l'estrade",
  team: 'Technique',
  dueOn: '2025-02-10',
  status: 'done',
  doneOn: '2025-02-13',
});

test('a meeting without anything else is a note of a page: the whole of it', () => {
  const meeting = anEvent({
    kind: 'meeting',
    name: 'Réunion de coordination',
    edition: '',
    setUp: null,
    teardown: null,
    reportDueOn: null,
    expectedAttendancePeople: null,
    venue: { name: 'Salle 2', address: '', commune: 'Nouméa', accessNotes: '', capacityPeople: null },
  });
  const own = { ...emptyReport(meeting.id), narratives: { summary: "L'ordre du jour est épuisé." } };
  const prompts = reportWords.fr.prompts;
  const narrative = (slot: keyof typeof prompts, text = ''): Block => ({
    kind: 'narrative',
    slot,
    text,
    prompt: prompts[slot],
  });
  expect(dumbeaDocument({ event: meeting, report: own })).toEqual({
    language: 'fr',
    title: 'Réunion de coordination',
    kindLabel: 'Bilan de séance',
    accentHue: 205,
    form: 'head',
    cover: {
      lines: ['Samedi 22 février 2025, de 9\u202fh à 17\u202fh', 'Salle 2, Nouméa'],
      organisation: 'Province',
      organisationUnit: 'Programme jeunesse «\u202fÉlan&Moi’\u202f»',
      logo: null,
      facts: [
        { term: 'Commanditaire', text: 'Direction de la culture, de la jeunesse et des sports' },
        { term: 'Version', text: '1.0 du 24 mars 2025' },
        { term: 'Diffusion', text: 'Après validation seulement' },
      ],
      visa: { label: 'Visa', note: 'Nom, date et signature' },
    },
    contentsTitle: 'Sommaire',
    running: {
      version: 'Bilan de séance, version 1.0',
      foot: 'Établi le 24 mars 2025. Données arrêtées ce jour.',
      page: 'page',
      continued: 'suite',
    },
    sections: [
      {
        id: 'summary',
        number: '1',
        title: 'L’essentiel',
        startsPage: false,
        blocks: [narrative('summary', 'L’ordre du jour est épuisé.')],
      },
      {
        id: 'session',
        number: '2',
        title: 'La séance',
        startsPage: false,
        blocks: [
          narrative('context'),
          {
            kind: 'facts',
            rows: [
              { term: 'Nature et rôle', text: 'Réunion' },
              { term: 'État', text: 'Planifié' },
              { term: 'Horaires', text: 'samedi 22 février 2025, de 9\u202fh à 17\u202fh' },
              { term: 'Lieu', text: 'Salle 2, Nouméa' },
            ],
          },
        ],
      },
      {
        id: 'recommendations',
        number: '3',
        title: 'Recommandations',
        startsPage: false,
        blocks: [
          { kind: 'paragraph', text: 'Aucune recommandation n’est encore écrite.' },
          narrative('conclusion'),
        ],
      },
    ],
  });
});

describe('which sections there are', () => {
  const titles = (document: ReportDocument) =>
    document.sections.map(({ number, title }) => `${number} ${title}`);

  test('an event that we organise, its annexes last', () => {
    expect(titles(dumbeaDocument({ tasks: [aPlannedTask] }))).toEqual([
      '1 L’essentiel',
      '2 Fiche de l’événement',
      '3 Objectifs et indicateurs',
      '4 Calendrier',
      '5 Tâches et délais',
      '6 Recommandations',
      'Annexe\u00a0A Liste des tâches',
      'Annexe\u00a0B Organismes partenaires',
    ]);
  });

  test('an event in which we take part says what its host was asked', () => {
    const hostRequests = (['confirmed', 'asked'] as const).map((status) => ({
      id: anId(),
      subject: 'Emplacement',
      status,
      changedOn: null,
      answer: '',
    }));
    const document = dumbeaDocument({ event: anEvent({ role: 'participant', kind: 'stand', hostRequests }) });
    expect(document.kindLabel).toBe('Bilan de participation');
    expect(titles(document).slice(1, 4)).toEqual([
      '2 Notre participation',
      '3 Informations demandées à l’organisateur',
      '4 Objectifs et indicateurs',
    ]);
    expect(blocksOf(document, 'host')).toContainEqual({
      kind: 'callout',
      tone: 'warn',
      text: '1\u00a0information demandée est restée sans réponse, sur 2.',
    });
  });

  test('an empty event still makes a whole document', () => {
    const event = anEvent({ expectedAttendancePeople: null });
    const document = dumbeaDocument({ event, report: emptyReport(event.id) });
    expect(blocksOf(document, 'summary')).toContainEqual({
      kind: 'paragraph',
      text: 'Rien n’est encore mesuré, fait ni écrit.',
    });
    expect(reportDocumentSchema.parse(document)).toEqual(document);
  });
});

describe('what nobody measured', () => {
  const event = anEvent({
    objectives: [
      {
        id: anId(),
        title: 'Accueillir',
        indicators: [
          anIndicator({ name: 'Mesuré', actual: 1238, evidence: '2 405 passages', measuredOn: '2025-03-10' }),
          anIndicator({ name: 'Sans preuve', unit: '%', baseline: 54, target: 60, actual: 57.5 }),
          anIndicator({ name: 'Attendu', meansOfMeasure: 'Émargement' }),
          anIndicator({ name: 'Lacune', meansOfMeasure: '' }),
        ],
      },
    ],
  });

  test('is shown as to enter, never estimated; each value has its evidence or says that it has none', () => {
    const [table] = blocksOf(dumbeaDocument({ event }), 'objectives').filter(
      (block) => block.kind === 'table',
    );
    expect(table?.rows).toEqual([
      { kind: 'group', text: 'Accueillir' },
      cells(
        'Mesuré',
        '940',
        '1\u202f200',
        { text: '1\u202f238', isStrong: true },
        { text: 'atteint', tone: 'ok' },
        { text: '2\u202f405 passages', note: 'relevé du 10 mars 2025' },
      ),
      cells(
        'Sans preuve',
        '54,0\u202f%',
        '60,0\u202f%',
        { text: '57,5\u202f%', isStrong: true },
        { text: 'en progrès', tone: 'plain' },
        { text: 'preuve à citer', note: undefined, tone: 'warn' },
      ),
      cells(
        'Attendu',
        '940',
        '1\u202f200',
        { text: 'à saisir', isStrong: true },
        { text: 'relevé attendu', tone: 'warn' },
        { text: 'attendu\u202f: Émargement' },
      ),
      cells(
        'Lacune',
        '940',
        '1\u202f200',
        { text: 'à saisir', isStrong: true },
        { text: 'personne ne mesure', tone: 'alert' },
        { text: 'aucun moyen de mesure' },
      ),
    ]);
  });

  test('is called out by name, and stands on the first page', () => {
    const document = dumbeaDocument({ event });
    expect(blocksOf(document, 'objectives').filter(({ kind }) => kind === 'callout')).toEqual([
      {
        kind: 'callout',
        tone: 'alert',
        text: 'Personne ne mesure «\u202fLacune\u202f»\u202f: aucun moyen de mesure n’est inscrit sur la fiche.',
      },
      { kind: 'callout', tone: 'warn', text: 'Un relevé est attendu\u202f: Attendu.' },
    ]);
    expect(JSON.stringify(blocksOf(document, 'summary'))).toContain('Attendu\u202f; Lacune');
  });

  test('is no key figure', () => {
    const [figures] = blocksOf(dumbeaDocument({ event }), 'summary').filter(
      (block) => block.kind === 'keyFigures',
    );
    expect(figures?.figures).toEqual([
      { value: '1\u202f238', label: 'Mesuré', note: 'cible 1\u202f200, référence 940' },
      { value: '1\u202f200', label: 'Personnes attendues', note: 'prévision de la fiche' },
    ]);
  });
});

test('tables, figures and headings are numbered in the order in which they are read', () => {
  const document = dumbeaDocument({ tasks: [aPlannedTask] });
  const blocks = document.sections.flatMap((section) => section.blocks);
  const labels = blocks.flatMap((block) =>
    'caption' in block && block.caption ? [block.caption.label] : [],
  );
  expect(labels).toEqual(
    [
      'Figure 1',
      'Tableau 1',
      'Figure 2',
      'Tableau 2',
      'Tableau 3',
      'Figure 3',
      'Tableau 4',
      'Tableau 5',
      'Tableau 6',
      'Tableau 7',
      'Tableau 8',
    ].map((label) => label.replace(' ', '\u00a0')),
  );
  const headings = blocks.flatMap((block) =>
    block.kind === 'heading' ? [`${block.number} ${block.text}`] : [],
  );
  expect(headings).toEqual([
    ' Ce que nous retenons',
    '2.1 Contacts par fonction',
    '2.2 Organismes partenaires',
    '4.1 Repères',
    '4.2 Rétroplanning',
    '5.1 Par équipe',
    '5.2 Tâches faites en retard',
    '5.3 Tâches non faites',
    '6.1 Conclusion',
  ]);
});

test('a table or a chart of figures says where they come from', () => {
  const document = dumbeaDocument({ tasks: [aPlannedTask] });
  const without = document.sections.flatMap(({ blocks }) =>
    blocks.filter((block) => 'caption' in block && block.caption !== null && block.source === ''),
  );
  expect(without).toEqual([]);
});

test('a task done three days late is said to be so, in words and days', () => {
  const blocks = blocksOf(dumbeaDocument({ tasks: [aPlannedTask] }), 'tasks');
  expect(blocks).toContainEqual({
    kind: 'paragraph',
    text: '1\u00a0tâche a été faite avec 3\u00a0jours de retard.',
  });
  const late = blocks.find((block) => block.kind === 'table' && block.caption?.label === 'Tableau\u00a05');
  expect(late).toMatchObject({
    rows: [cells('Louer l’estrade', 'Technique', '10/02/2025', '13/02/2025', '+3\u00a0j')],
  });
});

test('the summary keeps to its page however many recommendations and gaps there are', () => {
  const event = anEvent({
    objectives: [
      {
        id: anId(),
        title: 'O',
        indicators: Array.from({ length: 30 }, (_, index) =>
          anIndicator({ name: `I${index}`, actual: index === 0 ? 1 : null }),
        ),
      },
    ],
  });
  const recommendations = Array.from({ length: 40 }, (_, index) => ({
    id: anId(),
    kind: 'keep' as const,
    title: `R${index}`,
    details: '',
    owner: '',
  }));
  const blocks = blocksOf(
    dumbeaDocument({ event, report: dumbeaReport(event, { recommendations }) }),
    'summary',
  );
  const rows = blocks.flatMap((block): unknown[] => ('rows' in block ? block.rows : []));
  expect(rows.length).toBeLessThan(14);
  expect(JSON.stringify(rows)).toContain('et 38\u00a0autres');
  expect(JSON.stringify(rows)).toContain('et 25\u00a0autres');
});

test('a document in English has English words, dates and numbers', () => {
  const document = dumbeaDocument({ language: 'en', tasks: [aPlannedTask] });
  // Node's own dates put a comma after the weekday, the program's do not.
  expect(document.cover.lines[0]).toMatch(/^Saturday,? 22 February 2025, 09:00 to 17:00$/);
  expect([document.kindLabel, document.running.foot]).toEqual([
    'Evaluation report',
    'Prepared on 21 March 2025. Data as of 24 March 2025.',
  ]);
  expect(JSON.stringify(document)).toContain('"1,238"');
});

type Cell = { text: string; note?: string | undefined; tone?: string; isStrong?: boolean };
function cells(...given: (string | Cell)[]) {
  return { kind: 'cells', cells: given.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)) };
}

function blocksOf(document: ReportDocument, id: string): Block[] {
  return document.sections.find((section) => section.id === id)?.blocks ?? [];
}
