import { planProblems } from '@shared/domain/backwardPlan';
import { findCycle } from '@shared/domain/dependencies';
import { type Task, taskSchema } from '@shared/domain/task';
import { taskTemplateSchema } from '@shared/domain/taskTemplate';
import { tasksFromTemplate, templateFromTasks } from '@shared/domain/taskTemplateApply';
import { workCalendarOf } from '@shared/domain/workCalendar';
import { shippedTemplates } from '@shared/seed/templates';
import { describe, expect, it } from 'vitest';
import {
  anEvent,
  anId,
  aPeriod,
  aTask,
  aTemplate,
  aTemplateTask,
  someSettings,
} from '../../support/builders';
import { dumbeaTasks } from '../../support/dumbea';

const event = anEvent();
const calendar = workCalendarOf(someSettings(), [aPeriod({ firstOn: '2025-02-12', lastOn: '2025-02-12' })]);
const now = '2024-10-01T00:00Z';
const apply = (template: Parameters<typeof tasksFromTemplate>[0], to = event): Task[] =>
  tasksFromTemplate(template, to, calendar, anId, now);

describe('applying a template', () => {
  it('makes tasks of the event, dated from its anchors, linked to each other', () => {
    const template = aTemplate({
      tasks: [
        aTemplateTask({ key: 'salle', offsetDays: -10, checklist: ['Clés', 'Badges'] }),
        aTemplateTask({
          key: 'sono',
          title: 'Monter la sonorisation',
          team: 'Technique',
          priority: 'high',
          anchor: 'setUp',
          offsetDays: 0,
          durationDays: 2,
          dependsOn: ['salle', 'inconnue'],
        }),
      ],
    });
    const [roomId, soundId] = [aTask().id, aTask().id];
    const [keysId, badgesId] = [anId(), anId()];
    const ids: string[] = [roomId, soundId, keysId, badgesId];
    expect(tasksFromTemplate(template, event, calendar, () => ids.shift() ?? '', now)).toEqual([
      aTask({
        id: roomId,
        eventId: event.id,
        title: 'Réserver la salle',
        team: 'Logistique',
        dueOn: '2025-02-11',
        plan: { anchor: { kind: 'opening' }, offsetDays: -10, unit: 'calendarDays' },
        checklist: [
          { id: keysId, text: 'Clés', isDone: false },
          { id: badgesId, text: 'Badges', isDone: false },
        ],
      }),
      aTask({
        id: soundId,
        eventId: event.id,
        title: 'Monter la sonorisation',
        team: 'Technique',
        priority: 'high',
        dueOn: '2025-02-21',
        plan: { anchor: { kind: 'setUp' }, offsetDays: 0, unit: 'calendarDays' },
        durationDays: 2,
        dependsOn: [roomId],
      }),
    ]);
  });

  it('leaves a task without a date when the event lacks its anchor, and says so', () => {
    const withoutSetUp = anEvent({ setUp: null });
    const tasks = apply(aTemplate({ tasks: [aTemplateTask({ anchor: 'setUp' })] }), withoutSetUp);
    expect(tasks.map(({ dueOn }) => dueOn)).toEqual([null]);
    expect(planProblems(withoutSetUp, tasks, calendar, '2024-10-01').map(({ kind }) => kind)).toEqual([
      'anchorMissing',
    ]);
  });

  it('twice makes other tasks', () => {
    const template = aTemplate();
    expect(apply(template)[0]?.id).not.toBe(apply(template)[0]?.id);
  });

  it('with a key used twice or a task that waits for itself still makes valid tasks', () => {
    const tasks = apply(
      aTemplate({
        tasks: [
          aTemplateTask({ key: 'a', dependsOn: ['a'] }),
          aTemplateTask({ key: 'a', title: 'Seconde' }),
          aTemplateTask({ key: 'b', dependsOn: ['a'] }),
        ],
      }),
    );
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(3);
    expect(tasks.map(({ dependsOn }) => dependsOn)).toEqual([[], [], [tasks[0]?.id]]);
    for (const task of tasks) taskSchema.parse(task);
  });

  it.each(['fr', 'en'] as const)('shipped with the program gives a plan that holds (%s)', (language) => {
    for (const template of shippedTemplates(language)) {
      const tasks = apply(template, anEvent({ orderSignedOn: '2025-01-03' }));
      expect(findCycle(tasks)).toBeNull();
      expect(
        planProblems(event, tasks, calendar, '2024-01-01').filter(({ kind }) => kind !== 'anchorMissing'),
      ).toEqual([]);
    }
  });
});

describe('saving a plan as a template', () => {
  it('brings the Dumbéa plan back, task for task, on another event', () => {
    const tasks = dumbeaTasks(event, calendar);
    const template = templateFromTasks(tasks, event, 'Journée', anId);
    taskTemplateSchema.parse(template);
    const again = apply(template);
    const shape = (list: readonly Task[]) =>
      list.map(({ title, team, priority, plan, dueOn, durationDays, dependsOn }) => ({
        title,
        team,
        priority,
        plan,
        dueOn,
        durationDays,
        dependsOn: dependsOn.map((id) => list.find((task) => task.id === id)?.title),
      }));
    expect(shape(again)).toEqual(shape(tasks));
  });

  it('counts plain dates, and those of the event’s own anchors, from the opening', () => {
    const anchorId = anId();
    const plain = aTask({ title: 'Simple', dueOn: '2025-02-20' });
    const own = aTask({
      title: 'Conseil',
      dueOn: '2025-02-24',
      plan: { anchor: { kind: 'custom', anchorId }, offsetDays: -3, unit: 'workingDays' },
    });
    const planned = aTask({
      title: 'Prévue',
      dueOn: '2025-01-02',
      plan: { anchor: { kind: 'closing' }, offsetDays: 2, unit: 'workingDays' },
    });
    expect(
      templateFromTasks([plain, own, planned], event, 'Modèle', anId).tasks.map(
        ({ title, anchor, offsetDays, unit }) => [title, anchor, offsetDays, unit],
      ),
    ).toEqual([
      ['Simple', 'opening', -2, 'calendarDays'],
      ['Conseil', 'opening', 2, 'calendarDays'],
      ['Prévue', 'closing', 2, 'workingDays'],
    ]);
  });

  it('leaves out what has no place in time, what was given up, and whoever did it', () => {
    const done = aTask({
      dueOn: '2025-02-20',
      status: 'done',
      doneOn: '2025-02-19',
      owner: 'Agent 04',
      notes: 'Vu',
    });
    const dropped = aTask({ dueOn: '2025-02-20', status: 'dropped' });
    const undated = aTask();
    const far = aTask({ dueOn: '2020-01-01' });
    const next = aTask({ dueOn: '2025-02-21', dependsOn: [done.id, dropped.id, undated.id] });
    const asked = {
      id: anId(),
      subject: 'Accès',
      status: 'confirmed',
      changedOn: null,
      answer: 'Porte Nord',
    } as const;
    const template = templateFromTasks(
      [dropped, done, undated, far, next],
      { ...event, hostRequests: [asked] },
      'Modèle',
      anId,
    );
    expect(template).toEqual({
      id: template.id,
      name: 'Modèle',
      kind: 'activityDay',
      role: 'organiser',
      hostRequests: ['Accès'],
      tasks: [
        aTemplateTask({ key: 't1', title: 'Réserver la sonorisation', team: '', offsetDays: -2 }),
        aTemplateTask({
          key: 't2',
          title: 'Réserver la sonorisation',
          team: '',
          offsetDays: -1,
          dependsOn: ['t1'],
        }),
      ],
    });
  });

  it('holds the largest plan', () => {
    const tasks = Array.from({ length: 1_060 }, () => aTask({ dueOn: '2025-02-20' }));
    expect(taskTemplateSchema.parse(templateFromTasks(tasks, event, 'Grand', anId)).tasks).toHaveLength(
      1_060,
    );
  });
});
