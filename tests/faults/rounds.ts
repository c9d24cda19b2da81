import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, open, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Damage, flipOneByte, profileFiles } from './damages';
import { loadOn } from './load';
import { begin, rail, type Seen } from './program';

/** How one round ended, from the worst to the best. */
export type Outcome = 'lost' | 'silently empty' | 'recovery screen' | 'rebuilt' | 'mended' | 'level';
export type Round = Readonly<{ name: string; outcome: Outcome; detail: string; acknowledged: number }>;

export type Fixture = Readonly<{
  executable: string;
  /** A profile that ended as it should, and one that was killed with lines after its last snapshot; the records that each must hold. */
  clean: string;
  killed: string;
  records: Readonly<Record<'clean' | 'killed', ReadonlyMap<string, string>>>;
  folder: string;
}>;

/** Numbers between 0 and 1 that a seed repeats. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The example's workspace, worked in, with two snapshots and a journal that goes on after them. */
export async function makeFixture(executable: string): Promise<Fixture> {
  const folder = await mkdtemp(join(tmpdir(), 'regie-faults-'));
  const clean = join(folder, 'clean');
  const first = await begin(executable, clean);
  await first.window.getByRole('button', { name: /Ouvrir l’exemple/ }).click();
  await first.window.waitForSelector(rail);
  await first.look();
  await first.close();
  const second = await begin(executable, clean);
  await second.look();
  await loadOn(second.window, 1);
  await second.window.waitForTimeout(1_500);
  await second.kill('tree');
  const third = await begin(executable, clean);
  const { records: ofClean } = await third.look();
  await third.close();
  const killed = join(folder, 'killed');
  await cp(clean, killed, { recursive: true, verbatimSymlinks: true });
  const fourth = await begin(executable, killed);
  await fourth.look();
  await loadOn(fourth.window, 2);
  await fourth.window.waitForTimeout(1_500);
  await fourth.kill('tree');
  const witness = join(folder, 'witness');
  await cp(killed, witness, { recursive: true, verbatimSymlinks: true });
  const fifth = await begin(executable, witness);
  const { records: ofKilled } = await fifth.look();
  await fifth.close();
  return { executable, clean, killed, records: { clean: ofClean, killed: ofKilled }, folder };
}

export async function dropFixture({ folder }: Fixture): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

/** Works, is killed at a random moment, and is started three times. */
export async function killRound(fixture: Fixture, seed: number): Promise<Round> {
  const random = randomFrom(seed);
  const how = random() < 0.5 ? 'tree' : 'browser';
  return inProfile(fixture, random() < 0.5 ? 'clean' : 'killed', async (profile) => {
    const program = await begin(fixture.executable, profile);
    await program.look();
    const acknowledged = await loadOn(program.window, seed);
    await program.window.waitForTimeout(300 + random() * 3_000);
    await program.kill(how);
    return judged(fixture, `kill of the ${how}`, profile, { acknowledged });
  });
}

/** A small place fills up while the program writes, saves or starts; then there is room again. */
export async function fullDiskRound(fixture: Fixture, seed: number): Promise<Round> {
  const random = randomFrom(seed);
  const when = (['writing', 'saving', 'starting'] as const)[seed % 3] ?? 'writing';
  const place = join(fixture.folder, `disk-${seed}`);
  await mkdir(place);
  await run('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', place]);
  try {
    const profile = join(place, 'profile');
    await cp(fixture.killed, profile, { recursive: true, verbatimSymlinks: true });
    if (when === 'starting') await fill(place, random() * 400_000);
    const program = await begin(fixture.executable, profile);
    await program.look();
    const acknowledged = await loadOn(program.window, seed);
    await program.window.waitForTimeout(300 + random() * 700);
    await fill(place, random() * 400_000);
    await program.window.waitForTimeout(1_500);
    if (when === 'saving') await program.close();
    else await program.kill('tree');
    await rm(join(place, 'ballast'));
    return await judged(fixture, `disk full while ${when}`, profile, { acknowledged });
  } finally {
    await run('umount', ['-l', place]);
  }
}

export async function damageRound(fixture: Fixture, damage: Damage, seed: number): Promise<Round | null> {
  const which = seed % 2 === 0 ? 'clean' : 'killed';
  return inProfile(fixture, which, async (profile) => {
    if (!(await damage.apply(profile, randomFrom(seed)))) return null;
    return judged(fixture, damage.name, profile, { records: fixture.records[which] });
  });
}

export async function flipRound(fixture: Fixture, seed: number): Promise<Round> {
  const random = randomFrom(seed);
  const which = seed % 2 === 0 ? 'clean' : 'killed';
  return inProfile(fixture, which, async (profile) => {
    const files = await profileFiles(profile);
    const path = files[Math.floor(random() * files.length)] ?? '';
    await flipOneByte(path, random);
    return judged(fixture, `flip in ${path.slice(profile.length + 1)}`, profile, {
      records: fixture.records[which],
    });
  });
}

type Expected = { acknowledged?: ReadonlySet<string>; records?: ReadonlyMap<string, string> };

/**
 * Start after start, none may lose anything, and all must show the work or say what is wrong. Three after a kill or a full disk, which Chromium answers for
 * only later; two after a damage, which is there at once.
 */
async function judged(fixture: Fixture, name: string, profile: string, expected: Expected): Promise<Round> {
  const starts = expected.acknowledged ? 3 : 2;
  const seen: Seen[] = [];
  for (let start = 0; start < starts; start += 1) {
    const program = await begin(fixture.executable, profile);
    seen.push(await program.look());
    await program.close();
  }
  const acknowledged = expected.acknowledged?.size ?? 0;
  const verdicts = seen.map((each) => verdictOn(each, expected));
  const worst = order.find((outcome) => verdicts.some((verdict) => verdict.outcome === outcome)) ?? 'level';
  const detail = verdicts.find(({ outcome }) => outcome === worst)?.detail ?? '';
  return { name, outcome: worst, detail, acknowledged };
}

const order: readonly Outcome[] = ['lost', 'silently empty', 'recovery screen', 'rebuilt', 'mended', 'level'];

function verdictOn(seen: Seen, expected: Expected): { outcome: Outcome; detail: string } {
  if (seen.screen === 'firstStart') return { outcome: 'silently empty', detail: '' };
  if (seen.screen !== 'program')
    return { outcome: 'recovery screen', detail: `${seen.screen}: ${seen.said}` };
  const changes = new Set(seen.changes);
  const gone = [...(expected.acknowledged ?? [])].filter((id) => !changes.has(id));
  const changed = [...(expected.records ?? [])].filter(([place, json]) => seen.records.get(place) !== json);
  if (gone.length + changed.length + seen.differing > 0) {
    const detail = `${gone.length} changes gone, ${changed.length} records changed, ${seen.differing} differ; ${seen.said}`;
    return { outcome: 'lost', detail };
  }
  if (/reprises? des copies de sûreté/.test(seen.said)) return { outcome: 'rebuilt', detail: '' };
  if (/réécrites? d’après la base/.test(seen.said)) return { outcome: 'mended', detail: '' };
  return { outcome: 'level', detail: '' };
}

async function inProfile<T>(
  fixture: Fixture,
  which: 'clean' | 'killed',
  work: (profile: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(fixture.folder, 'round-'));
  const profile = join(folder, 'profile');
  await cp(fixture[which], profile, { recursive: true, verbatimSymlinks: true });
  try {
    return await work(profile);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
}

const run = promisify(execFile);

/** Leaves about this many bytes free. */
async function fill(place: string, bytesLeft: number): Promise<void> {
  const { bavail, bsize } = await statfs(place);
  const ballast = await open(join(place, 'ballast'), 'a');
  const piece = Buffer.alloc(65_536, 1);
  try {
    for (let left = bavail * bsize - bytesLeft; left > 0; left -= piece.length) {
      await ballast.write(piece, 0, Math.min(left, piece.length));
    }
  } catch {
    // It is full, as wished.
  } finally {
    await ballast.close();
  }
}
