import { bundleOf, type EventBundle } from '@shared/domain/eventBundle';
import type { EventExchange } from '@shared/domain/eventExchange';
import {
  commonBase,
  keptUnanswered,
  keptVersions,
  newVersion,
  versionsToKeep,
  versionsTogether,
} from '@shared/domain/eventVersions';
import { choicesOf, mergedRecords, type MergePlan, planMerge, type Side } from '@shared/domain/mergePlan';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Task } from '@shared/domain/task';
import { emptyWorkspace, type Workspace } from '@shared/domain/workspace';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aContact, anEvent, anId, aReport, aTask } from '../../support/builders';

const event = anEvent({
  contacts: [aContact(), aContact()],
  objectives: [{ id: anId(), title: 'Accueillir', indicators: [] }],
});
const tasks = [aTask({ eventId: event.id }), aTask({ eventId: event.id })];
const report = aReport({ id: event.id, narratives: { summary: 'Bien.' } });
const start: Workspace = { ...emptyWorkspace(), events: [event], tasks, reports: [report] };

/** Places that somebody may change, each beside the others. */
const places = {
  'events/description': (w: Workspace, text: string) => onEvent(w, (one) => ({ ...one, description: text })),
  'events/format': (w: Workspace, text: string) => onEvent(w, (one) => ({ ...one, format: text })),
  'events/venue/commune': (w: Workspace, text: string) =>
    onEvent(w, (one) => ({ ...one, venue: { ...one.venue, commune: text } })),
  'events/contacts/0/phone': (w: Workspace, text: string) =>
    onEvent(w, (one) => ({ ...one, contacts: at(one.contacts, 0, (each) => ({ ...each, phone: text })) })),
  'events/contacts/0/name': (w: Workspace, text: string) =>
    onEvent(w, (one) => ({ ...one, contacts: at(one.contacts, 0, (each) => ({ ...each, name: text })) })),
  'tasks/0/title': (w: Workspace, text: string) => onTask(w, 0, (one) => ({ ...one, title: text })),
  'tasks/0/owner': (w: Workspace, text: string) => onTask(w, 0, (one) => ({ ...one, owner: text })),
  'tasks/1/notes': (w: Workspace, text: string) => onTask(w, 1, (one) => ({ ...one, notes: text })),
  'reports/summary': (w: Workspace, text: string): Workspace => ({
    ...w,
    reports: w.reports.map((one) => ({ ...one, narratives: { ...one.narratives, summary: text } })),
  }),
} satisfies Record<string, (workspace: Workspace, text: string) => Workspace>;
type Place = keyof typeof places;
const placeNames = Object.keys(places) as Place[];

function at<T>(list: readonly T[], index: number, change: (one: T) => T): T[] {
  return list.map((one, each) => (each === index ? change(one) : one));
}
function onEvent(workspace: Workspace, change: (event: PlannedEvent) => PlannedEvent): Workspace {
  return { ...workspace, events: workspace.events.map(change) };
}
function onTask(workspace: Workspace, index: number, change: (task: Task) => Task): Workspace {
  const id = tasks[index]?.id;
  return { ...workspace, tasks: workspace.tasks.map((one) => (one.id === id ? change(one) : one)) };
}

type Choose = (name: string, plan: MergePlan) => Side;

/** A laptop: what it holds, and what the import of a file does to it. */
function aLaptop(keep = versionsToKeep) {
  let held = start;
  return {
    held: () => held,
    change: (change: (workspace: Workspace) => Workspace) => void (held = change(held)),
    exported: (): Workspace => {
      const contents = bundleOf(held, event.id) as EventBundle;
      const exchanges = keep([...held.exchanges, newVersion(anId(), contents, held.exchanges, true)]);
      held = { ...held, exchanges };
      return structuredClone(held);
    },
    imported: (theirs: Workspace, choose: Choose): MergePlan => {
      const plan = planMerge(held, theirs, commonBase(held, theirs));
      const names = plan.records.flatMap((merge) => choicesOf(merge).map(({ name }) => name));
      const written = mergedRecords(plan, new Map(names.map((name) => [name, choose(name, plan)])));
      const next = structuredClone(held) as unknown as Record<string, { id: string }[]>;
      for (const one of written) {
        const key = one.kind === 'put' ? String(one.record['id']) : one.key;
        const list = next[one.table] ?? [];
        const known = list.findIndex(({ id }) => id === key);
        if (one.kind === 'remove') list.splice(known, 1);
        else if (known < 0) list.push(one.record as { id: string });
        else list[known] = one.record as { id: string };
      }
      held = {
        ...(next as unknown as Workspace),
        exchanges: keep(versionsTogether(held.exchanges, theirs.exchanges)),
      };
      return plan;
    },
  };
}
type Laptop = ReturnType<typeof aLaptop>;

const never: Choose = (name) => {
  throw new Error(`asked about ${name}`);
};
const contents = (laptop: Laptop) => {
  const { exchanges: _versions, ...records } = laptop.held();
  return { ...records, tasks: records.tasks.toSorted((a, b) => a.id.localeCompare(b.id)) };
};
const valueAt = (workspace: Workspace, place: Place): string => {
  const [one] = workspace.events;
  const values: Record<Place, string | undefined> = {
    'events/description': one?.description,
    'events/format': one?.format,
    'events/venue/commune': one?.venue.commune,
    'events/contacts/0/phone': one?.contacts[0]?.phone,
    'events/contacts/0/name': one?.contacts[0]?.name,
    'tasks/0/title': workspace.tasks.find(({ id }) => id === tasks[0]?.id)?.title,
    'tasks/0/owner': workspace.tasks.find(({ id }) => id === tasks[0]?.id)?.owner,
    'tasks/1/notes': workspace.tasks.find(({ id }) => id === tasks[1]?.id)?.notes,
    'reports/summary': workspace.reports[0]?.narratives.summary,
  };
  return values[place] ?? '';
};
const nameAt = (place: Place): string => {
  const [table = '', ...rest] = place.split('/');
  const key = table === 'tasks' ? (tasks[Number(rest.shift())]?.id ?? '') : event.id;
  const path = rest.map((step) => (/^\d$/.test(step) ? (event.contacts[Number(step)]?.id ?? '') : step));
  return [table, key, ...(table === 'reports' ? ['narratives'] : []), ...path].join('/');
};
const write = (laptop: Laptop, place: Place, text: string) =>
  laptop.change((workspace) => places[place](workspace, text));

describe('an event that goes from laptop to laptop', () => {
  it('comes back with what both changed, and asks once about what both changed differently', () => {
    const [ours, theirs] = [aLaptop(), aLaptop()];
    theirs.imported(ours.exported(), never);
    write(theirs, 'events/description', 'B');
    write(theirs, 'events/format', 'B');
    write(ours, 'tasks/0/owner', 'A');
    write(ours, 'events/format', 'A');
    const asked: string[] = [];
    ours.imported(theirs.exported(), (name) => (asked.push(name), 'theirs'));
    expect([asked, placeNames.map((place) => valueAt(ours.held(), place)).filter(Boolean)]).toEqual([
      [nameAt('events/format')],
      ['B', 'B', 'Dumbéa', 'Réserver la sonorisation', 'A', 'Bien.'],
    ]);
    theirs.imported(ours.exported(), never);
    expect(contents(theirs)).toEqual(contents(ours));
  });

  it('is not asked about again once the choice has come round, and never by the same file', () => {
    const [ours, theirs] = [aLaptop(), aLaptop()];
    write(ours, 'events/format', 'A');
    write(theirs, 'events/format', 'B');
    const file = theirs.exported();
    ours.imported(file, () => 'ours');
    expect(ours.imported(file, never).records).toEqual([]);
    theirs.imported(ours.exported(), never);
    expect(valueAt(theirs.held(), 'events/format')).toBe('A');
  });

  it('keeps what was put back to what it was before', () => {
    const [a, b, c] = [aLaptop(), aLaptop(), aLaptop()];
    const first = a.exported();
    b.imported(first, never);
    c.imported(first, never);
    write(a, 'events/format', 'A');
    const second = a.exported();
    b.imported(second, never);
    write(b, 'events/format', valueAt(start, 'events/format'));
    c.imported(second, never);
    c.imported(b.exported(), never);
    a.imported(c.exported(), never);
    expect([a, b, c].map((one) => valueAt(one.held(), 'events/format'))).toEqual(['', '', '']);
  });

  it('asks neither of two who merged the same two versions, each on his own', () => {
    const [a, b, c] = [aLaptop(), aLaptop(), aLaptop()];
    const first = a.exported();
    b.imported(first, never);
    c.imported(first, never);
    write(a, 'events/format', 'A');
    write(b, 'events/description', 'B');
    const [fromA, fromB] = [a.exported(), b.exported()];
    c.imported(fromA, never);
    c.imported(fromB, never);
    a.imported(fromB, never);
    write(a, 'events/format', 'A again');
    write(c, 'events/description', 'C');
    c.imported(a.exported(), never);
    a.imported(c.exported(), never);
    expect(contents(a)).toEqual(contents(c));
    expect(['events/format', 'events/description'].map((place) => valueAt(a.held(), place as Place))).toEqual(
      ['A again', 'C'],
    );
  });

  it('asks when the same choice was made in two ways', () => {
    const [a, b, c] = [aLaptop(), aLaptop(), aLaptop()];
    const first = c.exported();
    a.imported(first, never);
    b.imported(first, never);
    write(a, 'events/format', 'A');
    write(b, 'events/format', 'B');
    const [fromA, fromB] = [a.exported(), b.exported()];
    a.imported(fromB, () => 'ours');
    c.imported(fromA, never);
    c.imported(fromB, () => 'theirs');
    const plan = a.imported(c.exported(), () => 'ours');
    expect(plan.counts.conflicts).toBe(1);
  });

  it('asks about a task that one deleted and the other changed, and deletes what only one deleted', () => {
    const [ours, theirs] = [aLaptop(), aLaptop()];
    theirs.imported(ours.exported(), never);
    theirs.change((workspace) => ({ ...workspace, tasks: [] }));
    write(ours, 'tasks/0/owner', 'A');
    const plan = ours.imported(theirs.exported(), () => 'ours');
    expect([plan.counts.removed, plan.counts.conflicts]).toEqual([1, 1]);
    expect(ours.held().tasks.map(({ owner }) => owner)).toEqual(['A']);
    theirs.imported(ours.exported(), () => 'theirs');
    expect(contents(theirs)).toEqual(contents(ours));
  });

  it('comes back whole to somebody who had deleted it', () => {
    const [ours, theirs] = [aLaptop(), aLaptop()];
    theirs.imported(ours.exported(), never);
    ours.change((workspace) => ({ ...workspace, events: [], tasks: [], reports: [] }));
    ours.imported(theirs.exported(), never);
    expect(contents(ours)).toEqual(contents(theirs));
  });
});

/**
 * What a place holds according to a model that knows every edit: the one that gave its text, those that whoever holds it knew of, and whether a
 * question was ever answered about it.
 */
type Seen = { edit: number; value: string; seen: ReadonlySet<number>; wasAsked: boolean };

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constant('write' as const), fc.nat(2), fc.constantFrom(...placeNames)),
  },
  { weight: 2, arbitrary: fc.tuple(fc.constant('give' as const), fc.nat(2), fc.nat(2), fc.boolean()) },
);

function travelled(
  steps: readonly (readonly ['write', number, Place] | readonly ['give', number, number, boolean])[],
  keep: typeof versionsToKeep,
) {
  const laptops = [aLaptop(keep), aLaptop(keep), aLaptop(keep)];
  const model = laptops.map(
    () =>
      new Map<Place, Seen>(
        placeNames.map((place) => [
          place,
          { edit: 0, value: valueAt(start, place), seen: new Set([0]), wasAsked: false },
        ]),
      ),
  );
  let edits = 0;
  const falseQuestions: string[] = [];
  const first = laptops[0]?.exported() as Workspace;
  for (const laptop of laptops.slice(1)) laptop.imported(first, never);

  function give(from: number, to: number, choice: Side): void {
    const [giver, taker] = [laptops[from] as Laptop, laptops[to] as Laptop];
    const [theirs, ours] = [model[from] as Map<Place, Seen>, model[to] as Map<Place, Seen>];
    const asked = new Set<string>();
    taker.imported(giver.exported(), (name) => {
      asked.add(name);
      const place = placeNames.find((each) => nameAt(each) === name) as Place;
      const [here, there] = [ours.get(place) as Seen, theirs.get(place) as Seen];
      const [knows, isKnown] = [here.seen.has(there.edit), there.seen.has(here.edit)];
      if (knows === isKnown) return choice;
      if (!here.wasAsked && !there.wasAsked) falseQuestions.push(name);
      return knows ? 'ours' : 'theirs';
    });
    for (const place of placeNames) {
      const [here, there] = [ours.get(place) as Seen, theirs.get(place) as Seen];
      const isAsked = asked.has(nameAt(place));
      const value = valueAt(taker.held(), place);
      expect([here.value, there.value]).toContain(value);
      const [held, dropped] = value === here.value ? [here, there] : [there, here];
      if (!isAsked && here.value !== there.value)
        expect([place, held.seen.has(dropped.edit)]).toEqual([place, true]);
      const seen = new Set([...here.seen, ...there.seen]);
      ours.set(place, { ...held, seen, wasAsked: here.wasAsked || there.wasAsked || isAsked });
    }
  }

  for (const one of steps) {
    if (one[0] === 'give') {
      if (one[1] !== one[2]) give(one[1], one[2], one[3] ? 'ours' : 'theirs');
      continue;
    }
    const [, who, place] = one;
    edits += 1;
    const value = `édité ${edits}`;
    const mine = model[who] as Map<Place, Seen>;
    const before = mine.get(place) as Seen;
    mine.set(place, {
      ...before,
      edit: edits,
      value,
      seen: new Set([...before.seen, edits]),
    });
    write(laptops[who] as Laptop, place, value);
  }
  give(1, 0, 'ours');
  give(2, 0, 'theirs');
  give(0, 1, 'ours');
  give(0, 2, 'ours');
  return { laptops, falseQuestions };
}

describe('three laptops that pass an event round, in any order', () => {
  it('lose no edit, ask exactly about what two changed without knowing of each other, and end the same', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { laptops, falseQuestions } = travelled(steps, (known) => [...known]);
        expect(falseQuestions).toEqual([]);
        const [a, b, c] = laptops.map(contents);
        expect([b, c]).toEqual([a, a]);
      }),
      { numRuns: 300 },
    );
  });

  it('lose no edit either when only the last versions are kept: at worst more is asked', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 80 }), (steps) => {
        const [a, b, c] = travelled(steps, versionsToKeep).laptops.map(contents);
        expect([b, c]).toEqual([a, a]);
      }),
      { numRuns: 60 },
    );
  });

  it('never lose a task or a contact that somebody added, and end the same whatever was deleted', () => {
    const move = fc.tuple(
      fc.constantFrom('task', 'contact', 'delete', 'give'),
      fc.nat(2),
      fc.nat(2),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const laptops = [aLaptop(), aLaptop(), aLaptop()];
        const file = laptops[0]?.exported() as Workspace;
        for (const laptop of laptops.slice(1)) laptop.imported(file, never);
        const [added, deleted] = [new Set<string>(), new Set<string>()];
        const give = (from: number, to: number, side: Side) =>
          from !== to && laptops[to]?.imported((laptops[from] as Laptop).exported(), () => side);
        for (const [kind, who, other, flag] of moves) {
          const laptop = laptops[who] as Laptop;
          if (kind === 'give') give(other, who, flag ? 'ours' : 'theirs');
          else if (kind === 'task') {
            const one = aTask({ eventId: event.id });
            added.add(one.id);
            laptop.change((workspace) => ({ ...workspace, tasks: [...workspace.tasks, one] }));
          } else if (kind === 'contact') {
            const one = aContact();
            added.add(one.id);
            laptop.change((workspace) =>
              onEvent(workspace, (each) => ({ ...each, contacts: [one, ...each.contacts] })),
            );
          } else {
            const gone = laptop.held().tasks.at(-1)?.id;
            if (gone) deleted.add(gone);
            laptop.change((workspace) => ({ ...workspace, tasks: workspace.tasks.slice(0, -1) }));
          }
        }
        give(1, 0, 'ours');
        give(2, 0, 'ours');
        give(0, 1, 'theirs');
        give(0, 2, 'theirs');
        const [a, b, c] = laptops.map(contents);
        expect([b, c]).toEqual([a, a]);
        const held = new Set(
          a?.tasks.map(({ id }) => id as string).concat(a.events[0]?.contacts.map(({ id }) => id) ?? []),
        );
        expect([...added].filter((id) => !held.has(id) && !deleted.has(id))).toEqual([]);
        expect([...deleted].filter((id) => held.has(id))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the versions that are kept', () => {
  const chain = (count: number, isOwn: (index: number) => boolean): EventExchange[] => {
    const known: EventExchange[] = [];
    for (let index = 0; index < count; index += 1)
      known.push(newVersion(anId(), { event, tasks, report }, known, isOwn(index)));
    return known;
  };
  const kept = (known: readonly EventExchange[]) => versionsToKeep(known).map((one) => known.indexOf(one));
  const from = (first: number, end: number) =>
    Array.from({ length: end - first }, (_, index) => first + index);

  it('are the newest, and beside them exports that nobody has answered', () => {
    expect(kept(chain(30, () => false))).toEqual(from(30 - keptVersions, 30));
    expect(kept(chain(12, () => true))).toEqual(from(2, 12));
    const answers = chain(30, (index) => index === 3 || index === 4);
    const unanswered = answers.map((one) => ({
      ...one,
      ancestors: one.isOwn ? one.ancestors : one.ancestors.filter((id) => id !== answers[4]?.id),
    }));
    expect(kept(unanswered)).toEqual([4, ...from(30 - keptVersions, 30)]);
    expect(kept(chain(60, () => true)).length).toBe(Math.max(keptVersions, keptUnanswered));
  });

  it('are in any case those that nothing else is behind: they tell what is part of the event', () => {
    const stranger = newVersion(anId(), { event, tasks, report }, [], false);
    const known = [stranger, ...chain(20, () => true)];
    expect(kept(known)).toEqual([0, ...from(11, 21)]);
  });
});
