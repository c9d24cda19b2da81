import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { attachmentsIn } from '../../electron/attachments';
import { type Disk, systemDisk } from '../../electron/disk';
import { journalFolder, journalPath } from '../../electron/journal';
import { leastRoom, openSafety, type Safety } from '../../electron/safety';
import { outgrown, type Snapshot, snapshotFolder } from '../../electron/snapshots';
import { fickleDisk } from '../support/fickleDisk';
import { aFolder } from '../support/folder';
import { sumsAfter } from '../support/memoryHost';

type Row = Record<string, unknown>;
const aChange = (seq: number, table: string, key: string, before: Row | null, after: Row | null) => ({
  seq,
  id: `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`,
  at: '2026-05-01T08:00Z',
  label: { key: 'changed', params: {} },
  kind: 'do' as const,
  of: null,
  operations: [{ table: table as 'tasks', key, before, after }],
});
const aTask = (key: string, title: string): Row => ({ id: key, title });
const created = (seq: number, key = `t${seq}`, title = `tâche ${seq}`) =>
  aChange(seq, 'tasks', key, null, aTask(key, title));

let clock = Date.parse('2026-05-01T08:00:00Z');
function safetyOn(profile: string, disk: Disk): Promise<Safety> {
  return openSafety({
    profile,
    program: '0.1.0',
    attachments: attachmentsIn(profile, disk),
    clearDatabase: async () => undefined,
    now: () => new Date((clock += 60_000)),
    disk,
  });
}

async function opened(profile: string, disk: Disk = systemDisk): Promise<Safety> {
  const safety = await safetyOn(profile, disk);
  onTestFinished(() => safety.close());
  return safety;
}

async function records(safety: Safety, source = 'head'): Promise<Row[]> {
  return safety.records(source, 'tasks', 0, 5_000);
}

describe('a profile', () => {
  test('new: nothing was ever written', async () => {
    const safety = await opened(await aFolder());
    expect([await safety.start(1), await records(safety), safety.snapshots()]).toEqual([
      { kind: 'ready', seq: 0, from: 0, sums: {}, wasClean: false },
      [],
      [],
    ]);
  });

  test('is taken up after its snapshot, with what was written since', async () => {
    const profile = await aFolder();
    const first = await opened(profile);
    await first.start(1);
    const changes = [created(1), created(2), created(3)];
    await first.append(created(1));
    await first.append(created(2));
    await first.takeSnapshot();
    await first.append(created(3));
    const second = await opened(profile);
    expect([await second.start(1), await records(second)]).toEqual([
      { kind: 'ready', seq: 3, from: 2, sums: sumsAfter(changes), wasClean: false },
      [aTask('t1', 'tâche 1'), aTask('t2', 'tâche 2'), aTask('t3', 'tâche 3')],
    ]);
    expect(await second.latest(10)).toEqual(changes);
    await second.close();
    const third = await opened(profile);
    expect(await third.start(1)).toMatchObject({ seq: 3, from: 3, wasClean: true });
  });

  test('of a newer program is refused, and stays as it is', async () => {
    const profile = await aFolder();
    const newer = await opened(profile);
    await newer.start(7);
    await newer.append(created(1));
    await newer.close();
    const before = await everything(profile);
    const older = await opened(profile);
    expect(await older.start(6)).toEqual({ kind: 'newer' });
    expect(await everything(profile)).toEqual(before);
  });

  test('whose journal and snapshots are gone is no new profile', async () => {
    const profile = await aFolder();
    const first = await opened(profile);
    await first.start(1);
    await first.append(created(1));
    await first.close();
    await rm(journalFolder(profile), { recursive: true });
    await rm(snapshotFolder(profile), { recursive: true });
    const again = await opened(profile);
    expect(await again.start(1)).toEqual({ kind: 'lost' });
    await again.mend([]);
    expect(await again.start(1)).toMatchObject({ kind: 'ready', seq: 0 });
  });
});

describe('one flipped byte', () => {
  async function aFullProfile() {
    const profile = await aFolder();
    const safety = await opened(profile);
    await safety.start(1);
    for (let seq = 1; seq <= 4; seq += 1) {
      await safety.append(created(seq, `t${seq}`, 'x'.repeat(50 * seq)));
      await safety.takeSnapshot();
    }
    await safety.append(created(5));
    await safety.append(created(6));
    return { profile, expected: await records(safety) };
  }

  test('in the newest snapshot: the one before and a longer journal give the same', async () => {
    const { profile, expected } = await aFullProfile();
    const names = (await readdir(snapshotFolder(profile))).toSorted();
    const path = join(snapshotFolder(profile), names.at(-1) ?? '');
    const whole = await readFile(path);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const flipped = Buffer.from(whole);
        flipped[place] = (flipped[place] ?? 0) ^ change;
        await writeFile(path, flipped);
        const safety = await opened(profile);
        expect(await safety.start(1)).toMatchObject({ kind: 'ready', seq: 6 });
        expect(await records(safety)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test('in the journal: said by its number, and given back, the work is whole', async () => {
    const { profile, expected } = await aFullProfile();
    const path = journalPath(profile, 5);
    const damaged = await readFile(path);
    damaged[20] = (damaged[20] ?? 0) ^ 4;
    await writeFile(path, damaged);
    const safety = await opened(profile);
    expect(await safety.start(1)).toEqual({ kind: 'damaged', missing: [5], lastSeq: 6 });
    await safety.mend([created(5)]);
    expect(await safety.start(1)).toMatchObject({ kind: 'ready', seq: 6 });
    expect(await records(safety)).toEqual(expected);
  });

  test('in what is remembered beside the data: the work is there all the same', async () => {
    const { profile, expected } = await aFullProfile();
    await writeFile(join(profile, 'safety.json'), '{"wasUsed":tr');
    const safety = await opened(profile);
    expect(await safety.start(1)).toMatchObject({ kind: 'ready', seq: 6 });
    expect(await records(safety)).toEqual(expected);
  });

  test('in an attached file, or in its twin: it is mended from the other', async () => {
    const profile = await aFolder();
    const id = '01890a5d-ac96-774b-bcce-b302099a8057';
    const attachments = attachmentsIn(profile);
    const content = Buffer.from('plan du site, 12 stands');
    for (const path of [join(profile, 'attachments', id), join(profile, 'attachments/twins', id)]) {
      await attachments.put(id, content);
      const bytes = await readFile(path);
      for (let place = 0; place < bytes.length; place += 1) {
        const flipped = Buffer.from(bytes);
        flipped[place] = (flipped[place] ?? 0) ^ 1;
        await writeFile(path, flipped);
        expect(Buffer.from((await attachments.get(id)) ?? [])).toEqual(content);
      }
      await attachments.get(id);
      await rm(path);
      expect(Buffer.from((await attachments.get(id)) ?? [])).toEqual(content);
    }
    expect(await attachments.list()).toEqual([id]);
  });
});

describe('every call to the disk that fails in turn', () => {
  /** A day's work; answers how many changes were acknowledged. */
  async function work(profile: string, disk: Disk): Promise<number> {
    let acknowledged = 0;
    const tried = (step: () => Promise<unknown>) => step().catch(() => undefined);
    const safety = await safetyOn(profile, disk).catch(() => null);
    if (!safety) return 0;
    const start = await safety.start(1).catch(() => null);
    if (start?.kind !== 'ready') {
      await safety.close();
      return 0;
    }
    for (let step = 0; step < 4; step += 1) {
      await safety.append(created(acknowledged + 1)).then(
        () => (acknowledged += 1),
        () => undefined,
      );
      if (step % 2 === 1) await tried(safety.takeSnapshot);
    }
    await tried(async () => {
      await safety.keepSecond(join(profile, '..', 'stick'));
      await safety.copyToSecond();
    });
    await tried(safety.setAside);
    await safety.close();
    return acknowledged;
  }

  test('leaves the old state or the new one, and every acknowledged change', async () => {
    const whole = fickleDisk(Number.POSITIVE_INFINITY);
    await work(join(await aFolder(), 'profile'), whole.disk);
    const outcomes: { call: number; name: string | null; acknowledged: number; found: unknown }[] = [];
    for (let call = 1; call <= whole.calls(); call += 1) {
      const profile = join(await aFolder(), 'profile');
      const fickle = fickleDisk(call);
      const acknowledged = await work(profile, fickle.disk);
      const safety = await opened(profile);
      const start = await safety.start(1);
      const found = start.kind === 'ready' ? (await records(safety)).map(({ id }) => id) : start.kind;
      await safety.close();
      outcomes.push({ call, name: fickle.failed(), acknowledged, found });
    }
    const wrong = outcomes.filter(
      ({ acknowledged, found }) =>
        JSON.stringify(found) !== JSON.stringify(Array.from({ length: acknowledged }, (_, i) => `t${i + 1}`)),
    );
    expect(wrong).toEqual([]);
    expect(new Set(outcomes.map(({ name }) => name)).size).toBeGreaterThan(8);
  }, 120_000);
});

describe('a restore drill', () => {
  test('the newest, the oldest and any snapshot between are, by count and digest, what stood when they were taken', async () => {
    const profile = await aFolder();
    const safety = await opened(profile);
    await safety.start(1);
    const changes: ReturnType<typeof aChange>[] = [];
    const stood: Row[][] = [];
    for (let round = 0; round < 8; round += 1) {
      for (let each = 0; each < 3; each += 1) {
        const before = stood.length > 0 && each === 2 ? aTask('t1', `tour ${round - 1}`) : null;
        const seq = changes.length + 1;
        const change = before
          ? aChange(seq, 'tasks', 't1', before, aTask('t1', `tour ${round}`))
          : created(seq, seq === 1 ? 't1' : `t${seq}`, seq === 1 ? 'tour 0' : `tâche ${seq}`);
        changes.push(change);
        await safety.append(change);
      }
      await safety.takeSnapshot();
      stood.push(await records(safety));
    }
    await safety.close();
    const later = await opened(profile);
    await later.start(1);
    const listed = later.snapshots().toReversed();
    expect(listed.length).toBe(8);
    for (const [round, { name, facts }] of listed.entries()) {
      expect(await records(later, name)).toEqual(stood[round]);
      expect(facts?.sums).toEqual(sumsAfter(changes.slice(0, 3 * (round + 1))));
    }
    expect((await later.verify()).every(({ facts }) => facts !== null)).toBe(true);
  });
});

describe('room on the disk', () => {
  test('below the limit a change is refused, and accepted again when there is room', async () => {
    let freeBytes = 1e12;
    const disk: Disk = { ...systemDisk, room: async () => ({ freeBytes, totalBytes: 1e12 }) };
    const safety = await opened(await aFolder(), disk);
    await safety.start(1);
    await safety.append(created(1));
    freeBytes = leastRoom(1e12) - 1;
    await expect(safety.append(created(2))).rejects.toThrow('diskFull');
    expect((await safety.state()).room).toBe('full');
    freeBytes = leastRoom(1e12) * 6;
    await safety.append(created(2));
    expect((await safety.state()).room).toBe('low');
  });
});

describe('a second place', () => {
  test('holds whole copies, files included, that are read back; its age and absence are told', async () => {
    const [profile, stick] = [await aFolder(), await aFolder()];
    const safety = await opened(profile);
    await safety.start(1);
    await attachmentsIn(profile).put('01890a5d-ac96-774b-bcce-b302099a8057', Buffer.from('plan'));
    await safety.append(created(1));
    expect(await safety.keepSecond(join(profile, 'inside'))).toBe('insideProfile');
    await safety.keepSecond(stick);
    expect((await safety.state()).second).toEqual({ folder: stick, at: null, isThere: true, hasFiles: true });
    await safety.copyToSecond();
    const [name] = await readdir(stick);
    expect(name).toMatch(/^snapshot-000000001-\d{8}T\d{6}\.regie$/);
    expect((await readFile(join(stick, name ?? ''))).includes('attachments/01890a5d')).toBe(true);
    await rm(stick, { recursive: true });
    expect((await safety.state()).second).toMatchObject({ isThere: false });
    await expect(safety.copyToSecond()).rejects.toThrow('ENOENT');
  });
});

describe('forgetting', () => {
  test('leaves no byte of what was before, in the profile nor in the second place', async () => {
    const [profile, stick] = [await aFolder(), await aFolder()];
    const safety = await opened(profile);
    await safety.start(1);
    await safety.keepSecond(stick);
    const secret = aTask('t1', 'appeler Hnalaine');
    await safety.append(aChange(1, 'tasks', 't1', null, secret));
    await safety.takeSnapshot();
    await safety.append(aChange(2, 'tasks', 't1', secret, aTask('t1', 'appeler […]')));
    await safety.forget();
    for (const folder of [profile, stick]) {
      const files = await everything(folder);
      expect(files.filter(([, content]) => content.includes('Hnalaine'))).toEqual([]);
    }
    expect((await readdir(snapshotFolder(profile))).length).toBe(1);
    expect([await records(safety), (await safety.latest(9)).length]).toEqual([
      [aTask('t1', 'appeler […]')],
      0,
    ]);
  });
});

describe('forgetting that was interrupted', () => {
  const secret = aTask('t1', 'appeler Hnalaine');
  async function remembering(profile: string): Promise<void> {
    const safety = await opened(profile);
    await safety.start(1);
    await safety.append(aChange(1, 'tasks', 't1', null, secret));
    await safety.takeSnapshot();
    await safety.append(aChange(2, 'tasks', 't1', secret, aTask('t1', 'appeler […]')));
    await safety.close();
  }

  test('by any call to the disk that fails, and is gone on with at the next start', async () => {
    const outcomes: { call: number; leaks: number; found: Row[] }[] = [];
    for (let call = 1, isOver = false; !isOver; call += 1) {
      const profile = await aFolder();
      await remembering(profile);
      const fickle = fickleDisk(call);
      const first = await safetyOn(profile, fickle.disk).catch(() => null);
      await first?.start(1).catch(() => null);
      const isForgotten = await first?.forget().then(
        () => true,
        () => false,
      );
      isOver = fickle.failed() === null;
      const again = await opened(profile);
      expect((await again.start(1)).kind).toBe('ready');
      // What failed before anything was begun is asked for again by the page.
      if (!isForgotten) await again.forget();
      const leaks = (await everything(profile)).filter(([, content]) => content.includes('Hnalaine')).length;
      outcomes.push({ call, leaks, found: await records(again) });
      await again.close();
    }
    expect(outcomes.length).toBeGreaterThan(30);
    expect(outcomes.filter(({ leaks }) => leaks > 0)).toEqual([]);
    expect(new Set(outcomes.map(({ found }) => JSON.stringify(found)))).toEqual(
      new Set([JSON.stringify([aTask('t1', 'appeler […]')])]),
    );
  }, 120_000);

  test('where the second place is away: it forgets at its next copy', async () => {
    const [profile, stick] = [await aFolder(), await aFolder()];
    const safety = await opened(profile);
    await safety.start(1);
    await safety.keepSecond(join(stick, 'copies'));
    await mkdir(join(stick, 'copies'));
    await safety.append(aChange(1, 'tasks', 't1', null, secret));
    await safety.copyToSecond();
    await rename(join(stick, 'copies'), join(stick, 'pulled out'));
    await safety.append(aChange(2, 'tasks', 't1', secret, aTask('t1', 'appeler […]')));
    await safety.forget();
    await rename(join(stick, 'pulled out'), join(stick, 'copies'));
    expect((await readdir(join(stick, 'copies'))).length).toBe(1);
    await safety.copyToSecond();
    expect(await readdir(join(stick, 'copies'))).toEqual([expect.stringMatching(/^snapshot-000000002-/)]);
  });
});

describe('which snapshots stay', () => {
  const at = (minutesAgo: number, isShrunk = false): Snapshot => ({
    name: `${minutesAgo}`,
    path: '',
    bytes: 1,
    facts: {
      createdAt: new Date(Date.parse('2026-05-01T12:00:00Z') - minutesAgo * 60_000).toISOString(),
      program: '',
      schemaVersion: 1,
      base: { seq: 1, check: '0'.repeat(16) },
      sums: {},
      isShrunk,
    },
  });
  const names = (snapshots: readonly Snapshot[]) => snapshots.map(({ name }) => name);

  test('the 12 newest, then one an hour, one a day, one a week', () => {
    const all = Array.from({ length: 60 * 24 * 90 }, (_, index) => at(index * 5)).slice(0, 12 * 24 * 90);
    const gone = new Set(outgrown(all));
    const kept = all.filter((each) => !gone.has(each));
    expect(names(kept).slice(0, 12)).toEqual(names(all.slice(0, 12)));
    const minutes = kept.map(({ name }) => Number(name));
    expect(minutes.filter((ago) => ago <= 24 * 60).length).toBeLessThanOrEqual(12 + 25);
    expect(kept.length).toBeLessThanOrEqual(12 + 24 + 14 + 8);
    expect(Math.max(...minutes)).toBeGreaterThan(6 * 7 * 24 * 60);
  });

  test('those that hold half of what was there never push a good one out', () => {
    const good = Array.from({ length: 12 }, (_, index) => at(1_000 + index));
    const shrunk = Array.from({ length: 40 }, (_, index) => at(index, true));
    expect(names(outgrown([...shrunk, ...good])).filter((name) => Number(name) >= 1_000)).toEqual([]);
  });
});

async function everything(folder: string): Promise<[string, Buffer][]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  return Promise.all(
    paths.toSorted().map(async (path): Promise<[string, Buffer]> => [path, await readFile(path)]),
  );
}
