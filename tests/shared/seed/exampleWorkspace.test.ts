import { type RecordOf, recordSchemas, tableNames } from '@shared/domain/changeSet';
import { findCycle } from '@shared/domain/dependencies';
import { isOverdue } from '@shared/domain/task';
import { addDays } from '@shared/domain/time';
import { emptyStart, exampleWorkspace } from '@shared/seed/exampleWorkspace';
import { describe, expect, it } from 'vitest';

describe('the example workspace', () => {
  it.each(['fr', 'en'] as const)(
    'holds only valid records, each once, on any day of the year (%s)',
    async (language) => {
      for (let step = 0; step < 365; step += 29) {
        const workspace = await exampleWorkspace(addDays('2026-11-24', step), language);
        for (const table of tableNames) {
          const records = workspace[table] as readonly RecordOf<typeof table>[];
          for (const record of records) recordSchemas[table].parse(record);
          expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
        }
        expect(findCycle(workspace.tasks)).toBeNull();
      }
    },
  );

  it('shows a day in full swing: some tasks done, some late, most ahead', async () => {
    const today = '2026-11-24';
    const { events, tasks } = await exampleWorkspace(today, 'fr');
    const [day] = events;
    const own = tasks.filter(({ eventId }) => eventId === day?.id);
    expect(own.length).toBe(66);
    expect(own.filter((task) => isOverdue(task, today)).length).toBe(3);
    expect(own.filter(({ status }) => status === 'done').length).toBeGreaterThan(20);
  });

  it('starts empty with holidays, school breaks and templates only', async () => {
    const start = await emptyStart('2026-11-24', 'fr');
    expect(start.periods.filter(({ firstOn }) => firstOn === '2026-09-24').map(({ name }) => name)).toEqual([
      'Fête de la Citoyenneté',
    ]);
    expect([start.events.length, start.tasks.length, start.templates.length, start.settings.length]).toEqual([
      0, 0, 4, 1,
    ]);
  });
});
