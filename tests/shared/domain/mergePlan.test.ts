import { mergedRecords, type MergeBase, noBase, planMerge, type Side } from '@shared/domain/mergePlan';
import { type Plain } from '@shared/domain/threeWayMerge';
import { emptyWorkspace, type Workspace } from '@shared/domain/workspace';
import { describe, expect, it } from 'vitest';
import { aContact, anEvent, aReport, aTask, aTemplate, someSettings } from '../../support/builders';

const event = anEvent();
const task = aTask({ eventId: event.id });
const aWorkspace = (fields: Partial<Workspace>): Workspace => ({ ...emptyWorkspace(), ...fields });
const baseOf =
  (workspace: Workspace): MergeBase =>
  (table, key) =>
    workspace[table].find(({ id }) => id === key) as Plain | undefined;
const noCounts = { new: 0, changed: 0, same: 0, removed: 0, conflicts: 0, onlyOurs: 0 };

describe('the plan of a merge', () => {
  it('says of each record whether it is new, changed, the same, removed or to be chosen', () => {
    const tasks = ['same', 'changed', 'kept', 'removed', 'both', 'gone there', 'gone here'].map((title) =>
      aTask({ title, eventId: event.id }),
    );
    const [same, changed, kept, removed, both, goneThere, goneHere] = tasks;
    const [onlyOurs, isNew] = [aTask({ title: 'ours' }), aTask({ title: 'theirs' })];
    const owned = (one: (typeof tasks)[number] | undefined, owner: string) => ({ ...aTask(), ...one, owner });
    const ours = [same, changed, owned(kept, 'A'), removed, owned(both, 'A'), owned(goneThere, 'A')];
    const theirs = [same, owned(changed, 'B'), kept, owned(both, 'B'), owned(goneHere, 'B'), isNew];
    const known = (list: readonly (typeof onlyOurs | undefined)[]) => list.flatMap((one) => one ?? []);
    const plan = planMerge(
      aWorkspace({ tasks: [...known(ours), onlyOurs] }),
      aWorkspace({ tasks: known(theirs) }),
      baseOf(aWorkspace({ tasks })),
    );
    expect([
      plan.counts,
      plan.records.map(({ outcome, ours: mine, theirs: other, fields }) => [
        (mine ?? other)?.['title'],
        outcome,
        fields.map(({ path, outcome: each }) => `${path.join('/')}: ${each}`),
      ]),
    ]).toEqual([
      { new: 1, changed: 1, same: 2, removed: 1, conflicts: 3, onlyOurs: 1 },
      [
        ['changed', 'changed', ['owner: theirs']],
        ['removed', 'removed', []],
        ['both', 'conflict', ['owner: conflict']],
        ['gone there', 'conflict', []],
        ['gone here', 'conflict', []],
        ['theirs', 'new', []],
      ],
    ]);
  });

  it('has nothing to do where both did the same, and asks about every difference when nothing is common', () => {
    const [ours, theirs] = [
      { ...task, owner: 'A', notes: 'N' },
      { ...task, owner: 'B', notes: 'N' },
    ];
    const sides = [aWorkspace({ tasks: [ours] }), aWorkspace({ tasks: [theirs] })] as const;
    expect(planMerge(...sides, noBase).counts).toEqual({ ...noCounts, conflicts: 1 });
    expect(planMerge(sides[0], sides[0], noBase).counts).toEqual({ ...noCounts, same: 1 });
  });

  it('never parts fields that are whole only together', () => {
    const base = aWorkspace({ events: [event], tasks: [task] });
    const done = { ...task, status: 'done', doneOn: '2025-02-01' } as const;
    const waiting = { ...task, status: 'waiting' } as const;
    const longer = { ...event, closesAt: '2025-02-22T08:00Z', teardown: null };
    const later = { ...event, opensAt: '2025-02-22T06:30Z', closesAt: '2025-02-22T08:00Z', teardown: null };
    const earlier = { ...event, setUp: null, name: 'Journée' };
    const asked = (ours: Partial<Workspace>, theirs: Partial<Workspace>) =>
      planMerge(aWorkspace(ours), aWorkspace(theirs), baseOf(base)).records.map(({ outcome, fields }) => [
        outcome,
        ...fields.map(({ path, outcome: each }) => `${path.join('/')}: ${each}`),
      ]);
    expect(asked({ tasks: [done] }, { tasks: [waiting] })).toEqual([['conflict', 'progress: conflict']]);
    expect(asked({ events: [longer] }, { events: [earlier] })).toEqual([
      ['changed', 'name: theirs', 'setUp: theirs'],
    ]);
    const short = { ...event, closesAt: '2025-02-22T00:00Z' };
    expect(asked({ events: [short] }, { events: [later] })).toEqual([['conflict', 'dates: conflict']]);
  });

  it('plans 100 000 tasks in about a second', () => {
    const tasks = Array.from({ length: 100_000 }, (_, index) =>
      aTask({ title: `Tâche ${index}`, tags: ['a', 'b'] }),
    );
    const theirs = tasks.map((one, index) =>
      index % 3 === 0 ? { ...one, owner: 'B' } : structuredClone(one),
    );
    const known = new Map(tasks.map((one) => [one.id as string, structuredClone(one) as Plain]));
    const [ours, other] = [aWorkspace({ tasks }), aWorkspace({ tasks: theirs })];
    const times = [0, 1, 2].map(() => {
      const start = performance.now();
      const plan = planMerge(ours, other, (_table, key) => known.get(key));
      const took = performance.now() - start;
      expect(plan.counts).toEqual({ ...noCounts, changed: 33_334, same: 66_666 });
      return took;
    });
    // The best of three, and room for a loaded machine: it is slow, not wrong.
    expect(Math.min(...times)).toBeLessThan(5_000);
  });
});

describe('what a merge writes', () => {
  const chosen = (ours: Workspace, theirs: Workspace, base: MergeBase, side: Side | null) => {
    const plan = planMerge(ours, theirs, base);
    const names = plan.records.flatMap((merge) =>
      merge.fields.length === 0
        ? [`${merge.table}/${merge.key}`]
        : merge.fields.map(({ path }) => [merge.table, merge.key, ...path].join('/')),
    );
    return mergedRecords(plan, new Map(side ? names.map((name) => [name, side]) : []));
  };

  it('is their change laid over ours, with the side that was chosen', () => {
    const [kept, renamed] = [aContact({ name: 'A' }), aContact({ name: 'B' })];
    const base = { ...event, contacts: [kept, renamed] };
    const ours = { ...base, description: 'Ici', contacts: [kept, { ...renamed, phone: '25 00 01' }] };
    const theirs = {
      ...base,
      description: 'Là',
      format: 'Stands',
      contacts: [{ ...renamed, name: 'Bé' }],
    };
    const sides = [aWorkspace({ events: [ours] }), aWorkspace({ events: [theirs] })] as const;
    const known = baseOf(aWorkspace({ events: [base] }));
    const merged = {
      ...base,
      format: 'Stands',
      contacts: [{ ...renamed, name: 'Bé', phone: '25 00 01' }],
    };
    expect(chosen(...sides, known, 'theirs')).toEqual([
      { kind: 'put', table: 'events', record: { ...merged, description: 'Là' } },
    ]);
    for (const side of ['ours', null] as const) {
      expect(chosen(...sides, known, side)).toEqual([
        { kind: 'put', table: 'events', record: { ...merged, description: 'Ici' } },
      ]);
    }
  });

  it('is a whole record where one side has none, and nothing when ours was chosen', () => {
    const changed = { ...task, owner: 'A' };
    const [empty, known] = [aWorkspace({}), baseOf(aWorkspace({ tasks: [task] }))];
    const full = aWorkspace({ tasks: [changed] });
    expect([
      chosen(full, empty, known, 'theirs'),
      chosen(full, empty, known, 'ours'),
      chosen(empty, full, known, 'theirs'),
      chosen(empty, full, known, null),
      chosen(empty, full, noBase, null),
      chosen(aWorkspace({ tasks: [task] }), empty, known, null),
    ]).toEqual([
      [{ kind: 'remove', table: 'tasks', key: task.id }],
      [],
      [{ kind: 'put', table: 'tasks', record: changed }],
      [],
      [{ kind: 'put', table: 'tasks', record: changed }],
      [{ kind: 'remove', table: 'tasks', key: task.id }],
    ]);
  });

  it('takes all fields of one choice together', () => {
    const ours = { ...task, status: 'done', doneOn: '2025-02-01' } as const;
    const theirs = { ...task, status: 'waiting' } as const;
    const sides = [aWorkspace({ tasks: [ours] }), aWorkspace({ tasks: [theirs] })] as const;
    expect(chosen(...sides, baseOf(aWorkspace({ tasks: [task] })), 'theirs')).toEqual([
      { kind: 'put', table: 'tasks', record: theirs },
    ]);
  });

  it('is of any table: a template, a report, the settings', () => {
    const template = aTemplate();
    const report = aReport({ id: event.id, narratives: { summary: 'Bien.' } });
    const ours = aWorkspace({ settings: [someSettings({ me: 'A' })], reports: [{ ...report, author: 'A' }] });
    const theirs = aWorkspace({
      settings: [someSettings({ me: 'B' })],
      reports: [{ ...report, narratives: { summary: 'Bien.', context: 'Un samedi.' } }],
      templates: [template],
    });
    const plan = planMerge(ours, theirs, baseOf(aWorkspace({ reports: [report] })));
    expect([plan.counts, mergedRecords(plan, new Map([['settings/workspace/me', 'theirs']]))]).toEqual([
      { ...noCounts, new: 1, changed: 1, conflicts: 1 },
      [
        { kind: 'put', table: 'settings', record: someSettings({ me: 'B' }) },
        { kind: 'put', table: 'templates', record: template },
        {
          kind: 'put',
          table: 'reports',
          record: { ...report, author: 'A', narratives: { summary: 'Bien.', context: 'Un samedi.' } },
        },
      ],
    ]);
  });
});
