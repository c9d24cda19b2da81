import { createHash } from 'node:crypto';
import { type TableName, tableNames } from '@shared/domain/changeSet';
import { emptyReport } from '@shared/domain/eventReport';
import { newVersion } from '@shared/domain/eventVersions';
import { noBase, planMerge } from '@shared/domain/mergePlan';
import { emptyWorkspace, schemaVersion, type Workspace } from '@shared/domain/workspace';
import { type ArchiveAnswer, readArchive, writeArchive } from '@shared/interchange/archive';
import { writeZip } from '@shared/interchange/zip';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { anyBundle, anyWorkspace } from '../../support/anyWorkspace';
import { anEvent, anId, aPeriod, aTask, aTemplate, someSettings } from '../../support/builders';

const options = { createdAt: '2026-11-24T00:00Z', schemaVersion, program: '0.1.0' };
const event = anEvent({ objectives: [{ id: anId(), title: 'Accueillir', indicators: [] }] });
const workspace: Workspace = {
  ...emptyWorkspace(),
  settings: [someSettings()],
  events: [event],
  tasks: [aTask({ eventId: event.id }), aTask({ title: '__proto__', notes: '"__proto__":{}' })],
  templates: [aTemplate()],
  periods: [aPeriod()],
  reports: [{ ...emptyReport(event.id), narratives: { summary: 'Bien passé.' } }],
  exchanges: [],
};

async function opened(bytes: Uint8Array, version = schemaVersion) {
  const answer = await readArchive(bytes, version);
  if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.problem));
  return answer;
}
const problemOf = (answer: ArchiveAnswer) =>
  answer.kind === 'refused' ? [answer.problem.code, answer.problem.place] : 'accepted';
const refusal = async (bytes: Uint8Array, version = schemaVersion) =>
  problemOf(await readArchive(bytes, version));

type Json = Record<string, unknown>;
/** The archive with some entries put in place of others and its manifest changed; digests are made true again. */
async function tampered({
  entries = {},
  manifest = {},
}: {
  entries?: Record<string, string | null>;
  manifest?: Json;
}) {
  const files = unzipSync(await writeArchive(workspace, new Map(), options));
  for (const [name, text] of Object.entries(entries)) {
    if (text === null) delete files[name];
    else files[name] = new TextEncoder().encode(text);
  }
  const written = JSON.parse(new TextDecoder().decode(files['manifest.json'])) as Json;
  delete files['manifest.json'];
  const digests = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name,
      createHash('sha256').update(content).digest('hex'),
    ]),
  );
  const text = JSON.stringify({ ...written, digests, ...manifest });
  return writeZip(new Map([['manifest.json', new TextEncoder().encode(text)], ...Object.entries(files)]));
}
const records = (table: TableName, change: (record: Json) => unknown) =>
  JSON.stringify((workspace[table] as unknown as Json[]).map(change));

/** Tables that came with the third form of the records. */
const sinceThird = ['profiles', 'people', 'posts', 'shifts', 'assignments', 'travelTimes'];
const without = (...tables: readonly string[]) =>
  Object.fromEntries(tables.map((table) => [`records/${table}.json`, null]));

describe('an archive', () => {
  it('brings back every record and every file as they were, and says what it is', async () => {
    const attachments = new Map([
      [anId(), Uint8Array.from([0, 1, 2, 255])],
      [anId(), new Uint8Array(3_000_000).fill(7)],
    ]);
    const answer = await opened(await writeArchive(workspace, attachments, options));
    expect(answer.workspace).toEqual(workspace);
    const hexOf = (files: ReadonlyMap<string, Uint8Array>) =>
      [...files].map(([id, bytes]) => [id, createHash('sha256').update(bytes).digest('hex')]);
    expect(hexOf(answer.attachments)).toEqual(hexOf(attachments));
    expect({ ...answer.manifest, digests: Object.keys(answer.manifest.digests) }).toEqual({
      format: 'regie-archive',
      formatVersion: 2,
      schemaVersion,
      createdAt: '2026-11-24T00:00Z',
      program: '0.1.0',
      counts: {
        settings: 1,
        events: 1,
        tasks: 2,
        templates: 1,
        periods: 1,
        reports: 1,
        retentions: 0,
        erasures: 0,
        exchanges: 0,
        profiles: 0,
        people: 0,
        posts: 0,
        shifts: 0,
        assignments: 0,
        travelTimes: 0,
      },
      scope: 'workspace',
      version: null,
      ancestors: [],
      digests: [
        ...tableNames.map((table) => `records/${table}.json`),
        ...[...attachments.keys()].map((id) => `attachments/${id}`),
      ],
    });
  });

  it('brings back any text that a record may hold', async () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constant('__proto__'),
    );
    const title = unit.map((text) => `T${text}`.slice(0, 100).trim());
    const task = fc
      .record({
        title,
        notes: unit,
        tags: fc.array(
          title.map((text) => text.slice(0, 30).trim()),
          { maxLength: 3 },
        ),
      })
      .map(aTask);
    await fc.assert(
      fc.asyncProperty(fc.array(task, { maxLength: 6 }), async (tasks) => {
        const bytes = await writeArchive({ ...emptyWorkspace(), tasks }, new Map(), options);
        expect((await opened(bytes)).workspace.tasks).toEqual(tasks);
      }),
      { numRuns: 60 },
    );
  });

  it('brings back any workspace without one difference', async () => {
    await fc.assert(
      fc.asyncProperty(anyWorkspace, async (any) => {
        const answer = await opened(await writeArchive(any, new Map(), options));
        expect(answer.workspace).toEqual(any);
        expect(planMerge(any, answer.workspace, noBase).records).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('holds one event with its versions, and is a version itself', async () => {
    await fc.assert(
      fc.asyncProperty(anyBundle, async (bundle) => {
        const first = newVersion(anId(), bundle, [], true);
        const roster = { posts: [], shifts: [], assignments: [] };
        const made = newVersion(anId(), { ...bundle, ...roster }, [first], true);
        const one: Workspace = {
          ...emptyWorkspace(),
          events: [bundle.event],
          tasks: bundle.tasks,
          reports: bundle.report ? [bundle.report] : [],
          exchanges: [first, made],
        };
        const answer = await opened(await writeArchive(one, new Map(), { ...options, version: made.id }));
        const { scope, version, ancestors, counts } = answer.manifest;
        expect([answer.workspace, scope, version, ancestors, counts['exchanges']]).toEqual([
          one,
          'event',
          made.id,
          [first.id],
          1,
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it('still opens when it was written before events could be exchanged', async () => {
    const later = ['exchanges', ...sinceThird];
    const counts = Object.fromEntries(
      tableNames.filter((table) => !later.includes(table)).map((table) => [table, workspace[table].length]),
    );
    const before = {
      formatVersion: 1,
      schemaVersion: 1,
      counts,
      scope: undefined,
      version: undefined,
      ancestors: undefined,
    };
    const answer = await opened(await tampered({ entries: without(...later), manifest: before }));
    expect([answer.workspace, answer.manifest.scope]).toEqual([workspace, 'workspace']);
    expect(await refusal(await tampered({ manifest: before }))).toEqual([
      'badEntry',
      'records/exchanges.json',
    ]);
  });

  it('is not written when it could not be read back', async () => {
    await expect(writeArchive(workspace, new Map([['../evil', new Uint8Array(1)]]), options)).rejects.toThrow(
      RangeError,
    );
  });
});

describe('an archive that is refused', () => {
  it('comes from a newer program: told so, whatever else it holds', async () => {
    expect(await refusal(await writeArchive(workspace, new Map(), options), schemaVersion - 1)).toEqual([
      'newerSchema',
      String(schemaVersion),
    ]);
    expect(await refusal(await tampered({ manifest: { formatVersion: 3, purpose: 'unknown' } }))).toEqual([
      'newerFormat',
      '3',
    ]);
    const people = {
      entries: { 'records/people.json': '[]' },
      manifest: { schemaVersion: schemaVersion + 1 },
    };
    expect(await refusal(await tampered(people))).toEqual(['newerSchema', String(schemaVersion + 1)]);
  });

  it('is no archive of ours', async () => {
    const foreign = await writeZip(new Map([['xl/workbook.xml', new Uint8Array(3)]]));
    expect(await refusal(foreign)).toEqual(['notAnArchive', '']);
    expect(await refusal(new TextEncoder().encode('tâche;équipe'))).toEqual(['notAnArchive', '']);
    expect(await refusal(new Uint8Array())).toEqual(['notAnArchive', '']);
    expect(await refusal(await tampered({ manifest: { format: 'autre' } }))).toEqual([
      'notAnArchive',
      'manifest.json',
    ]);
  });

  it('is cut anywhere', async () => {
    const bytes = await writeArchive(workspace, new Map(), options);
    for (const length of [10, 100, bytes.length >> 1, bytes.length - 1]) {
      expect(await refusal(bytes.slice(0, length))).toEqual(['damaged', '']);
    }
  });

  it('has a bit changed, wherever it changes what is read', async () => {
    const bytes = await writeArchive(workspace, new Map([[anId(), Uint8Array.from([1, 2, 3])]]), options);
    const before = await opened(bytes);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        const answer = await readArchive(changed, schemaVersion);
        expect([before.kind, 'refused']).toContain(answer.kind);
        expect(answer.kind === 'archive' ? answer : before).toEqual(before);
      }),
      { numRuns: 400 },
    );
  });

  it('is older than a table: it has none of its records', async () => {
    const counts = { settings: 1, events: 1, tasks: 2, templates: 1, periods: 1, reports: 1 };
    const older = await tampered({
      entries: without('erasures', 'retentions', 'exchanges', ...sinceThird),
      manifest: { counts },
    });
    expect((await opened(older)).workspace).toEqual(workspace);
    const claimed = { counts: { ...counts, retentions: 0, erasures: 0, exchanges: 0 } };
    const broken = await tampered({ entries: { 'records/erasures.json': null }, manifest: claimed });
    expect(await refusal(broken)).toEqual(['damaged', 'records/erasures.json']);
  });

  it('lacks an entry, has one too many, or one whose name is not ours', async () => {
    const manifest = { digests: { 'records/tasks.json': '0'.repeat(64) } };
    expect(await refusal(await tampered({ entries: { 'records/tasks.json': null }, manifest }))).toEqual([
      'damaged',
      'records/tasks.json',
    ]);
    expect(await refusal(await tampered({ entries: { 'records/tasks.json': null } }))).toEqual([
      'damaged',
      'records/tasks.json',
    ]);
    expect(await refusal(await tampered({ manifest: { digests: {} } }))).toEqual([
      'damaged',
      'records/settings.json',
    ]);
    for (const name of ['../evil', 'records/../x', 'attachments/x', 'C:\\x', 'records/persons.json']) {
      expect(await refusal(await tampered({ entries: { [name]: '[]' } }))).toEqual(['badEntry', name]);
    }
  });

  it('holds a record that is not one, whole', async () => {
    const tasks = (change: (record: Json) => unknown) =>
      tampered({ entries: { 'records/tasks.json': records('tasks', change) } });
    expect(await refusal(await tasks((task) => ({ ...task, title: '' })))).toEqual([
      'badRecord',
      'records/tasks.json[0].title',
    ]);
    expect(await refusal(await tasks((task) => ({ ...task, colour: 'red' })))).toEqual([
      'badRecord',
      'records/tasks.json[0].colour',
    ]);
    expect(
      await refusal(
        await tasks((task) => ({ ...task, plan: { ...task, anchor: { kind: 'opening', more: 1 } } })),
      ),
    ).toEqual(['badRecord', 'records/tasks.json[0].plan.offsetDays']);
    const id = workspace.tasks[0]?.id;
    expect(await refusal(await tasks((task) => ({ ...task, id })))).toEqual([
      'badRecord',
      'records/tasks.json[1].id',
    ]);
  });

  it('holds text that is no list of records, is nested too deep, or names a prototype', async () => {
    const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    for (const text of [
      '',
      '{}',
      'null',
      '[',
      deep(40),
      '[{"__proto__":{}},{}]',
      '[{"\\u005f_proto__":{}},{}]',
      '[1]',
    ]) {
      expect(await refusal(await tampered({ entries: { 'records/tasks.json': text } }))).toEqual([
        'damaged',
        'records/tasks.json',
      ]);
    }
    const counted = {
      entries: { 'records/tasks.json': `[${deep(31)}]` },
      manifest: { counts: { tasks: 1 } },
    };
    expect((await refusal(await tampered(counted)))[0]).toBe('damaged');
  });

  it('claims to hold one event and holds something else', async () => {
    const other = anEvent();
    const manifest = { scope: 'event', version: anId(), ancestors: [] };
    const only = (tables: Partial<Record<TableName, readonly unknown[]>>) =>
      tampered({
        entries: Object.fromEntries(
          tableNames.map((table) => [`records/${table}.json`, JSON.stringify(tables[table] ?? [])]),
        ),
        manifest: {
          ...manifest,
          counts: Object.fromEntries(tableNames.map((table) => [table, tables[table]?.length ?? 0])),
        },
      });
    const bundle = { event: other, tasks: [], report: null };
    expect((await opened(await only({ events: [event], tasks: [aTask({ eventId: event.id })] }))).kind).toBe(
      'archive',
    );
    const refusals = [
      only({}),
      only({ events: [event, other] }),
      only({ events: [event], settings: [someSettings()] }),
      only({ events: [event], tasks: [aTask({ eventId: other.id })] }),
      only({ events: [event], reports: [emptyReport(other.id)] }),
      only({ events: [event], exchanges: [newVersion(anId(), bundle, [], true)] }),
    ];
    expect(await Promise.all(refusals.map(async (bytes) => refusal(await bytes)))).toEqual(
      ['events', 'events', 'settings', 'tasks', 'reports', 'exchanges'].map((table) => [
        'badRecord',
        `records/${table}.json`,
      ]),
    );
    expect(await refusal(await tampered({ manifest: { scope: 'event' } }))).toEqual([
      'damaged',
      'manifest.json',
    ]);
  });

  it('is protected by a password, and says so', async () => {
    expect(await refusal(new TextEncoder().encode('age-encryption.org/v1\n-> scrypt'))).toEqual([
      'encrypted',
      '',
    ]);
  });

  it('is never more than an answer, whatever its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect((await readArchive(bytes, schemaVersion)).kind).toBe('refused');
      }),
    );
  });
});
