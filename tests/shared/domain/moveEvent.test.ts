import { changedEvent, type EventMove, planMove, replan } from '@shared/domain/moveEvent';
import { dDayOf, plannedEventSchema } from '@shared/domain/plannedEvent';
import { type Task, type TaskPlan, taskSchema } from '@shared/domain/task';
import { addDays, addMinutes, dayOf } from '@shared/domain/time';
import { workCalendarOf } from '@shared/domain/workCalendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anEvent, anId, aPeriod, aTask, someSettings } from '../../support/builders';
import { aRosterPlan, noumea } from '../../support/rosters';

const calendar = workCalendarOf(someSettings(), [aPeriod({ firstOn: '2025-02-12', lastOn: '2025-02-12' })]);
const today = '2025-01-06';
const event = anEvent();
const jMinus = (days: number): TaskPlan => ({
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

  it('leaves a date chosen against its plan alone for as long as its anchor stays', () => {
    const chosen = aTask({ plan: jMinus(15), dueOn: '2025-02-05' });
    const undated = aTask({ plan: jMinus(15) });
    const report = aTask({
      plan: { anchor: { kind: 'reportDue' }, offsetDays: -4, unit: 'calendarDays' },
      dueOn: '2025-03-10',
    });
    const change = { kind: 'reschedule', opensAt: event.opensAt, closesAt: '2025-02-22T07:00Z' } as const;
    expect(outcomes(planMove(event, [chosen, undated, report], change, calendar, today))).toEqual({
      moved: [[undated.id, null, '2025-02-07']],
      kept: [
        [chosen.id, 'sameDate'],
        [report.id, 'sameDate'],
      ],
    });
    const later = planMove(
      event,
      [chosen, report],
      { ...change, opensAt: event.opensAt, reportDueOn: '2025-03-28' },
      calendar,
      today,
    );
    expect(outcomes(later)).toEqual({
      moved: [[report.id, '2025-03-10', '2025-03-24']],
      kept: [[chosen.id, 'sameDate']],
    });
  });

  it('moves tasks only with the anchor that they hang on', () => {
    const [follows, stays] = [anId(), anId()];
    const withAnchors = {
      ...event,
      orderSignedOn: '2025-01-10',
      customAnchors: [
        { id: follows, name: 'Visite du site', on: '2025-02-03', movesWithEvent: true },
        { id: stays, name: 'Conseil', on: '2025-02-03', movesWithEvent: false },
      ],
    };
    const hanging = (plan: TaskPlan['anchor'], dueOn: string | null) =>
      aTask({ plan: { anchor: plan, offsetDays: 1, unit: 'calendarDays' }, dueOn });
    const tasks = [
      hanging({ kind: 'custom', anchorId: follows }, '2025-02-04'),
      hanging({ kind: 'custom', anchorId: stays }, '2025-02-04'),
      hanging({ kind: 'orderSigned' }, '2025-01-13'),
      hanging({ kind: 'custom', anchorId: anId() }, '2025-02-04'),
    ];
    const move = planMove(withAnchors, tasks, { kind: 'shiftDays', days: 7 }, calendar, today);
    expect(outcomes(move)).toEqual({
      moved: [[tasks[0]?.id, '2025-02-04', '2025-02-11']],
      kept: [
        [tasks[1]?.id, 'sameDate'],
        [tasks[2]?.id, 'sameDate'],
        [tasks[3]?.id, 'anchorMissing'],
      ],
    });
    expect(move.after.customAnchors.map(({ on }) => on)).toEqual(['2025-02-10', '2025-02-03']);
  });

  it('moves a plain date as many days, then off closed days in the direction of the move', () => {
    const plain = aTask({ dueOn: '2025-02-05' });
    const moveBy = (days: number) =>
      planMove(event, [plain], { kind: 'shiftDays', days }, calendar, today).moved.map(
        ({ toDueOn }) => toDueOn,
      );
    expect([moveBy(6), moveBy(7), moveBy(10), moveBy(-3), moveBy(-4), moveBy(0)]).toEqual([
      ['2025-02-11'],
      ['2025-02-13'],
      ['2025-02-17'],
      ['2025-01-31'],
      ['2025-01-31'],
      [],
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

/** Set up the day before, 13 to 18 h; open 9 to 17 h; taken down 17 to 20 h. */
describe('the dates that go along', () => {
  it('keep their clock times when summer time begins in between', () => {
    const paris = anEvent({
      timeZone: 'Europe/Paris',
      opensAt: '2025-03-29T08:00Z',
      closesAt: '2025-03-29T16:00Z',
      setUp: { startsAt: '2025-03-28T12:00Z', endsAt: '2025-03-28T17:00Z' },
      teardown: { startsAt: '2025-03-29T16:00Z', endsAt: '2025-03-29T19:00Z' },
      reportDueOn: null,
    });
    expect(changedEvent(paris, { kind: 'shiftDays', days: 1 })).toEqual({
      ...paris,
      opensAt: '2025-03-30T07:00Z',
      closesAt: '2025-03-30T15:00Z',
      setUp: { startsAt: '2025-03-29T12:00Z', endsAt: '2025-03-29T17:00Z' },
      teardown: { startsAt: '2025-03-30T15:00Z', endsAt: '2025-03-30T18:00Z' },
    });
  });

  it('are every date that a new opening does not name', () => {
    const opensAt = '2025-03-01T23:00Z';
    const closesAt = '2025-03-02T07:00Z';
    expect(changedEvent(event, { kind: 'reschedule', opensAt, closesAt })).toEqual({
      ...event,
      opensAt,
      closesAt,
      setUp: { startsAt: '2025-03-01T02:00Z', endsAt: '2025-03-01T07:00Z' },
      teardown: { startsAt: '2025-03-02T06:00Z', endsAt: '2025-03-02T09:00Z' },
      reportDueOn: '2025-03-29',
    });
    expect(
      changedEvent(event, { kind: 'reschedule', opensAt, closesAt, setUp: null, reportDueOn: '2025-04-01' }),
    ).toEqual({
      ...event,
      opensAt,
      closesAt,
      setUp: null,
      teardown: { startsAt: '2025-03-02T06:00Z', endsAt: '2025-03-02T09:00Z' },
      reportDueOn: '2025-04-01',
    });
  });

  it('are the teardown alone when only the closing is another day', () => {
    const longer = { kind: 'reschedule', opensAt: event.opensAt, closesAt: '2025-02-23T06:00Z' } as const;
    expect(changedEvent(event, longer)).toEqual({
      ...event,
      closesAt: '2025-02-23T06:00Z',
      teardown: { startsAt: '2025-02-23T06:00Z', endsAt: '2025-02-23T09:00Z' },
    });
  });

  it('come back with the closing when the event loses its last day', () => {
    const twoDays = {
      ...event,
      closesAt: '2025-02-23T06:00Z',
      teardown: { startsAt: '2025-02-23T06:00Z', endsAt: '2025-02-23T09:00Z' },
    };
    const shorter = { kind: 'reschedule', opensAt: event.opensAt, closesAt: event.closesAt } as const;
    expect(changedEvent(twoDays, shorter)).toEqual(event);
  });

  it('keep their distance where the hours of the opening went past them', () => {
    const sameMorning = { ...event, setUp: { startsAt: '2025-02-21T20:00Z', endsAt: '2025-02-21T22:00Z' } };
    const earlier = {
      kind: 'reschedule',
      opensAt: '2025-02-21T19:00Z',
      closesAt: '2025-02-22T10:00Z',
    } as const;
    expect(changedEvent(sameMorning, earlier)).toEqual({
      ...sameMorning,
      opensAt: '2025-02-21T19:00Z',
      closesAt: '2025-02-22T10:00Z',
      setUp: { startsAt: '2025-02-21T17:00Z', endsAt: '2025-02-21T19:00Z' },
      teardown: { startsAt: '2025-02-22T10:00Z', endsAt: '2025-02-22T13:00Z' },
    });
  });

  it('take the repetition and its exceptions along', () => {
    const weekly = anEvent({
      repetition: {
        frequency: 'weekly',
        every: 1,
        untilOn: '2025-03-15',
        exceptions: [{ kind: 'skipped', on: '2025-03-01' }],
      },
    });
    const { after } = planMove(weekly, [], { kind: 'shiftDays', days: 2 }, calendar, today);
    expect(after.repetition).toEqual({
      frequency: 'weekly',
      every: 1,
      untilOn: '2025-03-17',
      exceptions: [{ kind: 'skipped', on: '2025-03-03' }],
    });
  });

  it('never make an event invalid, and come back with the event', () => {
    const events = fc
      .record({
        timeZone: fc.constantFrom(
          'Pacific/Noumea',
          'Europe/Paris',
          'America/Santiago',
          'Australia/Lord_Howe',
        ),
        opens: fc.integer({ min: 0, max: 700 * 1_440 }),
        minutes: fc.integer({ min: 1, max: 5_000 }),
        before: fc.integer({ min: 0, max: 3_000 }),
        setUpMinutes: fc.integer({ min: 1, max: 6_000 }),
        after: fc.integer({ min: 0, max: 3_000 }),
        teardownMinutes: fc.integer({ min: 1, max: 6_000 }),
      })
      .map(({ timeZone, opens, minutes, before, setUpMinutes, after, teardownMinutes }) => {
        const at = (minute: number) => addMinutes('2024-06-01T00:00Z', opens + minute);
        return anEvent({
          timeZone,
          opensAt: at(0),
          closesAt: at(minutes),
          setUp: { startsAt: at(-before), endsAt: at(setUpMinutes - before) },
          teardown: { startsAt: at(minutes + after - teardownMinutes), endsAt: at(minutes + after) },
          repetition: {
            frequency: 'monthlyByDate',
            every: 1,
            untilOn: addDays(dayOf(at(0), timeZone), 100),
            exceptions: [{ kind: 'skipped', on: addDays(dayOf(at(0), timeZone), 31) }],
          },
        });
      });
    fc.assert(
      fc.property(
        events,
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: -3_000, max: 3_000 }),
        fc.integer({ min: 1, max: 5_000 }),
        (drawn, days, minutes, length) => {
          plannedEventSchema.parse(drawn);
          const shifted = changedEvent(drawn, { kind: 'shiftDays', days });
          plannedEventSchema.parse(shifted);
          const opensAt = addMinutes(drawn.opensAt, minutes);
          plannedEventSchema.parse(
            changedEvent(drawn, { kind: 'reschedule', opensAt, closesAt: addMinutes(opensAt, length) }),
          );
          const back = changedEvent(shifted, { kind: 'shiftDays', days: -days });
          const steady = drawn.timeZone === 'Pacific/Noumea' ? { ...drawn, repetition: null } : back;
          expect({
            ...back,
            repetition: null,
            days: [dDayOf(back), back.reportDueOn, back.repetition?.untilOn],
          }).toEqual({
            ...steady,
            repetition: null,
            days: [dDayOf(drawn), drawn.reportDueOn, drawn.repetition?.untilOn],
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('planning again', () => {
  it('dates open planned tasks from their anchors, and names only those that change', () => {
    const onPlan = aTask({ plan: jMinus(15), dueOn: '2025-02-07' });
    const off = aTask({ plan: jMinus(15), dueOn: '2025-02-06' });
    const pinned = aTask({ plan: jMinus(15), dueOn: '2025-02-06', isPinned: true });
    const done = aTask({ plan: jMinus(15), dueOn: '2025-02-06', status: 'done', doneOn: '2025-02-06' });
    const plain = aTask({ dueOn: '2025-02-08' });
    const lost = aTask({ plan: { ...jMinus(15), anchor: { kind: 'orderSigned' } }, dueOn: '2025-02-06' });
    expect(replan(event, [onPlan, off, pinned, done, plain, lost], calendar)).toEqual([
      { before: off, after: { ...off, dueOn: '2025-02-07' }, fromDueOn: '2025-02-06', toDueOn: '2025-02-07' },
    ]);
  });
});

function outcomes({ moved, kept }: EventMove) {
  return {
    moved: moved.map(({ before, fromDueOn, toDueOn }) => [before.id, fromDueOn, toDueOn]),
    kept: kept.map(({ task, reason }) => [task.id, reason]),
  };
}

function apply(tasks: readonly Task[], moved: readonly { after: Task }[]): Task[] {
  const after = new Map(moved.map((one) => [one.after.id, one.after]));
  return tasks.map((task) => after.get(task.id) ?? task);
}

describe('the roster of an event that moves', () => {
  it('goes along by as many days, at the same clock times, and says what that breaks', () => {
    const plan = aRosterPlan();
    const away = plan.person({
      name: 'Jeanne',
      absences: [
        { startsAt: noumea('2025-03-08', '00:00'), endsAt: noumea('2025-03-09', '00:00'), reason: 'Congé' },
      ],
    });
    const shift = plan.shift('09:00', '13:00', { post: plan.post({ name: 'Accueil' }), who: [away] });
    const noted = plan.shift('14:00', '16:00');
    plan.assign(noted, away, {
      presence: { status: 'arrived', arrivedAt: null, leftAt: null, replacedById: null, note: '' },
    });
    const move = planMove(
      plan.event,
      [],
      { kind: 'shiftDays', days: 14 },
      calendar,
      '2025-01-10',
      plan.facts(),
    );
    expect(move.shifts).toEqual([
      { ...shift, startsAt: noumea('2025-03-08', '09:00'), endsAt: noumea('2025-03-08', '13:00') },
    ]);
    expect(
      move.conflicts.map(({ conflict: { rule, amount, about }, names, post }) => [
        rule,
        amount,
        about,
        names,
        post,
      ]),
    ).toEqual([['unavailable', 240, 'Congé', ['Jeanne'], 'Accueil']]);
  });

  it('stays when only other dates change', () => {
    const plan = aRosterPlan();
    plan.shift('09:00', '13:00');
    const { opensAt, closesAt } = plan.event;
    const change = { kind: 'reschedule', opensAt, closesAt, reportDueOn: '2025-04-01' } as const;
    expect(planMove(plan.event, [], change, calendar, '2025-01-10', plan.facts()).shifts).toEqual([]);
  });
});
