import '@shared/domain/zodWithoutEval';
import type { CalendarPeriod } from '@shared/domain/calendarPeriod';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Settings } from '@shared/domain/settings';
import type { Task } from '@shared/domain/task';
import type { Day, Instant } from '@shared/domain/time';
import { workCalendarOf } from '@shared/domain/workCalendar';
import type { TaskColumn } from '@shared/interchange/taskCells';
import { type ImportPlan, planTaskImport, proposeMapping } from '@shared/interchange/tasksCsv';
import { v7 as newUuid } from 'uuid';
import { type CsvQuestion, type CsvReply, serveCsvImport } from './csvImport';

export type ImportContext = Readonly<{
  event: PlannedEvent | null;
  /** Those of the event, or those without one. */
  existing: readonly Task[];
  settings: Pick<Settings, 'workingWeekdays'>;
  periods: readonly CalendarPeriod[];
  now: Instant;
  today: Day;
}>;
export type ImportQuestion = CsvQuestion<TaskColumn, ImportContext>;
export type ImportAnswer = CsvReply<ImportPlan>;

serveCsvImport<TaskColumn, ImportContext, ImportPlan>({
  propose: proposeMapping,
  plan: (table, mapping, { settings, periods, ...context }, tellShare) =>
    planTaskImport(
      table,
      mapping,
      { ...context, calendar: workCalendarOf(settings, periods), newId: newUuid },
      tellShare,
    ),
});
