import { planProblems } from '@shared/domain/backwardPlan';
import { type RecordOf, recordSchemas, tableNames } from '@shared/domain/changeSet';
import { indicatorGaps, missingFor } from '@shared/domain/completeness';
import { findCycle } from '@shared/domain/dependencies';
import { dDayOf, type PlannedEvent } from '@shared/domain/plannedEvent';
import { occurrencesOf } from '@shared/domain/repetition';
import { defaultSettings } from '@shared/domain/settings';
import { isOpen, isOverdue, type Task } from '@shared/domain/task';
import { addDays, type Day, daysBetween } from '@shared/domain/time';
import { workCalendarOf } from '@shared/domain/workCalendar';
import type { Workspace } from '@shared/domain/workspace';
import { emptyStart, exampleWorkspace } from '@shared/seed/exampleWorkspace';
import { describe, expect, it } from 'vitest';
import { typographyFaults } from '../../support/typography';

const languages = ['fr', 'en'] as const;
/** Every weekday, all over a year and across its end. */
const someDays = Array.from({ length: 13 }, (_, index): Day => addDays('2026-11-24', index * 29));

function eventOf(
  { events }: Workspace,
  kind: PlannedEvent['kind'],
  status: PlannedEvent['status'],
): PlannedEvent {
  const found = events.find((event) => event.kind === kind && event.status === status);
  if (!found) throw new Error(`no ${status} ${kind}`);
  return found;
}
const tasksOf = ({ tasks }: Workspace, { id }: PlannedEvent) => tasks.filter(({ eventId }) => eventId === id);
const titlesOf = (tasks: readonly Task[]) => tasks.map(({ title }) => title);

describe('the example workspace', () => {
  it.each(languages)('holds only valid records, each once, on any day of the year (%s)', async (language) => {
    for (const today of someDays) {
      const workspace = await exampleWorkspace(today, language);
      for (const table of tableNames) {
        const records = workspace[table] as readonly RecordOf<typeof table>[];
        for (const record of records) expect(recordSchemas[table].parse(record)).toEqual(record);
        expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
      }
      const ids = new Set(workspace.tasks.map(({ id }) => id));
      expect(workspace.tasks.flatMap(({ dependsOn }) => dependsOn).filter((id) => !ids.has(id))).toEqual([]);
      expect(findCycle(workspace.tasks)).toBeNull();
    }
  });

  it('is the same story in both languages, with the same records', async () => {
    const [french, english] = [
      await exampleWorkspace('2026-11-24', 'fr'),
      await exampleWorkspace('2026-11-24', 'en'),
    ];
    const bare = ({ tasks }: Workspace) =>
      tasks.map(({ id, dueOn, status, doneOn, dependsOn, isPinned }) => ({
        id,
        dueOn,
        status,
        doneOn,
        dependsOn,
        isPinned,
      }));
    expect(bare(english)).toEqual(bare(french));
    expect(english.events.map(({ id, opensAt }) => [id, opensAt])).toEqual(
      french.events.map(({ id, opensAt }) => [id, opensAt]),
    );
    const identicalTitles = english.tasks.filter(({ title }, index) => title === french.tasks[index]?.title);
    expect(titlesOf(identicalTitles)).toEqual([]);
  });

  it('is written with French typography', async () => {
    const { events, tasks, reports, settings } = await exampleWorkspace('2026-11-24', 'fr');
    expect(typographyFaults([events, tasks, reports, settings])).toEqual([]);
  });

  it('shows a day in full swing on any day: much done, three tasks late, the rest ahead, nothing done out of order', async () => {
    for (const today of someDays) {
      const workspace = await exampleWorkspace(today, 'fr');
      const day = eventOf(workspace, 'activityDay', 'planned');
      const own = tasksOf(workspace, day);
      const byId = new Map(own.map((task) => [task.id, task]));
      const waitsForOpen = (task: Task) => task.dependsOn.some((id) => isOpen(byId.get(id) ?? task));
      const inDays = daysBetween(today, dDayOf(day));
      expect([today, inDays >= 12 && inDays <= 18, own.length]).toEqual([today, true, 66]);
      expect(own.filter((task) => isOverdue(task, today)).length).toBe(3);
      expect(own.filter(({ status }) => status === 'done').length).toBeGreaterThan(25);
      expect(
        titlesOf(
          own.filter((task) => (task.status === 'done' || task.status === 'doing') && waitsForOpen(task)),
        ),
      ).toEqual([]);
      expect(own.filter(({ doneOn }) => doneOn !== null && doneOn > today)).toEqual([]);
    }
  });

  it('has the problems that it means to show, and no other', async () => {
    for (const today of someDays) {
      const workspace = await exampleWorkspace(today, 'fr');
      const calendar = workCalendarOf(defaultSettings, workspace.periods);
      const day = eventOf(workspace, 'activityDay', 'planned');
      const problems = planProblems(day, tasksOf(workspace, day), calendar, today);
      const ofKind = (kind: string) => problems.filter((problem) => problem.kind === kind);
      const order = ofKind('dependencyOrder').map((problem) => 'task' in problem && problem.task.title);
      expect([today, order]).toEqual([today, ['Tester les tablettes de comptage']]);
      expect(problems.length - ofKind('dependencyOrder').length - ofKind('startsInPast').length).toBe(3);
      expect(indicatorGaps(day).map(({ name }) => name)).toEqual(['Portemonnaies ouverts sur place']);
    }
  });

  it('has a stand next week with host information still missing, and one in a month', async () => {
    const workspace = await exampleWorkspace('2026-11-24', 'fr');
    const statuses = workspace.events
      .filter(({ role }) => role === 'participant')
      .map(({ hostRequests }) => new Set(hostRequests.map(({ status }) => status)));
    expect(statuses.map((set) => [...set].sort())).toEqual([
      ['asked', 'confirmed', 'received', 'reminded'],
      ['asked', 'received', 'toAsk'],
    ]);
  });

  it('meets every week, but for one meeting moved and one skipped, and every month', async () => {
    const workspace = await exampleWorkspace('2026-11-24', 'fr');
    const [weekly, monthly] = workspace.events.filter(({ repetition }) => repetition !== null);
    if (!weekly || !monthly) throw new Error('no meetings');
    const first = dDayOf(weekly);
    const within = (event: PlannedEvent, days: number) =>
      occurrencesOf(event, first, addDays(first, days)).length;
    expect([within(weekly, 62), weekly.repetition?.exceptions.map(({ kind }) => kind)]).toEqual([
      8,
      ['moved', 'skipped'],
    ]);
    expect(monthly.repetition?.frequency).toBe('monthlyByWeekday');
  });

  it('tells of the edition before: evaluated, measured, with what was late and what was given up', async () => {
    const workspace = await exampleWorkspace('2026-11-24', 'fr');
    const last = eventOf(workspace, 'activityDay', 'evaluated');
    const own = tasksOf(workspace, last);
    const [report] = workspace.reports;
    expect(missingFor(last, 'evaluated')).toEqual([]);
    expect(
      last.objectives
        .flatMap(({ indicators }) => indicators)
        .filter(({ actual, evidence }) => actual === null || evidence === ''),
    ).toEqual([]);
    expect(
      own.filter(({ doneOn, dueOn }) => doneOn !== null && dueOn !== null && doneOn > dueOn).length,
    ).toBeGreaterThanOrEqual(7);
    expect(titlesOf(own.filter(({ status }) => status === 'dropped'))).toEqual([
      'Inviter les élus et les partenaires institutionnels',
      'Organiser le stationnement et la navette',
    ]);
    expect([
      report?.id,
      Object.keys(report?.narratives ?? {}).length,
      report?.recommendations.length,
    ]).toEqual([last.id, 6, 5]);
  });
});

describe('an empty start', () => {
  it('has holidays, school breaks and templates only', async () => {
    const start = await emptyStart('2026-11-24', 'fr');
    const citizenship = start.periods.filter(({ firstOn }) => firstOn === '2026-09-24');
    expect(citizenship.map(({ name }) => name)).toEqual(['Fête de la Citoyenneté']);
    expect([start.events.length, start.tasks.length, start.templates.length, start.settings.length]).toEqual([
      0, 0, 4, 1,
    ]);
  });
});
