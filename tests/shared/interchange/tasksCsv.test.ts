import { readFileSync } from 'node:fs';
import { mappingSignature } from '@shared/interchange/csv';
import { plannedDueOn } from '@shared/domain/backwardPlan';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { type Anchor, type Task, taskPriorities, taskSchema, taskStatuses } from '@shared/domain/task';
import { workCalendarOf } from '@shared/domain/workCalendar';
import { type CsvTable, readCsv } from '@shared/interchange/csv';
import { titleKey } from '@shared/interchange/taskRow';
import { exportTasksCsv, importedTasks, planTaskImport, proposeMapping } from '@shared/interchange/tasksCsv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anEvent, anId, aPeriod, aTask, someSettings } from '../../support/builders';

const calendar = workCalendarOf(someSettings(), [aPeriod({ firstOn: '2025-01-01', lastOn: '2025-01-01' })]);
const event = anEvent();
const dumbea = readFileSync(new URL('../../fixtures/journee-dumbea/taches.csv', import.meta.url));
const today = '2024-10-07';

function tableOf(content: string | Uint8Array): CsvTable {
  const answer = readCsv(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  if (answer.kind === 'refused') throw new Error(answer.problem.code);
  return answer.table;
}
function planOf(
  content: string | Uint8Array,
  existing: readonly Task[] = [],
  into: PlannedEvent | null = event,
) {
  const table = tableOf(content);
  return planTaskImport(table, proposeMapping(table.headers), {
    event: into,
    existing,
    calendar,
    newId: anId,
    now: '2024-10-06T22:00Z',
    today,
  });
}
/** Line, code and value of each refusal. */
const refusals = (content: string, existing: readonly Task[] = [], into: PlannedEvent | null = event) =>
  planOf(content, existing, into).rows.flatMap(({ line, problems }) =>
    problems.map(({ code, value }) => [line, code, value]),
  );
function onlyTask(content: string, existing: readonly Task[] = [], into: PlannedEvent | null = event): Task {
  const [row] = planOf(content, existing, into).rows;
  if (!row?.task) throw new Error(JSON.stringify(row?.problems));
  return row.task;
}
const ofEvent = (fields: Partial<Task>) => aTask({ eventId: event.id, ...fields });

describe('importing the tasks of an event', () => {
  it('creates the 66 tasks of the Dumbéa file, dated from its anchors, linked by name', () => {
    const plan = planOf(dumbea);
    expect([plan.counts, plan.notes]).toEqual([{ created: 66, changed: 0, unchanged: 0, refused: 0 }, []]);
    const byTitle = new Map(importedTasks(plan).map((task) => [task.title, task]));
    const printing = byTitle.get('Imprimer les affiches et les dépliants');
    const proof = byTitle.get("Valider le bon à tirer de l'affiche");
    expect(printing).toEqual(
      ofEvent({
        id: printing?.id as Task['id'],
        title: 'Imprimer les affiches et les dépliants',
        team: 'Communication',
        priority: 'high',
        dueOn: '2025-01-08',
        plan: { anchor: { kind: 'opening' }, offsetDays: -45, unit: 'calendarDays' },
        durationDays: 4,
        dependsOn: proof ? [proof.id] : [],
        createdAt: '2024-10-06T22:00Z',
      }),
    );
    expect(byTitle.get('Rendre le site propre')?.dueOn).toBe('2025-02-22');
    expect(byTitle.get('Faire valider le rapport')?.dueOn).toBe('2025-03-20');
    expect(byTitle.get("Établir le plan d'implantation des stands")?.dependsOn.length).toBe(2);
  });

  it('finds nothing to do in the same file a second time', () => {
    const first = importedTasks(planOf(dumbea));
    expect(planOf(dumbea, first).counts).toEqual({ created: 0, changed: 0, unchanged: 66, refused: 0 });
  });

  it('matches a row to a task by title, accents, case and apostrophes aside, and says which fields change', () => {
    const existing = [ofEvent({ title: 'Préparer l’accueil', team: 'Accueil', priority: 'high' })];
    const [row] = planOf("tâche;équipe;priorité\nPREPARER L'ACCUEIL;Logistique;haute", existing).rows;
    expect([row?.outcome, row?.changedFields, row?.task]).toEqual([
      'changed',
      ['team'],
      { ...existing[0], team: 'Logistique' },
    ]);
  });

  it('leaves alone what an empty cell or an absent column does not tell', () => {
    const task = ofEvent({
      title: 'A',
      owner: 'Agent 02',
      team: 'Accueil',
      tags: ['bâche'],
      notes: 'Voir le plan.',
    });
    expect(planOf('tâche;responsable;étiquettes\nA;;', [task]).counts.unchanged).toBe(1);
  });

  it('reads every kind of cell', () => {
    const predecessor = ofEvent({ title: 'Avant' });
    const task = onlyTask(
      'tâche;équipe;responsable;échéance;priorité;statut;faite le;temps estimé;étiquettes;sous-tâches;notes;durée;dépend de\n' +
        'A;Accueil;Agent 03;03/02/2025;basse;terminée;01/02/2025;1 h 30;bâche|nord|bâche;[x] Un|Deux;"Ligne 1\nLigne 2";3;avant',
      [predecessor],
    );
    expect(task).toEqual(
      ofEvent({
        id: task.id,
        title: 'A',
        team: 'Accueil',
        owner: 'Agent 03',
        dueOn: '2025-02-03',
        priority: 'low',
        status: 'done',
        doneOn: '2025-02-01',
        estimateMinutes: 90,
        tags: ['bâche', 'nord'],
        checklist: [
          { id: expect.any(String) as string, text: 'Un', isDone: true },
          { id: expect.any(String) as string, text: 'Deux', isDone: false },
        ],
        notes: 'Ligne 1\nLigne 2',
        durationDays: 3,
        dependsOn: [predecessor.id],
        createdAt: '2024-10-06T22:00Z',
      }),
    );
  });

  it('takes « done » without a day as done today, or when it was already', () => {
    expect(onlyTask('tâche;statut\nA;faite').doneOn).toBe(today);
    const done = ofEvent({ title: 'A', status: 'done', doneOn: '2024-09-30' });
    expect(planOf('tâche;statut\nA;faite', [done]).counts.unchanged).toBe(1);
    expect(onlyTask('tâche;faite le\nA;30/09/2024')).toMatchObject({ status: 'done', doneOn: '2024-09-30' });
    expect(onlyTask('tâche;statut\nA;en cours', [done])).toMatchObject({ status: 'doing', doneOn: null });
  });
});

describe('the date of an imported task', () => {
  it('is counted from the anchor, in calendar or working days, off closed days', () => {
    expect(onlyTask('tâche;ancre;décalage\nA;ouverture;-52').dueOn).toBe('2024-12-31');
    expect(onlyTask('tâche;ancre;décalage;décompte\nA;ouverture;-38;jours ouvrés').dueOn).toBe('2024-12-31');
    expect(onlyTask('tâche;décalage\nA;J-30').plan).toEqual({
      anchor: { kind: 'opening' },
      offsetDays: -30,
      unit: 'calendarDays',
    });
    expect(onlyTask('tâche;échéance\nA;J-30').dueOn).toBe('2025-01-23');
  });

  it('is the one that the row states, pinned when its plan gives another', () => {
    expect(onlyTask('tâche;ancre;décalage;échéance\nA;ouverture;-30;23/01/2025').isPinned).toBe(false);
    const plan = planOf('tâche;ancre;décalage;échéance\nA;ouverture;-30;24/01/2025');
    expect(plan.rows[0]?.task).toMatchObject({ dueOn: '2025-01-24', isPinned: true });
    expect(plan.notes).toEqual([{ code: 'pinned', count: 1 }]);
  });

  it('stays when its task is pinned, done or dropped, even if the plan changes', () => {
    const plan = { anchor: { kind: 'opening' }, offsetDays: -30, unit: 'calendarDays' } as const;
    const pinned = ofEvent({ title: 'A', plan, dueOn: '2025-01-10', isPinned: true });
    const done = ofEvent({ title: 'B', plan, dueOn: '2025-01-23', status: 'done', doneOn: '2025-01-20' });
    const open = ofEvent({ title: 'C', plan, dueOn: '2025-01-23' });
    const moved = planOf('tâche;ancre;décalage\nA;ouverture;-10\nB;ouverture;-10\nC;ouverture;-10', [
      pinned,
      done,
      open,
    ]);
    expect(moved.rows.map(({ task }) => [task?.plan?.offsetDays, task?.dueOn])).toEqual([
      [-10, '2025-01-10'],
      [-10, '2025-01-23'],
      [-10, '2025-02-12'],
    ]);
    expect(moved.notes).toEqual([{ code: 'kept', count: 2 }]);
  });

  it('stays where somebody put it when the row states the same plan again', () => {
    const plan = { anchor: { kind: 'opening' }, offsetDays: -30, unit: 'workingDays' } as const;
    const chosen = ofEvent({ title: 'A', plan, dueOn: '2025-01-10' });
    expect(planOf('tâche;ancre;décalage\nA;ouverture;-30', [chosen]).counts.unchanged).toBe(1);
  });

  it('is not known yet when the event has no such date; that is told, not refused', () => {
    const plan = planOf('tâche;ancre;décalage\nA;rapport;-3', [], anEvent({ reportDueOn: null }));
    expect([plan.rows[0]?.outcome, plan.rows[0]?.task?.dueOn, plan.notes]).toEqual([
      'created',
      null,
      [{ code: 'undated', count: 1 }],
    ]);
  });

  it('is told when it would be late at once', () => {
    const plan = planOf('tâche;échéance\nA;06/10/2024\nB;07/10/2024');
    expect(plan.notes).toEqual([{ code: 'late', count: 1 }]);
  });
});

describe('a row that is refused', () => {
  it('has its line, and the reason with what the file holds', () => {
    expect(
      refusals(
        [
          'tâche;ancre;décalage en jours;durée en jours;dépend de;priorité;échéance;statut;temps estimé;date fixe;décompte',
          'A;ouverture;-3;0;;;;;;;',
          'B;nulle part;-3;1;;;;;;;',
          'C;ouverture;trois;1;;;;;;;',
          'D;;;1;Inconnue;;;;;;',
          'E;;;1;;vitale;;;;;',
          'F;;;1;;;31/02/2025;;;;',
          ';ouverture;-3;1;;;;;;;',
          'G;;;1;;;;;;;',
          'g;;;1;;;;;;;',
          'H;ouverture;-1501;401;;;;;;;',
          'I;;;1,5;;;;bientôt;;;',
          'J;;-3;;;;;;;;',
          'K;ouverture;-3;;;;;;longtemps;peut-être;siècles',
          'L;;;;;;;;;;;trop',
          `${'m'.repeat(201)};;;;;;;;;;`,
        ].join('\n'),
      ),
    ).toEqual([
      [2, 'durationOutOfBounds', '0'],
      [3, 'unknownAnchor', 'nulle part'],
      [4, 'notAnInteger', 'trois'],
      [5, 'unknownDependency', 'Inconnue'],
      [6, 'unknownPriority', 'vitale'],
      [7, 'notADay', '31/02/2025'],
      [8, 'titleMissing', ''],
      [10, 'duplicateTitle', 'g'],
      [11, 'durationOutOfBounds', '401'],
      [11, 'offsetTooFar', '-1501'],
      [12, 'notAnInteger', '1,5'],
      [12, 'unknownStatus', 'bientôt'],
      [13, 'unknownAnchor', ''],
      [14, 'notATimeSpent', 'longtemps'],
      [14, 'unknownUnit', 'siècles'],
      [14, 'notYesOrNo', 'peut-être'],
      [15, 'tooManyCells', 'trop'],
      [16, 'titleTooLong', 'm'.repeat(200)],
    ]);
  });

  it('holds more than a task may', () => {
    const tags = (count: number) => Array.from({ length: count }, (_, index) => `t${index}`).join('|');
    expect(
      refusals(
        `tâche;étiquettes;équipe\nA;${tags(30)};\nB;${tags(31)};\nC;${'x'.repeat(41)};\nD;;${'x'.repeat(201)}`,
      ),
    ).toEqual([
      [3, 'tooMany', tags(31).slice(0, 200)],
      [4, 'tooLong', 'x'.repeat(41)],
      [5, 'tooLong', 'x'.repeat(200)],
    ]);
  });

  it('waits for itself, through others or not; the loop is spelt out', () => {
    expect(refusals('tâche;dépend de\nA;B\nB;C\nC;A\nD;D\nE;')).toEqual([
      [2, 'dependencyCycle', 'A → B → C → A'],
      [3, 'dependencyCycle', 'A → B → C → A'],
      [4, 'dependencyCycle', 'A → B → C → A'],
      [5, 'dependencyCycle', 'D → D'],
    ]);
  });

  it('would close a loop with tasks that are there already', () => {
    const a = ofEvent({ title: 'A' });
    const b = ofEvent({ title: 'B', dependsOn: [a.id] });
    expect(refusals('tâche;dépend de\nA;B', [a, b])).toEqual([[2, 'dependencyCycle', 'A → B → A']]);
  });

  it('waits for one that is refused, from one to the next; a task that is there already may be waited for', () => {
    const there = ofEvent({ title: 'Là' });
    expect(refusals('tâche;dépend de;durée\nA;;0\nB;A;\nC;B;\nLà;;0\nD;Là;', [there])).toEqual([
      [2, 'durationOutOfBounds', '0'],
      [3, 'dependencyRefused', 'A'],
      [4, 'dependencyRefused', 'B'],
      [5, 'durationOutOfBounds', '0'],
    ]);
  });

  it('names a title that two tasks of the event bear', () => {
    const twins = [ofEvent({ title: 'Relancer' }), ofEvent({ title: 'relancer' })];
    expect(refusals('tâche;dépend de\nRelancer;\nB;Relancer\nC;', twins)).toEqual([
      [2, 'ambiguousTitle', 'Relancer'],
      [3, 'dependencyRefused', 'Relancer'],
    ]);
    expect(refusals('tâche;dépend de\nB;Relancer', twins)).toEqual([[2, 'ambiguousTitle', 'Relancer']]);
  });

  it('counts from an anchor where there is no event', () => {
    expect(refusals('tâche;ancre;décalage\nA;ouverture;-3\nB;;', [], null)).toEqual([
      [2, 'anchorWithoutEvent', 'ouverture'],
    ]);
  });

  it.each(['constructor', '__proto__', 'toString'])('is not fooled by the word %j', (word) => {
    expect(
      refusals(`tâche;ancre;priorité;statut\nA;${word};${word};${word}`).map(([, code]) => code),
    ).toEqual(['unknownPriority', 'unknownStatus', 'unknownAnchor']);
    expect(onlyTask(`tâche\n${word}`).title).toBe(word);
  });
});

describe('a title that holds the bar between titles', () => {
  it('is waited for all the same, however its spaces were typed', () => {
    const plan = planOf('tâche;dépend de\nSon | lumière;\nRégie;\nA;Régie|Son|lumière');
    const [sound, stage, waiting] = importedTasks(plan);
    expect(waiting?.dependsOn).toEqual([stage?.id, sound?.id]);
  });
});

describe('exporting tasks', () => {
  it('writes what a French office reads', () => {
    const first = ofEvent({ title: 'Réserver la salle', durationDays: 2 });
    const second = ofEvent({
      title: '=1+1',
      team: 'Accueil',
      plan: { anchor: { kind: 'setUp' }, offsetDays: -1, unit: 'workingDays' },
      dueOn: '2025-02-20',
      dependsOn: [first.id],
      priority: 'high',
      estimateMinutes: 90,
    });
    expect(new TextDecoder().decode(exportTasksCsv([first, second], 'fr')).split('\r\n')).toEqual([
      'tâche;équipe;responsable;ancre;décalage en jours;jours comptés;durée en jours;dépend de;priorité;échéance;date fixe;statut;faite le;temps estimé en minutes;étiquettes;liste de contrôle;notes',
      'Réserver la salle;;;;;;2;;moyenne;;non;à faire;;;;;',
      "'=1+1;Accueil;;montage;-1;jours ouvrés;1;Réserver la salle;haute;20/02/2025;non;à faire;;90;;;",
      '',
    ]);
  });

  it('names predecessors that are not exported themselves', () => {
    const first = ofEvent({ title: 'A' });
    const second = ofEvent({ title: 'B', dependsOn: [first.id] });
    const file = exportTasksCsv([second], 'fr', { allTasks: [first, second] });
    expect(planOf(file, [first, second]).counts).toEqual({
      created: 0,
      changed: 0,
      unchanged: 1,
      refused: 0,
    });
  });

  it('comes back from a file as it went, in both languages, to the same event and to an empty one', () => {
    const owned = anEvent({
      customAnchors: [{ id: anId(), name: 'Comité', on: '2025-01-10', movesWithEvent: true }],
    });
    fc.assert(
      fc.property(someTasksOf(owned), fc.constantFrom('fr' as const, 'en' as const), (tasks, language) => {
        for (const task of tasks) taskSchema.parse(task);
        const file = exportTasksCsv(tasks, language, { event: owned });
        expect(planOf(file, tasks, owned).rows.map(({ outcome, problems }) => [outcome, problems])).toEqual(
          tasks.map(() => ['unchanged', []]),
        );
        const copies = importedTasks(planOf(file, [], owned));
        expect(copies.map((task) => withoutKeys(task, copies))).toEqual(
          tasks.map((task) => withoutKeys(task, tasks)),
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe('a mapping', () => {
  it('takes each column once, the first that names it', () => {
    expect(proposeMapping(['Tâche', 'Titre', 'Couleur', 'Équipe', 'Due date'])).toEqual([
      'title',
      null,
      null,
      'team',
      'dueOn',
    ]);
  });

  it('is remembered under the headers, however they are typed', () => {
    expect(mappingSignature(['Tâche', ' ÉQUIPE'])).toBe(mappingSignature(['tache', 'équipe']));
    expect(mappingSignature(['Tâche'])).not.toBe(mappingSignature(['Équipe']));
  });
});

describe('a large or hostile file', () => {
  it('of 50 000 rows that wait for each other in pairs, or for one, is planned in one go', () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => {
      const pair = index % 2 === 0 ? index + 1 : index - 1;
      return index < 20_000 ? `T${index};T${pair}` : index === 20_000 ? 'Moyeu;' : `T${index};Moyeu`;
    });
    const { counts } = planOf(`tâche;dépend de\n${rows.join('\n')}`);
    expect(counts).toEqual({ created: 30_000, changed: 0, unchanged: 0, refused: 20_000 });
  }, 60_000);

  it('is never more than an answer, whatever its bytes', () => {
    const pieces = [
      'tâche',
      'dépend de',
      'A',
      'B',
      ';',
      '\n',
      '"',
      '|',
      '\\',
      'J-3',
      '31/12/2199',
      '=',
      "'",
      'ouverture',
    ];
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .array(fc.constantFrom(...pieces), { maxLength: 60 })
        .map((parts) =>
          new TextEncoder().encode(`tâche;dépend de;échéance;ancre;décalage\n${parts.join('')}`),
        ),
    );
    fc.assert(
      fc.property(content, (bytes) => {
        const answer = readCsv(bytes);
        if (answer.kind === 'refused') return;
        const mapping = proposeMapping(answer.table.headers);
        const context = { event, existing: [], calendar, newId: anId, now: '2024-10-06T22:00Z', today };
        const tasks = importedTasks(planTaskImport(answer.table, mapping, context));
        expect(tasks.filter((task) => !taskSchema.safeParse(task).success)).toEqual([]);
      }),
    );
  });
});

/** The task with its predecessors by title, and without what a file does not carry. */
function withoutKeys(task: Task, among: readonly Task[]) {
  const { id: _id, createdAt: _createdAt, ...fields } = task;
  return {
    ...fields,
    dependsOn: task.dependsOn.map((id) => among.find((other) => other.id === id)?.title),
    checklist: task.checklist.map(({ text, isDone }) => ({ text, isDone })),
  };
}

function someTasksOf(owner: PlannedEvent): fc.Arbitrary<Task[]> {
  const unit = fc.oneof(
    fc.constantFrom(...'=+-@;|"\'\n [x]'.split('')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }).filter((letter) => letter !== '\\'),
  );
  const words = (maxLength: number) => fc.string({ unit, maxLength }).map((text) => text.trim());
  const day = fc
    .date({ min: new Date('2024-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const anchor = fc.constantFrom<Anchor>(
    { kind: 'opening' },
    { kind: 'closing' },
    { kind: 'setUp' },
    { kind: 'reportDue' },
    { kind: 'custom', anchorId: owner.customAnchors[0]?.id ?? '' },
  );
  const plan = fc.record({
    anchor,
    offsetDays: fc.integer({ min: -400, max: 400 }),
    unit: fc.constantFrom('calendarDays' as const, 'workingDays' as const),
  });
  const list = (maxLength: number) =>
    fc.uniqueArray(
      words(maxLength).filter((text) => text !== ''),
      { maxLength: 3 },
    );
  const fields = fc.record({
    title: words(20).map((text) => `T${text}`),
    owner: words(12),
    team: words(12),
    status: fc.constantFrom(...taskStatuses),
    priority: fc.constantFrom(...taskPriorities),
    dueOn: fc.option(day),
    plan: fc.option(plan),
    isPinned: fc.boolean(),
    durationDays: fc.integer({ min: 1, max: 400 }),
    estimateMinutes: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
    notes: words(30),
    checklist: list(12),
    tags: list(8),
    doneOn: day,
  });
  const tasks = fc.uniqueArray(fields, { maxLength: 5, selector: ({ title }) => titleKey(title) });
  return fc.tuple(tasks, fc.infiniteStream(fc.boolean())).map(([all, waits]) => {
    const made: Task[] = [];
    for (const { checklist, ...one } of all) {
      const planned = one.plan && plannedDueOn(one.plan, owner, calendar);
      made.push(
        ofEvent({
          ...one,
          eventId: owner.id,
          dueOn: one.plan ? (one.dueOn ?? planned) : one.dueOn,
          doneOn: one.status === 'done' ? one.doneOn : null,
          checklist: checklist.map((text, index) => ({ id: anId(), text, isDone: index % 2 === 0 })),
          dependsOn: made.filter(() => waits.next().value as boolean).map(({ id }) => id),
        }),
      );
    }
    return made;
  });
}
