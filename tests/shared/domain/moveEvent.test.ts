import { planMove, replan } from '@shared/domain/moveEvent';
import { plannedEventSchema } from '@shared/domain/plannedEvent';
import { type Task, taskSchema } from '@shared/domain/task';
import { addDays } from '@shared/domain/time';
import { workCalendarOf } from '@shared/domain/workCalendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anEvent, aPeriod, aTask, someSettings } from '../../support/builders';

const calendar = workCalendarOf(someSettings(), [aPeriod({ firstOn: '2025-02-12', lastOn: '2025-02-12' })]);
const today = '2025-01-06';
const event = anEvent();
const jMinus = (days: number): Task['plan'] => ({
  anchor: { kind: 'opening' },
  offsetDays: -days,
  unit: 'calendarDays',
});

describe('moving an event', () => {
  it('carries set-up, teardown and report along at the same hours, and leaves the signed order where it was', () => {
    const { after } = planMove(
      { ...event, orderSignedOn: '2025-01-05' },
      [],
      { kind: 'shiftDays', days: 14 },
      calendar,
      today,
    );
    expect(after).toEqual({
      ...event,
      orderSignedOn: '2025-01-05',
      opensAt: '2025-03-07T22:00Z',
      closesAt: '2025-03-08T06:00Z',
      setUp: { startsAt: '2025-03-07T02:00Z', endsAt: '2025-03-07T07:00Z' },
      teardown: { startsAt: '2025-03-08T06:00Z', endsAt: '2025-03-08T09:00Z' },
      reportDueOn: '2025-04-04',
    });
  });

  it('counts open planned tasks again and keeps done, dropped and pinned ones', () => {
    const open = aTask({ plan: jMinus(15), dueOn: '2025-02-07' });
    const plain = aTask({ dueOn: '2025-02-03' });
    const done = aTask({ plan: jMinus(30), dueOn: '2025-01-23', status: 'done', doneOn: '2025-01-20' });
    const dropped = aTask({ plan: jMinus(30), dueOn: '2025-01-23', status: 'dropped' });
    const pinned = aTask({ plan: jMinus(15), dueOn: '2025-02-07', isPinned: true });
    const undated = aTask();
    const move = planMove(
      event,
      [open, plain, done, dropped, pinned, undated],
      { kind: 'shiftDays', days: 14 },
      calendar,
      today,
    );
    expect(move.moved.map(({ before, toDueOn }) => [before.id, toDueOn])).toEqual([
      [open.id, '2025-02-21'],
      [plain.id, '2025-02-17'],
    ]);
    expect(move.kept).toEqual([
      { task: done, reason: 'done' },
      { task: dropped, reason: 'dropped' },
      { task: pinned, reason: 'pinned' },
      { task: undated, reason: 'noDate' },
    ]);
  });

  it('steps over weekends and holidays, away from the anchor', () => {
    const onWeekend = aTask({ plan: jMinus(14), dueOn: '2025-02-07' });
    const onHoliday = aTask({ plan: jMinus(10), dueOn: '2025-02-11' });
    const { moved } = planMove(
      event,
      [onWeekend, onHoliday],
      { kind: 'shiftDays', days: -7 },
      calendar,
      today,
    );
    expect(moved.map(({ toDueOn }) => toDueOn)).toEqual(['2025-01-31', '2025-02-05']);
    const undated = replan(event, [aTask({ plan: jMinus(10), dueOn: null })], calendar);
    expect(undated.map(({ toDueOn }) => toDueOn)).toEqual(['2025-02-11']);
  });

  it('says first what the move itself makes impossible', () => {
    const early = aTask({ plan: jMinus(60), dueOn: '2024-12-24' });
    const tight = aTask({ plan: jMinus(40), dueOn: '2025-01-13' });
    const { problems } = planMove(event, [early, tight], { kind: 'shiftDays', days: -14 }, calendar, today);
    expect(
      problems.map(({ problem, isNew }) => [problem.kind, 'task' in problem && problem.task.id, isNew]),
    ).toEqual([
      ['dueInPast', tight.id, true],
      ['dueInPast', early.id, false],
    ]);
  });

  it('says which task begins before the one it waits for is due, and by how much', () => {
    const proof = aTask({ plan: jMinus(38), dueOn: '2025-01-15' });
    const printing = aTask({ plan: jMinus(45), dueOn: '2025-01-08', durationDays: 4, dependsOn: [proof.id] });
    const { problems } = planMove(event, [proof, printing], { kind: 'shiftDays', days: 14 }, calendar, today);
    expect(problems.map(({ problem }) => problem.kind === 'dependencyOrder' && problem.overlapDays)).toEqual([
      12,
    ]);
  });

  it('never moves a done or pinned task, keeps every record valid, and comes back where the plan put it', () => {
    const tasks = fc.array(
      fc.record({
        offset: fc.integer({ min: -200, max: 60 }),
        isDone: fc.boolean(),
        isPinned: fc.boolean(),
        working: fc.boolean(),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(tasks, fc.integer({ min: -200, max: 200 }), (drawn, days) => {
        const given = drawn.map(({ offset, isDone, isPinned, working }) =>
          aTask({
            eventId: event.id,
            plan: {
              anchor: { kind: 'opening' },
              offsetDays: offset,
              unit: working ? 'workingDays' : 'calendarDays',
            },
            dueOn: addDays('2025-02-22', offset),
            isPinned,
            status: isDone ? 'done' : 'todo',
            doneOn: isDone ? '2025-01-01' : null,
          }),
        );
        const onPlan = apply(given, replan(event, given, calendar));
        const there = planMove(event, onPlan, { kind: 'shiftDays', days }, calendar, today);
        const moved = apply(onPlan, there.moved);
        const back = apply(
          moved,
          planMove(there.after, moved, { kind: 'shiftDays', days: -days }, calendar, today).moved,
        );
        expect(back).toEqual(onPlan);
        expect(moved.filter((task) => task.isPinned || task.status === 'done')).toEqual(
          given.filter((task) => task.isPinned || task.status === 'done'),
        );
        plannedEventSchema.parse(there.after);
        for (const task of moved) taskSchema.parse(task);
      }),
      { numRuns: 60 },
    );
  });
});

function apply(tasks: readonly Task[], moved: readonly { after: Task }[]): Task[] {
  const after = new Map(moved.map((one) => [one.after.id, one.after]));
  return tasks.map((task) => after.get(task.id) ?? task);
}
