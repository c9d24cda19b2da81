import { criticalPath, slackOf } from '@shared/domain/criticalPath';
import type { Task } from '@shared/domain/task';
import { workCalendarOf } from '@shared/domain/workCalendar';
import { describe, expect, it } from 'vitest';
import { anEvent, aTask, someSettings } from '../../support/builders';
import { dumbeaTasks } from '../../support/dumbea';

const calendar = workCalendarOf(someSettings(), []);
const slacks = (tasks: readonly Task[], milestones?: readonly string[]) => {
  const slack = slackOf(tasks, calendar, milestones);
  return tasks.map(({ id }) => slack.get(id));
};

/** Monday 3 to Friday 14 February 2025. */
describe('slack', () => {
  it('is what is left before the task that waits, in working days', () => {
    const first = aTask({ dueOn: '2025-02-05' });
    const next = aTask({ dueOn: '2025-02-11', durationDays: 2, dependsOn: [first.id] });
    expect(slacks([first, next])).toEqual([3, 0]);
  });

  it('is none where one ends on the day on which the next begins, and less than none where it ends later', () => {
    const first = aTask({ dueOn: '2025-02-05' });
    const sameDay = aTask({ dueOn: '2025-02-06', durationDays: 2, dependsOn: [first.id] });
    const tooEarly = aTask({ dueOn: '2025-02-06', durationDays: 4, dependsOn: [first.id] });
    expect(slacks([first, sameDay])).toEqual([0, 0]);
    expect(slacks([first, tooEarly])).toEqual([-2, 0]);
  });

  it('adds up along a chain, and the narrowest of two ways counts', () => {
    const first = aTask({ dueOn: '2025-02-03' });
    const slow = aTask({ dueOn: '2025-02-05', dependsOn: [first.id] });
    const fast = aTask({ dueOn: '2025-02-12', dependsOn: [first.id] });
    const last = aTask({ dueOn: '2025-02-14', dependsOn: [slow.id, fast.id] });
    expect(slacks([first, slow, fast, last])).toEqual([9, 7, 2, 0]);
    expect(slacks([first, { ...fast, durationDays: 8 }, { ...slow, dependsOn: [] }, last])).toEqual([
      2, 2, 7, 0,
    ]);
  });

  it('ends at the milestone that the task is planned before', () => {
    const before = aTask({ dueOn: '2025-02-05' });
    const onTheDay = aTask({ dueOn: '2025-02-07' });
    const after = aTask({ dueOn: '2025-02-10' });
    const last = aTask({ dueOn: '2025-02-12' });
    expect(slacks([before, onTheDay, after, last], ['2025-02-07'])).toEqual([2, 0, 2, 0]);
    expect(slacks([before, onTheDay, after, last], ['2025-02-14', '2025-02-07'])).toEqual([2, 0, 2, 0]);
  });

  it('does not count what is done, dropped, without a date or in a loop', () => {
    const first = aTask({ dueOn: '2025-02-03' });
    const done = aTask({ dueOn: '2025-02-04', status: 'done', doneOn: '2025-02-04', dependsOn: [first.id] });
    const dropped = aTask({ dueOn: '2025-02-04', status: 'dropped', dependsOn: [first.id] });
    const undated = aTask({ dependsOn: [first.id] });
    const loop = aTask({ dueOn: '2025-02-04' });
    const looped = aTask({ id: loop.id, dueOn: '2025-02-04', dependsOn: [loop.id, first.id] });
    const behind = aTask({ dueOn: '2025-02-05', dependsOn: [looped.id] });
    expect(slacks([first, done, dropped, undated, looped, behind])).toEqual([
      2,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('of a chain of 5 000 is added up', () => {
    const tasks: Task[] = [];
    for (let index = 0; index < 5_000; index += 1) {
      const last = tasks.at(-1);
      tasks.push(
        aTask({ dueOn: calendar.addWorkingDays('2025-02-03', index * 2), dependsOn: last ? [last.id] : [] }),
      );
    }
    expect(slackOf(tasks, calendar).get((tasks[0] as Task).id)).toBe(9_998);
  });
});

describe('the critical path', () => {
  it('is the chain that leaves the end the least room, in the order of work', () => {
    const free = aTask({ dueOn: '2025-02-03' });
    const first = aTask({ dueOn: '2025-02-04' });
    const driver = aTask({ dueOn: '2025-02-05', dependsOn: [first.id] });
    const last = aTask({ dueOn: '2025-02-07', dependsOn: [free.id, driver.id] });
    const alone = aTask({ dueOn: '2025-02-06' });
    expect(criticalPath([last, free, alone, driver, first], calendar)).toEqual([
      first.id,
      driver.id,
      last.id,
    ]);
  });

  it('has two branches where two leave as little', () => {
    const [left, right] = [aTask({ dueOn: '2025-02-05' }), aTask({ dueOn: '2025-02-05' })];
    const last = aTask({ dueOn: '2025-02-07', dependsOn: [left.id, right.id] });
    expect(criticalPath([left, right, last], calendar)).toEqual([left.id, right.id, last.id]);
  });

  it('leads to each milestone', () => {
    const before = aTask({ dueOn: '2025-02-05' });
    const after = aTask({ dueOn: '2025-02-12' });
    expect(criticalPath([before, after], calendar, ['2025-02-07'])).toEqual([before.id, after.id]);
    expect(criticalPath([before, after], calendar)).toEqual([after.id]);
  });

  it('is empty without open dated tasks, and passes by what is done', () => {
    const done = aTask({ dueOn: '2025-02-06', status: 'done', doneOn: '2025-02-06' });
    const next = aTask({ dueOn: '2025-02-07', dependsOn: [done.id] });
    expect(criticalPath([], calendar)).toEqual([]);
    expect(criticalPath([done, aTask()], calendar)).toEqual([]);
    expect(criticalPath([done, next], calendar)).toEqual([next.id]);
  });

  it('of the Dumbéa day goes from its framing through the volunteers to the van, and from the invoices to the report', () => {
    const event = anEvent();
    const tasks = dumbeaTasks(event, calendar);
    const title = new Map(tasks.map((task) => [task.id, task.title]));
    const path = criticalPath(tasks, calendar, ['2025-02-22', '2025-03-21']).map((id) => title.get(id));
    expect(path).toEqual([
      "Cadrer l'édition 2025 (objectifs, format, budget cible)",
      'Décider du maintien selon la météo',
      'Rendre le site propre',
      'Contrôler les factures',
      'Estimer les besoins en personnel',
      'Recruter les bénévoles',
      "Rédiger le rapport d'évaluation",
      'Recueillir les disponibilités',
      'Faire valider le rapport',
      'Établir le planning du personnel',
      'Diffuser le rapport et les recommandations',
      'Préparer la liste de colisage',
      'Charger le fourgon',
      'Baliser le site',
      'Monter la scène et la sonorisation',
      'Contrôler les installations électriques',
    ]);
  });
});
