import { workCalendarOf } from '@shared/domain/workCalendar';
import { inFullSwing } from '@shared/seed/exampleProgress';
import { describe, expect, it } from 'vitest';
import { aTask, someSettings } from '../../support/builders';

const make = {
  today: '2025-02-10',
  language: 'fr' as const,
  calendar: workCalendarOf(someSettings(), []),
  say: (fr: string) => fr,
  templates: [],
};

describe('a plan in full swing', () => {
  it('has nothing done that waits for a late task, and what waits for one waits', () => {
    const last = aTask({ title: 'dernière', dueOn: '2025-02-03' });
    const after = aTask({ title: 'après', dueOn: '2025-02-05', dependsOn: [last.id] });
    const waiting = aTask({ title: 'attend', dueOn: '2025-02-12', dependsOn: [after.id] });
    const free = aTask({ title: 'libre', dueOn: '2025-02-12' });
    const far = aTask({ title: 'loin', dueOn: '2025-03-12' });
    // The predecessor stands last, so that taking the last ones would make it late before what waited for it.
    const planned = [after, waiting, free, far, last].map((task) => ({ key: task.title, task }));
    expect(inFullSwing(make, planned, 1).map(({ key, task }) => [key, task.status])).toEqual([
      ['après', 'doing'],
      ['attend', 'waiting'],
      ['libre', 'doing'],
      ['loin', 'todo'],
      ['dernière', 'done'],
    ]);
  });
});
