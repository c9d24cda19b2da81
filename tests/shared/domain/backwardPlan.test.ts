import { plannedDueOn, planProblems, problemKey, startOn } from '@shared/domain/backwardPlan';
import type { Anchor, Task, TaskPlan } from '@shared/domain/task';
import { daysBetween, daySchema } from '@shared/domain/time';
import { workCalendarOf } from '@shared/domain/workCalendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anEvent, anId, aPeriod, aTask, someSettings } from '../../support/builders';
import { dumbeaTasks, titled } from '../../support/dumbea';

/** Saturday 22 February 2025; Wednesday the 12th is a holiday. */
const event = anEvent();
const calendar = workCalendarOf(someSettings(), [aPeriod({ firstOn: '2025-02-12', lastOn: '2025-02-12' })]);
const today = '2024-10-01';

function from(
  kind: Exclude<Anchor['kind'], 'custom'>,
  offsetDays: number,
  unit: TaskPlan['unit'] = 'calendarDays',
): TaskPlan {
  return { anchor: { kind }, offsetDays, unit };
}

describe('the due day of a plan', () => {
  it.each([
    ['on a working day before', from('opening', -2), '2025-02-20'],
    ['on a Saturday before, moved earlier', from('opening', -7), '2025-02-14'],
    ['on a Sunday before, moved earlier', from('opening', -6), '2025-02-14'],
    ['on a holiday before, moved earlier', from('opening', -10), '2025-02-11'],
    ['on the Saturday of the event itself, which is worked', from('opening', 0), '2025-02-22'],
    ['on a Sunday after, moved later', from('closing', 1), '2025-02-24'],
    ['on a working day after', from('closing', 3), '2025-02-25'],
    ['on the day of set-up', from('setUp', 0), '2025-02-21'],
    ['before the report is due', from('reportDue', -4), '2025-03-17'],
    ['one working day before a Saturday', from('opening', -1, 'workingDays'), '2025-02-21'],
    ['working days before, over a weekend and a holiday', from('opening', -8, 'workingDays'), '2025-02-11'],
    ['one working day after a Saturday', from('closing', 1, 'workingDays'), '2025-02-24'],
    ['no working day after a Saturday', from('closing', 0, 'workingDays'), '2025-02-22'],
  ])('is counted from its anchor: %s', (_, plan, expected) => {
    expect(plannedDueOn(plan, event, calendar)).toBe(expected);
  });

  it('is unknown without the anchor, and beyond the years of the calendar', () => {
    expect(plannedDueOn(from('setUp', -1), anEvent({ setUp: null }), calendar)).toBeNull();
    expect(plannedDueOn(from('orderSigned', 3), event, calendar)).toBeNull();
    const lastNight = anEvent({ opensAt: '2199-12-30T00:00Z', closesAt: '2199-12-30T05:00Z' });
    expect(plannedDueOn(from('opening', 1), lastNight, calendar)).toBe('2199-12-31');
    expect(plannedDueOn(from('opening', 2), lastNight, calendar)).toBeNull();
  });

  it('is never closed and never on the wrong side of its anchor, unless it is the anchor itself', () => {
    const plans = fc.record({
      anchor: fc.constantFrom({ kind: 'opening' } as const, { kind: 'reportDue' } as const),
      offsetDays: fc.integer({ min: -1_500, max: 1_500 }),
      unit: fc.constantFrom('calendarDays', 'workingDays'),
    });
    fc.assert(
      fc.property(plans, (plan) => {
        const on = plannedDueOn(plan, event, calendar) ?? '';
        const anchor = plan.anchor.kind === 'opening' ? '2025-02-22' : '2025-03-21';
        expect(daySchema.safeParse(on).success).toBe(true);
        expect([on === anchor || calendar.isWorkingDay(on), Math.sign(daysBetween(anchor, on))]).toEqual([
          true,
          Math.sign(plan.offsetDays),
        ]);
      }),
    );
  });
});

describe('the day on which work begins', () => {
  it.each([
    ['2025-02-14', 1, '2025-02-14'],
    ['2025-02-14', 2, '2025-02-13'],
    ['2025-02-14', 3, '2025-02-11'],
    ['2025-02-17', 2, '2025-02-14'],
    ['2025-02-22', 1, '2025-02-22'],
    ['2025-02-22', 2, '2025-02-21'],
  ])('of a task due %s in %i working days is %s', (dueOn, durationDays, expected) => {
    expect(startOn({ dueOn, durationDays }, calendar)).toBe(expected);
  });

  it('is unknown for a task without a date', () => {
    expect(startOn({ dueOn: null, durationDays: 2 }, calendar)).toBeNull();
  });
});

describe('the problems of a plan', () => {
  const problemsOf = (tasks: readonly Task[], on = today) => planProblems(event, tasks, calendar, on);

  it('are none for a plan that holds', () => {
    const first = aTask({ dueOn: '2025-02-10' });
    const next = aTask({ dueOn: '2025-02-11', durationDays: 2, dependsOn: [first.id] });
    expect(problemsOf([first, next])).toEqual([]);
  });

  it('name the anchor that the event lacks', () => {
    const task = aTask({ plan: from('orderSigned', 5) });
    expect(problemsOf([task])).toEqual([{ kind: 'anchorMissing', task, anchor: { kind: 'orderSigned' } }]);
  });

  it('count the days by which an open task is late, from the day after it is due', () => {
    const task = aTask({ dueOn: '2025-02-10' });
    expect(problemsOf([task], '2025-02-10')).toEqual([]);
    expect(problemsOf([task], '2025-02-11')).toEqual([{ kind: 'dueInPast', task, lateDays: 1 }]);
  });

  it('say that a task not begun should have been, from the day after it should', () => {
    const task = aTask({ dueOn: '2025-02-14', durationDays: 3 });
    const begun = aTask({ dueOn: '2025-02-14', durationDays: 3, status: 'doing' });
    expect(problemsOf([task, begun], '2025-02-11')).toEqual([]);
    expect(problemsOf([task, begun], '2025-02-13')).toEqual([
      { kind: 'startsInPast', task, startOn: '2025-02-11', lateDays: 2 },
    ]);
  });

  it('say by how many days a task begins before the one it waits for is due', () => {
    const predecessor = aTask({ dueOn: '2025-02-13' });
    const onTime = aTask({ dueOn: '2025-02-14', durationDays: 2, dependsOn: [predecessor.id] });
    const early = aTask({ dueOn: '2025-02-14', durationDays: 3, dependsOn: [predecessor.id] });
    expect(problemsOf([predecessor, onTime, early])).toEqual([
      { kind: 'dependencyOrder', task: early, predecessor, overlapDays: 2 },
    ]);
  });

  it('forget what is done or dropped, waiting or waited for', () => {
    const done = aTask({ dueOn: '2025-02-20', status: 'done', doneOn: '2025-02-20' });
    const dropped = aTask({ dueOn: '2025-02-20', status: 'dropped' });
    const next = aTask({ dueOn: '2025-02-10', dependsOn: [done.id, dropped.id] });
    const late = aTask({ dueOn: '2024-01-10', status: 'done', doneOn: '2024-02-20', dependsOn: [next.id] });
    expect(problemsOf([done, dropped, next, late])).toEqual([]);
  });

  it('name a predecessor that is gone and the tasks of a loop', () => {
    const goneId = aTask().id;
    const orphan = aTask({ dependsOn: [goneId] });
    const first = aTask();
    const second = aTask({ dependsOn: [first.id] });
    const third = aTask({ id: first.id, dependsOn: [second.id] });
    expect(problemsOf([orphan, third, second])).toEqual([
      { kind: 'dependencyCycle', tasks: [third, second] },
      { kind: 'dependencyMissing', task: orphan, predecessorId: goneId },
    ]);
  });

  it('say that what was planned before the opening is now due after it', () => {
    const pinned = aTask({ plan: from('opening', -3), dueOn: '2025-02-24', isPinned: true });
    const after = aTask({ plan: from('closing', 2), dueOn: '2025-02-24' });
    const onTheDay = aTask({ plan: from('opening', -3), dueOn: '2025-02-22' });
    expect(problemsOf([pinned, after, onTheDay])).toEqual([
      { kind: 'dueAfterOpening', task: pinned, lateDays: 2 },
    ]);
  });

  it('find in the Dumbéa plan the printing that comes before its proof is approved, and nothing else', () => {
    const tasks = dumbeaTasks(event, calendar);
    expect(
      planProblems(event, tasks, calendar, today).map((problem) =>
        problem.kind === 'dependencyOrder'
          ? [problem.task.title, problem.predecessor.title, problem.overlapDays]
          : problem.kind,
      ),
    ).toEqual([['Imprimer les affiches et les dépliants', "Valider le bon à tirer de l'affiche", 12]]);
    expect(titled(tasks, 'Imprimer les affiches et les dépliants').dueOn).toBe('2025-01-08');
  });

  it('keep one name before and after a change, each its own', () => {
    const task = aTask();
    const predecessor = aTask();
    const keys = [
      problemKey({ kind: 'dueInPast', task, lateDays: 3 }),
      problemKey({ kind: 'startsInPast', task, startOn: '2025-01-01', lateDays: 3 }),
      problemKey({ kind: 'dependencyOrder', task, predecessor, overlapDays: 2 }),
      problemKey({ kind: 'dependencyOrder', task: predecessor, predecessor: task, overlapDays: 2 }),
      problemKey({ kind: 'dependencyMissing', task, predecessorId: predecessor.id }),
      problemKey({ kind: 'dependencyCycle', tasks: [task, predecessor] }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(problemKey({ kind: 'dueInPast', task: { ...task, dueOn: '2025-01-01' }, lateDays: 9 })).toBe(
      keys[0],
    );
    expect(problemKey({ kind: 'dependencyCycle', tasks: [predecessor, task] })).toBe(keys[5]);
  });
});

describe('a large plan', () => {
  it('of 1 060 tasks is read through', () => {
    const tasks: Task[] = [];
    for (let index = 0; index < 1_060; index += 1) {
      tasks.push(
        aTask({
          id: anId() as Task['id'],
          plan: from('opening', -index - 1),
          dueOn: plannedDueOn(from('opening', -index - 1), event, calendar),
          dependsOn: tasks.slice(-3).map(({ id }) => id),
        }),
      );
    }
    expect(
      planProblems(event, tasks, calendar, '2020-01-01').every(({ kind }) => kind === 'dependencyOrder'),
    ).toBe(true);
  });
});
