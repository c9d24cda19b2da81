import { anonymisedRecords, type EventRecords, retentionProposalsOf } from '@shared/domain/anonymiseEvent';
import { type RecordOf, recordSchemas, type TableName } from '@shared/domain/changeSet';
import { personalUses } from '@shared/domain/retention';
import { withTexts } from '@shared/domain/personalData';
import { buildReport } from '@shared/report/buildReport';
import type { ReportDocument } from '@shared/report/document';
import { exampleWorkspace } from '@shared/seed/exampleWorkspace';
import { retentionDefaults } from '@shared/seed/retentions';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { aContact, anEvent, anId, aReport, aTask } from '../../support/builders';

const retentions = Object.values(retentionDefaults);
const all = personalUses;
const rewritten = (
  records: EventRecords,
  uses: Parameters<typeof anonymisedRecords>[1] = all,
): EventRecords => {
  const changed = anonymisedRecords(records, uses);
  const now = <T extends TableName>(table: T, record: RecordOf<T>) =>
    (changed.find((each) => each.table === table && each.record.id === record.id)?.record as
      RecordOf<T> | undefined) ?? record;
  return {
    event: now('events', records.event),
    tasks: records.tasks.map((task) => now('tasks', task)),
    report: records.report && now('reports', records.report),
  };
};

describe('an event whose people become roles', () => {
  const event = anEvent({
    description: 'Jeanne Dupont et P. Martin tiennent la caisse (78 45 12).',
    contacts: [
      aContact({ name: 'Jeanne Dupont', organisation: 'DCJS', phone: '78 45 12', email: 'j@x.nc' }),
      aContact({ name: '', email: 'x@x.nc' }),
    ],
  });
  const first = aTask({
    eventId: event.id,
    owner: 'DUPONT Jeanne',
    team: 'Accueil',
    notes: 'Voir Paul Martin',
  });
  const second = aTask({ eventId: event.id, owner: 'Paul Martin', title: 'Appeler Jeanne Dupont' });
  const third = aTask({ eventId: event.id, owner: 'Accueil' });
  const fourth = aTask({ eventId: event.id, owner: 'Agent 3' });
  const report = aReport({
    id: event.id,
    author: 'Paul Martin',
    narratives: { summary: 'Paul Martin : 940 entrées.' },
  });
  const records = { event, tasks: [first, second, third, fourth], report };

  it('keeps teams and roles, gives each spelling one role, and masks them in texts', () => {
    expect(rewritten(records)).toEqual({
      event: {
        ...event,
        description: '[…] et P. Martin tiennent la caisse ([…]).',
        contacts: [
          { ...event.contacts[0], name: 'Agent 4', phone: '', email: '' },
          { ...event.contacts[1], email: '' },
        ],
      },
      tasks: [
        { ...first, owner: 'Agent 5', notes: 'Voir […]' },
        { ...second, owner: 'Agent 6', title: 'Appeler […]' },
        third,
        fourth,
      ],
      report: { ...report, author: 'Agent 6', narratives: { summary: '[…] : 940 entrées.' } },
    });
  });

  it('touches only the fields of the uses that are due', () => {
    const { tasks, report: kept, event: contactsGone } = rewritten(records, ['contacts']);
    expect([
      tasks.map(({ owner }) => owner),
      kept?.author,
      contactsGone.contacts.map(({ name }) => name),
    ]).toEqual([['DUPONT Jeanne', 'Paul Martin', 'Accueil', 'Agent 3'], 'Paul Martin', ['Agent 4', '']]);
  });

  it('done twice, changes nothing more', () => {
    expect(anonymisedRecords(rewritten(records), all)).toEqual([]);
  });
});

/** Every figure of a document, in the order in which it is read. */
function figuresOf(document: ReportDocument): unknown[] {
  return document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block): unknown[] => {
      switch (block.kind) {
        case 'keyFigures':
          return block.figures.map(({ value }) => value);
        case 'progress':
          return block.rows.map(({ at, value, tone }) => [at, value, tone]);
        case 'timeline':
          return block.bars.map(({ from, to, doneShare }) => [from, to, doneShare]);
        case 'shares':
          return block.parts.map(({ count, part }) => [count, part]);
        case 'bars':
          return block.rows.map(({ count, share }) => [count, share]);
        case 'table':
          return [
            block.rows.map((row) =>
              row.kind === 'group'
                ? 'group'
                : row.cells.filter((_, at) => block.columns[at]?.align === 'end').map(({ text }) => text),
            ),
            block.total?.map(({ text }) => text),
          ];
        case 'callout':
        case 'facts':
        case 'heading':
        case 'narrative':
        case 'paragraph':
          return [];
      }
    }),
  );
}

test('every figure of the report is the same before and after, whoever did what', async () => {
  const example = await exampleWorkspace('2025-03-03', 'fr');
  const names = [
    'Jeanne Dupont',
    'DUPONT Jeanne',
    'Paul Martin',
    'Li',
    'Marie-Ange Xozame-Wéa',
    'Agent 2',
    '',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...example.events.filter(({ objectives }) => objectives.length > 0)),
      fc.array(fc.constantFrom(...names), { minLength: 12, maxLength: 12 }),
      fc.subarray([...all]),
      (event, chosen, uses) => {
        let at = 0;
        const next = (): string => chosen[(at += 1) % chosen.length] ?? '';
        const named = <T extends TableName>(table: T, record: RecordOf<T>): RecordOf<T> =>
          withTexts(table, record, (text, mark) => {
            if (mark.kind === 'personal' && mark.data === 'name') return next();
            return table === 'tasks' && mark.kind === 'freeText' && text.length < 100
              ? `${text} ${next()}`.trim().slice(0, 39).trim()
              : text;
          });
        const report = example.reports.find(({ id }) => id === event.id) ?? null;
        const before: EventRecords = {
          event: named('events', event),
          tasks: example.tasks
            .filter(({ eventId }) => eventId === event.id)
            .map((task) => ({ ...named('tasks', task), team: task.team })),
          report: report && named('reports', report),
        };
        const after = rewritten(before, uses);
        const documentOf = ({ event: one, tasks, report: written }: EventRecords) =>
          buildReport({
            event: one,
            tasks,
            report: written ?? aReport({ id: one.id }),
            settings: example.settings[0]!,
            periods: example.periods,
            language: 'fr',
            today: '2025-03-03',
            logo: null,
          });
        expect(figuresOf(documentOf(after))).toEqual(figuresOf(documentOf(before)));
        expect(figuresOf(documentOf(after)).length).toBeGreaterThan(2);
        const statuses = (tasks: EventRecords['tasks']) =>
          tasks.map(({ status, dueOn, doneOn, estimateMinutes }) => [status, dueOn, doneOn, estimateMinutes]);
        expect(statuses(after.tasks)).toEqual(statuses(before.tasks));
        for (const task of after.tasks) expect(recordSchemas.tasks.safeParse(task).success).toBe(true);
        const stillNamed = after.tasks.filter(({ owner }) => /Dupont|Martin|Xozame/i.test(owner));
        expect(uses.includes('owners') ? stillNamed : []).toEqual([]);
        const teamsOf = (tasks: EventRecords['tasks']) => new Set(tasks.map(({ owner }) => owner)).size;
        expect(teamsOf(after.tasks)).toBe(teamsOf(before.tasks));
      },
    ),
    { numRuns: 60 },
  );
});

describe('retention proposals', () => {
  const contacts = [aContact({ name: 'Jeanne Dupont' }), aContact({ email: 'a@b.nc' })];
  const over = anEvent({
    opensAt: '2023-05-01T00:00Z',
    closesAt: '2023-05-01T06:00Z',
    setUp: null,
    teardown: null,
    contacts,
  });
  const proposals = (events: Parameters<typeof retentionProposalsOf>[0]['events'], today: string) =>
    retentionProposalsOf(
      {
        events,
        tasks: [aTask({ eventId: over.id, owner: 'Paul Martin' })],
        reports: [aReport({ id: over.id, author: 'Paul Martin' })],
      },
      retentions,
      today,
    ).map(({ event, endedOn, uses, people }) => [event.id, endedOn, uses, people]);

  it('come the day after the retention is over, use by use', () => {
    expect(proposals([over], '2024-11-01')).toEqual([]);
    expect(proposals([over], '2024-11-02')).toEqual([[over.id, '2023-05-01', ['contacts', 'owners'], 2]]);
    expect(proposals([over], '2028-05-02')).toEqual([
      [over.id, '2023-05-01', ['contacts', 'owners', 'reports'], 2],
    ]);
  });

  it('count from the end of a repetition, and leave out events without anybody', () => {
    const repeated: typeof over = {
      ...over,
      id: anEvent().id,
      repetition: { frequency: 'weekly', every: 1, untilOn: '2024-05-01', exceptions: [] },
    };
    const empty = { ...over, id: anEvent().id, contacts: [aContact({ name: 'Agent 2' })] };
    expect(proposals([repeated, empty], '2025-11-02')).toEqual([
      [repeated.id, '2024-05-01', ['contacts'], 1],
    ]);
    expect(proposals([repeated, empty], '2025-11-01')).toEqual([]);
  });

  it('are gone once the event is anonymised', () => {
    const [event] = anonymisedRecords({ event: over, tasks: [], report: null }, ['contacts', 'owners']);
    expect(
      retentionProposalsOf(
        { events: [event?.record as typeof over], tasks: [], reports: [] },
        retentions,
        '2026-01-01',
      ),
    ).toEqual([]);
  });
});

test('a record stays valid when the mask is longer than the name', () => {
  const event = anEvent({ contacts: [aContact({ name: 'Li' })], tags: [`Li ${'a'.repeat(37)}`, anId()] });
  const [made] = anonymisedRecords({ event, tasks: [], report: null }, all);
  expect(recordSchemas.events.safeParse(made?.record).error).toBe(undefined);
});
