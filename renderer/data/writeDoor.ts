import {
  type ChangeSet,
  inverse,
  type Label,
  type Operation,
  type RecordOf,
  recordSchemas,
  type TableName,
} from '@shared/domain/changeSet';
import { isSame } from '@shared/domain/isSame';
import type { Task } from '@shared/domain/task';
import type { Instant } from '@shared/domain/time';
import { v7 as newUuid } from 'uuid';
import { type Database, recordOf, rowOf, tallyTasks } from './database';

/** What a named change asks for. `patch` is laid over the record as it stands when the change is made. */
export type Change =
  | { [T in TableName]: { kind: 'put'; table: T; record: RecordOf<T> } }[TableName]
  | { [T in TableName]: { kind: 'patch'; table: T; key: string; fields: Partial<RecordOf<T>> } }[TableName]
  | { kind: 'remove'; table: TableName; key: string };

export function put<T extends TableName>(table: T, record: RecordOf<T>): Change {
  return { kind: 'put', table, record } as Change;
}
export function patch<T extends TableName>(table: T, key: string, fields: Partial<RecordOf<T>>): Change {
  return { kind: 'patch', table, key, fields } as Change;
}
export function remove(table: TableName, key: string): Change {
  return { kind: 'remove', table, key };
}

/** Resolves once the change is flushed to the journal and applied: `null` when there was nothing to change. Rejects with nothing changed. */
export type Commit = (label: Label, changes: readonly Change[]) => Promise<ChangeSet | null>;

export type SaveState =
  | { kind: 'saved'; at: Instant | null }
  | { kind: 'saving' }
  /** The change was refused and nothing was written; the next one may succeed. */
  | { kind: 'refused'; reason: string }
  /** The journal has the change, the database has not: editing stops until the program starts again and replays it. */
  | { kind: 'frozen'; reason: string };

export type Step = Readonly<{ id: string; label: Label }>;
/** `last` is what was written last since the program started. */
export type DoorState = Readonly<{
  save: SaveState;
  undo: Step | null;
  redo: Step | null;
  last: (Step & { kind: ChangeSet['kind'] }) | null;
}>;

export type WriteDoor = {
  commit: Commit;
  /** Take back the last change, or bring it back; `null` when there is none. */
  undo: () => Promise<ChangeSet | null>;
  redo: () => Promise<ChangeSet | null>;
  /** Like `commit`, but the page keeps nothing of what stood before: it cannot be taken back. The journal's line has it until it is purged. */
  rewrite: Commit;
  /** Empties the history that the page keeps; nothing done before can be taken back. The journal is the host's. */
  forgetHistory: () => Promise<void>;
  /** Stops all editing until the program starts again: the database is no longer what the journal says. */
  freeze: (reason: string) => void;
  state: () => DoorState;
  subscribe: (listener: () => void) => () => void;
};

/** Undo reaches this far back; older change sets stay in the journal. */
export const historyLength = 1_000;

export type JournalEnd = { append: (changeSet: ChangeSet) => Promise<void> };

/**
 * The only way anything is written. One change at a time: the records are parsed, the change set is appended to the journal
 * and flushed, then applied in one transaction; only then is it acknowledged.
 */
export async function openWriteDoor(
  database: Database,
  journal: JournalEnd,
  now: () => Instant,
): Promise<WriteDoor> {
  const stacks = stacksOf(
    (await database.changeSets.orderBy('seq').reverse().limit(200).toArray()).reverse(),
  );
  const listeners = new Set<() => void>();
  let seq = (await database.meta.get('head'))?.seq ?? 0;
  let last: DoorState['last'] = null;
  let state: DoorState = stateWith({ kind: 'saved', at: null });
  let queue: Promise<unknown> = Promise.resolve();

  function stateWith(save: SaveState): DoorState {
    return { save, undo: stacks.undo.at(-1) ?? null, redo: stacks.redo.at(-1) ?? null, last };
  }

  function show(save: SaveState): void {
    state = stateWith(save);
    for (const listener of listeners) listener();
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function write(
    label: Label,
    operations: readonly Operation[],
    kind: ChangeSet['kind'],
    of: string | null,
    /** What the page keeps of the change, when that is less than the journal must have to count. */
    keptOf: (changeSet: ChangeSet) => ChangeSet = (changeSet) => changeSet,
  ): Promise<ChangeSet> {
    const changeSet: ChangeSet = {
      seq: seq + 1,
      id: newUuid(),
      at: now(),
      label,
      kind,
      of,
      operations: [...operations],
    };
    show({ kind: 'saving' });
    try {
      await journal.append(changeSet);
    } catch (error) {
      show({ kind: 'refused', reason: String(error) });
      throw error;
    }
    const kept = keptOf(changeSet);
    try {
      await applyChangeSets(database, [kept]);
    } catch (error) {
      show({ kind: 'frozen', reason: String(error) });
      throw error;
    }
    seq = changeSet.seq;
    remember(stacks, kept);
    last = { id: changeSet.id, label, kind };
    show({ kind: 'saved', at: changeSet.at });
    return changeSet;
  }

  function refuseIfFrozen(): void {
    if (state.save.kind === 'frozen') throw new Error(state.save.reason);
  }

  async function step(from: Step[], kind: 'undo' | 'redo'): Promise<ChangeSet | null> {
    refuseIfFrozen();
    const last = from.at(-1);
    const target = last && (await database.changeSets.where('id').equals(last.id).first());
    if (!target) return null;
    const operations = kind === 'undo' ? inverse(target.operations) : target.operations;
    return write(target.label, operations, kind, target.id);
  }

  const freeze = (reason: string) => show({ kind: 'frozen', reason });
  // Chromium closes a database whose files it can no longer read or write.
  database.on('close', () => freeze('databaseClosed'));

  return {
    freeze,
    commit: (label, changes) =>
      inTurn(async () => {
        refuseIfFrozen();
        const operations = await operationsOf(database, changes);
        return operations.length === 0 ? null : write(label, operations, 'do', null);
      }),
    undo: () => inTurn(() => step(stacks.undo, 'undo')),
    redo: () => inTurn(() => step(stacks.redo, 'redo')),
    rewrite: (label, changes) =>
      inTurn(async () => {
        refuseIfFrozen();
        const operations = await operationsOf(database, changes);
        return operations.length === 0 ? null : write(label, operations, 'do', null, withoutPast);
      }),
    forgetHistory: () =>
      inTurn(async () => {
        await database.changeSets.clear();
        stacks.undo.length = 0;
        stacks.redo.length = 0;
        last = null;
        show(state.save);
      }),
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Applies change sets as they stand, in order, in one transaction; the database's head moves with them. */
export async function applyChangeSets(database: Database, changeSets: readonly ChangeSet[]): Promise<void> {
  const last = changeSets.at(-1);
  if (!last) return;
  const touched = [
    ...new Set(changeSets.flatMap((set) => set.operations.map((operation) => operation.table))),
  ];
  const tables = [
    ...touched.map((name) => database.table(name)),
    database.taskTallies,
    database.changeSets,
    database.meta,
  ];
  await database.transaction('rw', tables, async () => {
    for (const { operations } of changeSets) await applyOperations(database, operations);
    await tallyTasks(database, changeSets.flatMap(changesOfTasks));
    await database.changeSets.bulkPut(changeSets);
    await database.changeSets
      .where('seq')
      .belowOrEqual(last.seq - historyLength)
      .delete();
    await database.meta.put({ id: 'head', seq: last.seq });
  });
}

function changesOfTasks({ operations }: ChangeSet): { before: Task | null; after: Task | null }[] {
  return operations.flatMap(({ table, before, after }) =>
    table === 'tasks' ? [{ before: before as Task | null, after: after as Task | null }] : [],
  );
}

/** Runs of puts or deletes of one table go in bulk; order between runs is kept. */
async function applyOperations(database: Database, operations: readonly Operation[]): Promise<void> {
  let start = 0;
  while (start < operations.length) {
    const first = operations[start] as Operation;
    let end = start;
    while (sameRun(first, operations[end])) end += 1;
    const run = operations.slice(start, end);
    const table = database.table(first.table);
    if (first.after === null) await table.bulkDelete(run.map((operation) => operation.key));
    else
      await table.bulkPut(run.map(({ after }) => rowOf(first.table, after as RecordOf<typeof first.table>)));
    start = end;
  }
}

function sameRun(first: Operation, other: Operation | undefined): boolean {
  return (
    other !== undefined && other.table === first.table && (other.after === null) === (first.after === null)
  );
}

async function operationsOf(database: Database, changes: readonly Change[]): Promise<Operation[]> {
  const latest = await currentRecords(database, changes);
  const operations: Operation[] = [];
  for (const change of changes) {
    const { table } = change;
    const key = change.kind === 'put' ? change.record.id : change.key;
    const place = `${table}/${key}`;
    const before = latest.get(place) ?? null;
    const after = before === null && change.kind !== 'put' ? null : wanted(change, before);
    if (isSame(before, after)) continue;
    operations.push({ table, key, before, after });
    latest.set(place, after);
  }
  return operations;
}

type PlainRecord = Record<string, unknown>;

function wanted(change: Change, before: PlainRecord | null): PlainRecord | null {
  if (change.kind === 'remove') return null;
  const record = change.kind === 'put' ? change.record : { ...before, ...change.fields };
  return recordSchemas[change.table].parse(record) as PlainRecord;
}

async function currentRecords(
  database: Database,
  changes: readonly Change[],
): Promise<Map<string, PlainRecord | null>> {
  const keysByTable = new Map<TableName, string[]>();
  for (const change of changes) {
    const keys = keysByTable.get(change.table) ?? [];
    keys.push(change.kind === 'put' ? change.record.id : change.key);
    keysByTable.set(change.table, keys);
  }
  const found = new Map<string, PlainRecord | null>();
  for (const [table, keys] of keysByTable) {
    const rows = await database.table(table).bulkGet(keys);
    rows.forEach((row, index) =>
      found.set(`${table}/${keys[index]}`, row ? (recordOf(row) as PlainRecord) : null),
    );
  }
  return found;
}

function withoutPast(changeSet: ChangeSet): ChangeSet {
  const operations = changeSet.operations.map((operation) => ({ ...operation, before: operation.after }));
  return { ...changeSet, operations };
}

type Stacks = { undo: Step[]; redo: Step[] };

function stacksOf(changeSets: readonly ChangeSet[]): Stacks {
  const stacks: Stacks = { undo: [], redo: [] };
  for (const changeSet of changeSets) remember(stacks, changeSet);
  return stacks;
}

/** What has left the program cannot be called back: an answer to it must still find what it is compared with. */
const neverTakenBack = new Set(['eventExported']);

function remember(stacks: Stacks, { id, label, kind, of, operations }: ChangeSet): void {
  if (neverTakenBack.has(label.key)) return;
  // Written without what stood before: there is nothing to go back to.
  if (operations.length > 0 && operations.every(({ before, after }) => isSame(before, after))) return;
  if (kind === 'do') {
    stacks.undo.push({ id, label });
    stacks.redo.length = 0;
    return;
  }
  const [from, to] = kind === 'undo' ? [stacks.undo, stacks.redo] : [stacks.redo, stacks.undo];
  const index = from.findLastIndex((step) => step.id === of);
  if (index >= 0) to.push(...from.splice(index, 1));
}
