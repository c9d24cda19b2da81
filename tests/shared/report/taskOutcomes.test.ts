import { daysLate, onTimeShare, outcomeCounts, outcomeOf } from '@shared/report/taskOutcomes';
import { expect, test } from 'vitest';
import { aTask } from '../../support/builders';

const dataOn = '2025-03-24';
const done = (dueOn: string | null, doneOn: string) => aTask({ status: 'done', dueOn, doneOn });
const open = (dueOn: string | null) => aTask({ dueOn });

test.each([
  ['done the day before', done('2025-03-10', '2025-03-09'), 'onTime', 0],
  ['done on its day', done('2025-03-10', '2025-03-10'), 'onTime', 0],
  ['done the day after', done('2025-03-10', '2025-03-11'), 'late', 1],
  ['done, without a due day', done(null, '2025-03-11'), 'undated', 0],
  ['not done, due yesterday', open('2025-03-23'), 'overdue', 1],
  ['not done, due today', open('2025-03-24'), 'toCome', 0],
  ['not done, without a due day', open(null), 'toCome', 0],
  ['dropped, even after its day', aTask({ status: 'dropped', dueOn: '2025-01-01' }), 'dropped', 82],
] as const)('%s', (_words, task, outcome, days) => {
  expect([outcomeOf(task, dataOn), daysLate(task, dataOn)]).toEqual([outcome, days]);
});

test('the share on time counts only the tasks whose day has come', () => {
  const tasks = [
    done('2025-03-10', '2025-03-10'),
    done('2025-03-10', '2025-03-12'),
    done(null, '2025-03-12'),
    open('2025-03-01'),
    open('2025-04-01'),
  ];
  expect(onTimeShare(outcomeCounts(tasks, dataOn))).toBe(1 / 3);
  expect(onTimeShare(outcomeCounts([open('2025-04-01'), done(null, '2025-03-12')], dataOn))).toBeNull();
});
