import { readFileSync } from 'node:fs';
import type { Task } from '@shared/domain/task';
import { workCalendarOf } from '@shared/domain/workCalendar';
import { type CsvTable, readCsv } from '@shared/interchange/csv';
import { exportTasksCsv, importedTasks, planTaskImport, proposeMapping } from '@shared/interchange/tasksCsv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anEvent, anId, someSettings } from '../../support/builders';

const calendar = workCalendarOf(someSettings(), []);
const event = anEvent();
const bytes = readFileSync(new URL('../../fixtures/journee-dumbea/taches.csv', import.meta.url));

function tableOf(text: string | Uint8Array): CsvTable {
  const answer = readCsv(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  if (answer.kind === 'refused') throw new Error(answer.problem.code);
  return answer.table;
}
function planOf(text: string | Uint8Array, existing: readonly Task[] = []) {
  const table = tableOf(text);
  return planTaskImport(table, proposeMapping(table.headers), {
    event,
    existing,
    calendar,
    newId: anId,
    now: '2025-01-06T00:00Z',
    today: '2025-01-06',
  });
}
const refusals = (text: string) =>
  planOf(text).rows.flatMap(({ line, problems }) => problems.map(({ code, value }) => [line, code, value]));

describe('importing the tasks of an event', () => {
  it('creates every task of the Dumbéa file, dated from its anchors, linked by name', () => {
    const plan = planOf(bytes);
    expect(plan.counts).toEqual({ created: 66, changed: 0, unchanged: 0, refused: 0 });
    const byTitle = new Map(importedTasks(plan).map((task) => [task.title, task]));
    const printing = byTitle.get('Imprimer les affiches et les dépliants');
    const proof = byTitle.get("Valider le bon à tirer de l'affiche");
    expect([printing?.dueOn, printing?.durationDays, printing?.dependsOn, proof?.dueOn]).toEqual([
      '2025-01-08',
      4,
      [proof?.id],
      '2025-01-15',
    ]);
    expect(byTitle.get('Rendre le site propre')?.dueOn).toBe('2025-02-22');
  });

  it('finds nothing to do in the same file a second time', () => {
    const first = importedTasks(planOf(bytes));
    expect(planOf(bytes, first).counts).toEqual({ created: 0, changed: 0, unchanged: 66, refused: 0 });
  });

  it('reads back what it exported, in both languages', () => {
    const tasks = importedTasks(planOf(bytes));
    for (const language of ['fr', 'en'] as const) {
      expect(planOf(exportTasksCsv(tasks, language), tasks).counts).toEqual({
        created: 0,
        changed: 0,
        unchanged: 66,
        refused: 0,
      });
    }
  });

  it('shows which fields a row would change', () => {
    const tasks = importedTasks(planOf('tâche;équipe;priorité\nLouer le fourgon;Logistique;haute'));
    const [row] = planOf('tâche;équipe;priorité\nlouer le FOURGON;Transport;haute', tasks).rows;
    expect([row?.outcome, row?.changedFields, row?.task?.team]).toEqual(['changed', ['team'], 'Transport']);
  });

  it('says the line, the column and the reason of each refusal', () => {
    expect(
      refusals(
        [
          'tâche;ancre;décalage en jours;durée en jours;dépend de;priorité;échéance',
          'A;ouverture;-3;0;;;',
          'B;nulle part;-3;1;;;',
          'C;ouverture;trois;1;;;',
          'D;;;1;Inconnue;;',
          'E;;;1;;urgente;',
          'F;;;1;;;31/02/2025',
          ';ouverture;-3;1;;;',
          'G;;;1;;;',
          'g;;;1;;;',
        ].join('\n'),
      ),
    ).toEqual([
      [2, 'durationOutOfBounds', '0'],
      [3, 'unknownAnchor', 'nulle part'],
      [4, 'notAnInteger', 'trois'],
      [5, 'unknownDependency', 'Inconnue'],
      [6, 'unknownPriority', 'urgente'],
      [7, 'notADay', '31/02/2025'],
      [8, 'titleMissing', ''],
      [10, 'duplicateTitle', 'g'],
    ]);
  });

  it('refuses tasks that wait for each other, and those that wait for a refused one', () => {
    expect(refusals('tâche;dépend de\nA;B\nB;A\nC;A\nD;')).toEqual([
      [2, 'dependencyCycle', 'A → B → A'],
      [3, 'dependencyCycle', 'A → B → A'],
      [4, 'dependencyRefused', 'A'],
    ]);
  });

  it('never throws, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (content) => {
        const answer = readCsv(content);
        if (answer.kind === 'table')
          planTaskImport(answer.table, proposeMapping(answer.table.headers), {
            event,
            existing: [],
            calendar,
            newId: anId,
            now: '2025-01-06T00:00Z',
            today: '2025-01-06',
          });
      }),
    );
  });
});
