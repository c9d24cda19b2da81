import { type RecordOf, recordSchemas, type TableName, tableNames } from '@shared/domain/changeSet';
import {
  erasedWords,
  erasureOf,
  erasurePlanOf,
  personRecalled,
  reapplyErasures,
  recordsWithout,
} from '@shared/domain/erasePerson';
import { nobody, type Person } from '@shared/domain/person';
import { eachText, fieldMarks, fieldOf } from '@shared/domain/personalData';
import { matcherOf, mentionsOf } from '@shared/domain/personMentions';
import { emptyWorkspace, type Workspace } from '@shared/domain/workspace';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { aContact, anEvent, anId, aTask } from '../../support/builders';
import { plantedEverywhere } from '../../support/planted';

const words = erasedWords('fr');
const salt = '00112233445566778899aabbccddeeff';
const zoé: Person = {
  names: ['Zoé Qenegei-Wamytan'],
  emails: ['zoe.q@exemple.nc'],
  phones: ['78 45 12'],
};
const facts = { id: anId(), salt, on: '2025-03-03', attachmentIds: [] as string[] };

/** A valid text of each field with the person in it: by name here, by address and number there. */
const planted = plantedEverywhere((text, mark) => {
  if (mark.kind !== 'personal') return text.length > 1 ? text : 'zoe QENEGEI wamytan';
  if (mark.data === 'email') return 'Zoe.Q@exemple.nc';
  return mark.data === 'phone' ? '+687 784512' : 'Qenegei-Wamytan, Zoé';
});
const spoken = plantedEverywhere((_text, mark) =>
  mark.kind === 'personal' && mark.data === 'email' ? 'zoe.q@exemple.nc' : 'Zoé Qenegei-Wamytan (78 45 12)',
);

function applied(workspace: Workspace, changed: ReturnType<typeof recordsWithout>): Workspace {
  const made = Object.fromEntries(
    tableNames.map((table) => [
      table,
      (workspace[table] as readonly RecordOf<TableName>[]).map(
        (record) =>
          changed.find((each) => each.table === table && each.record.id === record.id)?.record ?? record,
      ),
    ]),
  );
  return made as unknown as Workspace;
}
const problemsIn = (workspace: Workspace) =>
  tableNames.flatMap((table) =>
    workspace[table].flatMap((record) => {
      const answer = recordSchemas[table].safeParse(record);
      return answer.success ? [] : [`${table}: ${answer.error.message}`];
    }),
  );
const traces = (value: unknown) => JSON.stringify(value).match(/zo[eé]|qenegei|wamytan|78 ?45 ?12/gi) ?? [];

describe('a person planted in every text field of every table', () => {
  it('is really in every one', () => {
    const fields = new Set<string>();
    for (const table of tableNames)
      for (const record of spoken[table])
        eachText(table, record, (text, _mark, path) => {
          if (/zo[eé]/i.test(text)) fields.add(`${table} ${fieldOf(table, path)}`);
        });
    const open = Object.entries(fieldMarks).flatMap(([table, marks]) =>
      Object.entries(marks).flatMap(([field, { kind }]) =>
        kind === 'personal' || kind === 'freeText' ? [`${table} ${field}`] : [],
      ),
    );
    expect([...fields].toSorted()).toEqual(open.toSorted());
  });

  test.each([
    ['alone in its fields', planted],
    ['among other words', spoken],
  ])('%s: nothing is left, and every record is valid', (_how, workspace) => {
    expect(problemsIn(workspace)).toEqual([]);
    const after = applied(workspace, recordsWithout(workspace, matcherOf(zoé), words, new Set()));
    expect([traces(after), problemsIn(after), mentionsOf(after, zoé)]).toEqual([[], [], []]);
  });

  it('is erased again from the older copy, by digests alone, and the erasures come along', async () => {
    const erasure = await erasureOf(zoé, facts);
    expect(traces(erasure)).toEqual([]);
    expect(recordSchemas.erasures.parse(erasure)).toEqual(erasure);
    for (const workspace of [planted, spoken]) {
      const again = await reapplyErasures(workspace, [erasure], words);
      expect([traces(again), problemsIn(again.workspace), again.workspace.erasures]).toEqual([
        [],
        [],
        [erasure],
      ]);
    }
  });
});

describe('an erasure', () => {
  const file = {
    id: anId(),
    name: 'Contrat Zoé Qenegei-Wamytan.pdf',
    mediaType: '',
    bytes: 1,
    addedAt: '2025-01-01T00:00Z',
  };
  const plain = { ...file, id: anId(), name: 'Plan.pdf' };
  const event = anEvent({ attachments: [file, plain] });
  const task = aTask({ owner: 'Zoé Qenegei-Wamytan' });
  const bystander = aTask({ owner: 'Zoé Martin' });
  const workspace = { ...emptyWorkspace(), events: [event], tasks: [task, bystander] };

  it('is planned: what changes, table by table, and the files to decide on', () => {
    expect(erasurePlanOf(workspace, zoé)).toEqual({
      person: zoé,
      counts: { events: 1, tasks: 1 },
      places: [
        { table: 'events', key: event.id },
        { table: 'tasks', key: task.id },
      ],
      files: [{ eventId: event.id, eventName: 'Journée des activités', attachment: file }],
    });
  });

  it('takes the files chosen and masks the names of those that stay', () => {
    const find = matcherOf(zoé);
    const kept = recordsWithout(workspace, find, words, new Set());
    const gone = recordsWithout(workspace, find, words, new Set([file.id]));
    expect([kept, gone].map(([first]) => first?.table === 'events' && first.record.attachments)).toEqual([
      [{ ...file, name: 'Contrat […].pdf' }, plain],
      [plain],
    ]);
  });

  it('leaves everybody else: only what names the person changes', () => {
    const changed = recordsWithout(workspace, matcherOf(zoé), words, new Set());
    expect(changed.map(({ record }) => record.id)).toEqual([event.id, task.id]);
  });

  it('keeps its files from coming back with an older copy', async () => {
    const erasure = await erasureOf(zoé, { ...facts, attachmentIds: [file.id] });
    const again = await reapplyErasures(workspace, [erasure], words);
    expect([again.workspace.events[0]?.attachments, [...again.removedFiles], again.changed]).toEqual([
      [plain],
      [file.id],
      2,
    ]);
  });

  it('counts those of the copy as well, and each once', async () => {
    const [first, second] = await Promise.all([
      erasureOf(zoé, facts),
      erasureOf({ ...nobody, names: ['Zoé Martin'] }, { ...facts, id: anId() }),
    ]);
    const again = await reapplyErasures({ ...workspace, erasures: [first] }, [first, second], words);
    expect([again.workspace.erasures, again.workspace.tasks.map(({ owner }) => owner)]).toEqual([
      [first, second],
      ['Personne effacée', 'Personne effacée'],
    ]);
  });
});

test('whoever was erased is recalled in any text, whatever the order and the accents, and nobody else', async () => {
  const part = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ]{2,8}$/);
  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { minLength: 1, maxLength: 4 }),
      fc.array(part, { maxLength: 6 }),
      fc.boolean(),
      async (name, others, isReversed) => {
        const person = { ...nobody, names: [name.join(' ')] };
        const erasure = await erasureOf(person, facts);
        const written = (isReversed ? name.toReversed() : name).join('-').toUpperCase();
        const notes = `${others.join(' ')} : ${written} / ${others.join(' ')}`;
        const named = { ...emptyWorkspace(), tasks: [aTask({ notes })] };
        const bare = { ...emptyWorkspace(), tasks: [aTask({ title: 'x', notes: `${others.join(', ')}` })] };
        const isNamedAnyway = mentionsOf(bare, person).length > 0;
        expect([
          traceOf((await reapplyErasures(named, [erasure], words)).workspace, person),
          (await personRecalled(bare, [erasure])).names.length > 0,
        ]).toEqual([0, isNamedAnyway]);
      },
    ),
    { numRuns: 60 },
  );
});
const traceOf = (workspace: Workspace, person: Person) => mentionsOf(workspace, person).length;

test('100 000 tasks are cleared of ten erased people in a few seconds', async () => {
  const people = Array.from({ length: 10 }, (_, index): Person => ({
    names: [`Prénom${index} Nom${index}`, `Nom${index} de Long Nom`],
    emails: [`p${index}@exemple.nc`],
    phones: [`78 00 ${10 + index}`],
  }));
  const erasures = await Promise.all(people.map((person) => erasureOf(person, { ...facts, id: anId() })));
  const tasks = Array.from({ length: 100_000 }, (_, index) =>
    aTask({
      title: `Réserver la sonorisation n° ${index}`,
      owner: index % 10_000 === 0 ? 'Nom3, PRENOM3' : 'Équipe technique',
      notes: 'Devis demandé à trois sociétés ; à relancer avant la fin du mois, au 25 00 00.',
    }),
  );
  const started = performance.now();
  const { workspace, changed } = await reapplyErasures({ ...emptyWorkspace(), tasks }, erasures, words);
  expect([changed, workspace.tasks[0]?.owner]).toEqual([10, 'Personne effacée']);
  expect(performance.now() - started).toBeLessThan(12_000);
});

test('an address that two people share is not taken from the other one', () => {
  const other = aContact({ name: 'Paul Martin', email: 'accueil@exemple.nc' });
  const own = aContact({ name: 'Zoé Qenegei-Wamytan', email: 'accueil@exemple.nc' });
  const event = anEvent({ contacts: [own, other] });
  const [changed] = recordsWithout(
    { ...emptyWorkspace(), events: [event] },
    matcherOf({ ...zoé, emails: [] }),
    words,
    new Set(),
  );
  expect(changed?.record).toEqual({
    ...event,
    contacts: [{ ...own, name: 'Personne effacée', email: '' }, other],
  });
});
