import { readFileSync } from 'node:fs';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Task } from '@shared/domain/task';
import type { WorkCalendar } from '@shared/domain/workCalendar';
import { readCsv } from '@shared/interchange/csv';
import { importedTasks, planTaskImport, proposeMapping } from '@shared/interchange/tasksCsv';
import { anId } from './builders';

/** The 66 tasks of the Dumbéa day as its office wrote them, dated from this event's anchors. */
export function dumbeaTasks(event: PlannedEvent, calendar: WorkCalendar): Task[] {
  const answer = readCsv(readFileSync(new URL('../fixtures/journee-dumbea/taches.csv', import.meta.url)));
  if (answer.kind === 'refused') throw new Error(answer.problem.code);
  const { table } = answer;
  return importedTasks(
    planTaskImport(table, proposeMapping(table.headers), {
      event,
      existing: [],
      calendar,
      newId: anId,
      now: '2024-10-01T00:00Z',
      today: '2024-10-01',
    }),
  );
}

export function titled(tasks: readonly Task[], title: string): Task {
  const found = tasks.find((task) => task.title === title);
  if (!found) throw new Error(`no task called ${title}`);
  return found;
}
