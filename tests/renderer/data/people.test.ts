import { type Database, openDatabase } from '@renderer/data/database';
import {
  createPerson,
  deletePeople,
  mergePeople,
  namesOfDirectory,
  renamePerson,
} from '@renderer/data/people';
import { buildSearchIndex, followChanges } from '@renderer/data/search';
import { openWriteDoor, put, type WriteDoor } from '@renderer/data/writeDoor';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anAssignment, anId, aPost, aStaffMember, aTask } from '../../support/builders';

let database: Database;
let door: WriteDoor;
beforeEach(async () => {
  database = openDatabase(`test-${crypto.randomUUID()}`);
  door = await openWriteDoor(database, { append: async () => undefined }, () => '2025-02-10T00:00Z');
});
afterEach(async () => {
  database.close();
  await database.delete();
});

const label = { key: 'workspaceFilled', params: {} };

describe('changing a name', () => {
  it('leaves the tasks alone while somebody else bears the old one', async () => {
    const [one, twin] = [aStaffMember({ name: 'Jeanne' }), aStaffMember({ name: 'Jeanne' })];
    const task = aTask({ owner: 'Jeanne' });
    await door.commit(label, [put('people', one), put('people', twin), put('tasks', task)]);
    await renamePerson(database, door.commit, one, 'Jeanne W');
    expect([(await database.people.get(one.id))?.name, (await database.tasks.get(task.id))?.owner]).toEqual([
      'Jeanne W',
      'Jeanne',
    ]);
  });
});

describe('what names a person', () => {
  it('lets go of who is deleted, in one change', async () => {
    const gone = aStaffMember({ name: 'Jeanne' });
    const friend = aStaffMember({ name: 'Paul', together: [gone.id] });
    const post = aPost({ inChargeId: gone.id });
    const presence = {
      status: 'replaced',
      arrivedAt: null,
      leftAt: null,
      replacedById: gone.id,
      note: '',
    } as const;
    const [own, other] = [
      anAssignment({ personId: gone.id }),
      anAssignment({ personId: friend.id, presence }),
    ];
    const records = [
      put('people', gone),
      put('people', friend),
      put('posts', post),
      put('assignments', own),
      put('assignments', other),
    ];
    await door.commit(label, records);
    const before = await everything();
    await deletePeople(database, door.commit, [gone]);
    expect((await database.people.toArray()).map(({ name, together }) => [name, together])).toEqual([
      ['Paul', []],
    ]);
    expect((await database.posts.get(post.id))?.inChargeId).toBeNull();
    expect(
      (await database.assignments.toArray()).map(({ id, presence: { replacedById } }) => [id, replacedById]),
    ).toEqual([[other.id, null]]);
    await door.undo();
    expect(await everything()).toEqual(before);
  });

  it('goes to the kept one of two that are merged; of two assignments to one shift one stays', async () => {
    const [keep, other] = [aStaffMember({ name: 'Jeanne W' }), aStaffMember({ name: 'Jeanne' })];
    const friend = aStaffMember({ name: 'Paul', together: [keep.id], apart: [other.id] });
    const shared = anAssignment({ personId: keep.id });
    const twice = anAssignment({ personId: other.id, shiftId: shared.shiftId });
    const alone = anAssignment({ personId: other.id });
    const post = aPost({ inChargeId: other.id });
    await door.commit(label, [
      ...[keep, other, friend].map((member) => put('people', member)),
      ...[shared, twice, alone].map((assignment) => put('assignments', assignment)),
      put('posts', post),
    ]);
    await mergePeople(database, door.commit, keep, other);
    const held = new Map((await database.assignments.toArray()).map(({ id, personId }) => [id, personId]));
    expect(held).toEqual(
      new Map([
        [shared.id, keep.id],
        [alone.id, keep.id],
      ]),
    );
    const paul = await database.people.get(friend.id);
    expect([paul?.together, paul?.apart]).toEqual([[], [keep.id]]);
    expect((await database.posts.get(post.id))?.inChargeId).toBe(keep.id);
  });
});

describe('finding people', () => {
  it('offers the names and teams of those who are there', async () => {
    for (const member of [
      aStaffMember({ name: 'Agent 10', team: 'Technique' }),
      aStaffMember({ name: 'Agent 9', team: 'Accueil' }),
      aStaffMember({ name: 'Ancien', team: 'Dissoute', hasLeft: true }),
    ])
      await createPerson(door.commit, member);
    expect(await namesOfDirectory(database)).toEqual({
      names: ['Agent 9', 'Agent 10'],
      teams: ['Accueil', 'Technique'],
    });
  });

  it('follows them in the index of the palette', async () => {
    const index = await buildSearchIndex(database);
    const member = aStaffMember({ id: anId() as never, name: 'Jeanne', team: 'Accueil' });
    await createPerson(door.commit, member);
    const followed = await followChanges(database, index);
    expect(followed?.entries.get(`people/${member.id}`)?.map(({ item }) => item)).toEqual([
      { kind: 'person', id: member.id, title: 'Jeanne', team: 'Accueil' },
    ]);
    await deletePeople(database, door.commit, [member]);
    expect((followed && (await followChanges(database, followed)))?.entries.size).toBe(0);
  });
});

async function everything() {
  return Promise.all([database.people.toArray(), database.posts.toArray(), database.assignments.toArray()]);
}
