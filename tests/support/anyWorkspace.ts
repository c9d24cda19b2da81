import type { EventBundle } from '@shared/domain/eventBundle';
import { newVersion } from '@shared/domain/eventVersions';
import { taskStatuses } from '@shared/domain/task';
import { emptyWorkspace, type Workspace } from '@shared/domain/workspace';
import fc from 'fast-check';
import {
  aContact,
  anEvent,
  anId,
  anIndicator,
  aPeriod,
  aReport,
  aTask,
  aTemplate,
  someSettings,
} from './builders';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('__proto__', '=1+1', '\u202e', '\0', '{"__proto__":{}}'),
);
const line = text.map((one) => one.slice(0, 100).trim());
const title = line.map((one) => `T${one}`.trim());
const amount = fc.option(fc.integer({ min: 0, max: 1_000_000 }));

const event = fc
  .record({
    name: title,
    edition: line,
    description: text,
    format: text,
    expectedAttendancePeople: amount,
    messages: fc.array(line, { maxLength: 3 }),
    contacts: fc.array(fc.record({ function: title, name: line, phone: line }).map(aContact), {
      maxLength: 4,
    }),
    objectives: fc.array(
      fc
        .record({
          title,
          indicators: fc.array(fc.record({ name: title }).map(anIndicator), { maxLength: 3 }),
        })
        .map((fields) => ({ id: anId(), ...fields })),
      { maxLength: 3 },
    ),
    isPinned: fc.boolean(),
  })
  .map(anEvent);

const task = fc
  .record({
    title,
    owner: line,
    notes: text,
    status: fc.constantFrom(...taskStatuses),
    estimateMinutes: amount,
    checklist: fc.array(
      fc.record({ text: title, isDone: fc.boolean() }).map((item) => ({ id: anId(), ...item })),
      { maxLength: 4 },
    ),
  })
  .map((fields) => aTask({ ...fields, doneOn: fields.status === 'done' ? '2025-02-01' : null }));

/** One event with its tasks, its report, and versions of it that were exchanged before. */
export const anyBundle: fc.Arbitrary<EventBundle> = fc
  .record({
    event,
    tasks: fc.array(task, { maxLength: 8 }),
    narratives: fc.record({ summary: text, tasks: text }),
  })
  .map(({ event: one, tasks, narratives }) => ({
    event: one,
    tasks: tasks.map((each) => ({ ...each, eventId: one.id })),
    report: aReport({ id: one.id, narratives }),
  }));

/** Any workspace that the program may hold: awkward texts, all tables, and events that have been exchanged. */
export const anyWorkspace: fc.Arbitrary<Workspace> = fc
  .record({
    bundles: fc.array(anyBundle, { maxLength: 3 }),
    loose: fc.array(task, { maxLength: 4 }),
    me: line,
    templates: fc.array(fc.record({ name: title }).map(aTemplate), { maxLength: 2 }),
    periods: fc.array(fc.record({ name: title, source: line }).map(aPeriod), { maxLength: 3 }),
  })
  .map(({ bundles, loose, me, templates, periods }) => ({
    ...emptyWorkspace(),
    settings: [someSettings({ me })],
    events: bundles.map((bundle) => bundle.event),
    tasks: [...bundles.flatMap(({ tasks }) => tasks), ...loose],
    reports: bundles.flatMap(({ report }) => report ?? []),
    templates,
    periods,
    exchanges: bundles.flatMap((bundle) => {
      const first = newVersion(anId(), bundle, [], true);
      return [first, newVersion(anId(), bundle, [first], false)];
    }),
  }));
