import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostBridge } from '@shared/ipc';
import { dayOf, instantFromEpoch } from '../../shared/domain/time';
import { schemaVersion } from '../../shared/domain/workspace';
import { writeArchive } from '../../shared/interchange/archive';
import { fill, open, startTime } from './app';
import { type SizeName, sizes, workspaceOf } from './sizes';
import { median, ms, printTable } from './table';

declare const regieHost: HostBridge;

const changes = 100;

/** What safety costs: a change beside a bare write of the same record, a snapshot with the frames meanwhile, an emptied database filled again. */
export async function benchSafety(program: string): Promise<void> {
  const columns = new Map<SizeName, [string, string][]>();
  for (const size of Object.keys(sizes) as SizeName[]) {
    console.log(`\n${size}`);
    columns.set(size, await measure(program, size));
  }
  const names = columns.get('coordinator')?.map(([name]) => name) ?? [];
  printTable(
    'What safety costs',
    ['', ...columns.keys()],
    names.map((name, row) => [name, ...[...columns.values()].map((column) => column[row]?.[1] ?? '')]),
  );
}

async function measure(program: string, size: SizeName): Promise<[string, string][]> {
  const folder = await mkdtemp(join(tmpdir(), 'regie-bench-'));
  const profile = join(folder, 'profile');
  const results: [string, string][] = [];
  const take = (name: string, value: string) => {
    results.push([name, value]);
    console.log(`  ${name}: ${value}`);
  };
  try {
    const { workspace } = await workspaceOf(size, dayOf(instantFromEpoch(Date.now()), 'Pacific/Noumea'));
    const archive = join(folder, 'bench.regie');
    await writeFile(
      archive,
      await writeArchive(workspace, new Map(), { createdAt: '2026-01-01T00:00Z', schemaVersion }),
    );
    await fill(program, profile, archive);
    take('start after a clean end', ms(await startTime(program, profile)));
    const { app, window } = await open(program, profile);
    await window.getByRole('navigation').first().waitFor();
    const costs = await window.evaluate(costOfChanges, { changes, version: schemaVersion });
    const [bare, kept] = [median(costs.bare), median(costs.kept)];
    take('bare write of a record', ms(bare));
    take('the same, in the journal first', `${ms(kept)} (× ${(kept / bare).toFixed(2)})`);
    const snapshot = await window.evaluate(snapshotAndFrames);
    take('snapshot, read back', ms(snapshot.took));
    take('longest frame meanwhile', ms(snapshot.longest));
    await app.close();
    take(
      'snapshot, on the disk',
      `${((await newestSize(join(profile, 'snapshots'))) / 1024 ** 2).toFixed(1)} MB`,
    );
    await rm(join(profile, 'IndexedDB'), { recursive: true });
    take('start with the database gone, filled again', ms(await startTime(program, profile)));
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

async function newestSize(folder: string): Promise<number> {
  const newest = (await readdir(folder)).toSorted().at(-1) ?? '';
  return (await stat(join(folder, newest))).size;
}

/** Runs in the page: the same record written to a bare database, and journalled by the host before that. */
async function costOfChanges({ changes, version }: { changes: number; version: number }) {
  const wished = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('refused'));
    });
  const opening = indexedDB.open('bench-bare', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('tasks', { keyPath: 'id' });
  const database = await wished(opening);
  const write = (record: object) =>
    new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('tasks', 'readwrite');
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error ?? new Error('refused'));
      transaction.objectStore('tasks').put(record);
    });
  const recordOf = (round: number) => ({
    id: `bench-${round}`,
    title: `Tâche ${round}`,
    notes: 'x'.repeat(300),
    tags: ['a', 'b'],
    status: 'todo',
  });
  const bare: number[] = [];
  const kept: number[] = [];
  const start = await regieHost.ask['safety:start'](version);
  let seq = start.kind === 'ready' ? start.seq : 0;
  for (let round = 0; round < changes; round += 1) {
    const record = recordOf(round);
    const before = performance.now();
    await write(record);
    bare.push(performance.now() - before);
    seq += 1;
    const again = performance.now();
    await regieHost.ask['journal:append']({
      seq,
      id: crypto.randomUUID(),
      at: '2026-01-01T00:00Z',
      label: { key: 'taskChanged', params: {} },
      kind: 'do',
      of: null,
      operations: [{ table: 'tasks', key: record.id, before: null, after: record }],
    });
    await write(record);
    kept.push(performance.now() - again);
  }
  database.close();
  indexedDB.deleteDatabase('bench-bare');
  return { bare, kept };
}

/** Runs in the page: how long a snapshot takes, and the longest time between two frames while it does. */
async function snapshotAndFrames() {
  let [last, longest, isOver] = [performance.now(), 0, false];
  const watch = (now: number) => {
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) requestAnimationFrame(watch);
  };
  requestAnimationFrame((now) => {
    last = now;
    requestAnimationFrame(watch);
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  longest = 0;
  const before = performance.now();
  await regieHost.ask['safety:snapshot']();
  const took = performance.now() - before;
  isOver = true;
  return { took, longest };
}
