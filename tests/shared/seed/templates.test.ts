import { planProblems } from '@shared/domain/backwardPlan';
import { shiftInstant, shiftSpan } from '@shared/domain/time';
import { taskTemplateSchema } from '@shared/domain/taskTemplate';
import { tasksFromTemplate } from '@shared/domain/taskTemplateApply';
import { workCalendarOf } from '@shared/domain/workCalendar';
import { publicHolidays } from '@shared/seed/publicHolidays';
import { shippedTemplates } from '@shared/seed/templates';
import { describe, expect, it } from 'vitest';
import { anEvent, anId, someSettings } from '../../support/builders';
import { typographyFaults } from '../../support/typography';

const languages = ['fr', 'en'] as const;

describe('the shipped plans', () => {
  it.each(languages)('are valid, and as long as their kind of event needs (%s)', (language) => {
    const templates = shippedTemplates(language);
    for (const template of templates) expect(taskTemplateSchema.parse(template)).toEqual(template);
    expect(
      templates.map(({ kind, role, tasks, hostRequests }) => [kind, role, tasks.length, hostRequests.length]),
    ).toEqual([
      ['activityDay', 'organiser', 66, 0],
      ['stand', 'participant', 21, 9],
      ['training', 'organiser', 14, 0],
      ['meeting', 'organiser', 8, 0],
    ]);
  });

  it.each(languages)('name each task once and wait only for tasks of their own (%s)', (language) => {
    for (const { tasks } of shippedTemplates(language)) {
      const keys = new Set(tasks.map(({ key }) => key));
      expect(keys.size).toBe(tasks.length);
      expect(new Set(tasks.map(({ title }) => title)).size).toBe(tasks.length);
      expect(tasks.flatMap(({ dependsOn }) => dependsOn).filter((key) => !keys.has(key))).toEqual([]);
    }
  });

  it('are the same plan in both languages', () => {
    const bare = (language: 'fr' | 'en') =>
      shippedTemplates(language).map(({ tasks, hostRequests }) => [
        hostRequests.length,
        tasks.map(({ title: _title, team: _team, checklist, ...plan }) => ({
          ...plan,
          checklist: checklist.length,
        })),
      ]);
    expect(bare('en')).toEqual(bare('fr'));
  });

  it('have no problem when they are begun in time, on whatever day of the year the event opens', async () => {
    const holidays = await publicHolidays('NC', [2025, 2026, 2027], 'fr');
    const calendar = workCalendarOf(someSettings(), holidays);
    const first = anEvent();
    const zone = first.timeZone;
    for (let days = 180; days < 545; days += 1) {
      const event = anEvent({
        opensAt: shiftInstant(first.opensAt, days, zone),
        closesAt: shiftInstant(first.closesAt, days, zone),
        setUp: first.setUp && shiftSpan(first.setUp, days, zone),
        teardown: null,
        reportDueOn: shiftInstant('2025-03-20T22:00Z', days, zone).slice(0, 10),
      });
      for (const template of shippedTemplates('fr')) {
        const tasks = tasksFromTemplate(template, event, calendar, anId, '2025-01-01T00:00Z');
        const problems = planProblems(event, tasks, calendar, '2025-01-01').map((problem) =>
          'task' in problem ? [problem.kind, problem.task.title] : [problem.kind],
        );
        expect([event.opensAt, template.name, problems]).toEqual([event.opensAt, template.name, []]);
      }
    }
  }, 60_000);

  it('approve the proof before it is printed', () => {
    const [day] = shippedTemplates('fr');
    const task = (key: string) => day?.tasks.find((one) => one.key === key);
    expect(task('printing')?.dependsOn).toEqual(['proof']);
    expect((task('proof')?.offsetDays ?? 0) < (task('printing')?.offsetDays ?? 0)).toBe(true);
  });

  it('are written with French typography', () => {
    expect(typographyFaults(shippedTemplates('fr'))).toEqual([]);
  });
});
