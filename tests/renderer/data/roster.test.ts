import { openDatabase, rowOf } from '@renderer/data/database';
import { deleteEvents } from '@renderer/data/events';
import { openWorkspace } from '@renderer/data/openWorkspace';
import { profilesOf } from '@renderer/data/people';
import { assign, fillRoster, rosterFactsOf } from '@renderer/data/roster';
import { fillWorkspace, wholeWorkspace } from '@renderer/data/workspace';
import { rosterOf } from '@shared/domain/roster';
import { shippedProfiles } from '@shared/seed/workProfiles';
import { emptyWorkspace, type Workspace } from '@shared/domain/workspace';
import { describe, expect, it, onTestFinished } from 'vitest';
import { anAssignment, aProfile, aStaffMember, aTask } from '../../support/builders';
import { memoryHost } from '../../support/memoryHost';
import { releasedDatabase } from '../../support/releasedDatabase';
import { aRosterPlan } from '../../support/rosters';

async function aWorkspaceWith(workspace: Partial<Workspace>) {
  const database = openDatabase(`roster-${crypto.randomUUID()}`);
  onTestFinished(() => database.delete());
  const opened = await openWorkspace(database, memoryHost().ask, { now: () => '2025-02-10T08:00Z' });
  if (opened.kind !== 'ready') throw new Error(opened.kind);
  await fillWorkspace(opened.door.commit, { ...emptyWorkspace(), ...workspace }, 'empty');
  return { database, door: opened.door };
}

describe('the roster of an event', () => {
  it('is read with what its people do elsewhere in the weeks around it, and not beyond', async () => {
    const plan = aRosterPlan();
    const person = plan.person();
    const near = plan.post({ eventId: plan.elsewhere().id });
    const far = plan.post({ eventId: plan.elsewhere().id });
    plan.shift('09:00', '13:00', { who: [person] });
    plan.shift('09:00', '13:00', { on: '2025-02-10', post: near, who: [person] });
    plan.shift('09:00', '13:00', { on: '2024-06-10', post: far, who: [person] });
    const { events, posts, shifts, assignments, people } = plan.facts();
    const { database } = await aWorkspaceWith({ events: [...events], posts, shifts, assignments, people });
    const facts = await rosterFactsOf(database, plan.event.id, 'fr');
    expect(facts?.shifts.map(({ eventId }) => eventId)).toEqual([plan.event.id, near.eventId]);
    expect(
      facts &&
        rosterOf(facts)
          .dutiesOf.get(person.id)
          ?.map(({ day }) => day),
    ).toEqual(['2025-02-10', '2025-02-22']);
  });

  it('is filled as one change, which one undo takes back', async () => {
    const plan = aRosterPlan();
    const [one, other] = [plan.person(), plan.person()];
    const post = plan.post();
    const shift = plan.shift('09:00', '13:00', { post });
    const { events, posts, shifts, people } = plan.facts();
    const { database, door } = await aWorkspaceWith({ events: [...events], posts, shifts, people });
    const given = anAssignment({ eventId: plan.event.id, shiftId: shift.id, personId: one.id });
    await assign(door.commit, given, one, post);
    const found = { ...given, id: anAssignment().id, personId: other.id };
    await fillRoster(door.commit, [found], [given.id]);
    expect((await wholeWorkspace(database)).assignments).toEqual([found]);
    await door.undo();
    expect((await wholeWorkspace(database)).assignments).toEqual([given]);
  });

  it('goes with its event and comes back with it', async () => {
    const plan = aRosterPlan();
    plan.shift('09:00', '13:00', { who: [plan.person()] });
    const { events, posts, shifts, assignments, people } = plan.facts();
    const { database, door } = await aWorkspaceWith({
      events: [...events],
      posts,
      shifts,
      assignments,
      people,
    });
    const before = await wholeWorkspace(database);
    await deleteEvents(database, door.commit, events);
    expect(await wholeWorkspace(database)).toEqual({
      ...before,
      events: [],
      posts: [],
      shifts: [],
      assignments: [],
    });
    await door.undo();
    expect(await wholeWorkspace(database)).toEqual(before);
  });
});

it('shipped profiles are there from the start, as they were edited, and one’s own come after them', async () => {
  const shipped = shippedProfiles('fr');
  const [first, ...others] = shipped;
  if (!first) throw new Error('a profile');
  const edited = { ...first, dayMinutes: 480 };
  const own = aProfile({ name: 'Saisonnier' });
  const { database } = await aWorkspaceWith({ profiles: [own, edited] });
  expect(await profilesOf(database, 'fr')).toEqual([edited, ...others, own]);
});

it('a database of the version before gets a place for people and rosters, and keeps its records', async () => {
  const name = `roster-${crypto.randomUUID()}`;
  const before = releasedDatabase(name, 4);
  const task = aTask();
  await before.table('tasks').put(rowOf('tasks', task));
  before.close();
  const database = openDatabase(name);
  onTestFinished(() => database.delete());
  await database.people.put(aStaffMember());
  expect([(await wholeWorkspace(database)).tasks, await database.people.count()]).toEqual([[task], 1]);
});
